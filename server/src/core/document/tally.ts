/** Counts kept up from version to version of a document, with a memory of which of them have changed. */

/** So many changes are remembered. */
const MOST_REMEMBERED = 4096;

/** How often each key occurs. */
export class Tally<Key> {
  readonly #counts = new Map<Key, number>();
  #changed: Key[] = [];
  #forgotten = 0;

  /** Adds to some counts at once; what comes to nothing in the end is no change. */
  add(changes: ReadonlyMap<Key, number>): void {
    for (const [key, by] of changes) {
      if (by === 0) continue;
      const count = this.count(key) + by;
      if (count === 0) this.#counts.delete(key);
      else this.#counts.set(key, count);
      this.#changed.push(key);
    }
    if (this.#changed.length > MOST_REMEMBERED) {
      this.#forgotten += this.#changed.length;
      this.#changed = [];
    }
  }

  count(key: Key): number {
    return this.#counts.get(key) ?? 0;
  }

  /** Grows with every count that changes. */
  get version(): number {
    return this.#forgotten + this.#changed.length;
  }

  /** Whether the count of any of these keys has changed since a version; true if that is forgotten. */
  hasChanged(keys: { has(key: Key): boolean }, since: number): boolean {
    if (since < this.#forgotten) return true;
    for (let i = since - this.#forgotten; i < this.#changed.length; i++)
      if (keys.has(this.#changed[i] as Key)) return true;
    return false;
  }
}
