/** How the editor reaches the language server. */
import * as vscode from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
} from 'vscode-languageclient/node';

/**
 * Where readouts are worked on: on disk, not yet saved, or in a virtual workspace. The old side of a comparison
 * (`git:` and the like) is left alone, for its text cannot be mended.
 */
export const SCHEMES = ['file', 'untitled', 'vscode-vfs'];

/**
 * Describes the server to VS Code without starting it.
 * @param extension the folder of the installed extension.
 * @param storage the folder that VS Code keeps for the extension and this workspace; undefined without a workspace.
 * @param output receives the server's log.
 */
export function createClient(
  extension: vscode.Uri,
  storage: vscode.Uri | undefined,
  output: vscode.LogOutputChannel,
): LanguageClient {
  const module = vscode.Uri.joinPath(extension, 'server', 'out', 'server.mjs').fsPath;
  const serverOptions: ServerOptions = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
  };
  const clientOptions: LanguageClientOptions = {
    documentSelector: SCHEMES.flatMap((scheme) => [
      { scheme, language: 'markdown' },
      { scheme, language: 'yaml', pattern: '**/.readout.yaml' },
    ]),
    outputChannel: output,
    initializationOptions: {
      docs: `${vscode.Uri.joinPath(extension, 'docs')}/`,
      ...(storage?.scheme === 'file' && { storage: storage.fsPath }),
      retriggerCommand: 'editor.action.triggerSuggest',
      showLocationsCommand: 'readout.showLocations',
      // VS Code's Markdown extension lists the headings; users who switched it off want them from us.
      listsHeadings: vscode.extensions.getExtension('vscode.markdown-language-features') !== undefined,
    },
    diagnosticPullOptions: { onChange: true },
  };
  return new LanguageClient('readout', 'Readout', serverOptions, clientOptions);
}
