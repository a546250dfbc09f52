import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, GOOD_NAME, readout, run } from './harness.ts';

const GOOD = readout();
const BAD = GOOD.replace(/(date: [^\n]*\n)([\s\S]*?)(tags: [^\n]*\n)/, '$3$1$2').replace(
  '---\n\nP',
  '---\nP',
);
const read = (root: string, name: string) => readFileSync(join(root, name), 'utf8');

describe('readout format', () => {
  it('prints what would change, as a diff, and changes nothing', async () => {
    const root = folder({ [GOOD_NAME]: BAD });
    const outcome = await run(root, ['format', GOOD_NAME]);
    expect(outcome.code).toBe(0);
    expect(outcome.out).toContain(`--- a/${GOOD_NAME}\n+++ b/${GOOD_NAME}\n@@ `);
    expect(outcome.out).toContain('-tags: statements-releases\n');
    expect(outcome.out).toContain('+tags: statements-releases\n');
    expect(outcome.err).toContain('1 file of 1 not formatted');
    expect(read(root, GOOD_NAME)).toBe(BAD);
  });

  it('--check lists files and exits with 1; formatted files with 0', async () => {
    const root = folder({ [GOOD_NAME]: GOOD, 'bad.md': BAD, 'README.md': '# Norland\nText\n' });
    expect(await run(root, ['format', '--check', '.'])).toMatchObject({ code: 1, out: 'bad.md\n' });
    expect(await run(root, ['format', '--check', GOOD_NAME])).toMatchObject({ code: 0, out: '' });
    expect(read(root, 'bad.md')).toBe(BAD);
  });

  it('--write formats files in place; afterwards --check is content', async () => {
    const root = folder({ 'bad.md': BAD, 'README.md': '---\na: 1\n---\nText\n' });
    expect(await run(root, ['format', '--write', '.'])).toMatchObject({ code: 0, out: 'bad.md\n' });
    expect(read(root, 'bad.md')).toBe(GOOD);
    expect(read(root, 'README.md')).toBe('---\na: 1\n---\nText\n');
    expect(await run(root, ['format', '--check', '.'])).toMatchObject({ code: 0, out: '' });
  });

  it('follows .readout.yaml', async () => {
    const root = folder({ [GOOD_NAME]: GOOD, '.readout.yaml': 'format:\n  width: 30\n  keyOrder: keep\n' });
    expect(await run(root, ['format', '-w', '.'])).toMatchObject({ code: 0 });
    expect(read(root, GOOD_NAME)).toContain(
      '\n\nPresident Noriega spoke today\nwith Prime Minister Adele\nStrand',
    );
  });

  it('prints standard input formatted', async () => {
    const outcome = await run(folder({}), ['format', '--stdin'], { input: BAD });
    expect(outcome).toEqual({ code: 0, out: GOOD, err: '' });
    expect(await run(folder({}), ['format', '--stdin', '--check'], { input: BAD })).toMatchObject({
      code: 1,
      out: '<stdin>\n',
    });
  });

  it('does not write a file that is not UTF-8', async () => {
    const root = folder({});
    const bytes = Buffer.concat([Buffer.from(BAD), Buffer.from([0xe9, 0x0a])]);
    writeFileSync(join(root, 'latin.md'), bytes);
    const outcome = await run(root, ['format', '--write', '.']);
    expect(outcome.code).toBe(2);
    expect(outcome.err).toContain('latin.md was not formatted: This file is not valid UTF-8');
    expect(readFileSync(join(root, 'latin.md')).equals(bytes)).toBe(true);
  });

  it('reports a wrong setting and exits with 2', async () => {
    const root = folder({ [GOOD_NAME]: GOOD, '.readout.yaml': 'format:\n  width: 5\n' });
    const outcome = await run(root, ['format', '--check', '.']);
    expect(outcome.code).toBe(2);
    expect(outcome.err).toContain('it must be at least 20');
  });

  it.each([
    [['format'], 'Name at least one file'],
    [['format', '--check', '--write', '.'], 'Either --check or --write'],
    [['format', '--stdin', '--write'], '--write writes files'],
    [['format', 'missing.md'], 'There is no file or folder missing.md.'],
  ])('%j is answered with a sentence and exit code 2', async (args, sentence) => {
    const outcome = await run(folder({}), args);
    expect(outcome).toMatchObject({ code: 2, out: '' });
    expect(outcome.err).toContain(sentence);
  });
});
