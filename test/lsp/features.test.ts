import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CodeAction,
  CodeActionRequest,
  type CompletionItem,
  CompletionRequest,
  CompletionTriggerKind,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  DocumentLinkRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  type MarkupContent,
  SelectionRangeRequest,
  SemanticTokensRequest,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { PULL, TestClient } from './client.ts';
import { CALL, HEAD, UNSOUND, URI, WITH_HEADINGS } from './documents.ts';

const textDocument = { uri: URI };
let client: TestClient;

/** Opens a document, runs a test on it, and closes it again. */
async function withDocument<T>(
  text: string,
  run: (document: TextDocument) => Promise<T>,
  uri = URI,
): Promise<T> {
  await client.open(uri, text);
  try {
    return await run(TextDocument.create(uri, 'markdown', 1, text));
  } finally {
    await client.close(uri);
  }
}

const after = (document: TextDocument, words: string) =>
  document.positionAt(document.getText().indexOf(words) + words.length);

const labels = (items: readonly CompletionItem[]) => items.map(({ label }) => label);

beforeAll(async () => {
  client = await TestClient.start({
    capabilities: {
      ...PULL,
      textDocument: {
        ...PULL.textDocument,
        completion: { completionItem: { snippetSupport: true } },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      },
      workspace: {
        ...PULL.workspace,
        workspaceEdit: { documentChanges: true, resourceOperations: ['rename'] },
      },
    },
  });
});

afterAll(async () => {
  expect(client.logged).toEqual([]);
  expect(await client.stop()).toBe(0);
});

describe('code actions', () => {
  const actionsFor = async (document: TextDocument, from: number, to: number, only?: string[]) =>
    (await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: document.uri },
      range: { start: document.positionAt(from), end: document.positionAt(to) },
      context: { diagnostics: [], ...(only && { only }) },
    })) as CodeAction[];

  const applied = (document: TextDocument, edit: WorkspaceEdit | undefined): string => {
    const change = edit?.documentChanges?.[0] as TextDocumentEdit;
    expect(change.textDocument).toEqual({ uri: document.uri, version: 1 });
    return TextDocument.applyEdits(
      document,
      change.edits.flatMap((each) => ('newText' in each ? [each] : [])),
    );
  };

  it('mend what is wrong at the place asked about, whatever the editor still shows', () =>
    withDocument(UNSOUND, async (document) => {
      const at = UNSOUND.trimEnd().length;
      const fix = (await actionsFor(document, at, at)).find(
        ({ diagnostics }) => diagnostics?.[0]?.code === 'body/end-mark',
      );
      expect(fix?.kind).toBe('quickfix');
      expect(applied(document, fix?.edit)).toContain('\\###');
    }));

  it('offer nothing where nothing is wrong', () =>
    withDocument(CALL, async (document) => {
      const at = CALL.indexOf('Haldrim');
      expect(await actionsFor(document, at, at)).toEqual([]);
    }));

  it('apply everything safe at once, when asked for that', () =>
    withDocument(UNSOUND, async (document) => {
      const actions = await actionsFor(document, 0, 0, ['source.fixAll']);
      expect(actions.map(({ kind }) => kind)).toEqual(['source.fixAll.readout']);
      expect(applied(document, actions[0]?.edit)).toContain('\\###');
      expect((await actionsFor(document, 0, 0)).map(({ kind }) => kind)).not.toContain(
        'source.fixAll.readout',
      );
    }));

  it('silence a finding with a comment', () =>
    withDocument(UNSOUND, async (document) => {
      const at = UNSOUND.trimEnd().length;
      const silence = (await actionsFor(document, at, at)).find(({ title }) =>
        title.startsWith('Silence body/end-mark'),
      );
      const text = applied(document, silence?.edit);
      await client.change(URI, 2, { text });
      const report: DocumentDiagnosticReport = await client.connection.sendRequest(
        DocumentDiagnosticRequest.type,
        { textDocument },
      );
      expect(report.kind === 'full' && report.items.map(({ code }) => code)).not.toContain('body/end-mark');
    }));
});

describe('outline', () => {
  const symbols = async () =>
    (await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument })) as DocumentSymbol[];

  it('names the passages of a document without headings', () =>
    withDocument(CALL, async () => {
      const found = await symbols();
      expect(found[0]).toMatchObject({ name: 'Frontmatter' });
      expect(found[0]?.children?.map(({ name }) => name)).toEqual([
        'date',
        'published_time',
        'source_url',
        'tags',
        'title',
      ]);
      expect(found[1]?.name).toMatch(/^Lead: /);
      expect(found[2]?.children?.[0]?.name).toMatch(/^“We will not let/);
      expect(found[3]?.children).toHaveLength(2);
      expect(found.at(-1)?.name).toBe('End mark');
      expect(new Set(found.map(({ name }) => name)).size).toBe(found.length);
    }));

  it('nests passages below headings', () =>
    withDocument(WITH_HEADINGS, async () => {
      const [, fisheries, prisoners] = await symbols();
      expect(fisheries?.name).toBe('Fisheries');
      expect(fisheries?.children?.map(({ name }) => name)).toContain('Patrols');
      expect(prisoners).toMatchObject({ name: 'Prisoners', children: [{ detail: 'Exchanges continue.' }] });
    }));

  it('keeps every selection within its range and every child within its parent', () =>
    withDocument(`${CALL}\n${WITH_HEADINGS.slice(HEAD.length)}`, async (document) => {
      const check = (item: DocumentSymbol, from: number, to: number) => {
        const start = document.offsetAt(item.range.start);
        const end = document.offsetAt(item.range.end);
        expect(from <= start && end <= to).toBe(true);
        expect(start <= document.offsetAt(item.selectionRange.start)).toBe(true);
        expect(document.offsetAt(item.selectionRange.end) <= end).toBe(true);
        for (const child of item.children ?? []) check(child, start, end);
      };
      for (const item of await symbols()) check(item, 0, document.getText().length);
    }));
});

describe('folding, selection, links, hover', () => {
  it('folds the frontmatter and passages', () =>
    withDocument(CALL, async () => {
      const folds = await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument });
      expect(folds).toContainEqual({ startLine: 0, endLine: 6 });
      expect(folds).toContainEqual({ startLine: 11, endLine: 14 });
      expect(folds).toContainEqual({ startLine: 19, endLine: 20 });
    }));

  it('folds sections of documents with headings', () =>
    withDocument(WITH_HEADINGS, async () => {
      const folds = await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument });
      expect(folds).toContainEqual({ startLine: 8, endLine: 14 });
      expect(folds).toContainEqual({ startLine: 12, endLine: 14 });
    }));

  it('grows a selection from the word to the file', () =>
    withDocument(CALL, async (document) => {
      const [range] =
        (await client.connection.sendRequest(SelectionRangeRequest.type, {
          textDocument,
          positions: [document.positionAt(CALL.indexOf('trawler') + 2)],
        })) ?? [];
      const texts: string[] = [];
      for (let at = range; at; at = at.parent) texts.push(document.getText(at.range));
      expect(texts[0]).toBe('trawler');
      expect(texts[1]).toMatch(/^“We will not[\s\S]*said\.$/);
      expect(texts[2]).toMatch(/^The leaders reviewed[\s\S]*full report\.$/);
      expect(texts.at(-1)).toBe(CALL);
    }));

  it('links addresses', () =>
    withDocument(CALL, async (document) => {
      const links = (await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument })) ?? [];
      expect(links.map(({ range }) => document.getText(range))).toEqual([
        'https://www.whitehouse.gov/briefing-room/statements-releases/2024/03/05/readout-of-a-call/',
        'https://norland.example/fisheries',
      ]);
    }));

  it('explains names, keys and tags', () =>
    withDocument(CALL, async (document) => {
      const hover = async (words: string) => {
        const answer = await client.connection.sendRequest(HoverRequest.type, {
          textDocument,
          position: after(document, words),
        });
        return answer && (answer.contents as MarkupContent).value;
      };
      expect(await hover('$12.5')).toContain('amount of money');
      expect(await hover('President Nori')).toContain('person');
      expect(await hover('published_t')).toContain('first published');
      expect(await hover('tags: state')).toContain('Statements, readouts');
      expect(await hover('flood vict')).toBeNull();
    }));
});

describe('completion', () => {
  const complete = async (document: TextDocument, offset: number) =>
    (await client.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri: document.uri },
      position: document.positionAt(offset),
    })) as CompletionItem[];
  const insert = (document: TextDocument, item: CompletionItem | undefined): string => {
    const edit = item?.textEdit;
    if (!edit || !('range' in edit)) throw new Error('no edit');
    return TextDocument.applyEdits(document, [edit]);
  };

  it('brings itself up without quick suggestions', () => {
    const triggers = client.initialized.capabilities.completionProvider?.triggerCharacters;
    expect(triggers).toEqual(expect.arrayContaining(['\n', ':', ' ', '-', 'd']));
  });

  it('offers the keys that are missing, with values that follow from the others', () =>
    withDocument(HEAD.replace(/source_url.*\n/, '\n').replace(/date.*\n/, ''), async (document) => {
      const text = document.getText();
      const items = await complete(document, text.indexOf('\n\n') + 1);
      expect(labels(items)).toEqual([
        'date',
        'source_url',
        'modified_time',
        'status',
        'embargo_until',
        'clearance',
      ]);
      expect(insert(document, items[0])).toContain("\ndate: '2024-03-05'\n");
      expect(insert(document, items[1])).toContain(
        '\nsource_url: https://www.whitehouse.gov/statements-releases/2024/03/readout-of-a-call/\n',
      );
    }));

  it('offers tags with their meaning, in every way that lists are written', async () => {
    for (const tags of [
      'tags: |',
      'tags:|',
      'tags: rel|',
      "tags: 'rel|'",
      'tags: [|]',
      'tags: [remarks, |]',
      'tags:\n  - |',
    ]) {
      const marked = HEAD.replace(/tags: .*/, tags);
      const text = marked.replace('|', '');
      await withDocument(text, async (document) => {
        const items = await complete(document, marked.indexOf('|'));
        expect(labels(items), tags).toContain('releases');
        expect(labels(items).includes('remarks'), tags).toBe(!tags.includes('remarks'));
        const releases = items.find(({ label }) => label === 'releases');
        expect(releases?.documentation).toMatchObject({ value: expect.stringContaining('Press releases') });
        expect(insert(document, releases), tags).toContain(
          tags.replace(':|', ': |').replace(/(rel)?\|/, 'releases'),
        );
      });
    }
  });

  it('offers dates and times', () =>
    withDocument(HEAD.replace(/date: .*/, 'date: ').replace(/modified.*\n/, ''), async (document) => {
      const items = await complete(document, document.getText().indexOf('date: ') + 6);
      expect(labels(items)[0]).toBe('2024-03-05');
      expect(labels(items).at(-1)).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }));

  it('offers a frontmatter and templates in an empty file', async () => {
    for (const text of ['', '\n', '-', '---\n', 'read']) {
      await withDocument(text, async (document) => {
        const items = await complete(document, text.length);
        expect(items[0]?.label, JSON.stringify(text)).toMatch(/frontmatter/i);
        expect(labels(items)).toContain('Readout of a call');
        expect(insert(document, items[0]).match(/^---$/gm)).toHaveLength(2);
      });
    }
  });

  it('leaves other people’s new files in peace: unasked, only a fence or “readout” brings templates up', async () => {
    const unasked = async (document: TextDocument) =>
      (await client.connection.sendRequest(CompletionRequest.type, {
        textDocument: { uri: document.uri },
        position: document.positionAt(document.getText().length),
        context: { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: 'x' },
      })) as CompletionItem[];
    for (const text of ['', '\n', 'notes', 'r', 'The'])
      await withDocument(text, async (document) => expect(await unasked(document)).toEqual([]));
    for (const text of ['-', '---', '---\n', 're', 'readout'])
      await withDocument(text, async (document) =>
        expect((await unasked(document)).length).toBeGreaterThan(3),
      );
  });

  it('offers templates without frontmatter in an empty body', () =>
    withDocument(HEAD, async (document) => {
      const items = await complete(document, HEAD.length);
      expect(labels(items)).toContain('Readout of a call');
      expect(insert(document, items[0]).match(/^---$/gm)).toHaveLength(2);
    }));

  it('does not meddle with the frontmatter of others', () =>
    withDocument('---\nlayout: post\n\n---\n\nText\n', async (document) => {
      expect(await complete(document, '---\nlayout: post\n'.length)).toEqual([]);
    }));
});

describe('robustness', () => {
  const requests = [
    CodeActionRequest.type,
    CompletionRequest.type,
    DocumentLinkRequest.type,
    DocumentSymbolRequest.type,
    FoldingRangeRequest.type,
    HoverRequest.type,
    SelectionRangeRequest.type,
    SemanticTokensRequest.type,
  ];
  const nothing = [[], null, { data: [] }];

  it('answers about documents that are not open, and about foreign ones, with nothing', async () => {
    await withDocument(
      '# Notes\n\nPresident Noriega spoke of $5 million.\n',
      async () => {
        for (const uri of ['file:///w/nobody.md', 'file:///w/notes.md', '']) {
          for (const { method } of requests) {
            const answer: unknown = await client.connection.sendRequest(method, {
              textDocument: { uri },
              position: { line: 2, character: 3 },
              positions: [{ line: 2, character: 3 }],
              range: { start: { line: 0, character: 0 }, end: { line: 2, character: 3 } },
              context: { diagnostics: [] },
            });
            expect(nothing).toContainEqual(answer);
          }
        }
      },
      'file:///w/notes.md',
    );
  });

  it('survives parameters of the wrong shape', () =>
    withDocument(CALL, async () => {
      for (const { method } of requests) {
        for (const params of [
          {},
          { textDocument: null },
          { textDocument },
          { textDocument, position: { line: 'x' }, range: 7 },
        ]) {
          await client.connection.sendRequest(method, params).catch(() => undefined);
        }
      }
      client.logged.length = 0;
      const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
      expect(symbols?.length).toBeGreaterThan(3);
    }));
});
