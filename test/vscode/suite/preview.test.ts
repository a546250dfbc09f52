/** Readouts in VS Code's own Markdown preview. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CALL, FOREIGN, open, openUntitled, rangeOf } from './editor.ts';
import { eventually, test } from './runner.ts';

/** A document as VS Code's preview renders it. */
async function rendered(document: vscode.TextDocument): Promise<string> {
  return vscode.commands.executeCommand<string>('markdown.api.render', document);
}

/** The preview's HTML, as soon as it matches `part`. */
function shows(document: vscode.TextDocument, part: RegExp): Promise<string> {
  return eventually(async () => {
    const html = await rendered(document);
    assert.match(html, part);
    return html;
  });
}

async function setEnabled(value: boolean | undefined): Promise<void> {
  const settings = vscode.workspace.getConfiguration('readout');
  await settings.update('preview.enable', value, vscode.ConfigurationTarget.Workspace);
}

test('the Markdown preview shows a readout as a press release', async () => {
  const { document } = await open(CALL);
  await vscode.commands.executeCommand('markdown.showPreviewToSide');
  const html = await shows(document, /<header class="readout-header/);
  assert.match(html, /<h1 class="readout-title">Readout of President Strand’s Call with/);
  assert.match(html, /<strong>Adele Strand<\/strong>, <span>President/);
  assert.match(html, /readout-person" title="Person: Daniel Okonjo">Daniel Okonjo<\/span>/);
  assert.match(html, /readout-money" title="[^"]*250000000 USD">\$250 million<\/span>/);
  assert.match(html, /<p[^>]*class="readout-end-mark[^>]*>###<\/p>\s*$/);
  assert.match(html, /<header[^>]* data-line="0"/, 'scrolls with the editor');
  assert.doesNotMatch(html, /source_url|published_time/, 'nothing is left of the frontmatter');
});

test('the preview follows what is typed', async () => {
  const editor = await openUntitled(
    '---\ndate: 2024-03-05\ntitle: Statement by President Strand\n---\n\nPresident Adele Strand promised $5 million.\n',
  );
  const { document } = editor;
  await vscode.commands.executeCommand('markdown.showPreviewToSide');
  await shows(document, />\$5 million<\/span>/);
  await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  const end = document.lineAt(5).range.end;
  await editor.edit((edit) => {
    edit.insert(end, ' Norland paid $7 million.');
    edit.replace(rangeOf(document, 'Statement by'), 'Remarks by');
  });
  const html = await rendered(document);
  assert.match(html, /<header class="readout-header/, 'the head stays while the server reads');
  assert.match(html, /Norland paid/);
  const later = await shows(document, />\$7 million<\/span>/);
  assert.match(later, /readout-title">Remarks by President Strand</);
});

test('other Markdown is rendered as without Readout, and readouts too where that is switched off', async () => {
  const { document: foreign } = await open(FOREIGN);
  const { document: call } = await open(CALL);
  await shows(call, /readout-header/);
  const on = await rendered(foreign);
  assert.doesNotMatch(on, /readout-/);
  try {
    await setEnabled(false);
    const off = await shows(call, /source_url/);
    assert.doesNotMatch(off, /readout-(header|mark|end-mark)/);
    await vscode.commands.executeCommand('markdown.preview.refresh'); // what VS Code has kept is no answer
    assert.equal(await rendered(foreign), on);
  } finally {
    await setEnabled(undefined);
  }
  await shows(call, /readout-header/);
});
