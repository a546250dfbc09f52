/** How a Node process asks markdownlint: in a thread beside the server's own. */
import { existsSync } from 'node:fs';
import { URL } from 'node:url';
import { WorkerPool } from '../host/worker-pool.ts';
import { LintThread } from '../markdownlint/lint-thread.ts';

/** The thread is kept for this long after its last document: who types has the next one read soon. */
const PATIENCE = 60_000;
const YOUNG_MB = 16;

/**
 * @param entry URL of the program's entry module: the thread's module stands beside it. A program that was not built
 * has none.
 * @param report told, in a sentence, what does not work.
 * @returns undefined where there is no thread.
 */
export function nodeLinter(entry: URL, report: (problem: string) => void): LintThread | undefined {
  const module = new URL('markdownlint-worker.mjs', entry);
  if (!entry.pathname.endsWith('.mjs') || !existsSync(module)) return undefined;
  return new LintThread(new WorkerPool(module, 1, { patience: PATIENCE, youngMb: YOUNG_MB }), report);
}
