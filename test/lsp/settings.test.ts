import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type CompletionItem,
  CompletionRequest,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DocumentSymbol,
  DocumentSymbolRequest,
  FileChangeType,
  HoverRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver-protocol/node';
import { PUSH, TestClient } from './client.ts';
import { CALL, UNSOUND } from './documents.ts';

const endMark = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.find(({ code }) => code === 'body/end-mark');

describe('settings', () => {
  let folder: string;
  let client: TestClient;
  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
  const start = async (settings?: unknown) => {
    client = await TestClient.start({
      capabilities: { ...PUSH, workspace: { configuration: true } },
      settings,
      folders: [pathToFileURL(folder).href],
    });
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'readout-lsp-'));
  });
  afterEach(async () => {
    expect(await client.stop()).toBe(0);
    rmSync(folder, { recursive: true });
  });

  /** Waits for the first diagnostics of a document after `seen` messages that satisfy a test. */
  const until = async (uri: string, seen: number, test: (found: readonly Diagnostic[]) => boolean) => {
    for (;;) {
      const found = client.published
        .slice(seen)
        .findLast((params) => params.uri === uri && test(params.diagnostics));
      if (found) return found.diagnostics;
      await client.nextPublished();
    }
  };

  it('of the editor override severities, and follow its changes', async () => {
    await start({ rules: { 'body/end-mark': 'error', 'no/such': 7 } });
    const uri = uriOf('2024-03-05-readout-of-a-call.md');
    await client.open(uri, UNSOUND);
    expect(endMark(await client.diagnosticsOf(uri))?.severity).toBe(1);
    const seen = client.published.length;
    client.settings = { rules: { 'body/end-mark': 'off' } };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await until(uri, seen, (found) => endMark(found) === undefined);
  });

  it('of the workspace are found, followed, and checked themselves', async () => {
    const file = join(folder, '.readout.yaml');
    writeFileSync(file, 'rules:\n  body/end-mark: error\n  body/end-marc: error\n');
    await start();
    mkdirSync(join(folder, 'statements'));
    const uri = uriOf('statements/2024-03-05-readout-of-a-call.md');
    await client.open(uri, UNSOUND);
    expect(endMark(await client.diagnosticsOf(uri))?.severity).toBe(1);
    expect((await client.diagnosticsOf(uriOf('.readout.yaml'))).map(({ range }) => range.start.line)).toEqual(
      [2],
    );
    const seen = client.published.length;
    writeFileSync(file, 'rules:\n  body/end-mark: off\n');
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uriOf('.readout.yaml'), type: FileChangeType.Changed }],
    });
    await until(uri, seen, (found) => endMark(found) === undefined);
    await until(uriOf('.readout.yaml'), seen, (found) => found.length === 0);
  });

  it('decide which files must be readouts, and which are never looked at', async () => {
    writeFileSync(join(folder, '.readout.yaml'), 'include: ["statements/**"]\nexclude: ["drafts/**"]\n');
    await start();
    await client.open(uriOf('drafts/2024-03-05-draft.md'), UNSOUND);
    await client.open(uriOf('statements/note.md'), 'The leaders met met today.\n');
    const must = await client.diagnosticsOf(uriOf('statements/note.md'));
    expect(must.map(({ code }) => code)).toContain('body/repeated-word');
    expect(client.published.map(({ uri }) => uri)).not.toContain(uriOf('drafts/2024-03-05-draft.md'));
  });

  it('decide what stands below a passage in the outline, and which tokens are shown', async () => {
    await start({ outline: { show: ['people', 'figures'] }, semanticTokens: { types: ['percent'] } });
    const uri = uriOf('2024-03-05-readout-of-a-call.md');
    await client.open(uri, CALL);
    const symbols = (await client.connection.sendRequest(DocumentSymbolRequest.type, {
      textDocument: { uri },
    })) as DocumentSymbol[];
    expect(symbols[2]?.children?.map(({ name }) => name)).toEqual(['Strand', '14%']);
    const tokens = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument: { uri } });
    expect(tokens?.data.filter((_, index) => index % 5 === 3)).toEqual([8]);
  });

  it('switch markdownlint, whose findings follow ours in a second publication', async () => {
    await start();
    const uri = uriOf('2024-03-05-readout-of-a-call.md');
    const text = CALL.replace('fisheries quotas', '[fisheries quotas]()');
    await client.open(uri, text);
    const isLinted = (found: readonly Diagnostic[]) =>
      found.some(({ code }) => code === 'markdownlint/MD042');
    const found = await until(uri, 0, isLinted);
    const first = client.published.find((params) => params.uri === uri);
    expect(isLinted(first?.diagnostics ?? found)).toBe(false);
    expect(found.find(({ code }) => code === 'markdownlint/MD042')).toMatchObject({
      source: 'readout',
      codeDescription: { href: expect.stringContaining('md042') },
    });
    // An edit elsewhere moves the finding, and does not take it away until markdownlint has been asked again.
    const place = { line: 8, character: 0 };
    await client.change(uri, 2, { range: { start: place, end: place }, text: 'By phone.\n\n' });
    const carried = await client.diagnosticsOf(uri, 2);
    const moved = carried.find(({ code }) => code === 'markdownlint/MD042');
    const line = found.find(({ code }) => code === 'markdownlint/MD042')?.range.start.line ?? 0;
    expect(moved?.range.start.line).toBe(line + 2);
    const seen = client.published.length;
    client.settings = { markdownlint: { enable: false } };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await until(uri, seen, (now) => !isLinted(now));
  });

  it('are offered and explained in `.readout.yaml` itself', async () => {
    await start();
    const uri = uriOf('.readout.yaml');
    await client.open(uri, 'timeZone: Europe/Oslo\nrules:\n  \n', 'yaml');
    const at = (line: number, character: number) => ({
      textDocument: { uri },
      position: { line, character },
    });
    const items = (await client.connection.sendRequest(CompletionRequest.type, at(2, 2))) as CompletionItem[];
    expect(items.map(({ label }) => label)).toContain('date/weekday');
    const hover = await client.connection.sendRequest(HoverRequest.type, at(0, 3));
    expect(hover?.contents).toMatchObject({ value: expect.stringContaining('time zone') });
    const other = uriOf('other.yaml');
    await client.open(other, 'timeZone: Europe/Oslo\n', 'yaml');
    const elsewhere = { textDocument: { uri: other }, position: { line: 0, character: 3 } };
    expect(await client.connection.sendRequest(HoverRequest.type, elsewhere)).toBeNull();
  });
});
