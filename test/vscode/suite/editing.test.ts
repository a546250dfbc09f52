/** Completion and templates. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { finding, gone, MEETING, open, openUntitled, rangeOf } from './editor.ts';
import { eventually, pause, test } from './runner.ts';

/** Labels of what is offered at a position. */
async function offered(document: vscode.TextDocument, position: vscode.Position): Promise<string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

test('completion offers the keys still missing', async () => {
  const { document } = await openUntitled('---\ndate: 2024-03-05\ntitle: A call\n\n---\n\nText.\n');
  await eventually(async () => {
    const labels = await offered(document, new vscode.Position(3, 0));
    for (const key of ['published_time', 'source_url', 'tags'])
      assert.ok(labels.includes(key), `${key} is offered: ${labels.join(', ')}`);
    for (const key of ['date', 'title']) assert.ok(!labels.includes(key), `${key} is there already`);
  });
});

test('completion offers the tags of the house', async () => {
  const { document } = await open(MEETING);
  await eventually(async () => {
    const labels = await offered(document, rangeOf(document, 'statements-releases\ntitle').start);
    for (const tag of ['press-briefings', 'statements-releases'])
      assert.ok(labels.includes(tag), `${tag} is offered: ${labels.join(', ')}`);
  });
});

test('completion opens by itself while a tag is typed, though Markdown has quick suggestions off', async () => {
  const editor = await openUntitled('---\ndate: 2024-03-05\ntitle: A call\ntags:\n---\n\nText.\n');
  const { document } = editor;
  await finding(document, 'tag/format').catch(() => undefined); // the server knows the document
  const end = document.lineAt(3).range.end;
  editor.selection = new vscode.Selection(end, end);
  await vscode.commands.executeCommand('type', { text: ' ' });
  await eventually(async () => {
    await vscode.commands.executeCommand('acceptSelectedSuggestion');
    assert.match(document.lineAt(3).text, /^tags: [a-z-]+$/);
  });
});

test('“Insert Statement Template…” asks, and inserts a whole readout into an empty document', async () => {
  const { document } = await openUntitled('');
  const inserted = vscode.commands.executeCommand<boolean>('readout.insertTemplate');
  await eventually(async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await pause(100);
    assert.notEqual(document.getText(), '');
  });
  assert.equal(await inserted, true);
  const lines = document.getText().split(/\r?\n/);
  assert.equal(lines[0], '---');
  for (const key of ['date', 'published_time', 'source_url', 'tags', 'title'])
    assert.ok(
      lines.some((line) => line.startsWith(`${key}: `)),
      `${key} is filled in`,
    );
  assert.ok(!document.getText().includes('${'), 'tab stops are tab stops, not text');
  await vscode.commands.executeCommand('leaveSnippet');
});

test('a template in a document that has frontmatter brings its text alone', async () => {
  const { document } = await open(MEETING);
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  const end = rangeOf(document, 'of both countries.').end;
  editor.selection = new vscode.Selection(end, end);
  assert.equal(await vscode.commands.executeCommand('readout.insertTemplate', 'Readout of a call'), true);
  assert.equal(document.getText().match(/^---$/gm)?.length, 2, 'there is one frontmatter');
  await vscode.commands.executeCommand('leaveSnippet');
  await vscode.commands.executeCommand('workbench.action.files.revert');
  await gone(document, 'body/placeholder');
});
