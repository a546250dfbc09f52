/** Bundles the command line as the build does, for tests that need a real process or worker threads. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const ROOT = resolve(import.meta.dirname, '../..');

export interface Bundle {
  /** Path of the program. */
  readonly entry: string;
  readonly remove: () => void;
}

/** Builds the program into a folder of its own. */
export async function bundleCli(): Promise<Bundle> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'readout-bundle-')));
  await build({
    absWorkingDir: ROOT,
    entryPoints: { cli: 'server/src/cli.ts' },
    outdir: join(folder, 'server/out'),
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'silent',
    banner: {
      js: "import { createRequire as readoutCreateRequire } from 'node:module'; const require = readoutCreateRequire(import.meta.url);",
    },
  });
  cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
  return {
    entry: join(folder, 'server/out/cli.mjs'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export interface ProcessOutcome {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the program in a process of its own. `started` is called with it once it has written something. */
export function runProcess(
  entry: string,
  args: readonly string[],
  options: {
    readonly cwd?: string;
    readonly input?: string;
    /** Called with all output so far whenever there is more. */
    readonly onOutput?: (child: ChildProcessWithoutNullStreams, out: string) => void;
    /** Leave standard input open behind `input`. */
    readonly keepInput?: boolean;
  } = {},
): Promise<ProcessOutcome> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [entry, ...args], {
      cwd: options.cwd ?? ROOT,
      env: { ...process.env, NO_COLOR: '1' },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (data: Buffer) => {
      out += data.toString('utf8');
      options.onOutput?.(child, out);
    });
    child.stderr.on('data', (data: Buffer) => {
      err += data.toString('utf8');
    });
    child.on('error', fail);
    child.on('close', (code, signal) => done({ code, signal, out, err }));
    child.stdin.write(options.input ?? '');
    if (!options.keepInput) child.stdin.end();
  });
}
