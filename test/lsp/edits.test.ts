import { fork } from 'node:child_process';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createMessageConnection,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  InitializeRequest,
  IPCMessageReader,
  IPCMessageWriter,
  type SemanticTokens,
  SemanticTokensDeltaRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { anyEdit, documentText } from '../core/features/fragments.ts';
import { PULL, TestClient } from './client.ts';
import { HEAD } from './documents.ts';

let client: TestClient;
beforeAll(async () => {
  // A client that cannot be told to ask again gets everything at once, markdownlint included.
  client = await TestClient.start({ capabilities: { textDocument: PULL.textDocument ?? {} } });
});
afterAll(async () => {
  expect(client.logged).toEqual([]);
  expect(await client.stop()).toBe(0);
});

/** Everything that the server says about a document. */
async function everything(uri: string) {
  const textDocument = { uri };
  const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
  const tokens = (await client.connection.sendRequest(SemanticTokensRequest.type, {
    textDocument,
  })) as SemanticTokens;
  return {
    // The run before used the same address, and may not have left the index yet: that is another test's matter.
    findings:
      report.kind === 'full' ? report.items.filter(({ code }) => code !== 'corpus/duplicate-url') : report,
    symbols: await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument }),
    folds: await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument }),
    tokens: tokens.data,
  };
}

describe('a document after edits', () => {
  it('is told of as one that was just opened, and deltas of its tokens lead to the same', async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(
        documentText,
        fc.array(anyEdit, { minLength: 1, maxLength: 4 }),
        async (body, edits) => {
          const uri = `file:///w/edited-${count++}.md`;
          let document = TextDocument.create(uri, 'markdown', 1, HEAD + body);
          await client.open(uri, document.getText());
          let tokens = (await client.connection.sendRequest(SemanticTokensRequest.type, {
            textDocument: { uri },
          })) as SemanticTokens;
          for (const { at, length, newText } of edits) {
            const text = document.getText();
            const start = Math.floor(at * text.length);
            const range = {
              start: document.positionAt(start),
              end: document.positionAt(Math.min(text.length, start + length)),
            };
            document = TextDocument.update(document, [{ range, text: newText }], document.version + 1);
            await client.change(uri, document.version, { range, text: newText });
            const delta = await client.connection.sendRequest(SemanticTokensDeltaRequest.type, {
              textDocument: { uri },
              previousResultId: tokens.resultId ?? '',
            });
            let data = delta && 'data' in delta ? delta.data : tokens.data;
            for (const edit of delta && 'edits' in delta ? delta.edits : [])
              data = data.toSpliced(edit.start, edit.deleteCount, ...(edit.data ?? []));
            tokens = { data, ...(delta?.resultId !== undefined && { resultId: delta.resultId }) };
          }
          const edited = await everything(uri);
          await client.close(uri);
          await client.open(uri, document.getText());
          const fresh = await everything(uri);
          await client.close(uri);
          expect(edited).toEqual(fresh);
          expect(tokens.data).toEqual(fresh.tokens);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the server', () => {
  it('speaks over Node’s own channel as well, and ends with it', async () => {
    const child = fork('server/src/server.ts', ['--node-ipc'], {
      cwd: resolve(import.meta.dirname, '../..'),
      execArgv: ['--import', 'tsx'],
    });
    const connection = createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    connection.listen();
    const { serverInfo } = await connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities: {},
    });
    expect(serverInfo?.name).toBe('readout');
    const ended = new Promise((done) => child.once('exit', done));
    child.disconnect();
    await ended;
  });

  it('ends when its client goes away without a word', async () => {
    const lonely = await TestClient.start();
    const ended = new Promise<number | null>((done) => lonely.process.once('exit', (code) => done(code)));
    lonely.process.stdin?.end();
    expect(await ended).toBe(1);
  });
});
