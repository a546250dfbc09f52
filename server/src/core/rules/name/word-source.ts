/** The capitalised words of one part of a document (a chunk of its body, its title) or of the glossary, counted. */
import type { Chunk } from '../../document/chunk.ts';
import { derive } from '../../document/derive.ts';
import { proseOf } from '../body/prose.ts';
import { fold } from './fold.ts';
import { OFFICES } from './known.ts';
import { eachWord, type NameWord, nameWords, nameWordsHash } from './words.ts';

/** Shorter words are not counted: they are too near to too many others. */
const SHORTEST_COUNTED = 4;

/** What one part of a document says about a word; several parts add up. */
export interface PartUsage {
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
  readonly offices: ReadonlySet<string>;
  readonly alone: number;
  readonly inside: number;
}

/** Immutable. */
export class WordSource {
  /** How often each word stands here, in order of first use. */
  readonly counts: ReadonlyMap<string, number>;
  /** Tells sources with other words apart. */
  readonly hash: number;
  readonly #texts: (word: string) => Iterable<readonly NameWord[]>;
  readonly #prose: () => Iterable<string>;
  readonly #usages = new Map<string, PartUsage>();
  readonly #lowerCase = new Map<string, boolean>();

  /**
   * @param count shows all words that count, in order.
   * @param texts the words of each text that has a word; read again when more is asked than the counts.
   * @param prose the texts in which a word in lower case counts; the glossary and the title have none.
   */
  constructor(
    hash: number,
    count: (see: (word: string) => void) => void,
    texts: (word: string) => Iterable<readonly NameWord[]>,
    prose: () => Iterable<string> = () => [],
  ) {
    this.hash = hash;
    this.#texts = texts;
    this.#prose = prose;
    const counts = new Map<string, number>();
    count((word) => counts.set(word, (counts.get(word) ?? 0) + 1));
    this.counts = counts;
  }

  /** What stands beside a word; kept, since few words are ever asked about. */
  usage(word: string): PartUsage {
    let usage = this.#usages.get(word);
    if (!usage) {
      usage = usageIn(this.#texts(word), word);
      this.#usages.set(word, usage);
    }
    return usage;
  }

  /** Whether a folded word stands here in lower case. */
  hasLowerCase(folded: string): boolean {
    let has = this.#lowerCase.get(folded);
    if (has === undefined) {
      has = false;
      for (const prose of this.#prose()) has ||= hasWord(prose, folded);
      this.#lowerCase.set(folded, has);
    }
    return has;
  }
}

/** The words of a few short texts: the title, the glossary. */
export function sourceOfTexts(hash: number, texts: readonly (readonly NameWord[])[]): WordSource {
  const count = (see: (word: string) => void): void => {
    for (const words of texts) for (const { word } of words) if (word.length >= SHORTEST_COUNTED) see(word);
  };
  return new WordSource(hash, count, () => texts);
}

/** The words of a chunk of the body. */
export const wordsInChunk = derive((chunk: Chunk): WordSource => {
  let hash = 0;
  for (const block of chunk.blocks) {
    const own = nameWordsHash(block);
    if (own !== 0) hash = (Math.imul(hash, 31) + own) | 0;
  }
  return new WordSource(
    hash,
    (see) => {
      for (const block of chunk.blocks) eachWord(block, SHORTEST_COUNTED, see);
    },
    (word) =>
      chunk.blocks.filter((block) => nameWordsHash(block) !== 0 && block.text.includes(word)).map(nameWords),
    () => chunk.blocks.map(proseOf),
  );
});

/** Whether two parts of a document say the same about a word. */
export function isSameUsage(a: PartUsage, b: PartUsage): boolean {
  return (
    a.alone === b.alone &&
    a.inside === b.inside &&
    isSameSet(a.before, b.before) &&
    isSameSet(a.after, b.after) &&
    isSameSet(a.offices, b.offices)
  );
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size !== b.size) return false;
  for (const each of a) if (!b.has(each)) return false;
  return true;
}

function usageIn(texts: Iterable<readonly NameWord[]>, wanted: string): PartUsage {
  const before = new Set<string>();
  const after = new Set<string>();
  const offices = new Set<string>();
  let alone = 0;
  let inside = 0;
  for (const words of texts) {
    for (let i = 0; i < words.length; i++) {
      const { word, joins, opens } = words[i] as NameWord;
      if (word !== wanted) continue;
      const following = words[i + 1];
      const hasAfter = following?.joins === true;
      if (joins) before.add(fold((words[i - 1] as NameWord).word));
      if (hasAfter) after.add(fold(following.word));
      for (let j = i; j > 0 && i - j < 5 && words[j]?.joins; j--) {
        const office = fold((words[j - 1] as NameWord).word);
        if (OFFICES.has(office)) offices.add(office);
      }
      if (!opens) {
        inside++;
        if (!joins && !hasAfter) alone++;
      }
    }
  }
  return { before, after, offices, alone, inside };
}

/** Whether a text holds a word in lower case. */
function hasWord(prose: string, word: string): boolean {
  for (let at = prose.indexOf(word); at >= 0; at = prose.indexOf(word, at + 1)) {
    if (!/[a-z]/.test(prose[at - 1] ?? '') && !/[a-z]/.test(prose[at + word.length] ?? '')) return true;
  }
  return false;
}
