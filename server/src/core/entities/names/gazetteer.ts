/**
 * Lookup of words and of names of several words: one open-addressed table from the hash of a word to its classes, and
 * a trie over word hashes for the names. Both are evidence to the model, which alone decides; a collision of 32-bit
 * hashes can therefore do no more than mislead it once.
 */
import { CITY_NAMES } from '../data/cities.ts';
import { COUNTRIES } from '../data/countries.ts';
import { GIVEN_NAMES } from '../data/given-names.ts';
import { BUSINESSES, CIVIL_BODIES, SOCIETIES, STATE_BODIES } from '../data/institutions.ts';
import {
  INTERNATIONAL_BODIES,
  KNOWN_EVENTS,
  KNOWN_INSTRUMENTS,
  NATIONAL_BODIES,
  OTHER_ORGANISATIONS,
} from '../data/organisations.ts';
import {
  GROUP_NAMES,
  PROVINCE_NAMES,
  REGION_NAMES,
  SITE_NAMES,
  USA_STATES,
  WATER_NAMES,
} from '../data/places.ts';
import { SUBDIVISION_NAMES } from '../data/subdivisions.ts';
import { SURNAMES } from '../data/surnames.ts';
import { OFFICE_TITLES, WORD_CLASSES, type WordClass } from '../data/words.ts';
import { hashWord } from './letters.ts';
import { ALL_CAPITALS, DOTTED, INITIAL, LOWER_WORD, MIXED, Tokens } from './tokens.ts';

/** Word classes in the order of their bits in a class mask; the two name lists come last. */
const CLASS_ORDER = [...(Object.keys(WORD_CLASSES) as WordClass[]), 'given', 'surname'] as const;
export type ClassName = (typeof CLASS_ORDER)[number];

/** The bit of a class in a class mask. */
export const CLASS_BIT = Object.fromEntries(CLASS_ORDER.map((name, index) => [name, 1 << index])) as Readonly<
  Record<ClassName, number>
>;

/** The kinds of names listed, in the order of their bits in a list mask. */
const LIST_NAMES = [
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

function listedNames(): Readonly<Record<ListName, readonly string[]>> {
  return {
    country: COUNTRIES.flatMap((country) => [country.name, ...country.otherNames]),
    city: [...CITY_NAMES, ...COUNTRIES.flatMap((country) => country.capitals)],
    usaState: USA_STATES.map((state) => state[0] ?? ''),
    stateAbbreviation: USA_STATES.flatMap((state) => state.slice(1)),
    region: [...REGION_NAMES, ...PROVINCE_NAMES, ...SUBDIVISION_NAMES],
    site: [...WATER_NAMES, ...SITE_NAMES],
    people: COUNTRIES.flatMap((country) => country.peoples),
    group: GROUP_NAMES,
    international: INTERNATIONAL_BODIES.flat(),
    national: [...NATIONAL_BODIES.flat(), ...STATE_BODIES.flat()],
    organisation: [OTHER_ORGANISATIONS, CIVIL_BODIES, BUSINESSES, SOCIETIES].flat(2),
    instrument: KNOWN_INSTRUMENTS.flat(),
    event: KNOWN_EVENTS.flat(),
    office: OFFICE_TITLES,
  };
}

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
    return this.#entries[this.#find(hash) + 1] as number;
  }

  /** Adds bits to the mask of a word. */
  add(hash: number, bits: number): void {
    const at = this.#find(hash);
    const mask = this.#entries[at + 1] as number;
    if (mask === 0 && ++this.#size > 3 << (this.#bits - 2)) throw new Error('WordTable is full');
    this.#entries[at] = hash;
    this.#entries[at + 1] = mask | bits;
  }

  /** Where the entry of a word lies, or the free place for it. */
  #find(hash: number): number {
    const entries = this.#entries;
    let at = 2 * placeOf(0, hash, this.#bits);
    while (entries[at + 1] !== 0 && entries[at] !== hash) at = (at + 2) & (entries.length - 1);
    return at;
  }
}

/** From a node of the trie and what stands behind it to the next node, likewise. No edge leads back to the root. */
class EdgeTable {
  readonly #bits = 14;
  /** Node, key, next node (0 for no entry), nothing. */
  readonly #entries = new Int32Array(4 << this.#bits);
  #size = 0;

  /** The next node, or 0. */
  get(node: number, key: number): number {
    return this.#entries[this.#find(node, key) + 2] as number;
  }

  set(node: number, key: number, next: number): void {
    const at = this.#find(node, key);
    if (++this.#size > 3 << (this.#bits - 2)) throw new Error('EdgeTable is full');
    this.#entries[at] = node;
    this.#entries[at + 1] = key;
    this.#entries[at + 2] = next;
  }

  #find(node: number, key: number): number {
    const entries = this.#entries;
    let at = 4 * placeOf(node, key, this.#bits);
    while (entries[at + 2] !== 0 && (entries[at + 1] !== key || entries[at] !== node))
      at = (at + 4) & (entries.length - 1);
    return at;
  }
}

/** Root of the trie of names. */
export const ROOT = 0;

/** Words go by their hash; marks (hyphen, comma, ampersand, possessive) by their kind. */
function edgeKey(tokens: Tokens, index: number): number {
  const hash = tokens.hash[index] as number;
  return hash !== 0 ? hash : (tokens.kind[index] as number) + 1;
}

/** The lists as tables. Built when it is first asked for, which takes milliseconds. */
export class Gazetteer {
  readonly #classes = new WordTable();
  readonly #edges = new EdgeTable();
  /** By node: which lists hold the name that ends here; and those that demand capitals throughout (`US`, not `us`). */
  readonly #lists: number[] = [0];
  readonly #capitalLists: number[] = [0];

  constructor() {
    for (const [name, words] of Object.entries(WORD_CLASSES)) {
      for (const word of words.split(' ')) this.#addClass(word, name as WordClass);
    }
    for (const name of GIVEN_NAMES) this.#addClass(name, 'given');
    for (const name of SURNAMES) this.#addClass(name, 'surname');
    const tokens = new Tokens();
    for (const [list, names] of Object.entries(listedNames())) {
      for (const name of names) this.#addName(tokens, name, LIST_BIT[list as ListName]);
    }
  }

  #addClass(word: string, name: ClassName): void {
    this.#classes.add(hashWord(word), CLASS_BIT[name]);
  }

  #addName(tokens: Tokens, name: string, bit: number): void {
    tokens.read(name);
    if (tokens.count === 0) return;
    let node = ROOT;
    for (let i = 0; i < tokens.count; i++) {
      const key = edgeKey(tokens, i);
      let next = this.#edges.get(node, key);
      if (next === 0) {
        next = this.#lists.length;
        this.#lists.push(0);
        this.#capitalLists.push(0);
        this.#edges.set(node, key, next);
      }
      node = next;
    }
    const kind = tokens.kind[0] as number;
    const capitals = tokens.count === 1 && (kind === ALL_CAPITALS || kind === DOTTED || kind === INITIAL);
    const target = capitals ? this.#capitalLists : this.#lists;
    target[node] = (target[node] as number) | bit;
  }

  /** The class mask of a word by its hash. */
  classesOf(hash: number): number {
    return this.#classes.get(hash);
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
        return mask | (this.#capitalLists[node] as number);
      default:
        return mask;
    }
  }
}

let built: Gazetteer | undefined;

/** The one gazetteer. */
export function gazetteer(): Gazetteer {
  built ??= new Gazetteer();
  return built;
}
