/**
 * `npm run bench:index`: what the index of a workspace costs, and how that grows with the number of documents. Each
 * measurement runs in a process of its own, beside the floor: reading, parsing the YAML and parsing the Markdown of the
 * same files in one process. Prints tables of ratios; `--write` puts them into docs/benchmarks-index.md, with a picture.
 *
 * Needs `npm run build` and ../shared. `--sizes=1000,3000` measures other numbers of documents,
 * `--no-edits` leaves out what is measured with a running server.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { type EditLatency, editLatency } from './bench-index/edits.ts';
import type { IndexMeasurement } from './bench-index/measure.ts';
import { growthPicture } from './bench-index/picture.ts';

const root = resolve(import.meta.dirname, '..');
const corpus = join(root, '../shared/corpus');
const QUERIES = 400;

const sizes = (
  process.argv.find((argument) => argument.startsWith('--sizes='))?.slice(8) ?? '1000,3000,10000'
)
  .split(',')
  .map(Number);

/** One number of documents, measured. */
export interface SizeMeasurement {
  readonly size: number;
  readonly floor: Pick<IndexMeasurement, 'ready' | 'processor'>;
  readonly cold: IndexMeasurement;
  readonly warm: IndexMeasurement;
}

async function bundle(into: string): Promise<string> {
  await build({
    absWorkingDir: root,
    entryPoints: { measure: 'scripts/bench-index/measure.ts', 'index-worker': 'server/src/index-worker.ts' },
    outdir: into,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: { js: "import { createRequire as cR } from 'node:module'; const require = cR(import.meta.url);" },
  });
  return join(into, 'measure.mjs');
}

/** Copies every so-manieth document, so that each size has the same mixture. */
function sample(size: number, into: string): string {
  const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort();
  const folder = join(into, `${size}`);
  mkdirSync(folder);
  for (let i = 0; i < Math.min(size, files.length); i++) {
    const name = files[Math.floor((i * files.length) / size)] ?? '';
    cpSync(join(corpus, name), join(folder, name.replaceAll('/', '_')));
  }
  return folder;
}

function measure(program: string, ...args: readonly string[]): IndexMeasurement {
  const out = execFileSync(process.execPath, ['--expose-gc', program, ...args], { encoding: 'utf8' });
  return JSON.parse(out.trim().split('\n').at(-1) ?? '') as IndexMeasurement;
}

const f = (value: number): string => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
const seconds = (milliseconds: number): string => `${f(milliseconds / 1000)} s`;

function costTable(all: readonly SizeMeasurement[]): string {
  return [
    '| documents | floor | cold | cold ÷ floor (goal ≤ 3) | processor time, cold ÷ floor | warm | warm ÷ cold (goal < 0.1) | summarised cold / warm | memory a document (goal ≤ 15 KB) |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...all.map(
      ({ size, floor, cold, warm }) =>
        `| ${size} | ${seconds(floor.ready)} | ${seconds(cold.ready)} | **${f(cold.ready / floor.ready)}** | ${f(cold.processor / floor.processor)} | ${seconds(warm.ready)} | **${f(warm.ready / cold.ready)}** | ${cold.summarised} / ${warm.summarised} | **${f(cold.memory / cold.documents / 1000)} KB** |`,
    ),
  ].join('\n');
}

function queryTable(all: readonly SizeMeasurement[]): string {
  const kinds = Object.keys(all[0]?.warm.queries ?? {});
  return [
    `| query, p50 / p95 (processor time p95) | ${all.map(({ size }) => `${size} documents`).join(' | ')} |`,
    `| --- |${' --- |'.repeat(all.length)}`,
    ...kinds.map((kind) => {
      const cells = all.map(({ warm }) => {
        const [median = 0, p95 = 0, processor = 0] = warm.queries[kind] ?? [];
        return `${f(median)} / **${f(p95)}** (${f(processor)}) ms`;
      });
      return `| ${kind} | ${cells.join(' | ')} |`;
    }),
  ].join('\n');
}

function editSentence({ idle, busy, count }: EditLatency): string {
  return `An edit of one character in an open document of 3 KB, to its findings, beside ${sizes.at(-1)} documents: p95 ${f(idle)} ms when the index is ready, ${f(busy)} ms while it is built: **${f(busy / idle)}** times (goal ≤ 2), over ${count} edits each.`;
}

if (!existsSync(corpus)) {
  console.error('The documents of ../shared/corpus are not there: nothing to measure.');
  process.exit(1);
}
const work = mkdtempSync(join(tmpdir(), 'readout-bench-index-'));
try {
  const program = await bundle(join(work, 'program'));
  const all: SizeMeasurement[] = [];
  const threads = `${availableParallelism()}`;
  let largest = '';
  for (const size of sizes) {
    const folder = sample(size, work);
    largest = folder;
    const storage = join(work, `${size}.index`);
    const floor = measure(program, 'floor', folder);
    const cold = measure(program, 'index', folder, storage, threads, '0');
    const warm = measure(program, 'index', folder, storage, threads, `${QUERIES}`);
    all.push({ size, floor, cold, warm });
    console.log(costTable(all).split('\n').at(-1));
  }
  const edits = process.argv.includes('--no-edits')
    ? undefined
    : await editLatency(join(root, 'server/out/server.mjs'), largest);
  const report = [
    `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores; other work on the machine while this ran: load ${loadavg()[0]?.toFixed(1)}.`,
    costTable(all),
    queryTable(all),
    ...(edits ? [editSentence(edits)] : []),
  ].join('\n\n');
  console.log(`\n${report}\n`);
  if (process.argv.includes('--write')) writePage(report, all);
} finally {
  rmSync(work, { recursive: true, force: true });
}

function writePage(report: string, all: readonly SizeMeasurement[]): void {
  const page = join(root, 'docs/benchmarks-index.md');
  const picture = join(root, 'docs/benchmarks-index.svg');
  writeFileSync(picture, growthPicture(all));
  writeFileSync(
    page,
    `# Benchmarks of the index

Made by \`npm run bench:index -- --write\`. How the index works is told in [index.md](index.md).

${report}

![${growthPicture.description(all)}](benchmarks-index.svg)

- **Floor**: one process reads the same files, parses their YAML and parses their Markdown (\`yaml\`, \`markdown-it\`), and keeps nothing.
- **Cold**: the folder is read, every document is recognised and summarised in worker threads, as many as there are processors. **Warm**: the same with the stored index of the cold run; every file is read and its digest compared.
- **Processor time** adds up all threads. On a machine that is busy with other things it says more than the clock does.
- **Memory** is heap and buffers of the server's thread after garbage collection, less what was in use before.
- Queries are drawn from the documents: what stands in many of them is asked for often. Workspace symbols are asked for with the beginnings of words and with letters in order.
`,
  );
}
