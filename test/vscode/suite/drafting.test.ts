/** From a draft to release: clearance, the release guard, the language status, and the steps of New Readout. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ReadoutApi } from '../../../client/src/extension.ts';
import type { Session } from '../../../client/src/session.ts';
import { codeOf, finding, findings, gone, openUntitled, rangeOf } from './editor.ts';
import { eventually, test } from './runner.ts';

const HEAD = `---
date: 2024-05-07
published_time: 2024-05-07 10:00:00-04:00
source_url: https://www.whitehouse.gov/briefings-statements/2024/05/readout-of-president-strands-call/
tags: briefings-statements
title: Readout of President Strand’s Call
`;
const BODY =
  'President Adele Strand spoke today with Prime Minister Daniel Okonjo of Sudavia. They welcomed the $12 million that Sudavia gave.\n\n\\###\n';

async function theApi(): Promise<ReadoutApi> {
  const extension = vscode.extensions.getExtension<ReadoutApi>('readout.readout');
  assert.ok(extension, 'the extension is installed');
  return extension.activate();
}

async function theSession(): Promise<Session> {
  return (await theApi()).session;
}

async function discard(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

const accept = (): Thenable<unknown> =>
  vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
const leave = (): Thenable<unknown> => vscode.commands.executeCommand('workbench.action.closeQuickOpen');
const back = (): Thenable<unknown> => vscode.commands.executeCommand('workbench.action.quickInputBack');

test('activation leaves the extension host to others', async () => {
  const { loadMs, activateMs, session } = await theApi();
  console.log(`  · running the file took ${loadMs.toFixed(1)} ms, activate ${activateMs.toFixed(1)} ms`);
  assert.ok((await session).client.isRunning(), 'the language server answers');
});

test('a clearance is recorded, a change of a figure is marked, listed and gone to', async () => {
  const { guard } = await theSession();
  const { document } = await openUntitled(`${HEAD}---\n\n${BODY}`);
  try {
    await eventually(async () => {
      await vscode.commands.executeCommand('readout.recordClearance', ' Ines Holm ');
      assert.match(document.getText(), /^status: cleared\nclearance:\n {2}by: Ines Holm\n {2}day: '\d{4}-/m);
    });
    assert.ok(document.getText().startsWith(HEAD), 'what stood there stands there still');
    assert.ok(document.getText().endsWith(`---\n\n${BODY}`));
    await eventually(() => assert.equal(guard.item.text, '$(verified) Cleared'));
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    await editor.edit((edit) => edit.replace(rangeOf(document, '$12 million that'), '$15 million that'));
    const found = await finding(document, 'release/changed-since-clearance');
    assert.equal(document.getText(found.range), '$15 million');
    assert.match(found.message, /“\$12 million” when the statement was cleared by Ines Holm/);
    await eventually(() => assert.equal(guard.item.text, '$(verified) Cleared · $(warning) 1 change'));
    assert.match(
      guard.item.accessibilityInformation?.label ?? '',
      /Cleared by Ines Holm on .*, 1 change since/,
    );

    const start = new vscode.Position(0, 0);
    editor.selection = new vscode.Selection(start, start);
    const left = vscode.commands.executeCommand('readout.showChanges');
    await eventually(() => assert.equal(document.getText(editor.selection), '$15 million', 'it is shown'));
    await leave();
    await left;
    assert.deepEqual(editor.selection.start, start, 'leaving goes back to where one was');
    const chosen = vscode.commands.executeCommand('readout.showChanges');
    await eventually(() => assert.equal(document.getText(editor.selection), '$15 million'));
    await accept();
    await chosen;
    assert.equal(document.getText(vscode.window.activeTextEditor?.selection), '$15 million');

    // Cleared again, by whoever cleared last: the name is remembered.
    const again = vscode.commands.executeCommand('readout.recordClearance');
    await eventually(async () => {
      await accept();
      assert.match(document.getText(), /figures: \['\$15 million'\]/);
    });
    await again;
    await gone(document, 'release/changed-since-clearance');
    await eventually(() => assert.equal(guard.item.text, '$(verified) Cleared'));
    assert.equal(document.getText().match(/^clearance:/gm)?.length, 1);
  } finally {
    await discard();
  }
});

test('the release guard counts the embargo down and says when it is lifted', async () => {
  const { guard, status } = await theSession();
  const until = new Date(Math.ceil(Date.now() / 1_000) * 1_000 + 65 * 60_000);
  const written = `${until.toISOString().slice(0, 19).replace('T', ' ')}+00:00`;
  const { document } = await openUntitled(
    `${HEAD}status: cleared\nembargo_until: ${written}\n---\n\n${BODY}`,
  );
  try {
    await eventually(() => assert.match(guard.item.text, /^\$\(lock\) Cleared · embargo 1 h 4 min$/));
    assert.equal(status.current?.status.embargoUntil, until.getTime());
    guard.update(until.getTime() - 61_000);
    assert.equal(guard.item.text, '$(lock) Cleared · embargo 1:01');
    assert.match(
      guard.item.accessibilityInformation?.label ?? '',
      /^Readout: Status: Cleared\. Under embargo for another 1 minute 1 second, until /,
    );
    guard.update(until.getTime());
    assert.equal(guard.item.text, '$(verified) Cleared · embargo lifted');
    // What a click offers, taken without asking.
    await vscode.commands.executeCommand('readout.showReleaseActions', 'released');
    assert.match(document.getText(), /^status: cleared$/m, 'what is under embargo is not released');
    await vscode.commands.executeCommand('readout.showReleaseActions', 'draft');
    assert.match(document.getText(), /^status: draft$/m);
    await eventually(() => assert.match(guard.item.text, /Draft/));
  } finally {
    await discard();
  }
});

test('a readout that says nothing about its release has no release guard; the language status counts', async () => {
  const { status, languageStatus } = await theSession();
  const { document } = await openUntitled(`${HEAD.replace('2024-05-07\n', '7 May 2024\n')}---\n\n${BODY}`);
  try {
    await finding(document, 'date/format');
    await eventually(() => {
      assert.equal(status.current?.document, document);
      assert.equal(status.current?.status.status, null);
      const errors = findings(document).filter(
        ({ severity }) => severity === vscode.DiagnosticSeverity.Error,
      );
      assert.match(languageStatus.findings.text, new RegExp(`^${errors.length} errors?`));
      assert.equal(languageStatus.findings.severity, vscode.LanguageStatusSeverity.Error);
    });
    await eventually(() => assert.match(languageStatus.index.text, /^\d+ readouts known$/));
    assert.equal(languageStatus.index.busy, false);
    assert.match(languageStatus.index.accessibilityInformation?.label ?? '', /^Readout: index, /);
  } finally {
    await discard();
  }
});

/** *New Readout…* with its steps as they are shown. */
function wizard(folder: vscode.Uri, template?: string) {
  const steps: string[] = [];
  const done = vscode.commands.executeCommand<vscode.Uri | undefined>('readout.newReadout', {
    folder,
    template,
    onStep: (key: string) => steps.push(key),
  });
  /** Does something, and waits for the step that it leads to. */
  const to = async (key: string, act?: () => Thenable<unknown>): Promise<void> => {
    const before = steps.length;
    // The list needs a moment until it takes keys: what came too early is done again.
    await eventually(async () => {
      if (steps.length === before) await act?.();
      assert.deepEqual(steps.slice(act ? before : -1), [key]);
    });
  };
  return { steps, done, to };
}

test('New Readout: every step can be left', async () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder);
  const keys = ['template', 'principal', 'counterpart', 'country', 'day', 'date'];
  for (let length = 1; length <= keys.length; length++) {
    const { steps, done, to } = wizard(folder);
    await to('template');
    for (const key of keys.slice(1, length)) await to(key, accept);
    let hasEnded = false;
    void done.then(() => {
      hasEnded = true;
    });
    await eventually(async () => {
      await leave();
      assert.ok(hasEnded, 'the command has ended');
    });
    assert.equal(await done, undefined, `left at ${keys[length - 1]}`);
    assert.deepEqual(steps, keys.slice(0, length));
  }
});

test('New Readout: one can go back from every step, and what was answered stays', async () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder);
  const { done, to } = wizard(folder);
  await to('template');
  const keys = ['principal', 'counterpart', 'country', 'day', 'date'];
  for (const key of keys) await to(key, accept);
  for (const key of [...keys.slice(0, -1).reverse(), 'template']) await to(key, back);
  for (const key of keys) await to(key, accept);
  let uri: vscode.Uri | undefined;
  void done.then((made) => {
    uri = made;
  });
  await eventually(async () => {
    if (!uri) await accept();
    assert.ok(uri, 'the file is there');
  });
  try {
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.toString(), uri?.toString());
    // Both are people of the workspace, with the title that they bore last.
    assert.match(
      document?.getText() ?? '',
      /^title: "Readout of (President|Prime Minister) [A-Z]\w+ [A-Z]\w+’s Call with (President|Prime Minister) [A-Z]\w+ [A-Z]\w+ of /m,
    );
    assert.ok(document && findings(document).every((each) => codeOf(each) !== 'frontmatter/missing'));
  } finally {
    await discard();
    if (uri) await vscode.workspace.fs.delete(uri);
  }
});
