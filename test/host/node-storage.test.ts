import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fileStorage } from '../../server/src/host/node-storage.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-storage-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function* pieces(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) {
    await Promise.resolve();
    yield Buffer.from(text);
  }
}

async function* failing(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('half');
  await Promise.resolve();
  throw new Error('ENOSPC: no space left on device');
}

describe('a storage in a file', () => {
  it('gives back what was kept, and nothing before', async () => {
    const storage = fileStorage(join(folder, 'deep/down/index'));
    expect(await storage.read()).toBeUndefined();
    expect(await storage.write(pieces('one', ' two'))).toBeUndefined();
    expect(Buffer.from((await storage.read()) ?? []).toString()).toBe('one two');
    expect(readdirSync(join(folder, 'deep/down'))).toEqual(['index']);
  });

  it('keeps what it had if writing fails, and says so in a sentence', async () => {
    const file = join(folder, 'full');
    const storage = fileStorage(file);
    await storage.write(pieces('before'));
    const problem = await storage.write(failing());
    expect(problem).toContain('no space left');
    expect(problem).toMatch(/^The index was not kept in .*\. It will be built anew at the next start\.$/);
    expect(readFileSync(file, 'utf8')).toBe('before');
    expect(readdirSync(folder).filter((name) => name.startsWith('full'))).toEqual(['full']);
    writeFileSync(join(folder, 'no-folder'), '');
    expect(await fileStorage(join(folder, 'no-folder/index')).write(pieces('x'))).toContain('not kept');
  });

  it('holds one of two that write at once, whole', async () => {
    const file = join(folder, 'twice');
    const long = (letter: string) => Array.from({ length: 200 }, () => letter.repeat(1000));
    await Promise.all([
      fileStorage(file).write(pieces(...long('a'))),
      fileStorage(file).write(pieces(...long('b'))),
    ]);
    const kept = readFileSync(file, 'utf8');
    expect([long('a').join(''), long('b').join('')]).toContain(kept);
  });

  it('clears away what a killed process left behind long ago, and nothing else', async () => {
    const file = join(folder, 'cleared');
    const old = `${file}.123.abc.tmp`;
    const young = `${file}.124.abc.tmp`;
    const other = `${file}.backup`;
    for (const each of [old, young, other]) writeFileSync(each, '');
    for (const each of [old, other]) utimesSync(each, 1000, 1000);
    await fileStorage(file).write(pieces('x'));
    expect(readdirSync(folder).filter((name) => name.startsWith('cleared'))).toEqual([
      'cleared',
      'cleared.124.abc.tmp',
      'cleared.backup',
    ]);
  });
});
