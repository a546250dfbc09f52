import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DocumentDiagnosticRequest } from 'vscode-languageserver-protocol/node';
import { PULL, PUSH, TestClient } from './client.ts';

const HEAD = `---
date: '2024-03-05'
published_time: 2024-03-05 10:00:00-05:00
source_url: https://www.whitehouse.gov/briefing-room/statements-releases/2024/03/05/readout-of-a-call/
tags: statements-releases
title: Readout of a Call
---

`;
const SOUND = `${HEAD}President Noriega spoke today with Prime Minister Adele Strand of Norland.

\\###
`;
/** Without an end mark. */
const UNSOUND = `${HEAD}President Noriega spoke today with Prime Minister Adele Strand of Norland.\n`;
const codes = (diagnostics: readonly { code?: unknown }[]) => diagnostics.map(({ code }) => code);

describe('pushed diagnostics', () => {
  let client: TestClient;
  beforeAll(async () => {
    client = await TestClient.start({ capabilities: PUSH });
  });
  afterAll(async () => {
    expect(await client.stop()).toBe(0);
  });

  it('are published with range, severity, page and source', async () => {
    const uri = 'file:///w/2024-03-05-readout-of-a-call.md';
    await client.open(uri, UNSOUND);
    const found = (await client.diagnosticsOf(uri, 1)).find(({ code }) => code === 'body/end-mark');
    expect(found).toMatchObject({ source: 'readout', range: { start: { line: 8 } } });
    expect(found?.codeDescription?.href).toMatch(/^file:.*\/docs\/rules\/body\/end-mark\.md$/);
  });

  it('follow edits, for the last version only', async () => {
    const uri = 'file:///w/2024-03-05-readout-of-a-call-2.md';
    await client.open(uri, UNSOUND);
    const end = { line: 9, character: 0 };
    for (let version = 2; version <= 11; version++)
      void client.change(uri, version, {
        range: { start: end, end },
        text: version === 11 ? '\\###\n' : version === 2 ? '\nmore\n' : 'x',
      });
    await client.diagnosticsOf(uri, 11);
    const versions = client.published.filter((each) => each.uri === uri).map((each) => each.version);
    expect(versions.at(-1)).toBe(11);
    // How many of the ten arrive together is the machine's affair; what was superseded is never told of afterwards.
    expect(versions).toEqual([...new Set(versions)].sort((a = 0, b = 0) => a - b));
  });

  it('are taken back when the document is closed', async () => {
    const uri = 'file:///w/2024-03-05-closed.md';
    await client.open(uri, UNSOUND);
    expect((await client.diagnosticsOf(uri, 1)).length).toBeGreaterThan(0);
    await client.close(uri);
    await client.open('file:///w/other.md', SOUND);
    await client.diagnosticsOf('file:///w/other.md');
    expect(client.published.findLast((each) => each.uri === uri)?.diagnostics).toEqual([]);
  });

  it('leave foreign Markdown alone', async () => {
    const foreign = 'file:///w/README.md';
    await client.open(foreign, '# Notes\n\nNothing of ours.\n');
    await client.open('file:///w/code.ts', UNSOUND, 'typescript');
    await client.open('file:///w/last.md', UNSOUND);
    await client.diagnosticsOf('file:///w/last.md');
    expect(client.published.filter((each) => each.uri === foreign || each.uri.endsWith('.ts'))).toEqual([]);
  });
});

describe('pulled diagnostics', () => {
  let client: TestClient;
  beforeAll(async () => {
    client = await TestClient.start({ capabilities: PULL });
  });
  afterAll(async () => {
    expect(await client.stop()).toBe(0);
  });

  it('are answered, and once unchanged said to be so', async () => {
    const uri = 'file:///w/2024-03-05-readout-of-a-call.md';
    await client.open(uri, UNSOUND);
    const first = await client.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
    });
    if (first.kind !== 'full' || first.resultId === undefined)
      throw new Error('expected a named full report');
    expect(codes(first.items)).toContain('body/end-mark');
    const again = await client.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      previousResultId: first.resultId,
    });
    expect(again).toEqual({ kind: 'unchanged', resultId: first.resultId });
    expect(client.published).toEqual([]);
  });

  it('are refused for a version that is no longer the last', async () => {
    const uri = 'file:///w/2024-03-05-pulled.md';
    await client.open(uri, UNSOUND);
    const pull = client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    void client.change(uri, 2, { text: SOUND });
    await expect(pull).rejects.toMatchObject({ data: { retriggerRequest: true } });
  });

  it('are empty for documents that nobody opened or that are not ours', async () => {
    for (const uri of ['file:///w/unknown.md', 'no uri at all', 'file:///w/foreign.md']) {
      if (uri.endsWith('foreign.md')) await client.open(uri, '---\nlayout: post\n---\n\nText\n');
      const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, {
        textDocument: { uri },
      });
      expect(report).toMatchObject({ kind: 'full', items: [] });
    }
  });
});
