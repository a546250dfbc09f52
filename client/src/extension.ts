/**
 * The extension's entry in VS Code. Everything that knows readouts happens in the language server; what stands here
 * starts it and offers commands.
 */
import * as vscode from 'vscode';
import type { LanguageClient, Location, Position } from 'vscode-languageclient/node';
import { createClient } from './client.ts';
import { Explorer } from './explorer.ts';
import { type NewReadoutArguments, newReadout } from './new-readout.ts';
import { insertTemplate } from './templates.ts';

let client: LanguageClient | undefined;

/** What other extensions, and our tests, get from this one. */
export interface ReadoutApi {
  readonly explorer: Explorer;
}

/** Called by VS Code when the first Markdown document opens or a command is called. */
export async function activate(context: vscode.ExtensionContext): Promise<ReadoutApi> {
  const output = vscode.window.createOutputChannel('Readout', { log: true });
  const running = createClient(context.extensionUri, output);
  client = running;
  const explorer = new Explorer(running, output);
  context.subscriptions.push(
    output,
    explorer,
    vscode.commands.registerCommand('readout.newReadout', (given?: vscode.Uri | NewReadoutArguments) =>
      newReadout(running, given),
    ),
    vscode.commands.registerCommand('readout.insertTemplate', (title?: string) =>
      insertTemplate(running, title),
    ),
    vscode.commands.registerCommand(
      'readout.showLocations',
      (uri: string, at: Position, places: Location[]) => showLocations(running, uri, at, places),
    ),
    vscode.commands.registerCommand('readout.fixAll', applySafeFixes),
    vscode.commands.registerCommand('readout.restartServer', () => running.restart()),
    vscode.commands.registerCommand('readout.showOutput', () => output.show()),
  );
  await running.start();
  return { explorer };
}

/** Called by VS Code before it ends; the server ends with it. */
export async function deactivate(): Promise<void> {
  await client?.stop();
  client = undefined;
}

/** Asks for the server's `source.fixAll.readout` action, which holds the fixes that cannot be wrong. */
async function applySafeFixes(): Promise<void> {
  await vscode.commands.executeCommand('editor.action.codeAction', {
    kind: 'source.fixAll.readout',
    apply: 'first',
  });
}

/** Opens VS Code's peek view on places that the server names, for the lens above a headline. */
async function showLocations(
  running: LanguageClient,
  uri: string,
  at: Position,
  places: Location[],
): Promise<void> {
  const { protocol2CodeConverter: convert } = running;
  await vscode.commands.executeCommand(
    'editor.action.showReferences',
    convert.asUri(uri),
    convert.asPosition(at),
    places.map((place) => convert.asLocation(place)),
  );
}
