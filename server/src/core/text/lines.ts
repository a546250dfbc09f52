/** Line arithmetic. Lines end with `\n`, `\r\n` or `\r`, as in the Language Server Protocol. */

/** A zero-based line and the UTF-16 code unit in it, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Offsets at which the lines of a text begin; the first is always 0. */
export function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 13) {
      if (text.charCodeAt(i + 1) === 10) i++;
      starts.push(i + 1);
    } else if (unit === 10) {
      starts.push(i + 1);
    }
  }
  return starts;
}

/** Index of the last element of an ascending array that is at most `value`; 0 when all are larger. */
export function lastAtMost(ascending: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ascending[middle] as number) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where the line that starts at `start` ends, without its line break. */
export function lineEnd(text: string, start: number): number {
  for (let i = start; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || unit === 13) return i;
  }
  return text.length;
}

/** Where the line after the one that ends at `end` starts: `end` plus the length of the line break there. */
export function nextLineStart(text: string, end: number): number {
  if (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10) return end + 2;
  return Math.min(end + 1, text.length);
}
