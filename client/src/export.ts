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

/** What a statement can be written out as. */
function formats(): readonly FormatItem[] {
  const [docx, html, text] = [
    vscode.l10n.t('Word file'),
    vscode.l10n.t('Web page'),
    vscode.l10n.t('Press text'),
  ];
  return [
    {
      to: 'docx',
      extension: 'docx',
      name: docx,
      label: `${docx} (.docx)`,
      iconPath: new vscode.ThemeIcon('file'),
      detail: vscode.l10n.t('With Word’s own headings, lists and links.'),
    },
    {
      to: 'html',
      extension: 'html',
      name: html,
      label: `${html} (.html)`,
      iconPath: new vscode.ThemeIcon('globe'),
      detail: vscode.l10n.t('One file that needs nothing else; prints well.'),
    },
    {
      to: 'text',
      extension: 'txt',
      name: text,
      label: `${text} (.txt)`,
      iconPath: new vscode.ThemeIcon('note'),
      detail: vscode.l10n.t('Plain text with wrapped lines, for mail and wire services.'),
    },
  ];
}

/** Puts the active editor's document on the clipboard as press text. @returns the text; undefined if there is none. */
export async function copyPressText(client: LanguageClient): Promise<string | undefined> {
  const document = await statement(undefined);
  const text = document && (await written(client, document, 'text'));
  if (text === undefined) return undefined;
  const words = new TextDecoder().decode(text);
  await vscode.env.clipboard.writeText(words);
  vscode.window.setStatusBarMessage(`$(check) ${vscode.l10n.t('Press text copied')}`, 4000);
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
  const items = formats();
  const format =
    items.find(({ to }) => to === options.to) ??
    (await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('Export Statement'),
      placeHolder: vscode.l10n.t('As what shall it be written?'),
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
    void vscode.window.showErrorMessage(vscode.l10n.t('The statement was not written: {0}', why));
    return undefined;
  }
  void tell(target);
  return target;
}

/** Says that a file was written, and opens it on demand. */
async function tell(target: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open');
  const name = vscode.workspace.asRelativePath(target);
  const answer = await vscode.window.showInformationMessage(vscode.l10n.t('Written: {0}', name), open);
  if (answer === open) await vscode.env.openExternal(target);
}

async function statement(uri: vscode.Uri | undefined): Promise<vscode.TextDocument | undefined> {
  const document = uri
    ? await vscode.workspace.openTextDocument(uri)
    : vscode.window.activeTextEditor?.document;
  if (document?.languageId === 'markdown') return document;
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Open a readout first: only Markdown documents can be exported.'),
  );
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
    vscode.l10n.t('The statement could not be written out. “Readout: Show Output” may say why.'),
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
    title: vscode.l10n.t('Export Statement'),
    saveLabel: vscode.l10n.t('Export'),
    filters: { [name]: [extension] },
    ...(defaultUri && { defaultUri }),
  });
}
