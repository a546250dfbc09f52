import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { duplicateKey, findingsOf, folder, GOOD_NAME, readout, run } from './harness.ts';

const codes = async (root: string, args: readonly string[]) =>
  findingsOf(await run(root, ['check', '--format', 'json', ...args])).map(({ file, code }) => [
    file.slice(root.length + 1),
    code,
  ]);

describe('settings on the command line', () => {
  it('come from the nearest file upwards', async () => {
    const root = folder({
      [`a/${GOOD_NAME}`]: duplicateKey(),
      'a/.readout.yaml': 'rules: { frontmatter/duplicate-key: off }\n',
      [`b/${GOOD_NAME}`]: duplicateKey(),
    });
    expect(await codes(root, ['a', 'b', '--rule', 'corpus/duplicate-url=off'])).toEqual([
      [`b/${GOOD_NAME}`, 'frontmatter/duplicate-key'],
    ]);
  });

  it('--config names the one file for all, --rule has the last word', async () => {
    const root = folder({
      [`a/${GOOD_NAME}`]: duplicateKey(),
      'a/.readout.yaml': 'rules: { frontmatter/duplicate-key: off }\n',
      'strict.yaml': 'rules: { frontmatter/duplicate-key: warning }\n',
    });
    const outcome = await run(root, ['check', 'a', '--config', 'strict.yaml', '--format', 'json']);
    expect(findingsOf(outcome).map(({ severity }) => severity)).toEqual(['warning']);
    expect(outcome.code).toBe(0);
    expect((await run(root, ['check', 'a', '--config', 'strict.yaml', '--max-warnings', '0'])).code).toBe(1);
    const hint = await run(root, [
      'check',
      'a',
      '--format',
      'json',
      '--rule',
      'frontmatter/duplicate-key=hint',
    ]);
    expect(findingsOf(hint).map(({ severity }) => severity)).toEqual(['hint']);
  });

  it('files under `include` must be readouts, files under `exclude` are never looked at', async () => {
    const root = folder({
      '.readout.yaml': 'include: [statements]\nexclude: [statements/drafts]\n',
      'statements/2023-11-17-a.md': 'Lorem ipsum dolor sit amet.\n',
      'statements/drafts/x.md': duplicateKey(),
      'other/notes.md': 'Lorem ipsum dolor sit amet.\n',
    });
    const found = await codes(root, ['.', '--no-markdownlint']);
    expect(new Set(found.map(([file]) => file))).toEqual(new Set(['statements/2023-11-17-a.md']));
    expect(found.length).toBeGreaterThan(0);
  });

  it('broken settings are findings in their file and exit code 2; checking goes on', async () => {
    const root = folder({
      '.readout.yaml': 'rules:\n  frontmatter/duplicatekey: off\n',
      [GOOD_NAME]: duplicateKey(),
    });
    const outcome = await run(root, ['check', '.', '--format', 'json']);
    expect(outcome.code).toBe(2);
    const [first, second] = findingsOf(outcome);
    expect(first).toMatchObject({
      file: join(root, '.readout.yaml'),
      range: { start: { line: 1, character: 2 }, end: { line: 1, character: 26 } },
      severity: 'error',
      code: 'settings/unknown',
    });
    expect(first?.message).toContain('Did you mean “frontmatter/duplicate-key”?');
    expect(second?.code).toBe('frontmatter/duplicate-key');
  });

  it.each([
    [['--config', 'missing.yaml'], 'There is no settings file missing.yaml.'],
    [['--rule', 'body/end-mark'], '--rule takes CODE=SEVERITY'],
    [['--rule', 'body/endmark=off'], 'Did you mean “body/end-mark”?'],
    [['--rule', 'body/end-mark=warn'], 'Did you mean “warning”?'],
    [['--stdin'], 'Either --stdin or paths, not both.'],
    [['--stdin-filename', 'x.md'], 'it needs --stdin'],
    [['--jobs', '0'], 'a whole number from 1'],
  ])('%j is answered with a sentence and exit code 2', async (args, sentence) => {
    const root = folder({ [GOOD_NAME]: readout() });
    const outcome = await run(root, ['check', GOOD_NAME, ...args]);
    expect(outcome).toMatchObject({ code: 2, out: '' });
    expect(outcome.err).toContain(sentence);
  });
});

describe('standard input', () => {
  it('is checked under the name given, with the settings that lie there', async () => {
    const root = folder({ 'a/.readout.yaml': 'rules: { frontmatter/duplicate-key: hint }\n' });
    const named = await run(
      root,
      ['check', '--stdin', '--stdin-filename', `a/${GOOD_NAME}`, '--format', 'json'],
      {
        input: duplicateKey(),
      },
    );
    expect(findingsOf(named)).toMatchObject([{ file: join(root, 'a', GOOD_NAME), severity: 'hint' }]);
    const unnamed = await run(root, ['check', '--stdin', '--format', 'json'], { input: duplicateKey() });
    expect(findingsOf(unnamed)).toMatchObject([{ file: '<stdin>', severity: 'error' }]);
  });
});

describe('quiet and limits', () => {
  it('--quiet reports errors only, but warnings still count', async () => {
    const root = folder({ [GOOD_NAME]: duplicateKey() });
    const args = ['check', '.', '--format', 'json', '--rule', 'frontmatter/duplicate-key=warning', '--quiet'];
    expect(await run(root, args)).toMatchObject({ code: 0, out: '[]\n' });
    expect(await run(root, [...args, '--max-warnings', '0'])).toMatchObject({ code: 1, out: '[]\n' });
  });
});

describe('markdownlint', () => {
  it('runs last, can be suppressed and left out', async () => {
    const root = folder({
      [GOOD_NAME]: readout(
        {},
        'President Noriega spoke with Prime Minister Adele Strand of Norland [at length]().\n\n\\###\n',
      ),
    });
    expect(await codes(root, ['.'])).toEqual([[GOOD_NAME, 'markdownlint/MD042']]);
    expect(await codes(root, ['.', '--no-markdownlint'])).toEqual([]);
    expect(await codes(root, ['.', '--rule', 'markdownlint/MD042=off'])).toEqual([]);
    const suppressed = folder({
      [GOOD_NAME]: readout(
        {},
        '<!-- readout-disable-next-line markdownlint/MD042 -->\nPresident Noriega spoke with Prime Minister Adele Strand of Norland [at length]().\n\n\\###\n',
      ),
    });
    expect(await codes(suppressed, ['.'])).toEqual([]);
  });
});
