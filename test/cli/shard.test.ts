import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInShard, readShard } from '../../server/src/cli/shard.ts';
import { UsageError } from '../../server/src/cli/terminal.ts';
import { duplicateKey, findingsOf, folder, readout, run } from './harness.ts';

/** Documents in three folders, some wrong, each address in two or three of them; other files, and broken settings. */
function archive(extra: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const files = Object.fromEntries(
    Array.from({ length: 24 }, (_, index) => {
      const text = index % 5 === 0 ? duplicateKey() : readout();
      const url = `source_url: https://bidenwhitehouse.archives.gov/briefing-room/statements-releases/2023/11/17/statement-${index % 11}/`;
      return [`${index % 3}/2023-11-17-statement-${index}.md`, text.replace(/^source_url: .*$/m, url)];
    }),
  );
  return folder({ ...files, 'README.md': '# Notes\n', ...extra });
}

/** Runs all shards of a check and leaves their reports in `reports/`. */
async function inShards(root: string, count: number, args: readonly string[] = ['.']): Promise<void> {
  mkdirSync(join(root, 'reports'), { recursive: true });
  for (let index = 1; index <= count; index++) {
    const shard = await run(root, ['check', ...args, '--shard', `${index}/${count}`, '--format', 'blob']);
    expect([0, 1, 2]).toContain(shard.code);
    writeFileSync(join(root, `reports/${index}.blob`), shard.out);
  }
}

/** JUnit tells when it began. */
function timeless(text: string): string {
  return text.replaceAll(/timestamp="[^"]*"/g, 'timestamp=""');
}

describe('--shard', () => {
  it('gives every document to exactly one shard, about as many to each', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 50 }), (path, count) => {
        const shards = Array.from({ length: count }, (_, index) => ({ index: index + 1, count }));
        expect(shards.filter((shard) => isInShard(path, shard))).toHaveLength(1);
      }),
    );
    const paths = Array.from({ length: 4000 }, (_, i) => `statements/2023/2023-11-17-statement-${i}.md`);
    for (const index of [1, 2, 3, 4]) {
      const mine = paths.filter((path) => isInShard(path, { index, count: 4 })).length;
      expect(mine).toBeGreaterThan(850);
      expect(mine).toBeLessThan(1150);
    }
  });

  it('reads PART/PARTS and nothing else', () => {
    expect(readShard('2/4')).toEqual({ index: 2, count: 4 });
    for (const wrong of ['0/4', '5/4', '2', '2/', 'a/b', '-1/2', '1/0', '1/1001', '1.5/2'])
      expect(() => readShard(wrong), wrong).toThrow(UsageError);
  });

  it('finds an address that stands in two shards', async () => {
    const root = archive();
    const whole = findingsOf(await run(root, ['check', '.', '--format', 'json']));
    const parts = await Promise.all(
      [1, 2, 3].map((index) => run(root, ['check', '.', '--shard', `${index}/3`, '--format', 'json'])),
    );
    const found = parts.flatMap(findingsOf);
    expect(found).toHaveLength(whole.length);
    const key = (each: unknown) => JSON.stringify(each);
    expect(found.map(key).sort()).toEqual(whole.map(key).sort());
    expect(found.filter(({ code }) => code === 'corpus/duplicate-url')).toHaveLength(24);
  });

  it.each([
    [['check', '.', '--format', 'blob'], 'it needs --shard'],
    [['check', '.', '--shard', '1/2', '--fix'], 'mend without it'],
    [
      ['check', '.', '--shard', '1/2', '--format', 'blob', '--quiet'],
      'give --quiet to readout merge-reports',
    ],
    [['check', '--stdin', '--shard', '1/2'], 'does not go with --stdin'],
  ])('%j is wrong usage', async (args, sentence) => {
    const outcome = await run(folder({}), args);
    expect(outcome).toMatchObject({ code: 2, out: '' });
    expect(outcome.err).toContain(sentence);
  });
});

describe('merge-reports', () => {
  it.each(['pretty', 'json', 'github', 'sarif', 'junit'])(
    'makes the %s report of the whole',
    async (format) => {
      const root = archive({ 'latin.md': Buffer.from(readout().replace('Adele', 'Ad\u00e8le'), 'latin1') });
      await inShards(root, 3);
      const whole = await run(root, ['check', '.', '--format', format]);
      const merged = await run(root, ['merge-reports', 'reports', '--format', format]);
      expect(timeless(merged.out)).toBe(timeless(whole.out));
      expect(merged).toMatchObject({ code: whole.code, err: whole.err });
      expect(whole.code).toBe(1);
    },
  );

  it('tells of broken settings and unreadable paths once, as a check does', async () => {
    const root = archive({ '1/.readout.yaml': 'rules:\n  no/such-rule: error\n' });
    await inShards(root, 4, ['.', 'missing']);
    const whole = await run(root, ['check', '.', 'missing', '--format', 'json']);
    expect(whole.code).toBe(2);
    expect(whole.err).toContain('missing');
    expect(await run(root, ['merge-reports', 'reports', '--format', 'json'])).toEqual(whole);
  });

  it('judges as a check does: --quiet, --max-warnings', async () => {
    const root = folder({ 'a.md': readout({ title: "'A  Statement '" }), 'b.md': readout() });
    await inShards(root, 2);
    for (const judgement of [['--quiet'], ['--max-warnings', '0'], ['--max-warnings', '50']]) {
      const whole = await run(root, ['check', 'a.md', 'b.md', ...judgement]);
      expect(await run(root, ['merge-reports', 'reports', ...judgement])).toEqual(whole);
    }
  });

  it('holds on a machine where the files lie elsewhere', async () => {
    const root = archive();
    await inShards(root, 2);
    const elsewhere = folder({
      '1.blob': readFileSync(join(root, 'reports/1.blob')),
      '2.blob': readFileSync(join(root, 'reports/2.blob')),
    });
    expect(readFileSync(join(root, 'reports/1.blob'), 'utf8')).not.toContain(root);
    const merged = await run(elsewhere, ['merge-reports', '.', '--format', 'json']);
    const whole = await run(root, ['check', '.', '--format', 'json']);
    expect(merged.out).toBe(whole.out.replaceAll(root, elsewhere));
  });

  it('equals the whole for any archive and any number of shards', { timeout: 120_000 }, async () => {
    const name = fc.constantFrom('a', 'b c', 'd/e', 'd/f', 'g/h/\u00e9', '1', '10', '2');
    const text = fc.constantFrom(
      readout(),
      duplicateKey(),
      '# Notes\n',
      readout({ title: "'A \u2028 Statement'" }, 'The the \u2028 Prime Minister.\n'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(name, text, { minKeys: 1 }),
        fc.integer({ min: 1, max: 5 }),
        async (files, count) => {
          const root = folder(
            Object.fromEntries(Object.entries(files).map(([path, content]) => [`in/${path}.md`, content])),
          );
          await inShards(root, count, ['in']);
          for (const format of ['pretty', 'json']) {
            expect(await run(root, ['merge-reports', 'reports', '--format', format])).toEqual(
              await run(root, ['check', 'in', '--format', format]),
            );
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  describe('refuses what does not belong together', () => {
    async function merged(change: (root: string) => void | Promise<void>) {
      const root = archive();
      await inShards(root, 2);
      await change(root);
      return run(root, ['merge-reports', 'reports']);
    }
    const blob = (root: string, index: number) => join(root, `reports/${index}.blob`);

    it('a missing shard', async () => {
      const outcome = await merged((root) => writeFileSync(blob(root, 2), readFileSync(blob(root, 1))));
      expect(outcome).toMatchObject({ code: 2, out: '' });
      expect(outcome.err).toContain('are both shard 1/2');
      const root = archive();
      await inShards(root, 2);
      const one = await run(root, ['merge-reports', 'reports/1.blob']);
      expect(one).toMatchObject({ code: 2, out: '', err: 'readout: The report of shard 2/2 is missing.\n' });
    });

    it('shards of other files', async () => {
      const outcome = await merged(async (root) => {
        writeFileSync(join(root, 'new.md'), readout());
        const shard = await run(root, ['check', '.', '--shard', '2/2', '--format', 'blob']);
        writeFileSync(blob(root, 2), shard.out);
      });
      expect(outcome).toMatchObject({ code: 2, out: '' });
      expect(outcome.err).toContain('was made of other files than');
    });

    it('shards with other options', async () => {
      const outcome = await merged(async (root) => {
        const shard = await run(root, [
          'check',
          '.',
          '--shard',
          '2/2',
          '--format',
          'blob',
          '--no-markdownlint',
        ]);
        writeFileSync(blob(root, 2), shard.out);
      });
      expect(outcome.err).toContain('was made with other settings or options than');
    });

    it('another version', async () => {
      const outcome = await merged((root) =>
        writeFileSync(
          blob(root, 2),
          readFileSync(blob(root, 2), 'utf8').replace(/"version":"[^"]*"/, '"version":"99.0.0"'),
        ),
      );
      expect(outcome.err).toContain('was made by another version of Readout than');
    });

    it('what is no report, or damaged', async () => {
      const none = await merged((root) => writeFileSync(blob(root, 2), '[]\n'));
      expect(none.err).toContain('is no report of a shard');
      const damaged = await merged((root) => {
        const lines = readFileSync(blob(root, 2), 'utf8').split('\n');
        lines[2] = 'x';
        writeFileSync(blob(root, 2), lines.join('\n'));
      });
      expect(damaged.code).toBe(2);
      expect(damaged.err).toContain('is damaged');
      expect(await run(folder({}), ['merge-reports', '.'])).toMatchObject({ code: 2, out: '' });
      expect(await run(folder({}), ['merge-reports', 'nowhere.blob'])).toMatchObject({ code: 2, out: '' });
    });

    it('a file that stands in no report', async () => {
      const outcome = await merged((root) => {
        const lines = readFileSync(blob(root, 2), 'utf8').split('\n');
        const end = JSON.parse(lines.at(-2) as string);
        lines.splice(2, 1);
        lines[lines.length - 2] = JSON.stringify({ ...end, files: end.files - 1 });
        writeFileSync(blob(root, 2), lines.join('\n'));
      });
      expect(outcome.code).toBe(2);
      expect(outcome.err).toContain('stand in no report');
    });
  });

  it.each([
    ['was killed', (text: string) => text.slice(0, -60), 'breaks off'],
    ['was killed between two files', (text: string) => text.replace(/\n[^\n]*\n$/, '\n'), 'breaks off'],
    [
      'was interrupted',
      (text: string) => text.replace('"interrupted":false', '"interrupted":true'),
      'was interrupted',
    ],
  ])('a shard that %s is said, with what there is', async (_, change, sentence) => {
    const root = archive();
    await inShards(root, 2);
    const file = join(root, 'reports/2.blob');
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    const outcome = await run(root, ['merge-reports', 'reports', '--format', 'json']);
    expect(outcome.code).toBe(2);
    expect(outcome.err).toContain(sentence);
    expect(findingsOf(outcome).length).toBeGreaterThan(10);
  });
});
