import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import {
  CLEARED_CHANGES_REQUEST,
  type ClearedChangesReply,
  RECORD_CLEARANCE_REQUEST,
  RELEASE_STATUS_REQUEST,
  type ReleaseStatus,
  SET_STATUS_REQUEST,
} from '../../server/src/lsp/protocol.ts';
import { TestClient } from './client.ts';

const URI = 'untitled:2023-11-17-readout.md';
const TEXT =
  "---\ndate: '2023-11-17'\ntitle: Readout of President Noriega’s Call\nembargo_until: 2023-11-17 18:00:00-05:00\n---\n\nPresident Noriega promised $12 million to Norland.\n\n\\###\n";

describe('clearance', () => {
  let client: TestClient;
  beforeAll(async () => {
    client = await TestClient.start({
      capabilities: {
        textDocument: { publishDiagnostics: { versionSupport: true } },
        workspace: { workspaceEdit: { documentChanges: true } },
      },
    });
    await client.open(URI, TEXT);
  });
  afterAll(async () => {
    await client.stop();
  });

  const ask = <R>(method: string, params: object = {}, uri = URI): Promise<R> =>
    client.connection.sendRequest<R>(method, { textDocument: { uri }, ...params });

  it('records, marks what changes afterwards, and tells the status', async () => {
    expect(await ask<ReleaseStatus>(RELEASE_STATUS_REQUEST)).toEqual({
      version: 1,
      status: null,
      embargoUntil: Date.UTC(2023, 10, 17, 23),
      cleared: null,
      changes: 0,
    });
    const edit = await ask<WorkspaceEdit>(RECORD_CLEARANCE_REQUEST, { by: ' Ines Holm ' });
    const change = edit.documentChanges?.[0] as TextDocumentEdit;
    expect(change.textDocument).toEqual({ uri: URI, version: 1 });
    const document = TextDocument.create(URI, 'markdown', 1, TEXT);
    const cleared = TextDocument.applyEdits(document, change.edits as TextEdit[]);
    const changed = cleared.replace('promised $12', 'promised $21');
    await client.change(URI, 2, { text: changed });
    const found = (await client.diagnosticsOf(URI, 2)).filter(
      ({ code }) => code === 'release/changed-since-clearance',
    );
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toContain('“$12 million” when the statement was cleared by Ines Holm on ');
    expect(await ask<ReleaseStatus>(RELEASE_STATUS_REQUEST)).toMatchObject({
      version: 2,
      status: 'cleared',
      cleared: { by: 'Ines Holm', day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
      changes: 1,
    });
  });

  it('lists what has changed, and sets the status', async () => {
    const uri = 'untitled:2023-11-18-readout.md';
    await client.open(uri, TEXT);
    expect(await ask(CLEARED_CHANGES_REQUEST, {}, uri)).toBeNull();
    const edit = await ask<WorkspaceEdit>(RECORD_CLEARANCE_REQUEST, { by: 'Ines Holm' }, uri);
    const change = edit.documentChanges?.[0] as TextDocumentEdit;
    const cleared = TextDocument.applyEdits(
      TextDocument.create(uri, 'markdown', 1, TEXT),
      change.edits as TextEdit[],
    );
    await client.change(uri, 2, { text: cleared });
    const same = await ask<ClearedChangesReply>(CLEARED_CHANGES_REQUEST, {}, uri);
    expect(same).toMatchObject({ version: 2, cleared: { by: 'Ines Holm' }, changes: [] });
    const changed = cleared.replace(
      'President Noriega promised $12 million to Norland.',
      'President Strand promised $21 million.',
    );
    await client.change(uri, 3, { text: changed });
    const { changes } = await ask<ClearedChangesReply>(CLEARED_CHANGES_REQUEST, {}, uri);
    const document = TextDocument.create(uri, 'markdown', 3, changed);
    expect(changes.map(({ was, now, kind }) => [kind, was, now])).toEqual([
      ['names', 'Noriega', 'Strand'],
      ['figures', '$12 million', '$21 million'],
      ['names', 'Norland', null],
    ]);
    expect(changes.map(({ range }) => document.getText(range))).toEqual([
      'Strand',
      '$21 million',
      'clearance',
    ]);
    const released = await ask<WorkspaceEdit>(SET_STATUS_REQUEST, { status: 'released' }, uri);
    const { edits = [] } = (released.documentChanges?.[0] ?? {}) as Partial<TextDocumentEdit>;
    expect(TextDocument.applyEdits(document, edits as TextEdit[])).toBe(
      changed.replace('status: cleared', 'status: released'),
    );
    expect(await ask(SET_STATUS_REQUEST, { status: 'anything' }, uri)).toBeNull();
  });

  it('answers nothing without a name, and for what is not ours', async () => {
    expect(await ask(RECORD_CLEARANCE_REQUEST, { by: ' ' })).toBeNull();
    expect(await ask(RECORD_CLEARANCE_REQUEST)).toBeNull();
    await client.open('untitled:notes.md', 'Notes.\n');
    expect(await ask(RECORD_CLEARANCE_REQUEST, { by: 'Ines Holm' }, 'untitled:notes.md')).toBeNull();
    expect(await ask(RELEASE_STATUS_REQUEST, {}, 'untitled:missing.md')).toBeNull();
    expect(await ask(CLEARED_CHANGES_REQUEST, {}, 'untitled:notes.md')).toBeNull();
    expect(await ask(SET_STATUS_REQUEST, { status: 'draft' }, 'untitled:notes.md')).toBeNull();
  });
});
