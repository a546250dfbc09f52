/** *Check a Folder…*: the command line checks every readout of a folder, and the findings are listed under Problems. */
import { execFile } from 'node:child_process';
import process from 'node:process';
import * as vscode from 'vscode';

/** Findings on an archive of some ten thousand statements take a few megabytes. */
const LARGEST_REPORT = 256 * 1024 * 1024;

/** A finding, as `readout check --format json` writes it. */
interface Finding {
  readonly file: string;
  readonly range: { readonly start: vscode.Position; readonly end: vscode.Position };
  readonly severity: string;
  readonly code: string;
  readonly message: string;
  /** Page about the code. */
  readonly url?: string;
}

/** What a check of a folder came to. */
export interface FolderCheck {
  readonly findings: number;
  readonly files: number;
}

/** The findings of the last check; those of an open document come from the language server instead. */
export class FolderChecker implements vscode.Disposable {
  readonly #cli: string;
  readonly #output: vscode.LogOutputChannel;
  readonly #found = vscode.languages.createDiagnosticCollection('readout-folder');
  readonly #listener: vscode.Disposable;

  /**
   * @param extension the folder of the installed extension.
   * @param output is told of failures.
   */
  constructor(extension: vscode.Uri, output: vscode.LogOutputChannel) {
    this.#cli = vscode.Uri.joinPath(extension, 'server', 'out', 'cli.mjs').fsPath;
    this.#output = output;
    this.#listener = vscode.workspace.onDidOpenTextDocument(({ uri }) => this.#found.delete(uri));
  }

  dispose(): void {
    this.#listener.dispose();
    this.#found.dispose();
  }

  /**
   * Checks a folder and shows what was found.
   * @param given the folder; else it is asked.
   * @returns undefined if the user left, or something was wrong (which the user is told).
   */
  async check(given?: vscode.Uri): Promise<FolderCheck | undefined> {
    const folder = given ?? (await askFolder());
    if (!folder) return undefined;
    if (folder.scheme !== 'file') {
      void vscode.window.showErrorMessage(vscode.l10n.t('Only folders on this computer can be checked.'));
      return undefined;
    }
    const name = vscode.workspace.asRelativePath(folder);
    const report = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Checking the readouts of {0}…', name),
        cancellable: true,
      },
      (_, token) => this.#run(folder, token),
    );
    if (!report) return undefined;
    const files = this.#show(report);
    if (files > 0) await vscode.commands.executeCommand('workbench.actions.view.problems');
    void vscode.window.showInformationMessage(resultText(name, report.length, files));
    return { findings: report.length, files };
  }

  /** Runs the command line. @returns undefined if it was stopped, or failed. */
  async #run(folder: vscode.Uri, token: vscode.CancellationToken): Promise<readonly Finding[] | undefined> {
    const stop = new AbortController();
    const listener = token.onCancellationRequested(() => stop.abort());
    try {
      return JSON.parse(await this.#reportOn(folder.fsPath, stop.signal));
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      const why = error instanceof Error ? error.message : String(error);
      this.#output.error('A folder could not be checked.', why);
      void vscode.window.showErrorMessage(vscode.l10n.t('The folder could not be checked: {0}', why));
      return undefined;
    } finally {
      listener.dispose();
    }
  }

  #reportOn(folder: string, signal: AbortSignal): Promise<string> {
    return new Promise((resolve, reject) => {
      execFile(
        process.execPath,
        [this.#cli, 'check', '--format', 'json', folder],
        // On the desktop, VS Code's own program runs scripts as Node does if it is told so.
        { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, maxBuffer: LARGEST_REPORT, signal },
        (error, report, said) => {
          // 1: there are errors, which is what was asked.
          if (!error || error.code === 1) resolve(report);
          else reject(new Error(said.trim() || error.message));
        },
      );
    });
  }

  /** @returns the number of files with findings. */
  #show(report: readonly Finding[]): number {
    const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
    const byFile = new Map<string, vscode.Diagnostic[]>();
    for (const finding of report) {
      const all = byFile.get(finding.file);
      if (all) all.push(diagnosticOf(finding));
      else byFile.set(finding.file, [diagnosticOf(finding)]);
    }
    this.#found.clear();
    this.#found.set(
      [...byFile]
        .map(
          ([file, diagnostics]) => [vscode.Uri.file(file), diagnostics] as [vscode.Uri, vscode.Diagnostic[]],
        )
        .filter(([uri]) => !open.has(uri.toString())),
    );
    return byFile.size;
  }
}

function resultText(folder: string, findings: number, files: number): string {
  if (findings === 0) return vscode.l10n.t('Nothing was found in the readouts of {0}.', folder);
  if (findings === 1) return vscode.l10n.t('{0}: 1 finding', folder);
  if (files === 1) return vscode.l10n.t('{0}: {1} findings in 1 file', folder, findings);
  return vscode.l10n.t('{0}: {1} findings in {2} files', folder, findings, files);
}

function diagnosticOf({ range: { start, end }, severity, code, message, url }: Finding): vscode.Diagnostic {
  const { Error: error, Warning: warning, Information: information, Hint: hint } = vscode.DiagnosticSeverity;
  const diagnostic = new vscode.Diagnostic(
    new vscode.Range(start.line, start.character, end.line, end.character),
    message,
    severity === 'error'
      ? error
      : severity === 'warning'
        ? warning
        : severity === 'hint'
          ? hint
          : information,
  );
  diagnostic.source = 'readout';
  diagnostic.code = url === undefined ? code : { value: code, target: vscode.Uri.parse(url) };
  return diagnostic;
}

interface FolderItem extends vscode.QuickPickItem {
  /** Undefined: another one is asked for. */
  readonly uri: vscode.Uri | undefined;
}

/** A folder of the workspace, or another one. */
async function askFolder(): Promise<vscode.Uri | undefined> {
  const own = (vscode.workspace.workspaceFolders ?? []).map(
    ({ name, uri }): FolderItem => ({
      label: name,
      description: uri.fsPath,
      uri,
      iconPath: vscode.ThemeIcon.Folder,
    }),
  );
  if (own.length > 0) {
    const other: FolderItem = {
      label: vscode.l10n.t('Another Folder…'),
      iconPath: new vscode.ThemeIcon('folder-opened'),
      uri: undefined,
    };
    const chosen = await vscode.window.showQuickPick([...own, other], {
      title: vscode.l10n.t('Check a Folder'),
      placeHolder: vscode.l10n.t('Which folder’s readouts shall be checked?'),
    });
    if (!chosen || chosen.uri) return chosen?.uri;
  }
  const [folder] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      title: vscode.l10n.t('Check a Folder'),
      openLabel: vscode.l10n.t('Check'),
    })) ?? [];
  return folder;
}
