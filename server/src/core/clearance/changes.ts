/** What has changed since a document was cleared: its items now against those recorded. */
import type { Settings } from '../config/settings.ts';
import type { Readout } from '../document/readout.ts';
import { contains } from '../text/span.ts';
import type { Digest } from './clearance.ts';
import { CLEARED_KINDS, type ClearedItem, type ClearedKind, itemsOf } from './items.ts';

/** An item that was not there, or not so, when the document was cleared. */
export interface ClearedChange {
  readonly kind: ClearedKind;
  readonly item: ClearedItem;
  /** What stood in its place; undefined if it was added. */
  readonly was: string | undefined;
}

export interface ClearedChanges {
  readonly changed: readonly ClearedChange[];
  /** What was cleared and is no longer there, with nothing in its place. */
  readonly removed: readonly { readonly kind: ClearedKind; readonly text: string }[];
}

/** What differs from a clearance. What was only moved to another place is no change. */
export function changesSince(readout: Readout, settings: Settings, cleared: Digest): ClearedChanges {
  const items = itemsOf(readout, settings);
  const changed: ClearedChange[] = [];
  const removed: { kind: ClearedKind; text: string }[] = [];
  for (const kind of CLEARED_KINDS) {
    const kept = kind === 'quotations' ? (item: ClearedItem) => !holdsChange(item, changed) : () => true;
    const difference = compare(cleared[kind], items[kind]);
    for (const { item, was } of difference.changed) if (kept(item)) changed.push({ kind, item, was });
    for (const text of difference.removed) removed.push({ kind, text });
  }
  return { changed, removed };
}

/** Whether a name, figure or date within a quotation is reported already: that says more than the quotation would. */
function holdsChange({ span }: ClearedItem, changed: readonly ClearedChange[]): boolean {
  return changed.some(({ item }) => contains(span, item.span));
}

interface Difference {
  readonly changed: readonly { readonly item: ClearedItem; readonly was: string | undefined }[];
  readonly removed: readonly string[];
}

function compare(before: readonly string[], now: readonly ClearedItem[]): Difference {
  const hunks = hunksOf(
    before,
    now.map(({ text }) => text),
  );
  if (hunks.length === 0) return { changed: [], removed: [] };
  // What left one place and came to another was moved.
  const gone = new Map<string, number>();
  for (const hunk of hunks) for (const text of hunk.before) gone.set(text, (gone.get(text) ?? 0) + 1);
  const moved = new Map<string, number>();
  const added = hunks.map((hunk) =>
    now.slice(hunk.start, hunk.end).filter(({ text }) => {
      const left = gone.get(text) ?? 0;
      if (left === 0) return true;
      gone.set(text, left - 1);
      moved.set(text, (moved.get(text) ?? 0) + 1);
      return false;
    }),
  );
  const changed: { item: ClearedItem; was: string | undefined }[] = [];
  const removed: string[] = [];
  hunks.forEach((hunk, index) => {
    const left = hunk.before.filter((text) => {
      const count = moved.get(text) ?? 0;
      if (count === 0) return true;
      moved.set(text, count - 1);
      return false;
    });
    const here = added[index] ?? [];
    here.forEach((item, at) => {
      changed.push({ item, was: left[at] });
    });
    removed.push(...left.slice(here.length));
  });
  return { changed, removed };
}

/** A stretch that differs: what stood there, and the indices of what stands there now. */
interface Hunk {
  readonly before: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** Cells of the table of common subsequences beyond which the whole stretch counts as one. */
const MOST_CELLS = 250_000;

/** Where two lists differ: their common head and tail are left out, and what is common between, if that is not too much. */
function hunksOf(before: readonly string[], now: readonly string[]): Hunk[] {
  let head = 0;
  while (head < before.length && head < now.length && before[head] === now[head]) head++;
  let tail = 0;
  while (
    tail < before.length - head &&
    tail < now.length - head &&
    before[before.length - 1 - tail] === now[now.length - 1 - tail]
  )
    tail++;
  const a = before.slice(head, before.length - tail);
  const b = now.slice(head, now.length - tail);
  if (a.length === 0 && b.length === 0) return [];
  if (a.length * b.length > MOST_CELLS) return [{ before: a, start: head, end: head + b.length }];
  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] as number;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const hunks: Hunk[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i++;
      j++;
      continue;
    }
    const [fromI, fromJ] = [i, j];
    while (i < a.length || j < b.length) {
      if (i < a.length && j < b.length && a[i] === b[j]) break;
      if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) i++;
      else j++;
    }
    hunks.push({ before: a.slice(fromI, i), start: head + fromJ, end: head + j });
  }
  return hunks;
}
