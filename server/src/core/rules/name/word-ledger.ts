/**
 * Which words of a document are near one another: kept up from version to version by the words that went and the words
 * that came, so that an edit costs a look at its own words and not at all that the document has. What it answers depends
 * on the words alone, not on the edits that led to them.
 */
import { differences } from '../../document/differences.ts';
import { fold } from './fold.ts';
import { isKnown } from './known.ts';
import { Neighbours } from './neighbours.ts';
import { ORDINARY } from './ordinary.ts';
import { judge, MOST_SLIPS, mayBeOneName, type Suspicion, type Usage } from './variants.ts';
import { isSameUsage, type WordSource } from './word-source.ts';

/** Counts work done since the process started; tests assert on differences, the bench prints them. */
export const nameWork = { wordsCounted: 0, pairsJudged: 0 };

/** One word as written. */
interface Word {
  readonly word: string;
  readonly folded: string;
  count: number;
  /** What the sources say about it; undefined once one of them has changed. */
  usage: Usage | undefined;
}

/** The words that are the same but for letter case and diacritics. */
interface Group {
  readonly folded: string;
  /** Those not all in capitals. */
  readonly words: Map<string, Word>;
  total: number;
  /** Whether it may be a slip: on no list of words that are right. Undefined until it matters. */
  isUnknown: boolean | undefined;
}

/** A verdict on two words, true as long as what is said about them is, or their counts if these were enough. */
interface Verdict {
  readonly a: Usage | number;
  readonly b: Usage | number;
  readonly suspicion: Suspicion | undefined;
}

/** A suspicion with the words it came from, and whether they differ in diacritics alone. */
interface Suspected {
  readonly suspicion: Suspicion;
  readonly isSame: boolean;
  readonly a: string;
  readonly b: string;
}

export class WordLedger {
  readonly #accepted: ReadonlySet<string>;
  #sources: readonly WordSource[] = [];
  readonly #words = new Map<string, Word>();
  readonly #groups = new Map<string, Group>();
  readonly #neighbours = new Neighbours<Group>();
  /** Groups that may be slips for being rare, and those of several words. */
  readonly #rare = new Set<Group>();
  readonly #several = new Set<Group>();
  readonly #verdicts = new WeakMap<Word, WeakMap<Word, Verdict>>();
  #suspicions: readonly Suspicion[] | undefined;

  /** @param accepted words that are right whatever the document says. */
  constructor(accepted: ReadonlySet<string>) {
    this.#accepted = accepted;
  }

  /**
   * The words of `sources` that look like misspellings of others, in the order in which they are to be believed.
   * @param sources in order of the document; those that did not change are the same objects as the last time.
   */
  suspicions(sources: readonly WordSource[]): readonly Suspicion[] {
    this.#follow(sources);
    this.#suspicions ??= this.#judgeAll();
    return this.#suspicions;
  }

  #follow(sources: readonly WordSource[]): void {
    const { gone, come } = differences(this.#sources, sources);
    this.#sources = sources;
    if (gone.length === come.length && gone.every((each, i) => each.hash === come[i]?.hash)) return;
    this.#suspicions = undefined;
    if (gone.length === 0) {
      // A document read for the first time, or one that grew.
      for (const { counts } of come) for (const [word, count] of counts) this.#change(word, count);
      return;
    }
    const changes = new Map<string, number>();
    for (const { counts } of gone)
      for (const [word, count] of counts) changes.set(word, (changes.get(word) ?? 0) - count);
    for (const { counts } of come)
      for (const [word, count] of counts) changes.set(word, (changes.get(word) ?? 0) + count);
    const [former, ...others] = gone;
    const [now, ...more] = come;
    const isSame = (word: string): boolean =>
      former !== undefined &&
      now !== undefined &&
      others.length + more.length === 0 &&
      isSameUsage(former.usage(word), now.usage(word));
    for (const [word, by] of changes) {
      // The words around the one that was edited are used as they were.
      if (by === 0 && (!this.#words.get(word)?.usage || isSame(word))) continue;
      this.#change(word, by);
    }
  }

  #change(word: string, by: number): void {
    nameWork.wordsCounted++;
    let entry = this.#words.get(word);
    if (!entry) {
      entry = { word, folded: fold(word), count: 0, usage: undefined };
      this.#words.set(word, entry);
    }
    entry.count += by;
    entry.usage = undefined;
    if (entry.count === 0) this.#words.delete(word);
    if (by === 0 || isShouted(word)) return;
    const { folded } = entry;
    let group = this.#groups.get(folded);
    if (!group) {
      group = { folded, words: new Map(), total: 0, isUnknown: undefined };
      this.#groups.set(folded, group);
      this.#neighbours.enter(group);
    }
    group.total += by;
    if (entry.count === 0) group.words.delete(word);
    else group.words.set(word, entry);
    if (group.words.size === 0) {
      this.#groups.delete(folded);
      this.#neighbours.leave(group);
    }
    setTo(this.#several, group, group.words.size > 1);
    setTo(this.#rare, group, group.words.size > 0 && group.total <= MOST_SLIPS);
  }

  /** The groups that a rare one may be a slip for. */
  #nearSlip(group: Group): readonly Group[] {
    const near = this.#neighbours.of(group);
    if (near.length === 0) return near;
    group.isUnknown ??= isUnknown(group.folded);
    return group.isUnknown ? near : [];
  }

  #judgeAll(): readonly Suspicion[] {
    const found: Suspected[] = [];
    const judgeInto = (a: Word, b: Word, isSame: boolean): void => {
      const suspicion = this.#judge(a, b);
      if (suspicion) found.push({ suspicion, isSame, a: a.word, b: b.word });
    };
    for (const group of this.#several) {
      // Each word is held against the most frequent of those before it.
      let best: Word | undefined;
      for (const word of this.#inOrder(group)) {
        if (best) judgeInto(best, word, true);
        if (!best || word.count > best.count) best = word;
      }
    }
    for (const slip of this.#rare)
      for (const other of this.#nearSlip(slip))
        judgeInto(this.#mostFrequent(other), this.#mostFrequent(slip), false);
    if (found.length > 1) {
      // Where two contradict one another, the one about the words that stand first is believed.
      const places = this.#places(new Set(found.flatMap(({ a, b }) => [a, b])));
      const place = (word: string): number => places.get(word) ?? 0;
      found.sort(
        (x, y) =>
          Number(y.isSame) - Number(x.isSame) ||
          (x.isSame ? place(x.b) - place(y.b) : place(x.a) - place(y.a)) ||
          (x.isSame ? place(x.a) - place(y.a) : place(x.b) - place(y.b)),
      );
    }
    return found.map(({ suspicion }) => suspicion);
  }

  #judge(a: Word, b: Word): Suspicion | undefined {
    let verdicts = this.#verdicts.get(b);
    if (!verdicts) {
      verdicts = new WeakMap();
      this.#verdicts.set(b, verdicts);
    }
    const known = verdicts.get(a);
    if (known && known.a === a.count && known.b === b.count) return undefined;
    if (known && known.a === a.usage && known.b === b.usage) return known.suspicion;
    if (!mayBeOneName(a, b, this.#accepted)) {
      verdicts.set(a, { a: a.count, b: b.count, suspicion: undefined });
      return undefined;
    }
    const usageOfA = this.#usage(a);
    const usageOfB = this.#usage(b);
    nameWork.pairsJudged++;
    const suspicion = judge(usageOfA, usageOfB, this.#accepted);
    verdicts.set(a, { a: usageOfA, b: usageOfB, suspicion });
    return suspicion;
  }

  #usage(word: Word): Usage {
    if (word.usage) return word.usage;
    const before = new Set<string>();
    const after = new Set<string>();
    const offices = new Set<string>();
    let alone = 0;
    let inside = 0;
    for (const source of this.#sources) {
      if (!source.counts.has(word.word)) continue;
      const part = source.usage(word.word);
      for (const each of part.before) before.add(each);
      for (const each of part.after) after.add(each);
      for (const each of part.offices) offices.add(each);
      alone += part.alone;
      inside += part.inside;
    }
    const { count } = word;
    word.usage = { word: word.word, folded: word.folded, count, before, after, offices, alone, inside };
    return word.usage;
  }

  /** A group's words in order of the document; two of which one is more frequent in any order, as it makes none. */
  #inOrder(group: Group): Word[] {
    const words = [...group.words.values()];
    const [first, second] = words;
    if (!first || !second || (words.length === 2 && first.count !== second.count)) return words;
    const places = this.#places(new Set(words.map(({ word }) => word)));
    return words.sort((a, b) => (places.get(a.word) ?? 0) - (places.get(b.word) ?? 0));
  }

  /** The most frequent word of a group; of several, the one that stands first. */
  #mostFrequent(group: Group): Word {
    if (group.words.size === 1) for (const word of group.words.values()) return word;
    const most = Math.max(...[...group.words.values()].map(({ count }) => count));
    const words = [...group.words.values()].filter(({ count }) => count === most);
    return (words.length > 1 ? this.#inOrder(group).find(({ count }) => count === most) : words[0]) as Word;
  }

  /** The order in which words first stand in the document. */
  #places(words: Set<string>): Map<string, number> {
    const places = new Map<string, number>();
    for (const { counts } of this.#sources) {
      if (words.size === 0) break;
      const here = [...words].filter((word) => counts.has(word));
      if (here.length === 0) continue;
      for (const word of here) words.delete(word);
      if (here.length > 1) {
        const order = [...counts.keys()];
        here.sort((a, b) => order.indexOf(a) - order.indexOf(b));
      }
      for (const word of here) places.set(word, places.size);
    }
    return places;
  }
}

function setTo(set: Set<Group>, group: Group, isIn: boolean): void {
  if (isIn) set.add(group);
  else set.delete(group);
}

function isUnknown(folded: string): boolean {
  return !isKnown(folded) && !ORDINARY.has(folded);
}

/** All in capitals: a speaker's label, an acronym. */
function isShouted(word: string): boolean {
  const second = word.charCodeAt(1);
  if (second >= 97 && second <= 122) return false;
  return word.length > 1 && word === word.toUpperCase();
}
