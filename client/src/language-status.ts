/** Readout's part of VS Code's language status: findings of the active readout, and the state of the index. */
import * as vscode from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import {
  INDEX_STATUS_NOTIFICATION,
  INDEX_STATUS_REQUEST,
  type IndexStatus,
} from '../../server/src/lsp/protocol.ts';
import type { DocumentStatus } from './document-status.ts';
import { type FindingCounts, findingsText, indexText } from './status-text.ts';

/** Sources of our findings. */
const SOURCES: ReadonlySet<string | undefined> = new Set(['readout', 'markdownlint']);
/** No document: the item is not shown. */
const NOWHERE: vscode.DocumentSelector = [];

/** The items; they are shown for readouts alone. */
export class LanguageStatus implements vscode.Disposable {
  readonly findings = vscode.languages.createLanguageStatusItem('readout.findings', NOWHERE);
  readonly index = vscode.languages.createLanguageStatusItem('readout.index', NOWHERE);
  readonly #client: LanguageClient;
  readonly #status: DocumentStatus;
  readonly #output: vscode.LogOutputChannel;
  readonly #disposables: vscode.Disposable[];
  #document: vscode.TextDocument | undefined;

  constructor(client: LanguageClient, status: DocumentStatus, output: vscode.LogOutputChannel) {
    this.#client = client;
    this.#status = status;
    this.#output = output;
    this.findings.name = vscode.l10n.t('Readout: Findings');
    this.findings.command = {
      title: vscode.l10n.t('Show Problems'),
      command: 'workbench.actions.view.problems',
    };
    this.index.name = vscode.l10n.t('Readout: Index');
    this.index.command = {
      title: vscode.l10n.t('Commands…'),
      command: 'readout.showCommands',
      tooltip: vscode.l10n.t('All commands of Readout'),
    };
    this.#disposables = [
      this.findings,
      this.index,
      status.onDidChange(() => this.#show()),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        const own = this.#document?.uri.toString();
        if (uris.some((uri) => uri.toString() === own)) this.#count();
      }),
      client.onNotification(INDEX_STATUS_NOTIFICATION, (index: IndexStatus) => this.#tell(index)),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) void this.#ask();
        else this.#tell(undefined);
      }),
    ];
    this.#tell(undefined);
    this.#show();
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #show(): void {
    const document = this.#status.current?.document;
    if (document === this.#document) return;
    this.#document = document;
    // The items are about the active editor, so its language is enough to find it.
    const selector: vscode.DocumentSelector = document ? { language: 'markdown' } : NOWHERE;
    this.findings.selector = selector;
    this.index.selector = selector;
    this.#count();
  }

  #count(): void {
    if (!this.#document) return;
    const counts: FindingCounts = { errors: 0, warnings: 0, others: 0 };
    for (const { severity, source } of vscode.languages.getDiagnostics(this.#document.uri)) {
      if (!SOURCES.has(source)) continue;
      if (severity === vscode.DiagnosticSeverity.Error) counts.errors++;
      else if (severity === vscode.DiagnosticSeverity.Warning) counts.warnings++;
      else counts.others++;
    }
    const { Error: error, Warning: warning, Information: information } = vscode.LanguageStatusSeverity;
    const text = findingsText(counts, vscode.l10n.t);
    this.findings.text = text;
    this.findings.detail = vscode.l10n.t('Findings');
    this.findings.severity = counts.errors > 0 ? error : counts.warnings > 0 ? warning : information;
    this.findings.accessibilityInformation = { label: `Readout: ${text}` };
  }

  async #ask(): Promise<void> {
    try {
      this.#tell(await this.#client.sendRequest<IndexStatus>(INDEX_STATUS_REQUEST, {}));
    } catch (error) {
      this.#output.warn('The language server did not tell the state of the index.', error);
    }
  }

  #tell(index: IndexStatus | undefined): void {
    const { text, isBusy } = indexText(index, vscode.l10n.t);
    this.index.text = text;
    this.index.detail = vscode.l10n.t('Index');
    this.index.busy = isBusy;
    this.index.accessibilityInformation = { label: vscode.l10n.t('Readout: index, {0}', text) };
  }
}
