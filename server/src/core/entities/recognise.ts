/**
 * The recogniser: which people, places, organisations, … and figures a document mentions. Work hangs on blocks: a
 * block is read once, and again only if what the rest of the document says about its names has changed.
 */
import type { Settings } from '../config/settings.ts';
import type { Block } from '../document/block.ts';
import type { Chunk } from '../document/chunk.ts';
import { Derivable, derive, latest } from '../document/derive.ts';
import type { Frontmatter } from '../document/frontmatter.ts';
import type { Lineage, Readout } from '../document/readout.ts';
import { shift } from '../text/span.ts';
import { figuresIn } from './figures.ts';
import { NAME_TYPES } from './names/decoder.ts';
import { type Contribution, expectedType, Lexicon } from './names/lexicon.ts';
import { type NamesRead, nameKey, readNames, readNamesWith } from './names.ts';
import type { Mention } from './types.ts';

/**
 * What was recognised in one chunk of a document. Immutable, and the same object in the next version if nothing in it
 * has changed.
 */
export class ChunkMentions extends Derivable {
  readonly chunk: Chunk;
  /** `blocks[i]` are the mentions in the chunk's `blocks[i]`: ordered, never overlapping, from the block's start. */
  readonly blocks: readonly (readonly Mention[])[];

  constructor(chunk: Chunk, blocks: readonly (readonly Mention[])[]) {
    super();
    this.chunk = chunk;
    this.blocks = blocks;
  }
}

/** What was recognised in one version of a document. */
export class Recognition {
  /** By the readout's chunks. */
  readonly chunks: readonly ChunkMentions[];
  #blocks: readonly (readonly Mention[])[] | undefined;

  constructor(chunks: readonly ChunkMentions[]) {
    this.chunks = chunks;
  }

  /** `blocks[i]` are the mentions in the readout's `blocks[i]`. Listed on first use. */
  get blocks(): readonly (readonly Mention[])[] {
    this.#blocks ??= this.chunks.flatMap(({ blocks }) => blocks);
    return this.#blocks;
  }
}

/**
 * Counts work done since the process started; tests assert on differences, the bench prints them. `blocksRead` counts
 * blocks read by themselves, `blocksResolved` those read once more in the light of the document, `chunksSettled` the
 * chunks that were held against what the document says.
 */
export const entityWork = { blocksRead: 0, blocksResolved: 0, chunksSettled: 0 };

/** The mentions of one block: as it reads by itself, and as the document around it settles them. */
class BlockMentions {
  readonly #block: Block;
  readonly #names: NamesRead;
  readonly #figures: readonly Mention[];
  readonly #alone: readonly Mention[];
  /** A number for the lexicon's last answers, and what came of them. */
  #answers = 0;
  #settled: readonly Mention[];

  constructor(block: Block) {
    entityWork.blocksRead++;
    this.#block = block;
    this.#names = readNames(block.text, positionOf(block));
    this.#figures = figuresIn(block.text);
    this.#alone = mergeMentions(this.#names.mentions, this.#figures);
    this.#settled = this.#alone;
  }

  get contribution(): Contribution {
    return this.#names.contribution;
  }

  get alone(): readonly Mention[] {
    return this.#alone;
  }

  /** Keys that the rest of the document may know something about, each followed by the type found here, or -1. */
  get candidates(): Int32Array {
    return this.#names.candidates;
  }

  /** The mentions, given what the document says. Read anew only where that differs from what the block says by itself. */
  settle(lexicon: Lexicon): readonly Mention[] {
    const { candidates } = this.#names;
    let answers = 0;
    let differs = false;
    for (let i = 0; i < candidates.length; i += 2) {
      const key = candidates[i] as number;
      const answer = lexicon.answer(key);
      if (answer === 0) continue;
      const mixed = Math.imul(key ^ Math.imul(answer, 0x9e3779b1), 0x85ebca6b);
      answers = (Math.imul(answers, 31) + (mixed ^ (mixed >>> 15))) | 0;
      if (expectedType(answer) !== candidates[i + 1]) differs = true;
    }
    if (!differs) {
      this.#answers = 0;
      this.#settled = this.#alone;
    } else if (answers !== this.#answers) {
      this.#answers = answers;
      entityWork.blocksResolved++;
      const names = readNamesWith(this.#block.text, positionOf(this.#block), lexicon);
      this.#settled = mergeMentions(names, this.#figures);
    }
    return this.#settled;
  }
}

function positionOf(block: Block): number {
  return block.kind === 'listItem' ? 1 : block.kind === 'heading' || block.kind === 'boldHeading' ? 2 : 3;
}

const mentionsInBlock = derive((block: Block): BlockMentions | undefined =>
  block.kind === 'code' || block.kind === 'blank' || block.kind === 'rule'
    ? undefined
    : new BlockMentions(block),
);

/** What the title says of people and places; its other words are capitalised for being in a title. */
const titleContribution = derive((frontmatter: Frontmatter): Contribution => {
  const title = frontmatter.fields.find((field) => field.key === 'title')?.value;
  if (title?.kind !== 'scalar') return [];
  const { contribution } = readNames(title.text, 2);
  const kept: number[] = [];
  for (let i = 0; i < contribution.length; i += 3) {
    const type = NAME_TYPES[contribution[i + 1] as number];
    if (type === 'PERSON' || type === 'PLACE') kept.push(...contribution.slice(i, i + 3));
  }
  return kept;
});

/** The glossary's names by key, as masks of types. */
const glossaryOf = derive((settings: Settings): ReadonlyMap<number, number> => {
  const types = new Map<number, number>();
  const add = (name: string, type: (typeof NAME_TYPES)[number]): void => {
    const key = nameKey(name);
    if (key !== 0) types.set(key, (types.get(key) ?? 0) | (1 << NAME_TYPES.indexOf(type)));
  };
  const { people, organisations, places, instruments, events } = settings.glossary;
  for (const person of people) for (const name of [person.name, ...(person.forms ?? [])]) add(name, 'PERSON');
  for (const [list, type] of [
    [organisations, 'ORG'],
    [places, 'PLACE'],
    [instruments, 'INSTRUMENT'],
    [events, 'EVENT'],
  ] as const) {
    for (const entry of list) {
      for (const name of [entry.name, ...(entry.forms ?? []), ...(entry.acronym ? [entry.acronym] : [])])
        add(name, type);
    }
  }
  return types;
});

/** What joins a name to a figure behind it, and belongs to neither. */
const JOINT = /[\s,;:(–—-]+(?:(?:of|with|from|to|in|on|at|by|for|and|the)[\s,;:(–—-]+)*$/;

/** A name without the beginning of a figure that it runs into (`Northern Agreement with 51.6` of `51.6%`). */
function cutBefore(name: Mention, figure: Mention): Mention {
  const { start } = name.span;
  const text = name.text.slice(0, figure.span.start - start).replace(JOINT, '');
  return { ...name, text, span: { start, end: start + text.length } };
}

/**
 * Two ordered lists as one without overlaps: of two that overlap the longer stands, of two as long the name. A name
 * that ends within a figure ends before it.
 */
export function mergeMentions(names: readonly Mention[], figures: readonly Mention[]): Mention[] {
  const merged: Mention[] = [];
  let n = 0;
  let f = 0;
  while (n < names.length || f < figures.length) {
    const name = names[n];
    const figure = figures[f];
    if (!name || (figure && figure.span.end <= name.span.start)) {
      if (figure) merged.push(figure);
      f++;
    } else if (!figure || name.span.end <= figure.span.start) {
      merged.push(name);
      n++;
    } else if (name.span.start < figure.span.start && name.span.end < figure.span.end) {
      const cut = cutBefore(name, figure);
      if (cut.text !== '') merged.push(cut);
      n++;
    } else if (figure.span.end - figure.span.start > name.span.end - name.span.start) {
      n++;
    } else {
      f++;
    }
  }
  return merged;
}

const NOTHING: readonly Mention[] = [];

const contributions = latest<Chunk, Contribution>();

/** What a chunk says about names to the rest of the document. */
function chunkContribution(chunk: Chunk): Contribution {
  const known = contributions.get(chunk);
  if (known) return known;
  const all: number[] = [];
  for (const block of chunk.blocks) {
    const own = mentionsInBlock(block)?.contribution;
    if (own) for (const each of own) all.push(each);
  }
  contributions.set(chunk, all);
  return all;
}

/** How much of a document must be read before anything can be said about the whole: the chunks not yet read. */
export function unreadChunks(readout: Readout): Chunk[] {
  return readout.chunks.filter((chunk) => !contributions.get(chunk));
}

/** Reads one chunk ahead, so that a long document can be read with pauses. */
export function readAhead(chunk: Chunk): void {
  chunkContribution(chunk);
}

/**
 * The mentions of some chunks, each block read by itself: nearly what {@link recognise} says, for those who cannot wait
 * until a long document is read.
 */
export function recogniseAlone(chunks: readonly Chunk[]): ChunkMentions[] {
  return chunks.map(
    (chunk) =>
      new ChunkMentions(
        chunk,
        chunk.blocks.map((block) => mentionsInBlock(block)?.alone ?? NOTHING),
      ),
  );
}

/** The keys that the document may tell a chunk something about. */
const candidateKeys = derive((chunk: Chunk): ReadonlySet<number> => {
  const keys = new Set<number>();
  for (const block of chunk.blocks) {
    const own = mentionsInBlock(block)?.candidates;
    if (own) for (let i = 0; i < own.length; i += 2) keys.add(own[i] as number);
  }
  return keys;
});

interface SettledChunk {
  readonly lexicon: Lexicon;
  /** The lexicon's version up to which this is known to hold. */
  version: number;
  readonly mentions: ChunkMentions;
}

const settledChunks = latest<Chunk, SettledChunk>();

/** The mentions of a chunk in the light of the document: anew only if what it says about names of the chunk has changed. */
function settle(chunk: Chunk, lexicon: Lexicon): ChunkMentions {
  const known = settledChunks.get(chunk);
  if (known?.lexicon === lexicon) {
    if (known.version === lexicon.version) return known.mentions;
    const changed = lexicon.changedSince(known.version);
    const keys = candidateKeys(chunk);
    if (changed && !changed.some((key) => keys.has(key))) {
      known.version = lexicon.version;
      return known.mentions;
    }
  }
  entityWork.chunksSettled++;
  const blocks = chunk.blocks.map((block) => mentionsInBlock(block)?.settle(lexicon) ?? NOTHING);
  const isSame = known?.mentions.blocks.every((mentions, index) => mentions === blocks[index]) ?? false;
  const mentions = known && isSame ? known.mentions : new ChunkMentions(chunk, blocks);
  settledChunks.set(chunk, { lexicon, version: lexicon.version, mentions });
  return mentions;
}

/** What an open document says about its names, kept up from version to version until the settings change. */
const lexicons = latest<Lineage, { readonly settings: Settings; readonly lexicon: Lexicon }>();
const recognitions = latest<Readout, { readonly settings: Settings; readonly recognition: Recognition }>();

const NO_TITLE: Contribution = [];

function lexiconOf({ lineage, frontmatter, chunks }: Readout, settings: Settings): Lexicon {
  const said = [frontmatter ? titleContribution(frontmatter) : NO_TITLE, ...chunks.map(chunkContribution)];
  const known = lexicons.get(lineage);
  if (known?.settings === settings) {
    known.lexicon.follow(said);
    return known.lexicon;
  }
  const lexicon = new Lexicon(said, glossaryOf(settings));
  lexicons.set(lineage, { settings, lexicon });
  return lexicon;
}

/** Recognises entities and figures in a document's body. Memoised on the readout and on its blocks. */
export function recognise(readout: Readout, settings: Settings): Recognition {
  const known = recognitions.get(readout);
  if (known?.settings === settings) return known.recognition;
  const lexicon = lexiconOf(readout, settings);
  const recognition = new Recognition(readout.chunks.map((chunk) => settle(chunk, lexicon)));
  recognitions.set(readout, { settings, recognition });
  return recognition;
}

/** All mentions of a document, ordered, with spans from the file's start. */
export function mentionsOf(readout: Readout, settings: Settings): Mention[] {
  return recognise(readout, settings).blocks.flatMap((mentions, index) =>
    mentions.map((mention) => ({ ...mention, span: shift(mention.span, readout.starts[index] as number) })),
  );
}
