/**
 * The outline of a document: frontmatter with its fields, headings where there are any, the lead, each passage by what
 * it is about, speakers, quotations, the end mark.
 */
import type { Settings } from '../config/settings.ts';
import type { Block } from '../document/block.ts';
import { derive } from '../document/derive.ts';
import type { Readout } from '../document/readout.ts';
import { recognise } from '../entities/recognise.ts';
import type { EntityType, Mention } from '../entities/types.ts';
import { type Span, shift } from '../text/span.ts';
import { nameWords } from './identities.ts';
import { PASSAGES, passageCount, topicsOf } from './topics.ts';
import { firstWords, oneLine } from './words.ts';

export type OutlineKind =
  | 'frontmatter'
  | 'field'
  | 'heading'
  | 'lead'
  | 'passage'
  | 'listItem'
  | 'quotation'
  | 'speaker'
  | 'person'
  | 'figure'
  | 'endMark';

/** One entry of the outline. Children lie within their parent's span. */
export interface OutlineItem {
  readonly kind: OutlineKind;
  readonly name: string;
  /** More about it, for display behind the name; may be empty. */
  readonly detail: string;
  /** What folds or is selected with it. */
  readonly span: Span;
  /** What is shown when it is chosen. */
  readonly selection: Span;
  readonly children: readonly OutlineItem[];
}

interface Draft {
  kind: OutlineKind;
  name: string;
  detail: string;
  span: { start: number; end: number };
  selection: Span;
  children: Draft[];
  /** Depth of a heading; larger is deeper; of everything else, infinity. */
  level: number;
}

/** A bold line stands below any real heading. */
const BOLD_LEVEL = 7;

/** What may stand below a passage. */
export const OUTLINE_EXTRAS = ['quotations', 'people', 'figures'] as const;
export type OutlineExtra = (typeof OUTLINE_EXTRAS)[number];

const EXTRA_OF: Readonly<Partial<Record<EntityType, OutlineExtra>>> = {
  PERSON: 'people',
  MONEY: 'figures',
  PERCENT: 'figures',
  NUMBER: 'figures',
};

const DEFAULT_EXTRAS: ReadonlySet<OutlineExtra> = new Set(['quotations']);

/**
 * Which headings the outline lists. `own` leaves out those that Markdown itself marks as headings (`#`, underlined): an
 * editor with an outline of Markdown of its own shows them already, and a provider cannot put entries below those of
 * another. Passages then stand side by side. Lines that only look like headings (bold, in capitals) are always ours.
 */
export type OutlineHeadings = 'all' | 'own';

/**
 * The outline of a document, in order of place. What each block shows is kept with it; putting it together takes a look at each.
 * @param extras what is shown below a passage.
 * @param mostPassages in a document of more passages than this, as many neighbours share one entry as are needed to
 * come down to it, and nothing is shown below: a list of tens of thousands serves nobody. No entry reaches over a
 * heading or an end mark, so where there are many of those there are some entries more.
 */
export function outlineOf(
  readout: Readout,
  settings: Settings,
  extras: ReadonlySet<OutlineExtra> = DEFAULT_EXTRAS,
  headings: OutlineHeadings = 'all',
  mostPassages = Number.POSITIVE_INFINITY,
): readonly OutlineItem[] {
  const perEntry = Math.ceil(passageCount(readout) / mostPassages);
  const { blocks } = recognise(readout, settings);
  const topics = topicsOf(readout, settings).flat();
  const roots: Draft[] = [];
  const head = frontmatterItem(readout);
  if (head) roots.push(head);
  /** The headings that the current place lies under, the outermost first. */
  const open: Draft[] = [];
  let sawLead = false;
  /** The speaker or passage that following quotations and list items belong to. */
  let host: Draft | undefined;
  let speaker: Draft | undefined;
  /** The entry that neighbouring passages share. */
  let run: { readonly item: Draft; readonly detail: string; count: number } | undefined;
  const place = (item: Draft, parent: Draft | undefined): void => {
    (parent ? parent.children : (open.at(-1)?.children ?? roots)).push(item);
    const { end } = item.span;
    for (const each of parent ? [...open, ...(speaker ? [speaker] : []), parent] : open)
      each.span.end = Math.max(each.span.end, end);
  };
  for (let index = 0; index < readout.blocks.length; index++) {
    const block = readout.blocks[index] as Block;
    const at = readout.starts[index] as number;
    const span = shift(block.content, at);
    if (!PASSAGES.has(block.kind) && block.kind !== 'blank') run = undefined;
    if (block.kind === 'heading' && headings === 'own') {
      open.length = 0;
      speaker = undefined;
      host = undefined;
    } else if (block.kind === 'heading' || block.kind === 'boldHeading') {
      const level = block.level || BOLD_LEVEL;
      while (open.length > 0 && (open.at(-1) as Draft).level >= level) open.pop();
      const item = { ...draftOf(span, 'heading', headingName(block)), level };
      speaker = undefined;
      host = undefined;
      place(item, undefined);
      open.push(item);
    } else if (block.kind === 'endMark') {
      open.length = 0;
      speaker = undefined;
      host = undefined;
      place(draftOf(span, 'endMark', 'End mark', firstWords(block.text)), undefined);
    } else if (perEntry > 1 && PASSAGES.has(block.kind) && (sawLead || block.kind !== 'paragraph')) {
      if (run && run.count < perEntry) {
        run.count++;
        run.item.detail = `${run.detail}${run.detail ? ' ' : ''}(and ${run.count - 1} more)`;
        for (const each of [run.item, ...open]) each.span.end = Math.max(each.span.end, span.end);
        continue;
      }
      const topic = topics[index] ?? '';
      const { words } = factsOf(block);
      const isTurn = block.kind === 'speaker';
      const name = isTurn ? speakerLabel(block) : topic || words || 'Passage';
      const detail = isTurn ? topic || words : topic ? words : '';
      run = { item: draftOf(span, isTurn ? 'speaker' : 'passage', name, detail), detail, count: 1 };
      sawLead ||= isTurn;
      place(run.item, undefined);
    } else if (PASSAGES.has(block.kind)) {
      const topic = topics[index] ?? '';
      const { words, quotations } = factsOf(block);
      if (block.kind === 'speaker') {
        const label = speakerLabel(block);
        speaker = draftOf(span, 'speaker', label, topic || words);
        host = undefined;
        place(speaker, undefined);
        sawLead = true;
      } else if (block.kind === 'quote') {
        place(draftOf(span, 'quotation', words, 'quotation'), host ?? speaker);
      } else if (block.kind === 'listItem') {
        place(draftOf(span, 'listItem', topic || words, topic ? words : ''), host ?? speaker);
      } else if (!sawLead && block.kind === 'paragraph') {
        sawLead = true;
        const about = peopleIn(blocks[index] ?? []) || topic;
        host = draftOf(span, 'lead', about ? `Lead: ${about}` : 'Lead', words);
        place(host, undefined);
      } else {
        const item = draftOf(span, 'passage', topic || words || 'Passage', topic ? words : '');
        place(item, speaker);
        host = item;
      }
      const quoted = block.kind === 'quote' ? undefined : (host ?? speaker);
      if (!quoted || perEntry > 1) continue;
      const below: Below[] = [
        ...(extras.has('quotations')
          ? quotations.map((each) => ({ kind: 'quotation' as const, ...each }))
          : []),
        ...mentionsBelow(blocks[index] ?? [], extras),
      ].sort((a, b) => a.span.start - b.span.start);
      for (const { kind, name, span: within } of below) {
        const there = shift(within, at);
        quoted.children.push(draftOf(there, kind, name));
      }
    }
  }
  return roots;
}

function draftOf(span: Span, kind: OutlineKind, name: string, detail = ''): Draft {
  return {
    kind,
    name,
    detail,
    span: { start: span.start, end: span.end },
    selection: span,
    children: [],
    level: Number.POSITIVE_INFINITY,
  };
}

function frontmatterItem({ frontmatter }: Readout): Draft | undefined {
  if (!frontmatter) return undefined;
  const start = frontmatter.open?.start ?? frontmatter.content.start;
  const end = frontmatter.close?.end ?? frontmatter.content.end;
  if (end <= start) return undefined;
  const leaf = { level: Number.POSITIVE_INFINITY, children: [] };
  const fields = frontmatter.fields.map(
    ({ key, keySpan, value }): Draft => ({
      kind: 'field',
      name: key || '""',
      detail: firstWords(value.kind === 'scalar' ? value.text : value.source, 80),
      span: { start: keySpan.start, end: Math.max(keySpan.end, value.span.end) },
      selection: keySpan,
      ...leaf,
      children: [],
    }),
  );
  return {
    kind: 'frontmatter',
    name: 'Frontmatter',
    detail: '',
    span: { start, end: Math.max(end, ...fields.map(({ span }) => span.end)) },
    selection: frontmatter.open ?? { start, end: start },
    level: Number.POSITIVE_INFINITY,
    children: fields,
  };
}

function headingName(block: Block): string {
  const start = block.content.start;
  const text = block.text.slice(start, Math.min(block.contentEnd, start + 1000));
  return (
    firstWords(text.replace(/^\s*#{1,6}[ \t]*/, '').replace(/[ \t]#+$|\n\s*(?:=+|-+)$/, ''), 120) || 'Heading'
  );
}

function speakerLabel(block: Block): string {
  const text = block.text.slice(block.content.start, block.content.start + 120);
  const label = /^[*_]{0,3}(Q\b|[^:]{1,80})/.exec(text)?.[1] ?? 'Speaker';
  return label.replace(/[*_\s]+$/, '');
}

interface Below {
  readonly kind: 'quotation' | 'person' | 'figure';
  readonly name: string;
  /** From the block's start. */
  readonly span: Span;
}

/** The people (each once) and figures of a block that are to be shown. */
function mentionsBelow(mentions: readonly Mention[], extras: ReadonlySet<OutlineExtra>): Below[] {
  const found: Below[] = [];
  if (!extras.has('people') && !extras.has('figures')) return found;
  const seen = new Set<string>();
  for (const { type, text, span } of mentions) {
    const extra = EXTRA_OF[type];
    const name = oneLine(text);
    if (extra === undefined || !extras.has(extra) || (extra === 'people' && seen.has(name))) continue;
    seen.add(name);
    found.push({ kind: extra === 'people' ? 'person' : 'figure', name, span });
  }
  return found;
}

/** A lead names at most this many people. */
const MOST_PEOPLE = 3;

/** The people of a lead, each once, in order; empty if it names none. */
function peopleIn(mentions: readonly Mention[]): string {
  const people = new Map<string, string>();
  for (const { type, text } of mentions) {
    if (type !== 'PERSON') continue;
    const surname = nameWords(text).at(-1) ?? text;
    if (!people.has(surname)) people.set(surname, oneLine(text));
  }
  return [...people.values()].slice(0, MOST_PEOPLE).join(', ');
}

/** Quotations in running text shorter than this (in characters) are words, not quotations. */
const SHORTEST_QUOTATION = 40;
const LONGEST_QUOTATION = 3000;

interface BlockFacts {
  /** The first words, on one line. */
  readonly words: string;
  /** The longer quotations, marks included. */
  readonly quotations: readonly { readonly name: string; readonly span: Span }[];
}

const factsOf = derive((block: Block): BlockFacts => {
  const { text } = block;
  const start = block.content.start;
  return { words: firstWords(text.slice(start, start + 400)), quotations: quotationsIn(text) };
});

/** Linear: each mark is looked at once. */
function quotationsIn(text: string): BlockFacts['quotations'] {
  const found: { name: string; span: Span }[] = [];
  let from = 0;
  for (;;) {
    const start = text.indexOf('“', from);
    const end = start < 0 ? 0 : text.indexOf('”', start + 1) + 1;
    if (end === 0) return found;
    if (end - start >= SHORTEST_QUOTATION && end - start <= LONGEST_QUOTATION)
      found.push({ name: `“${firstWords(text.slice(start + 1, end - 1))}”`, span: { start, end } });
    from = end;
  }
}
