/** From the strings of one table to those of another. */
import { renumbered } from './packed.ts';
import type { StringTable } from './strings.ts';

/** Brings rows from a table that is finished into one that is in use. Each string is looked up once. */
export class Import {
  readonly #texts: readonly string[];
  readonly #into: StringTable;
  readonly #numbers: number[] = [];

  /** @param texts by number. */
  constructor(texts: readonly string[], into: StringTable) {
    this.#texts = texts;
    this.#into = into;
  }

  /** The same rows for the other table, where each string in them counts as one use. */
  rows(rows: Uint32Array): Uint32Array {
    return renumbered(rows, (string) => {
      const text = this.#texts[string] ?? '';
      const known = this.#numbers[string];
      // Its last use may have ended in the meantime, and the number may be another string's.
      if (known !== undefined && this.#into.text(known) === text) {
        this.#into.useAgain(known);
        return known;
      }
      const number = this.#into.use(text);
      this.#numbers[string] = number;
      return number;
    });
  }
}

/** Brings rows from a table in use into one of their own, which is made on the way and has only what they speak of. */
export class Export {
  readonly #from: StringTable;
  readonly #numbers: number[] = [];
  /** The strings that are new since this was last emptied, in order of their numbers. */
  #fresh: string[] = [];
  readonly #texts: string[] = [''];

  constructor(from: StringTable) {
    this.#from = from;
  }

  /** The same rows for the table of their own. */
  rows(rows: Uint32Array): Uint32Array {
    return renumbered(rows, (string) => {
      const text = this.#from.text(string);
      const known = this.#numbers[string];
      // The number may be another string's by now.
      if (known !== undefined && this.#texts[known] === text) return known;
      this.#fresh.push(text);
      const number = this.#texts.push(text) - 1;
      this.#numbers[string] = number;
      return number;
    });
  }

  /** Gives the new strings, and starts over with none. */
  takeFresh(): readonly string[] {
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh;
  }
}
