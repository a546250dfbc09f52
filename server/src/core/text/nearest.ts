/** “Did you mean …?”: the known word that a mistyped one was most likely meant to be. */

/** Words longer than this are never compared: keeps a pasted paragraph from costing anything. */
const LONGEST = 80;

/**
 * Number of insertions, deletions, replacements and swaps of neighbours between two words (optimal string alignment),
 * or `limit + 1` as soon as it is certain to be more than `limit`. Counts UTF-16 code units.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || a.length > LONGEST || b.length > LONGEST) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  let leastBefore = 0;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const changed = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      let cost = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + changed,
      );
      const swapped =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) cost = Math.min(cost, (beforeLast[j - 2] as number) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    // A swap reaches back two rows: only when both are past the limit is the end certain to be.
    if (least > limit && leastBefore > limit) return limit + 1;
    leastBefore = least;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] as number, limit + 1);
}

/**
 * The candidate nearest to `word`, letter case ignored, or undefined if none is near enough to be meant: up to a third
 * of the word's length in edits (at least one, at most four), or one that continues the word. Of equally near ones the
 * first.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  if (wanted === '' || wanted.length > LONGEST) return undefined;
  const limit = Math.max(1, Math.min(4, Math.floor(wanted.length / 3)));
  let best: string | undefined;
  let bestDistance = limit + 1;
  let continuation: string | undefined;
  for (const candidate of candidates) {
    const known = candidate.toLowerCase();
    const distance = editDistance(wanted, known, Math.min(limit, bestDistance));
    // A word of two letters is not “nearest” to every other word of two letters.
    if (distance < bestDistance && distance < Math.max(wanted.length, known.length)) {
      best = candidate;
      bestDistance = distance;
    }
    if (wanted.length >= 3 && known.startsWith(wanted)) continuation ??= candidate;
  }
  return best ?? continuation;
}
