/** Splitting an archive over several machines: every document belongs to exactly one part, by its path alone. */
import { relative, sep } from 'node:path';
import { UsageError } from './terminal.ts';

/** One part of many, counted from one. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

const MOST_SHARDS = 1000;

/** Reads `2/4`. @throws UsageError if it is no part of a whole. */
export function readShard(written: string): Shard {
  const match = /^(\d{1,4})\/(\d{1,4})$/.exec(written);
  const index = Number(match?.[1]);
  const count = Number(match?.[2]);
  if (!match || index < 1 || index > count || count > MOST_SHARDS)
    throw new UsageError(
      `--shard takes PART/PARTS, such as 2/4 for the second of four parts (at most ${MOST_SHARDS}); this is “${written}”.`,
    );
  return { index, count };
}

/** A path as every machine writes it: below the current folder, with forward slashes. */
export function portablePath(path: string, cwd: string): string {
  return (relative(cwd, path) || path).split(sep).join('/');
}

/**
 * Whether a document belongs to a part. Depends on its portable path alone: files that come or go elsewhere move no
 * other, so a cache kept for each part stays of use.
 */
export function isInShard(path: string, { index, count }: Shard): boolean {
  // FNV-1a (32 bits), its bits mixed so that the low ones serve for a remainder.
  let hash = 0x811c9dc5;
  for (let i = 0; i < path.length; i++) hash = Math.imul(hash ^ path.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash ^= hash >>> 13;
  return (hash >>> 0) % count === index - 1;
}
