/** What the index's worker threads run: they read files and hand back what is to be known of them. */
import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { lowerPriority } from './host/low-priority.ts';
import { NODE_HOST } from './host/node.ts';
import type { Answer, Order } from './host/worker-pool.ts';
import { examine, type FoundFile, type FoundFiles } from './workspace/file-reader.ts';
import type { ReadJob } from './workspace/pool-reader.ts';
import { StringTable } from './workspace/strings.ts';

lowerPriority();

const port = parentPort;
let settingsVersion = 0;
port?.on('message', ({ id, job }: Order) => {
  const { files, settingsVersion: version } = job as ReadJob;
  if (version !== settingsVersion) NODE_HOST.forgetSettings();
  settingsVersion = version;
  const strings = new StringTable();
  const found = files.map((file): FoundFile => examine(file, bytesOf(file.path), NODE_HOST, strings));
  const result: FoundFiles = { texts: strings.texts, files: found };
  port.postMessage({ id, result } satisfies Answer, buffersOf(found));
});

/** Synchronously: this thread has nothing else to do, and it is several times faster. */
function bytesOf(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** What is handed over without being copied. */
function buffersOf(found: readonly FoundFile[]): ArrayBuffer[] {
  return found.flatMap((each) => {
    if (each === undefined || each === 'same' || !each.summary) return [];
    return [each.summary.rows.buffer, each.summary.places.buffer] as ArrayBuffer[];
  });
}
