/** Spreads files over worker threads and gives the results back in the order of the files. */
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type CheckedFile, Checker, type CheckPlan } from './check-file.ts';

/** Files sent to a worker at a time. */
const BATCH = 16;
/** A worker pays off from this many files for each. */
const FILES_WORTH_A_WORKER = 100;
/** Batches done or under way before the first of them is taken: keeps memory flat however many files there are. */
const AHEAD_PER_WORKER = 4;

interface Batch {
  readonly index: number;
  readonly paths: readonly string[];
}

interface BatchResult {
  readonly index: number;
  readonly files: readonly CheckedFile[];
}

/** How many jobs to run where the user names no number: one for each processor, none for a few files. */
export function defaultJobs(files: number): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor(files / FILES_WORTH_A_WORKER)));
}

/**
 * Checks files and yields what became of them, in their order, whatever the number of jobs.
 * Ends early, without an error, when `signal` is aborted.
 * @param entry path of the program's entry module, which workers start from.
 */
export async function* checkAll(
  paths: readonly string[],
  plan: CheckPlan,
  jobs: number,
  entry: string,
  signal: AbortSignal,
): AsyncGenerator<CheckedFile> {
  // TypeScript run from source goes through a loader that worker threads do not inherit.
  if (jobs <= 1 || paths.length <= 1 || entry.endsWith('.ts')) yield* inThisThread(paths, plan, signal);
  else yield* inWorkers(paths, plan, Math.min(jobs, Math.ceil(paths.length / BATCH)), entry, signal);
}

async function* inThisThread(
  paths: readonly string[],
  plan: CheckPlan,
  signal: AbortSignal,
): AsyncGenerator<CheckedFile> {
  const checker = new Checker(plan);
  for (const path of paths) {
    // Give signals and the progress line their turn.
    await new Promise<void>((resolve) => setImmediate(resolve));
    if (signal.aborted) return;
    yield await checker.file(path);
  }
}

async function* inWorkers(
  paths: readonly string[],
  plan: CheckPlan,
  count: number,
  entry: string,
  signal: AbortSignal,
): AsyncGenerator<CheckedFile> {
  const batches = Math.ceil(paths.length / BATCH);
  const done = new Map<number, readonly CheckedFile[]>();
  let wake: () => void = () => undefined;
  let failure: Error | undefined;
  let sent = 0;
  let taken = 0;
  const idle: Worker[] = [];
  const send = (): void => {
    while (idle.length > 0 && sent < batches && sent < taken + count * AHEAD_PER_WORKER) {
      const index = sent++;
      idle
        .pop()
        ?.postMessage({ index, paths: paths.slice(index * BATCH, (index + 1) * BATCH) } satisfies Batch);
    }
  };
  const workers = Array.from({ length: count }, () => {
    const worker = new Worker(entry, { workerData: { readoutCheck: plan } });
    worker.on('message', ({ index, files }: BatchResult) => {
      done.set(index, files);
      idle.push(worker);
      send();
      wake();
    });
    worker.on('error', (error) => {
      failure ??= error instanceof Error ? error : new Error(String(error));
      wake();
    });
    worker.on('exit', (code) => {
      if (code !== 0) failure ??= new Error(`a worker thread ended with code ${code}`);
      wake();
    });
    idle.push(worker);
    return worker;
  });
  const stop = (): void => wake();
  signal.addEventListener('abort', stop);
  try {
    send();
    while (taken < batches && !signal.aborted) {
      const files = done.get(taken);
      if (files) {
        done.delete(taken++);
        send();
        yield* files;
      } else if (failure) {
        throw failure;
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    signal.removeEventListener('abort', stop);
    for (const worker of workers) worker.removeAllListeners();
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** The plan that this thread was started with, if it is a worker of ours. */
export function workerPlan(): CheckPlan | undefined {
  return isMainThread ? undefined : (workerData as { readoutCheck?: CheckPlan } | null)?.readoutCheck;
}

/** The work of a worker thread: checks the batches that it is sent until it is ended. */
export function work(plan: CheckPlan): void {
  const checker = new Checker(plan);
  const port = parentPort;
  port?.on('message', async ({ index, paths }: Batch) => {
    const files: CheckedFile[] = [];
    for (const path of paths) files.push(await checker.file(path));
    port.postMessage({ index, files } satisfies BatchResult);
  });
}
