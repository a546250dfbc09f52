/**
 * What a whole document says about its names: each block contributes the names it was sure of by itself; merged, they
 * answer what a name, a surname or an acronym stands for elsewhere in the same document.
 */
import { differences } from '../../document/differences.ts';
import { GLOSSARY_SHIFT } from './answers.ts';
import { TYPE_COUNT } from './decoder.ts';

/** A name of this key was found with this type. */
export const MENTION = 0;
/** The last words of a person's full name. */
export const SURNAME = 1;
/** An acronym in brackets behind the name that it stands for. */
export const ACRONYM = 2;

/** What one block says: triples of key, type and kind. */
export type Contribution = readonly number[];

/** In an answer: bits 0 to 5 the type most mentions have. */
export const TYPE_BITS = (1 << TYPE_COUNT) - 1;
/** Two mentions or more. */
const REPEATED = 1 << 6;
/** Mentions of other types as well, at least half as many. */
const CONTESTED = 1 << 7;
/** Ends the name of a person introduced in full. */
const SURNAME_BIT = 1 << 8;
/** Bits 9 to 14: the type of the name that an acronym was declared for. */
const ACRONYM_SHIFT = 9;

/** The type that an answer asks for; -1 if none. */
export function expectedType(answer: number): number {
  const glossary = answer >>> GLOSSARY_SHIFT;
  if (glossary !== 0) return 31 - Math.clz32(glossary);
  const acronym = (answer >>> ACRONYM_SHIFT) & TYPE_BITS;
  if (acronym !== 0) return 31 - Math.clz32(acronym);
  const type = answer & TYPE_BITS;
  if (type !== 0) return 31 - Math.clz32(type);
  return (answer & SURNAME_BIT) !== 0 ? 0 : -1;
}

/** Slots of a key's counts: mentions by type, then acronyms by type, then surnames. */
const SLOTS = 2 * TYPE_COUNT + 1;

/** So many changed keys are remembered. */
const MOST_REMEMBERED = 4096;

/**
 * The merged contributions of a document, kept up from version to version by those that went and those that came. What
 * it answers depends on the contributions alone, not on the order of the versions.
 */
export class Lexicon {
  readonly #glossary: ReadonlyMap<number, number>;
  /** Each key's row of {@link SLOTS} counts, by number; rows that have come free are used again. */
  readonly #rows = new Map<number, number>();
  #counts = new Int32Array(64 * SLOTS);
  #used = 0;
  readonly #free: number[] = [];
  readonly #answers = new Map<number, number>();
  #contributions: readonly Contribution[] = [];
  /** The keys whose answers have changed, in order, and how many are forgotten. */
  #changed: number[] = [];
  #forgotten = 0;

  /**
   * @param contributions of the title and of every part of the text, in any order.
   * @param glossary mask of types by key, from the settings.
   */
  constructor(contributions: readonly Contribution[], glossary: ReadonlyMap<number, number>) {
    this.#glossary = glossary;
    for (const [key, mask] of glossary) this.#answers.set(key, mask << GLOSSARY_SHIFT);
    this.follow(contributions);
  }

  /** Brings the lexicon to another version. Contributions that have not changed are the same objects as before. */
  follow(contributions: readonly Contribution[]): void {
    const { gone, come } = differences(this.#contributions, contributions);
    this.#contributions = contributions;
    const keys = new Set<number>();
    for (const each of gone) this.#add(each, -1, keys);
    for (const each of come) this.#add(each, 1, keys);
    for (const key of keys) this.#answerAnew(key);
    if (this.#changed.length > MOST_REMEMBERED) {
      this.#forgotten += this.#changed.length;
      this.#changed = [];
    }
  }

  #add(contribution: Contribution, by: number, keys: Set<number>): void {
    for (let i = 0; i < contribution.length; i += 3) {
      const key = contribution[i] as number;
      const type = contribution[i + 1] as number;
      const kind = contribution[i + 2] as number;
      const slot = kind === MENTION ? type : kind === ACRONYM ? TYPE_COUNT + type : 2 * TYPE_COUNT;
      const at = (this.#rows.get(key) ?? this.#newRow(key)) * SLOTS + slot;
      this.#counts[at] = (this.#counts[at] as number) + by;
      keys.add(key);
    }
  }

  #newRow(key: number): number {
    const row = this.#free.pop() ?? this.#used++;
    if (this.#used * SLOTS > this.#counts.length) {
      const counts = new Int32Array(this.#counts.length * 2);
      counts.set(this.#counts);
      this.#counts = counts;
    }
    this.#rows.set(key, row);
    return row;
  }

  #answerAnew(key: number): void {
    const row = this.#rows.get(key) as number;
    const own = answerOf(this.#counts, row * SLOTS);
    // All mentions, acronyms and surnames of the name are gone.
    if (own === 0) {
      this.#rows.delete(key);
      this.#free.push(row);
    }
    const answer = own | ((this.#glossary.get(key) ?? 0) << GLOSSARY_SHIFT);
    if (answer === this.answer(key)) return;
    if (answer === 0) this.#answers.delete(key);
    else this.#answers.set(key, answer);
    this.#changed.push(key);
  }

  /** Grows with every answer that changes. */
  get version(): number {
    return this.#forgotten + this.#changed.length;
  }

  /** The keys whose answers have changed since a version, some of them twice; undefined if that is forgotten. */
  changedSince(version: number): readonly number[] | undefined {
    return version < this.#forgotten ? undefined : this.#changed.slice(version - this.#forgotten);
  }

  /** What is known of a key; 0 if nothing. */
  answer(key: number): number {
    return this.#answers.get(key) ?? 0;
  }
}

/** What the counts of a key, from `at` on, answer; 0 if there are none. */
function answerOf(counts: Int32Array, at: number): number {
  let best = -1;
  let most = 0;
  let all = 0;
  let acronym = -1;
  let acronyms = 0;
  for (let type = 0; type < TYPE_COUNT; type++) {
    const mentions = counts[at + type] as number;
    all += mentions;
    if (mentions > most) {
      best = type;
      most = mentions;
    }
    const declared = counts[at + TYPE_COUNT + type] as number;
    if (declared > acronyms) {
      acronym = type;
      acronyms = declared;
    }
  }
  let answer = 0;
  if (best >= 0) {
    answer |= 1 << best;
    if (all >= 2) answer |= REPEATED;
    if ((all - most) * 3 >= all) answer |= CONTESTED;
  }
  if ((counts[at + 2 * TYPE_COUNT] as number) > 0) answer |= SURNAME_BIT;
  if (acronym >= 0) answer |= 1 << (ACRONYM_SHIFT + acronym);
  return answer;
}
