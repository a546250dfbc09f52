/**
 * What a passage is about: the names and key terms that it has and the rest of the document has not. Each block keeps
 * its own few candidates; which of them set it apart is decided by counts over all blocks, which are kept up from
 * version to version.
 */
import type { Settings } from '../config/settings.ts';
import type { Block, BlockKind } from '../document/block.ts';
import type { Chunk } from '../document/chunk.ts';
import { derive, latest } from '../document/derive.ts';
import { differences } from '../document/differences.ts';
import type { Lineage, Readout } from '../document/readout.ts';
import { Tally } from '../document/tally.ts';
import { type ChunkMentions, recognise } from '../entities/recognise.ts';
import type { Mention } from '../entities/types.ts';
import { isCommonWord, oneLine, WORD } from './words.ts';

/** A name or term that a block may be about. */
export interface Candidate {
  /** As it is to be shown. */
  readonly label: string;
  /** What it is compared by across blocks. */
  readonly key: string;
  /** How much it weighs within its block. */
  readonly weight: number;
  /** Where it first stands, from the block's start. */
  readonly at: number;
}

/** A block keeps this many candidates. */
const MOST_CANDIDATES = 7;
/** Only so much of a block is looked at: passages say early what they are about. */
const LONGEST = 6000;

const NAMES: Readonly<Partial<Record<Mention['type'], number>>> = {
  PERSON: 1.6,
  PLACE: 1.5,
  ORG: 2,
  NORP: 0.9,
  INSTRUMENT: 2.6,
  EVENT: 2.4,
};

interface Kept {
  readonly mentions: readonly Mention[];
  readonly candidates: readonly Candidate[];
}
const kept = latest<Block, Kept>();

/** Blocks that are passages of their own. */
export const PASSAGES: ReadonlySet<BlockKind> = new Set([
  'paragraph',
  'speaker',
  'listItem',
  'quote',
  'table',
]);

/** How many passages a chunk has. */
const passagesIn = derive((chunk: Chunk): number =>
  chunk.blocks.reduce((sum, { kind }) => (PASSAGES.has(kind) ? sum + 1 : sum), 0),
);

/** How many passages a document has. Costs a look at each chunk. */
export function passageCount({ chunks }: Readout): number {
  return chunks.reduce((sum, chunk) => sum + passagesIn(chunk), 0);
}

/** The candidates of a block, the weightiest first. Kept with the block until its mentions change. */
function candidatesOf(block: Block, mentions: readonly Mention[]): readonly Candidate[] {
  const known = kept.get(block);
  if (known && known.mentions === mentions) return known.candidates;
  const found = new Map<string, { label: string; weight: number; at: number }>();
  const add = (label: string, key: string, weight: number, at: number): void => {
    const entry = found.get(key);
    if (entry) entry.weight += weight;
    else found.set(key, { label, weight, at });
  };
  for (const { type, text, span } of mentions) {
    const weight = NAMES[type];
    if (weight === undefined || span.start > LONGEST) continue;
    const label = oneLine(text)
      .replace(/^the\s+/i, '')
      .replace(/[’']s?$/, '');
    const key = type === 'PERSON' ? label.slice(label.lastIndexOf(' ') + 1) : label;
    if (label) add(label, key.toLowerCase(), weight, span.start);
  }
  addTerms(block, mentions, add);
  const candidates = [...found.entries()]
    .map(([key, entry]) => ({ key, ...entry }))
    .sort((a, b) => b.weight - a.weight || a.at - b.at)
    .slice(0, MOST_CANDIDATES);
  kept.set(block, { mentions, candidates });
  return candidates;
}

/** Adds words and pairs of neighbouring words that are neither common nor part of a name. */
function addTerms(
  block: Block,
  mentions: readonly Mention[],
  add: (label: string, key: string, weight: number, at: number) => void,
): void {
  const text = block.text.slice(0, LONGEST);
  let mention = 0;
  let previous: { word: string; end: number; at: number } | undefined;
  for (const match of text.matchAll(WORD)) {
    const at = match.index;
    while (mention < mentions.length && (mentions[mention] as Mention).span.end <= at) mention++;
    const inName = mention < mentions.length && (mentions[mention] as Mention).span.start <= at;
    const written = match[0].replace(/[’']s$/, '');
    const word = written.toLowerCase();
    if (inName || isCommonWord(word) || /[.’']/.test(word)) {
      previous = undefined;
      continue;
    }
    // An adverb or a verb form tells less than a noun; English marks the commonest of them by their ends.
    const weight = /ly$|ed$/.test(word) ? 0.3 : /(?:ing|ize|ise|ate)$/.test(word) ? 0.5 : 1;
    add(word, word, weight, at);
    if (previous && isOneGap(text, previous.end, at) && weight >= 0.5 && !/(?:ly|ed)$/.test(previous.word)) {
      const pair = `${previous.word} ${word}`;
      add(pair, pair, weight * 2.2, previous.at);
    }
    previous = { word, end: at + match[0].length, at };
  }
}

/** Whether only white space lies between two words, so that they may belong together. */
function isOneGap(text: string, from: number, to: number): boolean {
  return to - from <= 4 && text.slice(from, to).trim() === '';
}

/** A topic names at most this many things. */
const MOST_NAMED = 3;

const NO_CANDIDATES: readonly Candidate[] = [];

/** The candidates of a chunk's blocks, and in how many of the blocks each is one. */
interface ChunkCandidates {
  readonly blocks: readonly (readonly Candidate[])[];
  readonly counts: ReadonlyMap<string, number>;
}

const candidatesIn = derive(({ chunk, blocks }: ChunkMentions): ChunkCandidates => {
  const counts = new Map<string, number>();
  const found = chunk.blocks.map((block, index) => {
    if (!PASSAGES.has(block.kind)) return NO_CANDIDATES;
    const candidates = candidatesOf(block, blocks[index] as readonly Mention[]);
    for (const { key } of candidates) counts.set(key, (counts.get(key) ?? 0) + 1);
    return candidates;
  });
  return { blocks: found, counts };
});

/** The topics of a chunk's blocks, true for a document of so many blocks as long as no count of theirs changes. */
interface KeptTopics {
  readonly tally: Tally<string>;
  version: number;
  readonly blockCount: number;
  readonly topics: readonly string[];
}

const keptTopics = latest<ChunkMentions, KeptTopics>();

/** Counts work done since the process started; tests assert on differences, the bench prints them. */
export const topicWork = { chunksNamed: 0 };

/** In how many passages of a document each candidate is one; kept up from version to version. */
interface Candidacies {
  readonly settings: Settings;
  readonly tally: Tally<string>;
  chunks: readonly ChunkMentions[];
}

const candidacies = latest<Lineage, Candidacies>();

/**
 * Names passages by what sets each apart from the rest of the document.
 * @returns a topic for each block, by the readout's chunks; `''` for a block that is no passage or has no candidate.
 */
export function topicsOf(readout: Readout, settings: Settings): readonly (readonly string[])[] {
  const { chunks } = recognise(readout, settings);
  let known = candidacies.get(readout.lineage);
  if (known?.settings !== settings) {
    known = { settings, tally: new Tally(), chunks: [] };
    candidacies.set(readout.lineage, known);
  }
  const { gone, come } = differences(known.chunks, chunks);
  const changes = new Map<string, number>();
  for (const each of gone)
    for (const [key, count] of candidatesIn(each).counts) changes.set(key, (changes.get(key) ?? 0) - count);
  for (const each of come)
    for (const [key, count] of candidatesIn(each).counts) changes.set(key, (changes.get(key) ?? 0) + count);
  const { tally } = known;
  tally.add(changes);
  known.chunks = chunks;
  const rarity: number[] = [];
  return chunks.map((each) => topicsIn(each, tally, readout.blockCount, rarity));
}

/** @param rarity what a candidate of so many passages weighs, as far as it was worked out. */
function topicsIn(
  mentions: ChunkMentions,
  tally: Tally<string>,
  blockCount: number,
  rarity: number[],
): readonly string[] {
  const { blocks, counts } = candidatesIn(mentions);
  const known = keptTopics.get(mentions);
  if (known?.tally === tally && known.blockCount === blockCount && !tally.hasChanged(counts, known.version)) {
    known.version = tally.version;
    return known.topics;
  }
  topicWork.chunksNamed++;
  const topics = blocks.map((candidates) => {
    if (candidates.length === 0) return '';
    const scores = candidates.map(({ key, weight }) => {
      const count = tally.count(key);
      rarity[count] ??= 0.15 + Math.log((blockCount + 1) / count);
      return weight * rarity[count];
    });
    return topicOf(candidates, scores);
  });
  keptTopics.set(mentions, { tally, version: tally.version, blockCount, topics });
  return topics;
}

/** Picks the few candidates that score highest, none of which shares a word with another. Uses `scores` up. */
function topicOf(candidates: readonly Candidate[], scores: number[]): string {
  const best = Math.max(0, ...scores);
  let topic = '';
  const words: string[] = [];
  for (let named = 0; named < MOST_NAMED; named++) {
    let chosen = -1;
    for (let i = 0; i < candidates.length; i++) {
      const score = scores[i] as number;
      if (score <= 0 || (named > 0 && score < best * 0.25)) continue;
      if (chosen < 0 || score > (scores[chosen] as number)) chosen = i;
    }
    const candidate = candidates[chosen];
    if (!candidate) break;
    topic += (named > 0 ? ', ' : '') + candidate.label;
    words.push(...candidate.key.split(' '));
    for (let i = 0; i < candidates.length; i++) {
      // The words of a key are not kept: a long document has a hundred thousand candidates.
      if ((scores[i] as number) > 0 && candidates[i]?.key.split(' ').some((word) => words.includes(word)))
        scores[i] = 0;
    }
  }
  return topic.charAt(0).toUpperCase() + topic.slice(1);
}
