/** How long after an edit the findings come while the index is being built, and when it is ready. */
import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

/** Milliseconds at the 95th percentile, and how many edits each is made of. */
export interface EditLatency {
  readonly busy: number;
  readonly idle: number;
  readonly count: number;
}

const URI = 'file:///bench/2024-03-05-a-statement.md';
const MOST_EDITS = 150;
const PAUSE = 30;

const TEXT = `---
date: '2024-03-05'
title: A Statement
---

${'President Noriega spoke with Prime Minister Adele Strand of Norland about relief and trade.\n\n'.repeat(30)}`;

/**
 * @param server path of the built server.
 * @param folder the workspace.
 */
export async function editLatency(server: string, folder: string): Promise<EditLatency> {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const waiting = new Map<number, () => void>();
  connection.onNotification('textDocument/publishDiagnostics', ({ version }: { version?: number }) => {
    waiting.get(version ?? -1)?.();
  });
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const uri = pathToFileURL(folder).href;
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'bench' }],
    capabilities: { textDocument: { publishDiagnostics: { versionSupport: true } } },
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: URI, languageId: 'markdown', version: 1, text: TEXT },
  });
  let version = 1;
  const edit = async (): Promise<number> => {
    version++;
    const answered = new Promise<void>((done) => waiting.set(version, done));
    const started = performance.now();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version },
      contentChanges: [
        {
          range: { start: { line: 8, character: 0 }, end: { line: 8, character: 1 } },
          text: version % 2 ? 'P' : 'Q',
        },
      ],
    });
    await answered;
    waiting.delete(version);
    const time = performance.now() - started;
    await new Promise((done) => setTimeout(done, PAUSE));
    return time;
  };
  const isBusy = async (): Promise<boolean> => {
    const { total } = (await connection.sendRequest('readout/indexStatus', {})) as { total: number };
    return total > 0;
  };
  for (let i = 0; i < 10; i++) await edit();
  // Nothing is counted before the first files have been read.
  const patience = performance.now() + 10_000;
  while (!(await isBusy()) && performance.now() < patience) await edit();
  const busy: number[] = [];
  while (busy.length < MOST_EDITS && (await isBusy())) busy.push(await edit());
  while (await isBusy()) await new Promise((done) => setTimeout(done, 200));
  const idle: number[] = [];
  while (idle.length < busy.length) idle.push(await edit());
  connection.dispose();
  child.kill();
  const p95 = (times: number[]): number =>
    times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
  return { busy: p95(busy), idle: p95(idle), count: busy.length };
}
