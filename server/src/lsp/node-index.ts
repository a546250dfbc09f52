/** How a Node process reads and keeps the index: worker threads beside the server's own, and a file in a folder. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { URL } from 'node:url';
import type { Host } from '../host/host.ts';
import { fileStorage } from '../host/node-storage.ts';
import { WorkerPool } from '../host/worker-pool.ts';
import type { FollowerOptions } from '../workspace/follower.ts';
import { IndexKeeper } from '../workspace/index-keeper.ts';
import { PoolReader } from '../workspace/pool-reader.ts';

/** More threads than this would wait for the disk, and for the server's own thread to take over what they found. */
const MOST_THREADS = 4;
const STORED_FILE = 'workspace.index';

/**
 * @param entry URL of the program's entry module: the threads' module stands beside it. A program that was not built
 * has neither threads nor anything that says which engine it is: it reads by itself and keeps nothing.
 * @param folder where the index is kept between two sessions; without one, it is not.
 * @param report told, in a sentence, what does not work.
 */
export function nodeIndex(
  host: Host,
  entry: URL,
  version: string,
  folder: string | undefined,
  report: (problem: string) => void,
): FollowerOptions {
  const module = new URL('index-worker.mjs', entry);
  if (!entry.pathname.endsWith('.mjs') || !existsSync(module)) return {};
  const threads = Math.min(availableParallelism(), MOST_THREADS);
  const reader = new PoolReader(host, new WorkerPool(module, threads), threads, report);
  if (folder === undefined || !isAbsolute(folder)) return { reader };
  let engine: string | undefined;
  const engineName = (): string => {
    engine ??= engineOf(entry, version);
    return engine;
  };
  return {
    reader,
    keeper: new IndexKeeper(host, fileStorage(join(folder, STORED_FILE)), engineName, report),
  };
}

/** This program, byte for byte (the names of its other modules hold hashes of their content), and the characters it knows. */
function engineOf(entry: URL, version: string): string {
  const program = createHash('sha256').update(readFileSync(entry)).digest('hex').slice(0, 16);
  return `${version} ${program} ${process.versions['unicode'] ?? ''}`;
}
