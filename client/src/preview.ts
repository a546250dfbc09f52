/**
 * Readouts in VS Code's Markdown preview. The preview asks for a page at once and cannot wait, so pages are fetched from
 * the language server ahead of it, kept with the text they belong to, and the preview is refreshed when one comes late.
 */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  PREVIEW_REFRESH,
  PREVIEW_REQUEST,
  type PreviewParams,
  type PreviewReply,
} from '../../server/src/lsp/protocol.ts';
import { carriedOver } from './preview-carry.ts';
import { addReadouts, type PreviewPage } from './preview-plugin.ts';

/** Waiting after a change, so that a row of keystrokes costs one request. The preview itself waits for 300. */
const AFTER_TYPING_MS = 100;

/** What is known of a document. */
interface Known {
  /** With line feeds at line ends. */
  readonly text: string;
  /** Undefined: the server says that the document is no readout. */
  readonly page: PreviewPage | undefined;
}

/** The pages of the documents that previews show. */
export class Preview implements vscode.Disposable {
  readonly #output: vscode.LogOutputChannel;
  readonly #disposables: vscode.Disposable[];
  /** By the document's URI. */
  readonly #known = new Map<string, Known>();
  /** Documents that a preview showed, with the timer or request under way for them. */
  readonly #shown = new Map<string, { timer?: NodeJS.Timeout; request?: vscode.CancellationTokenSource }>();
  #client: LanguageClient | undefined;

  /** @param output is told of failures. */
  constructor(output: vscode.LogOutputChannel) {
    this.#output = output;
    this.#disposables = [
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#askSoon(document, AFTER_TYPING_MS);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('readout.preview')) this.#refresh();
      }),
    ];
  }

  /** From now on pages can be asked for. Called once the server has started. */
  connect(client: LanguageClient): void {
    this.#client = client;
    this.#disposables.push(client.onNotification(PREVIEW_REFRESH, () => this.#askForAll()));
    this.#askForAll();
  }

  /** Called by VS Code's Markdown extension with its parser. Typed as it comes, for it is none of ours. */
  readonly extendMarkdownIt = (md: Parameters<typeof addReadouts>[0]): ReturnType<typeof addReadouts> =>
    addReadouts(md, (text) => this.#pageOf(text), vscode.l10n.t);

  dispose(): void {
    for (const { timer, request } of this.#shown.values()) {
      clearTimeout(timer);
      request?.cancel();
    }
    for (const disposable of this.#disposables) disposable.dispose();
  }

  /** The parser knows a text and not whose it is: the two sides of a comparison may have the same. */
  #pageOf(text: string): PreviewPage | undefined {
    let page: PreviewPage | undefined;
    for (const document of vscode.workspace.textDocuments) {
      if (document.languageId !== 'markdown' || unix(document.getText()) !== text || !isWanted(document))
        continue;
      const uri = document.uri.toString();
      if (!this.#shown.has(uri)) this.#shown.set(uri, {});
      const known = this.#known.get(uri);
      if (known?.text === text) page ??= known.page;
      else {
        this.#askSoon(document, 0);
        page ??= known?.page && carriedOver(known.page, known.text, text);
      }
    }
    return page;
  }

  #askForAll(): void {
    for (const document of vscode.workspace.textDocuments) this.#askSoon(document, 0);
  }

  #askSoon(document: vscode.TextDocument, wait: number): void {
    const shown = this.#shown.get(document.uri.toString());
    if (!shown || !this.#client) return;
    clearTimeout(shown.timer);
    shown.timer = setTimeout(() => void this.#ask(document), wait);
  }

  async #ask(document: vscode.TextDocument): Promise<void> {
    const uri = document.uri.toString();
    const shown = this.#shown.get(uri);
    const client = this.#client;
    if (!shown || !client || document.isClosed) return;
    shown.request?.cancel();
    const request = new vscode.CancellationTokenSource();
    shown.request = request;
    try {
      const params: PreviewParams = {
        textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
      };
      const reply = await client.sendRequest<PreviewReply | null>(PREVIEW_REQUEST, params, request.token);
      if (shown.request !== request || (reply && reply.version !== document.version)) return;
      this.#learn(uri, { text: unix(document.getText()), page: reply ?? undefined });
    } catch (error) {
      // A change of the document makes the question void, and is followed by another one.
      if (!request.token.isCancellationRequested && shown.request === request)
        this.#output.debug('The preview got no answer from the language server.', error);
    } finally {
      request.dispose();
    }
  }

  #learn(uri: string, now: Known): void {
    const before = this.#known.get(uri);
    this.#known.set(uri, now);
    if (!before && !now.page) return;
    if (before?.text === now.text && JSON.stringify(before.page) === JSON.stringify(now.page)) return;
    this.#refresh();
  }

  #refresh(): void {
    void vscode.commands.executeCommand('markdown.preview.refresh').then(undefined, (error: unknown) => {
      // Without VS Code's Markdown extension there is no preview.
      this.#output.debug('The Markdown preview could not be refreshed.', error);
    });
  }

  #forget(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    const shown = this.#shown.get(uri);
    clearTimeout(shown?.timer);
    shown?.request?.cancel();
    this.#shown.delete(uri);
    this.#known.delete(uri);
  }
}

/** Whether readouts are shown as press releases where a document lies. */
function isWanted({ uri }: vscode.TextDocument): boolean {
  return vscode.workspace.getConfiguration('readout', uri).get('preview.enable', true);
}

/** A text with line feeds at line ends, as the parser has it. */
function unix(text: string): string {
  return text.includes('\r') || text.includes('\0')
    ? text.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd')
    : text;
}
