/**
 * markdownlint as a stage of its own: it reads whole documents, so it follows our rules once typing has paused, and
 * the next edit cancels it.
 */
import { isOurs, type ServerContext, type Snapshot, snapshotOf } from './feature.ts';
import { isLinted, keepMarkdownlint } from './findings.ts';
import { uriKey } from './uri.ts';

/** Milliseconds of quiet before markdownlint is asked; more for long documents, over which it takes longer. */
const QUIET = 150;
const LONGEST_QUIET = 10_000;
const CHARACTERS_A_MILLISECOND = 500;

export class MarkdownStage {
  readonly #context: ServerContext;
  /** The latest wish for each document; an older one finds itself replaced and ends. */
  readonly #wishes = new Map<string, object>();

  constructor(context: ServerContext) {
    this.#context = context;
  }

  /** Asks markdownlint about a document once nobody types, and has it looked at again if that brought something. */
  schedule(uri: string): void {
    const wish = {};
    this.#wishes.set(uriKey(uri), wish);
    this.#run(uri, wish).catch((error: unknown) => this.#context.report('markdownlint', error));
  }

  /** Asks markdownlint about a version now. */
  async now(snapshot: Snapshot): Promise<void> {
    if (!isOurs(snapshot) || !snapshot.config.markdownlint || isLinted(snapshot)) return;
    const { lintMarkdown } = await import('../markdownlint/stage.ts');
    keepMarkdownlint(snapshot, await lintMarkdown(snapshot.readout, snapshot.config.settings));
  }

  async #run(uri: string, wish: object): Promise<void> {
    const key = uriKey(uri);
    const isCurrent = (): boolean => this.#wishes.get(key) === wish;
    const length = this.#context.documents.get(uri)?.readout.length ?? 0;
    await this.#context.host.wait(Math.min(QUIET + length / CHARACTERS_A_MILLISECOND, LONGEST_QUIET));
    if (!isCurrent()) return;
    const snapshot = await snapshotOf(this.#context, uri);
    if (!snapshot || !isCurrent()) return;
    await this.now(snapshot);
    if (!isCurrent()) return;
    this.#wishes.delete(key);
    if (isLinted(snapshot)) this.#context.events.recheck(uri);
  }
}
