/** A new statement, made and opened. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, finding, findings } from './editor.ts';
import { eventually, test } from './runner.ts';

const ANSWERS = {
  principal: 'President Elena Strand',
  counterpart: 'Prime Minister Amadi Okonjo',
  country: 'Sudavia',
  day: 'today',
  date: '2026-06-09',
};
const NAME =
  '2026-06-09-readout-of-president-elena-strands-call-with-prime-minister-amadi-okonjo-of-sudavia.md';

test('New Readout creates the file, opens it, and puts the cursor into the first passage', async () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder, 'the test workspace is open');
  const create = (answers: Record<string, string>): Thenable<vscode.Uri | undefined> =>
    vscode.commands.executeCommand('readout.newReadout', { template: 'call', folder, answers });
  const uri = await create(ANSWERS);
  try {
    assert.equal(uri?.path, vscode.Uri.joinPath(folder, NAME).path);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), uri?.toString());
    assert.ok(editor);
    await eventually(() => assert.equal(editor.document.getText(editor.selection), '[TOPICS]'));
    const lead =
      'President Elena Strand spoke today with Prime Minister Amadi Okonjo of Sudavia. The two leaders';
    assert.ok(editor.document.lineAt(editor.selection.start.line).text.startsWith(lead));
    await finding(editor.document, 'body/placeholder');
    const others = findings(editor.document).filter((each) => codeOf(each) !== 'body/placeholder');
    assert.deepEqual(
      others.map(({ message }) => message),
      [],
    );
    // A second one of the same name does not overwrite the first.
    assert.equal(await create(ANSWERS), undefined);
    assert.equal(await create({ ...ANSWERS, date: 'June 9' }), undefined);
  } finally {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    if (uri) await vscode.workspace.fs.delete(uri);
  }
});
