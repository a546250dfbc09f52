import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CodeLens,
  CodeLensRequest,
  type CompletionItem,
  CompletionRequest,
  CompletionTriggerKind,
  DefinitionRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidRenameFilesNotification,
  DocumentHighlightRequest,
  FileChangeType,
  HoverRequest,
  InlayHintRequest,
  type Location,
  type MarkupContent,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  type SymbolInformation,
  type TextDocumentEdit,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  EXPLORER_REFRESH,
  EXPLORER_REQUEST,
  type ExplorerReply,
  TEMPLATES_REQUEST,
  type TemplateOffer,
} from '../../server/src/lsp/protocol.ts';
import { TestClient } from './client.ts';

const statement = (date: string, title: string, body: string) => `---
date: '${date}'
published_time: ${date} 10:00:00-05:00
source_url: https://www.whitehouse.gov/briefing-room/statements-releases/${date.replaceAll('-', '/')}/a/
tags: statements-releases
title: ${title}
---

${body}

\\###
`;

const TODAY = statement(
  '2024-03-05',
  'Readout of President Noriega’s Call with Prime Minister Adele Strand of Norland',
  `President Luis Noriega spoke today with Prime Minister Adele Strand of
Norland. Prime Minister Strand offered 300 tents. President Noriega thanked
Prime Minister Strand for her visit last week, and for Adele
Strand’s letter.`,
);
const EARLIER = statement(
  '2023-05-02',
  'Readout of President Noriega’s Meeting with Prime Minister Adele Strand of Norland',
  'President Luis Noriega met today with Prime Minister Adele Strand of Norland. Norland sent 120 tents.',
);

describe('a workspace', () => {
  let folder: string;
  let client: TestClient;
  let uri: string;
  const document = TextDocument.create('', 'markdown', 1, TODAY);
  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
  const at = (words: string, nth = 0) => {
    let offset = -1;
    for (let i = 0; i <= nth; i++) offset = TODAY.indexOf(words, offset + 1);
    return { textDocument: { uri }, position: document.positionAt(offset + 1) };
  };
  const symbols = async (query: string) =>
    (await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query })) as SymbolInformation[];
  /** Asks until the index has caught up. */
  const until = async <T>(ask: () => Promise<T>, test: (answer: T) => boolean): Promise<T> => {
    for (;;) {
      const answer = await ask();
      if (test(answer)) return answer;
      await new Promise((wake) => setTimeout(wake, 20));
    }
  };
  const textsOf = (text: string, ranges: readonly Location['range'][]) => {
    const other = TextDocument.create('', 'markdown', 1, text);
    return ranges.map((range) => other.getText(range).replace(/\s+/g, ' '));
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'readout-index-'));
    mkdirSync(join(folder, '2023'));
    writeFileSync(join(folder, '2023/2023-05-02-a.md'), EARLIER);
    writeFileSync(
      join(folder, 'README.md'),
      '# About\n\nPrime Minister Adele Strand of Norland is not indexed here.\n',
    );
    uri = uriOf('2024-03-05-a.md');
    client = await TestClient.start({
      capabilities: {
        textDocument: { rename: { prepareSupport: true } },
        workspace: { workspaceEdit: { documentChanges: true }, configuration: true },
      },
      folders: [pathToFileURL(folder).href],
      initializationOptions: { showLocationsCommand: 'readout.showLocations' },
    });
    await client.open(uri, TODAY);
    await until(
      () => symbols('strand'),
      (found) => found.some(({ containerName }) => containerName === '2 documents'),
    );
  });
  afterAll(async () => {
    expect(client.logged).toEqual([]);
    expect(await client.stop()).toBe(0);
    rmSync(folder, { recursive: true });
  });

  it('goes from any mention to the first in full', async () => {
    const definition = (await client.connection.sendRequest(
      DefinitionRequest.type,
      at('Strand offered'),
    )) as Location;
    expect(definition.uri).toBe(uri);
    expect(textsOf(TODAY, [definition.range])).toEqual(['Adele Strand']);
    expect(await client.connection.sendRequest(DefinitionRequest.type, at('offered'))).toBeNull();
  });

  it('finds mentions in the document and in the workspace', async () => {
    const found = (await client.connection.sendRequest(ReferencesRequest.type, {
      ...at('Strand offered'),
      context: { includeDeclaration: true },
    })) as Location[];
    const here = found.filter((each) => each.uri === uri).map(({ range }) => range);
    expect(textsOf(TODAY, here)).toEqual([
      'Adele Strand',
      'Adele Strand',
      'Strand',
      'Strand',
      'Adele Strand',
    ]);
    const there = found
      .filter((each) => each.uri === uriOf('2023/2023-05-02-a.md'))
      .map(({ range }) => range);
    expect(textsOf(EARLIER, there)).toEqual(['Adele Strand']);
    expect(here.length + there.length).toBe(found.length);
  });

  it('highlights the mentions of whoever is under the cursor, the headline included', async () => {
    const found =
      (await client.connection.sendRequest(DocumentHighlightRequest.type, at('Noriega thanked'))) ?? [];
    expect(
      textsOf(
        TODAY,
        found.map(({ range }) => range),
      ),
    ).toEqual(['Noriega', 'Luis Noriega', 'Noriega']);
  });

  it('renames in the form that each mention has, the headline included', async () => {
    const place = at('Adele Strand of\nNorland');
    expect(await client.connection.sendRequest(PrepareRenameRequest.type, place)).toMatchObject({
      placeholder: 'Adele Strand',
    });
    expect(await client.connection.sendRequest(PrepareRenameRequest.type, at('offered'))).toBeNull();
    const edit = await client.connection.sendRequest(RenameRequest.type, {
      ...place,
      newName: 'Ottoline Vane',
    });
    const change = edit?.documentChanges?.[0] as TextDocumentEdit;
    expect(change.textDocument).toEqual({ uri, version: 1 });
    const text = TextDocument.applyEdits(
      document,
      change.edits.flatMap((each) => ('newText' in each ? [each] : [])),
    );
    expect(text).toBe(
      TODAY.replaceAll('Adele Strand', 'Ottoline Vane')
        .replaceAll('Adele\nStrand', 'Ottoline\nVane')
        .replaceAll('Strand', 'Vane'),
    );
  });

  it('lists names and documents', async () => {
    const found = await symbols('nor');
    expect(found.map(({ name }) => name)).toEqual(expect.arrayContaining(['Norland', 'Luis Noriega']));
    const titles = await symbols('meeting with');
    expect(titles.map((each) => each.location.uri)).toEqual([uriOf('2023/2023-05-02-a.md')]);
    expect(await symbols('about')).not.toContainEqual(
      expect.objectContaining({ location: expect.objectContaining({ uri: uriOf('README.md') }) }),
    );
  });

  it('tells of a person the offices, and where else; of a figure, where the same is counted', async () => {
    const hover = async (words: string) =>
      (
        (await client.connection.sendRequest(HoverRequest.type, at(words)))?.contents as
          | MarkupContent
          | undefined
      )?.value;
    const person = await hover('Strand offered');
    expect(person).toContain('Prime Minister');
    expect(person).toContain('4 mentions in this document');
    expect(person).toContain('In 2 documents of this workspace, 5 mentions');
    expect(await hover('today')).toContain('Tuesday, March 5, 2024');
    const figure = await hover('300');
    expect(figure).toContain('120');
  });

  it('shows participants and earlier readouts with the same counterpart above the title', async () => {
    const lenses = (await client.connection.sendRequest(CodeLensRequest.type, {
      textDocument: { uri },
    })) as CodeLens[];
    expect(lenses[0]?.command?.title).toMatch(/^call: .*Noriega — .*Adele Strand/);
    expect(lenses[1]?.command).toMatchObject({
      title: '1 earlier readout with the same counterpart',
      command: 'readout.showLocations',
    });
    expect(lenses[0]?.range.start.line).toBe(5);
  });

  it('fills the explorer', async () => {
    const reply = await client.connection.sendRequest<ExplorerReply>(EXPLORER_REQUEST, {
      textDocument: { uri },
    });
    expect(reply.version).toBe(1);
    const people = reply.groups.find(({ id }) => id === 'people');
    expect(people?.items.map(({ name, ranges }) => [name, ranges.length])).toEqual([
      ['Luis Noriega', 2],
      ['Adele Strand', 4],
    ]);
    expect(reply.groups.find(({ id }) => id === 'dates')?.items[0]).toMatchObject({
      name: 'today',
      detail: '2024-03-05',
    });
    expect(
      await client.connection.sendRequest(EXPLORER_REQUEST, { textDocument: { uri: uriOf('README.md') } }),
    ).toBeNull();
  });

  it('says that the explorer is out of date when settings change', async () => {
    await client.connection.sendRequest(EXPLORER_REQUEST, { textDocument: { uri } });
    const refreshed = new Promise<void>((resolve) =>
      client.connection.onNotification(EXPLORER_REFRESH, resolve),
    );
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await refreshed;
  });

  it('hints at the day behind “today” once the setting is on', async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const hints = () =>
      client.connection.sendRequest(InlayHintRequest.type, { textDocument: { uri }, range });
    expect(await hints()).toEqual([]);
    client.settings = { inlayHints: { dates: true } };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    expect((await hints())?.[0]).toMatchObject({ label: '= Tue 2024-03-05' });
  });

  it('completes names after a capital letter: short once they were introduced, with the office if not', async () => {
    const name = uriOf('2024-03-06-b.md');
    const text = statement('2024-03-06', 'Call', 'Prime Minister Adele Strand called. St\n\nLu');
    const other = TextDocument.create(name, 'markdown', 1, text);
    await client.open(name, text);
    const complete = async (words: string, triggerKind: CompletionTriggerKind) =>
      (await client.connection.sendRequest(CompletionRequest.type, {
        textDocument: { uri: name },
        position: other.positionAt(text.indexOf(words) + words.length),
        context: { triggerKind },
      })) as CompletionItem[];
    const short = (await complete('called. St', CompletionTriggerKind.TriggerCharacter)).find(
      ({ label }) => label === 'Adele Strand',
    );
    expect(short?.textEdit).toMatchObject({ newText: 'Strand' });
    const full = (await complete('\nLu', CompletionTriggerKind.TriggerCharacter)).find(
      ({ label }) => label === 'Luis Noriega',
    );
    expect(full?.textEdit).toMatchObject({ newText: 'President Luis Noriega' });
    expect(await complete('Strand called', CompletionTriggerKind.TriggerCharacter)).toEqual([]);
    expect(await complete('Strand called. ', CompletionTriggerKind.TriggerCharacter)).toEqual([]);
    expect((await complete('Strand called. ', CompletionTriggerKind.Invoked)).length).toBeGreaterThan(0);
    await client.close(name);
  });

  it('follows files that are created, renamed with their folder, and deleted', async () => {
    const created = join(folder, '2023/2023-06-01-b.md');
    writeFileSync(created, statement('2023-06-01', 'Statement on Skarn', 'King Halvard of Norland spoke.'));
    const watched = (name: string, type: FileChangeType) =>
      client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: uriOf(name), type }],
      });
    await watched('2023/2023-06-01-b.md', FileChangeType.Created);
    const halvard = async () => (await symbols('statement on skarn')).map((each) => each.location.uri);
    await until(halvard, (found) => found.length === 1);
    renameSync(join(folder, '2023'), join(folder, 'old'));
    await client.connection.sendNotification(DidRenameFilesNotification.type, {
      files: [{ oldUri: uriOf('2023'), newUri: uriOf('old') }],
    });
    expect(
      await until(halvard, (found) => found[0] !== uriOf('2023/2023-06-01-b.md') && found.length > 0),
    ).toEqual([uriOf('old/2023-06-01-b.md')]);
    rmSync(join(folder, 'old/2023-06-01-b.md'));
    await watched('old/2023-06-01-b.md', FileChangeType.Deleted);
    await until(halvard, (found) => found.length === 0);
  });

  it('reports an address that another document has too, as long as it has it', async () => {
    const name = '2024-03-05-copy.md';
    const codes = () =>
      client.published.findLast((each) => each.uri === uri)?.diagnostics.map(({ code }) => code);
    const has = async (wanted: boolean) => {
      while ((codes() ?? []).includes('corpus/duplicate-url') !== wanted) await client.nextPublished();
    };
    const watched = (type: FileChangeType) =>
      client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: uriOf(name), type }],
      });
    await has(false);
    writeFileSync(join(folder, name), TODAY);
    await watched(FileChangeType.Created);
    await has(true);
    rmSync(join(folder, name));
    await watched(FileChangeType.Deleted);
    await has(false);
  });

  it('hands out templates with the frontmatter that is still missing', async () => {
    const offers = (of: string) =>
      client.connection.sendRequest<TemplateOffer[]>(TEMPLATES_REQUEST, { uri: of });
    const fresh = await offers(uriOf('new.md'));
    expect(fresh.every(({ snippet }) => snippet.startsWith('---\n'))).toBe(true);
    const inBody = await offers(uri);
    expect(inBody.length).toBeGreaterThan(3);
    expect(inBody.some(({ snippet }) => snippet.includes('---'))).toBe(false);
  });
});
