/**
 * What a passage is about: the names and key terms that it has and the rest of the document has not. Each block keeps
 * its own few candidates; which of them set it apart is decided over all blocks, in one look at each candidate.
 */
import type { Block } from '../document/block.ts';
import type { Mention } from '../entities/types.ts';
import { isCommonWord, oneLine, WORD } from './words.ts';

/** A name or term that a block may be about. */
export interface Candidate {
  /** As it is to be shown. */
  readonly label: string;
  /** What it is compared by across blocks. */
  readonly key: string;
  /** The words of the key. */
  readonly words: readonly string[];
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
const kept = new WeakMap<Block, Kept>();

/** The candidates of a block, the weightiest first. Kept with the block until its mentions change. */
export function candidatesOf(block: Block, mentions: readonly Mention[]): readonly Candidate[] {
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
    .map(([key, entry]) => ({ key, words: key.split(' '), ...entry }))
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

/**
 * Names passages by what sets each apart.
 * @param passages the candidates of each passage.
 * @returns a topic for each, `''` where a passage has no candidate.
 */
export function topicsOf(passages: readonly (readonly Candidate[])[]): string[] {
  /** In how many passages each candidate is one. */
  const counters = new Map<string, { count: number }>();
  const all: { count: number }[] = [];
  for (const candidates of passages) {
    for (const { key } of candidates) {
      let counter = counters.get(key);
      if (!counter) {
        counter = { count: 0 };
        counters.set(key, counter);
      }
      counter.count++;
      all.push(counter);
    }
  }
  const rarity: number[] = [];
  let at = 0;
  return passages.map((candidates) => {
    const scores = candidates.map(({ weight }) => {
      const count = all[at++]?.count ?? 1;
      rarity[count] ??= 0.15 + Math.log((passages.length + 1) / count);
      return weight * rarity[count];
    });
    return topicOf(candidates, scores);
  });
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
    words.push(...candidate.words);
    for (let i = 0; i < candidates.length; i++)
      if (candidates[i]?.words.some((word) => words.includes(word))) scores[i] = 0;
  }
  return topic.charAt(0).toUpperCase() + topic.slice(1);
}
