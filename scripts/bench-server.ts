/**
 * `npm run bench:server`: how long after an edit the findings come, for Readout and for the parse-only floor
 * (`bench/floor-server.mjs`), driven over stdio in one run. Prints a table of ratios; `--write` puts it into
 * docs/benchmarks.md. Needs `npm run build` and, on first use, `npm ci` in `bench/` (done here).
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const root = resolve(import.meta.dirname, '..');
const bench = join(root, 'bench');
const corpus = join(root, '../shared/corpus');

const HEAD = `---
date: '2023-11-17'
published_time: 2023-11-17 17:33:23-05:00
source_url: https://www.whitehouse.gov/statements-releases/2023/11/a-statement/
tags: statements-releases
title: A Statement
---

`;

/** Bodies of real documents (or, without ../shared, of the examples), joined to about `size` UTF-16 units. */
function documentOf(size: number): string {
  const folder = existsSync(corpus) ? join(corpus, 'statements-releases') : join(root, 'examples');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
  const parts = [HEAD];
  let length = HEAD.length;
  for (let i = 0; length < size; i = (i + 7) % files.length) {
    const body = readFileSync(files[i] as string, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
    parts.push(body.slice(0, Math.max(200, size - length)), '\n\n');
    length += body.length + 2;
  }
  return parts.join('');
}

interface Client {
  readonly connection: MessageConnection;
  readonly child: ChildProcess;
  /** Resolves when findings for this version of the document have been published. */
  findings(version: number): Promise<void>;
  published: number;
}

function start(command: readonly string[], pull: boolean): Client {
  const child = spawn(command[0] as string, command.slice(1), { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const waiting = new Map<number, () => void>();
  const client: Client = {
    connection,
    child,
    published: 0,
    findings: (version) => new Promise((done) => waiting.set(version, done)),
  };
  connection.onNotification('textDocument/publishDiagnostics', (params: { version?: number }) => {
    client.published++;
    const done = waiting.get(params.version ?? -1);
    waiting.delete(params.version ?? -1);
    done?.();
  });
  connection.onRequest('workspace/configuration', (params: { items: unknown[] }) =>
    params.items.map(() => null),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.onRequest('workspace/semanticTokens/refresh', () => null);
  connection.onRequest('workspace/codeLens/refresh', () => null);
  connection.listen();
  void pull;
  return client;
}

const URI = 'file:///bench/2023-11-17-a-statement.md';

async function open(client: Client, text: string, pull: boolean): Promise<void> {
  await client.connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      workspace: { diagnostics: { refreshSupport: true } },
      textDocument: {
        publishDiagnostics: { versionSupport: true },
        ...(pull ? { diagnostic: { dynamicRegistration: false } } : {}),
        semanticTokens: {
          requests: { full: { delta: true }, range: true },
          tokenTypes: [],
          tokenModifiers: [],
          formats: ['relative'],
        },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      },
    },
  });
  await client.connection.sendNotification('initialized', {});
  const first = client.findings(1);
  await client.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: URI, languageId: 'markdown', version: 1, text },
  });
  if (pull) await client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: URI } });
  else await first;
}

const percentile = (times: readonly number[], p: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * p))] ?? Number.NaN;

interface Edit {
  readonly range: { start: { line: number; character: number }; end: { line: number; character: number } };
  readonly text: string;
}

/** Times from sending an edit to having its findings. */
async function editTimes(
  client: Client,
  count: number,
  pull: boolean,
  edit: (i: number) => Edit,
  from: number,
): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const version = from + i;
    const began = performance.now();
    const done = pull ? undefined : client.findings(version);
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version },
      contentChanges: [edit(i)],
    });
    if (pull) await client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: URI } });
    else await done;
    times.push(performance.now() - began);
    await new Promise((next) => setTimeout(next, 5));
  }
  return times;
}

function stop(client: Client): void {
  client.connection.dispose();
  client.child.kill();
}

function residentMiB(client: Client): number {
  try {
    const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${client.child.pid}/status`, 'utf8'))?.[1];
    return Number(kb) / 1024;
  } catch {
    return Number.NaN;
  }
}

interface Measured {
  readonly body: number;
  readonly bodyMedian: number;
  readonly frontmatter: number;
  readonly pull: number;
  readonly start: number;
  readonly requests: Readonly<Record<string, number>>;
  readonly memory: number;
}

async function measure(
  command: readonly string[],
  text: string,
  count: number,
  canPull: boolean,
): Promise<Measured> {
  const lines = text.split('\n');
  const middle = Math.floor(lines.length / 2);
  const line = lines.findIndex((each, i) => i >= middle && each.length > 30);
  const at = { line, character: 12 };
  const bodyEdit = (i: number): Edit =>
    i % 2 === 0
      ? { range: { start: at, end: at }, text: 'x' }
      : { range: { start: at, end: { line, character: 13 } }, text: '' };
  const titleLine = lines.findIndex((each) => each.startsWith('title:'));
  const titleAt = { line: titleLine, character: 10 };
  const headEdit = (i: number): Edit =>
    i % 2 === 0
      ? { range: { start: titleAt, end: titleAt }, text: 'x' }
      : { range: { start: titleAt, end: { line: titleLine, character: 11 } }, text: '' };

  const began = performance.now();
  const client = start(command, false);
  await open(client, text, false);
  const started = performance.now() - began;
  await editTimes(client, 10, false, bodyEdit, 2);
  const body = await editTimes(client, count, false, bodyEdit, 100);
  const frontmatter = await editTimes(client, count, false, headEdit, 10_000);
  const requests: Record<string, number> = {};
  if (canPull) {
    let previous: string | undefined;
    for (const [name, send] of Object.entries({
      'semantic tokens (delta)': async () => {
        const answer = (
          previous
            ? await client.connection.sendRequest('textDocument/semanticTokens/full/delta', {
                textDocument: { uri: URI },
                previousResultId: previous,
              })
            : await client.connection.sendRequest('textDocument/semanticTokens/full', {
                textDocument: { uri: URI },
              })
        ) as { resultId?: string } | null;
        previous = answer?.resultId;
      },
      outline: () =>
        client.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: URI } }),
      folding: () =>
        client.connection.sendRequest('textDocument/foldingRange', { textDocument: { uri: URI } }),
      completion: () =>
        client.connection.sendRequest('textDocument/completion', {
          textDocument: { uri: URI },
          position: { line: titleLine, character: 0 },
        }),
    })) {
      await send();
      const times: number[] = [];
      for (let i = 0; i < Math.min(count, 30); i++) {
        const version = 20_000 + Object.keys(requests).length * 1000 + i;
        await client.connection.sendNotification('textDocument/didChange', {
          textDocument: { uri: URI, version },
          contentChanges: [bodyEdit(i)],
        });
        const asked = performance.now();
        await send();
        times.push(performance.now() - asked);
      }
      requests[name] = percentile(times, 0.95);
    }
  }
  const memory = residentMiB(client);
  stop(client);
  let pull = Number.NaN;
  if (canPull) {
    const puller = start(command, true);
    await open(puller, text, true);
    await editTimes(puller, 10, true, bodyEdit, 2);
    pull = percentile(await editTimes(puller, count, true, bodyEdit, 100), 0.95);
    stop(puller);
  }
  return {
    body: percentile(body, 0.95),
    bodyMedian: percentile(body, 0.5),
    frontmatter: percentile(frontmatter, 0.95),
    pull,
    start: started,
    requests,
    memory,
  };
}

if (!existsSync(join(bench, 'node_modules/markdown-it')))
  execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: bench, stdio: 'inherit' });
const ours = [process.execPath, join(root, 'server/out/server.mjs'), '--stdio'];
const floor = [process.execPath, join(bench, 'floor-server.mjs'), '--stdio'];
const GOALS: Record<string, number> = { '3 KB': 3, '100 KB': 1, '1 MB': 0.3, '5 MB': 0.2 };
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice(7);
const rows: string[] = [
  '| size | goal | body edit: ours p50 / p95 | floor p50 / p95 | ratio p95 | frontmatter edit ratio | pull ratio | start ratio | memory ours / floor |',
  '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
];
const requestRows: string[] = [
  '| size | request right after an edit | p95 | ratio to the findings’ p95 |',
  '| --- | --- | --- | --- |',
];
for (const [label, size] of Object.entries({
  '3 KB': 3_000,
  '100 KB': 100_000,
  '1 MB': 1_000_000,
  '5 MB': 5_000_000,
})) {
  if (only && only !== label) continue;
  const text = documentOf(size);
  const count = size > 2_000_000 ? 20 : size > 500_000 ? 40 : 100;
  const theirs = await measure(floor, text, count, false);
  const mine = await measure(ours, text, count, true);
  const f = (value: number): string => value.toFixed(value < 10 ? 2 : 0);
  rows.push(
    `| ${label} | ≤ ${GOALS[label]} × | ${f(mine.bodyMedian)} / ${f(mine.body)} ms | ${f(theirs.bodyMedian)} / ${f(theirs.body)} ms | **${f(mine.body / theirs.body)}** | ${f(mine.frontmatter / theirs.frontmatter)} | ${f(mine.pull / theirs.body)} | ${f(mine.start / theirs.start)} | ${f(mine.memory)} / ${f(theirs.memory)} MiB |`,
  );
  for (const [name, time] of Object.entries(mine.requests)) {
    requestRows.push(`| ${label} | ${name} | ${f(time)} ms | ${f(time / mine.body)} |`);
  }
  console.log(rows.at(-1));
}
const report = `${rows.join('\n')}\n\n${requestRows.join('\n')}\n`;
console.log(`\n${report}`);
if (process.argv.includes('--write')) {
  const page = join(root, 'docs/benchmarks.md');
  const section = `<!-- server:start -->\n\nNode ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores.\n\n${report}\n<!-- server:end -->`;
  const old = existsSync(page)
    ? readFileSync(page, 'utf8')
    : '# Benchmarks\n\nEvery table is printed by a command in the project, as ratios measured in one run.\n\n## From an edit to its findings (`npm run bench:server`)\n\n<!-- server:start -->\n<!-- server:end -->\n';
  writeFileSync(
    page,
    old.replace(/<!-- server:start -->[\s\S]*<!-- server:end -->/, () => section),
  );
}
