import {
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renameFile, replaceFile, WriteError } from '../../server/src/cli/write-file.ts';
import { findingsOf, folder, GOOD_NAME, readout, run } from './harness.ts';

/** Correct but for its end mark, which `--fix` appends. */
const BODY = 'President Noriega spoke today with Prime Minister Adele Strand of Norland.\n';
const wrong = () => readout({}, BODY);
const right = () => readout({}, `${BODY}\n\\###\n`);

describe('--fix', () => {
  it('mends the file, says so, and changes nothing when run again', async () => {
    const root = folder({ [GOOD_NAME]: wrong() });
    const path = join(root, GOOD_NAME);
    chmodSync(path, 0o640);
    const first = await run(root, ['check', '.', '--fix']);
    expect(readFileSync(path, 'utf8')).toBe(right());
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('1 finding mended in 1 file. 1 document checked: nothing left.');
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readdirSync(root)).toEqual([GOOD_NAME]);
    const { mtimeMs } = statSync(path);
    const second = await run(root, ['check', '.', '--fix', '--format', 'json']);
    expect(second).toEqual({ code: 0, out: '[]\n', err: '' });
    expect(statSync(path).mtimeMs).toBe(mtimeMs);
  });

  it('keeps line ends and byte order mark, and writes through a link', async () => {
    const windows = (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`;
    const root = folder({ [`store/${GOOD_NAME}`]: windows(wrong()) });
    symlinkSync(join('store', GOOD_NAME), join(root, GOOD_NAME));
    await run(root, ['check', GOOD_NAME, '--fix']);
    expect(readFileSync(join(root, 'store', GOOD_NAME), 'utf8')).toBe(windows(right()));
    expect(lstatSync(join(root, GOOD_NAME)).isSymbolicLink()).toBe(true);
  });

  it('leaves alone a file whose encoding is not understood, and any other Markdown', async () => {
    const latin1 = Buffer.from(wrong().replace('Strand', 'Stränd').replaceAll('’', "'"), 'latin1');
    const root = folder({ [GOOD_NAME]: latin1, 'notes.md': '# Notes\n' });
    const outcome = await run(root, ['check', '.', '--fix']);
    expect(outcome.code).toBe(1);
    expect(readFileSync(join(root, GOOD_NAME)).equals(latin1)).toBe(true);
    expect(readFileSync(join(root, 'notes.md'), 'utf8')).toBe('# Notes\n');
  });

  it('--fix-dry-run prints a diff and changes nothing', async () => {
    const root = folder({ [GOOD_NAME]: wrong() });
    const outcome = await run(root, ['check', '.', '--fix-dry-run']);
    expect(outcome.code).toBe(0);
    expect(outcome.out).toBe(
      `--- a/${GOOD_NAME}\n+++ b/${GOOD_NAME}\n@@ -8,3 +8,5 @@\n ---\n \n ${BODY}+\n+\\###\n`,
    );
    expect(readFileSync(join(root, GOOD_NAME), 'utf8')).toBe(wrong());
    const input = await run(root, ['check', '--stdin', '--stdin-filename', GOOD_NAME, '--fix-dry-run'], {
      input: wrong(),
    });
    expect(input.out).toBe(outcome.out);
  });

  it('does not go with what it contradicts', async () => {
    for (const args of [
      ['--fix', '--fix-dry-run', '.'],
      ['--fix', '--stdin'],
      ['--fix-dry-run', '--format', 'json', '.'],
    ]) {
      expect(await run('/', ['check', ...args])).toMatchObject({ code: 2, out: '' });
    }
  });

  it('tells of a file that may not be written', async () => {
    const root = folder({ [`locked/${GOOD_NAME}`]: wrong() });
    chmodSync(join(root, 'locked'), 0o555);
    try {
      const outcome = await run(root, ['check', '.', '--fix', '--format', 'json']);
      // Root may write everywhere.
      if (process.getuid?.() === 0) expect(outcome.code).toBe(0);
      else {
        expect(outcome.code).toBe(2);
        expect(outcome.err).toContain('was not mended: writing is not permitted');
        expect(findingsOf(outcome)).toHaveLength(1);
      }
    } finally {
      chmodSync(join(root, 'locked'), 0o755);
    }
  });
});

describe('writing files', () => {
  it('never over what somebody else wrote in the meantime', () => {
    const root = folder({ 'a.md': 'theirs' });
    const path = join(root, 'a.md');
    expect(() => replaceFile(path, Buffer.from('what was read'), 'ours')).toThrow(WriteError);
    expect(readFileSync(path, 'utf8')).toBe('theirs');
    replaceFile(path, Buffer.from('theirs'), 'ours');
    expect(readFileSync(path, 'utf8')).toBe('ours');
    expect(readdirSync(root)).toEqual(['a.md']);
  });

  it('never renames over another file, or out of the folder', () => {
    const root = folder({ 'a.md': 'a', 'b.md': 'b' });
    const path = join(root, 'a.md');
    expect(() => renameFile(path, 'b.md')).toThrow('there is already a file b.md');
    expect(() => renameFile(path, '../c.md')).toThrow('is no file name');
    expect(renameFile(path, 'c.md')).toBe(join(root, 'c.md'));
    expect(readdirSync(root)).toEqual(['b.md', 'c.md']);
    expect(readFileSync(join(root, 'b.md'), 'utf8')).toBe('b');
    writeFileSync(join(root, 'b.md'), '');
  });
});
