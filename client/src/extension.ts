/**
 * The extension's entry in VS Code. Everything that knows readouts happens in the language server; what stands here
 * offers the commands. What they need is loaded behind activation, so that VS Code never waits for it.
 */

import * as vscode from 'vscode';
import type { Location, Position } from 'vscode-languageclient/node';
import { FolderChecker } from './check-folder.ts';
import { recordClearance, showChanges } from './clearance.ts';
import { copyPressText, type ExportArguments, exportStatement } from './export.ts';
import { FirstMinutes } from './first-minutes.ts';
import { LOADING_BEGAN } from './loading.ts';
import { type NewReadoutArguments, newReadout } from './new-readout.ts';
import { Preview } from './preview.ts';
import { type ReleaseAction, showReleaseActions } from './release-actions.ts';
import type { Session } from './session.ts';
import { showCommands } from './show-commands.ts';
import { showLocations } from './show-locations.ts';
import { insertTemplate } from './templates.ts';

const LOAD_MS = performance.now() - LOADING_BEGAN;

let session: Promise<Session> | undefined;

/** What other extensions, and our tests, get from this one. */
export interface ReadoutApi {
  /** Client and views, once the language server answers. */
  readonly session: Promise<Session>;
  /** Milliseconds for which VS Code's extension host was kept: by running this file, and by {@link activate}. */
  readonly loadMs: number;
  readonly activateMs: number;
  /** Called by VS Code's Markdown extension for its preview. */
  readonly extendMarkdownIt: Preview['extendMarkdownIt'];
}

/** Called by VS Code when the first Markdown document opens or a command is called. */
export function activate(context: vscode.ExtensionContext): ReadoutApi {
  const began = performance.now();
  const output = vscode.window.createOutputChannel('Readout', { log: true });
  // The language client is a large library: it is loaded when VS Code has got its answer.
  const started = new Promise<void>((resolve) => setImmediate(resolve)).then(async () => {
    const { startSession } = await import('./session.ts');
    return startSession(context, output);
  });
  started.catch((error: unknown) => output.error('Readout could not be started.', error));
  session = started;
  const preview = new Preview(output);
  const firstMinutes = new FirstMinutes(context.extensionUri);
  const folders = new FolderChecker(context.extensionUri, output);
  started.then(
    ({ client }) => preview.connect(client),
    () => undefined, // said above; previews then show what they did without us
  );

  /** A command that needs the session. */
  const command = <A extends readonly unknown[], R>(
    name: string,
    run: (session: Session, ...args: A) => R,
  ): vscode.Disposable =>
    vscode.commands.registerCommand(`readout.${name}`, async (...args: unknown[]) =>
      run(await started, ...(args as unknown as A)),
    );
  context.subscriptions.push(
    output,
    preview,
    firstMinutes,
    folders,
    command('newReadout', ({ client }, given?: vscode.Uri | NewReadoutArguments) =>
      newReadout(client, given),
    ),
    command('insertTemplate', ({ client }, title?: string) => insertTemplate(client, title)),
    command('recordClearance', ({ client }, by?: string) => recordClearance(client, context.globalState, by)),
    command('showChanges', ({ client }) => showChanges(client)),
    command('showReleaseActions', (running, action?: ReleaseAction) => showReleaseActions(running, action)),
    command('showLocations', ({ client }, uri: string, at: Position, places: Location[]) =>
      showLocations(client, uri, at, places),
    ),
    command('copyPressText', ({ client }) => copyPressText(client)),
    command('export', ({ client }, given?: vscode.Uri | ExportArguments) => exportStatement(client, given)),
    command('restartServer', ({ client }) => client.restart()),
    vscode.commands.registerCommand('readout.getStarted', () =>
      vscode.commands.executeCommand(
        'workbench.action.openWalkthrough',
        `${context.extension.id}#firstMinutes`,
      ),
    ),
    vscode.commands.registerCommand('readout.openExample', () => firstMinutes.open()),
    vscode.commands.registerCommand('readout.showMistake', () => firstMinutes.showMistake()),
    vscode.commands.registerCommand('readout.mendMistake', () => firstMinutes.mendMistake()),
    vscode.commands.registerCommand('readout.checkFolder', (folder?: vscode.Uri) => folders.check(folder)),
    vscode.commands.registerCommand('readout.fixAll', applySafeFixes),
    vscode.commands.registerCommand('readout.showOutput', () => output.show()),
    vscode.commands.registerCommand('readout.showCommands', () => showCommands(context.extension)),
  );
  const { extendMarkdownIt } = preview;
  return { session: started, extendMarkdownIt, loadMs: LOAD_MS, activateMs: performance.now() - began };
}

/** Called by VS Code before it ends; the server ends with it. */
export async function deactivate(): Promise<void> {
  const running = await session?.catch(() => undefined);
  session = undefined;
  await running?.client.stop();
}

/** Asks for the server's `source.fixAll.readout` action, which holds the fixes that cannot be wrong. */
async function applySafeFixes(): Promise<void> {
  await vscode.commands.executeCommand('editor.action.codeAction', {
    kind: 'source.fixAll.readout',
    apply: 'first',
  });
}
