/** From the number of a string to the documents that have it, and to the row that it has in each. */

/** A posting is a document's number times this, plus a row: both fit a double exactly. */
const ROWS = 2 ** 20;

const NOTHING: readonly number[] = [];

/** Lists in order of document and row, each kept as long as there is something in it. */
export class Postings {
  /** By string; a hole where there is nothing. */
  readonly #lists: (number[] | undefined)[] = [];

  /** Puts a row of a document in. */
  add(string: number, document: number, row: number): void {
    const posting = document * ROWS + row;
    const list = this.#lists[string];
    if (!list) {
      while (this.#lists.length < string) this.#lists.push(undefined);
      this.#lists[string] = [posting];
    } else if ((list.at(-1) as number) < posting) list.push(posting);
    else list.splice(lowerBound(list, posting), 0, posting);
  }

  /** Takes a row of a document out. */
  remove(string: number, document: number, row: number): void {
    const list = this.#lists[string];
    const posting = document * ROWS + row;
    const at = list ? lowerBound(list, posting) : -1;
    if (!list || list[at] !== posting) return;
    if (list.length === 1) this.#lists[string] = undefined;
    else list.splice(at, 1);
  }

  /** How many rows there are. */
  count(string: number): number {
    return this.#lists[string]?.length ?? 0;
  }

  /**
   * Calls back with documents and rows, in no order that means anything. Nothing is made for any of them: a name may
   * stand in every document.
   */
  each(string: number, visit: (document: number, row: number) => void): void {
    for (const posting of this.#lists[string] ?? NOTHING) {
      const document = Math.floor(posting / ROWS);
      visit(document, posting - document * ROWS);
    }
  }

  /**
   * Calls back with documents and rows in an order of the documents, the rows of a document one after another.
   * @param rankOf a document's place in that order.
   * @param documentAt the document at a place.
   * @param accepts whether a row is wanted.
   */
  inOrder(
    strings: readonly number[],
    rankOf: (document: number) => number,
    documentAt: (rank: number) => number,
    accepts: (string: number, document: number, row: number) => boolean,
    visit: (document: number, row: number) => void,
  ): void {
    let length = 0;
    for (const string of strings) length += this.count(string);
    const ranked = new Float64Array(length);
    let end = 0;
    for (const string of strings) {
      this.each(string, (document, row) => {
        if (accepts(string, document, row)) ranked[end++] = rankOf(document) * ROWS + row;
      });
    }
    const sorted = ranked.subarray(0, end).sort();
    for (let i = 0; i < end; i++) {
      const posting = sorted[i] as number;
      const rank = Math.floor(posting / ROWS);
      visit(documentAt(rank), posting - rank * ROWS);
    }
  }
}

/** The place of the first item that is not below a value. */
function lowerBound(list: readonly number[], value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
