/**
 * The running text of a block without its markup: what a reader of the published page sees. The result is as long as
 * the block's text, so an offset in one is an offset in the other.
 */
import type { Block } from '../../document/block.ts';
import { derive } from '../../document/derive.ts';
import type { Span } from '../../text/span.ts';

/** Stands for a character that the reader never sees: emphasis, backslashes, tags, link targets. */
export const HIDDEN = '\u0000';

/** A link's target longer than this is none. */
const LONGEST_TARGET = 4000;
/** A tag longer than this is none; pictures carry long lists of sizes, and themselves in base64. */
const LONGEST_TAG = 20_000;
const INTERESTING = /[`<\\*_[\]]|https?:\/\//g;
const ESCAPABLE = /[!-/:-@[-`{-~]/;

/** The prose of a block; code and raw HTML blocks have none and come out all hidden. */
export const proseOf = derive((block: Block): string => {
  if (block.kind === 'code' || block.kind === 'rule') return HIDDEN.repeat(block.text.length);
  return hideMarkup(block.text);
});

/** Replaces every character of Markdown and HTML markup by {@link HIDDEN}. Linear in the text's length. */
export function hideMarkup(text: string): string {
  const find = finder(text);
  const hidden: Span[] = [];
  /** Brackets that may turn out to open a link's text. */
  const open: number[] = [];
  INTERESTING.lastIndex = 0;
  for (let match = INTERESTING.exec(text); match; match = INTERESTING.exec(text)) {
    const at = match.index;
    if (match[0] === '[') {
      open.push(at);
      continue;
    }
    const end = markupEnd(text, at, match[0], find);
    if (match[0] === ']') {
      const start = open.pop();
      if (start !== undefined && end > at) hidden.push({ start, end: start + 1 });
      // The link's text began in an earlier block: its bracket is left to be paired with the one there.
      if (end > at) hidden.push({ start: start === undefined ? at + 1 : at, end });
    } else if (end > at) {
      // What a picture shows is text too, for those who cannot see it.
      const shown = match[0] === '<' ? /\balt="([^"]*)"/.exec(text.slice(at, end)) : null;
      const from = shown ? at + shown.index + 5 : end;
      const length = shown?.[1]?.length ?? 0;
      hidden.push({ start: at, end: from });
      if (from + length < end) hidden.push({ start: from + length, end });
    }
    // The character behind a backslash is text, whatever it is.
    INTERESTING.lastIndex = match[0] === '\\' ? at + 2 : Math.max(end, at + 1);
  }
  if (hidden.length === 0) return text;
  hidden.sort((a, b) => a.start - b.start);
  const parts: string[] = [];
  let position = 0;
  for (const { start, end } of hidden) {
    if (end <= position) continue;
    parts.push(
      text.slice(position, Math.max(start, position)),
      HIDDEN.repeat(end - Math.max(start, position)),
    );
    position = end;
  }
  parts.push(text.slice(position));
  return parts.join('');
}

type Find = (needle: string, from: number) => number;

/** `indexOf` that never searches the same stretch for the same needle twice, as long as `from` only grows. */
function finder(text: string): Find {
  const known = new Map<string, number>();
  return (needle, from) => {
    const last = known.get(needle);
    if (last !== undefined && last >= from) return last;
    const found = text.indexOf(needle, from);
    known.set(needle, found < 0 ? Number.POSITIVE_INFINITY : found);
    return found < 0 ? Number.POSITIVE_INFINITY : found;
  };
}

/** Where the markup that starts at `at` ends; `at` itself if there is none after all. */
function markupEnd(text: string, at: number, opening: string, find: Find): number {
  switch (opening) {
    case '`': {
      const close = find('`', at + 1);
      return close - at < 300 ? close + 1 : at;
    }
    case '\\':
      return ESCAPABLE.test(text[at + 1] ?? '') ? at + 1 : at;
    case '*':
    case '_':
      return at + 1;
    case ']':
      return text[at + 1] === '(' && find(')', at) - at < LONGEST_TARGET ? linkTargetEnd(text, at) : at;
    case '<': {
      if (text.startsWith('<!--', at)) {
        const close = find('-->', at + 4);
        return close === Number.POSITIVE_INFINITY ? at : close + 3;
      }
      if (!/[a-z/]/i.test(text[at + 1] ?? '')) return at;
      const close = find('>', at);
      const inner = close - at < LONGEST_TAG ? text.slice(at + 1, close) : '';
      return /^(?:\/?[a-z][a-z0-9]*(?:\s[^<]*|\/)?|[a-z][a-z0-9+.-]*:[^\s<]*|[^\s<@]+@[^\s<@]+)$/i.test(
        inner,
      ) && !/^insert\b/i.test(inner)
        ? close + 1
        : at;
    }
    default:
      return urlEnd(text, at + opening.length);
  }
}

/** End of a bare address: at a blank or a quotation mark, or at a bracket that it did not open itself. */
function urlEnd(text: string, from: number): number {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    const unit = text[i] as string;
    if (unit === '(') depth++;
    else if (unit === ')') depth--;
    if (depth < 0 || /[\s<>"”[\]]/.test(unit)) return i;
  }
  return text.length;
}

/** End of `](target "title")` from the bracket, or the bracket's own place if this is no link. */
function linkTargetEnd(text: string, at: number): number {
  let depth = 0;
  const stop = Math.min(text.length, at + LONGEST_TARGET);
  for (let i = at + 1; i < stop; i++) {
    const unit = text[i];
    if (unit === '\\') i++;
    else if (unit === '(') {
      // CommonMark 0.31, section 6.3: implementations may limit how deep brackets nest, and 32 is enough for all.
      if (++depth > 32) return at;
    } else if (unit === ')' && --depth === 0) return isTarget(text.slice(at + 2, i)) ? i + 1 : at;
  }
  return at;
}

/** A target holds no blank, but for a title behind it; a bracket that follows a bracket in prose does. */
function isTarget(inner: string): boolean {
  const target = inner.replace(/\s+(?:"[^"]*"|'[^']*')\s*$/, '').trim();
  return !/\s/.test(target) || /^(?:<[^<>]*>|https?:\/\/|mailto:|\/|#)/.test(target);
}
