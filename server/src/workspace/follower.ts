/**
 * Keeps the index equal to the workspace: reads all files in the background, follows what is created, changed, renamed
 * and deleted, and lets what is open in the editor win over the disk. No request ever waits for it.
 */
import { isFolderExcluded } from '../core/config/ownership.ts';
import type { Readout, Settings } from '../core/index.ts';
import type { Host } from '../host/host.ts';
import { type FileReader, type FoundFile, ThreadReader, type WantedFile } from './file-reader.ts';
import type { IndexKeeper } from './index-keeper.ts';
import { Import } from './renumber.ts';
import type { StoredFile, StoredIndex } from './stored-index.ts';
import { summarise } from './summary.ts';
import { WorkspaceIndex } from './workspace-index.ts';

/** Between files' paths and the editor's URIs; `keyOf` gives one spelling to all spellings of a URI. */
export interface Names {
  readonly uriOf: (path: string) => string;
  readonly pathOf: (uri: string) => string | undefined;
  readonly keyOf: (uri: string) => string;
}

/** A document open in the editor. */
export interface OpenBuffer {
  readonly uri: string;
  readonly path: string | undefined;
  readonly readout: Readout;
  readonly isOurs: boolean;
  readonly settings: Settings;
}

/** Told how far the reading is; returns false to end it. */
export type ProgressListener = (done: number, total: number) => boolean;

/** What a follower may have beside the host. */
export interface FollowerOptions {
  /** Reads files; by default this thread does. */
  readonly reader?: FileReader;
  /** Keeps the index between two sessions; by default nobody does. */
  readonly keeper?: IndexKeeper;
}

/** Milliseconds of work before what has arrived in the meantime is dealt with. */
const SLICE = 8;

export class WorkspaceFollower {
  readonly index = new WorkspaceIndex();
  readonly #host: Host;
  readonly #names: Names;
  /** Gives the open document with a key, if there is one. */
  readonly #openOf: (key: string) => OpenBuffer | undefined;
  readonly #reader: FileReader;
  readonly #keeper: IndexKeeper | undefined;
  /** Keys of files to be read, in order, with their paths. */
  readonly #queue = new Map<string, string>();
  /** Keys of files that are being read, each with a mark of the latest reading. */
  readonly #reading = new Map<string, object>();
  /** Fingerprints of files that are not ours, by key. */
  readonly #foreign = new Map<string, { readonly path: string; readonly fingerprint: string }>();
  /** What an earlier session knew; undefined when there is nothing to take from it any more. */
  #stored: { readonly index: StoredIndex; readonly strings: Import } | undefined;
  #restored = false;
  /** Scans under way. */
  #scans = 0;
  #folders: readonly string[] = [];
  #running: Promise<void> | undefined;
  #sliceEnd = 0;
  #done = 0;
  /** Files that were read though an earlier session knew them otherwise, or not at all. */
  #fresh = 0;
  #listener: ProgressListener = () => true;
  #onSettled: () => void = () => undefined;
  #disposed = false;

  constructor(
    host: Host,
    names: Names,
    openOf: (key: string) => OpenBuffer | undefined,
    { reader, keeper }: FollowerOptions = {},
  ) {
    this.#host = host;
    this.#names = names;
    this.#openOf = openOf;
    this.#reader = reader ?? new ThreadReader(host);
    this.#keeper = keeper;
  }

  /** Calls `listener` each time after all that was to be read has been read. */
  onSettled(listener: () => void): void {
    this.#onSettled = listener;
  }

  /** How many files were summarised since this follower was made, those taken over from an earlier session not counted. */
  get summarised(): number {
    return this.#fresh;
  }

  /** Reads folders of the workspace, and everything below them. What is in none of them is forgotten unless it is open. */
  async scan(folders: readonly string[], listener: ProgressListener = () => true): Promise<void> {
    this.#folders = folders;
    this.#listener = listener;
    this.#reader.forgetSettings();
    for (const key of [...this.index.keys()]) {
      const path = this.#names.pathOf(key);
      if (path !== undefined && !this.#isWithin(path)) this.#refresh(key, path);
    }
    this.#scans++;
    try {
      await this.#restore();
      for (const folder of folders) await this.#scanFolder(folder);
      await this.settled();
    } finally {
      this.#scans--;
    }
    if (this.#scans > 0) return;
    this.#stored = undefined;
    this.#keep();
  }

  /** A file was created or changed, or a folder came to be. */
  async changed(path: string): Promise<void> {
    if (isMarkdown(path)) this.#refresh(this.#keyOfPath(path), path);
    else if (this.#isWithin(path)) await this.#scanFolder(path);
  }

  /** A file, or a folder with all that was in it, is no longer there. */
  deleted(path: string): void {
    const prefix = `${path}/`;
    for (const key of [...this.index.keys(), ...this.#queue.keys(), ...this.#reading.keys()]) {
      const other = this.#names.pathOf(key);
      if (other !== undefined && (other === path || other.startsWith(prefix))) this.#refresh(key, other);
    }
    if (isMarkdown(path)) this.#refresh(this.#keyOfPath(path), path);
  }

  /** A document was opened, edited or closed. */
  touched(uri: string): void {
    const key = this.#names.keyOf(uri);
    const path = this.#names.pathOf(uri);
    if (this.#openOf(key)) this.#takeOpen(key);
    else if (path === undefined) this.index.delete(key);
    else this.#refresh(key, path);
  }

  /** Resolves when nothing is left to be read. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }

  /** Ends all work. */
  dispose(): void {
    this.#disposed = true;
    this.#queue.clear();
    this.#reader.rest();
  }

  #keyOfPath(path: string): string {
    return this.#names.keyOf(this.#names.uriOf(path));
  }

  #isWithin(path: string): boolean {
    return this.#folders.some(
      (folder) => path === folder || path.startsWith(folder === '/' ? '/' : `${folder}/`),
    );
  }

  async #scanFolder(root: string): Promise<void> {
    const waiting = [root];
    for (let folder = waiting.pop(); folder !== undefined && !this.#disposed; folder = waiting.pop()) {
      const { settings, root: settingsRoot } = this.#host.settingsFor(folder, 'folder');
      for (const { name, kind } of await this.#host.readFolder(folder)) {
        const path = folder === '/' ? `/${name}` : `${folder}/${name}`;
        if (kind === 'file') {
          if (isMarkdown(name)) this.#refresh(this.#keyOfPath(path), path);
        } else if (
          !name.startsWith('.') &&
          name !== 'node_modules' &&
          !isFolderExcluded(path, settings, settingsRoot)
        )
          waiting.push(path);
      }
    }
  }

  /** Has a file read (again). */
  #refresh(key: string, path: string): void {
    if (this.#disposed) return;
    this.#queue.delete(key);
    this.#queue.set(key, path);
    this.#running ??= this.#work();
  }

  async #work(): Promise<void> {
    await this.#host.pause();
    this.#sliceEnd = this.#host.now() + SLICE;
    this.#done = 0;
    const underWay = new Set<Promise<void>>();
    while (this.#queue.size > 0 || underWay.size > 0) {
      while (this.#queue.size > 0 && underWay.size < this.#reader.width) {
        const batch: Promise<void> = this.#readBatch().finally(() => underWay.delete(batch));
        underWay.add(batch);
      }
      await Promise.race(underWay);
      if (this.#host.now() >= this.#sliceEnd) {
        if (!this.#listener(this.#done, this.#done + this.#queue.size + this.#reading.size))
          this.#queue.clear();
        await this.#host.pause();
        this.#sliceEnd = this.#host.now() + SLICE;
      }
    }
    this.#listener(this.#done, this.#done);
    this.#listener = () => true;
    this.#running = undefined;
    this.#reader.rest();
    if (this.#scans === 0) this.#keep();
    this.#onSettled();
  }

  /** Reads the next files of the queue, and takes over what was found. */
  async #readBatch(): Promise<void> {
    const mark = {};
    const keys: string[] = [];
    const wanted: WantedFile[] = [];
    for (const [key, path] of this.#queue) {
      this.#queue.delete(key);
      this.#reading.set(key, mark);
      if (this.#openOf(key) || !this.#isWithin(path)) this.#take(key, mark, path, undefined);
      else {
        keys.push(key);
        wanted.push({ path, known: this.#fingerprintOf(key, path) });
      }
      if (keys.length >= this.#reader.batch) break;
    }
    if (keys.length === 0) return;
    const { texts, files } = await this.#reader.read(wanted, this.#queue.size);
    const strings = new Import(texts, this.index.strings);
    keys.forEach((key, at) => {
      const { path, known } = wanted[at] as WantedFile;
      this.#take(key, mark, path, files[at], strings, known);
    });
  }

  /** What is known of a file, from the index or from an earlier session. */
  #fingerprintOf(key: string, path: string): string | undefined {
    return (
      this.index.get(key)?.fingerprint ??
      this.#foreign.get(key)?.fingerprint ??
      this.#stored?.index.get(path)?.fingerprint
    );
  }

  /** Takes over what was found in a file, unless a later reading counts. */
  #take(key: string, mark: object, path: string, found: FoundFile, strings?: Import, known?: string): void {
    this.#done++;
    if (this.#reading.get(key) !== mark) return;
    this.#reading.delete(key);
    // Wanted once more while it was being read.
    if (this.#queue.has(key)) return;
    if (this.#openOf(key)) this.#takeOpen(key);
    else if (found === 'same') this.#takeKnown(key, path, known);
    else if (found === undefined) this.#forget(key);
    else {
      this.#fresh++;
      this.#put(key, { path, ...found }, strings);
    }
  }

  /** A file is as it was known: in the index, or else in an earlier session. */
  #takeKnown(key: string, path: string, fingerprint: string | undefined): void {
    if (this.index.get(key)?.fingerprint === fingerprint) return;
    if (this.#foreign.get(key)?.fingerprint === fingerprint) return;
    const stored = this.#stored?.index.get(path);
    if (stored && stored.fingerprint === fingerprint) this.#put(key, stored, this.#stored?.strings);
    else this.#refresh(key, path);
  }

  #put(key: string, { path, fingerprint, summary }: StoredFile, strings: Import | undefined): void {
    this.#forget(key, summary !== undefined);
    if (!summary) this.#foreign.set(key, { path, fingerprint });
    else if (strings)
      this.index.setPacked(
        key,
        { uri: this.#names.uriOf(path), path, fingerprint },
        { ...summary, rows: strings.rows(summary.rows) },
      );
  }

  #forget(key: string, butNotTheDocument = false): void {
    this.#foreign.delete(key);
    if (!butNotTheDocument) this.index.delete(key);
  }

  /** Makes the index say of a document what its open buffer says. */
  #takeOpen(key: string): void {
    const open = this.#openOf(key);
    if (!open) return;
    const { uri, path, readout, settings, isOurs } = open;
    this.#forget(key, isOurs);
    if (isOurs) this.index.set(key, { uri, path, fingerprint: undefined }, summarise(readout, settings));
  }

  /** Takes up what an earlier session kept, once. */
  async #restore(): Promise<void> {
    if (this.#restored) return;
    this.#restored = true;
    const index = await this.#keeper?.read();
    if (index && index.size > 0) this.#stored = { index, strings: index.importer(this.index.strings) };
  }

  #keep(): void {
    if (!this.#disposed) this.#keeper?.keep(this.index, () => this.#filesToKeep(), this.#fresh);
  }

  /** What is on disk as it was summarised. */
  *#filesToKeep(): Generator<StoredFile> {
    for (const { path, fingerprint, packed } of this.index.documents())
      if (path !== undefined && fingerprint !== undefined) yield { path, fingerprint, summary: packed };
    for (const { path, fingerprint } of this.#foreign.values())
      yield { path, fingerprint, summary: undefined };
  }
}

function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}
