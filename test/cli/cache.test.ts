import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ResultCache } from '../../server/src/cli/cache.ts';
import { duplicateKey, folder, GOOD_NAME, readout, run } from './harness.ts';

const CHECK = ['check', '.', '--format', 'json', '--no-markdownlint'];

function url(name: string): Record<string, string> {
  return {
    source_url: `https://bidenwhitehouse.archives.gov/briefing-room/statements-releases/2023/11/17/${name}/`,
  };
}

describe('check --cache', () => {
  it('says the same with a cache as without, and leaves a cache behind', async () => {
    const root = folder({ 'a.md': duplicateKey(), 'b.md': readout(url('b')), 'notes.md': '# Notes\n' });
    const without = await run(root, CHECK);
    expect(without.out).toContain('frontmatter/duplicate-key');
    expect(await run(root, [...CHECK, '--cache'])).toEqual(without);
    expect(existsSync(join(root, '.readout-cache'))).toBe(true);
    expect(await run(root, [...CHECK, '--cache'])).toEqual(without);
    expect(await run(root, [...CHECK, '--cache=.readout-cache'])).toEqual(without);
    for (const format of ['pretty', 'sarif', 'github']) {
      const args = ['check', '.', '--no-markdownlint', '--format', format];
      expect(await run(root, [...args, '--cache'])).toEqual(await run(root, args));
    }
  });

  it('takes what it knows from the cache, and writes nothing where nothing is new', async () => {
    const root = folder({ 'a.md': duplicateKey() });
    const first = await run(root, [...CHECK, '--cache']);
    const file = join(root, '.readout-cache');
    // A finding that no check would make, behind a sum that is right: only the cache can have said it.
    const told = readFileSync(file, 'utf8').replace('is written twice with', 'SAID BEFORE');
    const body = told.slice(told.indexOf('\n') + 1);
    const cache = new ResultCache(`${file}-2`, JSON.parse(told.split('\n')[0] as string).engine);
    const [key = '', , ...json] = body.split(' ');
    cache.set(key, JSON.parse(json.join(' ')));
    expect(cache.save()).toBeUndefined();
    const second = await run(root, [...CHECK, '--cache=.readout-cache-2']);
    expect(second.out).toContain('SAID BEFORE');
    expect(first.out).not.toContain('SAID BEFORE');
    const before = readFileSync(`${file}-2`, 'utf8');
    rmSync(`${file}-2`);
    writeFileSync(`${file}-2`, before);
    utimesSync(`${file}-2`, 1, 1);
    await run(root, [...CHECK, '--cache=.readout-cache-2']);
    expect(readFileSync(`${file}-2`, 'utf8')).toBe(before);
  });

  it('does not mend or release by what it remembers', async () => {
    const root = folder({ [GOOD_NAME]: readout({ title: "'A Statement '" }) });
    await run(root, [...CHECK, '--cache']);
    const before = readFileSync(join(root, '.readout-cache'), 'utf8');
    const fixed = await run(root, [...CHECK, '--cache', '--fix']);
    expect(readFileSync(join(root, GOOD_NAME), 'utf8')).not.toContain("'A Statement '");
    expect(fixed.out).toBe((await run(root, CHECK)).out);
    const release = ['check', GOOD_NAME, '--release', '--now', '2023-11-17 12:00:00-05:00'];
    expect(await run(root, [...release, '--cache'])).toEqual(await run(root, release));
    expect(readFileSync(join(root, '.readout-cache'), 'utf8')).toBe(before);
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 20)],
    ['with one bit turned', (bytes: Buffer) => flip(bytes, bytes.length - 30)],
    ['with a broken head', (bytes: Buffer) => flip(bytes, 22)],
    ['with a head alone', (bytes: Buffer) => bytes.subarray(0, 18)],
  ])('is not misled by a cache %s, says so, and replaces it', async (_, damage) => {
    const root = folder({ 'a.md': duplicateKey(), 'b.md': readout(url('b')) });
    const without = await run(root, CHECK);
    await run(root, [...CHECK, '--cache']);
    const file = join(root, '.readout-cache');
    writeFileSync(file, damage(readFileSync(file)));
    const damaged = await run(root, [...CHECK, '--cache']);
    expect(damaged.out).toBe(without.out);
    expect(damaged.code).toBe(without.code);
    if (damaged.err !== '') expect(damaged.err).toContain('is damaged. Everything is checked anew');
    expect(await run(root, [...CHECK, '--cache'])).toEqual(without);
  });

  it('leaves alone what is no cache', async () => {
    const root = folder({ 'a.md': duplicateKey(), 'list.txt': 'mine', 'folder/x.txt': '' });
    const without = await run(root, CHECK);
    const outcome = await run(root, [...CHECK, '--cache=list.txt']);
    expect(outcome).toMatchObject({ code: without.code, out: without.out });
    expect(outcome.err).toContain('is no cache of Readout. It is left as it is');
    expect(readFileSync(join(root, 'list.txt'), 'utf8')).toBe('mine');
    const inFolder = await run(root, [...CHECK, '--cache=folder']);
    expect(inFolder).toMatchObject({ code: without.code, out: without.out });
    expect(inFolder.err).toContain('is a folder');
  });

  it('starts afresh behind another version, older or newer', async () => {
    const root = folder({ 'a.md': duplicateKey() });
    const without = await run(root, CHECK);
    const file = join(root, '.readout-cache');
    for (const head of [
      '{"readoutCache":99,"new":"form"}',
      '{"readoutCache":1,"engine":"0.0.1","sum":"x"}',
    ]) {
      writeFileSync(file, `${head}\nwhatever`);
      expect(await run(root, [...CHECK, '--cache'])).toEqual(without);
      expect(readFileSync(file, 'utf8')).not.toContain('whatever');
    }
  });

  it('says that it could not be written, and the results stand', async () => {
    const root = folder({ 'a.md': duplicateKey() });
    const without = await run(root, CHECK);
    const outcome = await run(root, [...CHECK, '--cache=no/such/folder/cache']);
    expect(outcome).toMatchObject({ code: without.code, out: without.out });
    expect(outcome.err).toMatch(/^readout: The cache .* was not written: .*The results are complete\.\n$/);
  });

  it('a disk that fails while the cache is written leaves no half of one behind', () => {
    const root = folder({});
    const file = join(root, 'cache');
    const cache = new ResultCache(file, 'engine');
    cache.set('key', 1);
    // The folder in the way lets everything go well but the last step, even for root.
    mkdirSync(join(file, 'x'), { recursive: true });
    expect(cache.save()).toMatch(/was not written: .+\. The results are complete\.$/);
    expect(readdirSync(root)).toEqual(['cache']);
  });

  it('clears away what killed runs left behind, and nothing else', async () => {
    const root = folder({
      'a.md': duplicateKey(),
      '.readout-cache.123.abc.tmp': 'half',
      '.readout-cache.124.abd.tmp': 'half, a moment ago',
      '.readout-cache.mine.tmp': 'not ours',
    });
    utimesSync(join(root, '.readout-cache.123.abc.tmp'), 1, 1);
    utimesSync(join(root, '.readout-cache.mine.tmp'), 1, 1);
    await run(root, [...CHECK, '--cache']);
    expect(readdirSync(root).sort()).toEqual([
      '.readout-cache',
      '.readout-cache.124.abd.tmp',
      '.readout-cache.mine.tmp',
      'a.md',
    ]);
  });

  it('two runs at once end with a whole cache', async () => {
    const root = folder(
      Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`${i % 2}/${i}.md`, readout(url(`s-${i}`))])),
    );
    const without = await run(root, CHECK);
    const both = await Promise.all([
      run(root, [...CHECK, '--cache']),
      run(root, ['check', '0', ...CHECK.slice(2), '--cache']),
    ]);
    expect(both[0]).toEqual(without);
    expect(await run(root, [...CHECK, '--cache'])).toEqual(without);
  });

  it('drops what twenty runs had no use for', () => {
    const file = join(folder({}), 'cache');
    const first = new ResultCache(file, 'e');
    first.set('old', 1);
    first.set('kept', 2);
    first.save();
    for (let turn = 0; turn < 20; turn++) {
      const cache = new ResultCache(file, 'e');
      expect(cache.get('old')).toBe(1);
      cache.keep('kept');
      cache.save();
    }
    const last = new ResultCache(file, 'e');
    last.keep('kept');
    last.save();
    const after = new ResultCache(file, 'e');
    expect([after.get('old'), after.get('kept')]).toEqual([undefined, 2]);
  });

  it('says the same as without after any changes to files and settings', { timeout: 120_000 }, async () => {
    const name = fc.constantFrom('a.md', 'b.md', 'c/d.md', 'c/e.md', 'c/2023-11-17-statement.md');
    const content = fc.constantFrom(
      readout(),
      duplicateKey(),
      readout(url('one')),
      readout(url('two'), 'President Noriega met the the Prime Minister.\n\n\\###\n'),
      readout(url('two')),
      `${readout(url('two'))}<!-- readout-disable corpus/duplicate-url -->\n`,
      readout({ source_url: '"https://x.example/\\u0061"' }),
      '# No readout\n',
      'date: 1\n',
    );
    const settings = fc.constantFrom(
      'rules:\n  corpus/duplicate-url: error\n',
      'rules:\n  body/repeated-word: off\n',
      'include: ["**/*.md"]\n',
      'exclude: ["c/**"]\n',
    );
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('write' as const), name, content }) },
      fc.record({ kind: fc.constant('remove' as const), name }),
      fc.record({ kind: fc.constant('rename' as const), name, to: name }),
      fc.record({ kind: fc.constant('settings' as const), settings }),
      fc.record({ kind: fc.constant('check one' as const), name }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), async (steps) => {
        const root = folder({ 'c/z.md': readout(url('one')), 'y.md': readout(url('two')) });
        for (const each of steps) {
          if (each.kind === 'write') writeFileSync(join(root, each.name), each.content);
          else if (each.kind === 'settings') writeFileSync(join(root, '.readout.yaml'), each.settings);
          else if (each.kind === 'remove') rmSync(join(root, each.name), { force: true });
          else if (existsSync(join(root, each.name))) {
            if (each.kind === 'rename') renameSync(join(root, each.name), join(root, each.to));
            else await run(root, ['check', each.name, ...CHECK.slice(2), '--cache']);
          }
          expect(await run(root, [...CHECK, '--cache'])).toEqual(await run(root, CHECK));
        }
        rmSync(root, { recursive: true });
      }),
      { numRuns: 25 },
    );
  });
});

function flip(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}
