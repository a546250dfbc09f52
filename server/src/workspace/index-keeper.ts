/** Keeps the index between two sessions, in the background. */
import type { Host, Storage } from '../host/host.ts';
import { encodeIndex, type StoredFile, StoredIndex } from './stored-index.ts';
import type { WorkspaceIndex } from './workspace-index.ts';

/** The index is written when this many files were read that the stored one does not have as they are. */
const WORTH_WRITING = 32;
/** Milliseconds of work before what has arrived in the meantime is dealt with. */
const SLICE = 8;

export class IndexKeeper {
  readonly #host: Host;
  readonly #storage: Storage;
  readonly #engine: () => string;
  readonly #report: (problem: string) => void;
  readonly #worthWriting: number;
  #writing: Promise<void> | undefined;
  /** Files that were fresh when the index was last written. */
  #written = 0;
  #failed = false;

  /**
   * @param engine says what makes summaries, down to its last byte: those of another are of no use.
   * @param report told once, in a sentence, if the index cannot be kept.
   * @param worthWriting files that make it worth while to write.
   */
  constructor(
    host: Host,
    storage: Storage,
    engine: () => string,
    report: (problem: string) => void,
    worthWriting = WORTH_WRITING,
  ) {
    this.#host = host;
    this.#storage = storage;
    this.#engine = engine;
    this.#report = report;
    this.#worthWriting = worthWriting;
  }

  /** What an earlier session kept, as far as it holds. */
  async read(): Promise<StoredIndex> {
    const stored = new StoredIndex();
    const bytes = await this.#storage.read();
    if (!bytes) return stored;
    try {
      const steps = stored.decode(bytes, this.#engine(), this.#host.digest);
      let sliceEnd = this.#host.now() + SLICE;
      while (!steps.next().done) {
        if (this.#host.now() < sliceEnd) continue;
        await this.#host.pause();
        sliceEnd = this.#host.now() + SLICE;
      }
    } catch {
      // Its digests hold and yet it cannot be read: nothing of it is taken.
      return new StoredIndex();
    }
    return stored;
  }

  /**
   * Writes the index in the background if that is worth while.
   * @param fresh how many files were read, in all, that were not taken over from an earlier session.
   */
  keep(index: WorkspaceIndex, files: () => Iterable<StoredFile>, fresh: number): void {
    if (this.#writing || this.#failed || fresh - this.#written < this.#worthWriting) return;
    this.#written = fresh;
    this.#writing = this.#write(index, files).finally(() => {
      this.#writing = undefined;
    });
  }

  /** Resolves when nothing is being written. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  async #write(index: WorkspaceIndex, files: () => Iterable<StoredFile>): Promise<void> {
    const problem = await this.#storage.write(this.#pieces(index, files));
    if (problem === undefined) return;
    this.#failed = true;
    this.#report(problem);
  }

  async *#pieces(index: WorkspaceIndex, files: () => Iterable<StoredFile>): AsyncGenerator<Uint8Array> {
    for (const piece of encodeIndex(files(), index.strings, this.#engine(), this.#host.digest)) {
      yield piece;
      await this.#host.pause();
    }
  }
}
