/**
 * One version of a document: frontmatter, and the body as blocks with their places. Immutable; an edit makes a new
 * snapshot that shares every block the edit did not touch with the old one.
 */
import { lastAtMost, lineStartsOf, type Position } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { type Block, type Boundary, START, splitBlocks } from './block.ts';
import { type Chunk, chunksOf, type Gathered, replaceChunks } from './chunk.ts';
import { Derivable } from './derive.ts';
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

/** A chunk with its place in one version of a document. */
export interface PlacedChunk {
  readonly chunk: Chunk;
  /** Offset of the chunk's first character in the file. */
  readonly start: number;
  /** Index of the chunk's first block in {@link Readout.blocks}. */
  readonly first: number;
}

/**
 * The versions of one document, each made from the one before by an edit, have the same lineage. What is kept up from
 * version to version by differences hangs on it (see running.ts).
 */
export class Lineage extends Derivable {}

/** One immutable version of a document. All offsets are UTF-16 code units from the start of the file, BOM included. */
export class Readout extends Derivable {
  /** Undefined if the file begins with none. */
  readonly frontmatter: Frontmatter | undefined;
  /** Where the body starts: after the frontmatter's closing fence, else after a BOM. */
  readonly bodyStart: number;
  /** The body's blocks in runs; what is done after every keystroke goes by chunks, not by blocks. */
  readonly chunks: readonly Chunk[];
  /** `chunkStarts[i]` is the offset of `chunks[i]` in the file, `chunkFirsts[i]` the index of its first block. */
  readonly chunkStarts: readonly number[];
  readonly chunkFirsts: readonly number[];
  /** How many blocks there are. */
  readonly blockCount: number;
  /** Length of the whole file. */
  readonly length: number;
  readonly lineage: Lineage;
  #text: string | undefined;
  readonly #head: string;
  #headLines: readonly number[] | undefined;
  #lines: readonly number[] | undefined;
  #blocks: readonly Block[] | undefined;
  #starts: readonly number[] | undefined;

  private constructor(
    head: string,
    frontmatter: Frontmatter | undefined,
    chunks: readonly Chunk[],
    text: string | undefined,
    lineage: Lineage,
  ) {
    super();
    this.#head = head;
    this.frontmatter = frontmatter;
    this.bodyStart = head.length;
    this.chunks = chunks;
    this.lineage = lineage;
    const starts = new Array<number>(chunks.length);
    const firsts = new Array<number>(chunks.length);
    let at = head.length;
    let first = 0;
    for (let i = 0; i < chunks.length; i++) {
      starts[i] = at;
      firsts[i] = first;
      at += (chunks[i] as Chunk).length;
      first += (chunks[i] as Chunk).blocks.length;
    }
    this.chunkStarts = starts;
    this.chunkFirsts = firsts;
    this.blockCount = first;
    this.length = at;
    this.#text = text;
  }

  /** The body's blocks; they tile it from {@link bodyStart} to the end of the file. Listed on first use. */
  get blocks(): readonly Block[] {
    if (!this.#blocks) {
      const blocks = new Array<Block>(this.blockCount);
      let at = 0;
      for (const chunk of this.chunks) for (const block of chunk.blocks) blocks[at++] = block;
      this.#blocks = blocks;
    }
    return this.#blocks;
  }

  /** `starts[i]` is the offset of `blocks[i]` in the file. Listed on first use. */
  get starts(): readonly number[] {
    if (!this.#starts) {
      const starts = new Array<number>(this.blockCount);
      let at = 0;
      for (let i = 0; i < this.chunks.length; i++) {
        const start = this.chunkStarts[i] as number;
        for (const each of (this.chunks[i] as Chunk).starts) starts[at++] = start + each;
      }
      this.#starts = starts;
    }
    return this.#starts;
  }

  /** The block with an index, placed. There must be one. */
  #block(index: number): PlacedBlock {
    const at = lastAtMost(this.chunkFirsts, index);
    const chunk = this.chunks[at] as Chunk;
    const within = index - (this.chunkFirsts[at] as number);
    return {
      block: chunk.blocks[within] as Block,
      start: (this.chunkStarts[at] as number) + (chunk.starts[within] as number),
      index,
    };
  }

  /** Reads a whole text. Total: any string is a document. Linear in its length. */
  static parse(text: string): Readout {
    const frontmatter = readFrontmatter(text);
    work.frontmattersParsed++;
    const bodyStart = frontmatter?.end ?? (text.charCodeAt(0) === 0xfeff ? 1 : 0);
    const blocks = splitBlocks(text.slice(bodyStart), START);
    work.blocksParsed += blocks.length;
    const chunks = chunksOf(blocks);
    return new Readout(
      frontmatter?.text ?? text.slice(0, bodyStart),
      frontmatter,
      chunks,
      text,
      new Lineage(),
    );
  }

  /** The whole text. Joined on first use after an edit; what runs after every keystroke reads blocks instead. */
  get text(): string {
    if (this.#text === undefined) {
      work.textsJoined++;
      const { blocks } = this;
      const parts = new Array<string>(blocks.length + 1);
      parts[0] = this.#head;
      for (let i = 0; i < blocks.length; i++) parts[i + 1] = (blocks[i] as Block).text;
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
    if (span.start < this.bodyStart || this.blockCount === 0) return this.text.slice(span.start, span.end);
    let result = '';
    for (let i = lastAtMost(this.chunkStarts, span.start); i < this.chunks.length; i++) {
      const chunk = this.chunks[i] as Chunk;
      const from = span.start - (this.chunkStarts[i] as number);
      const to = span.end - (this.chunkStarts[i] as number);
      if (to <= 0) break;
      for (let j = from > 0 ? lastAtMost(chunk.starts, from) : 0; j < chunk.blocks.length; j++) {
        const start = chunk.starts[j] as number;
        if (start >= to) break;
        result += (chunk.blocks[j] as Block).text.slice(Math.max(0, from - start), to - start);
      }
    }
    return result;
  }

  /** The block that holds an offset (the later one at a border), or undefined in the frontmatter or an empty body. */
  blockAt(offset: number): PlacedBlock | undefined {
    if (offset < this.bodyStart || this.blockCount === 0) return undefined;
    const at = lastAtMost(this.chunkStarts, offset);
    const chunk = this.chunks[at] as Chunk;
    const chunkStart = this.chunkStarts[at] as number;
    const within = lastAtMost(chunk.starts, offset - chunkStart);
    return {
      block: chunk.blocks[within] as Block,
      start: chunkStart + (chunk.starts[within] as number),
      index: (this.chunkFirsts[at] as number) + within,
    };
  }

  /** All chunks with their places, in order, from the one with an index on. */
  *placedChunks(from = 0): Generator<PlacedChunk> {
    for (let i = from; i < this.chunks.length; i++) {
      yield {
        chunk: this.chunks[i] as Chunk,
        start: this.chunkStarts[i] as number,
        first: this.chunkFirsts[i] as number,
      };
    }
  }

  /**
   * What the document's blocks say, in order, with the blocks' places in the file. Costs a look at each chunk.
   * @param facts made by `gather`.
   */
  *gathered<Fact>(
    facts: (chunk: Chunk) => readonly Gathered<Fact>[],
  ): Generator<PlacedBlock & { readonly fact: Fact }> {
    for (const { chunk, start, first } of this.placedChunks()) {
      for (const each of facts(chunk))
        yield { block: each.block, start: start + each.start, index: first + each.index, fact: each.fact };
    }
  }

  /** All blocks with their places, in order, from the first of a chunk on. */
  *placed(fromChunk = 0): Generator<PlacedBlock> {
    for (const { chunk, start, first } of this.placedChunks(fromChunk)) {
      for (let i = 0; i < chunk.blocks.length; i++)
        yield {
          block: chunk.blocks[i] as Block,
          start: start + (chunk.starts[i] as number),
          index: first + i,
        };
    }
  }

  /** The line of each chunk's start. Computed on first use. */
  get chunkLines(): readonly number[] {
    if (!this.#lines) {
      const lines = new Array<number>(this.chunks.length);
      let line = this.#headLineStarts.length - 1;
      for (let i = 0; i < this.chunks.length; i++) {
        lines[i] = line;
        line += (this.chunks[i] as Chunk).lineBreaks;
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
    if (at < this.bodyStart || this.blockCount === 0) return positionIn(this.#headLineStarts, at, 0);
    const index = lastAtMost(this.chunkStarts, at);
    const chunk = this.chunks[index] as Chunk;
    const inChunk = at - (this.chunkStarts[index] as number);
    const within = lastAtMost(chunk.starts, inChunk);
    const position = positionIn(
      (chunk.blocks[within] as Block).lineStarts,
      inChunk - (chunk.starts[within] as number),
      (this.chunkLines[index] as number) + (chunk.lines[within] as number),
    );
    return index === 0 && within === 0 ? this.#fromLineStart(position) : position;
  }

  /** The first block may start in the middle of a line, behind a BOM: then the BOM's unit counts as a character. */
  #fromLineStart(position: Position): Position {
    if (position.line !== this.#headLineStarts.length - 1) return position;
    const lastHeadLine = this.#headLineStarts[this.#headLineStarts.length - 1] as number;
    return { line: position.line, character: position.character + (this.#head.length - lastHeadLine) };
  }

  /** Offset of a position; a character beyond its line's end is drawn to that end, a line beyond the file to its end. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    const character = Math.max(0, position.character);
    const headStarts = this.#headLineStarts;
    const headLines = headStarts.length - 1;
    if (position.line < headLines || this.blockCount === 0) {
      return offsetIn(this.#head, headStarts, position.line, character);
    }
    const index = lastAtMost(this.chunkLines, position.line);
    const chunk = this.chunks[index] as Chunk;
    const lineInChunk = position.line - (this.chunkLines[index] as number);
    const within = lastAtMost(chunk.lines, lineInChunk);
    const block = chunk.blocks[within] as Block;
    const start = (this.chunkStarts[index] as number) + (chunk.starts[within] as number);
    const line = lineInChunk - (chunk.lines[within] as number);
    if (index === 0 && within === 0 && line === 0) {
      const before = this.#head.length - (headStarts[headLines] as number);
      if (before > 0)
        return character < before
          ? (headStarts[headLines] as number) + character
          : start + offsetIn(block.text, block.lineStarts, 0, character - before);
    }
    // A block's last line start is where the next block begins.
    return start + offsetIn(block.text, block.lineStarts, line, character);
  }

  /** How many lines the file has; at least 1. */
  get lineCount(): number {
    const last = this.chunks.length - 1;
    if (last < 0) return this.#headLineStarts.length;
    return (this.chunkLines[last] as number) + (this.chunks[last] as Chunk).lineBreaks + 1;
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
    if (searched || start <= this.bodyStart || this.blockCount === 0)
      return this.#editHead({ start, end }, change.newText);
    const first = this.#block(Math.max(0, (this.blockAt(start) as PlacedBlock).index - 1));
    const before: Boundary = first.index > 0 ? this.#block(first.index - 1).block : START;
    const prefix = this.slice({ start: first.start, end: start });
    // An edit at a block's start may join it to the one before; one at its end, to the one after.
    let lastIndex = (this.blockAt(end) as PlacedBlock).index + 1;
    for (let step = 1; ; step *= 2) {
      const last = this.#block(Math.min(this.blockCount - 1, lastIndex));
      const local =
        prefix + change.newText + this.slice({ start: end, end: last.start + last.block.text.length });
      const blocks = splitBlocks(local, before, true);
      work.blocksParsed += blocks.length;
      const parsed = blocks[blocks.length - 1];
      const inStep = parsed !== undefined && last.start >= end && same(parsed, last.block);
      if (inStep || last.index === this.blockCount - 1)
        return new Readout(
          this.#head,
          this.frontmatter,
          this.#splice(first.index, last.index, blocks),
          undefined,
          this.lineage,
        );
      lastIndex = last.index + step;
    }
  }

  /** The chunks with the blocks from `first` to `last` replaced by those read anew. */
  #splice(first: number, last: number, parsed: Block[]): readonly Chunk[] {
    const { chunks, chunkFirsts } = this;
    const firstChunk = lastAtMost(chunkFirsts, first);
    const lastChunk = lastAtMost(chunkFirsts, last);
    const origin = chunkFirsts[firstChunk] as number;
    const old: Block[] = [];
    for (let i = firstChunk; i <= lastChunk; i++) old.push(...(chunks[i] as Chunk).blocks);
    // Keep the old objects at both ends of the region wherever they came out the same.
    let head = 0;
    while (
      head < parsed.length &&
      first + head <= last &&
      same(parsed[head] as Block, old[first - origin + head] as Block)
    ) {
      parsed[head] = old[first - origin + head] as Block;
      head++;
    }
    for (let i = parsed.length - 1, j = last - origin; i >= head && j >= first - origin + head; i--, j--) {
      if (!same(parsed[i] as Block, old[j] as Block)) break;
      parsed[i] = old[j] as Block;
    }
    const blocks = old.slice(0, first - origin).concat(parsed, old.slice(last - origin + 1));
    return replaceChunks(chunks, firstChunk, lastChunk, blocks);
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
        return new Readout(head, frontmatter, this.chunks, undefined, this.lineage);
      }
    }
    const fresh = Readout.parse(
      this.slice({ start: 0, end: span.start }) + newText + this.slice({ start: span.end, end: this.length }),
    );
    // Whatever came out the same at the end of the body keeps its objects, chunk by chunk where that is possible.
    const blocks = fresh.blocks.slice();
    const former = this.blocks;
    let kept = 0;
    while (kept < blocks.length && kept < former.length) {
      const at = blocks.length - 1 - kept;
      const known = former[former.length - 1 - kept] as Block;
      if (!same(blocks[at] as Block, known)) break;
      blocks[at] = known;
      kept++;
    }
    let keptChunks = 0;
    let inChunks = 0;
    while (keptChunks < this.chunks.length) {
      const more = inChunks + (this.chunks[this.chunks.length - 1 - keptChunks] as Chunk).blocks.length;
      if (more > kept) break;
      inChunks = more;
      keptChunks++;
    }
    const chunks = replaceChunks(
      this.chunks,
      0,
      this.chunks.length - 1 - keptChunks,
      blocks.slice(0, blocks.length - inChunks),
    );
    return new Readout(fresh.#head, fresh.frontmatter, chunks, undefined, this.lineage);
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
