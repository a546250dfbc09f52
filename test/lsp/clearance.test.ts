import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import {
  RECORD_CLEARANCE_REQUEST,
  RELEASE_STATUS_REQUEST,
  type ReleaseStatus,
} from '../../server/src/lsp/protocol.ts';
import { TestClient } from './client.ts';

const URI = 'untitled:2023-11-17-readout.md';
const TEXT =
  "---\ndate: '2023-11-17'\ntitle: Readout of President Noriega’s Call\nembargo_until: 2023-11-17 18:00:00-05:00\n---\n\nPresident Noriega promised Norland $12 million.\n\n\\###\n";

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
    const changed = cleared.replace('Norland $12', 'Norland $21');
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

  it('answers nothing without a name, and for what is not ours', async () => {
    expect(await ask(RECORD_CLEARANCE_REQUEST, { by: ' ' })).toBeNull();
    expect(await ask(RECORD_CLEARANCE_REQUEST)).toBeNull();
    await client.open('untitled:notes.md', 'Notes.\n');
    expect(await ask(RECORD_CLEARANCE_REQUEST, { by: 'Ines Holm' }, 'untitled:notes.md')).toBeNull();
    expect(await ask(RELEASE_STATUS_REQUEST, {}, 'untitled:missing.md')).toBeNull();
  });
});
