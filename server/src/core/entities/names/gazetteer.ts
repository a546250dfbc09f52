/**
 * Lookup of words and of names of several words: one open-addressed table from the hash of a word to its classes, and
 * a trie over word hashes for the names. Both are evidence to the model, which alone decides; a collision of 32-bit
 * hashes can therefore do no more than mislead it once.
 */
import { NAMES, WORDS } from '../data/lists.generated.ts';
import type { WordClass } from '../data/words.ts';
import { hashWord } from './letters.ts';
import { unpackEntries } from './lists.ts';
import { ALL_CAPITALS, DOTTED, INITIAL, LOWER_WORD, MIXED, type Tokens } from './tokens.ts';

/**
 * Word classes in the order of their bits in a class mask; then the two lists of people's names, and what the rules know
 * as names that are right as they stand: the words of the names on the lists.
 */
export const CLASS_ORDER = [
  'honorific',
  'office',
  'officeModifier',
  'organisation',
  'instrument',
  'event',
  'place',
  'generic',
  'direction',
  'month',
  'weekday',
  'opener',
  'particle',
  'suffix',
  'connector',
  'meeting',
  'domain',
  'given',
  'surname',
  'knownGiven',
  'knownSurname',
  'knownPlace',
  'knownPeople',
] as const satisfies readonly (WordClass | KnownClass)[];
type KnownClass = 'given' | 'surname' | 'knownGiven' | 'knownSurname' | 'knownPlace' | 'knownPeople';
export type ClassName = (typeof CLASS_ORDER)[number];

/** The bit of a class in a class mask. */
export const CLASS_BIT = Object.fromEntries(CLASS_ORDER.map((name, index) => [name, 1 << index])) as Readonly<
  Record<ClassName, number>
>;

/** The bits up to that of `surname`; what the rules know is nothing to the model. */
const MODEL_CLASSES = 2 * CLASS_BIT.surname - 1;

/** The kinds of names listed, in the order of their bits in a list mask. */
export const LIST_NAMES = [
  'country',
  'city',
  'usaState',
  'stateAbbreviation',
  'region',
  'site',
  'people',
  'group',
  'international',
  'national',
  'organisation',
  'instrument',
  'event',
  'office',
] as const;
export type ListName = (typeof LIST_NAMES)[number];

export const LIST_BIT = Object.fromEntries(LIST_NAMES.map((name, index) => [name, 1 << index])) as Readonly<
  Record<ListName, number>
>;

const LIST_COUNT = LIST_NAMES.length;
const ALL_LISTS = (1 << LIST_COUNT) - 1;

/**
 * What a list's bit is multiplied by in the mask of a name whose one word must be in capitals (`US`, not `us`): the upper
 * half of the mask is of those.
 */
export const IN_CAPITALS = 1 << LIST_COUNT;

/** Root of the trie of names. */
export const ROOT = 0;

/** A word's place in a table of 2^bits places. */
function placeOf(first: number, second: number, bits: number): number {
  return Math.imul(Math.imul(first, 0x9e3779b1) ^ second ^ (second >>> 15), 0x85ebca6b) >>> (32 - bits);
}

/** Class masks by the hashes of words: an open-addressed table of pairs, so that a lookup waits for memory once. */
class WordTable {
  readonly #bits = 15;
  readonly #entries = new Int32Array(2 << this.#bits);
  #size = 0;

  /** The mask of a word; 0 if it has none. */
  get(hash: number): number {
    const entries = this.#entries;
    let at = 2 * placeOf(0, hash, this.#bits);
    while (entries[at + 1] !== 0 && entries[at] !== hash) at = (at + 2) & (entries.length - 1);
    return entries[at + 1] as number;
  }

  /** Adds a word that is not in the table, with its mask. */
  add(hash: number, mask: number): void {
    if (++this.#size > 3 << (this.#bits - 2)) throw new Error('WordTable is full');
    const entries = this.#entries;
    let at = 2 * placeOf(0, hash, this.#bits);
    while (entries[at + 1] !== 0) at = (at + 2) & (entries.length - 1);
    entries[at] = hash;
    entries[at + 1] = mask;
  }
}

let words: WordTable | undefined;

/** The one table of words; the rules need no more of the lists. */
function wordTable(): WordTable {
  if (words) return words;
  const table = new WordTable();
  unpackEntries(WORDS, (_, word, mask) => {
    table.add(word, mask);
    return ROOT;
  });
  words = table;
  return table;
}

/** From a node of the trie and what stands behind it to the next node, likewise. No edge leads back to the root. */
class EdgeTable {
  readonly #bits = 14;
  /** Node, key, next node (0 for no entry), nothing. */
  readonly #entries = new Int32Array(4 << this.#bits);
  #size = 0;

  /** The next node, or 0. */
  get(node: number, key: number): number {
    const entries = this.#entries;
    let at = 4 * placeOf(node, key, this.#bits);
    while (entries[at + 2] !== 0 && (entries[at + 1] !== key || entries[at] !== node))
      at = (at + 4) & (entries.length - 1);
    return entries[at + 2] as number;
  }

  /** Adds an edge that is not in the table. */
  add(node: number, key: number, next: number): void {
    if (++this.#size > 3 << (this.#bits - 2)) throw new Error('EdgeTable is full');
    const entries = this.#entries;
    let at = 4 * placeOf(node, key, this.#bits);
    while (entries[at + 2] !== 0) at = (at + 4) & (entries.length - 1);
    entries[at] = node;
    entries[at + 1] = key;
    entries[at + 2] = next;
  }
}

/** Words go by their hash; marks (hyphen, comma, ampersand, possessive) by their kind. */
function edgeKey(tokens: Tokens, index: number): number {
  const hash = tokens.hash[index] as number;
  return hash !== 0 ? hash : (tokens.kind[index] as number) + 1;
}

/** The lists as tables, unfolded from `data/lists.generated.ts` when it is first asked for. */
export class Gazetteer {
  readonly #classes = wordTable();
  readonly #edges = new EdgeTable();
  /** By node: which lists hold the name that ends here, see {@link IN_CAPITALS}. */
  readonly #lists: number[] = [0];

  constructor() {
    unpackEntries(NAMES, (node, key, mask) => {
      const next = this.#lists.push(mask) - 1;
      this.#edges.add(node, key, next);
      return next;
    });
  }

  /** The classes that the model looks at, of a word by its hash. */
  classesOf(hash: number): number {
    return this.#classes.get(hash) & MODEL_CLASSES;
  }

  /** The node that a token leads to, or -1. */
  follow(node: number, tokens: Tokens, index: number): number {
    return this.#edges.get(node, edgeKey(tokens, index)) || -1;
  }

  /**
   * The list mask of the name that ends at a node.
   * @param single the kind of the name's only token; -1 if it has several.
   */
  listsAt(node: number, single: number): number {
    const mask = this.#lists[node] as number;
    switch (single) {
      case LOWER_WORD:
        return 0;
      case -1:
      case ALL_CAPITALS:
      case DOTTED:
      case INITIAL:
      case MIXED:
        return (mask | (mask >>> LIST_COUNT)) & ALL_LISTS;
      default:
        return mask & ALL_LISTS;
    }
  }
}

let built: Gazetteer | undefined;

/** The class mask of a word, in any letter case. */
export function classesOfWord(word: string): number {
  return wordTable().get(hashWord(word));
}

/** The one gazetteer. */
export function gazetteer(): Gazetteer {
  built ??= new Gazetteer();
  return built;
}
