/** What the server says of the document in the active editor; asked for anew after each pause in typing. */
import * as vscode from 'vscode';
import { type LanguageClient, LSPErrorCodes, ResponseError } from 'vscode-languageclient/node';
import {
  RELEASE_STATUS_REQUEST,
  type ReleaseStatus,
  type ReleaseStatusParams,
} from '../../server/src/lsp/protocol.ts';

/** Waiting after a change of the text, so that a row of keystrokes costs one request. */
const AFTER_TYPING_MS = 250;

/** Context key: the active editor shows a readout. */
const IS_READOUT = 'readout.isReadout';
/** Context key: it records a clearance. */
const IS_CLEARED = 'readout.isCleared';

/** A readout with its status. */
export interface ReadoutStatus {
  readonly document: vscode.TextDocument;
  readonly status: ReleaseStatus;
}

/** Follows the active editor. */
export class DocumentStatus implements vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #output: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<ReadoutStatus | undefined>();
  /** Told what {@link current} has become. */
  readonly onDidChange = this.#changed.event;
  readonly #disposables: vscode.Disposable[];
  #document: vscode.TextDocument | undefined;
  #current: ReadoutStatus | undefined;
  #asking: NodeJS.Timeout | undefined;
  #request: vscode.CancellationTokenSource | undefined;
  #context = '';

  constructor(client: LanguageClient, output: vscode.LogOutputChannel) {
    this.#client = client;
    this.#output = output;
    this.#disposables = [
      this.#changed,
      client.onDidChangeState(() => this.#askSoon(0)),
      vscode.window.onDidChangeActiveTextEditor(() => this.#look()),
      vscode.workspace.onDidOpenTextDocument(() => this.#look()),
      vscode.workspace.onDidCloseTextDocument(() => this.#look()),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document === this.#document && contentChanges.length > 0) this.#askSoon(AFTER_TYPING_MS);
      }),
      // Settings decide what is a readout; they are known to the server a moment later.
      vscode.workspace.onDidChangeConfiguration(
        (event) => event.affectsConfiguration('readout') && this.#askSoon(AFTER_TYPING_MS),
      ),
      vscode.workspace.onDidSaveTextDocument(
        ({ fileName }) => fileName.endsWith('.readout.yaml') && this.#askSoon(AFTER_TYPING_MS),
      ),
    ];
    this.#look();
  }

  /** The readout in the active editor; undefined if there is none, or nothing is known of it yet. */
  get current(): ReadoutStatus | undefined {
    return this.#current;
  }

  dispose(): void {
    clearTimeout(this.#asking);
    this.#request?.cancel();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #look(): void {
    const active = vscode.window.activeTextEditor?.document;
    const document = active?.languageId === 'markdown' && !active.isClosed ? active : undefined;
    if (document === this.#document) return;
    this.#document = document;
    this.#askSoon(0);
  }

  #askSoon(wait: number): void {
    clearTimeout(this.#asking);
    this.#asking = setTimeout(() => void this.#ask(), wait);
  }

  async #ask(): Promise<void> {
    this.#request?.cancel();
    const document = this.#document;
    if (!document || !this.#client.isRunning()) {
      this.#set(undefined);
      return;
    }
    const request = new vscode.CancellationTokenSource();
    this.#request = request;
    try {
      const params: ReleaseStatusParams = {
        textDocument: this.#client.code2ProtocolConverter.asTextDocumentIdentifier(document),
      };
      const status = await this.#client.sendRequest<ReleaseStatus | null>(
        RELEASE_STATUS_REQUEST,
        params,
        request.token,
      );
      if (this.#request !== request || document !== this.#document) return;
      if (status && status.version !== document.version) this.#askSoon(AFTER_TYPING_MS);
      else this.#set(status ? { document, status } : undefined);
    } catch (error) {
      if (request.token.isCancellationRequested || this.#request !== request) return;
      if (error instanceof ResponseError && error.code === LSPErrorCodes.ContentModified)
        this.#askSoon(AFTER_TYPING_MS);
      else this.#output.warn('The status bar got no answer from the language server.', error);
    } finally {
      request.dispose();
    }
  }

  #set(current: ReadoutStatus | undefined): void {
    this.#current = current;
    const context = `${current !== undefined} ${current?.status.cleared != null}`;
    if (context !== this.#context) {
      this.#context = context;
      void vscode.commands.executeCommand('setContext', IS_READOUT, current !== undefined);
      void vscode.commands.executeCommand('setContext', IS_CLEARED, current?.status.cleared != null);
    }
    this.#changed.fire(current);
  }
}
