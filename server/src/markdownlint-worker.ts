/** What the thread runs that asks markdownlint: it lints the documents that it is sent. */
import { parentPort } from 'node:worker_threads';
import { lowerPriority } from './host/low-priority.ts';
import type { Answer, Order } from './host/worker-pool.ts';
import { type LintJob, lint } from './markdownlint/lint.ts';

lowerPriority();

const port = parentPort;
port?.on('message', async ({ id, job }: Order) => {
  port.postMessage({ id, result: await lint(job as LintJob) } satisfies Answer);
});
