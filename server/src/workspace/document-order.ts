/** The order in which documents are listed: earlier dates first, those without a date last, then by address. */

/** What decides a document's place. */
export interface Ordered {
  readonly number: number;
  /** `YYYY-MM-DD`; may be empty. */
  readonly date: string;
  readonly uri: string;
}

/** Which of two documents comes first. */
function byDate(a: Ordered, b: Ordered): number {
  if (a.date === b.date) return a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0;
  // Whatever is a date sorts before `9`.
  return (a.date || '9') < (b.date || '9') ? -1 : 1;
}

/** Each document's place in the order, worked out when it is asked for after a change. */
export class DocumentOrder {
  readonly #documents: () => Iterable<Ordered>;
  #ranks: number[] = [];
  #byRank: number[] = [];
  #isStale = true;

  constructor(documents: () => Iterable<Ordered>) {
    this.#documents = documents;
  }

  /** A document came, went, or got another date. */
  changed(): void {
    this.#isStale = true;
  }

  /** The place of the document with this number. */
  readonly rankOf = (number: number): number => {
    this.#refresh();
    return this.#ranks[number] as number;
  };

  /** The number of the document at this place. */
  readonly documentAt = (rank: number): number => {
    this.#refresh();
    return this.#byRank[rank] as number;
  };

  #refresh(): void {
    if (!this.#isStale) return;
    this.#isStale = false;
    this.#byRank = [...this.#documents()].sort(byDate).map(({ number }) => number);
    this.#ranks = [];
    this.#byRank.forEach((number, rank) => {
      while (this.#ranks.length < number) this.#ranks.push(0);
      this.#ranks[number] = rank;
    });
  }
}
