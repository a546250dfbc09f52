/** Markdown that is none of ours gets nothing from us. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CALL, FOREIGN, finding, findings, open, symbolsOf, tokensOf } from './editor.ts';
import { pause, test } from './runner.ts';

test('a foreign Markdown file has no finding, no symbol, no token and no fix of ours', async () => {
  const { document } = await open(FOREIGN);
  await finding((await open(CALL)).document, 'date/format'); // the server is at work
  await open(FOREIGN);
  await pause(1_500);
  assert.deepEqual(findings(document), []);
  assert.deepEqual(await tokensOf(document), []);
  const names = (await symbolsOf(document)).map(({ name }) => name);
  assert.deepEqual(
    names.filter((name) => !/Notes|More/.test(name)),
    [],
    'the headings that VS Code itself lists, and no more',
  );
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(0, 0, document.lineCount, 0),
  );
  assert.deepEqual(
    actions.filter(({ kind, title }) => kind?.value.includes('readout') || /readout/i.test(title)),
    [],
  );
});
