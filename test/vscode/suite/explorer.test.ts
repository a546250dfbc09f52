/** The Readout Explorer: what it lists, where its items lead, and that it follows text and cursor. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Explorer } from '../../../client/src/explorer.ts';
import type { ExplorerNode } from '../../../client/src/explorer-tree.ts';
import type { ReadoutApi } from '../../../client/src/extension.ts';
import { CALL, FOREIGN, MEETING, open, openUntitled, rangeOf } from './editor.ts';
import { eventually, test } from './runner.ts';

/** The explorer of the installed extension. */
async function theExplorer(): Promise<Explorer> {
  const extension = vscode.extensions.getExtension<ReadoutApi>('readout.readout');
  assert.ok(extension, 'the extension is installed');
  return (await (await extension.activate()).session).explorer;
}

/** A node as the view shows it. */
interface Shown {
  readonly node: ExplorerNode;
  readonly label: string;
  readonly description: string;
  readonly spoken: string;
  readonly children: readonly Shown[];
}

function shown(explorer: Explorer, parent?: ExplorerNode): Shown[] {
  return explorer.getChildren(parent).map((node) => {
    const { label, description, accessibilityInformation } = explorer.getTreeItem(node);
    return {
      node,
      label: typeof label === 'object' ? label.label : (label ?? ''),
      description: String(description ?? ''),
      spoken: accessibilityInformation?.label ?? '',
      children: shown(explorer, node),
    };
  });
}

/** One item of the view, as soon as it is there. */
function item(explorer: Explorer, group: string, name: string): Promise<Shown> {
  return eventually(() => {
    const groups = shown(explorer);
    const found = groups
      .find(({ label }) => label === group)
      ?.children.find(({ label }) => label.includes(name));
    const all = groups.map(({ label, children }) => `${label}: ${children.map((child) => child.label)}`);
    assert.ok(found, `${name} is among the ${group}: ${all.join(' | ') || 'nothing is shown'}`);
    return found;
  });
}

/** A click on a node. */
async function click(explorer: Explorer, node: ExplorerNode): Promise<void> {
  const { command } = explorer.getTreeItem(node);
  assert.ok(command, 'a click does something');
  await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

test('the explorer lists who and what is named, with counts and lines', async () => {
  const { document } = await open(CALL);
  const explorer = await theExplorer();
  const strand = await item(explorer, 'Participants', 'Strand');
  assert.match(strand.spoken, /Strand.*mentions?$/);
  const okonjo = await item(explorer, 'Participants', 'Okonjo');
  assert.deepEqual(
    okonjo.children.map(({ spoken }) => spoken.replace(/:.*/, '')),
    ['Line 6', 'Line 9', 'Line 12'],
    'headline, lead and quotation',
  );
  await item(explorer, 'Places', 'Norland');
  await item(explorer, 'Agreements', 'Treaty of Port Amsel');
  await item(explorer, 'Figures', '12 percent');
  const amount = await item(explorer, 'Figures', '$250 million');
  assert.match(amount.description, /^1 · .*250000000/);
  const date = await item(explorer, 'Dates', 'January 10, 2023');
  assert.match(date.description, /2023-01-10/);
  assert.equal(date.children.length, 1);
  assert.match(date.children[0]?.label ?? '', /January 10, 2023/);
  assert.equal(date.children[0]?.spoken, `Line 13: ${date.children[0]?.label}`);
  for (const group of shown(explorer)) assert.equal(group.description, String(group.children.length));
  assert.equal(explorer.version, document.version);
});

test('a click in the explorer goes to the first mention, the next click to the next, and round', async () => {
  const { document } = await open(CALL);
  const explorer = await theExplorer();
  const { node, children } = await item(explorer, 'People', 'Adele Strand');
  assert.ok(children.length > 1, 'there is more than one mention');
  const visited: string[] = [];
  for (let turn = 0; turn <= children.length; turn++) {
    await click(explorer, node);
    const selection = vscode.window.activeTextEditor?.selection;
    assert.ok(selection);
    visited.push(`${selection.start.line}:${selection.start.character}`);
    assert.match(document.getText(selection), /Strand/);
  }
  assert.equal(new Set(visited).size, children.length, `each is visited: ${visited.join(' ')}`);
  assert.equal(visited.at(-1), visited[0], 'after the last comes the first');
  const last = children.at(-1);
  assert.ok(last);
  await click(explorer, last.node);
  const { start } = vscode.window.activeTextEditor?.selection ?? {};
  assert.equal(`${start?.line}:${start?.character}`, visited.at(-2), 'a mention leads to itself');
});

test('“Go to Next Mention” and “Go to Previous Mention” move between the mentions of what is under the cursor', async () => {
  const editor = await open(CALL);
  const explorer = await theExplorer();
  await item(explorer, 'People', 'Daniel Okonjo');
  const first = rangeOf(editor.document, 'Daniel Okonjo');
  const second = rangeOf(editor.document, 'Okonjo. He').start;
  editor.selection = new vscode.Selection(first.start, first.start);
  await vscode.commands.executeCommand('readout.explorer.nextMention');
  assert.deepEqual(editor.selection.start, second);
  await vscode.commands.executeCommand('readout.explorer.previousMention');
  assert.deepEqual(editor.selection.start, first.start);
});

test('the explorer follows what is typed, and never shows an older version', async () => {
  const editor = await openUntitled(
    '---\ndate: 2024-03-05\ntitle: Statement by President Strand\n---\n\nPresident Adele Strand welcomed $5 million.\n',
  );
  const { document } = editor;
  const explorer = await theExplorer();
  await item(explorer, 'Figures', '$5 million');
  await vscode.commands.executeCommand('readout.explorer.focus');
  await eventually(() => assert.ok(explorer.view.visible, 'the view is visible'));
  const versions: boolean[] = [];
  const listener = explorer.onDidChangeTreeData(() => versions.push(explorer.version === document.version));
  try {
    const end = document.lineAt(5).range.end;
    for (const [index, letter] of [...' Norland paid $7 million.'].entries())
      await editor.edit((edit) => edit.insert(end.translate(0, index), letter));
    await item(explorer, 'Figures', '$7 million');
    await eventually(() => assert.equal(explorer.version, document.version));
    await editor.edit((edit) => edit.delete(rangeOf(document, '$5 million')));
    await eventually(() => {
      const labels = shown(explorer).flatMap(({ children }) => children.map(({ label }) => label));
      assert.ok(!labels.includes('$5 million') && labels.includes('$7 million'), labels.join(', '));
    });
    assert.ok(versions.length > 0 && versions.every(Boolean), 'each refresh shows the latest version');
  } finally {
    listener.dispose();
  }
});

test('the explorer selects what is under the cursor, and the editor keeps the focus', async () => {
  const editor = await open(CALL);
  const explorer = await theExplorer();
  await item(explorer, 'Agreements', 'Treaty of Port Amsel');
  await vscode.commands.executeCommand('readout.explorer.focus');
  await eventually(() => assert.ok(explorer.view.visible, 'the view is visible'));
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  for (const name of ['Treaty of Port Amsel', '$250 million']) {
    const { start } = rangeOf(editor.document, name);
    editor.selection = new vscode.Selection(start, start);
    await eventually(() => {
      const [node] = explorer.view.selection;
      assert.equal(
        node && shown(explorer, explorer.getParent(node)).find((one) => one.node === node)?.label,
        name,
      );
    });
  }
  await vscode.commands.executeCommand('type', { text: '!' });
  assert.match(editor.document.getText(), /!\$250 million/, 'what is typed goes into the text');
  await vscode.commands.executeCommand('workbench.action.files.revert');
});

test('the explorer shows the document in the active editor, and nothing of a foreign one', async () => {
  const explorer = await theExplorer();
  await open(MEETING);
  await item(explorer, 'People', 'Marta Ilves');
  await open(FOREIGN);
  await eventually(() => assert.deepEqual(explorer.getChildren(), []));
  await open(CALL);
  await item(explorer, 'People', 'Daniel Okonjo');
});

test('the explorer takes a document with two thousand mentions', async () => {
  const paragraph = 'President Adele Strand of Norland met Prime Minister Daniel Okonjo of Sudavia.\n\n';
  const head = '---\ndate: 2024-03-05\ntitle: Statement by President Strand\n---\n\n';
  await openUntitled(head + paragraph.repeat(1_000));
  const explorer = await theExplorer();
  const { children } = await eventually(async () => {
    const strand = await item(explorer, 'People', 'Adele Strand');
    assert.ok(strand.children.length >= 1_000, `${strand.children.length} mentions`);
    return strand;
  });
  assert.match(children.at(-1)?.label ?? '', /Adele Strand of Norland/);
});
