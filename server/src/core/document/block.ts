/**
 * The body of a readout as a row of blocks that tile it without gaps: each block is the text of one heading,
 * paragraph, list item, … with the blank lines behind it. A block knows its own text and nothing of its place, so it
 * stays the same object, and everything derived from it stays valid, when the text before it grows or shrinks.
 */

import { lineStartsOf, nextLineStart } from '../text/lines.ts';
import { detach, type Span } from '../text/span.ts';
import { Derivable } from './derive.ts';

/**
 * What a block is:
 * - `heading`: an ATX or setext heading; `boldHeading`: a short paragraph all in bold, which acts as one;
 * - `paragraph`; `speaker`: a paragraph that opens with a speaker label (`THE PRESIDENT:`, `Q`);
 * - `listItem`, `quote`, `table`, `code` (fenced or indented), `html`, `rule` (thematic break);
 * - `endMark`: `\###` and its like; `blank`: blank lines at the start of the body.
 */
export type BlockKind =
  | 'heading'
  | 'boldHeading'
  | 'paragraph'
  | 'speaker'
  | 'listItem'
  | 'quote'
  | 'table'
  | 'code'
  | 'html'
  | 'rule'
  | 'endMark'
  | 'blank';

/** One block of the body. Immutable; its spans count from its own start. */
export class Block extends Derivable {
  readonly kind: BlockKind;
  /** The block's text with the blank lines behind it. */
  readonly text: string;
  /** Where the text ends that is not trailing white space: its last visible character's end. */
  readonly contentEnd: number;
  /** Heading level 1 to 6; 0 for every other kind (a bold line that acts as a heading included). */
  readonly level: number;
  /** Whether the block ends with a blank line, so that the next cannot be a continuation of it. */
  readonly closed: boolean;
  #lineStarts: readonly number[] | undefined;

  constructor(kind: BlockKind, text: string, level: number, closed: boolean) {
    super();
    this.kind = kind;
    this.text = text;
    this.level = level;
    this.closed = closed;
    let end = text.length;
    while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
    this.contentEnd = end;
  }

  /** The visible text's span within the block (its first to last character that is not white space). */
  get content(): Span {
    let start = 0;
    while (start < this.contentEnd && isSpace(this.text.charCodeAt(start))) start++;
    return { start, end: this.contentEnd };
  }

  /** Offsets within the block at which its lines start; the first is 0. */
  get lineStarts(): readonly number[] {
    this.#lineStarts ??= lineStartsOf(this.text);
    return this.#lineStarts;
  }

  /** How many line breaks the block holds. */
  get lineBreaks(): number {
    return this.lineStarts.length - 1;
  }
}

function isSpace(unit: number): boolean {
  return unit === 32 || unit === 10 || unit === 13 || unit === 9 || unit === 0xa0;
}

const BLANK = /^[ \t\u00a0]*$/;
const ATX = /^ {0,3}(#{1,6})(?:[ \t]+\S|[ \t]*$)/;
const SETEXT = /^ {0,3}(?:=+|-+)[ \t]*$/;
const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const LIST_ITEM = /^[ \t\u00a0]*(?:[-+*•·▪‣]|\d{1,9}[.)])(?:[ \t\u00a0]+\S|$)/;
const QUOTE = /^ {0,3}>/;
const TABLE_RULE = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$/;
const COMMENT = /^ {0,3}<!--/;
const HTML =
  /^ {0,3}<(?:\/?(?:div|table|thead|tbody|tr|td|th|ul|ol|li|p|section|figure|iframe|script|style|center|blockquote|details|summary|h[1-6]|hr|br)\b)/i;
/**
 * The end marks seen in the archive: `\###`, `###`, `\# \# \#`, `# # #`, any of them in emphasis, `END` with a time
 * behind it in transcripts, and the wire services' `-30-` and `-END-`.
 */
const END_MARK =
  /^[ \t\u00a0]*(?:[*_]{1,3})?(?:(?:\\?#[ \t\u00a0]*){3,5}|END(?:[ \t\u00a0]+\d{1,2}:\d{2}[ \t\u00a0]*[AaPp]\.?[Mm]\.?(?:[ \t\u00a0]*[A-Z]{1,4})?)?|[-–—][ \t]?(?:30|END|end|End)[ \t]?[-–—])(?:[*_]{1,3})?[ \t\u00a0]*\\?$/;
/** `THE PRESIDENT:`, `MS. PSAKI:`, `Q`, `**Q**`, `**THE PRESIDENT:**`, `PRESIDENT BIDEN:`. */
const SPEAKER =
  /^[ \t\u00a0]*(?:\*\*|__)?(?:Q(?:[ \t\u00a0:*]|$)|[A-Z][A-Z.’' \u00a0-]{1,60}(?:\([^)]{1,60}\))?:)/;
const BOLD_LINE = /^(?:\*\*|__)(?=\S)[\s\S]*\S(?:\*\*|__):?$/;

/** The state between two blocks that decides how the second begins: the kind of the first, and a blank line between. */
export interface Boundary {
  readonly kind: BlockKind | undefined;
  readonly closed: boolean;
}

/** The boundary at the start of a body. */
export const START: Boundary = { kind: undefined, closed: true };

/**
 * Splits text into blocks. Linear in the text's length; the decision for one block depends only on the boundary
 * before it and the text from its start, so splitting can begin and end at any boundary.
 * @param text a body, or a run of whole blocks of one.
 * @param before the boundary in front of `text`.
 * @param copy whether the blocks' texts are copied, so that they do not keep `text` alive.
 */
export function splitBlocks(text: string, before: Boundary = START, copy = false): Block[] {
  const blocks: Block[] = [];
  const lines = new LineScanner(text);
  let boundary = before;
  let position = 0;
  while (position < text.length) {
    const block = readBlock(lines, position, boundary, copy);
    blocks.push(block);
    position += block.text.length;
    boundary = block;
  }
  return blocks;
}

/** Finds line ends with the engine's own search, which is far faster than a look at every unit. */
class LineScanner {
  readonly text: string;
  /** The first line feed and carriage return at or after the last place asked for; the text's length if none. */
  #lineFeed = -1;
  #carriageReturn = -1;

  constructor(text: string) {
    this.text = text;
  }

  /** Where the line that holds `at` ends, without its line break. Places asked for must not go backwards. */
  end(at: number): number {
    if (this.#lineFeed < at) this.#lineFeed = this.#find('\n', at);
    if (this.#carriageReturn < at) this.#carriageReturn = this.#find('\r', at);
    return Math.min(this.#lineFeed, this.#carriageReturn);
  }

  #find(lineBreak: string, from: number): number {
    const found = this.text.indexOf(lineBreak, from);
    return found < 0 ? this.text.length : found;
  }
}

/**
 * Whether a line that starts here can only be running prose: it begins with a letter in lower case, a capital before
 * one, or an opening quotation mark. Nine lines of ten; for them no pattern need be tried.
 */
function startsPlain(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit >= 97 && unit <= 122) return true;
  if (unit >= 65 && unit <= 90) {
    const second = text.charCodeAt(at + 1);
    return second >= 97 && second <= 122;
  }
  return unit === 0x201c || unit === 0x2018 || unit === 0x22 || unit === 0x24 || unit === 0x28;
}

function readBlock(lines: LineScanner, start: number, before: Boundary, copy: boolean): Block {
  const text = lines.text;
  const make = (kind: BlockKind, end: number, level = 0): Block => {
    const stop = skipBlankLines(lines, end);
    const slice = text.slice(start, stop);
    return new Block(kind, copy ? detach(slice) : slice, level, stop > end || kind === 'blank');
  };
  let end = lines.end(start);
  if (startsPlain(text, start))
    return readParagraph(lines, start, nextLineStart(text, end), 'paragraph', make);
  // Patterns look at the head of a line only: a line of megabytes costs no more than a long one.
  const line = text.slice(start, Math.min(end, start + 2000));
  let next = nextLineStart(text, end);
  if (BLANK.test(line) && end - start <= 2000) return make('blank', next);
  const endMark = END_MARK.test(line) && end - start <= 200;
  if (endMark && (before.closed || before.kind !== 'listItem')) return make('endMark', next);
  const fence = FENCE.exec(line)?.[1];
  if (fence) {
    while (next < text.length) {
      end = lines.end(next);
      const inner = text.slice(next, Math.min(end, next + 2000));
      next = nextLineStart(text, end);
      if (closesFence(inner, fence)) break;
    }
    return make('code', next);
  }
  if (COMMENT.test(line)) {
    // An HTML comment ends with the line that holds its `-->`, blank lines or not (CommonMark 0.31, section 4.6, kind 2).
    let closed = text.slice(start, end).includes('-->');
    while (!closed && next < text.length) {
      end = lines.end(next);
      closed = text.slice(next, end).includes('-->');
      next = nextLineStart(text, end);
    }
    return make('html', next);
  }
  const atx = ATX.exec(line);
  if (atx) return make('heading', next, atx[1]?.length ?? 1);
  if (RULE.test(line)) return make('rule', next);
  const indented = /^(?: {4}|\t)/.test(line);
  // Indented code cannot interrupt a paragraph or list; the archive's indented lines follow blank ones and are prose
  // copied with its indentation, so only indented lines that look like nothing else stay what they are: paragraphs.
  const kind: BlockKind = LIST_ITEM.test(line)
    ? 'listItem'
    : QUOTE.test(line)
      ? 'quote'
      : HTML.test(line)
        ? 'html'
        : SPEAKER.test(line) && !indented
          ? 'speaker'
          : 'paragraph';
  return readParagraph(lines, start, next, kind, make);
}

/** Reads on from the second line of a block that ends with a blank line or where something else interrupts it. */
function readParagraph(
  lines: LineScanner,
  start: number,
  second: number,
  kind: BlockKind,
  make: (kind: BlockKind, end: number, level?: number) => Block,
): Block {
  const text = lines.text;
  let next = second;
  let level = 0;
  let result: BlockKind = kind;
  while (next < text.length) {
    const lineStop = lines.end(next);
    if (startsPlain(text, next)) {
      next = nextLineStart(text, lineStop);
      continue;
    }
    const current = text.slice(next, Math.min(lineStop, next + 2000));
    if (BLANK.test(current) && lineStop - next <= 2000) break;
    if (kind === 'paragraph' || kind === 'speaker') {
      if (SETEXT.test(current)) {
        level = current.includes('=') ? 1 : 2;
        result = 'heading';
        next = nextLineStart(text, lineStop);
        break;
      }
      if (TABLE_RULE.test(current)) result = 'table';
    }
    if (
      ATX.test(current) ||
      FENCE.test(current) ||
      RULE.test(current) ||
      (END_MARK.test(current) && lineStop - next <= 200)
    )
      break;
    if (result !== 'table' && kind !== 'html') {
      if (kind !== 'quote' && QUOTE.test(current)) break;
      if (startsListItem(current, kind)) break;
      if (
        kind !== 'listItem' &&
        kind !== 'quote' &&
        SPEAKER.test(current) &&
        /:/.test(current) &&
        /^(?:\*\*)?[A-Z .’']+:/.test(current)
      )
        break;
    }
    next = nextLineStart(text, lineStop);
  }
  if (result === 'paragraph' || result === 'speaker') {
    if (
      next - start <= 400 &&
      (text.charCodeAt(start) === 42 || !startsPlain(text, start)) &&
      BOLD_LINE.test(text.slice(start, next).trim()) &&
      isOneBoldRun(text.slice(start, next).trim())
    ) {
      result = 'boldHeading';
    }
  }
  return make(result, next, level);
}

/** Whether the bold that opens the text is the one that closes it: `**a** and **b**` is a sentence, no heading. */
function isOneBoldRun(text: string): boolean {
  const marker = text.slice(0, 2);
  const inner = text.slice(2).replace(/:$/, '');
  return (
    inner.indexOf(marker) === inner.length - 2 &&
    inner.length > 2 &&
    !/[.!?…]["”’]?$/.test(inner.slice(0, -2))
  );
}

function closesFence(line: string, fence: string): boolean {
  const trimmed = line.trim();
  return (
    trimmed.length >= fence.length &&
    trimmed === (fence[0] as string).repeat(trimmed.length) &&
    /^ {0,3}\S/.test(line)
  );
}

/** A bullet always starts an item; a number does in a list, or as `1.` anywhere (CommonMark 0.31, section 5.3). */
function startsListItem(line: string, current: BlockKind): boolean {
  if (!LIST_ITEM.test(line)) return false;
  if (/^[ \t\u00a0]*\d/.test(line)) return current === 'listItem' || /^[ \t]*1[.)]/.test(line);
  return !/^[ \t\u00a0]*[-+*•·▪‣]$/.test(line);
}

function skipBlankLines(lines: LineScanner, position: number): number {
  const text = lines.text;
  let at = position;
  while (at < text.length) {
    if (startsPlain(text, at)) return at;
    const end = lines.end(at);
    if (end > at && (end - at > 2000 || !BLANK.test(text.slice(at, end)))) return at;
    const next = nextLineStart(text, end);
    if (next === at) return at;
    at = next;
  }
  return at;
}
