/** The walkthrough, and the language of texts. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ReadoutApi } from '../../../client/src/extension.ts';
import { codeOf, finding, findings, rangeOf } from './editor.ts';
import { eventually, test } from './runner.ts';

interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

function theExtension<T>(): vscode.Extension<T> {
  const extension = vscode.extensions.getExtension<T>('readout.readout');
  assert.ok(extension, 'the extension is installed');
  return extension;
}

/** The walkthrough's steps, in the language of the window. */
function steps(): readonly Step[] {
  const [walkthrough] = theExtension().packageJSON.contributes.walkthroughs;
  return walkthrough.steps;
}

test('the walkthrough’s links run commands that exist, and its pictures are there', async () => {
  await theExtension().activate();
  const commands = new Set(await vscode.commands.getCommands(true));
  assert.equal(steps().length, 5);
  for (const { id, title, description, media, completionEvents } of steps()) {
    assert.doesNotMatch(`${title} ${description} ${media.altText}`, /%[\w.]+%/, `${id} has its words`);
    const links = [...description.matchAll(/\]\(command:([\w.]+)\)/g)].map(([, command = '']) => command);
    assert.equal(links.length, 1, `${id} has one button`);
    for (const command of links) assert.ok(commands.has(command), `${command} exists`);
    for (const event of completionEvents)
      if (event.startsWith('onCommand:')) assert.equal(event, `onCommand:${links[0]}`);
    const picture = await vscode.workspace.fs.readFile(
      vscode.Uri.joinPath(theExtension().extensionUri, media.svg),
    );
    assert.match(new TextDecoder().decode(picture), /^<svg .*<\/svg>\s*$/s);
  }
});

test('the walkthrough’s example has one mistake, which is gone to and mended', async () => {
  await vscode.commands.executeCommand('readout.openExample');
  const document = vscode.window.activeTextEditor?.document;
  assert.ok(document?.isUntitled);
  try {
    await finding(document, 'date/weekday');
    assert.deepEqual(
      findings(document).map(({ message }) => message),
      [(await finding(document, 'date/weekday')).message],
      'it is the only one',
    );
    assert.equal(await vscode.commands.executeCommand('readout.showMistake'), true);
    const mistake = rangeOf(document, 'Tuesday, June 1');
    const editor = vscode.window.visibleTextEditors.find((each) => each.document === document);
    assert.ok(editor && mistake.contains(editor.selection.active), 'the cursor is at the mistake');
    assert.equal(await vscode.commands.executeCommand('readout.mendMistake'), true);
    await vscode.commands.executeCommand('hideCodeActionWidget').then(undefined, () => undefined);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      mistake,
    );
    const [mend] = actions.filter(({ title }) => title.includes('Monday'));
    assert.ok(mend?.edit, `a fix writes Monday: ${actions.map(({ title }) => title).join(', ')}`);
    await vscode.workspace.applyEdit(mend.edit);
    await eventually(() =>
      assert.ok(
        findings(document).every((each) => codeOf(each) !== 'date/weekday'),
        'it is mended',
      ),
    );
    assert.equal(await vscode.commands.executeCommand('readout.showMistake'), false);
    // It is the same document until it is closed.
    await vscode.commands.executeCommand('readout.openExample');
    assert.equal(vscode.window.activeTextEditor?.document, document);
  } finally {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
});

test('Check a Folder lists findings on files that nobody has opened', async () => {
  const workspace = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(workspace);
  const folder = vscode.Uri.joinPath(workspace, 'to-check');
  const file = vscode.Uri.joinPath(folder, '2024-05-07-readout.md');
  const text = [
    '---',
    'date: 7 May 2024',
    'published_time: 2024-05-07 10:00:00-04:00',
    'source_url: https://www.whitehouse.gov/briefings-statements/2024/05/readout/',
    'tags: briefings-statements',
    'title: Readout',
    '---',
    '',
    'President Strand spoke today with Prime Minister Okonjo of Sudavia.',
    '',
    '\\###',
    '',
  ].join('\n');
  try {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    const result = await vscode.commands.executeCommand<{ findings: number; files: number } | undefined>(
      'readout.checkFolder',
      folder,
    );
    assert.equal(result?.files, 1);
    const found = vscode.languages.getDiagnostics(file);
    assert.equal(found.length, result?.findings);
    const [wrongDate] = found.filter((each) => codeOf(each) === 'date/format');
    assert.equal(wrongDate?.range.start.line, 1);
    assert.equal(wrongDate?.severity, vscode.DiagnosticSeverity.Error);
    // Once the document is open, the language server speaks of it, and nothing is listed twice.
    const document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
    await eventually(() =>
      assert.equal(findings(document).filter((each) => codeOf(each) === 'date/format').length, 1),
    );
  } finally {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(folder, { recursive: true });
  }
});

test('the commands of the palette have their words', async () => {
  const { commands } = theExtension().packageJSON.contributes;
  for (const { command, title } of commands as readonly { command: string; title: string }[])
    assert.match(title, /^\p{Lu}/u, `${command} has a title in the language of the window`);
});

test('in Spanish: commands, walkthrough and messages are', async () => {
  const { commands } = theExtension().packageJSON.contributes;
  // VS Code keeps the English words of commands beside those of the language.
  const titles = (commands as readonly { title: { value: string } }[]).map(({ title }) => title.value);
  assert.ok(titles.includes('Nuevo comunicado…'), titles.join(', '));
  assert.equal(steps()[1]?.title, 'Vea el error');
  const { session } = await theExtension<ReadoutApi>().activate();
  const { languageStatus } = await session;
  await eventually(() => assert.match(languageStatus.index.text, /^\d+ comunicados? conocidos?$/));
  assert.equal(languageStatus.findings.name, 'Readout: observaciones');
});
