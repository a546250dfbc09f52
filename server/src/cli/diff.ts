/** Unified diffs of two texts by whole lines, as `diff -u` and `git apply` know them. */

/** Lines around a change. */
const CONTEXT = 3;
/** More changed lines than this are shown as one block taken out and one put in. */
const MOST_CHANGES = 1000;

/** One line of a comparison: kept, taken out or put in. */
type Step = ' ' | '-' | '+';

/** @returns the diff with its two header lines; '' if the texts are the same. */
export function unifiedDiff(before: string, after: string, nameBefore: string, nameAfter: string): string {
  if (before === after) return '';
  const a = linesOf(before);
  const b = linesOf(after);
  const steps = compare(a, b);
  return `--- ${nameBefore}\n+++ ${nameAfter}\n${hunks(steps, a, b)}`;
}

/**
 * The diff of a file as `git apply` and `patch -p1` read it, with its new name if it gets one.
 * @param name path as shown. @returns '' if nothing changes.
 */
export function fileDiff(before: string, after: string, name: string, newName: string): string {
  const [a, b] = [header('a', name), header('b', newName)];
  const diff = unifiedDiff(before, after, a, b);
  if (name === newName) return diff;
  const similarity = diff === '' ? 'similarity index 100%\n' : '';
  return `diff --git ${a.trimEnd()} ${b.trimEnd()}\n${similarity}rename from ${quoted(name)}\nrename to ${quoted(newName)}\n${diff}`;
}

/** A name with a blank ends with a tab, so that readers know where it ends. */
function header(side: 'a' | 'b', name: string): string {
  const path = quoted(`${side}/${name.split('\\').join('/').replace(/^\//, '')}`);
  return path.includes(' ') && !path.startsWith('"') ? `${path}\t` : path;
}

/** As in C, where a name holds characters that would end it. */
function quoted(name: string): string {
  return /["\\\u0000-\u001f]/.test(name) ? JSON.stringify(name) : name;
}

/** Lines with their breaks. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

/** The shortest way from `a` to `b` (Myers 1986, “An O(ND) Difference Algorithm”), common ends taken off first. */
function compare(a: readonly string[], b: readonly string[]): Step[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail++;
  const middle = shortest(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  return [...same(head), ...middle, ...same(tail)];
}

function same(count: number): Step[] {
  return Array.from({ length: count }, (): Step => ' ');
}

function shortest(a: readonly string[], b: readonly string[]): Step[] {
  const limit = Math.min(a.length + b.length, MOST_CHANGES);
  const rounds: Map<number, number>[] = [];
  let furthest = new Map<number, number>([[1, 0]]);
  for (let changes = 0; changes <= limit; changes++) {
    rounds.push(new Map(furthest));
    const next = new Map(furthest);
    for (let k = -changes; k <= changes; k += 2) {
      const down = k === -changes || (k !== changes && at(next, k - 1) < at(next, k + 1));
      let x = down ? at(next, k + 1) : at(next, k - 1) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      next.set(k, x);
      if (x >= a.length && x - k >= b.length) return trace(rounds, a.length, b.length);
    }
    furthest = next;
  }
  return [...a.map((): Step => '-'), ...b.map((): Step => '+')];
}

function at(furthest: ReadonlyMap<number, number>, k: number): number {
  return furthest.get(k) ?? -1;
}

/** Walks the rounds backwards. */
function trace(rounds: readonly ReadonlyMap<number, number>[], endX: number, endY: number): Step[] {
  const steps: Step[] = [];
  let x = endX;
  let y = endY;
  for (let changes = rounds.length - 1; changes >= 0; changes--) {
    const before = rounds[changes] as ReadonlyMap<number, number>;
    const k = x - y;
    const down = k === -changes || (k !== changes && at(before, k - 1) < at(before, k + 1));
    const fromK = down ? k + 1 : k - 1;
    const fromX = changes === 0 ? 0 : at(before, fromK);
    const fromY = changes === 0 ? 0 : fromX - fromK;
    while (x > fromX && y > fromY) {
      steps.push(' ');
      x--;
      y--;
    }
    if (changes > 0) steps.push(down ? '+' : '-');
    x = fromX;
    y = fromY;
  }
  return steps.reverse();
}

function hunks(steps: readonly Step[], a: readonly string[], b: readonly string[]): string {
  const changed = steps.flatMap((step, index) => (step === ' ' ? [] : [index]));
  const parts: string[] = [];
  let line = { a: 0, b: 0 };
  let done = 0;
  for (let i = 0; i < changed.length; ) {
    let last = i;
    while (
      last + 1 < changed.length &&
      (changed[last + 1] as number) - (changed[last] as number) <= 2 * CONTEXT
    )
      last++;
    const from = Math.max(0, (changed[i] as number) - CONTEXT);
    const to = Math.min(steps.length, (changed[last] as number) + CONTEXT + 1);
    line = advance(line, steps.slice(done, from));
    const hunk = steps.slice(from, to);
    const end = advance(line, hunk);
    parts.push(`@@ -${range(line.a, end.a)} +${range(line.b, end.b)} @@\n`);
    let { a: inA, b: inB } = line;
    for (const step of hunk) {
      const text = (step === '+' ? b[inB] : a[inA]) as string;
      parts.push(step, text, text.endsWith('\n') ? '' : '\n\\ No newline at end of file\n');
      if (step !== '+') inA++;
      if (step !== '-') inB++;
    }
    line = end;
    done = to;
    i = last + 1;
  }
  return parts.join('');
}

function advance(line: { a: number; b: number }, steps: readonly Step[]): { a: number; b: number } {
  let { a, b } = line;
  for (const step of steps) {
    if (step !== '+') a++;
    if (step !== '-') b++;
  }
  return { a, b };
}

/** `start,count`, counted from one; an empty range names the line before. */
function range(from: number, to: number): string {
  const count = to - from;
  const start = count === 0 ? from : from + 1;
  return count === 1 ? `${start}` : `${start},${count}`;
}
