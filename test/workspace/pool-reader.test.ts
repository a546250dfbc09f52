import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL, URL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NODE_HOST } from '../../server/src/host/node.ts';
import { WorkerPool } from '../../server/src/host/worker-pool.ts';
import { WorkspaceFollower } from '../../server/src/workspace/follower.ts';
import { PoolReader } from '../../server/src/workspace/pool-reader.ts';
import { NAMES } from './memory-host.ts';
import { said } from './said.ts';
import { statement, TEXTS } from './texts.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'readout-pool-')).replaceAll('\\', '/');
const files = join(folder, 'files');

beforeAll(async () => {
  // Threads run what is built: they do not read TypeScript.
  await build({
    absWorkingDir: root,
    entryPoints: { worker: 'server/src/index-worker.ts' },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: { js: "import { createRequire as cR } from 'node:module'; const require = cR(import.meta.url);" },
  });
  mkdirSync(join(files, 'strict'), { recursive: true });
  writeFileSync(join(files, 'strict/.readout.yaml'), "extends: white-house\nexclude: ['*-1*.md']\n");
  for (let i = 0; i < 150; i++) {
    const text =
      i % 3 === 0 ? statement(`Visit ${i}`, `${i}`, `Minister Ida Holm${i} came.`) : (TEXTS[i % 5] ?? '');
    writeFileSync(join(files, i % 2 === 0 ? 'strict' : '.', `note-${i}.md`), text);
  }
  writeFileSync(join(files, 'bytes.md'), Buffer.from([0xef, 0xbb, 0xbf, 0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe]));
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(worker: string | undefined, problems: string[] = []) {
  const pool = new WorkerPool(pathToFileURL(join(folder, worker ?? '')), 2);
  const reader = new PoolReader(NODE_HOST, pool, 2, (problem) => problems.push(problem));
  const follower = new WorkspaceFollower(NODE_HOST, NAMES, () => undefined, worker ? { reader } : {});
  await follower.scan([files]);
  return { follower, pool };
}

describe('an index built by worker threads', () => {
  it('equals one built in this thread', async () => {
    const problems: string[] = [];
    const { follower, pool } = await read('worker.mjs', problems);
    expect(pool.isRunning).toBe(true);
    expect(problems).toEqual([]);
    expect(follower.index.size).toBeGreaterThan(50);
    expect(said(follower.index)).toEqual(said((await read(undefined)).follower.index));
    // Settings that changed are read anew by the threads as well.
    writeFileSync(join(files, 'strict/.readout.yaml'), "extends: white-house\nexclude: ['*-2*.md']\n");
    NODE_HOST.forgetSettings();
    await follower.scan([files]);
    expect(said(follower.index)).toEqual(said((await read(undefined)).follower.index));
    pool.end();
    expect(pool.isRunning).toBe(false);
  }, 60_000);

  it('is built in this thread where the workers cannot be started, with one word about it', async () => {
    const problems: string[] = [];
    const { follower } = await read('nothing.mjs', problems);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^The index is built without worker threads: /);
    expect(said(follower.index)).toEqual(said((await read(undefined)).follower.index));
  }, 60_000);

  it('starts no threads for a few files', async () => {
    const few = join(folder, 'few');
    mkdirSync(few);
    writeFileSync(join(few, 'a.md'), TEXTS[0] ?? '');
    const pool = new WorkerPool(new URL('file:///nothing.mjs'), 2);
    const reader = new PoolReader(NODE_HOST, pool, 2, (problem) => expect.fail(problem));
    const follower = new WorkspaceFollower(NODE_HOST, NAMES, () => undefined, { reader });
    await follower.scan([few]);
    expect(follower.index.size).toBe(1);
    expect(pool.isRunning).toBe(false);
  });
});
