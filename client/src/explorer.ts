/**
 * The Readout Explorer: a view that lists what the open document names, with the places where it is named. The server
 * says what there is; what stands here shows it, follows the cursor and goes to places.
 */
import * as vscode from 'vscode';
import { type LanguageClient, LSPErrorCodes, ResponseError, State } from 'vscode-languageclient/node';
import {
  EXPLORER_REFRESH,
  EXPLORER_REQUEST,
  type ExplorerParams,
  type ExplorerReply,
} from '../../server/src/lsp/protocol.ts';
import {
  childrenOf,
  type ExplorerItem,
  type ExplorerMention,
  type ExplorerNode,
  ExplorerTree,
  parentOf,
  toTreeItem,
} from './explorer-tree.ts';

/** Waiting after a change of the text, so that a row of keystrokes costs one request. */
const AFTER_TYPING_MS = 250;
/** Waiting after a move of the cursor, so that a key held down does not make the view flicker. */
const AFTER_MOVING_MS = 100;

/** Context key, set for good when the first readout was open: a workspace without any never sees the view. */
const KNOWN = 'readout.explorer.known';
/** Context key: a readout is shown. */
const HAS_DOCUMENT = 'readout.explorer.hasDocument';

/** The view, its data and its commands. */
export class Explorer implements vscode.TreeDataProvider<ExplorerNode>, vscode.Disposable {
  /** VS Code's side of the view. */
  readonly view: vscode.TreeView<ExplorerNode>;
  readonly #client: LanguageClient;
  readonly #output: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #disposables: vscode.Disposable[];
  readonly #expanded = new Set<string>();
  /** What is shown, or is going to be as soon as the server has answered. */
  #document: vscode.TextDocument | undefined;
  /** What the server said about it; undefined until it has, though the view shows the document before until then. */
  #tree: ExplorerTree | undefined;
  #hasDocument = false;
  #request: vscode.CancellationTokenSource | undefined;
  #refreshing: NodeJS.Timeout | undefined;
  #following: NodeJS.Timeout | undefined;
  /** The item that a click went to last. */
  #clicked: string | undefined;

  /**
   * @param client gives the data, once it runs.
   * @param output is told of failures.
   */
  constructor(client: LanguageClient, output: vscode.LogOutputChannel) {
    this.#client = client;
    this.#output = output;
    this.view = vscode.window.createTreeView('readout.explorer', {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    const { view } = this;
    this.#disposables = [
      view,
      this.#changed,
      view.onDidExpandElement(({ element }) => this.#expanded.add(element.id)),
      view.onDidCollapseElement(({ element }) => this.#expanded.delete(element.id)),
      view.onDidChangeVisibility(({ visible }) => {
        if (!visible) return;
        if (this.#tree?.version === this.#document?.version) this.#followSoon();
        else this.#refreshSoon(0);
      }),
      client.onDidChangeState(({ newState }) => newState === State.Running && this.#refreshSoon(0)),
      client.onNotification(EXPLORER_REFRESH, () => this.#refreshSoon(AFTER_TYPING_MS)),
      vscode.window.onDidChangeActiveTextEditor(() => this.#lookAtEditors()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#lookAtEditors()),
      // A document whose language is changed is closed and opened again.
      vscode.workspace.onDidOpenTextDocument(() => this.#lookAtEditors()),
      vscode.workspace.onDidCloseTextDocument(() => this.#lookAtEditors()),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document !== this.#document || contentChanges.length === 0) return;
        // Out of sight, typing costs nothing; but text that was no readout may become one, and the view with it.
        if (this.view.visible || !this.#tree) this.#refreshSoon(AFTER_TYPING_MS);
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor.document === this.#document) this.#followSoon();
      }),
      vscode.commands.registerCommand('readout.explorer.refresh', () => this.refresh()),
      vscode.commands.registerCommand('readout.explorer.nextMention', (node?: ExplorerNode) =>
        this.#step(1, node),
      ),
      vscode.commands.registerCommand('readout.explorer.previousMention', (node?: ExplorerNode) =>
        this.#step(-1, node),
      ),
      vscode.commands.registerCommand('readout.explorer.open', (id: string) => this.#open(id)),
    ];
    this.#lookAtEditors();
  }

  getTreeItem(node: ExplorerNode): vscode.TreeItem {
    return toTreeItem(node);
  }

  getChildren(node?: ExplorerNode): ExplorerNode[] {
    return [...(node ? childrenOf(node) : (this.#tree?.groups ?? []))];
  }

  getParent(node: ExplorerNode): ExplorerNode | undefined {
    return parentOf(node);
  }

  dispose(): void {
    clearTimeout(this.#refreshing);
    clearTimeout(this.#following);
    this.#request?.cancel();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  /** Version of the document that is shown; undefined if none is. */
  get version(): number | undefined {
    return this.#tree?.version;
  }

  /** Asks the server anew. What it says about another version than the document's latest is not shown. */
  async refresh(): Promise<void> {
    clearTimeout(this.#refreshing);
    this.#request?.cancel();
    const document = this.#document;
    if (!document) {
      this.#show(undefined);
      return;
    }
    if (this.#client.state !== State.Running) return; // it says so when it does
    const request = new vscode.CancellationTokenSource();
    this.#request = request;
    try {
      const params: ExplorerParams = {
        textDocument: this.#client.code2ProtocolConverter.asTextDocumentIdentifier(document),
      };
      const reply = await this.#client.sendRequest<ExplorerReply | null>(
        EXPLORER_REQUEST,
        params,
        request.token,
      );
      if (this.#request !== request || document !== this.#document) return;
      if (reply && reply.version !== document.version) this.#refreshSoon(AFTER_TYPING_MS);
      else this.#show(reply ? new ExplorerTree(document, reply) : undefined);
    } catch (error) {
      if (request.token.isCancellationRequested || this.#request !== request) return;
      if (error instanceof ResponseError && error.code === LSPErrorCodes.ContentModified)
        this.#refreshSoon(AFTER_TYPING_MS);
      else this.#output.warn('The Readout Explorer got no answer from the language server.', error);
    } finally {
      request.dispose();
    }
  }

  #refreshSoon(wait: number): void {
    clearTimeout(this.#refreshing);
    this.#refreshing = setTimeout(() => void this.refresh(), wait);
  }

  #show(tree: ExplorerTree | undefined): void {
    const hasDocument = tree !== undefined;
    if (hasDocument !== this.#hasDocument) {
      this.#hasDocument = hasDocument;
      void vscode.commands.executeCommand('setContext', HAS_DOCUMENT, hasDocument);
      if (hasDocument) void vscode.commands.executeCommand('setContext', KNOWN, true);
    }
    this.#tree = tree;
    this.#changed.fire(undefined);
    if (tree) this.#followSoon();
  }

  /** Decides which document is shown: the active editor's, or the one before as long as it is in sight. */
  #lookAtEditors(): void {
    const active = vscode.window.activeTextEditor?.document;
    const isInSight = vscode.window.visibleTextEditors.some(({ document }) => document === this.#document);
    const isLog = active !== undefined && ['output', 'comment'].includes(active.uri.scheme);
    const next = active && !isLog ? active : isInSight ? this.#document : undefined;
    const document = next?.languageId === 'markdown' ? next : undefined;
    if (document === this.#document && document?.version === this.#tree?.version) return;
    if (document !== this.#document) {
      this.#document = document;
      this.#tree = undefined;
      this.#clicked = undefined;
    }
    this.#refreshSoon(0);
  }

  #editor(): vscode.TextEditor | undefined {
    const { activeTextEditor, visibleTextEditors } = vscode.window;
    if (activeTextEditor?.document === this.#document) return activeTextEditor;
    return visibleTextEditors.find(({ document }) => document === this.#document);
  }

  #followSoon(): void {
    clearTimeout(this.#following);
    this.#following = setTimeout(() => void this.#follow(), AFTER_MOVING_MS);
  }

  /** Selects what stands under the cursor, without taking the focus. */
  async #follow(): Promise<void> {
    const editor = this.#editor();
    if (!this.view.visible || !editor || this.#tree?.version !== editor.document.version) return;
    const selected = this.#selectedItem()?.id;
    const mention = this.#tree.mentionAt(editor.selection.active, selected);
    if (!mention) return;
    const node = this.#expanded.has(mention.parent.id) ? mention : mention.parent;
    if (this.view.selection[0]?.id === node.id) return;
    try {
      await this.view.reveal(node, { select: true, focus: false });
    } catch {
      // The tree was replaced while VS Code looked for the item: the new one is followed by itself.
    }
  }

  #selectedItem(): ExplorerItem | undefined {
    const node = this.view.selection[0];
    const item = node?.kind === 'mention' ? node.parent : node;
    return item && this.#tree?.item(item.id);
  }

  /** The tree of the document as it is now. */
  async #current(): Promise<ExplorerTree | undefined> {
    if (this.#tree?.version !== this.#document?.version) await this.refresh();
    return this.#tree?.version === this.#document?.version ? this.#tree : undefined;
  }

  /** A click on an item or a mention. */
  async #open(id: string): Promise<void> {
    const tree = await this.#current();
    const mention = tree?.mention(id);
    if (mention) return this.#goTo(mention, true);
    const item = tree?.item(id);
    if (!item) return;
    const at = this.#clicked === id ? this.#editor()?.selection.active : undefined;
    this.#clicked = id;
    await this.#goTo(at ? nextMention(item, at, 1) : item.mentions[0], true);
  }

  /** Goes to the next or previous mention of an item, of what stands under the cursor, or of what is selected. */
  async #step(by: 1 | -1, node: ExplorerNode | undefined): Promise<void> {
    const tree = await this.#current();
    const at = this.#editor()?.selection.active ?? new vscode.Position(0, 0);
    const selected = this.#selectedItem();
    const item = node
      ? tree?.item(node.kind === 'mention' ? node.parent.id : node.id)
      : (tree?.mentionAt(at, selected?.id)?.parent ?? selected);
    if (item) await this.#goTo(nextMention(item, at, by), node !== undefined);
    else
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Put the cursor on a name, a date or a figure first.'),
      );
  }

  /** Selects a mention in the editor. */
  async #goTo(mention: ExplorerMention | undefined, preserveFocus: boolean): Promise<void> {
    if (!mention || !this.#document) return;
    const { start, end } = mention.range;
    const selection = new vscode.Range(start.line, start.character, end.line, end.character);
    const viewColumn = this.#editor()?.viewColumn;
    await vscode.window.showTextDocument(this.#document, {
      selection,
      preserveFocus,
      ...(viewColumn !== undefined && { viewColumn }),
    });
  }
}

/** The mention after (1) or before (-1) the one at a position; beyond the last comes the first. */
function nextMention(item: ExplorerItem, at: vscode.Position, by: 1 | -1): ExplorerMention | undefined {
  const { mentions } = item;
  const isBefore = ({ range: { start, end } }: ExplorerMention): boolean =>
    by > 0
      ? start.line < at.line || (start.line === at.line && start.character <= at.character)
      : end.line < at.line || (end.line === at.line && end.character < at.character);
  if (by > 0) return mentions.find((mention) => !isBefore(mention)) ?? mentions[0];
  return mentions.findLast(isBefore) ?? mentions.at(-1);
}
