/**
 * Keeps the index equal to the workspace: reads all files in the background, follows what is created, changed, renamed
 * and deleted, and lets what is open in the editor win over the disk. No request ever waits for it.
 */
import { isExcluded, isFolderExcluded, looksLikeReadout, mustBeReadout } from '../core/config/ownership.ts';
import { Readout, type Settings } from '../core/index.ts';
import type { Host } from '../host/host.ts';
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

/** Milliseconds of work before what has arrived in the meantime is dealt with. */
const SLICE = 8;
/** Files longer than this (in characters) are not read. */
const LONGEST = 20_000_000;

export class WorkspaceFollower {
  readonly index = new WorkspaceIndex();
  readonly #host: Host;
  readonly #names: Names;
  /** Gives the open document with a key, if there is one. */
  readonly #openOf: (key: string) => OpenBuffer | undefined;
  /** Keys of files to be read, in order. */
  readonly #queue = new Set<string>();
  #paths = new Map<string, string>();
  #folders: readonly string[] = [];
  #running: Promise<void> | undefined;
  #listener: ProgressListener = () => true;
  #onSettled: () => void = () => undefined;
  #disposed = false;

  constructor(host: Host, names: Names, openOf: (key: string) => OpenBuffer | undefined) {
    this.#host = host;
    this.#names = names;
    this.#openOf = openOf;
  }

  /** Calls `listener` each time after all that was to be read has been read. */
  onSettled(listener: () => void): void {
    this.#onSettled = listener;
  }

  /** Reads folders of the workspace, and everything below them. What is in none of them is forgotten unless it is open. */
  async scan(folders: readonly string[], listener: ProgressListener = () => true): Promise<void> {
    this.#folders = folders;
    this.#listener = listener;
    for (const key of [...this.index.keys()]) {
      const path = this.#names.pathOf(key);
      if (path !== undefined && !this.#isWithin(path)) this.#refresh(key, path);
    }
    for (const folder of folders) await this.#scanFolder(folder);
    await this.settled();
  }

  /** A file was created or changed, or a folder came to be. */
  async changed(path: string): Promise<void> {
    if (isMarkdown(path)) this.#refresh(this.#keyOfPath(path), path);
    else if (this.#isWithin(path)) await this.#scanFolder(path);
  }

  /** A file, or a folder with all that was in it, is no longer there. */
  deleted(path: string): void {
    const prefix = `${path}/`;
    for (const key of [...this.index.keys(), ...this.#queue]) {
      const other = this.#names.pathOf(key);
      if (other !== undefined && (other === path || other.startsWith(prefix))) this.#refresh(key, other);
    }
    if (isMarkdown(path)) this.#refresh(this.#keyOfPath(path), path);
  }

  /** A document was opened, edited or closed. */
  touched(uri: string): void {
    const key = this.#names.keyOf(uri);
    const path = this.#names.pathOf(uri);
    if (this.#openOf(key) || path === undefined) this.#update(key, undefined);
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
    this.#queue.add(key);
    this.#paths.set(key, path);
    this.#running ??= this.#work();
  }

  async #work(): Promise<void> {
    await this.#host.pause();
    let sliceEnd = this.#host.now() + SLICE;
    let done = 0;
    for (const key of this.#queue) {
      const path = this.#paths.get(key);
      this.#queue.delete(key);
      this.#paths.delete(key);
      done++;
      if (path !== undefined) {
        const text = this.#openOf(key) ? undefined : await this.#read(path);
        // Wanted once more while it was being read: the later reading counts.
        if (!this.#queue.has(key)) this.#update(key, text, path);
      }
      if (this.#host.now() >= sliceEnd) {
        if (!this.#listener(done, done + this.#queue.size)) this.#queue.clear();
        await this.#host.pause();
        sliceEnd = this.#host.now() + SLICE;
      }
    }
    this.#listener(done, done);
    this.#listener = () => true;
    this.#running = undefined;
    this.#onSettled();
  }

  async #read(path: string): Promise<string | undefined> {
    if (!this.#isWithin(path)) return undefined;
    const text = await this.#host.readText(path);
    return text === undefined || text.length > LONGEST ? undefined : text;
  }

  /** Makes the index say of a document what its open buffer, or else its text on disk, says. */
  #update(key: string, text: string | undefined, path?: string): void {
    const open = this.#openOf(key);
    if (open) {
      if (open.isOurs)
        this.index.set(key, summarise(open.uri, open.path, open.readout, open.settings, this.index.keep));
      else this.index.delete(key);
      return;
    }
    if (text === undefined || path === undefined) {
      this.index.delete(key);
      return;
    }
    const { settings, root } = this.#host.settingsFor(path, 'file');
    const readout = Readout.parse(text);
    const isOurs =
      !isExcluded(path, settings, root) &&
      (mustBeReadout(path, settings, root) || looksLikeReadout(readout, settings));
    if (isOurs)
      this.index.set(key, summarise(this.#names.uriOf(path), path, readout, settings, this.index.keep));
    else this.index.delete(key);
  }
}

function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}
