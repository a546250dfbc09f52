/**
 * The part of a body that markdownlint has to read. Its parser costs by the character, and most rules that are on look
 * at one paragraph at a time: where nothing in a document reaches beyond a blank line, only the paragraphs in which one
 * of them could find something are handed over. `test/markdownlint/` holds the result against the whole document's.
 */
import { lineEnd, nextLineStart } from '../core/text/lines.ts';
import { MAY_FIND } from './guard.ts';

/** What is handed to the library. */
export interface Excerpt {
  readonly text: string;
  /** `lines[i]` is the line of the body (zero-based) that line `i` of the text is. */
  readonly lines: readonly number[];
}

/** Rules whose findings in a paragraph depend on that paragraph alone, and on the list that it stands in. */
const LOCAL: ReadonlySet<string> = new Set(['MD011', 'MD018', 'MD037', 'MD039', 'MD042', 'MD045', 'MD056']);

/**
 * What reaches beyond a blank line: fenced code, the kinds of raw HTML that do not end there (CommonMark 0.31,
 * section 4.6, kinds 1 to 5), definitions of links, and markdownlint's own comments.
 */
const REACHES_FAR = /```|~~~|<!|<\?|<(?:pre|script|style|textarea)|\]:|markdownlint-/i;

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
 * @returns `whole` if the document must be read as a whole, undefined if no rule can find anything.
 */
export function excerptOf(body: string, rules: readonly string[]): Excerpt | 'whole' | undefined {
  for (const rule of rules) {
    if (!LOCAL.has(rule) && (MAY_FIND[rule]?.(body) ?? true)) return 'whole';
  }
  const local = rules.filter((rule) => LOCAL.has(rule) && MAY_FIND[rule]?.(body));
  if (local.length === 0) return undefined;
  if (REACHES_FAR.test(body)) return 'whole';
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
  chunks.forEach((chunk, index) => {
    if (!wanted.has(index)) return;
    parts.push(body.slice(chunk.start, chunk.end), '\n');
    for (let line = 0; line <= chunk.lineCount; line++) lines.push(chunk.line + line);
  });
  return parts.length === 0 ? undefined : { text: parts.join(''), lines };
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
