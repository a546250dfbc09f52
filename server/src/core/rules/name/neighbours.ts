/** Which of a changing set of words are one edit apart. */
import { SHORTEST } from './variants.ts';

/** Longer words are no names. */
const LONGEST = 24;
/** Where more words than this are one letter apart, they are a series and no slips. */
const MOST_NEAR = 32;

/** A word that is compared, by its folded form. */
interface Folded {
  readonly folded: string;
}

/**
 * The words that begin with one letter. While they are few, each is held against every other; of more, those that may
 * be near are found by hashes (symmetric deletion), which cost more to make than a few comparisons.
 */
interface Bucket<W extends Folded> {
  readonly words: Set<W>;
  /** The words by each of their keys; undefined while they are few. */
  byKey: Map<number, W[]> | undefined;
  /** The neighbours of those that were asked about. */
  readonly near: Map<W, readonly W[]>;
}

const NONE: readonly never[] = [];

/**
 * Words and their neighbours: what is one letter more, less or other, or two letters swapped, but for the first letter
 * (names that differ there are two names). Depends on the words it holds alone, not on the order they came in.
 */
export class Neighbours<W extends Folded> {
  readonly #buckets = new Map<number, Bucket<W>>();

  /** Takes in a word that it does not hold. */
  enter(word: W): void {
    if (!isComparable(word.folded)) return;
    const first = word.folded.charCodeAt(0);
    let bucket = this.#buckets.get(first);
    if (!bucket) {
      bucket = { words: new Set(), byKey: undefined, near: new Map() };
      this.#buckets.set(first, bucket);
    }
    bucket.words.add(word);
    if (bucket.byKey) {
      enterKeys(bucket, bucket.byKey, word);
      return;
    }
    if (bucket.near.size > 0) bucket.near.clear();
    if (bucket.words.size > MOST_NEAR) {
      bucket.byKey = new Map();
      for (const each of bucket.words) enterKeys(bucket, bucket.byKey, each);
    }
  }

  /** Lets go of a word that it holds. */
  leave(word: W): void {
    const first = word.folded.charCodeAt(0);
    const bucket = isComparable(word.folded) ? this.#buckets.get(first) : undefined;
    if (!bucket) return;
    bucket.words.delete(word);
    bucket.near.delete(word);
    if (bucket.words.size === 0) this.#buckets.delete(first);
    else if (bucket.byKey) leaveKeys(bucket, bucket.byKey, word);
    else bucket.near.clear();
  }

  /** The neighbours of a word that it holds, in no particular order. */
  of(word: W): readonly W[] {
    const bucket = isComparable(word.folded) ? this.#buckets.get(word.folded.charCodeAt(0)) : undefined;
    if (!bucket) return NONE;
    const known = bucket.near.get(word);
    if (known) return known;
    const near = bucket.byKey ? nearByKey(bucket.byKey, word) : nearIn(bucket.words, word);
    bucket.near.set(word, near);
    return near;
  }
}

function isComparable({ length }: string): boolean {
  return length >= SHORTEST - 1 && length <= LONGEST;
}

function nearIn<W extends Folded>(others: Iterable<W>, word: W): readonly W[] {
  let near: W[] | undefined;
  for (const other of others) {
    if (other === word || !areNear(other.folded, word.folded)) continue;
    near ??= [];
    near.push(other);
  }
  return near ?? NONE;
}

function nearByKey<W extends Folded>(byKey: ReadonlyMap<number, readonly W[]>, word: W): readonly W[] {
  const others = new Set<W>();
  for (const key of keysOf(word.folded)) {
    const sharing = byKey.get(key);
    if (!sharing || sharing.length < 2 || sharing.length > MOST_NEAR) continue;
    for (const other of sharing) others.add(other);
  }
  return nearIn(others, word);
}

function enterKeys<W extends Folded>(bucket: Bucket<W>, byKey: Map<number, W[]>, word: W): void {
  for (const key of keysOf(word.folded)) {
    const known = byKey.get(key);
    if (known) {
      forgetNear(bucket, known);
      known.push(word);
    } else byKey.set(key, [word]);
  }
}

function leaveKeys<W extends Folded>(bucket: Bucket<W>, byKey: Map<number, W[]>, word: W): void {
  for (const key of keysOf(word.folded)) {
    const known = byKey.get(key);
    if (!known) continue;
    known.splice(known.indexOf(word), 1);
    if (known.length === 0) byKey.delete(key);
    else forgetNear(bucket, known);
  }
}

/** A word more or less: whoever shares a key with it has other neighbours, unless they were too many and still are. */
function forgetNear<W extends Folded>({ near }: Bucket<W>, words: readonly W[]): void {
  if (near.size > 0 && words.length <= MOST_NEAR + 1) for (const word of words) near.delete(word);
}

/** Whether two words that differ and begin alike are one edit apart, and one of them is long enough to tell. */
function areNear(a: string, b: string): boolean {
  return Math.max(a.length, b.length) >= SHORTEST && isOneEdit(a, b);
}

/** Whether one letter more, less or other, or two neighbours swapped, makes one word of the other. */
export function isOneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short.charCodeAt(start) === long.charCodeAt(start)) start++;
  let end = 0;
  while (
    end < short.length - start &&
    short.charCodeAt(short.length - 1 - end) === long.charCodeAt(long.length - 1 - end)
  )
    end++;
  const left = short.length - start - end;
  if (short.length < long.length) return left === 0;
  if (left <= 1) return left === 1;
  return (
    left === 2 &&
    short.charCodeAt(start) === long.charCodeAt(start + 1) &&
    short.charCodeAt(start + 1) === long.charCodeAt(start)
  );
}

/**
 * Hashes of the word and of what comes of leaving out any letter but the first. Words one edit apart that begin alike
 * share one of them.
 */
function keysOf(folded: string): ReadonlySet<number> {
  const keys = new Set([hashWithout(folded, -1)]);
  for (let i = 1; i < folded.length; i++) keys.add(hashWithout(folded, i));
  return keys;
}

function hashWithout(word: string, left: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++)
    if (i !== left) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) | 0;
}
