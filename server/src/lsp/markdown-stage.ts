/**
 * markdownlint as a stage of its own: it reads whole documents, so it follows our rules once typing has paused, in a
 * thread of its own where there is one, and the next edit cancels it.
 */
import { isOurs, type ServerContext, type Snapshot, snapshotOf } from './feature.ts';
import { isLinted, keepMarkdownlint } from './findings.ts';
import { uriKey } from './uri.ts';

/** Milliseconds of quiet before markdownlint is asked; more for long documents, over which it takes longer. */
const QUIET = 150;
/** How the quiet grows: sending a document to a thread takes a hundredth of what reading it here does. */
const BESIDE = { charactersAMillisecond: 5_000, longest: 1_000 };
const HERE = { charactersAMillisecond: 500, longest: 10_000 };

export class MarkdownStage {
  readonly #context: ServerContext;
  /** The latest wish for each document; an older one is aborted. */
  readonly #wishes = new Map<string, AbortController>();

  constructor(context: ServerContext) {
    this.#context = context;
  }

  /** Asks markdownlint about a document once nobody types, and has it looked at again if that brought something. */
  schedule(uri: string): void {
    const wish = new AbortController();
    this.cancel(uri);
    this.#wishes.set(uriKey(uri), wish);
    this.#run(uri, wish).catch((error: unknown) => this.#context.report('markdownlint', error));
  }

  /** Nobody wants to know any more what markdownlint says about a document. */
  cancel(uri: string): void {
    const key = uriKey(uri);
    this.#wishes.get(key)?.abort();
    this.#wishes.delete(key);
  }

  /** Asks markdownlint about a version now. What it says is kept, unless the signal is aborted meanwhile. */
  async now(snapshot: Snapshot, signal = new AbortController().signal): Promise<void> {
    if (!isOurs(snapshot) || !snapshot.config.markdownlint || isLinted(snapshot)) return;
    const { lintMarkdown } = await import('../markdownlint/stage.ts');
    const { linter } = this.#context;
    const findings = await lintMarkdown(
      snapshot.readout,
      snapshot.config.settings,
      linter && ((job) => linter.lint(job, signal)),
    );
    if (!signal.aborted) keepMarkdownlint(snapshot, findings);
  }

  async #run(uri: string, wish: AbortController): Promise<void> {
    const { signal } = wish;
    const length = this.#context.documents.get(uri)?.readout.length ?? 0;
    const { charactersAMillisecond, longest } = this.#context.linter ? BESIDE : HERE;
    await this.#context.host.wait(Math.min(QUIET + length / charactersAMillisecond, longest));
    if (signal.aborted) return;
    const snapshot = await snapshotOf(this.#context, uri);
    if (!snapshot || signal.aborted) return;
    await this.now(snapshot, signal);
    if (signal.aborted) return;
    this.#wishes.delete(uriKey(uri));
    if (isLinted(snapshot)) this.#context.events.recheck(uri);
  }
}
