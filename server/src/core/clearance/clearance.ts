/** A clearance: who cleared a document on which day, and the names, figures, dates and quotations it held then. */
import type { Settings } from '../config/settings.ts';
import { derive } from '../document/derive.ts';
import { fieldsByKey } from '../document/facts.ts';
import type { Field, Frontmatter } from '../document/frontmatter.ts';
import type { Readout } from '../document/readout.ts';
import { rewrite, writeScalar } from '../document/scalar.ts';
import type { TextEdit } from '../text/span.ts';
import { CLEARED_KINDS, type ClearedKind, itemsOf } from './items.ts';

/** The items of a document, by kind, each in its order, repeats included. */
export type Digest = Readonly<Record<ClearedKind, readonly string[]>>;

/** A clearance as the frontmatter holds it. */
export interface Clearance extends Digest {
  /** Who cleared; empty if the record does not say. */
  readonly by: string;
  /** The day, `YYYY-MM-DD`; empty if the record does not say. */
  readonly day: string;
}

/** What a clearance of the document as it stands would cover. */
export function clearanceOf(readout: Readout, settings: Settings): Digest {
  const items = itemsOf(readout, settings);
  const texts = (kind: ClearedKind) => items[kind].map(({ text }) => text);
  return {
    names: texts('names'),
    figures: texts('figures'),
    dates: texts('dates'),
    quotations: texts('quotations'),
  };
}

/** The clearance that a frontmatter records, with its field; undefined if there is none that can be read. */
export const recordedClearance = derive(
  (frontmatter: Frontmatter): { readonly field: Field; readonly clearance: Clearance } | undefined => {
    const field = fieldsByKey(frontmatter).get('clearance');
    if (!field || field.broken || field.value.kind !== 'mapping') return undefined;
    const data = field.value.data;
    if (typeof data !== 'object' || data === null) return undefined;
    const entries: ReadonlyMap<string, unknown> = new Map(Object.entries(data));
    const text = (key: string): string => {
      const value = entries.get(key);
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    };
    const list = (key: ClearedKind): string[] => {
      const value = entries.get(key);
      return Array.isArray(value) ? value.map(String) : [];
    };
    return {
      field,
      clearance: {
        by: text('by'),
        day: text('day'),
        names: list('names'),
        figures: list('figures'),
        dates: list('dates'),
        quotations: list('quotations'),
      },
    };
  },
);

/** Longest clearance written, in UTF-16 units: with more, the frontmatter would be too long to be read. */
const LONGEST = 40_000;

/**
 * The edits that record a clearance: `clearance` is written or replaced, `status` becomes `cleared`. Everything else
 * stays as it is, byte for byte.
 * @returns undefined if the document has no closed frontmatter that can be read, or too much to be cleared.
 */
export function recordClearanceEdits(
  readout: Readout,
  settings: Settings,
  { by, day }: Pick<Clearance, 'by' | 'day'>,
): readonly TextEdit[] | undefined {
  const { frontmatter } = readout;
  if (!frontmatter?.close || frontmatter.problems.length > 0) return undefined;
  const lineBreak = readout.head.includes('\r\n') ? '\r\n' : '\n';
  const digest = clearanceOf(readout, settings);
  const record = [
    'clearance:',
    `  by: ${writeScalar(by)}`,
    `  day: ${writeScalar(day, 'single')}`,
    ...CLEARED_KINDS.filter((kind) => digest[kind].length > 0).map(
      (kind) => `  ${kind}: [${digest[kind].map((text) => writeScalar(text, 'single')).join(', ')}]`,
    ),
    '',
  ].join(lineBreak);
  if (record.length > LONGEST) return undefined;
  const fields = fieldsByKey(frontmatter);
  const status = fields.get('status');
  const edits: TextEdit[] = [];
  if (status && status.value.text !== 'cleared') edits.push(rewrite(status.value, 'cleared'));
  const old = fields.get('clearance');
  const added = `${status ? '' : `status: cleared${lineBreak}`}${record}`;
  edits.push({
    span: old ? old.lines : { start: frontmatter.close.start, end: frontmatter.close.start },
    newText: added,
  });
  return edits;
}

/**
 * The edits that set `status`, and nothing else; none if it is so already.
 * @returns undefined if the document has no closed frontmatter that can be read.
 */
export function setStatusEdits(
  { frontmatter, head }: Readout,
  status: 'draft' | 'cleared' | 'released',
): readonly TextEdit[] | undefined {
  if (!frontmatter?.close || frontmatter.problems.length > 0) return undefined;
  const field = fieldsByKey(frontmatter).get('status');
  if (field) return field.value.text === status ? [] : [rewrite(field.value, status)];
  const { start } = frontmatter.close;
  const lineBreak = head.includes('\r\n') ? '\r\n' : '\n';
  return [{ span: { start, end: start }, newText: `status: ${status}${lineBreak}` }];
}
