import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, readout, run } from './harness.ts';

const FILE = 'call.md';
const one = (more: Readonly<Record<string, string | Uint8Array>> = {}): string =>
  folder({ [FILE]: readout(), ...more });
const exported = (cwd: string, ...args: string[]) => run(cwd, ['export', ...args]);

describe('readout export', () => {
  it('prints press text', async () => {
    expect(await exported(one(), FILE, '--to', 'text')).toEqual({
      code: 0,
      err: '',
      out: 'November 17, 2023\n\nReadout of President Noriega’s Call with Prime Minister Strand of\nNorland\n\nPresident Noriega spoke today with Prime Minister Adele Strand of\nNorland.\n\n###\n',
    });
  });

  it('prints HTML, and reads standard input', async () => {
    const { code, out } = await run(folder({}), ['export', '-', '--to', 'html'], { input: readout() });
    expect(code).toBe(0);
    expect(out).toMatch(/^<!DOCTYPE html>[\s\S]*<\/html>\n$/);
  });

  it('writes a Word file, its kind known by its ending', async () => {
    const root = one();
    const made = await exported(root, FILE, '-o', 'call.docx');
    expect(made).toEqual({ code: 0, out: '', err: 'Written: call.docx\n' });
    expect(readFileSync(join(root, 'call.docx')).subarray(0, 4).toString('latin1')).toBe('PK\x03\x04');
  });

  it('writes into a folder under the statement’s own name', async () => {
    const root = one({ 'out/keep.txt': '' });
    expect((await exported(root, FILE, '--to', 'html', '-o', 'out')).err).toBe('Written: out/call.html\n');
    expect((await exported(root, FILE, '--to', 'text', '-o', 'out/')).err).toBe('Written: out/call.txt\n');
  });

  it('overwrites nothing unless told to', async () => {
    const root = one({ 'call.txt': 'mine' });
    const refused = await exported(root, FILE, '-o', 'call.txt');
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain('--force overwrites it');
    expect(readFileSync(join(root, 'call.txt'), 'utf8')).toBe('mine');
    expect((await exported(root, FILE, '-o', 'call.txt', '--force')).code).toBe(0);
    expect(readFileSync(join(root, 'call.txt'), 'utf8')).toMatch(/^November 17, 2023\n/);
  });

  it('never overwrites the statement', async () => {
    const root = one();
    const refused = await exported(root, FILE, '--to', 'text', '-o', FILE, '--force');
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('is the statement itself');
    expect(readFileSync(join(root, FILE), 'utf8')).toBe(readout());
  });

  it('wraps as the settings or the option say', async () => {
    const root = one({ '.readout.yaml': 'pressText:\n  width: 40\n' });
    expect((await exported(root, FILE, '--to', 'text')).out).toContain(
      '\nPresident Noriega spoke today with Prime\nMinister',
    );
    expect((await exported(root, FILE, '--to', 'text', '--width', 'off')).out).toContain(
      'Strand of Norland.\n',
    );
  });

  it.each([
    [[], 'Name a statement'],
    [[FILE], 'Say what to write'],
    [[FILE, FILE, '--to', 'text'], 'One statement at a time'],
    [[FILE, '--to', 'pdf'], '“pdf” is no value of --to'],
    [[FILE, '--to', 'docx'], 'A Word file cannot be printed'],
    [[FILE, '--to', 'html', '--width', '60'], '--width is for press text'],
    [[FILE, '--to', 'text', '--width', '5'], '“5” is no value of --width'],
    [[FILE, '--to', 'text', '-o', 'no/such/out.txt'], 'was not written'],
    [['gone.md', '--to', 'text'], 'gone.md'],
    [['latin.md', '--to', 'text'], 'is not valid UTF-8'],
    [['long.md', '--to', 'text'], 'too long to be a statement'],
    [[FILE, '--to', 'text', '--config', 'none.yaml'], 'There is no settings file none.yaml'],
  ])('readout export %j: %s', async (args, message) => {
    const root = one({ 'latin.md': Buffer.from('caf\xe9', 'latin1'), 'long.md': 'word '.repeat(900_000) });
    const refused = await exported(root, ...args);
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain(message);
    expect(existsSync(join(root, 'no'))).toBe(false);
  });

  it('says which setting is wrong', async () => {
    const root = one({ '.readout.yaml': 'pressText:\n  width: 7\n' });
    const refused = await exported(root, FILE, '--to', 'text', '-o', 'a.txt');
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('.readout.yaml');
    expect(existsSync(join(root, 'a.txt'))).toBe(false);
  });

  it('leaves a whole file where it overwrites', async () => {
    const root = one({ 'call.docx': 'x' });
    expect((await exported(root, FILE, '-o', 'call.docx', '--force')).code).toBe(0);
    expect(statSync(join(root, 'call.docx')).size).toBeGreaterThan(2000);
  });
});
