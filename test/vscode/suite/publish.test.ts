/** Formatting, pasting and handing on, in the editor. */
import * as assert from 'node:assert/strict';
import process from 'node:process';
import * as vscode from 'vscode';
import { CALL, open, openUntitled, rangeOf } from './editor.ts';
import { eventually, test } from './runner.ts';

const BODY = 'President Elena Strand spoke today with Prime Minister Amadi Okonjo of Sudavia.';
const UNORDERED = `---\ntitle: A Call\ndate: '2031-03-04'\ntags: readouts\n---\n${BODY}\n\\###\n`;
const ORDERED = `---\ndate: '2031-03-04'\ntags: readouts\ntitle: A Call\n---\n\n${BODY}\n\n\\###\n`;

/** Closes the active editor without asking. */
const discard = (): Thenable<unknown> =>
  vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');

test('Format Document puts keys in order and sets the end mark off; again, it changes nothing', async () => {
  const { document } = await openUntitled(UNORDERED);
  try {
    await eventually(async () => {
      await vscode.commands.executeCommand('editor.action.formatDocument');
      assert.equal(document.getText(), ORDERED);
    });
    const { version } = document;
    await vscode.commands.executeCommand('editor.action.formatDocument');
    assert.equal(document.version, version);
  } finally {
    await discard();
  }
});

test('Format Selection changes nothing outside the selection', async () => {
  const editor = await openUntitled(UNORDERED);
  try {
    const { document } = editor;
    const last = rangeOf(document, '\\###');
    editor.selection = new vscode.Selection(
      last.start.with({ line: last.start.line - 1, character: 2 }),
      last.end,
    );
    await eventually(async () => {
      await vscode.commands.executeCommand('editor.action.formatSelection');
      assert.equal(document.getText(), UNORDERED.replace('\n\\###', '\n\n\\###'));
    });
  } finally {
    await discard();
  }
});

test('Format on save', async () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder, 'the test workspace is open');
  const uri = vscode.Uri.joinPath(folder, '2031-03-04-format-on-save.md');
  const settings = vscode.workspace.getConfiguration('editor', { uri, languageId: 'markdown' });
  await settings.update('formatOnSave', true, vscode.ConfigurationTarget.Workspace, true);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(UNORDERED));
  try {
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await editor.edit((edit) => edit.insert(rangeOf(editor.document, 'spoke').start, 'also '));
    await editor.document.save();
    const saved = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    assert.equal(saved, ORDERED.replace('spoke', 'also spoke'));
    assert.equal(editor.document.getText(), saved);
  } finally {
    await settings.update('formatOnSave', undefined, vscode.ConfigurationTarget.Workspace, true);
    await discard();
    await vscode.workspace.fs.delete(uri);
  }
});

test('Copy as Press Text puts plain text on the clipboard', async () => {
  await open(CALL);
  const text = await vscode.commands.executeCommand<string | undefined>('readout.copyPressText');
  assert.ok(text, 'there is a press text');
  const lines = text.split('\n');
  assert.equal(lines[0], 'March 5, 2024');
  assert.ok(lines[2]?.startsWith('Readout of President'), lines[2]);
  assert.ok(lines.every((line) => line.length <= 72));
  assert.equal(lines.at(-2), '###');
  assert.equal((await vscode.env.clipboard.readText()).replace(/\r\n/g, '\n'), text);
});

test('Export writes HTML and a Word file', async () => {
  await open(CALL);
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder, 'the test workspace is open');
  for (const [to, head] of [
    ['html', '<!DOCTYPE html>'],
    ['docx', 'PK'],
    ['text', 'March 5, 2024'],
  ] as const) {
    const target = vscode.Uri.joinPath(folder, `exported.${to}`);
    const written = await vscode.commands.executeCommand<vscode.Uri | undefined>('readout.export', {
      to,
      target,
    });
    try {
      assert.equal(written?.path, target.path);
      const bytes = await vscode.workspace.fs.readFile(target);
      assert.equal(new TextDecoder().decode(bytes.slice(0, head.length)), head);
    } finally {
      await vscode.workspace.fs.delete(target);
    }
  }
});

/** Pastes at the cursor of the active editor, as the browser does. */
function paste(clipboard: Readonly<Record<string, string>>): void {
  console.log(`paste: ${JSON.stringify(clipboard)}`);
}

test('What is pasted into a readout is cleaned; what comes from VS Code stays as it is', async () => {
  // Only where somebody pastes for us: see scripts/vscode/suite.mjs.
  if (!process.env['READOUT_TEST_PASTES']) return;
  const editor = await openUntitled(ORDERED.replace('\\###', 'He said: \n\n\\###'));
  const { document } = editor;
  /** The text behind “He said: ” once something was pasted there. */
  const pasted = async (clipboard: Readonly<Record<string, string>>): Promise<string> => {
    const before = document.getText();
    const end = rangeOf(document, 'He said: ').end;
    editor.selection = new vscode.Selection(end, end);
    paste(clipboard);
    await eventually(() => assert.notEqual(document.getText(), before));
    const behind = document.getText().slice(document.offsetAt(end));
    await vscode.commands.executeCommand('undo');
    await eventually(() => assert.equal(document.getText(), before));
    return behind.slice(0, behind.indexOf('\n\n\\###'));
  };
  try {
    const plain = '"We\u00adwill  not"';
    // Until the language server answers, VS Code pastes plain text.
    await eventually(async () => assert.equal(await pasted({ 'text/plain': plain }), '“Wewill not”'), 20_000);
    const html = "<p>It's <b>new</b></p><ul><li>One</li></ul>";
    assert.equal(await pasted({ 'text/plain': "It's new\nOne", 'text/html': html }), 'It’s **new**\n\n- One');
    const own = { 'text/plain': plain, 'vscode-editor-data': '{"version":1,"mode":"markdown"}' };
    assert.equal(await pasted(own), plain);
  } finally {
    await discard();
  }
});
