/**
 * Suppressions: comments by which a writer says that a finding is known and meant.
 *
 * - `<!-- readout-disable-next-line CODE -->` silences the next line that is not blank;
 * - `<!-- readout-disable-line CODE -->` the line it stands on;
 * - `<!-- readout-disable CODE -->` … `<!-- readout-enable CODE -->` everything between, or to the end of the file;
 * - in the frontmatter the same words stand in a YAML comment, `# readout-disable-line CODE`; there `# readout-disable`
 *   holds for the whole file from its first character.
 *
 * Several codes are parted by commas or blanks; `body/*` names a family; no code names all. What follows ` -- ` is a
 * reason for people.
 */
import type { Block } from '../document/block.ts';
import { gather } from '../document/chunk.ts';
import { derive } from '../document/derive.ts';
import type { Frontmatter, FrontmatterValue } from '../document/frontmatter.ts';
import type { Readout } from '../document/readout.ts';
import { nearest } from '../text/nearest.ts';
import { contains, type Span, shift } from '../text/span.ts';
import type { Finding, JudgedSuppression, SuppressedCode, Suppression } from './rule.ts';

/** The words that may follow `readout-`. */
export const SUPPRESSION_VERBS = ['disable', 'enable', 'disable-line', 'disable-next-line'] as const;

/** The code under which useless suppressions are reported. */
export const UNUSED_SUPPRESSION = 'readout/unused-suppression';

const ANY = '*';
/** A comment longer than this is no suppression: keeps the search short. */
const LONGEST_COMMENT = 2000;
const DIRECTIVE = /^[ \t\r\n]*readout-([a-z][a-z-]*)/i;
const CODE = /[^\s,]+/g;

/** Reads what stands between a comment's delimiters; `undefined` if it is a comment about something else. */
function readDirective(
  content: string,
  contentStart: number,
  span: Span,
  inFrontmatter: boolean,
): Suppression | undefined {
  const match = DIRECTIVE.exec(content);
  const verb = match?.[1];
  if (!match || verb === undefined) return undefined;
  const known = (SUPPRESSION_VERBS as readonly string[]).includes(verb);
  // `readout-data` in a comment is somebody else's; `readout-disable-nextline` is a slip of the pen.
  if (!known && !/^(?:dis|en)able|^dis|^off$|^on$|^ignore|^suppress/i.test(verb)) return undefined;
  const verbStart = match[0].length - verb.length;
  const from = match[0].length;
  const reason = /(?:^|\s)--(?:\s|$)/.exec(content.slice(from));
  const list = content.slice(from, reason ? from + reason.index : content.length);
  const codes = [...list.matchAll(CODE)].map((found) => {
    const start = contentStart + from + found.index;
    return { code: found[0], span: { start, end: start + found[0].length } };
  });
  return {
    verb,
    verbSpan: { start: contentStart + verbStart, end: contentStart + from },
    codes,
    span,
    inFrontmatter,
  };
}

const inChunk = gather((block: Block): readonly Suppression[] | undefined => {
  const { text } = block;
  if (block.kind === 'code' || !text.includes('readout-')) return undefined;
  const found: Suppression[] = [];
  for (let at = text.indexOf('<!--'); at >= 0; at = text.indexOf('<!--', at + 4)) {
    const head = text.slice(at + 4, at + 4 + LONGEST_COMMENT);
    const length = DIRECTIVE.test(head) ? head.indexOf('-->') : -1;
    // A comment between backticks is quoted, not meant.
    if (length < 0 || text[at - 1] === '`') continue;
    const span = { start: at, end: at + 4 + length + 3 };
    const directive = readDirective(head.slice(0, length), at + 4, span, false);
    if (directive) found.push(directive);
  }
  return found;
});

const inFrontmatter = derive((frontmatter: Frontmatter): readonly Suppression[] => {
  const { text, content } = frontmatter;
  const found: Suppression[] = [];
  if (!text.includes('readout-')) return found;
  const values = frontmatter.fields.flatMap((field) => scalarSpans(field.value));
  for (const match of text.matchAll(/(?<![^\s])#(?=[ \t]*readout-)/g)) {
    const start = match.index;
    if (start < content.start || start >= content.end) continue;
    if (values.some((span) => contains(span, { start, end: start + 1 }))) continue;
    let end = start;
    while (end < content.end && text[end] !== '\n' && text[end] !== '\r') end++;
    const directive = readDirective(
      text.slice(start + 1, Math.min(end, start + LONGEST_COMMENT)),
      start + 1,
      { start, end },
      true,
    );
    if (directive) found.push(directive);
  }
  return found;
});

function scalarSpans(value: FrontmatterValue): readonly Span[] {
  if (value.kind === 'sequence') return value.items.flatMap(scalarSpans);
  return value.kind === 'scalar' ? [value.span] : [];
}

/** All suppressions of a document, in order. */
export function suppressionsOf(readout: Readout): Suppression[] {
  const found: Suppression[] = readout.frontmatter ? [...inFrontmatter(readout.frontmatter)] : [];
  for (const { start, fact } of readout.gathered(inChunk)) {
    for (const each of fact) {
      found.push({
        ...each,
        span: shift(each.span, start),
        verbSpan: shift(each.verbSpan, start),
        codes: each.codes.map(({ code, span }) => ({ code, span: shift(span, start) })),
      });
    }
  }
  return found;
}

/** What a code may be called in a suppression: itself, its family, or everything. */
function namesOf(code: string): readonly string[] {
  const slash = code.indexOf('/');
  return slash < 0 ? [code, ANY] : [code, `${code.slice(0, slash)}/*`, ANY];
}

/** One name of one suppression, and whether it silenced anything. */
interface Use {
  readonly suppression: Suppression;
  readonly name: string;
  used: boolean;
}

/** Suppressions made ready for laying over findings. */
interface Silences {
  readonly uses: readonly Use[];
  /** By line, then by name. */
  readonly lines: ReadonlyMap<number, ReadonlyMap<string, readonly Use[]>>;
  /** In order of position. */
  readonly ranges: readonly { readonly at: number; readonly on: boolean; readonly use: Use }[];
}

function silencesOf(readout: Readout, suppressions: readonly Suppression[]): Silences {
  const uses: Use[] = [];
  const lines = new Map<number, Map<string, Use[]>>();
  const ranges: { at: number; on: boolean; use: Use }[] = [];
  for (const suppression of suppressions) {
    const names = suppression.codes.length > 0 ? suppression.codes.map(({ code }) => code) : [ANY];
    for (const name of names) {
      const use: Use = { suppression, name, used: false };
      uses.push(use);
      const { verb, span } = suppression;
      if (verb === 'disable' || verb === 'enable') {
        const at = suppression.inFrontmatter && verb === 'disable' ? 0 : span.start;
        ranges.push({ at, on: verb === 'disable', use });
      } else if (verb === 'disable-line' || verb === 'disable-next-line') {
        const offset = verb === 'disable-line' ? span.start : nextVisible(readout, span.end);
        if (offset === undefined) continue;
        const { line } = readout.positionAt(offset);
        const ofLine = lines.get(line) ?? new Map<string, Use[]>();
        lines.set(line, ofLine);
        const ofName = ofLine.get(name) ?? [];
        ofLine.set(name, ofName);
        ofName.push(use);
      }
    }
  }
  return { uses, lines, ranges: ranges.sort((a, b) => a.at - b.at) };
}

/** Offset of the first visible character on a line after the one that holds `from`; undefined if there is none. */
function nextVisible(readout: Readout, from: number): number | undefined {
  const placed = readout.blockAt(from);
  if (!placed) return visibleAfterLine(readout.head, from) ?? firstVisible(readout, 0);
  const within = visibleAfterLine(placed.block.text, from - placed.start);
  if (within !== undefined) return placed.start + within;
  // A comment that ends its block: `blockAt` gives the block behind it if they touch.
  return from === placed.start
    ? placed.start + placed.block.content.start
    : firstVisible(readout, placed.index + 1);
}

function visibleAfterLine(text: string, from: number): number | undefined {
  let sawBreak = false;
  for (let i = from; i < text.length; i++) {
    const unit = text[i] as string;
    if (unit === '\n' || unit === '\r') sawBreak = true;
    else if (sawBreak && unit.trim() !== '') return i;
  }
  return undefined;
}

function firstVisible(readout: Readout, from: number): number | undefined {
  for (let index = from; index < readout.blocks.length; index++) {
    const block = readout.blocks[index] as Block;
    if (block.contentEnd > 0) return (readout.starts[index] as number) + block.content.start;
  }
  return undefined;
}

/** Lays silences over findings: marks what was used, and returns the findings that remain, in their order. */
function silence(readout: Readout, findings: readonly Finding[], silences: Silences): Finding[] {
  if (silences.uses.length === 0) return [...findings];
  const open = new Map<string, Use[]>();
  let next = 0;
  const remaining: Finding[] = [];
  for (const finding of findings) {
    for (; next < silences.ranges.length; next++) {
      const range = silences.ranges[next];
      if (!range || range.at > finding.span.start) break;
      turn(open, range.on, range.use);
    }
    const names = namesOf(finding.code);
    const uses: Use[] = [];
    for (const name of names) {
      const range = open.get(name);
      if (range?.length) uses.push(range[range.length - 1] as Use);
    }
    if (silences.lines.size > 0) {
      const first = readout.positionAt(finding.span.start).line;
      const last = readout.positionAt(finding.span.end).line;
      for (const line of first === last ? [first] : [first, last]) {
        for (const name of names) uses.push(...(silences.lines.get(line)?.get(name) ?? []));
      }
    }
    for (const use of uses) use.used = true;
    if (uses.length === 0) remaining.push(finding);
  }
  // Ends that come after the last finding still end something.
  for (; next < silences.ranges.length; next++) {
    const range = silences.ranges[next];
    if (range) turn(open, range.on, range.use);
  }
  return remaining;
}

function turn(open: Map<string, Use[]>, on: boolean, use: Use): void {
  if (on) {
    const ofName = open.get(use.name) ?? [];
    ofName.push(use);
    open.set(use.name, ofName);
  } else if (use.name === ANY) {
    if (open.size > 0) use.used = true;
    open.clear();
  } else if (open.delete(use.name)) {
    use.used = true;
  }
}

/** What laying the suppressions of a document over its findings came to. */
export interface Suppressed {
  /** The findings that no suppression silences. */
  readonly findings: Finding[];
  /** The suppressions that did nothing, wholly or for some of their codes. */
  readonly judged: JudgedSuppression[];
}

/**
 * Lays the document's suppressions over findings.
 * @param findings ordered by the start of their spans.
 * @param codes every code that exists, for “did you mean”.
 * @param judges whether a code was looked for at all in this run; a suppression of another is not called useless.
 */
export function suppress(
  readout: Readout,
  findings: readonly Finding[],
  codes: readonly string[],
  judges: (code: string) => boolean,
): Suppressed {
  const suppressions = suppressionsOf(readout);
  if (suppressions.length === 0) return { findings: [...findings], judged: [] };
  const silences = silencesOf(readout, suppressions);
  const remaining = silence(readout, findings, silences);
  const families = [...new Set(codes.map((code) => `${code.slice(0, code.indexOf('/'))}/*`))];
  const known = new Set([...codes, ...families, ANY]);
  const isKnown = (name: string) => known.has(name) || /^markdownlint\/(?:MD\d{3}|\*)$/.test(name);
  const isJudged = (name: string) =>
    name.endsWith('*')
      ? name === ANY || codes.some((code) => code.startsWith(name.slice(0, -1)) && judges(code))
      : judges(name);
  const used = new Map<Suppression, Set<string>>();
  for (const use of silences.uses) {
    if (!use.used) continue;
    const names = used.get(use.suppression) ?? new Set<string>();
    used.set(use.suppression, names.add(use.name));
  }
  const judged: JudgedSuppression[] = [];
  for (const suppression of suppressions) {
    const names = used.get(suppression) ?? new Set<string>();
    const unknown = suppression.codes
      .filter(({ code }) => !isKnown(code))
      .map((each) => ({ ...each, meant: nearest(each.code, codes) }));
    // The rule on suppressions is judged last; naming it is never useless by itself.
    const useless = suppression.codes.filter(
      ({ code }) => isKnown(code) && code !== UNUSED_SUPPRESSION && !names.has(code) && isJudged(code),
    );
    const whole =
      suppression.codes.length === 0 ? names.size === 0 : useless.length === suppression.codes.length;
    if (whole || useless.length > 0 || unknown.length > 0) {
      judged.push({ suppression, useless: whole, uselessCodes: useless, unknownCodes: unknown });
    }
  }
  return { findings: remaining, judged };
}

/** Lays only those suppressions that name `readout/unused-suppression` itself over findings of that code. */
export function suppressUnused(readout: Readout, findings: readonly Finding[]): Finding[] {
  const own = suppressionsOf(readout).filter(
    ({ verb, codes }) => verb === 'enable' || codes.some(({ code }) => code === UNUSED_SUPPRESSION),
  );
  return silence(readout, findings, silencesOf(readout, own));
}

/** The codes of a list that are neither in `without` nor repeated. */
export function remainingCodes(
  codes: readonly SuppressedCode[],
  without: readonly SuppressedCode[],
): readonly string[] {
  const gone = new Set(without.map(({ code }) => code));
  return [...new Set(codes.map(({ code }) => code))].filter((code) => !gone.has(code));
}
