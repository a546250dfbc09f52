import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { placeholderIn, placeholdersOf, TEMPLATES } from '../../server/src/core/templates/index.ts';
import { findingsOf, folder, GOOD_NAME, readout, run } from './harness.ts';

const NOW = '2023-11-17 17:33:23-05:00';
const codes = (out: string): string[] => [...new Set(out.match(/release\/[a-z-]+/g) ?? [])];

async function release(over: Readonly<Record<string, string>>, now = NOW, body?: string) {
  const root = folder({ [GOOD_NAME]: readout(over, body) });
  const { code, out } = await run(root, ['check', '--release', '--now', now, GOOD_NAME]);
  return { code, codes: codes(out) };
}

describe('readout check --release', () => {
  it('lets pass what is cleared and finished', async () => {
    expect(await release({ status: 'cleared' })).toEqual({ code: 0, codes: [] });
    expect(await release({ status: 'released' })).toEqual({ code: 0, codes: [] });
  });

  it('refuses what is not cleared', async () => {
    expect(await release({ status: 'draft' })).toEqual({ code: 1, codes: ['release/not-cleared'] });
    expect(await release({})).toEqual({ code: 1, codes: ['release/not-cleared'] });
  });

  it('refuses what is under embargo at the moment given', async () => {
    const fields = { status: 'cleared', embargo_until: '2023-11-17 17:00:00-05:00' };
    expect(await release(fields, '2023-11-17 16:59:59-05:00')).toEqual({
      code: 1,
      codes: ['release/embargoed'],
    });
    expect(await release(fields, '2023-11-17 23:00:00+01:00')).toEqual({ code: 0, codes: [] });
  });

  it('refuses what is unfinished', async () => {
    const outcome = await release(
      { status: 'cleared' },
      NOW,
      'President Noriega spoke with [NAME].\n\n\\###\n',
    );
    expect(outcome).toEqual({ code: 1, codes: ['release/unfinished'] });
  });

  it('is not talked out of it by a comment in the file', async () => {
    const body = '<!-- readout-disable-file -->\n\nPresident Noriega spoke today with Norland.\n\n\\###\n';
    expect((await release({ status: 'draft' }, NOW, body)).codes).toContain('release/not-cleared');
  });

  it('refuses a file named alone, or standard input, that is no readout at all', async () => {
    const root = folder({ 'notes.md': 'Notes.\n' });
    expect((await run(root, ['check', 'notes.md'])).code).toBe(0);
    expect((await run(root, ['check', '--release', 'notes.md'])).code).toBe(1);
    expect((await run(root, ['check', '--release', '--stdin'], { input: 'Notes.\n' })).code).toBe(1);
    expect((await run(root, ['check', '--release', '.'])).code).toBe(0);
  });

  it('is silent without --release', async () => {
    const root = folder({ [GOOD_NAME]: readout({ status: 'draft' }) });
    expect((await run(root, ['check', GOOD_NAME])).code).toBe(0);
  });

  it.each([
    [['--now', NOW], 'needs --release'],
    [['--release', '--now', 'noon'], 'date, time and offset'],
    [['--release', '--fix'], 'mend it first'],
  ])('%j is answered with a sentence and exit code 2', async (args, sentence) => {
    const outcome = await run(folder({ [GOOD_NAME]: readout() }), ['check', ...args, GOOD_NAME]);
    expect(outcome.code).toBe(2);
    expect(outcome.err).toContain(sentence);
  });
});

describe('readout clear', () => {
  it('records the clearance; the document can be released, and a change is reported', async () => {
    const body = 'President Noriega promised Norland $12 million today.\n\n\\###\n';
    const root = folder({ [GOOD_NAME]: readout({ status: 'draft' }, body) });
    const path = join(root, GOOD_NAME);
    const outcome = await run(root, ['clear', '--by', 'Ines Holm', '--on', '2023-11-17', GOOD_NAME]);
    expect(outcome).toEqual({ code: 0, out: `${GOOD_NAME}: cleared by Ines Holm.\n`, err: '' });
    const text = readFileSync(path, 'utf8');
    expect(text).toContain("\nstatus: cleared\nclearance:\n  by: Ines Holm\n  day: '2023-11-17'\n");
    const check = (input: string) =>
      run(root, ['check', '--release', '--now', NOW, '--stdin', '--stdin-filename', GOOD_NAME], { input });
    expect(await check(text)).toMatchObject({ code: 0 });
    expect(codes((await check(text)).out)).toEqual([]);
    const other = await check(text.replace('promised Norland $12', 'promised Norland $21'));
    expect(codes(other.out)).toEqual(['release/changed-since-clearance']);
  });

  it.each([
    [['--on', '2023-11-17', GOOD_NAME], 'Say who cleared it'],
    [['--by', 'Ines Holm', '--on', '17 November', GOOD_NAME], 'year-month-day'],
    [['--by', 'Ines Holm'], 'Name at least one file'],
    [['--by', 'Ines Holm', 'missing.md'], 'There is no file'],
    [['--by', 'Ines Holm', 'notes.md'], 'notes.md was not cleared'],
  ])('%j is answered with a sentence and exit code 2', async (args, sentence) => {
    const root = folder({ [GOOD_NAME]: readout(), 'notes.md': 'Notes.\n' });
    const outcome = await run(root, ['clear', ...args]);
    expect(outcome).toMatchObject({ code: 2, out: '' });
    expect(outcome.err).toContain(sentence);
    expect(readFileSync(join(root, 'notes.md'), 'utf8')).toBe('Notes.\n');
  });
});

describe('statements from templates', () => {
  it.each(TEMPLATES.filter(({ kind }) => kind !== 'frontmatter'))(
    '$id: filled in and cleared, it may be released without an error or warning',
    async (template) => {
      const root = folder({});
      // Short names are made from the full ones.
      const asked = placeholdersOf(template).filter(
        (name) => placeholderIn(name, template).sameAs === undefined,
      );
      const set = asked.flatMap((name) => ['--set', `${name}=${placeholderIn(name, template).example}`]);
      expect((await run(root, ['new', template.id, ...set, '-o', '.'])).code).toBe(0);
      const [name = ''] = readdirSync(root);
      const check = ['check', '--release', '--max-warnings', '0', '--format', 'json', name];
      expect((await run(root, check)).code).toBe(1);
      expect((await run(root, ['clear', '--by', 'Ines Holm', name])).code).toBe(0);
      const checked = await run(root, check);
      expect(findingsOf(checked)).toEqual([]);
      expect(checked.code).toBe(0);
    },
  );
});
