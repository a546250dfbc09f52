/**
 * The part of a body that markdownlint has to read. Its parser costs by the character, and most rules that are on look
 * at one paragraph at a time: where nothing in a document reaches beyond a blank line, only the paragraphs in which one
 * of them could find something are handed over. `test/markdownlint/` holds the result against the whole document's.
 */
import { lineEnd, lineStartsOf, nextLineStart } from '../core/text/lines.ts';
import { MAY_FIND } from './guard.ts';

/**
 * Paragraphs longer than this (in UTF-16 units), or with more characters that can be marks, are left out: the library's
 * parser takes time that grows with the square of their number, and one line of ten megabytes would never end. The
 * longest paragraph of the archive has 221,397 units, 8,384 of them marks.
 */
const LONGEST_PARAGRAPH = 400_000;
const MOST_MARKS = 10_000;

/** What is handed to the library. */
export interface Excerpt {
  readonly text: string;
  /** `lines[i]` is the line of the body (zero-based) that line `i` of the text is. */
  readonly lines: readonly number[];
  /** Lines of the body at which paragraphs begin that are too long to be read. */
  readonly tooLong: readonly number[];
}

/** Rules whose findings in a paragraph depend on that paragraph alone, and on the list that it stands in. */
const LOCAL: ReadonlySet<string> = new Set(['MD011', 'MD018', 'MD037', 'MD039', 'MD042', 'MD045', 'MD056']);

/**
 * What reaches beyond a blank line: fenced code, the kinds of raw HTML that do not end there (CommonMark 0.31,
 * section 4.6, kinds 1 to 5, but for comments that end on their line), definitions of links, and markdownlint's own
 * comments.
 */
const REACHES_FAR =
  /```|~~~|<!(?!--(?!-?>)(?:[^\r\n-]|-(?!-)){0,200}-->)|<\?|<(?:pre|script|style|textarea)|\]:|markdownlint-/i;

/** Lines that belong together: between two blank ones. */
interface Chunk {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly lineCount: number;
  readonly indented: boolean;
}

/**
 * @param rules the rules that are on.
 * @returns undefined if no rule can find anything.
 */
export function excerptOf(body: string, rules: readonly string[]): Excerpt | undefined {
  for (const rule of rules) {
    if (!LOCAL.has(rule) && (MAY_FIND[rule]?.(body) ?? true)) return wholeOf(body);
  }
  const local = rules.filter((rule) => LOCAL.has(rule) && MAY_FIND[rule]?.(body));
  if (local.length === 0) return undefined;
  if (REACHES_FAR.test(body)) return wholeOf(body);
  const chunks = chunksOf(body);
  const wanted = new Set<number>();
  chunks.forEach((chunk, index) => {
    const text = body.slice(chunk.start, chunk.end);
    if (!local.some((rule) => MAY_FIND[rule]?.(text))) return;
    wanted.add(index);
    // What is indented may belong to a list that began before: hand over all back to where that can be.
    for (let at = index; at > 0 && chunks[at]?.indented && !wanted.has(at - 1); at--) wanted.add(at - 1);
  });
  const parts: string[] = [];
  const lines: number[] = [];
  const tooLong: number[] = [];
  chunks.forEach((chunk, index) => {
    if (!wanted.has(index)) return;
    if (isTooLong(body, chunk)) {
      tooLong.push(chunk.line);
      return;
    }
    parts.push(body.slice(chunk.start, chunk.end), '\n');
    for (let line = 0; line <= chunk.lineCount; line++) lines.push(chunk.line + line);
  });
  return wanted.size === 0 ? undefined : { text: parts.join(''), lines, tooLong };
}

/** The whole body; of a paragraph that is too long, its line breaks alone. */
function wholeOf(body: string): Excerpt {
  const parts: string[] = [];
  const tooLong: number[] = [];
  let done = 0;
  for (const chunk of chunksOf(body)) {
    if (!isTooLong(body, chunk)) continue;
    tooLong.push(chunk.line);
    parts.push(body.slice(done, chunk.start), body.slice(chunk.start, chunk.end).replace(/[^\r\n]+/g, ''));
    done = chunk.end;
  }
  parts.push(body.slice(done));
  const text = parts.join('');
  const lines = Array.from({ length: lineStartsOf(text).length }, (_, line) => line);
  return { text, lines, tooLong };
}

function isTooLong(body: string, chunk: Chunk): boolean {
  const length = chunk.end - chunk.start;
  if (length > LONGEST_PARAGRAPH) return true;
  if (length <= MOST_MARKS) return false;
  let marks = 0;
  for (const _ of body.slice(chunk.start, chunk.end).matchAll(/[*_[\]<`|]/g)) marks++;
  return marks > MOST_MARKS;
}

/** A chunk's text ends with its last line's break, or with the body. */
function chunksOf(body: string): Chunk[] {
  const chunks: Chunk[] = [];
  let start = -1;
  let first = 0;
  let line = 0;
  let at = 0;
  const close = (end: number): void => {
    if (start >= 0)
      chunks.push({
        start,
        end,
        line: first,
        lineCount: line - first,
        indented: /[ \t]/.test(body[start] ?? ''),
      });
    start = -1;
  };
  while (at < body.length) {
    const end = lineEnd(body, at);
    if (isBlank(body, at, end)) close(at);
    else if (start < 0) {
      start = at;
      first = line;
    }
    at = nextLineStart(body, end);
    line++;
    if (end === body.length) break;
  }
  close(body.length);
  return chunks;
}

/** Blank for CommonMark: nothing but blanks and tabs. */
function isBlank(body: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = body.charCodeAt(at);
    if (unit !== 32 && unit !== 9) return false;
  }
  return true;
}
