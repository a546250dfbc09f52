/** Reads files for the index in worker threads, so that the server's own thread only takes over what they found. */
import type { Host } from '../host/host.ts';
import type { WorkerPool } from '../host/worker-pool.ts';
import { type FileReader, type FoundFiles, ThreadReader, type WantedFile } from './file-reader.ts';

/** What a worker is sent. */
export interface ReadJob {
  readonly files: readonly WantedFile[];
  /** Changes whenever settings files may have changed. */
  readonly settingsVersion: number;
}

/** From this many files on, threads are worth their start. */
const WORTH_THREADS = 64;
/** Batches on their way to each thread, so that none ever waits for work. */
const AHEAD = 2;

export class PoolReader implements FileReader {
  readonly batch = 16;
  readonly width: number;
  readonly #pool: WorkerPool;
  readonly #inThread: ThreadReader;
  readonly #report: (problem: string) => void;
  #settingsVersion = 0;
  #isBroken = false;

  /**
   * @param size how many threads the pool has.
   * @param report told, in a sentence, if the threads cannot be used: this thread then does their work.
   */
  constructor(host: Host, pool: WorkerPool, size: number, report: (problem: string) => void) {
    this.#pool = pool;
    this.#inThread = new ThreadReader(host);
    this.#report = report;
    this.width = size * AHEAD;
  }

  async read(files: readonly WantedFile[], more: number): Promise<FoundFiles> {
    const isWorthwhile = this.#pool.isRunning || files.length + more >= WORTH_THREADS;
    if (this.#isBroken || !isWorthwhile) return this.#inThread.read(files);
    try {
      const job: ReadJob = { files, settingsVersion: this.#settingsVersion };
      return (await this.#pool.run(job)) as FoundFiles;
    } catch (error) {
      if (!this.#isBroken)
        this.#report(`The index is built without worker threads: ${(error as Error).message}.`);
      this.#isBroken = true;
      return this.#inThread.read(files);
    }
  }

  forgetSettings(): void {
    this.#settingsVersion++;
  }

  rest(): void {
    this.#pool.rest();
  }
}
