/** Findings and their mending. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CALL, finding, findings, gone, MEETING, open, rangeOf } from './editor.ts';
import { eventually, pause, test } from './runner.ts';

test('the packaged extension is installed and starts with the first Markdown document', async () => {
  const extension = vscode.extensions.getExtension('readout.readout');
  assert.ok(extension, 'the extension is installed');
  await open(CALL);
  await eventually(() => assert.ok(extension.isActive, 'the extension is active'));
  const unpackaged = ['package-lock.json', 'node_modules', 'client/src'].map((name) =>
    vscode.workspace.fs.stat(vscode.Uri.joinPath(extension.extensionUri, name)).then(
      () => name,
      () => undefined,
    ),
  );
  assert.deepEqual((await Promise.all(unpackaged)).filter(Boolean), [], 'only packaged files are there');
});

test('a wrong date is underlined exactly, as an error with a plain message and a page', async () => {
  const { document } = await open(CALL);
  const found = await finding(document, 'date/format');
  assert.equal(document.getText(found.range), '5 March 2024');
  assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
  assert.match(found.message, /5 March 2024.*year-month-day/);
  const { code } = found;
  assert.ok(typeof code === 'object', 'the code links to its page');
  assert.match(code.target.path, /docs\/rules\/date\/format\.md$/);
  const page = await vscode.workspace.fs.readFile(code.target);
  assert.match(new TextDecoder().decode(page), /date\/format/, 'the page ships with the extension');
});

test('a quick fix mends the date, and the finding goes away', async () => {
  const { document } = await open(CALL);
  const found = await finding(document, 'date/format');
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    found.range,
    vscode.CodeActionKind.QuickFix.value,
    10,
  );
  const fix = actions.find(({ title }) => title.includes('2024-03-05'));
  assert.ok(fix?.edit, `a fix names the right date: ${actions.map(({ title }) => title).join(' | ')}`);
  assert.ok(await vscode.workspace.applyEdit(fix.edit), 'the edit is applied');
  assert.equal(document.lineAt(1).text, 'date: 2024-03-05');
  await gone(document, 'date/format');
});

test('“Apply All Safe Fixes” mends what is certain and nothing else', async () => {
  const { document } = await open(CALL);
  await finding(document, 'date/format');
  const before = document.getText();
  await eventually(async () => {
    await vscode.commands.executeCommand('readout.fixAll');
    assert.equal(document.lineAt(1).text, 'date: 2024-03-05');
  });
  assert.equal(document.getText().split('\n').slice(6).join('\n'), before.split('\n').slice(6).join('\n'));
  await gone(document, 'date/format');
});

test('an unknown tag is reported with the word that was meant', async () => {
  const { document } = await open(CALL);
  const found = await finding(document, 'tag/unknown');
  assert.equal(document.getText(found.range), 'statement-releases');
  assert.match(found.message, /statements-releases/);
});

test('findings follow what is typed', async () => {
  const { document } = await open(MEETING);
  await eventually(() => assert.deepEqual(findings(document), []));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, 'date: 2024-04-11'), 'date: 2024-04-31');
  assert.ok(await vscode.workspace.applyEdit(edit));
  const found = await finding(document, 'date/invalid');
  assert.equal(document.getText(found.range), '2024-04-31');
  await vscode.commands.executeCommand('undo');
  await gone(document, 'date/invalid');
});

test('a correct readout has no finding', async () => {
  const { document } = await open(MEETING);
  await pause(1_000); // markdownlint's findings follow ours
  assert.deepEqual(
    findings(document).map(({ message }) => message),
    [],
  );
});

test('settings change a severity at once', async () => {
  const { document } = await open(CALL);
  await finding(document, 'tag/unknown');
  const settings = vscode.workspace.getConfiguration('readout');
  await settings.update('rules', { 'tag/unknown': 'off' }, vscode.ConfigurationTarget.Workspace);
  try {
    await gone(document, 'tag/unknown');
  } finally {
    await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
  }
  await finding(document, 'tag/unknown');
});

test('after “Restart Language Server” the findings are there again', async () => {
  const { document } = await open(CALL);
  await finding(document, 'date/format');
  await vscode.commands.executeCommand('readout.restartServer');
  await finding(document, 'date/format');
});
