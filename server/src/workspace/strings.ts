/** Strings kept once, each under a number, for as long as something uses it. */
import { detach } from '../core/index.ts';

/** Stands for “no string”. */
export const NONE = 0;

/** A table of strings. Numbers start at 1; one that is no longer used is given to another string. */
export class StringTable {
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [''];
  readonly #uses: number[] = [0];
  readonly #free: number[] = [];

  /** How many different strings are in use. */
  get size(): number {
    return this.#numbers.size;
  }

  /** Numbers are below this. */
  get end(): number {
    return this.#texts.length;
  }

  /** The texts by number, for a table in which nothing was released; the first stands for “no string”. */
  get texts(): readonly string[] {
    return this.#texts;
  }

  /** The number of a text, with one more use. */
  use(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      // A slice of a document would keep all of it in memory.
      const copy = detach(text);
      number = this.#free.pop() ?? this.#texts.length;
      this.#texts[number] = copy;
      this.#uses[number] = 0;
      this.#numbers.set(copy, number);
    }
    this.useAgain(number);
    return number;
  }

  /** One more use of a string that is in use. */
  useAgain(number: number): void {
    this.#uses[number] = (this.#uses[number] as number) + 1;
  }

  /** One use less; with the last one the string is forgotten. */
  release(number: number): void {
    if (number === NONE) return;
    const uses = (this.#uses[number] as number) - 1;
    this.#uses[number] = uses;
    if (uses > 0) return;
    this.#numbers.delete(this.#texts[number] as string);
    this.#texts[number] = '';
    this.#free.push(number);
  }

  /** The number of a text that is in use, or undefined. */
  find(text: string): number | undefined {
    return this.#numbers.get(text);
  }

  /** The text behind a number that is in use; empty for {@link NONE}. */
  text(number: number): string {
    return this.#texts[number] as string;
  }
}
