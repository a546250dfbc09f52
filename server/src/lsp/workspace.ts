/** The index of the workspace on the language server's side: what is open, what the editor watches, progress. */
import type { WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { isExcluded, looksLikeReadout, mustBeReadout } from '../core/config/ownership.ts';
import type { WorkspaceFacts } from '../core/features/hover.ts';
import type { CorpusView } from '../core/index.ts';
import type { Host } from '../host/host.ts';
import { type FollowerOptions, type OpenBuffer, WorkspaceFollower } from '../workspace/follower.ts';
import type { WorkspaceIndex } from '../workspace/workspace-index.ts';
import type { DocumentStore } from './documents.ts';
import type { IndexStatus } from './protocol.ts';
import type { SettingsStore } from './settings.ts';
import { pathOfUri, uriKey, uriOfPath } from './uri.ts';

/** Milliseconds of quiet before an edited document is summarised anew. */
const QUIET = 300;
/** Documents longer than this (in characters) are summarised anew only when somebody asks: it would be felt. */
const LONG = 500_000;
/** Work that takes fewer milliseconds shows no progress. */
const PATIENCE = 500;

/** What features may ask of the workspace. */
export class WorkspaceView {
  readonly #follower: WorkspaceFollower;
  readonly #host: Host;
  /** Documents that were opened, edited or closed since they were last summarised. */
  readonly #touched = new Map<string, string>();
  #wish = {};
  /** How far a reading of folders is; undefined while there is none. */
  #scan: { done: number; total: number } | undefined;
  #onStatus: () => void = () => undefined;

  constructor(host: Host, documents: DocumentStore, settings: SettingsStore, options?: FollowerOptions) {
    this.#host = host;
    const openOf = (key: string): OpenBuffer | undefined => {
      const document = documents.get(key);
      if (document?.languageId !== 'markdown') return undefined;
      const { uri, path, readout } = document;
      const known = settings.peek(uri);
      const loaded = known ?? host.settingsFor(path ?? '/', path === undefined ? 'folder' : 'file');
      const excluded = path !== undefined && isExcluded(path, loaded.settings, loaded.root);
      const must = path !== undefined && mustBeReadout(path, loaded.settings, loaded.root);
      const isOurs = !excluded && (must || looksLikeReadout(readout, loaded.settings));
      return { uri, path, readout, isOurs, settings: loaded.settings };
    };
    this.#follower = new WorkspaceFollower(
      host,
      {
        uriOf: uriOfPath,
        pathOf: (uri) => (uri.startsWith('file:') ? pathOfUri(uri) : undefined),
        keyOf: uriKey,
      },
      openOf,
      options,
    );
    documents.listen(({ document }) => {
      this.#touched.set(uriKey(document.uri), document.uri);
      const wish = {};
      this.#wish = wish;
      void host.wait(QUIET).then(() => {
        if (this.#wish === wish) this.flush((each) => (documents.get(each)?.readout.length ?? 0) < LONG);
      });
    });
  }

  /** The index, with what is open as it stands now. */
  get index(): WorkspaceIndex {
    this.flush();
    return this.#follower.index;
  }

  /** Other documents for the rules, as of the last pause in typing. */
  get corpus(): { readonly view: CorpusView; readonly version: () => number } {
    const { index } = this.#follower;
    return { view: index, version: () => index.urlVersion };
  }

  get follower(): WorkspaceFollower {
    return this.#follower;
  }

  /** How far the reading is, and how much is known. */
  get status(): IndexStatus {
    const { done, total } = this.#scan ?? { done: 0, total: 0 };
    return { done, total, documents: this.#follower.index.size };
  }

  /** Calls `listener` when a reading gets on, and when it ends. */
  onStatus(listener: () => void): void {
    this.#onStatus = listener;
  }

  /** To be called when single files were read. */
  announceStatus(): void {
    this.#onStatus();
  }

  /** Has the index say of open documents, or of those chosen by their URI, what they say now. */
  flush(chosen: (uri: string) => boolean = () => true): void {
    for (const [key, uri] of [...this.#touched]) {
      if (!chosen(uri)) continue;
      this.#touched.delete(key);
      this.#follower.touched(uri);
      this.#onStatus();
    }
  }

  /**
   * Reads the folders of the workspace in the background.
   * @param begin opens a progress bar, where the editor has them.
   */
  async scan(
    folders: readonly string[],
    begin: () => Promise<WorkDoneProgressServerReporter | undefined>,
  ): Promise<void> {
    let progress: WorkDoneProgressServerReporter | undefined;
    let asked = false;
    let finished = false;
    let cancelled = false;
    const started = this.#host.now();
    const scan = { done: 0, total: 0 };
    this.#scan = scan;
    this.#onStatus();
    const ask = async (): Promise<void> => {
      const reporter = await begin();
      reporter?.begin('Reading the workspace’s readouts', 0, undefined, true);
      if (finished) reporter?.done();
      else progress = reporter;
      reporter?.token.onCancellationRequested(() => {
        cancelled = true;
      });
    };
    const listener = (done: number, total: number): boolean => {
      // Short work needs no bar.
      if (!asked && this.#host.now() - started > PATIENCE) {
        asked = true;
        ask().catch(() => undefined);
      }
      progress?.report(Math.round((done / Math.max(1, total)) * 100), `${done} of ${total}`);
      Object.assign(scan, { done, total });
      this.#onStatus();
      return !cancelled;
    };
    try {
      await this.#follower.scan(folders, listener);
    } finally {
      finished = true;
      progress?.done();
      // A later reading, begun meanwhile, goes on.
      if (this.#scan === scan) this.#scan = undefined;
      this.#onStatus();
    }
  }

  /** What other documents say, for hovers. */
  readonly facts: WorkspaceFacts = {
    nameFacts: (key, office) => {
      const found = this.index.occurrencesOf(key, office);
      const first = found[0];
      const latest = found.at(-1);
      if (!first || !latest) return undefined;
      return {
        documents: found.length,
        mentions: found.reduce((sum, { entry }) => sum + entry.mentions, 0),
        offices: [...new Set(found.flatMap(({ entry }) => entry.office ?? []))],
        first: first.document,
        latest: latest.document,
      };
    },
    figureFacts: (type, counted) =>
      this.index
        .figuresLike({ type, counted })
        .map(({ document, entry }) => ({ text: entry.text, date: document.date, title: document.title })),
  };
}
