/**
 * `npm run bench:server`: how long after an edit the findings come, for Readout, for the parse-only floor
 * (`bench/floor-server.mjs`) and for other servers, driven over stdio in one run; what is asked right after an edit;
 * start, memory, bursts; and the work that one edit makes, counted. Every time is compared with one taken in turns with
 * it, edit by edit, so that a busy machine weighs on both.
 *
 * Options: `--only=1 MB` one size; `--quick` fewer edits; `--no-peers` without the other servers; `--write` puts the tables into docs/benchmarks.md. Measures
 * the program as it is packaged. Installs what it needs into `bench/node_modules` on first use.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { Driver, type Edit, percentile, type Server } from '../bench/driver.ts';
import { countedWork } from '../bench/work.ts';

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

/** Edits of one character that come and go: within a word of the body's middle, and of the title. */
interface Edits {
  readonly body: (i: number) => Edit;
  readonly title: (i: number) => Edit;
  readonly titleLine: number;
}

function editsOf(text: string): Edits {
  const lines = text.split('\n');
  const middle = Math.floor(lines.length / 2);
  const toggle =
    (line: number, character: number) =>
    (i: number): Edit => {
      const start = { line, character };
      return i % 2 === 0
        ? { range: { start, end: start }, text: 'x' }
        : { range: { start, end: { line, character: character + 1 } }, text: '' };
    };
  const line = lines.findIndex((each, i) => i >= middle && each.length > 30);
  const titleLine = lines.findIndex((each) => each.startsWith('title:'));
  return { body: toggle(line, 12), title: toggle(titleLine, 10), titleLine };
}

const quick = process.argv.includes('--quick');
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice(7);
const rest = (): Promise<void> => new Promise((next) => setTimeout(next, 5));
const f = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(value < 10 ? 2 : 0));
const p50 = (values: readonly number[]): number => percentile(values, 0.5);
const p95 = (values: readonly number[]): number => percentile(values, 0.95);

if (!existsSync(join(bench, 'node_modules/markdown-it')))
  execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: bench, stdio: 'inherit' });
const builder: string = './build.mjs';
const { build } = (await import(builder)) as {
  build(options: { minify: boolean; into: string }): Promise<unknown>;
};
await build({ minify: true, into: join(bench, 'out') });

const program = [process.execPath, join(bench, 'out/server/out/server.mjs'), '--stdio'];
const OURS: Server = { name: 'Readout', command: program, pulls: false };
const OURS_PULLED: Server = { name: 'Readout (pull)', command: program, pulls: true };
const FLOOR: Server = {
  name: 'parse-only floor',
  command: [process.execPath, join(bench, 'floor-server.mjs'), '--stdio'],
  pulls: false,
};
const bin = (name: string): string => join(bench, 'node_modules/.bin', name);
/** The peers on npm that install here; remark-language-server is not on the registry that this machine reaches. */
const PEERS: readonly Server[] = [
  { name: 'rumdl', command: [bin('rumdl'), 'server', '--stdio'], pulls: false },
  {
    name: 'VS Code’s Markdown server',
    command: [
      process.execPath,
      join(bench, 'node_modules/vscode-markdown-languageserver/out/node/main.js'),
      '--stdio',
    ],
    pulls: true,
  },
  {
    name: 'yaml-language-server (frontmatter alone)',
    command: [process.execPath, bin('yaml-language-server'), '--stdio'],
    pulls: false,
    languageId: 'yaml',
    part: (text) => /^---\n([\s\S]*?)---\n/.exec(text)?.[1] ?? '',
  },
];
const SIZES: Readonly<
  Record<string, { readonly size: number; readonly goal: number; readonly count: number }>
> = {
  '3 KB': { size: 3_000, goal: 3, count: 100 },
  '100 KB': { size: 100_000, goal: 1, count: 100 },
  '1 MB': { size: 1_000_000, goal: 0.3, count: 40 },
  '5 MB': { size: 5_000_000, goal: 0.2, count: 20 },
};

async function opened(server: Server, text: string): Promise<Driver> {
  const driver = new Driver(server);
  await driver.open(text);
  return driver;
}

/** Times of edits sent to several servers in turns. */
async function inTurns(
  drivers: readonly Driver[],
  count: number,
  edit: (i: number) => Edit,
): Promise<number[][]> {
  const times: number[][] = drivers.map(() => []);
  for (let i = 0; i < count; i++) {
    for (const [at, driver] of drivers.entries()) {
      times[at]?.push(await driver.edit(edit(i)));
      await rest();
    }
  }
  return times;
}

const latency = [
  '| size | goal | body edit: ours p50 / p95 | floor p50 / p95 | ratio p95 | processor time of an edit: ours / floor, ratio | title edit ratio | pull ratio | burst of ten: answers, ratio |',
  '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
];
const requested = [
  '| size | asked right after an edit | p50 / p95 | ratio of p95 to the findings’ | ratio of p50 | answer |',
  '| --- | --- | --- | --- | --- | --- |',
];
const starts = [
  '| size | ours | floor | ratio | processor time: ours | floor | ratio |',
  '| --- | --- | --- | --- | --- | --- | --- |',
];
const memories = ['| size | server | opened | after edits |', '| --- | --- | --- | --- |'];
const others = ['| size | server | body edit p50 / p95 |', '| --- | --- | --- |'];

async function measureLatency(
  label: string,
  text: string,
  edits: Edits,
  count: number,
  goal: number,
): Promise<void> {
  const [ours, floor, pulled] = await Promise.all([
    opened(OURS, text),
    opened(FLOOR, text),
    opened(OURS_PULLED, text),
  ]);
  const drivers = [ours, floor, pulled];
  const openedMemory = [ours.memory, floor.memory];
  // V8 compiles what runs often: an editor's session is longer than these few edits.
  await inTurns(drivers, count >= 40 ? 100 : 10, edits.body);
  await inTurns([ours], 20, edits.title);
  const used = drivers.map(({ processorTime }) => processorTime);
  const [body = [], floorBody = [], pull = []] = await inTurns(drivers, count, edits.body);
  const [own, floors] = drivers.map(({ processorTime }, i) => (processorTime - (used[i] ?? 0)) / count) as [
    number,
    number,
  ];
  const [title = [], floorTitle = []] = await inTurns([ours, floor], count, edits.title);
  const sent = ours.published;
  const burst: number[] = [];
  const rounds = Math.min(count, 20);
  for (let i = 0; i < rounds; i++) {
    burst.push(await ours.edit(...Array.from({ length: 10 }, (_, j) => edits.body(j))));
    await rest();
  }
  const answers = (ours.published - sent) / rounds;
  latency.push(
    `| ${label} | ≤ ${goal} × | ${f(p50(body))} / ${f(p95(body))} ms | ${f(p50(floorBody))} / ${f(p95(floorBody))} ms | **${f(p95(body) / p95(floorBody))}** | ${f(own)} / ${f(floors)} ms, **${f(own / floors)}** | ${f(p95(title) / p95(floorTitle))} | ${f(p95(pull) / p95(floorBody))} | ${answers}, ${f(p95(burst) / p95(floorBody))} |`,
  );
  console.log(latency.at(-1));
  await measureRequests(label, ours, edits, Math.min(count, 40));
  const many = quick ? 200 : 1000;
  for (let i = 0; i < many; i++) await ours.edit(edits.body(i));
  memories.push(
    `| ${label} | Readout | ${f(openedMemory[0] as number)} MiB | ${f(ours.memory)} MiB (${many} more) |`,
    `| ${label} | parse-only floor | ${f(openedMemory[1] as number)} MiB | ${f(floor.memory)} MiB |`,
  );
  console.log(memories.slice(-2).join('\n'));
  for (const driver of drivers) driver.stop();
}

/** Each request is sent right behind an edit; the findings of such edits are timed in turns with them. */
async function measureRequests(label: string, ours: Driver, edits: Edits, count: number): Promise<void> {
  let previousResultId = '';
  const tokens = (answer: unknown): unknown => {
    previousResultId = (answer as { resultId?: string } | null)?.resultId ?? '';
    return answer;
  };
  tokens(await ours.request('textDocument/semanticTokens/full', {}));
  const ask: Readonly<Record<string, () => Promise<unknown>>> = {
    'semantic tokens (delta)': async () =>
      tokens(await ours.request('textDocument/semanticTokens/full/delta', { previousResultId })),
    'semantic tokens (range of 60 lines)': () =>
      ours.request('textDocument/semanticTokens/range', {
        range: {
          start: edits.body(0).range.start,
          end: { line: edits.body(0).range.start.line + 60, character: 0 },
        },
      }),
    outline: () => ours.request('textDocument/documentSymbol', {}),
    folding: () => ours.request('textDocument/foldingRange', {}),
    completion: () =>
      ours.request('textDocument/completion', { position: { line: edits.titleLine, character: 0 } }),
  };
  for (const [name, send] of Object.entries(ask)) {
    const answer = await send();
    const times: number[] = [];
    const findings: number[] = [];
    for (let i = 0; i < count; i++) {
      findings.push(await ours.edit(edits.body(2 * i)));
      await rest();
      await ours.send(edits.body(2 * i + 1));
      const asked = performance.now();
      await send();
      times.push(performance.now() - asked);
      await rest();
    }
    const kilobytes = JSON.stringify(answer).length / 1000;
    requested.push(
      `| ${label} | ${name} | ${f(p50(times))} / ${f(p95(times))} ms | **${f(p95(times) / p95(findings))}** | ${f(p50(times) / p50(findings))} | ${f(kilobytes)} KB |`,
    );
    console.log(requested.at(-1));
  }
}

async function measureStart(label: string, text: string, rounds: number): Promise<void> {
  const times: number[][] = [[], []];
  const processor: number[][] = [[], []];
  for (let i = 0; i < rounds; i++) {
    for (const [at, server] of [OURS, FLOOR].entries()) {
      const began = performance.now();
      const driver = await opened(server, text);
      times[at]?.push(performance.now() - began);
      processor[at]?.push(driver.processorTime);
      driver.stop();
    }
  }
  const [ours = [], floor = []] = times;
  const [oursUsed = [], floorUsed = []] = processor;
  starts.push(
    `| ${label} | ${f(p50(ours))} ms | ${f(p50(floor))} ms | **${f(p50(ours) / p50(floor))}** | ${f(p50(oursUsed))} ms | ${f(p50(floorUsed))} ms | ${f(p50(oursUsed) / p50(floorUsed))} |`,
  );
  console.log(starts.at(-1));
}

async function measurePeers(label: string, text: string, edits: Edits, count: number): Promise<void> {
  for (const peer of PEERS) {
    const driver = new Driver(peer);
    try {
      await driver.open(text);
      const edit = peer.part ? (i: number) => shifted(edits.title(i)) : edits.body;
      const [times = []] = await inTurns([driver], count, edit);
      others.push(`| ${label} | ${peer.name} | ${f(p50(times))} / ${f(p95(times))} ms |`);
    } catch (error) {
      others.push(`| ${label} | ${peer.name} | ${error instanceof Error ? error.message : String(error)} |`);
    } finally {
      driver.stop();
    }
    console.log(others.at(-1));
  }
}

/** An edit of the frontmatter where the opening fence is not sent. */
function shifted({ range: { start, end }, text }: Edit): Edit {
  return { range: { start: { ...start, line: start.line - 1 }, end: { ...end, line: end.line - 1 } }, text };
}

/** Memory over ten thousand edits of a document of 100 KB. */
async function measureGrowth(): Promise<string> {
  const text = documentOf(100_000);
  const { body, title } = editsOf(text);
  const driver = await opened(OURS, text);
  const rows = ['| edits | resident memory |', '| --- | --- |', `| 0 | ${f(driver.memory)} MiB |`];
  const total = quick ? 2000 : 10_000;
  for (let i = 1; i <= total; i++) {
    await driver.edit(i % 10 < 8 ? body(i % 2) : title(i % 2));
    if (i === total / 10 || i === total / 2 || i === total) rows.push(`| ${i} | ${f(driver.memory)} MiB |`);
  }
  driver.stop();
  return rows.join('\n');
}

for (const [label, { size, goal, count }] of Object.entries(SIZES)) {
  if (only && only !== label) continue;
  const text = documentOf(size);
  const edits = editsOf(text);
  await measureLatency(label, text, edits, quick ? Math.ceil(count / 2) : count, goal);
  await measureStart(label, text, size > 500_000 ? 3 : 7);
  if (size < 2_000_000 && !process.argv.includes('--no-peers'))
    await measurePeers(label, text, edits, size > 500_000 ? 4 : 20);
}
const growth = only ? '' : await measureGrowth();
const sections = [
  '### From an edit to its findings',
  latency.join('\n'),
  '### What is asked right after an edit',
  requested.join('\n'),
  '### Start to first findings',
  starts.join('\n'),
  '### Memory',
  memories.join('\n'),
  growth,
  '### Other servers',
  others.join('\n'),
  '### Work of one edit, counted (1 MB)',
  countedWork(documentOf(1_000_000)),
].filter((section) => section !== '');
const report = `${sections.join('\n\n')}\n`;
console.log(`\n${report}`);
if (process.argv.includes('--write')) {
  const page = join(root, 'docs/benchmarks.md');
  const section = `<!-- server:start -->\n\nNode ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores.\n\n${report}\n<!-- server:end -->`;
  const old = readFileSync(page, 'utf8');
  writeFileSync(
    page,
    old.replace(/<!-- server:start -->[\s\S]*<!-- server:end -->/, () => section),
  );
}
process.exit(0);
