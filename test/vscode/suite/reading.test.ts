/** Outline, colours, hover, folding and links. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CALL, open, rangeOf, SHEET, symbolsOf, tokensOf } from './editor.ts';
import { eventually, test } from './runner.ts';

test('the outline shows the frontmatter with its fields, the passages and the end mark', async () => {
  const { document } = await open(CALL);
  const symbols = await eventually(async () => {
    const all = await symbolsOf(document);
    assert.ok(all.length > 0, 'there are symbols');
    return all;
  });
  const names = symbols.map(({ name }) => name);
  for (const field of ['date', 'published_time', 'source_url', 'tags', 'title'])
    assert.ok(
      symbols.some(({ name, depth }) => depth === 1 && name === field),
      `${field} lies below the frontmatter: ${names.join(' | ')}`,
    );
  assert.ok(
    symbols.filter(({ depth }) => depth === 0).length >= 4,
    `passages are listed: ${names.join(' | ')}`,
  );
});

test('no heading stands twice beside those of VS Code’s own Markdown outline', async () => {
  const { document } = await open(SHEET);
  await eventually(async () => {
    const names = (await symbolsOf(document)).map(({ name }) => name);
    assert.ok(
      names.some((name) => name.startsWith('Lead')),
      `ours are there: ${names.join(' | ')}`,
    );
    assert.equal(
      names.filter((name) => /Energy in Norland/.test(name)).length,
      1,
      `the heading stands once: ${names.join(' | ')}`,
    );
  });
});

test('people, places, agreements, dates and figures are coloured', async () => {
  const { document } = await open(CALL);
  const tokens = await eventually(async () => {
    const all = await tokensOf(document);
    assert.ok(all.length > 0, 'there are tokens');
    return all;
  });
  const typesOf = (text: string): readonly string[] =>
    tokens.filter((token) => token.text === text).map(({ type }) => type);
  const expected = {
    'Adele Strand': 'person',
    'Daniel Okonjo': 'person',
    Norland: 'place',
    'Treaty of Port Amsel': 'instrument',
    '$250 million': 'money',
    '12 percent': 'percent',
    'January 10, 2023': 'date',
  };
  const found = tokens.map(({ text, type }) => `${text} (${type})`).join(' | ');
  for (const [text, type] of Object.entries(expected))
    assert.ok(typesOf(text).includes(type), `“${text}” is coloured as ${type}: ${found}`);
});

test('semantic colours are on in Markdown without any setting of the user', async () => {
  const { document } = await open(CALL);
  const enabled = vscode.workspace.getConfiguration('editor', document).get('semanticHighlighting.enabled');
  assert.equal(enabled, true);
});

test('hovering a date says what it is', async () => {
  const { document } = await open(CALL);
  const { start } = rangeOf(document, 'January 10, 2023');
  await eventually(async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      start.translate(0, 2),
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (typeof content === 'string' ? content : content.value))
      .join('\n');
    assert.match(text, /January 10, 2023/);
  });
});

test('the frontmatter folds', async () => {
  const { document } = await open(CALL);
  await eventually(async () => {
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    assert.ok(
      ranges.some(({ start, end }) => start === 0 && end >= 5 && end <= 7),
      `a range covers the frontmatter: ${JSON.stringify(ranges)}`,
    );
  });
});

test('the source URL is a link', async () => {
  const { document } = await open(CALL);
  await eventually(async () => {
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    const texts = links.map(({ range }) => document.getText(range));
    assert.ok(
      texts.some((text) => /^https:\/\/www\.whitehouse\.gov\/.*-sudavia\/$/.test(text)),
      `the URL is among the links: ${texts.join(' | ') || 'none'}`,
    );
  });
});
