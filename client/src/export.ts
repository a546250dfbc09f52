/** *Copy as Press Text* and *Export…*: the server writes the statement out; the editor asks where to. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { EXPORT_REQUEST, type Exported, type ExportParams } from '../../server/src/lsp/protocol.ts';

type Format = ExportParams['to'];

/** What *Export…* may be called with: for key bindings, other extensions and tests. */
export interface ExportArguments {
  readonly to?: Format;
  /** The file to write; an existing one is overwritten. */
  readonly target?: vscode.Uri;
}

interface FormatItem extends vscode.QuickPickItem {
  readonly to: Format;
  readonly extension: string;
  /** As the save dialog names it. */
  readonly name: string;
}

const FORMATS: readonly FormatItem[] = [
  {
    to: 'docx',
    extension: 'docx',
    name: 'Word file',
    label: '$(file) Word file (.docx)',
    detail: 'With Word’s own headings, lists and links.',
  },
  {
    to: 'html',
    extension: 'html',
    name: 'Web page',
    label: '$(globe) Web page (.html)',
    detail: 'One file that needs nothing else; prints well.',
  },
  {
    to: 'text',
    extension: 'txt',
    name: 'Press text',
    label: '$(note) Press text (.txt)',
    detail: 'Plain text with wrapped lines, for mail and wire services.',
  },
];

/** Puts the active editor's document on the clipboard as press text. @returns the text; undefined if there is none. */
export async function copyPressText(client: LanguageClient): Promise<string | undefined> {
  const document = await statement(undefined);
  const text = document && (await written(client, document, 'text'));
  if (text === undefined) return undefined;
  const words = new TextDecoder().decode(text);
  await vscode.env.clipboard.writeText(words);
  vscode.window.setStatusBarMessage('$(check) Press text copied', 4000);
  return words;
}

/**
 * Writes a document out.
 * @param given a file from the Explorer's context menu, or arguments; else the active editor's document, and it is asked.
 * @returns the file written; undefined if the user left, or something was wrong (which the user is told).
 */
export async function exportStatement(
  client: LanguageClient,
  given?: vscode.Uri | ExportArguments,
): Promise<vscode.Uri | undefined> {
  const options: ExportArguments = given instanceof vscode.Uri ? {} : (given ?? {});
  const document = await statement(given instanceof vscode.Uri ? given : undefined);
  if (!document) return undefined;
  const format =
    FORMATS.find(({ to }) => to === options.to) ??
    (await vscode.window.showQuickPick(FORMATS, {
      title: 'Export Statement',
      placeHolder: 'As what shall it be written?',
      matchOnDetail: true,
    }));
  if (!format) return undefined;
  const target = options.target ?? (await askWhere(document, format));
  if (!target) return undefined;
  const content = await written(client, document, format.to);
  if (!content) return undefined;
  try {
    await vscode.workspace.fs.writeFile(target, content);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(`The statement was not written: ${why}`);
    return undefined;
  }
  void tell(target);
  return target;
}

/** Says that a file was written, and opens it on demand. */
async function tell(target: vscode.Uri): Promise<void> {
  const open = 'Open';
  const name = vscode.workspace.asRelativePath(target);
  const answer = await vscode.window.showInformationMessage(`Written: ${name}`, open);
  if (answer === open) await vscode.env.openExternal(target);
}

async function statement(uri: vscode.Uri | undefined): Promise<vscode.TextDocument | undefined> {
  const document = uri
    ? await vscode.workspace.openTextDocument(uri)
    : vscode.window.activeTextEditor?.document;
  if (document?.languageId === 'markdown') return document;
  void vscode.window.showInformationMessage('Open a readout first: only Markdown documents can be exported.');
  return undefined;
}

/** The document written out, once more if it was changed meanwhile. */
async function written(
  client: LanguageClient,
  document: vscode.TextDocument,
  to: Format,
): Promise<Uint8Array | undefined> {
  const params: ExportParams = {
    textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
    to,
  };
  for (let attempt = 0; attempt < 3; attempt++) {
    const { version } = document;
    const reply = await client
      .sendRequest<Exported | null>(EXPORT_REQUEST, params)
      .catch((error: unknown) => {
        if (document.version === version) throw error;
        return undefined;
      });
    if (reply === undefined) continue;
    if (reply === null) break;
    return reply.encoding === 'base64' ? bytesOf(reply.content) : new TextEncoder().encode(reply.content);
  }
  void vscode.window.showErrorMessage(
    'The statement could not be written out. “Readout: Show Output” may say why.',
  );
  return undefined;
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** Asks for a file, beside the document and of its name. */
function askWhere(
  document: vscode.TextDocument,
  { extension, name }: FormatItem,
): Thenable<vscode.Uri | undefined> {
  const { uri, isUntitled } = document;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const file = `${uri.path.slice(uri.path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/i, '')}.${extension}`;
  const defaultUri = isUntitled
    ? folder && vscode.Uri.joinPath(folder, file)
    : uri.with({ path: `${uri.path.slice(0, uri.path.lastIndexOf('/') + 1)}${file}` });
  return vscode.window.showSaveDialog({
    title: 'Export Statement',
    saveLabel: 'Export',
    filters: { [name]: [extension] },
    ...(defaultUri && { defaultUri }),
  });
}
