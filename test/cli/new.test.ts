import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Terminal } from '../../server/src/cli/terminal.ts';
import { placeholderIn, placeholdersOf, TEMPLATES } from '../../server/src/core/templates/index.ts';
import { findingsOf, folder, GOOD_NAME, readout, run } from './harness.ts';

const CALL = ['new', 'call', '--set', 'principal=President Noriega', '--set', 'country=Norland'];
const COUNTERPART = ['--set', 'counterpart=Prime Minister Adele Strand'];

/** A terminal at which these answers are typed; after them, Ctrl-C. */
function typing(answers: readonly string[]): { terminal: Partial<Terminal>; asked: string[] } {
  const left = [...answers];
  const asked: string[] = [];
  const ask = async (question: string) => {
    asked.push(question);
    return left.shift();
  };
  return { terminal: { prompter: () => ({ ask, close: () => undefined }) }, asked };
}

describe('readout new', () => {
  it.each(TEMPLATES.filter(({ kind }) => kind !== 'frontmatter'))(
    '$id: filled with sensible values, it passes the check',
    async (template) => {
      const root = folder({});
      const set = placeholdersOf(template).flatMap((name) => [
        '--set',
        `${name}=${placeholderIn(name, template).example}`,
      ]);
      const made = await run(root, ['new', template.id, ...set, '-o', '.']);
      expect(made).toMatchObject({ code: 0, out: '' });
      const [name = ''] = readdirSync(root);
      expect(made.err).toContain(name);
      const checked = await run(root, ['check', '--max-warnings', '0', '--format', 'json', '.']);
      expect(findingsOf(checked)).toEqual([]);
      expect(checked.code).toBe(0);
    },
  );

  it('prints without -o; what the passages need stays visible', async () => {
    const made = await run(folder({}), [...CALL, ...COUNTERPART, '--set', 'date=2026-06-09']);
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.out).toContain("date: '2026-06-09'\n");
    expect(made.out).toContain(
      'spoke today with Prime Minister Adele Strand of Norland. The two leaders discussed [TOPICS].',
    );
    expect(made.out.endsWith('\n\\###\n')).toBe(true);
  });

  it('says in plain words what is missing, and writes nothing', async () => {
    const root = folder({});
    const made = await run(root, [...CALL, '-o', 'call.md']);
    expect(made).toMatchObject({ code: 2, out: '' });
    expect(made.err).toContain('--set counterpart="…"');
    expect(made.err).not.toContain('--set country');
    expect(readdirSync(root)).toEqual([]);
    expect((await run(root, ['new'])).err).toContain('Name a template');
  });

  it('never overwrites without --force', async () => {
    const root = folder({ 'call.md': 'mine' });
    const refused = await run(root, [...CALL, ...COUNTERPART, '-o', 'call.md']);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('--force');
    expect(readFileSync(join(root, 'call.md'), 'utf8')).toBe('mine');
    const forced = await run(root, [...CALL, ...COUNTERPART, '-o', 'call.md', '--force']);
    expect(forced.code).toBe(0);
    expect(readFileSync(join(root, 'call.md'), 'utf8')).toMatch(/^---\n/);
  });

  it('asks in a terminal, shows defaults and the glossary’s people, and takes a number for one', async () => {
    const root = folder({
      '.readout.yaml':
        'glossary:\n  people:\n    - name: Adele Strand\n      title: Prime Minister\n      of: Norland\n',
    });
    const { terminal, asked } = typing([
      'call',
      '',
      'President Noriega',
      '1',
      '',
      '',
      '2026-02-30',
      '2026-06-09',
    ]);
    const made = await run(root, ['new', '-o', 'new/'], { terminal });
    expect(made.code).toBe(0);
    expect(made.err).toContain('   1  Prime Minister Adele Strand – Norland\n');
    expect(made.err).toContain('This one is needed.');
    expect(made.err).toContain('“2026-02-30” is no day');
    expect(asked.slice(1)).toEqual([
      'Name of principal: ',
      'Name of principal: ',
      'Name of counterpart: ',
      'Country [Norland]: ',
      'Day [today]: ',
      expect.stringMatching(/^Date of publication \[\d{4}-\d\d-\d\d\]: $/),
      expect.stringMatching(/^Date of publication \[/),
    ]);
    const name =
      '2026-06-09-readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland.md';
    expect(readFileSync(join(root, 'new', name), 'utf8')).toContain(
      '\nPresident Noriega spoke today with Prime Minister Adele Strand of Norland. ',
    );
  });

  it('Ctrl-C leaves with 130 and writes nothing', async () => {
    const root = folder({});
    for (const answers of [[], ['call'], ['call', 'President Noriega']]) {
      const made = await run(root, ['new', '-o', 'a/b.md'], { terminal: typing(answers).terminal });
      expect(made).toMatchObject({ code: 130, out: '' });
    }
    expect(existsSync(join(root, 'a'))).toBe(false);
  });

  it('knows what was meant', async () => {
    const root = folder({});
    expect((await run(root, ['new', 'cal'])).err).toContain('Did you mean “call”?');
    const unknown = await run(root, ['new', 'call', '--set', 'contry=Norland']);
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain('Did you mean “country”?');
    expect((await run(root, ['new', 'call', '--set', 'country'])).err).toContain('--set KEY=VALUE');
    expect((await run(root, ['new', 'call', '--set', 'date=June 9'])).err).toContain('is no day');
  });

  it('lists templates, and the keys of one', async () => {
    const root = folder({});
    const list = await run(root, ['new', '--list']);
    expect(list.out.split('\n')).toHaveLength(TEMPLATES.length + 1);
    expect(list.out).toMatch(/^call +Two leaders spoke by telephone\.$/m);
    const keys = await run(root, ['new', 'call', '--list']);
    expect(keys.out).toMatch(/^topics +.*Example: /m);
    expect(keys.out).toMatch(/^date +/m);
  });

  it('says why a file cannot be written, and what is wrong with the settings', async () => {
    const root = folder({ file: '', 'bad/.readout.yaml': 'timeZone: [' });
    const made = await run(root, [...CALL, ...COUNTERPART, '-o', 'file/x.md']);
    expect(made.code).toBe(2);
    expect(made.err).toContain('was not written');
    const broken = await run(root, [...CALL, ...COUNTERPART, '-o', 'bad/x.md']);
    expect(broken.code).toBe(2);
    expect(broken.err).toContain('.readout.yaml: ');
    expect(existsSync(join(root, 'bad/x.md'))).toBe(false);
  });

  it('offers people of the statements in the folder, with the title they bore last', async () => {
    const statement = (date: string, office: string): string =>
      readout({
        date: `'${date}'`,
        title: `Readout of President Noriega’s Call with ${office} Strand`,
      }).replace('Prime Minister Adele Strand', `${office} Adele Strand`);
    const root = folder({
      'old/2022-05-02-a.md': statement('2022-05-02', 'Foreign Minister'),
      '2024-05-02-a.md': statement('2024-05-02', 'Prime Minister'),
      'notes.md': 'President Nobody.\n',
    });
    const { terminal } = typing(['President Noriega', '1', '', '', '']);
    const made = await run(root, ['new', 'call'], { terminal });
    expect(made.code).toBe(0);
    expect(made.err).toContain('   1  Prime Minister Adele Strand – Norland\n');
    expect(made.out).toContain('with Prime Minister Adele Strand of Norland. ');
  });

  it('knows the templates of the folder, and the check tells what is wrong with them', async () => {
    const root = folder({
      '.readout/templates/call.md':
        '---\ntitle: Our call\ndescription: A call as we write it.\nheadline: Call with {counterpart}\n---\n\n{principal} called {counterpart} {day}.\n',
      '.readout/templates/briefing.md': '---\nheadline: Briefing\n---\n\n{principle} spoke.\n',
      [GOOD_NAME]: readout(),
    });
    const list = await run(root, ['new', '--list']);
    expect(list.out).toMatch(/^briefing +A template of this workspace\.\ncall +A call as we write it\.\n/);
    const made = await run(root, [...CALL.slice(0, 4), ...COUNTERPART]);
    expect(made.out).toContain('\n\nPresident Noriega called Prime Minister Adele Strand today.\n\n\\###\n');
    const checked = await run(root, ['check', '--format', 'json', '.']);
    expect(checked.code).toBe(1);
    expect(findingsOf(checked).map(({ code, message }) => [code, message.slice(0, 80)])).toEqual([
      [
        'template/placeholder',
        'There is no placeholder {principle}. Did you mean {principal}? Describe it under',
      ],
    ]);
  });

  it('takes templates from the folder that the settings name, and says if there is none', async () => {
    const root = folder({
      '.readout.yaml': 'templates: house/templates\n',
      'house/templates/briefing.md':
        '---\ntitle: Briefing\ntags: statements-releases\nheadline: Briefing\n---\n\n{principal} spoke {day}.\n',
      [GOOD_NAME]: readout(),
    });
    const made = await run(root, ['new', 'briefing', '--set', 'principal=President Noriega']);
    expect(made.out).toContain('\nPresident Noriega spoke today.\n');
    // The template has two keys of a readout, yet it is none.
    expect(await run(root, ['check', '--max-warnings', '0', '.'])).toMatchObject({ code: 0 });
    const wrong = folder({ '.readout.yaml': 'templates: nowhere\n', [GOOD_NAME]: readout() });
    const checked = await run(wrong, ['check', '.']);
    expect(checked.code).toBe(2);
    expect(checked.out).toContain('There is no folder nowhere with templates');
  });
});
