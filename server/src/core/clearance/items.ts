/** What a clearance covers: the names, figures, dates and quotations of a document, one by one, in their order. */
import type { Settings } from '../config/settings.ts';
import type { Block } from '../document/block.ts';
import { derive } from '../document/derive.ts';
import { scalarField } from '../document/facts.ts';
import { Readout } from '../document/readout.ts';
import { sourceSpanOrWhole } from '../document/scalar.ts';
import { recognise } from '../entities/recognise.ts';
import type { EntityType, Mention } from '../entities/types.ts';
import { type Span, shift } from '../text/span.ts';

/** The kinds of item, by the keys under which a clearance lists them. */
export const CLEARED_KINDS = ['names', 'figures', 'dates', 'quotations'] as const;
export type ClearedKind = (typeof CLEARED_KINDS)[number];

/** One item with its place. */
export interface ClearedItem {
  /** Its normalised text; of a long quotation the first words and a digest. Two items are the same if these are. */
  readonly text: string;
  /** Offsets in the file; from the block's start where a block's items are meant. */
  readonly span: Span;
}

export type ItemsByKind = Readonly<Record<ClearedKind, readonly ClearedItem[]>>;

const KIND_OF: Readonly<Record<EntityType, ClearedKind>> = {
  PERSON: 'names',
  PLACE: 'names',
  ORG: 'names',
  NORP: 'names',
  INSTRUMENT: 'names',
  EVENT: 'names',
  DATE: 'dates',
  MONEY: 'figures',
  PERCENT: 'figures',
  NUMBER: 'figures',
};

/** Quotations up to this length (UTF-16 units, normalised) are kept whole. */
const LONGEST_WHOLE = 48;
/** Of longer ones, at most this much is shown before the digest. */
const LONGEST_SHOWN = 32;

/** All items of a document: those of its title first, then those of the body. */
export function itemsOf(readout: Readout, settings: Settings): ItemsByKind {
  const items: Record<ClearedKind, ClearedItem[]> = { names: [], figures: [], dates: [], quotations: [] };
  for (const { kind, text, span } of titleItems(readout, settings)) items[kind].push({ text, span });
  const { blocks } = recognise(readout, settings);
  readout.blocks.forEach((block, index) => {
    const start = readout.starts[index] as number;
    for (const { kind, text, span } of mentionItems(blocks[index] ?? []))
      items[kind].push({ text, span: shift(span, start) });
    for (const { text, span } of quotationsIn(block))
      items.quotations.push({ text, span: shift(span, start) });
  });
  return items;
}

interface KindedItem extends ClearedItem {
  readonly kind: ClearedKind;
}

const titleReadout = derive((holder: { readonly text: string }) => Readout.parse(holder.text));

function titleItems(readout: Readout, settings: Settings): KindedItem[] {
  const value = scalarField(readout.frontmatter, 'title')?.value;
  // A title that looks like a frontmatter of its own is none.
  if (!value || value.text.startsWith('---')) return [];
  const title = titleReadout(value);
  const found = recognise(title, settings).blocks.flatMap((mentions, index) => {
    const start = title.starts[index] as number;
    const quotations = quotationsIn(title.blocks[index] as Block).map((each) => ({
      ...each,
      kind: 'quotations' as const,
    }));
    return [...mentionItems(mentions), ...quotations].map((item) => ({
      ...item,
      span: shift(item.span, start),
    }));
  });
  return found.map((item) => ({ ...item, span: sourceSpanOrWhole(value, item.span.start, item.span.end) }));
}

const mentionItems = derive((mentions: readonly Mention[]): readonly KindedItem[] =>
  mentions.map(({ type, text, span }) => ({ kind: KIND_OF[type], text: normalised(text), span })),
);

const QUOTE = /[“”"]/g;

/** The quotations of a block. One that is not closed within it goes on to its end, as in a speech of several paragraphs. */
const quotationsIn = derive((block: Block): readonly ClearedItem[] => {
  if (block.kind === 'blank' || block.kind === 'code' || block.kind === 'rule') return [];
  const { text } = block;
  const found: ClearedItem[] = [];
  let open: number | undefined;
  const close = (end: number, after: number): void => {
    const inner = normalised(text.slice((open as number) + 1, end));
    if (/\s/.test(inner)) found.push({ text: digest(inner), span: { start: open as number, end: after } });
    open = undefined;
  };
  for (const { 0: mark, index } of text.matchAll(QUOTE)) {
    if (open === undefined) {
      if (mark !== '”') open = index;
    } else if (mark === '”' || (mark === '"' && text[open] === '"')) {
      close(index, index + 1);
    }
  }
  const end = text.trimEnd().length;
  if (open !== undefined) close(end, end);
  return found;
});

/**
 * A text as it is compared: markup, line breaks, kinds of blank, quotation mark and dash make no difference.
 * Linear in its length.
 */
export function normalised(text: string): string {
  return text
    .replace(/\n[ \t]*>/g, '\n')
    .replace(/[\\*_`]|[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .trim();
}

function digest(text: string): string {
  if (text.length <= LONGEST_WHOLE) return text;
  const cut = text.lastIndexOf(' ', LONGEST_SHOWN);
  const shown = text.slice(0, cut > 0 ? cut : LONGEST_SHOWN).replace(/[\ud800-\udbff]$/, '');
  return `${shown} … #${fnv1a(text)}`;
}

const PRIME = 0x100_0000_01b3n;

/** FNV-1a, 64 bits, over UTF-16 units as two bytes each, in hexadecimal. It tells slips from what was cleared; it is no seal. */
export function fnv1a(text: string): string {
  let hash = 0xcbf2_9ce4_8422_2325n;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    hash = BigInt.asUintN(64, (hash ^ BigInt(unit & 0xff)) * PRIME);
    hash = BigInt.asUintN(64, (hash ^ BigInt(unit >> 8)) * PRIME);
  }
  return hash.toString(16).padStart(16, '0');
}
