/**
 * A paragraph as the formatter sees it: atoms, of which no byte is touched, and the gaps between them, which are white
 * space and may become another white space. Code, links, images, URLs and HTML tags lie within atoms.
 */
import type { Span } from '../../text/span.ts';

/** White space between two atoms. */
export interface Gap extends Span {
  /** Whether it holds a line break (and, in a quotation, the next line's `>`). */
  readonly breaks: boolean;
  /** A hard line break: two blanks, a backslash or `<br>` before it. It stays as it is. */
  readonly hard: boolean;
}

/** `gaps[i]` lies between `atoms[i]` and `atoms[i + 1]`. */
export interface Atoms {
  readonly atoms: readonly Span[];
  readonly gaps: readonly Gap[];
}

/** Which parts of a text are kept together. */
interface ReadOptions {
  /** The paragraph stands in a quotation: `>` at the start of a line is no text. */
  readonly isQuote: boolean;
  /** The document defines link references, so that any `[…]` may be a link. */
  readonly hasReferences: boolean;
}

/**
 * Takes the paragraph `text.slice(start, end)` apart; it begins and ends with something visible.
 * @returns undefined where it is not certain what is code, link or HTML: such a paragraph is left as it is.
 */
export function readAtoms(text: string, { start, end }: Span, options: ReadOptions): Atoms | undefined {
  const kept = keptTogether(text.slice(start, end), options.hasReferences);
  if (!kept) return undefined;
  const atoms: Span[] = [];
  const gaps: Gap[] = [];
  let next = 0;
  let atomStart = start;
  for (let at = start; at < end; ) {
    while (next < kept.length && (kept[next] as Span).end + start <= at) next++;
    const together = kept[next];
    if (together && together.start + start <= at) {
      at = together.end + start;
      continue;
    }
    if (!isBlank(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const gap = readGap(text, at, end, options.isQuote);
    if (!gap) return undefined;
    atoms.push({ start: atomStart, end: at });
    gaps.push(gap);
    at = gap.end;
    atomStart = at;
  }
  atoms.push({ start: atomStart, end });
  return { atoms, gaps };
}

/** A blank, tab or line break of ASCII: the white space that Markdown folds. No-break spaces are text. */
export function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 10 || unit === 13;
}

function readGap(text: string, start: number, end: number, isQuote: boolean): Gap | undefined {
  let at = start;
  while (at < end && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++;
  const unit = text.charCodeAt(at);
  if (unit !== 10 && unit !== 13) return { start, end: at, breaks: false, hard: false };
  const trailing = at - start;
  at += unit === 13 && text.charCodeAt(at + 1) === 10 ? 2 : 1;
  let blanks = 0;
  while (text.charCodeAt(at + blanks) === 32) blanks++;
  if (isQuote && blanks <= 3 && text.charCodeAt(at + blanks) === 0x3e) at += blanks + 1;
  while (at < end && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++;
  // A blank line: more than one paragraph.
  if (at >= end || isBlank(text.charCodeAt(at))) return undefined;
  const hard =
    trailing > 1 ||
    (trailing === 0 && endsWithBackslash(text, start)) ||
    /<br[ \t]*\/?>$/i.test(text.slice(Math.max(0, start - 20), start));
  return { start, end: at, breaks: true, hard };
}

/** Whether the text up to `end` ends with a backslash that is not itself escaped. */
export function endsWithBackslash(text: string, end: number): boolean {
  let count = 0;
  while (end - count > 0 && text.charCodeAt(end - count - 1) === 0x5c) count++;
  return count % 2 === 1;
}

/** Elements whose white space counts, or which are code. */
const KEPT_ELEMENT = /^<\/?(?:pre|code|kbd|samp|script|style|textarea|math|svg)\b/i;

/**
 * The spans of code, links, images and HTML tags, in order, without overlaps. One look at each character.
 * @returns undefined if brackets, backticks or tags do not pair.
 */
function keptTogether(text: string, hasReferences: boolean): Span[] | undefined {
  if (!/[`<[\]]/.test(text)) return [];
  const runs = backtickRuns(text);
  const kept: Span[] = [];
  const open: number[] = [];
  const keep = (span: Span): void => {
    while (kept.length > 0 && (kept[kept.length - 1] as Span).start >= span.start) kept.pop();
    kept.push(span);
  };
  for (let at = 0; at < text.length; ) {
    const character = text[at];
    if (character === '\\') {
      if (text[at + 1] === '`') return undefined;
      at += isBlank(text.charCodeAt(at + 1)) ? 1 : 2;
    } else if (character === '`') {
      const close = runs(at);
      if (close === undefined) return undefined;
      keep({ start: at, end: close });
      at = close;
    } else if (character === '<' && /[A-Za-z/!?]/.test(text[at + 1] ?? '')) {
      const isComment = text.startsWith('<!--', at);
      if (!isComment && /[!?]/.test(text[at + 1] ?? '')) return undefined;
      const close = text.indexOf(isComment ? '-->' : '>', isComment ? at + 4 : at);
      if (close < 0) return undefined;
      const end = close + (isComment ? 3 : 1);
      const tag = text.slice(at, end);
      if (!isComment && (KEPT_ELEMENT.test(tag) || tag.split('"').length % 2 === 0)) return undefined;
      keep({ start: at, end });
      at = end;
    } else if (character === '[') {
      open.push(at);
      at++;
    } else if (character === ']') {
      const opened = open.pop();
      if (opened === undefined) return undefined;
      let end = at + 1;
      const isLink = text[end] === '(';
      if (isLink) {
        const close = closingParenthesis(text, end);
        if (close === undefined) return undefined;
        end = close + 1;
      }
      const isReference = hasReferences || text[end] === '[' || text[opened - 1] === ']';
      if (isLink || isReference || at - opened <= 2)
        keep({ start: text[opened - 1] === '!' ? opened - 1 : opened, end });
      at = end;
    } else {
      at++;
    }
  }
  return open.length > 0 ? undefined : kept;
}

/** For the start of a run of backticks: the end of the next run of the same length (CommonMark 0.31, section 6.1). */
function backtickRuns(text: string): (at: number) => number | undefined {
  const byLength = new Map<number, number[]>();
  for (const match of text.matchAll(/`+/g)) {
    const starts = byLength.get(match[0].length) ?? [];
    byLength.set(match[0].length, starts);
    starts.push(match.index);
  }
  const reached = new Map<number, number>();
  return (at) => {
    let length = 1;
    while (text[at + length] === '`') length++;
    const starts = byLength.get(length) ?? [];
    let index = reached.get(length) ?? 0;
    while (index < starts.length && (starts[index] as number) <= at) index++;
    reached.set(length, index);
    const close = starts[index];
    return close === undefined ? undefined : close + length;
  };
}

/** Where the parenthesis of a link closes: behind its address, its title in quotation marks skipped. */
function closingParenthesis(text: string, open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '(') depth++;
    else if (character === ')') {
      if (--depth === 0) return at;
    } else if ((character === '"' || character === "'") && isBlank(text.charCodeAt(at - 1))) {
      const close = text.indexOf(character, at + 1);
      if (close < 0) return undefined;
      at = close;
    } else if (character === '<' && text[at - 1] === '(') {
      const close = text.indexOf('>', at);
      if (close < 0) return undefined;
      at = close;
    }
  }
  return undefined;
}
