/** What the bench seeds into documents: one mistake at a time, with what a checker should say about it. */

/** A published document. */
export interface SeedDocument {
  readonly text: string;
  /** Base name of the file. */
  readonly fileName: string;
}

/** A document with one mistake in it. */
export interface Seeded {
  readonly text: string;
  /** The file's new name, where the mistake is in the name. */
  readonly fileName?: string;
  /** Zero-based lines of the seeded text on which the mistake may be reported; by default the first that differs. */
  readonly lines?: readonly number[];
  /** Whether the file lies under the configured globs, where nothing in it shows that it is a readout. */
  readonly mustBeReadout?: boolean;
}

/** Numbers from 0 up to, but without, 1: the same in every run. */
export type Random = () => number;

/** One way to make a mistake. */
export interface Seed {
  /** The code that should report it. */
  readonly code: string;
  /** What the hand did, in a few words. */
  readonly name: string;
  /** Puts the mistake in; undefined where the document offers no place for it. */
  seed(document: SeedDocument, random: Random): Seeded | undefined;
  /** Whether a fix is expected to give back the original bytes; left out where nothing certain can be done. */
  readonly restores?: boolean;
}

/** One of a list. */
export function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)] as T;
}
