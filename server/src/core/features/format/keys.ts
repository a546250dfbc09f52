/** The frontmatter’s keys in the house’s order: whole lines move, with the comments above them; nothing is re-emitted. */
import type { Settings } from '../../config/settings.ts';
import { type Field, type Frontmatter, readFrontmatter } from '../../document/frontmatter.ts';
import type { TextEdit } from '../../text/span.ts';

/** A field's whole lines with the comments and blank lines above them. */
interface Chunk {
  readonly field: Field;
  readonly start: number;
  readonly end: number;
}

/**
 * Edits that bring the keys into order: as few fields as possible are moved. None where the YAML is broken, a key
 * stands twice, or a value would not be the same at its new place.
 */
export function keyEdits(frontmatter: Frontmatter | undefined, settings: Settings): TextEdit[] {
  const { keyOrder } = settings.format;
  if (!frontmatter?.open || !frontmatter.close || keyOrder === 'keep') return [];
  if (frontmatter.problems.length > 0 || frontmatter.fields.some(isBound)) return [];
  const chunks = chunksOf(frontmatter);
  if (!chunks) return [];
  const order = keyOrder === 'schema' ? Object.keys(settings.frontmatter.properties ?? {}) : keyOrder;
  const places = new Map(order.map((key, index) => [key, index]));
  const placeOf = ({ field }: Chunk): number => places.get(field.key) ?? order.length;
  const wanted = chunks.toSorted((a, b) => placeOf(a) - placeOf(b) || a.start - b.start);
  const edits = moves(frontmatter.text, chunks, wanted);
  return isSame(frontmatter, edits) ? edits : [];
}

/** A name for an anchor elsewhere: `*name`, where YAML allows an alias. */
const ALIAS = /(?:^|[\s[{,])\*[^\s,\]}]/;

/** A field that may mean something else at another place: its anchor must stand before it (YAML 1.2.2, section 7.1). */
function isBound({ broken, value }: Field): boolean {
  if (broken || value.kind === 'alias') return true;
  return (value.kind === 'sequence' || value.kind === 'mapping') && ALIAS.test(value.source);
}

function chunksOf(frontmatter: Frontmatter): Chunk[] | undefined {
  const { text, fields, content } = frontmatter;
  const chunks: Chunk[] = [];
  const keys = new Set<string>();
  let at = content.start;
  for (const field of fields) {
    if (field.lines.start < at || field.keySpan.start !== field.lines.start || keys.has(field.key))
      return undefined;
    keys.add(field.key);
    const isFirst = chunks.length === 0;
    const start = isFirst ? belowHeader(text, at, field.lines.start) : at;
    // The lines above a field may hold comments and blanks only.
    if (!/^(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r))*$/.test(text.slice(start, field.lines.start)))
      return undefined;
    if (!/[\r\n]$/.test(text.slice(field.lines.start, field.lines.end))) return undefined;
    chunks.push({ field, start, end: field.lines.end });
    at = field.lines.end;
  }
  return chunks;
}

/** A comment that a blank line parts from the first field belongs to the whole frontmatter and stays at its head. */
function belowHeader(text: string, start: number, end: number): number {
  const header = /^[\s\S]*(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(start, end));
  return start + (header?.[0].length ?? 0);
}

/** Takes out what is not in the longest run that is in order already, and puts it in at its place. */
function moves(text: string, chunks: readonly Chunk[], wanted: readonly Chunk[]): TextEdit[] {
  const stays = new Set(longestRun(chunks, wanted));
  if (stays.size === chunks.length) return [];
  const deletions = chunks.filter((chunk) => !stays.has(chunk));
  const inserted = new Map<number, string>();
  let at = chunks[0]?.start ?? 0;
  for (const chunk of wanted) {
    if (stays.has(chunk)) at = chunk.end;
    else inserted.set(at, (inserted.get(at) ?? '') + text.slice(chunk.start, chunk.end));
  }
  const edits: TextEdit[] = [];
  for (const { start, end } of deletions) {
    // One edit where something is put in at the place of what is taken out.
    edits.push({ span: { start, end }, newText: inserted.get(start) ?? '' });
    inserted.delete(start);
  }
  for (const [start, newText] of inserted) edits.push({ span: { start, end: start }, newText });
  return edits.sort((a, b) => a.span.start - b.span.start);
}

/** The longest series of chunks that stand in the wanted order (quadratic; a frontmatter has few fields). */
function longestRun(chunks: readonly Chunk[], wanted: readonly Chunk[]): Chunk[] {
  const rank = new Map(wanted.map((chunk, index) => [chunk, index]));
  const ranks = chunks.map((chunk) => rank.get(chunk) ?? 0);
  const length = new Array<number>(chunks.length).fill(1);
  const previous = new Array<number>(chunks.length).fill(-1);
  let best = -1;
  for (let i = 0; i < chunks.length; i++) {
    for (let j = 0; j < i; j++) {
      if ((ranks[j] as number) < (ranks[i] as number) && (length[j] as number) + 1 > (length[i] as number)) {
        length[i] = (length[j] as number) + 1;
        previous[i] = j;
      }
    }
    if (best < 0 || (length[i] as number) > (length[best] as number)) best = i;
  }
  const run: Chunk[] = [];
  for (let i = best; i >= 0; i = previous[i] as number) run.push(chunks[i] as Chunk);
  return run;
}

/** Whether every field is still there with its value after the edits. */
function isSame(frontmatter: Frontmatter, edits: readonly TextEdit[]): boolean {
  if (edits.length === 0) return true;
  let text = frontmatter.text;
  for (const { span, newText } of edits.toReversed())
    text = text.slice(0, span.start) + newText + text.slice(span.end);
  const after = readFrontmatter(text);
  if (!after?.close || after.problems.length > 0 || after.end !== text.length) return false;
  const values = (fields: readonly Field[]): string =>
    JSON.stringify(
      fields
        .map(({ key, value }) => [key, value.kind, value.source, value.data])
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    );
  return values(after.fields) === values(frontmatter.fields);
}
