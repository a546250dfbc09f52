/**
 * One version of a document: frontmatter, and the body as blocks with their places. Immutable; an edit makes a new
 * snapshot that shares every block the edit did not touch with the old one.
 */
import { lastAtMost, lineStartsOf, type Position } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { type Block, type Boundary, START, splitBlocks } from './block.ts';
import { type Frontmatter, MOST_LINES_SEARCHED, readFrontmatter } from './frontmatter.ts';

/** A block with its place in one version of a document. */
export interface PlacedBlock {
  readonly block: Block;
  /** Offset of the block's first character in the file. */
  readonly start: number;
  /** The block's index in {@link Readout.blocks}. */
  readonly index: number;
}

/** A replacement of a span of the old text, as in `textDocument/didChange`. */
export interface Change {
  readonly span: Span;
  readonly newText: string;
}

/** Counts work done since the process started; tests assert on differences, the bench prints them. */
export const work = { blocksParsed: 0, frontmattersParsed: 0, textsJoined: 0 };

/** One immutable version of a document. All offsets are UTF-16 code units from the start of the file, BOM included. */
export class Readout {
  /** Undefined if the file begins with none. */
  readonly frontmatter: Frontmatter | undefined;
  /** Where the body starts: after the frontmatter's closing fence, else after a BOM. */
  readonly bodyStart: number;
  /** The body's blocks; they tile it from {@link bodyStart} to the end of the file. */
  readonly blocks: readonly Block[];
  /** Length of the whole file. */
  readonly length: number;
  /** `starts[i]` is the offset of `blocks[i]` in the file. */
  readonly starts: readonly number[];
  #text: string | undefined;
  readonly #head: string;
  #headLines: readonly number[] | undefined;
  #lines: readonly number[] | undefined;

  private constructor(
    head: string,
    frontmatter: Frontmatter | undefined,
    blocks: readonly Block[],
    text: string | undefined,
  ) {
    this.#head = head;
    this.frontmatter = frontmatter;
    this.bodyStart = head.length;
    this.blocks = blocks;
    const starts = new Array<number>(blocks.length);
    let at = head.length;
    for (let i = 0; i < blocks.length; i++) {
      starts[i] = at;
      at += (blocks[i] as Block).text.length;
    }
    this.starts = starts;
    this.length = at;
    this.#text = text;
  }

  /** Reads a whole text. Total: any string is a document. Linear in its length. */
  static parse(text: string): Readout {
    const frontmatter = readFrontmatter(text);
    work.frontmattersParsed++;
    const bodyStart = frontmatter?.end ?? (text.charCodeAt(0) === 0xfeff ? 1 : 0);
    const blocks = splitBlocks(text.slice(bodyStart), START);
    work.blocksParsed += blocks.length;
    return new Readout(frontmatter?.text ?? text.slice(0, bodyStart), frontmatter, blocks, text);
  }

  /** The whole text. Joined on first use after an edit; what runs after every keystroke reads blocks instead. */
  get text(): string {
    if (this.#text === undefined) {
      work.textsJoined++;
      const parts = new Array<string>(this.blocks.length + 1);
      parts[0] = this.#head;
      for (let i = 0; i < this.blocks.length; i++) parts[i + 1] = (this.blocks[i] as Block).text;
      this.#text = parts.join('');
    }
    return this.#text;
  }

  /** The text before the body: frontmatter with its fences, and a BOM. */
  get head(): string {
    return this.#head;
  }

  /** The characters of a span. Cheap for spans within one block or the frontmatter. */
  slice(span: Span): string {
    if (this.#text !== undefined) return this.#text.slice(span.start, span.end);
    if (span.end <= this.bodyStart) return this.#head.slice(span.start, span.end);
    if (span.start < this.bodyStart || this.blocks.length === 0) return this.text.slice(span.start, span.end);
    const first = lastAtMost(this.starts, span.start);
    let result = '';
    for (let i = first; i < this.blocks.length && (this.starts[i] as number) < span.end; i++) {
      const start = this.starts[i] as number;
      result += (this.blocks[i] as Block).text.slice(Math.max(0, span.start - start), span.end - start);
    }
    return result;
  }

  /** The block that holds an offset (the later one at a border), or undefined in the frontmatter or an empty body. */
  blockAt(offset: number): PlacedBlock | undefined {
    if (offset < this.bodyStart || this.blocks.length === 0) return undefined;
    const index = lastAtMost(this.starts, offset);
    return { block: this.blocks[index] as Block, start: this.starts[index] as number, index };
  }

  /** All blocks with their places, in order. */
  *placed(): Generator<PlacedBlock> {
    for (let index = 0; index < this.blocks.length; index++) {
      yield { block: this.blocks[index] as Block, start: this.starts[index] as number, index };
    }
  }

  /** Number of line breaks in the head, then the line of each block's start. Computed on first use. */
  get #blockLines(): readonly number[] {
    if (!this.#lines) {
      const lines = new Array<number>(this.blocks.length);
      let line = this.#headLineStarts.length - 1;
      for (let i = 0; i < this.blocks.length; i++) {
        lines[i] = line;
        line += (this.blocks[i] as Block).lineBreaks;
      }
      this.#lines = lines;
    }
    return this.#lines;
  }

  get #headLineStarts(): readonly number[] {
    this.#headLines ??= lineStartsOf(this.#head);
    return this.#headLines;
  }

  /** Line and character of an offset; offsets outside the file are drawn to its ends. */
  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.length));
    if (at < this.bodyStart || this.blocks.length === 0) return positionIn(this.#headLineStarts, at, 0);
    const index = lastAtMost(this.starts, at);
    const line = this.#blockLines[index] as number;
    const within = positionIn(
      (this.blocks[index] as Block).lineStarts,
      at - (this.starts[index] as number),
      line,
    );
    return this.#fromLineStart(within, index);
  }

  /** A block may start in the middle of a line only behind a BOM; then the BOM's unit counts as a character. */
  #fromLineStart(position: Position, index: number): Position {
    if (index !== 0 || position.line !== (this.#blockLines[0] as number)) return position;
    const lastHeadLine = this.#headLineStarts[this.#headLineStarts.length - 1] as number;
    return { line: position.line, character: position.character + (this.#head.length - lastHeadLine) };
  }

  /** Offset of a position; a character beyond its line's end is drawn to that end, a line beyond the file to its end. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    const character = Math.max(0, position.character);
    const headStarts = this.#headLineStarts;
    const headLines = headStarts.length - 1;
    if (position.line < headLines || this.blocks.length === 0) {
      return offsetIn(this.#head, headStarts, position.line, character);
    }
    const index = this.#blockOfLine(position.line);
    const block = this.blocks[index] as Block;
    const start = this.starts[index] as number;
    const line = position.line - (this.#blockLines[index] as number);
    if (index === 0 && line === 0) {
      const before = this.#head.length - (headStarts[headLines] as number);
      if (before > 0)
        return character < before
          ? (headStarts[headLines] as number) + character
          : start + offsetIn(block.text, block.lineStarts, 0, character - before);
    }
    // A block's last line start is where the next block begins.
    return start + offsetIn(block.text, block.lineStarts, line, character);
  }

  #blockOfLine(line: number): number {
    return lastAtMost(this.#blockLines, line);
  }

  /** How many lines the file has; at least 1. */
  get lineCount(): number {
    const last = this.blocks.length - 1;
    if (last < 0) return this.#headLineStarts.length;
    return (this.#blockLines[last] as number) + (this.blocks[last] as Block).lineBreaks + 1;
  }

  /**
   * The next version. Blocks that the change leaves as they are stay the same objects; the rest is read anew from the
   * block before the change up to the first block that comes out as it was.
   */
  edit(change: Change): Readout {
    const start = Math.max(0, Math.min(change.span.start, this.length));
    const end = Math.max(start, Math.min(change.span.end, this.length));
    // While no fence closes the frontmatter, an edit anywhere in the lines searched for one may change where it ends.
    const searched = !this.frontmatter?.close && this.positionAt(start).line <= MOST_LINES_SEARCHED;
    if (searched || start <= this.bodyStart || this.blocks.length === 0)
      return this.#editHead({ start, end }, change.newText);
    const first = Math.max(0, lastAtMost(this.starts, start) - 1);
    // An edit at a block's start may join it to the one before; one at its end, to the one after.
    let last = Math.min(this.blocks.length - 1, lastAtMost(this.starts, end) + 1);
    const before: Boundary = first > 0 ? (this.blocks[first - 1] as Block) : START;
    const regionStart = this.starts[first] as number;
    const prefix = this.slice({ start: regionStart, end: start });
    for (let step = 1; ; step *= 2) {
      const regionEnd = (this.starts[last] as number) + (this.blocks[last] as Block).text.length;
      const local = prefix + change.newText + this.slice({ start: end, end: regionEnd });
      const blocks = splitBlocks(local, before, true);
      work.blocksParsed += blocks.length;
      const parsed = blocks[blocks.length - 1];
      const old = this.blocks[last] as Block;
      const inStep = parsed !== undefined && (this.starts[last] as number) >= end && same(parsed, old);
      if (inStep || last === this.blocks.length - 1) {
        return this.#splice(first, last, blocks);
      }
      last = Math.min(this.blocks.length - 1, last + step);
    }
  }

  #splice(first: number, last: number, parsed: Block[]): Readout {
    // Keep the old objects at both ends of the region wherever they came out the same.
    let head = 0;
    while (
      head < parsed.length &&
      first + head <= last &&
      same(parsed[head] as Block, this.blocks[first + head] as Block)
    ) {
      parsed[head] = this.blocks[first + head] as Block;
      head++;
    }
    for (let i = parsed.length - 1, j = last; i >= head && j >= first + head; i--, j--) {
      if (!same(parsed[i] as Block, this.blocks[j] as Block)) break;
      parsed[i] = this.blocks[j] as Block;
    }
    const blocks = this.blocks.slice(0, first).concat(parsed, this.blocks.slice(last + 1));
    return new Readout(this.#head, this.frontmatter, blocks, undefined);
  }

  #editHead(span: Span, newText: string): Readout {
    // Within the frontmatter, and the block is closed at the same place as before: the body is what it was. One that
    // does not begin with its fence is told from prose by the lines below, so it is read anew with them.
    const { frontmatter: old } = this;
    if (old?.open && old.lead.start === old.lead.end && old.close && span.end < old.close.start) {
      const head = this.#head.slice(0, span.start) + newText + this.#head.slice(span.end);
      const frontmatter = readFrontmatter(head);
      work.frontmattersParsed++;
      if (frontmatter?.close && frontmatter.end === head.length) {
        return new Readout(head, frontmatter, this.blocks, undefined);
      }
    }
    const fresh = Readout.parse(
      this.slice({ start: 0, end: span.start }) + newText + this.slice({ start: span.end, end: this.length }),
    );
    // Whatever came out the same at the end of the body keeps its objects.
    const blocks = fresh.blocks.slice();
    for (let i = blocks.length - 1, j = this.blocks.length - 1; i >= 0 && j >= 0; i--, j--) {
      if (!same(blocks[i] as Block, this.blocks[j] as Block)) break;
      blocks[i] = this.blocks[j] as Block;
    }
    return new Readout(fresh.#head, fresh.frontmatter, blocks, undefined);
  }
}

function same(a: Block, b: Block): boolean {
  return a === b || (a.kind === b.kind && a.level === b.level && a.closed === b.closed && a.text === b.text);
}

function positionIn(starts: readonly number[], offset: number, firstLine: number): Position {
  const line = lastAtMost(starts, offset);
  return { line: firstLine + line, character: offset - (starts[line] as number) };
}

function offsetIn(text: string, starts: readonly number[], line: number, character: number): number {
  if (line >= starts.length) return text.length;
  const start = starts[line] as number;
  let end = line + 1 < starts.length ? (starts[line + 1] as number) : text.length;
  while (end > start && (text.charCodeAt(end - 1) === 10 || text.charCodeAt(end - 1) === 13)) end--;
  return Math.min(start + character, end);
}
