/** *Record Clearance…* and *Show Changes Since Clearance*: the server judges, the editor asks and goes there. */
import * as vscode from 'vscode';
import type { LanguageClient, WorkspaceEdit } from 'vscode-languageclient/node';
import {
  CLEARED_CHANGES_REQUEST,
  type ClearedChangeReply,
  type ClearedChangesParams,
  type ClearedChangesReply,
  RECORD_CLEARANCE_REQUEST,
  type RecordClearanceParams,
  SET_STATUS_REQUEST,
  type SetStatusParams,
} from '../../server/src/lsp/protocol.ts';
import { clearedText } from './release-text.ts';

/** Where the name of who cleared last is kept. */
const CLEARED_BY = 'readout.clearedBy';

/**
 * Records a clearance in the active editor's document.
 * @param memory remembers who cleared last.
 * @param given who clears: for key bindings, other extensions and tests; else it is asked.
 * @returns whether it was recorded.
 */
export async function recordClearance(
  client: LanguageClient,
  memory: vscode.Memento,
  given?: string,
): Promise<boolean> {
  const editor = readoutEditor();
  if (!editor) return false;
  const by = typeof given === 'string' && given.trim() !== '' ? given : await askWho(memory);
  if (by === undefined) return false;
  await memory.update(CLEARED_BY, by.trim());
  const done = await applyEdit<RecordClearanceParams>(client, editor.document, RECORD_CLEARANCE_REQUEST, {
    textDocument: { uri: client.code2ProtocolConverter.asUri(editor.document.uri) },
    by,
  });
  if (done) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'Cleared by {0}. Names, figures, dates and quotations that change from now on are marked.',
        by.trim(),
      ),
    );
    return true;
  }
  void vscode.window.showErrorMessage(
    vscode.l10n.t(
      'The clearance was not recorded: this is no readout with frontmatter that can be read, or it holds too many names and figures to record.',
    ),
  );
  return false;
}

/** Sets the `status` of a document. @returns whether it says so now. */
export async function setStatus(
  client: LanguageClient,
  document: vscode.TextDocument,
  status: SetStatusParams['status'],
): Promise<boolean> {
  const done = await applyEdit<SetStatusParams>(client, document, SET_STATUS_REQUEST, {
    textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
    status,
  });
  if (!done)
    void vscode.window.showErrorMessage(
      vscode.l10n.t('The status was not set: the frontmatter cannot be read as it is.'),
    );
  return done;
}

function askWho(memory: vscode.Memento): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Record Clearance'),
    prompt: vscode.l10n.t(
      'Who clears this statement? The name and today’s date are written into the frontmatter.',
    ),
    placeHolder: vscode.l10n.t('First and last name'),
    value: memory.get<string>(CLEARED_BY, ''),
    ignoreFocusOut: true,
    validateInput: (value) =>
      value.trim() === '' ? vscode.l10n.t('A clearance needs the name of who gives it.') : undefined,
  });
}

/** Asks for an edit and applies it; once more if the text was changed meanwhile. */
async function applyEdit<Params>(
  client: LanguageClient,
  document: vscode.TextDocument,
  method: string,
  params: Params,
): Promise<boolean> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const { version } = document;
    const edit = await client.sendRequest<WorkspaceEdit | null>(method, params).catch((error: unknown) => {
      if (document.version === version) throw error;
      return undefined;
    });
    if (edit === null) return false;
    if (edit === undefined || document.version !== version) continue;
    return vscode.workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(edit));
  }
  return false;
}

interface ChangeItem extends vscode.QuickPickItem {
  readonly range: vscode.Range;
}

type Kind = ClearedChangeReply['kind'];

const ICONS: Readonly<Record<Kind, string>> = {
  names: 'person',
  figures: 'symbol-numeric',
  dates: 'calendar',
  quotations: 'quote',
};

function kindText(kind: Kind): string {
  switch (kind) {
    case 'names':
      return vscode.l10n.t('Name');
    case 'figures':
      return vscode.l10n.t('Figure');
    case 'dates':
      return vscode.l10n.t('Date');
    case 'quotations':
      return vscode.l10n.t('Quotation');
  }
}

/** Lists what has changed since the active editor's document was cleared, and goes to what is chosen. */
export async function showChanges(client: LanguageClient): Promise<void> {
  const editor = readoutEditor();
  if (!editor) return;
  const params: ClearedChangesParams = {
    textDocument: { uri: client.code2ProtocolConverter.asUri(editor.document.uri) },
  };
  const reply = await client.sendRequest<ClearedChangesReply | null>(CLEARED_CHANGES_REQUEST, params);
  if (!reply) {
    const record = vscode.l10n.t('Record Clearance…');
    const answer = await vscode.window.showInformationMessage(
      vscode.l10n.t('This document records no clearance to compare with.'),
      record,
    );
    if (answer === record) await vscode.commands.executeCommand('readout.recordClearance');
    return;
  }
  const cleared = clearedText(reply.cleared, vscode.l10n.t);
  if (reply.changes.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('{0}. Every name, figure, date and quotation is as it was then.', cleared),
    );
    return;
  }
  const items = reply.changes.map((change) =>
    itemOf(change, client.protocol2CodeConverter.asRange(change.range)),
  );
  await choosePlace(editor, items, vscode.l10n.t('{0}; changed since', cleared));
}

function itemOf({ kind, was, now }: ClearedChangeReply, range: vscode.Range): ChangeItem {
  const word = kindText(kind);
  const label =
    now === null
      ? vscode.l10n.t('“{0}” was taken out', was ?? '')
      : was === null
        ? vscode.l10n.t('“{0}” was added', now)
        : `“${now}”`;
  return {
    label,
    iconPath: new vscode.ThemeIcon(now === null ? 'diff-removed' : was === null ? 'diff-added' : ICONS[kind]),
    description: now !== null && was !== null ? vscode.l10n.t('was “{0}”', was) : '',
    detail: now === null ? word : vscode.l10n.t('{0} in line {1}', word, range.start.line + 1),
    range,
  };
}

/** A list that shows each place while it is walked through; leaving it goes back to where one was. */
function choosePlace(editor: vscode.TextEditor, items: readonly ChangeItem[], title: string): Promise<void> {
  const before = { selection: editor.selection, visible: editor.visibleRanges[0] };
  const list = vscode.window.createQuickPick<ChangeItem>();
  list.title = title;
  list.placeholder = vscode.l10n.t('Choose a change to go there');
  list.matchOnDescription = true;
  list.items = items;
  const select = (range: vscode.Range): void => {
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  };
  return new Promise((resolve) => {
    let chosen: ChangeItem | undefined;
    list.onDidChangeActive(([active]) => active && select(active.range));
    list.onDidAccept(() => {
      chosen = list.activeItems[0];
      list.hide();
    });
    list.onDidHide(() => {
      list.dispose();
      if (chosen) {
        const { document, viewColumn } = editor;
        const selection = chosen.range;
        void vscode.window
          .showTextDocument(document, { selection, ...(viewColumn !== undefined && { viewColumn }) })
          .then(() => resolve());
        return;
      }
      editor.selection = before.selection;
      if (before.visible) editor.revealRange(before.visible, vscode.TextEditorRevealType.AtTop);
      resolve();
    });
    list.show();
  });
}

function readoutEditor(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId === 'markdown') return editor;
  void vscode.window.showInformationMessage(vscode.l10n.t('Open a readout first.'));
  return undefined;
}
