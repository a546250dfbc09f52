import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Finding, Readout, WHITE_HOUSE } from '../../server/src/core/index.ts';
import { WorkerPool } from '../../server/src/host/worker-pool.ts';
import { LintThread } from '../../server/src/markdownlint/lint-thread.ts';
import { lintMarkdown } from '../../server/src/markdownlint/stage.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'readout-lint-'));
const HEAD = "---\ndate: '2031-03-04'\ntitle: A Call\n---\n\n";
const FAULTY = `${HEAD}See [the annex]() and **this **too.\n\n![](flag.png)\n\n\tPasted.\n`;
const LONG = HEAD + 'Plain words of a statement.\n\n'.repeat(3000);

beforeAll(async () => {
  // Threads run what is built: they do not read TypeScript.
  await build({
    absWorkingDir: root,
    entryPoints: { worker: 'server/src/markdownlint-worker.ts' },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: { js: "import { createRequire as cR } from 'node:module'; const require = cR(import.meta.url);" },
  });
  writeFileSync(
    join(folder, 'hangs.mjs'),
    `import { parentPort } from 'node:worker_threads';
     import { existsSync, writeFileSync } from 'node:fs';
     const mark = ${JSON.stringify(join(folder, 'hung'))};
     parentPort.on('message', ({ id }) => {
       if (!existsSync(mark)) { writeFileSync(mark, ''); for (;;); }
       parentPort.postMessage({ id, result: { places: [], tooLong: [], isParsed: true } });
     });`,
  );
  writeFileSync(join(folder, 'dies.mjs'), 'process.exit(3);');
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function threadOf(worker: string, patience?: number) {
  const problems: string[] = [];
  const pool = new WorkerPool(pathToFileURL(join(folder, worker)), 1);
  return { pool, problems, thread: new LintThread(pool, (problem) => problems.push(problem), patience) };
}

function shown(findings: readonly Finding[]): unknown[] {
  return findings.map(({ fixes, ...finding }) => ({ ...finding, fixes: fixes?.() }));
}

const never = new AbortController().signal;

describe('markdownlint in a thread of its own', () => {
  it('finds what it finds in this one', async () => {
    const { pool, problems, thread } = threadOf('worker.mjs');
    for (const text of [FAULTY, FAULTY.replaceAll('\n', '\r\n'), LONG, LONG + FAULTY.slice(HEAD.length)]) {
      const readout = Readout.parse(text);
      const there = await lintMarkdown(readout, WHITE_HOUSE, (job) => thread.lint(job, never));
      expect(shown(there)).toEqual(shown(await lintMarkdown(readout, WHITE_HOUSE)));
      expect(there.length > 0).toBe(text !== LONG);
    }
    expect(pool.isRunning).toBe(true);
    expect(problems).toEqual([]);
    pool.end();
  });

  it('starts no thread for a document in which there is nothing to be found', async () => {
    const { pool, thread } = threadOf('worker.mjs');
    const readout = Readout.parse(`${HEAD}President Noriega spoke with Norland.\n`);
    expect(await lintMarkdown(readout, WHITE_HOUSE, (job) => thread.lint(job, never))).toEqual([]);
    expect(pool.isRunning).toBe(false);
  });

  it('ends a thread that hangs, says so, and starts another for the next document', async () => {
    const { pool, problems, thread } = threadOf('hangs.mjs', 100);
    const ask = () => lintMarkdown(Readout.parse(FAULTY), WHITE_HOUSE, (job) => thread.lint(job, never));
    rmSync(join(folder, 'hung'), { force: true });
    const [failure] = await ask();
    expect(failure?.code).toBe('readout/internal');
    expect(failure?.message).toContain('it was not done after');
    // What a thread of this kind says is nothing, once it answers; a busy machine may take longer than its patience.
    const next = await ask();
    expect(next.every(({ code }) => code === 'readout/internal')).toBe(true);
    expect(problems).toEqual([]);
    pool.end();
  });

  it('drops what nobody wants any more, under way or waiting, and goes on with the next', async () => {
    const { pool, problems, thread } = threadOf('hangs.mjs');
    rmSync(join(folder, 'hung'), { force: true });
    const first = new AbortController();
    const second = new AbortController();
    const ask = (signal: AbortSignal) =>
      lintMarkdown(Readout.parse(FAULTY), WHITE_HOUSE, (job) => thread.lint(job, signal));
    const answers = [ask(first.signal), ask(second.signal), ask(never)];
    await vi.waitUntil(() => existsSync(join(folder, 'hung')), { timeout: 30_000 });
    first.abort();
    second.abort();
    expect(await answers[2]).toEqual([]);
    await Promise.all(answers);
    expect(problems).toEqual([]);
    pool.end();
  });

  it('does the work here where the thread dies, and says so once', async () => {
    const { problems, thread } = threadOf('dies.mjs');
    const readout = Readout.parse(FAULTY);
    for (let i = 0; i < 2; i++)
      expect(shown(await lintMarkdown(readout, WHITE_HOUSE, (job) => thread.lint(job, never)))).toEqual(
        shown(await lintMarkdown(readout, WHITE_HOUSE)),
      );
    expect(problems).toEqual([expect.stringContaining('markdownlint runs without a thread of its own')]);
  });
});
