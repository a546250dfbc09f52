import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { duplicateKey, folder, GOOD_NAME, run } from './harness.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const yaml = (name: string): unknown => parse(readFileSync(join(ROOT, name), 'utf8'));

describe('.pre-commit-hooks.yaml', () => {
  it('names commands that the command line has', async () => {
    const hooks = yaml('.pre-commit-hooks.yaml') as { id: string; entry: string; language: string }[];
    expect(hooks.map(({ id }) => id)).toEqual(['readout', 'readout-fix']);
    for (const { entry, language } of hooks) {
      expect(language).toBe('node');
      const [program, ...args] = entry.split(' ');
      expect(program).toBe('readout');
      const root = folder({ [GOOD_NAME]: duplicateKey() });
      expect((await run(root, [...args, GOOD_NAME])).err).toBe('');
    }
  });
});

describe('action.yml', () => {
  const action = yaml('action.yml') as {
    inputs: Record<string, { default?: string }>;
    runs: { using: string; steps: { run: string; shell: string; env?: Record<string, string> }[] };
  };
  const step = action.runs.steps.at(-1);

  it('reads every input through the environment', () => {
    expect(action.runs.using).toBe('composite');
    for (const { run: script } of action.runs.steps) expect(script).not.toContain('${{');
    for (const name of Object.keys(action.inputs))
      expect(Object.values(step?.env ?? {})).toContain(`\${{ inputs.${name} }}`);
  });

  it('hands paths, globs and options to the command as they are', () => {
    // A stand-in for node that prints its arguments.
    const root = folder({ node: '#!/bin/sh\nprintf "[%s]" "$@"\n', 'a.md': '' });
    chmodSync(join(root, 'node'), 0o755);
    const script = (env: Record<string, string>) =>
      execFileSync('bash', ['-c', step?.run ?? ''], {
        cwd: root,
        encoding: 'utf8',
        env: {
          PATH: `${root}:${process.env['PATH']}`,
          READOUT_CLI: 'cli.mjs',
          INPUT_FORMAT: 'github',
          INPUT_OUTPUT: '',
          INPUT_CONFIG: '',
          INPUT_MAX_WARNINGS: '',
          ...env,
        },
      });
    expect(script({ INPUT_PATHS: 'a b/*.md\n$(touch x)' })).toBe(
      '[cli.mjs][check][--format][github][--][a][b/*.md][$(touch][x)]',
    );
    expect(
      script({
        INPUT_PATHS: '.',
        INPUT_FORMAT: 'sarif',
        INPUT_CONFIG: 'my c.yaml',
        INPUT_MAX_WARNINGS: '3',
        INPUT_OUTPUT: 'o.sarif',
      }),
    ).toBe('[cli.mjs][check][--format][sarif][--config][my c.yaml][--max-warnings][3][--][.]');
    expect(readFileSync(join(root, 'o.sarif'), 'utf8')).toContain('[--format][sarif]');
  });
});
