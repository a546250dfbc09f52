/**
 * markdownlint in a thread of its own, so that no keystroke waits for it. The thread is started when a document is to
 * be read, and ended when none has been for a while. Where it cannot be used, the caller's thread does the work.
 */
import type { WorkerPool } from '../host/worker-pool.ts';
import { canFindAnything, type LintAnswer, type LintJob, lint } from './lint.ts';

/**
 * In shorter bodies (in UTF-16 units) this thread looks whether there is anything to be found, which takes less than
 * sending them; for most documents no other thread is ever started.
 */
const LOOKED_AT_HERE = 50_000;

/** Milliseconds that a document may take, and what it is given more by the character: some hundred times the usual. */
const PATIENCE = 30_000;
const PATIENCE_PER_CHARACTER = 0.03;

/** Milliseconds for a job that nobody wants any more to end by itself, before its thread is ended. */
const GRACE = 1_000;

const CANCELLED: LintAnswer = { places: [], tooLong: [], isParsed: false, failure: 'cancelled' };

export class LintThread {
  readonly #pool: WorkerPool;
  readonly #report: (problem: string) => void;
  readonly #patience: number;
  /** The jobs sent or waiting, of which only the first is under way; empty when all is done. */
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #isBroken = false;

  /**
   * @param pool of one thread.
   * @param report told, in a sentence, if the thread cannot be used.
   * @param patience milliseconds for the shortest document.
   */
  constructor(pool: WorkerPool, report: (problem: string) => void, patience = PATIENCE) {
    this.#pool = pool;
    this.#report = report;
    this.#patience = patience;
  }

  /**
   * Lints a document once those before it are done. Never rejected.
   * @param signal aborted when nobody wants the answer any more; what is then given says nothing about the document.
   */
  async lint(job: LintJob, signal: AbortSignal): Promise<LintAnswer> {
    const { body } = job;
    if (body.length <= LOOKED_AT_HERE && !canFindAnything(job)) {
      return { places: [], tooLong: [], isParsed: false };
    }
    const before = this.#last;
    this.#waiting++;
    const answer = before.then(() => (signal.aborted ? CANCELLED : this.#run(job, signal)));
    this.#last = answer;
    try {
      return await answer;
    } finally {
      if (--this.#waiting === 0) this.#pool.rest();
    }
  }

  async #run(job: LintJob, signal: AbortSignal): Promise<LintAnswer> {
    if (this.#isBroken) return lint(job);
    let ended: 'late' | 'cancelled' | undefined;
    const end = (why: 'late' | 'cancelled'): void => {
      ended = why;
      this.#pool.end();
    };
    const milliseconds = this.#patience + job.body.length * PATIENCE_PER_CHARACTER;
    const late = setTimeout(() => end('late'), milliseconds);
    let grace: NodeJS.Timeout | undefined;
    const cancel = (): void => {
      grace = setTimeout(() => end('cancelled'), GRACE);
    };
    signal.addEventListener('abort', cancel, { once: true });
    try {
      return (await this.#pool.run(job)) as LintAnswer;
    } catch (error) {
      if (ended === 'cancelled') return CANCELLED;
      if (ended === 'late') {
        const failure = `it was not done after ${Math.round(milliseconds / 1000)} seconds`;
        return { places: [], tooLong: [], isParsed: true, failure };
      }
      this.#isBroken = true;
      this.#report(`markdownlint runs without a thread of its own: ${(error as Error).message}.`);
      return lint(job);
    } finally {
      clearTimeout(late);
      clearTimeout(grace);
      signal.removeEventListener('abort', cancel);
    }
  }
}
