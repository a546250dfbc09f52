/**
 * Lookup of words and of names of several words: one open-addressed table from the hash of a word to its classes, and
 * a trie over word hashes for the names. Both are evidence to the model, which alone decides; a collision of 32-bit
 * hashes can therefore do no more than mislead it once.
 */
import { CITY_NAMES } from '../data/cities.ts';
import { COUNTRIES } from '../data/countries.ts';
import { GIVEN_NAMES } from '../data/given-names.ts';
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
    region: [...REGION_NAMES, ...PROVINCE_NAMES],
    site: [...WATER_NAMES, ...SITE_NAMES],
    people: COUNTRIES.flatMap((country) => country.peoples),
    group: GROUP_NAMES,
    international: INTERNATIONAL_BODIES.flat(),
    national: NATIONAL_BODIES.flat(),
    organisation: OTHER_ORGANISATIONS.flat(),
    instrument: KNOWN_INSTRUMENTS.flat(),
    event: KNOWN_EVENTS.flat(),
    office: OFFICE_TITLES,
  };
}

/**
 * An open-addressed table from pairs of integers to an integer; -1 stands for no entry. An entry's three numbers lie
 * side by side, so that a lookup waits for memory once.
 */
class PairTable {
  readonly #mask: number;
  /** First, second, value plus 1 (0 for no entry), nothing. */
  readonly #entries: Int32Array<ArrayBuffer>;
  #size = 0;

  constructor(bits: number) {
    this.#mask = (1 << bits) - 1;
    this.#entries = new Int32Array(4 << bits);
  }

  /** Where the entry of a pair lies, or the free place for it. */
  #find(first: number, second: number): number {
    const entries = this.#entries;
    let slot = (Math.imul(first, 0x9e3779b1) ^ second ^ (second >>> 15)) & this.#mask;
    for (;;) {
      const at = slot * 4;
      if (entries[at + 2] === 0 || (entries[at + 1] === second && entries[at] === first)) return at;
      slot = (slot + 1) & this.#mask;
    }
  }

  get(first: number, second: number): number {
    return (this.#entries[this.#find(first, second) + 2] as number) - 1;
  }

  set(first: number, second: number, value: number): void {
    if (this.#size * 2 > this.#mask) throw new Error('PairTable is full');
    const at = this.#find(first, second);
    const entries = this.#entries;
    if (entries[at + 2] === 0) this.#size++;
    entries[at] = first;
    entries[at + 1] = second;
    entries[at + 2] = value + 1;
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
  /** From 0 and the hash of a word to its class mask. */
  readonly #classes = new PairTable(15);
  /** From a node of the trie and what stands behind it to the next node. */
  readonly #edges = new PairTable(16);
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
    const hash = hashWord(word);
    const old = this.#classes.get(0, hash);
    this.#classes.set(0, hash, (old === -1 ? 0 : old) | CLASS_BIT[name]);
  }

  #addName(tokens: Tokens, name: string, bit: number): void {
    tokens.read(name);
    if (tokens.count === 0) return;
    let node = ROOT;
    for (let i = 0; i < tokens.count; i++) {
      const key = edgeKey(tokens, i);
      let next = this.#edges.get(node, key);
      if (next === -1) {
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
    const mask = this.#classes.get(0, hash);
    return mask === -1 ? 0 : mask;
  }

  /** The node that a token leads to, or -1. */
  follow(node: number, tokens: Tokens, index: number): number {
    return this.#edges.get(node, edgeKey(tokens, index));
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
