/** What the walkthrough does: an example with a mistake, the way to the mistake, and to its mending. */
import * as vscode from 'vscode';

/** Where the example lies in the extension. */
const EXAMPLE = ['media', 'first-minutes', 'example.md'];
/** The mistake in it. */
const MISTAKE = 'date/weekday';
/** Context key, on which the walkthrough's step is done: the mistake was mended. */
const MENDED = 'readout.exampleMended';
/** The language server may have to start first. */
const LONGEST_WAIT_MS = 30_000;

/** The example, as long as it is open. */
export class FirstMinutes implements vscode.Disposable {
  readonly #extension: vscode.Uri;
  readonly #listener: vscode.Disposable;
  #example: vscode.TextDocument | undefined;
  /** Whether the mistake was reported: its absence means nothing before. */
  #wasReported = false;

  /** @param extension the folder of the installed extension. */
  constructor(extension: vscode.Uri) {
    this.#extension = extension;
    this.#listener = vscode.languages.onDidChangeDiagnostics(() => this.#look());
  }

  dispose(): void {
    this.#listener.dispose();
  }

  /** Opens the example, without a file; if it is open already, shows it. */
  async open(): Promise<vscode.TextEditor> {
    if (!this.#example || this.#example.isClosed) {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.#extension, ...EXAMPLE));
      const content = new TextDecoder().decode(bytes).replaceAll('\r\n', '\n');
      this.#wasReported = false;
      this.#example = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    }
    return show(this.#example);
  }

  /** Goes to the mistake, and shows what is said of it. @returns whether there is one. */
  async showMistake(): Promise<boolean> {
    const editor = await this.#goToMistake();
    if (editor) await vscode.commands.executeCommand('editor.action.marker.next');
    return editor !== undefined;
  }

  /** Goes to the mistake, and offers what mends it. @returns whether there is one. */
  async mendMistake(): Promise<boolean> {
    const editor = await this.#goToMistake();
    if (editor) await vscode.commands.executeCommand('editor.action.quickFix');
    return editor !== undefined;
  }

  /** Puts the cursor in front of the mistake. @returns undefined if it was mended, which the user is told. */
  async #goToMistake(): Promise<vscode.TextEditor | undefined> {
    const editor = await this.open();
    const range = await this.#mistake(editor.document);
    if (!range) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t(
          'The example has no mistake any more. Close it and open it again to have the mistake back.',
        ),
      );
      return undefined;
    }
    editor.selection = new vscode.Selection(range.start, range.start);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    return editor;
  }

  /** Where the mistake is, as soon as the server has said so; undefined if it was mended, or the server is silent. */
  #mistake(document: vscode.TextDocument): Promise<vscode.Range | undefined> {
    const now = mistakeIn(document);
    if (now || this.#wasReported) return Promise.resolve(now);
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        listener.dispose();
        resolve(mistakeIn(document));
      };
      const timer = setTimeout(end, LONGEST_WAIT_MS);
      const listener = vscode.languages.onDidChangeDiagnostics(() => {
        if (mistakeIn(document)) end();
      });
    });
  }

  #look(): void {
    if (!this.#example || this.#example.isClosed) return;
    const isReported = mistakeIn(this.#example) !== undefined;
    if (this.#wasReported && !isReported) void vscode.commands.executeCommand('setContext', MENDED, true);
    this.#wasReported ||= isReported;
  }
}

function mistakeIn({ uri }: vscode.TextDocument): vscode.Range | undefined {
  return vscode.languages
    .getDiagnostics(uri)
    .find(({ code }) => (typeof code === 'object' ? code.value : code) === MISTAKE)?.range;
}

/** Shows a document where it is in sight, else beside what is no text, such as the walkthrough. */
function show(document: vscode.TextDocument): Thenable<vscode.TextEditor> {
  const { activeTextEditor, tabGroups, visibleTextEditors } = vscode.window;
  const own = visibleTextEditors.find((editor) => editor.document === document)?.viewColumn;
  const isBesideText = activeTextEditor !== undefined || !tabGroups.activeTabGroup.activeTab;
  return vscode.window.showTextDocument(
    document,
    own ?? (isBesideText ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside),
  );
}
