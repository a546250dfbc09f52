/**
 * Diagnostics, pulled where the editor can and pushed where it cannot. Only the latest version of a document is ever
 * reported: a burst of edits is answered once, for the last of them.
 */
import {
  type CancellationToken,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { Finding } from '../core/index.ts';
import { isOurs, type ServerContext, type Snapshot, snapshotOf } from './feature.ts';
import { findingsOf, toDiagnostic } from './findings.ts';
import type { MarkdownStage } from './markdown-stage.ts';
import { uriKey } from './uri.ts';

/** Whether the editor asks for diagnostics itself. */
export function canPull(context: Pick<ServerContext, 'client'>): boolean {
  return context.client.textDocument?.diagnostic !== undefined;
}

const NOTHING: readonly Finding[] = [];

function reportable(context: ServerContext, snapshot: Snapshot): readonly Finding[] {
  return isOurs(snapshot) ? findingsOf(context, snapshot) : NOTHING;
}

/** Pushes findings after each change. */
export class Publisher {
  readonly #context: ServerContext;
  /** The latest wish for each document; an older one finds itself replaced and ends. */
  readonly #wishes = new Map<string, object>();
  /** What is on display, by document. */
  readonly #shown = new Map<string, { readonly version: number; readonly findings: readonly Finding[] }>();

  constructor(context: ServerContext) {
    this.#context = context;
  }

  /** Publishes the findings of a document's latest version once no further edit is waiting. */
  schedule(uri: string): void {
    const key = uriKey(uri);
    const wish = {};
    this.#wishes.set(key, wish);
    this.#run(key, uri, wish).catch((error: unknown) =>
      this.#context.report('publishing diagnostics', error),
    );
  }

  /** Takes back what is on display for a document that was closed. */
  clear(uri: string): void {
    const key = uriKey(uri);
    this.#wishes.delete(key);
    if (this.#shown.delete(key)) this.#send(uri, []);
  }

  async #run(key: string, uri: string, wish: object): Promise<void> {
    await this.#context.host.pause();
    if (this.#wishes.get(key) !== wish) return;
    const snapshot = await snapshotOf(this.#context, uri);
    if (this.#wishes.get(key) !== wish || !snapshot) return;
    const findings = reportable(this.#context, snapshot);
    const shown = this.#shown.get(key);
    if (!shown && !isOurs(snapshot)) return;
    if (shown?.version === snapshot.version && shown.findings === findings) return;
    this.#shown.set(key, { version: snapshot.version, findings });
    this.#send(
      uri,
      findings.map((finding) => toDiagnostic(this.#context, snapshot.readout, finding)),
      snapshot.version,
    );
  }

  #send(uri: string, diagnostics: ReturnType<typeof toDiagnostic>[], version?: number): void {
    const withVersion = this.#context.client.textDocument?.publishDiagnostics?.versionSupport === true;
    const sent = this.#context.connection.sendDiagnostics({
      uri,
      diagnostics,
      ...(withVersion && version !== undefined && { version }),
    });
    sent.catch((error: unknown) => this.#context.report('publishing diagnostics', error));
  }
}

/** Answers `textDocument/diagnostic`. */
export class Puller {
  readonly #context: ServerContext;
  /** Names for lists of findings: the same list has the same name. */
  readonly #names = new WeakMap<readonly Finding[], string>();
  /** The findings last reported for each document. */
  readonly #reported = new Map<string, readonly Finding[]>();
  readonly #stage: MarkdownStage;
  #count = 0;

  constructor(context: ServerContext, stage: MarkdownStage) {
    this.#context = context;
    this.#stage = stage;
    context.documents.listen(({ kind, document }) => {
      if (kind === 'closed') this.#reported.delete(uriKey(document.uri));
    });
  }

  get #canRefresh(): boolean {
    return this.#context.client.workspace?.diagnostics?.refreshSupport === true;
  }

  /** Has the editor ask again, if there is anything new to be told. */
  refresh(): void {
    if (!this.#canRefresh) return;
    this.#refreshIfNew().catch((error: unknown) => this.#context.report('refreshing diagnostics', error));
  }

  async #refreshIfNew(): Promise<void> {
    for (const { uri } of this.#context.documents.all()) {
      const snapshot = await snapshotOf(this.#context, uri);
      if (snapshot && reportable(this.#context, snapshot) !== this.#reported.get(uriKey(uri))) {
        this.#context.connection.languages.diagnostics.refresh();
        return;
      }
    }
  }

  /** The report for a document's latest version; “unchanged” if the editor already holds it. */
  async pull(params: DocumentDiagnosticParams, token: CancellationToken): Promise<DocumentDiagnosticReport> {
    const asked = this.#context.documents.get(params.textDocument?.uri);
    if (!asked) return { kind: 'full', items: [] };
    await this.#context.host.pause();
    const snapshot = await snapshotOf(this.#context, asked.uri);
    if (!snapshot) return { kind: 'full', items: [] };
    const throwIfStale = (now: number | undefined): void => {
      if (now !== asked.version || token.isCancellationRequested)
        throw new ResponseError(LSPErrorCodes.ServerCancelled, 'The document has changed in the meantime.', {
          retriggerRequest: true,
        });
    };
    throwIfStale(snapshot.version);
    // An editor that cannot be told to ask again must be told everything now.
    if (!this.#canRefresh) {
      await this.#stage.now(snapshot);
      throwIfStale(this.#context.documents.get(asked.uri)?.version);
    }
    const findings = reportable(this.#context, snapshot);
    this.#reported.set(uriKey(asked.uri), findings);
    const resultId = this.#nameOf(findings);
    if (params.previousResultId === resultId) return { kind: 'unchanged', resultId };
    const items = findings.map((finding) => toDiagnostic(this.#context, snapshot.readout, finding));
    return { kind: 'full', resultId, items };
  }

  #nameOf(findings: readonly Finding[]): string {
    let name = this.#names.get(findings);
    if (name === undefined) {
      name = String(++this.#count);
      this.#names.set(findings, name);
    }
    return name;
  }
}
