/** Pasting into a readout: the server cleans what is on the clipboard, and the user may choose the plain text instead. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  CLEAN_PASTE_REQUEST,
  type CleanPaste,
  type CleanPasteParams,
} from '../../server/src/lsp/protocol.ts';
import { SCHEMES } from './client.ts';

const HTML = 'text/html';
const PLAIN = 'text/plain';
/** What VS Code notes on the clipboard when text is copied from one of its own editors. */
const OWN_EDITOR = 'vscode-editor-data';

/** Kind of the edit, for VS Code's setting `editor.pasteAs.preferences`. */
export const CLEAN_PASTE = vscode.DocumentDropOrPasteEditKind.Text.append('readout', 'clean');

/** Offers clean text wherever text is pasted into Markdown. */
export function registerPaste(client: LanguageClient, log: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.languages.registerDocumentPasteEditProvider(
    SCHEMES.map((scheme) => ({ scheme, language: 'markdown' })),
    { provideDocumentPasteEdits: (...args) => pasteEdits(client, log, ...args) },
    { providedPasteEditKinds: [CLEAN_PASTE], pasteMimeTypes: [HTML, PLAIN] },
  );
}

async function pasteEdits(
  client: LanguageClient,
  log: vscode.LogOutputChannel,
  document: vscode.TextDocument,
  ranges: readonly vscode.Range[],
  clipboard: vscode.DataTransfer,
  { triggerKind }: vscode.DocumentPasteEditContext,
  token: vscode.CancellationToken,
): Promise<vscode.DocumentPasteEdit[] | undefined> {
  const [range] = ranges;
  const isAsked = triggerKind === vscode.DocumentPasteTriggerKind.PasteAs;
  const isWanted = vscode.workspace.getConfiguration('readout', document).get<boolean>('paste.enable', true);
  if (!range || !(isWanted || isAsked)) return undefined;
  // Moved within VS Code: it is as it should be already, and Markdown must stay Markdown.
  if (clipboard.get(OWN_EDITOR)) return undefined;
  const text = await clipboard.get(PLAIN)?.asString();
  const html = await clipboard.get(HTML)?.asString();
  if (text === undefined || token.isCancellationRequested) return undefined;
  const params: CleanPasteParams = {
    textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
    position: client.code2ProtocolConverter.asPosition(range.start),
    text,
    ...(html ? { html } : {}),
  };
  try {
    const clean = await client.sendRequest<CleanPaste | null>(CLEAN_PASTE_REQUEST, params, token);
    if (!clean) return undefined;
    return [new vscode.DocumentPasteEdit(clean.text, vscode.l10n.t('Paste Cleaned Text'), CLEAN_PASTE)];
  } catch (error) {
    // Whatever goes wrong here, VS Code pastes the plain text.
    if (!token.isCancellationRequested) log.warn('What was pasted could not be cleaned.', error);
    return undefined;
  }
}
