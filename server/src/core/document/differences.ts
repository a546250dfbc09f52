/** What two lists differ in, as versions of a document do: somewhere in the middle. */

/** The items of two lists that are not the same objects at the same end of both. */
export interface Differences<Item> {
  readonly gone: readonly Item[];
  readonly come: readonly Item[];
}

/** Compares two lists by identity from both ends. Linear in their length. */
export function differences<Item>(before: readonly Item[], after: readonly Item[]): Differences<Item> {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { gone: before.slice(head, before.length - tail), come: after.slice(head, after.length - tail) };
}
