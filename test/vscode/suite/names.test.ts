/** What stands behind a name: definition, references, highlights, rename, symbols, hover, lens and hints. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CALL, MEETING, open, openUntitled, rangeOf, tokensOf } from './editor.ts';
import { eventually, test } from './runner.ts';

/** Where a name begins for the first time in the text below the frontmatter. */
function at(document: vscode.TextDocument, text: string): vscode.Position {
  return rangeOf(document, text).start.translate(0, 1);
}

test('definition leads from a surname to the first full mention', async () => {
  const { document } = await open(CALL);
  await eventually(async () => {
    const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      at(document, 'Okonjo. He'),
    );
    const texts = found.map((place) =>
      document.getText('range' in place ? place.range : (place.targetSelectionRange ?? place.targetRange)),
    );
    assert.deepEqual(texts, ['Daniel Okonjo']);
  });
});

test('references are found in this document and in the workspace', async () => {
  const { document } = await open(CALL);
  await eventually(async () => {
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      at(document, 'Adele Strand'),
    );
    const here = found.filter(({ uri }) => uri.toString() === document.uri.toString());
    const texts = here.map(({ range }) => document.getText(range));
    assert.ok(texts.includes('Adele Strand') && texts.includes('Strand'), texts.join(', '));
    assert.ok(
      found.some(({ uri }) => uri.path.endsWith(MEETING)),
      `the other readout is among: ${found.map(({ uri }) => uri.path).join(', ')}`,
    );
  });
});

test('all mentions of the name under the cursor are highlighted', async () => {
  const { document } = await open(CALL);
  await eventually(async () => {
    const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[] | undefined>(
      'vscode.executeDocumentHighlights',
      document.uri,
      at(document, 'Okonjo. He'),
    );
    const texts = (found ?? []).map(({ range }) => document.getText(range));
    assert.ok(texts.includes('Daniel Okonjo') && texts.includes('Okonjo'), texts.join(', ') || 'none');
  });
});

test('rename says what it renames, and renames every mention in its own form', async () => {
  const { document } = await open(CALL);
  const position = at(document, 'Adele Strand');
  await eventually(async () => {
    const prepared = await vscode.commands.executeCommand<
      { range: vscode.Range; placeholder: string } | undefined
    >('vscode.prepareRename', document.uri, position);
    assert.equal(prepared?.placeholder, 'Adele Strand');
    assert.equal(document.getText(prepared.range), 'Adele Strand');
  });
  const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
    'vscode.executeDocumentRenameProvider',
    document.uri,
    position,
    'Ingrid Solheim',
  );
  assert.ok(await vscode.workspace.applyEdit(edit), 'the edit is applied');
  try {
    const text = document.getText();
    assert.match(text, /President Ingrid Solheim of Norland spoke today/, 'the full name');
    assert.match(text, /and President Solheim announced/, 'the surname');
    assert.match(text, /^title: Readout of President Solheim’s Call/m, 'the possessive in the headline');
    assert.doesNotMatch(text.split('\n---\n').slice(1).join(''), /Strand/, 'nobody is left behind');
    assert.match(text, /readout-of-president-strands-call/, 'the address is not touched');
  } finally {
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
});

test('rename from a surname changes the full name too', async () => {
  const { document } = await open(CALL);
  const edit = await eventually(async () => {
    const made = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      at(document, 'Okonjo. He'),
      'Okonkwo',
    );
    assert.ok(made.size > 0);
    return made;
  });
  assert.ok(await vscode.workspace.applyEdit(edit));
  try {
    assert.match(document.getText(), /Prime Minister Daniel Okonkwo of Sudavia/);
    assert.match(document.getText(), /said Prime Minister Okonkwo\. He/);
  } finally {
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
});

test('what has no name cannot be renamed', async () => {
  const { document } = await open(CALL);
  await assert.rejects(async () =>
    vscode.commands.executeCommand('vscode.prepareRename', document.uri, at(document, 'welcomed the')),
  );
});

test('colours follow an edit', async () => {
  const { document } = await openUntitled(
    '---\ndate: 2024-03-05\ntitle: Statement by President Strand\n---\n\nPresident Adele Strand spoke.\n',
  );
  const coloured = async (): Promise<string[]> =>
    (await tokensOf(document)).map(({ text, type }) => `${text} (${type})`);
  await eventually(async () => {
    const all = await coloured();
    assert.ok(all.includes('Adele Strand (person)'), all.join(' | '));
    assert.ok(!all.some((one) => one.includes('million')), all.join(' | '));
  });
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, 'spoke.'), 'spoke of $40 million.');
  assert.ok(await vscode.workspace.applyEdit(edit));
  await eventually(async () => {
    const all = await coloured();
    assert.ok(all.includes('$40 million (money)') && all.includes('Adele Strand (person)'), all.join(' | '));
  });
});

test('the lens above the headline names the participants', async () => {
  const { document } = await open(CALL);
  await eventually(async () => {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      10,
    );
    const titles = lenses.map(({ command }) => command?.title ?? '');
    assert.ok(
      titles.some((title) => /^call: .*Strand.*Okonjo/.test(title)),
      titles.join(' | ') || 'no lens',
    );
    assert.equal(lenses[0]?.range.start.line, 5);
  });
});

test('the day behind “today” is shown only where the setting asks for it', async () => {
  const { document } = await open(MEETING);
  const hints = async (): Promise<string[]> =>
    (
      await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        new vscode.Range(0, 0, document.lineCount, 0),
      )
    ).map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
  assert.deepEqual(await hints(), []);
  const settings = vscode.workspace.getConfiguration('readout');
  await settings.update('inlayHints.dates', true, vscode.ConfigurationTarget.Workspace);
  try {
    await eventually(async () => {
      const labels = await hints();
      assert.equal(labels.length, 1, labels.join(' | '));
      assert.match(labels[0] ?? '', /Thursday.*April 11|2024-04-11/);
    });
  } finally {
    await settings.update('inlayHints.dates', undefined, vscode.ConfigurationTarget.Workspace);
  }
  await eventually(async () => assert.deepEqual(await hints(), []));
});

test('people, agreements and documents of the workspace are found by name', async () => {
  await open(CALL);
  const search = async (query: string): Promise<vscode.SymbolInformation[]> =>
    vscode.commands.executeCommand('vscode.executeWorkspaceSymbolProvider', query);
  for (const [query, name, file] of [
    // Named in the latest document that has her, which may be one that another test has just made.
    ['Ilves', /^Marta Ilves$/, '.md'],
    ['Port Amsel', /^Treaty of Port Amsel$/, CALL],
    ['Meeting with', /^Readout of President Strand’s Meeting with President Ilves/, MEETING],
  ] as const)
    await eventually(async () => {
      const found = await search(query);
      const hit = found.find((symbol) => name.test(symbol.name) && symbol.location.uri.path.endsWith(file));
      assert.ok(hit, `${name} is found: ${found.map((symbol) => symbol.name).join(' | ') || 'nothing'}`);
    });
});

test('hovering a person tells the offices and where the workspace has seen them', async () => {
  const { document } = await open(CALL);
  await eventually(async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at(document, 'Adele Strand'),
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (typeof content === 'string' ? content : content.value))
      .join('\n');
    assert.match(text, /Adele Strand/);
    assert.match(text, /President/);
    assert.match(text, /In \d+ documents of this workspace, \d+ mentions; first .*, latest /);
  });
});
