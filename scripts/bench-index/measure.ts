/**
 * One measurement of `npm run bench:index`, in a process of its own; prints one line of JSON.
 *
 * Usage: node --expose-gc measure.mjs floor FOLDER
 *        node --expose-gc measure.mjs index FOLDER STORAGE THREADS QUERIES
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL, URL } from 'node:url';
import MarkdownIt from 'markdown-it';
import { parse as parseYaml } from 'yaml';
import { NODE_HOST } from '../../server/src/host/node.ts';
import { fileStorage } from '../../server/src/host/node-storage.ts';
import { WorkerPool } from '../../server/src/host/worker-pool.ts';
import { rangesOfPlaces } from '../../server/src/lsp/convert.ts';
import { pathOfUri, uriKey, uriOfPath } from '../../server/src/lsp/uri.ts';
import { WorkspaceFollower } from '../../server/src/workspace/follower.ts';
import { IndexKeeper } from '../../server/src/workspace/index-keeper.ts';
import { PoolReader } from '../../server/src/workspace/pool-reader.ts';
import type { WorkspaceIndex } from '../../server/src/workspace/workspace-index.ts';

/** What one measurement of an index found. Times in milliseconds, memory in bytes. */
export interface IndexMeasurement {
  readonly ready: number;
  /** Processor time of all threads until then: what a busy machine does not change. */
  readonly processor: number;
  readonly documents: number;
  /** Files that were summarised, and not taken from the stored index. */
  readonly summarised: number;
  readonly memory: number;
  /** Until the index was on disk, counted from when it was ready. */
  readonly kept: number;
  /** p50 and p95 of each kind of query, and p95 of its processor time. */
  readonly queries: Readonly<Record<string, readonly [number, number, number]>>;
}

const [mode = '', folder = '', storage = '-', threads = '0', queryCount = '0'] = process.argv.slice(2);

function memoryInUse(): number {
  for (let i = 0; i < 3; i++) (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Milliseconds of processor time, those of all threads together. */
function processorTime({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1_000;
}

function floor(): Pick<IndexMeasurement, 'ready' | 'processor'> {
  const started = performance.now();
  const before = process.cpuUsage();
  const markdown = new MarkdownIt();
  for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name), 'utf8');
    const head = /^---\n([\s\S]*?\n)---\n/.exec(text);
    try {
      parseYaml(head?.[1] ?? '');
    } catch {
      // Broken YAML costs what it costs.
    }
    markdown.parse(text.slice(head?.[0].length ?? 0), {});
  }
  return { ready: performance.now() - started, processor: processorTime(process.cpuUsage(before)) };
}

async function index(): Promise<IndexMeasurement> {
  const before = memoryInUse();
  const worker = new URL('index-worker.mjs', pathToFileURL(process.argv[1] ?? ''));
  const complain = (problem: string): void => console.error(problem);
  const count = Number(threads);
  const keeper =
    storage === '-' ? undefined : new IndexKeeper(NODE_HOST, fileStorage(storage), () => 'bench', complain);
  const follower = new WorkspaceFollower(
    NODE_HOST,
    { uriOf: uriOfPath, pathOf: pathOfUri, keyOf: uriKey },
    () => undefined,
    {
      ...(count > 0 && {
        reader: new PoolReader(NODE_HOST, new WorkerPool(worker, count), count, complain),
      }),
      ...(keeper && { keeper }),
    },
  );
  const started = performance.now();
  const usedBefore = process.cpuUsage();
  await follower.scan([folder]);
  const ready = performance.now() - started;
  const used = process.cpuUsage(usedBefore);
  await keeper?.settled();
  const kept = performance.now() - started - ready;
  const memory = memoryInUse() - before;
  return {
    ready,
    processor: processorTime(used),
    documents: follower.index.size,
    summarised: follower.summarised,
    memory,
    kept,
    queries: measureQueries(follower.index, Number(queryCount)),
  };
}

/** The same pseudo-random numbers in each run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function measureQueries(of: WorkspaceIndex, count: number): IndexMeasurement['queries'] {
  if (count === 0) return {};
  const next = random(7);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
  const documents = [...of.documents()];
  const contents = Array.from({ length: 400 }, () => of.contentOf(pick(documents)));
  // Drawn as a reader meets them: what stands in many documents is asked for often.
  const names = contents.flatMap(({ names: all }) => (all.length > 0 ? [pick(all)] : []));
  const figures = contents.flatMap(({ figures: all }) => (all.length > 0 ? [pick(all)] : []));
  const typed = names.map(({ name }) => {
    const words = name.split(' ');
    const word = pick(words);
    const start = word.slice(0, 1 + Math.floor(next() * 6));
    return next() < 0.2 ? start.replaceAll(/[aeiou]/g, '') : start;
  });
  const time = <T>(items: readonly T[], ask: (item: T) => unknown): readonly [number, number, number] => {
    const times = items.slice(0, count).map((item) => {
      const started = performance.now();
      const before = process.cpuUsage();
      ask(item);
      return { wall: performance.now() - started, processor: processorTime(process.cpuUsage(before)) };
    });
    const percentile = (kind: 'wall' | 'processor', share: number): number =>
      times.map((each) => each[kind]).sort((a, b) => a - b)[Math.floor(times.length * share)] ?? 0;
    return [percentile('wall', 0.5), percentile('wall', 0.95), percentile('processor', 0.95)];
  };
  return {
    'workspace symbols': time(typed, (query) => [
      of.namesMatching(query, 150).map(({ latest }) => rangesOfPlaces(latest.entry.places)),
      of.titlesMatching(query, 100).map(({ titlePlace }) => rangesOfPlaces(titlePlace)),
    ]),
    references: time(names, ({ key }) =>
      of.occurrencesOf(key).map(({ entry }) => rangesOfPlaces(entry.places)),
    ),
    'where the same is counted': time(figures, (figure) => of.figuresLike(figure)),
    duplicates: time(documents.slice(0, 400), ({ url, path }) => of.othersWithUrl(url, path)),
  };
}

const result = mode === 'floor' ? floor() : await index();
console.log(JSON.stringify(result));
