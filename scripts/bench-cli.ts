/**
 * `npm run bench:cli`: what a check of a whole archive costs, beside the floor (`bench/cli-floor.mjs`) and the peers,
 * in one run; prints tables, with --write into docs/benchmarks-cli.md, with a picture beside it.
 *
 * npm run bench:cli [-- --documents N] [-- --compare N] [-- --write] [-- --corpus FOLDER]
 *
 * `--documents` is the size of the largest archive, `--compare` that of the one on which everybody is compared (by
 * default the same; on a busy machine a smaller one).
 *
 * Needs GNU time (`/usr/bin/time`), which measures the processes; each runs once, alone.
 */
import { execFileSync, spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { DEFAULT_RULES } from '../server/src/markdownlint/stage.ts';
import { chart } from './bench-cli/chart.ts';
// @ts-expect-error a script without types
import { build as buildProduct } from './build.mjs';

const { values } = parseArgs({
  options: {
    documents: { type: 'string' },
    compare: { type: 'string' },
    write: { type: 'boolean', default: false },
    corpus: { type: 'string', default: resolve(import.meta.dirname, '../../shared/corpus') },
  },
});
const root = resolve(import.meta.dirname, '..');
const bench = join(root, 'bench');

/** What a program took. */
interface Cost {
  /** Seconds on the clock. */
  readonly wall: number;
  /** Seconds of processor time, all cores. */
  readonly cpu: number;
  /** Most memory held at one time, in MiB. */
  readonly memory: number;
}

const work = mkdtempSync(join(tmpdir(), 'readout-bench-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

/** Runs a program; exit code 1 means findings. */
function measure(command: readonly string[], cwd: string): Promise<Cost> {
  const file = join(work, `time-${Math.random().toString(36).slice(2)}`);
  return new Promise((done, fail) => {
    const child = spawn('/usr/bin/time', ['-q', '-f', '%e %U %S %M', '-o', file, ...command], {
      cwd,
      stdio: 'ignore',
    });
    child.on('error', fail);
    child.on('close', (code) => {
      if (code !== 0 && code !== 1) return fail(new Error(`${command.join(' ')} ended with ${code}`));
      const [wall = 0, user = 0, system = 0, memory = 0] = readFileSync(file, 'utf8').split(' ').map(Number);
      done({ wall, cpu: user + system, memory: memory / 1024 });
    });
  });
}

async function together(costs: readonly Promise<Cost>[]): Promise<Cost> {
  const all = await Promise.all(costs);
  const sum = (of: (cost: Cost) => number): number => all.reduce((total, cost) => total + of(cost), 0);
  return {
    wall: Math.max(...all.map(({ wall }) => wall)),
    cpu: sum(({ cpu }) => cpu),
    memory: sum(({ memory }) => memory),
  };
}

/** Copies `count` documents, evenly drawn, so that no tool finds settings of somebody's above them. */
function documents(count: number): string {
  const folder = join(work, `${count}`);
  const names = readdirSync(values.corpus, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort();
  for (let i = 0; i < count; i++) {
    const name = names[Math.floor((i * names.length) / count)] as string;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    copyFileSync(join(values.corpus, name), join(folder, name));
  }
  return folder;
}

if (!existsSync(values.corpus)) throw new Error(`There is no archive at ${values.corpus}.`);
if (!existsSync(join(bench, 'node_modules/markdown-it')))
  execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: bench, stdio: 'inherit' });
mkdirSync(join(work, 'package'));
copyFileSync(join(root, 'package.json'), join(work, 'package/package.json'));
await buildProduct({ into: join(work, 'package') });
await build({
  absWorkingDir: root,
  entryPoints: ['scripts/bench-cli/whole.ts'],
  outfile: join(work, 'whole.mjs'),
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  external: ['markdownlint'],
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
const node = process.execPath;
const readout = [node, join(work, 'package/server/out/cli.mjs'), 'check', '.', '--format', 'json'];
const peers = join(bench, 'node_modules');
const markdownlintConfig = join(work, '.markdownlint-cli2.jsonc');
writeFileSync(
  markdownlintConfig,
  JSON.stringify({
    config: { default: false, ...Object.fromEntries(DEFAULT_RULES.map((id) => [id, true])) },
  }),
);

const available = readdirSync(values.corpus, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.md'),
).length;
const most = Math.min(available, Number(values.documents ?? available));
const compared = Math.min(most, Number(values.compare ?? most));
const sizes = [...new Set([1000, 3000, compared, most])].filter((size) => size <= most).sort((a, b) => a - b);

const floorOf = (folder: string): Promise<Cost> =>
  measure([node, join(bench, 'cli-floor.mjs'), folder], folder);
const everythingOf = (folder: string): Promise<Cost> => measure([...readout, '--jobs', '2'], folder);
async function cachedOf(folder: string): Promise<Cost> {
  const command = [...readout, '--jobs', '2', '--cache=.readout-cache'];
  await measure(command, folder);
  return measure(command, folder);
}

interface Growth {
  readonly size: number;
  readonly floor: Cost;
  readonly everything: Cost;
  readonly cached: Cost;
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const growth: Growth[] = [];
for (const size of sizes) {
  const folder = documents(size);
  growth.push({
    size,
    floor: await floorOf(folder),
    everything: await everythingOf(folder),
    cached: await cachedOf(folder),
  });
  say(`${size} documents: floor, everything, cached`);
  if (size !== compared) rmSync(folder, { recursive: true });
}
const folder = join(work, `${compared}`);
const last = growth.find(({ size }) => size === compared) as Growth;
const largest = growth.at(-1) as Growth;
const floor = last.floor;
const rows: (readonly [string, Cost])[] = [['read, YAML and `markdown-it` (the floor), 1 process', floor]];
const add = async (name: string, cost: Promise<Cost>): Promise<Cost> => {
  rows.push([name, await cost]);
  say(name);
  return cost;
};
await add('our rules, 1 job', measure([...readout, '--no-markdownlint', '--jobs', '1'], folder));
await add('our rules, 2 jobs', measure([...readout, '--no-markdownlint', '--jobs', '2'], folder));
const whole = (part: number, parts: number): Promise<Cost> =>
  measure([node, join(work, 'whole.mjs'), folder, `${part}`, `${parts}`], folder);
const one = await add('our rules and the recogniser, 1 process', whole(1, 1));
const two = await add('our rules and the recogniser, 2 processes', together([whole(1, 2), whole(2, 2)]));
await add('our rules and `markdownlint`, 1 job', measure([...readout, '--jobs', '1'], folder));
rows.push(['our rules and `markdownlint`, 2 jobs', last.everything]);
rows.push(['the same with `--cache`, nothing changed', last.cached]);
const rumdl = await add('rumdl', measure([join(peers, '.bin/rumdl'), 'check', '--no-cache', '.'], folder));
const cli2 = await add(
  'markdownlint-cli2, the same eleven rules',
  measure(
    [
      node,
      join(peers, 'markdownlint-cli2/markdownlint-cli2-bin.mjs'),
      '--config',
      markdownlintConfig,
      '**/*.md',
    ],
    folder,
  ),
);

const version = (name: string): string =>
  (JSON.parse(readFileSync(join(peers, name, 'package.json'), 'utf8')) as { version: string }).version;
const f = (value: number): string => value.toFixed(value < 10 ? 2 : 0);
const verdict = (value: number, goal: number): string =>
  `${value.toFixed(2)} (${value <= goal ? 'met' : 'missed'})`;
const table = [
  `Node ${process.version}, ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} processors, load ${loadavg()[2]?.toFixed(1)} (average of the last 15 minutes; above ${cpus().length}, other work shared the machine, and times on the clock say less than processor time). Compared on ${compared.toLocaleString('en-US')} documents. markdown-it ${version('markdown-it')}, rumdl ${version('rumdl')}, markdownlint-cli2 ${version('markdownlint-cli2')}.`,
  '',
  '| | on the clock | processor time | ÷ floor | peak memory |',
  '| --- | ---: | ---: | ---: | ---: |',
  ...rows.map(
    ([name, { wall, cpu, memory }]) =>
      `| ${name} | ${f(wall)} s | ${f(cpu)} s | ${f(cpu / floor.cpu)} | ${memory.toFixed(0)} MiB |`,
  ),
  '',
  '| goal | bound | measured |',
  '| --- | ---: | ---: |',
  `| rules and recogniser, one job: processor time ÷ floor | ≤ 4 | ${verdict(one.cpu / floor.cpu, 4)} |`,
  `| rules and recogniser, both cores: time on the clock ÷ rumdl | ≤ 1.5 | ${verdict(two.wall / rumdl.wall, 1.5)} |`,
  `| everything with \`markdownlint\`, both cores: time on the clock ÷ markdownlint-cli2 | ≤ 0.25 | ${verdict(last.everything.wall / cli2.wall, 0.25)} |`,
  `| the same, processor time ÷ markdownlint-cli2 | | ${(last.everything.cpu / cli2.cpu).toFixed(2)} |`,
  `| peak memory of everything, both cores, ${most.toLocaleString('en-US')} documents | ≤ 400 MiB | ${verdict(largest.everything.memory, 400)} |`,
  '',
  '| documents | floor | everything, 2 jobs: processor time | on the clock | peak memory | with `--cache` | peak memory |',
  '| ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
  ...growth.map(
    ({ size, floor: least, everything, cached }) =>
      `| ${size.toLocaleString('en-US')} | ${f(least.cpu)} s | ${f(everything.cpu)} s | ${f(everything.wall)} s | ${everything.memory.toFixed(0)} MiB | ${f(cached.cpu)} s | ${cached.memory.toFixed(0)} MiB |`,
  ),
].join('\n');
console.log(table);

if (values.write) {
  const series = (name: string, of: (each: Growth) => number) => ({
    name,
    points: growth.map((each) => ({ x: each.size, y: of(each) })),
  });
  const EVERYTHING = 'rules and markdownlint, 2 jobs';
  const FLOOR = 'floor: read, YAML, markdown-it';
  const CACHED = 'with --cache, nothing changed';
  const description = growth
    .map(
      ({ size, floor: least, everything, cached }) =>
        `${size} documents: floor ${f(least.cpu)} s, everything ${f(everything.cpu)} s and ${everything.memory.toFixed(0)} MiB, cached ${f(cached.cpu)} s and ${cached.memory.toFixed(0)} MiB.`,
    )
    .join(' ');
  const picture = chart('What a check costs as an archive grows', description, 'documents', [
    {
      title: 'Processor time',
      unit: 's',
      series: [
        series(EVERYTHING, (each) => each.everything.cpu),
        series(FLOOR, (each) => each.floor.cpu),
        series(CACHED, (each) => each.cached.cpu),
      ],
    },
    {
      title: 'Peak memory',
      unit: 'MiB',
      limit: { y: 400, name: 'goal: 400 MiB' },
      series: [
        series(EVERYTHING, (each) => each.everything.memory),
        series(FLOOR, (each) => each.floor.memory),
        series(CACHED, (each) => each.cached.memory),
      ],
    },
  ]);
  writeFileSync(join(root, 'docs/images/benchmarks-cli.svg'), picture);
  const path = join(root, 'docs/benchmarks-cli.md');
  const START = '<!-- cli:start -->';
  const END = '<!-- cli:end -->';
  const page = readFileSync(path, 'utf8');
  const [start, end] = [page.indexOf(START), page.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`${path} lacks ${START} and ${END}.`);
  writeFileSync(path, `${page.slice(0, start + START.length)}\n\n${table}\n\n${page.slice(end)}`);
}
