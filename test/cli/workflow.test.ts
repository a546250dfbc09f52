import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Bundle, bundleCli, runProcess } from './bundle.ts';
import { duplicateKey, folder, readout } from './harness.ts';

const FILE = resolve(import.meta.dirname, '../../docs/ci/archive-in-shards.yml');

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly needs?: string;
  readonly strategy?: { readonly matrix: { readonly shard: readonly number[] } };
  readonly steps: readonly Step[];
}

const workflow = parse(readFileSync(FILE, 'utf8')) as {
  readonly permissions: unknown;
  readonly jobs: { readonly shard: Job; readonly report: Job };
};

let bundle: Bundle;
beforeAll(async () => {
  bundle = await bundleCli();
});
afterAll(() => bundle.remove());

describe('the worked example for a matrix of GitHub', () => {
  const { shard, report } = workflow.jobs;
  const shards = shard.strategy?.matrix.shard ?? [];

  it('has a machine for each part, and needs them all', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(report.needs).toBe('shard');
    const command = shard.steps.find(({ run }) => run?.includes('--shard'))?.run ?? '';
    expect(command).toContain(`--shard \${{ matrix.shard }}/${shards.length} `);
    expect(shards).toEqual(shards.map((_, index) => index + 1));
    const cached = shard.steps.find(({ uses }) => uses?.startsWith('actions/cache'))?.with ?? {};
    for (const key of ['key', 'restore-keys'])
      expect(cached[key]).toContain(`readout-\${{ matrix.shard }}-of-${shards.length}-`);
    const uploaded = shard.steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact'))?.with ?? {};
    expect(command).toContain(`> ${String(uploaded['path'])} `);
    const downloaded =
      report.steps.find(({ uses }) => uses?.startsWith('actions/download-artifact'))?.with ?? {};
    expect(downloaded['merge-multiple']).toBe(true);
    expect(String(uploaded['name'])).toMatch(
      new RegExp(`^${String(downloaded['pattern']).replace('*', '.*')}$`),
    );
    expect(report.steps.find(({ run }) => run)?.run).toContain(
      `merge-reports ${String(downloaded['path'])} `,
    );
  });

  it('comes to the report of the whole, when its commands are run', async () => {
    const root = folder(
      Object.fromEntries(
        Array.from({ length: 16 }, (_, index) => [
          `statements/2023-11-17-statement-${index}.md`,
          index % 4 === 0 ? duplicateKey() : readout(),
        ]),
      ),
    );
    mkdirSync(join(root, 'bin'));
    mkdirSync(join(root, 'reports'));
    writeFileSync(
      join(root, 'bin/npx'),
      `#!/bin/sh\nshift\nexec "${process.execPath}" "${bundle.entry}" "$@"\n`,
      { mode: 0o755 },
    );
    const env = { ...process.env, PATH: `${join(root, 'bin')}:${process.env['PATH']}`, NO_COLOR: '1' };
    const command = shard.steps.find(({ run }) => run)?.run ?? '';
    for (const index of shards) {
      // As GitHub runs it: ends at once where a command fails.
      const script = command.replaceAll(/\$\{\{ matrix\.shard \}\}/g, String(index));
      execFileSync('bash', ['-e', '-c', script], { cwd: root, env });
      const name = `shard-${index}.blob`;
      writeFileSync(join(root, 'reports', name), readFileSync(join(root, name)));
    }
    const merge = report.steps.find(({ run }) => run)?.run ?? '';
    const args = merge.split(' ').slice(2);
    const merged = await runProcess(bundle.entry, args, { cwd: root });
    const whole = await runProcess(bundle.entry, ['check', 'statements', '--format', 'github'], {
      cwd: root,
    });
    expect(whole.code).toBe(1);
    expect(merged).toEqual(whole);
  });
});
