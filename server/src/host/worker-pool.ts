/** A pool of worker threads, started when there is work and ended when there has been none for a while. Node alone. */
import type { URL } from 'node:url';
import { Worker } from 'node:worker_threads';

/** How the threads of a pool are kept. */
export interface PoolOptions {
  /** Milliseconds without work after which the threads are ended: starting them costs about 100. */
  readonly patience: number;
  /** MiB for what is soon forgotten: with more room for it, collecting it costs less. */
  readonly youngMb: number;
}

/** For short, hard work that makes much that is soon forgotten, as reading many files does. */
const USUAL: PoolOptions = { patience: 2_000, youngMb: 64 };

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  /** Jobs that it was sent and has not answered, by id. */
  readonly pending: Map<number, Pending>;
}

/** What a thread is sent. It answers each with a {@link Answer}. */
export interface Order {
  readonly id: number;
  readonly job: unknown;
}

export interface Answer {
  readonly id: number;
  readonly result: unknown;
}

export class WorkerPool {
  readonly #entry: URL;
  readonly #size: number;
  readonly #options: PoolOptions;
  #threads: Thread[] = [];
  #lastId = 0;
  #rest: NodeJS.Timeout | undefined;

  /**
   * @param entry module that the threads run.
   * @param size how many threads at most.
   */
  constructor(entry: URL, size: number, options: PoolOptions = USUAL) {
    this.#entry = entry;
    this.#size = size;
    this.#options = options;
  }

  get isRunning(): boolean {
    return this.#threads.length > 0;
  }

  /** Has the thread that has least to do carry out a job. Rejected if the thread dies of it. */
  run(job: unknown): Promise<unknown> {
    clearTimeout(this.#rest);
    const thread = this.#idlest();
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      thread.pending.set(id, { resolve, reject });
      // Nobody's process stays alive for a pool; but while there is work, it is waited for.
      thread.worker.ref();
      thread.worker.postMessage({ id, job } satisfies Order);
    });
  }

  /** No work for now: ends the threads soon, unless there is. */
  rest(): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.end(), this.#options.patience);
    this.#rest.unref();
  }

  /** Ends the threads at once. What they were at is rejected. */
  end(): void {
    clearTimeout(this.#rest);
    const threads = this.#threads;
    this.#threads = [];
    for (const thread of threads) {
      void thread.worker.terminate();
      failAll(thread, new Error('ended'));
    }
  }

  #idlest(): Thread {
    const idlest = this.#threads.reduce<Thread | undefined>(
      (best, thread) => (best && best.pending.size <= thread.pending.size ? best : thread),
      undefined,
    );
    if (idlest && (idlest.pending.size === 0 || this.#threads.length >= this.#size)) return idlest;
    const thread = this.#start();
    this.#threads.push(thread);
    return thread;
  }

  #start(): Thread {
    const worker = new Worker(this.#entry, {
      resourceLimits: { maxYoungGenerationSizeMb: this.#options.youngMb },
    });
    const thread: Thread = { worker, pending: new Map() };
    worker.on('message', ({ id, result }: Answer) => {
      const pending = thread.pending.get(id);
      thread.pending.delete(id);
      if (thread.pending.size === 0) worker.unref();
      pending?.resolve(result);
    });
    const gone = (error: Error): void => {
      this.#threads = this.#threads.filter((each) => each !== thread);
      failAll(thread, error);
    };
    worker.on('error', (error) => gone(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', (code) => gone(new Error(`a worker thread ended with code ${code}`)));
    return thread;
  }
}

function failAll({ pending }: Thread, error: Error): void {
  const all = [...pending.values()];
  pending.clear();
  for (const { reject } of all) reject(error);
}
