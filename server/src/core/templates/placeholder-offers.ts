/** Completion of placeholders in the file of a workspace's own template. */
import type { TemplateFile } from '../config/settings.ts';
import type { Span } from '../text/span.ts';
import { PLACEHOLDERS, type Placeholder } from './placeholders.ts';
import { readTemplate } from './read-template.ts';

/** A placeholder that may be written. */
export interface PlaceholderOffer {
  readonly name: string;
  readonly placeholder: Placeholder;
  /** What is replaced, braces included. */
  readonly span: Span;
}

/** Names longer than this (in UTF-16 units) are not completed. */
const LONGEST = 60;

/** The placeholders for the brace that is open before an offset; none if there is no such brace. */
export function placeholderOffersAt(file: TemplateFile, offset: number): readonly PlaceholderOffer[] {
  const { text } = file;
  const open = /(?<!\\)\{[a-zA-Z]*$/.exec(text.slice(Math.max(0, offset - LONGEST), offset));
  if (!open) return [];
  const rest = /^[a-zA-Z]*\}?/.exec(text.slice(offset, offset + LONGEST))?.[0] ?? '';
  const span = { start: offset - open[0].length, end: offset + rest.length };
  const own = readTemplate(file).template.placeholders ?? {};
  const written = text.slice(span.start, span.end).replace(/[{}]/g, '');
  return (
    Object.entries({ ...PLACEHOLDERS, ...own })
      .sort(([a], [b]) => Number(Object.hasOwn(own, b)) - Number(Object.hasOwn(own, a)))
      // What is being written is a placeholder only because it is being written.
      .filter(([name]) => name !== written || Object.hasOwn(PLACEHOLDERS, name))
      .map(([name, placeholder]) => ({ name, placeholder, span }))
  );
}
