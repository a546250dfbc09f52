/** Finding names by what somebody types of them. */

/** How well a name matches: 4 the whole, 3 its beginning, 2 the beginning of a word, 1 its letters in order, 0 not. */
export type Rank = 0 | 1 | 2 | 3 | 4;

/** What somebody types, ready to be compared with many names. */
export class Query {
  readonly #wanted: string;
  readonly #asWord: string;
  readonly #characters: readonly string[];
  /** For {@link Signatures}. */
  readonly letters: number;
  readonly initial: number;
  readonly beginning: number;

  /** @param typed characters that occur in a name in this order, whatever their case; empty matches all. */
  constructor(typed: string) {
    this.#wanted = typed.toLowerCase();
    this.#asWord = ` ${this.#wanted}`;
    this.#characters = [...this.#wanted];
    const units = Array.from({ length: this.#wanted.length }, (_, i) => this.#wanted.charCodeAt(i));
    const [first, second] = units;
    this.letters = units.reduce((mask, unit) => mask | letterBit(unit), 0);
    this.initial = first === undefined ? 0 : letterBit(first);
    this.beginning = first === undefined || second === undefined ? 0 : beginningBit(first, second);
  }

  /** Nothing was typed: all names match alike. */
  get isEmpty(): boolean {
    return this.#wanted === '';
  }

  /**
   * How well a word of a name matches: 2 or better, or 0.
   * @param name in lower case.
   * @param start where in the text the name begins.
   */
  rankOfBeginning(name: string, start = 0): Rank {
    const wanted = this.#wanted;
    if (wanted === '') return 0;
    if (name.startsWith(wanted, start)) return name.length - start === wanted.length ? 4 : 3;
    return name.includes(this.#asWord, start) ? 2 : 0;
  }

  /** 1 if the letters occur in this order, or 0; for a name of which no word begins like this. */
  rankOfLetters(name: string, start = 0): Rank {
    let at = start;
    for (const character of this.#characters) {
      at = name.indexOf(character, at) + 1;
      if (at === 0) return 0;
    }
    return 1;
  }
}

/**
 * What can be told of names without looking at them, kept as three numbers for each: most names are left out of a
 * search by these alone. They may say that a name can match though it does not, and never the other way round.
 */
export class Signatures {
  /** One bit for each letter that occurs. */
  #letters: Uint32Array = new Uint32Array(1024);
  /** One bit for each letter that a word begins with. */
  #initials: Uint32Array = new Uint32Array(1024);
  /** One of 31 bits for each two characters that a word begins with. */
  #beginnings: Uint32Array = new Uint32Array(1024);

  /** Forgets the name with this number. */
  clear(number: number): void {
    if (number >= this.#letters.length) {
      this.#letters = grown(this.#letters, number);
      this.#initials = grown(this.#initials, number);
      this.#beginnings = grown(this.#beginnings, number);
    }
    this.#letters[number] = 0;
    this.#initials[number] = 0;
    this.#beginnings[number] = 0;
  }

  /** Adds a form, in lower case, to a name that was cleared before its first. */
  add(number: number, form: string): void {
    let letters = 0;
    let initials = 0;
    let beginnings = 0;
    let isStart = true;
    for (let i = 0; i < form.length; i++) {
      const unit = form.charCodeAt(i);
      letters |= letterBit(unit);
      if (isStart) {
        initials |= letterBit(unit);
        if (i + 1 < form.length) beginnings |= beginningBit(unit, form.charCodeAt(i + 1));
      }
      isStart = unit === 32;
    }
    this.#letters[number] = (this.#letters[number] as number) | letters;
    this.#initials[number] = (this.#initials[number] as number) | initials;
    this.#beginnings[number] = (this.#beginnings[number] as number) | beginnings;
  }

  /** Numbers of names of which a word may begin with the query. May have numbers that no name has. */
  thatMayBegin({ initial, beginning }: Query): number[] {
    const [initials, beginnings] = [this.#initials, this.#beginnings];
    const found: number[] = [];
    for (let number = 0; number < initials.length; number++)
      if (
        ((initials[number] as number) & initial) === initial &&
        ((beginnings[number] as number) & beginning) === beginning
      )
        found.push(number);
    return found;
  }

  /** Numbers of names in which all letters of the query may occur. May have numbers that no name has. */
  thatMayContain({ letters }: Query): number[] {
    const all = this.#letters;
    const found: number[] = [];
    for (let number = 0; number < all.length; number++)
      if (((all[number] as number) & letters) === letters) found.push(number);
    return found;
  }
}

function grown(numbers: Uint32Array, needed: number): Uint32Array {
  const larger = new Uint32Array(Math.max(needed + 1, numbers.length * 2));
  larger.set(numbers);
  return larger;
}

/** One bit for each of a to z, one for digits, one for all letters beyond ASCII; none for other signs. */
function letterBit(unit: number): number {
  if (unit >= 97 && unit <= 122) return 1 << (unit - 97);
  if (unit > 127) return 1 << 26;
  return unit >= 48 && unit <= 57 ? 1 << 27 : 0;
}

function beginningBit(first: number, second: number): number {
  return 1 << ((first * 7 + second) % 31);
}

/** Keeps the few best of many, without putting all of them in order. */
export class Best<T> {
  readonly #most: number;
  readonly #compare: (a: T, b: T) => number;
  #kept: T[] = [];
  /** The worst of the best, once there are enough: what is no better need not be kept. */
  #bar: T | undefined;

  constructor(most: number, compare: (a: T, b: T) => number) {
    this.#most = most;
    this.#compare = compare;
  }

  /** Whether there are as many as are wanted. */
  get isFull(): boolean {
    return this.#kept.length >= this.#most;
  }

  /** Whether an item could be among the best, as far as is known yet. */
  takes(item: T): boolean {
    return this.#bar === undefined || this.#compare(item, this.#bar) < 0;
  }

  add(item: T): void {
    if (!this.takes(item)) return;
    this.#kept.push(item);
    if (this.#kept.length < this.#most * 2) return;
    this.#kept = this.inOrder();
    this.#bar = this.#kept.at(-1);
  }

  /** The best, the very best first. */
  inOrder(): T[] {
    return this.#kept.sort(this.#compare).slice(0, this.#most);
  }
}

/** What can be searched: things with numbers, each known by one or more forms. */
export interface Searchable {
  has(number: number): boolean;
  /**
   * The best rank of all forms.
   * @param rank takes a text in lower case, and where in it the form begins.
   */
  bestRank(number: number, rank: (text: string, start: number) => Rank): Rank;
  /** Which of two that match equally well comes first: a negative number for the first. */
  compare(a: number, b: number): number;
}

/** The numbers of what matches best, the very best first. */
export function search(
  query: Query,
  most: number,
  signatures: Signatures,
  things: Searchable,
): readonly number[] {
  const best = new Best<{ readonly number: number; readonly rank: Rank }>(
    most,
    (a, b) => b.rank - a.rank || things.compare(a.number, b.number),
  );
  const found = new Set<number>();
  if (!query.isEmpty) {
    const rank = (text: string, start: number): Rank => query.rankOfBeginning(text, start);
    for (const number of signatures.thatMayBegin(query)) {
      if (!things.has(number)) continue;
      const reached = things.bestRank(number, rank);
      if (reached === 0) continue;
      best.add({ number, rank: reached });
      if (!best.isFull) found.add(number);
    }
  }
  const beginning = best.inOrder().map(({ number }) => number);
  if (best.isFull) return beginning;
  // What merely has the letters comes after all of these, and is all alike: the cheap question first.
  const others = new Best<number>(most, (a, b) => things.compare(a, b));
  const rank = (text: string, start: number): Rank => query.rankOfLetters(text, start);
  for (const number of signatures.thatMayContain(query)) {
    if (!things.has(number) || found.has(number) || !others.takes(number)) continue;
    if (things.bestRank(number, rank) > 0) others.add(number);
  }
  return [...beginning, ...others.inOrder()].slice(0, most);
}
