/** *Insert Statement Template…*: the server knows the templates, the editor asks which and inserts it. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  TEMPLATES_REQUEST,
  type TemplateOffer,
  type TemplatesParams,
} from '../../server/src/lsp/protocol.ts';

interface TemplateItem extends vscode.QuickPickItem {
  readonly snippet: string;
}

/**
 * Asks for a template and inserts it at the cursor of the active editor, in place of what is selected.
 * @param title of the template to take without asking: for key bindings and other extensions.
 * @returns whether something was inserted.
 */
export async function insertTemplate(client: LanguageClient, title?: string): Promise<boolean> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'markdown') {
    await vscode.window.showInformationMessage(
      vscode.l10n.t('Open a Markdown document first: the template is inserted at its cursor.'),
    );
    return false;
  }
  const params: TemplatesParams = { uri: client.code2ProtocolConverter.asUri(editor.document.uri) };
  const offers = await client.sendRequest<readonly TemplateOffer[]>(TEMPLATES_REQUEST, params);
  const items = offers.map((offer) => ({
    label: offer.title,
    detail: offer.description,
    snippet: offer.snippet,
  }));
  const chosen = title === undefined ? await choose(items) : items.find((item) => item.label === title);
  if (!chosen) return false;
  return editor.insertSnippet(new vscode.SnippetString(chosen.snippet), editor.selection, {
    undoStopBefore: true,
    undoStopAfter: true,
    keepWhitespace: true,
  });
}

function choose(items: readonly TemplateItem[]): Thenable<TemplateItem | undefined> {
  return vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Insert Statement Template'),
    placeHolder: vscode.l10n.t('Which kind of statement?'),
    matchOnDetail: true,
  });
}
