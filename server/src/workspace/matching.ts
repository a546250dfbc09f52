/** Finding names by what somebody types of them. */

/** How well a name matches: 4 the whole, 3 its beginning, 2 the beginning of a word, 1 its letters in order, 0 not. */
export type Rank = 0 | 1 | 2 | 3 | 4;

/** What somebody types, ready to be compared with many names. */
export class Query {
  readonly #wanted: string;
  readonly #asWord: string;
  readonly #letters: readonly string[];
  /** Its {@link letterMask}. */
  readonly mask: number;

  /** @param typed characters that occur in a name in this order, whatever their case; empty matches all. */
  constructor(typed: string) {
    this.#wanted = typed.toLowerCase();
    this.#asWord = ` ${this.#wanted}`;
    this.#letters = [...this.#wanted];
    this.mask = letterMask(this.#wanted);
  }

  /** Whether a name with this mask can match at all. */
  mayMatch(mask: number): boolean {
    return (mask & this.mask) === this.mask;
  }

  /** @param name in lower case. */
  rank(name: string): Rank {
    const wanted = this.#wanted;
    if (wanted === '') return 1;
    if (name.startsWith(wanted)) return name.length === wanted.length ? 4 : 3;
    if (name.includes(this.#asWord)) return 2;
    let at = 0;
    for (const letter of this.#letters) {
      at = name.indexOf(letter, at) + 1;
      if (at === 0) return 0;
    }
    return 1;
  }
}

/** Which of the letters a to z occur, and in the bits above whether any digit or other sign does: one bit for each. */
export function letterMask(lowerCase: string): number {
  let mask = 0;
  for (let i = 0; i < lowerCase.length; i++) {
    const unit = lowerCase.charCodeAt(i);
    if (unit >= 97 && unit <= 122) mask |= 1 << (unit - 97);
    else if (unit > 127) mask |= 1 << 26;
    else if (unit >= 48 && unit <= 57) mask |= 1 << 27;
  }
  return mask;
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

  add(item: T): void {
    if (this.#bar !== undefined && this.#compare(item, this.#bar) >= 0) return;
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
