/**
 * A run of neighbouring blocks. What a whole document says is put together from what its chunks say, and an edit makes
 * one or two chunks anew: so a fact about the document costs, after an edit, a look at some dozens of blocks and at
 * each chunk, and not at each of tens of thousands of blocks.
 */
import type { Block } from './block.ts';
import { Derivable, derive } from './derive.ts';

/** A chunk has about this many blocks when it is made; an edit may leave it with half of them, or twice as many. */
const USUAL = 64;

/** An immutable run of blocks. Its numbers count from its own start. */
export class Chunk extends Derivable {
  readonly blocks: readonly Block[];
  /** UTF-16 code units. */
  readonly length: number;
  /** `starts[i]` is the offset of `blocks[i]`. */
  readonly starts: readonly number[];
  #lines: readonly number[] | undefined;
  #lineBreaks = 0;

  constructor(blocks: readonly Block[]) {
    super();
    this.blocks = blocks;
    const starts = new Array<number>(blocks.length);
    let at = 0;
    for (let i = 0; i < blocks.length; i++) {
      starts[i] = at;
      at += (blocks[i] as Block).text.length;
    }
    this.starts = starts;
    this.length = at;
  }

  /** `lines[i]` is the line on which `blocks[i]` begins. */
  get lines(): readonly number[] {
    if (!this.#lines) {
      const lines = new Array<number>(this.blocks.length);
      let line = 0;
      for (let i = 0; i < this.blocks.length; i++) {
        lines[i] = line;
        line += (this.blocks[i] as Block).lineBreaks;
      }
      this.#lines = lines;
      this.#lineBreaks = line;
    }
    return this.#lines;
  }

  /** How many line breaks the chunk holds. */
  get lineBreaks(): number {
    return this.lines.length === 0 ? 0 : this.#lineBreaks;
  }
}

/** Blocks as chunks of the usual size. */
export function chunksOf(blocks: readonly Block[]): Chunk[] {
  const count = Math.ceil(blocks.length / USUAL);
  const chunks: Chunk[] = [];
  for (let i = 0; i < count; i++) {
    const from = Math.floor((i * blocks.length) / count);
    chunks.push(new Chunk(blocks.slice(from, Math.floor(((i + 1) * blocks.length) / count))));
  }
  return chunks;
}

/**
 * The chunks with those from `first` to `last` replaced by others that hold `blocks`. Chunks stay between half and
 * twice their usual size: a small rest is joined with a neighbour.
 */
export function replaceChunks(
  chunks: readonly Chunk[],
  first: number,
  last: number,
  blocks: readonly Block[],
): readonly Chunk[] {
  if (first > last && blocks.length === 0) return chunks;
  let from = first;
  let to = last;
  let middle = blocks;
  if (middle.length < USUAL / 2 && to + 1 < chunks.length)
    middle = middle.concat((chunks[++to] as Chunk).blocks);
  if (middle.length < USUAL / 2 && from > 0) middle = (chunks[--from] as Chunk).blocks.concat(middle);
  const made = middle.length === 0 ? [] : middle.length <= 2 * USUAL ? [new Chunk(middle)] : chunksOf(middle);
  return chunks.slice(0, from).concat(made, chunks.slice(to + 1));
}

/** A block's fact with the block's place in its chunk. */
export interface Gathered<Fact> {
  readonly block: Block;
  /** The block's index in its chunk. */
  readonly index: number;
  /** The block's offset in its chunk. */
  readonly start: number;
  readonly fact: Fact;
}

/**
 * Collects what the blocks of a chunk say, leaving out those that say nothing.
 * @param factOf a fact kept with the block; `undefined` for a block that says nothing.
 */
export function gather<Fact>(
  factOf: (block: Block) => Fact | undefined,
): (chunk: Chunk) => readonly Gathered<Fact>[] {
  return derive((chunk: Chunk): readonly Gathered<Fact>[] => {
    const found: Gathered<Fact>[] = [];
    chunk.blocks.forEach((block, index) => {
      const fact = factOf(block);
      if (fact !== undefined) found.push({ block, index, start: chunk.starts[index] as number, fact });
    });
    return found.length === 0 ? NOTHING : found;
  });
}

const NOTHING: readonly never[] = [];
