/** The status bar's item on the way to release: draft, cleared or released, the embargo's countdown, and changes. */
import * as vscode from 'vscode';
import type { DocumentStatus } from './document-status.ts';
import { releaseText } from './release-text.ts';

/** Timers cannot wait longer than 2^31 milliseconds; a clock that was set is noticed within this time. */
const LONGEST_WAIT_MS = 60_000;

/** The item; it is there as long as the active editor shows a readout that says something about its release. */
export class ReleaseGuard implements vscode.Disposable {
  /** VS Code's side of the item. */
  readonly item: vscode.StatusBarItem;
  readonly #status: DocumentStatus;
  readonly #listener: vscode.Disposable;
  #timer: NodeJS.Timeout | undefined;
  #details: readonly string[] = [];

  constructor(status: DocumentStatus) {
    this.#status = status;
    this.item = vscode.window.createStatusBarItem('readout.release', vscode.StatusBarAlignment.Left, 50);
    this.item.name = vscode.l10n.t('Readout: Release');
    this.item.command = 'readout.showReleaseActions';
    this.#listener = status.onDidChange(() => this.update());
    this.update();
  }

  /** What its tooltip says, a sentence each; empty while it is not shown. */
  get details(): readonly string[] {
    return this.#details;
  }

  /** Shows what is so at a moment, and wakes up when that changes. */
  update(now: number = Date.now()): void {
    clearTimeout(this.#timer);
    const { current } = this.#status;
    const shown = current && releaseText(current.status, now, formatTime, vscode.l10n.t);
    this.#details = shown?.details ?? [];
    if (!shown) {
      this.item.hide();
      return;
    }
    const { text, spoken, details, warns, next } = shown;
    this.item.text = text;
    this.item.accessibilityInformation = { label: spoken, role: 'button' };
    this.item.tooltip = tooltipOf(details, warns);
    this.item.backgroundColor = warns ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    this.item.show();
    if (next !== undefined) this.#timer = setTimeout(() => this.update(), Math.min(next, LONGEST_WAIT_MS));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listener.dispose();
    this.item.dispose();
  }
}

function formatTime(moment: number): string {
  return new Intl.DateTimeFormat(vscode.env.language, {
    dateStyle: 'full',
    timeStyle: 'long',
  }).format(moment);
}

function tooltipOf(details: readonly string[], hasChanges: boolean): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString('', true);
  // Names come from the document: they are text, never commands.
  for (const line of details) tooltip.appendText(line).appendMarkdown('\n\n');
  const commands = [
    `[$(verified) ${vscode.l10n.t('Record Clearance…')}](command:readout.recordClearance)`,
    hasChanges && `[$(diff) ${vscode.l10n.t('Show Changes Since Clearance')}](command:readout.showChanges)`,
  ].filter(Boolean);
  tooltip.appendMarkdown(commands.join(' &nbsp; '));
  tooltip.isTrusted = { enabledCommands: ['readout.recordClearance', 'readout.showChanges'] };
  return tooltip;
}
