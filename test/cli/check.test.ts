import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SettingsFiles } from '../../server/src/config-files/load.ts';
import { isExcluded, looksLikeReadout, mustBeReadout } from '../../server/src/core/config/ownership.ts';
import { check, Readout } from '../../server/src/core/index.ts';
import { lintMarkdown } from '../../server/src/markdownlint/stage.ts';
import { duplicateKey, findingsOf, folder, GOOD_NAME, readout, run } from './harness.ts';

describe('readout check', () => {
  it('finds nothing in a correct readout', async () => {
    const root = folder({ [GOOD_NAME]: readout() });
    const outcome = await run(root, ['check', '.', '--format', 'json']);
    expect(outcome).toEqual({ code: 0, out: '[]\n', err: '' });
  });

  it('prints the findings as one JSON array of the promised shape, and nothing else', async () => {
    const root = folder({ [GOOD_NAME]: duplicateKey() });
    const outcome = await run(root, ['check', GOOD_NAME, '--format', 'json']);
    expect(outcome.code).toBe(1);
    expect(outcome.err).toBe('');
    const findings = findingsOf(outcome);
    expect(findings).toHaveLength(1);
    const [finding] = findings;
    expect(Object.keys(finding ?? {})).toEqual([
      'file',
      'range',
      'severity',
      'code',
      'message',
      'fixable',
      'url',
    ]);
    expect(finding).toMatchObject({
      file: join(root, GOOD_NAME),
      range: { start: { line: 2, character: 0 } },
      severity: 'error',
      code: 'frontmatter/duplicate-key',
    });
    expect(finding?.url).toMatch(/^file:.*\/docs\/rules\/frontmatter\/duplicate-key\.md$/);
  });

  it('reports for people, lines and columns from one', async () => {
    const root = folder({ [GOOD_NAME]: duplicateKey() });
    const outcome = await run(root, ['check', '.']);
    expect(outcome.code).toBe(1);
    expect(outcome.out).toContain(`${GOOD_NAME}\n`);
    expect(outcome.out).toMatch(/ 3:1 {2}error .*frontmatter\/duplicate-key/);
    expect(outcome.out).toContain('1 document checked: 1 error');
    expect(outcome.out).not.toContain('\u001b');
  });

  it('colours respect NO_COLOR and FORCE_COLOR', async () => {
    const root = folder({ [GOOD_NAME]: duplicateKey() });
    const coloured = async (env: Record<string, string>, outIsTerminal: boolean) =>
      (await run(root, ['check', '.'], { terminal: { env, outIsTerminal } })).out.includes('\u001b[');
    expect(await coloured({}, true)).toBe(true);
    expect(await coloured({ NO_COLOR: '1' }, true)).toBe(false);
    expect(await coloured({ FORCE_COLOR: '1' }, false)).toBe(true);
    expect(await coloured({ FORCE_COLOR: '1', NO_COLOR: '1' }, true)).toBe(false);
    expect(await coloured({}, false)).toBe(false);
  });

  it('leaves other Markdown files alone, in folders and named', async () => {
    const root = folder({
      'README.md': '# Notes\n\nthe the\n',
      'post.md': '---\ntitle: A post\n---\nText\n',
    });
    for (const path of ['.', 'README.md']) {
      const outcome = await run(root, ['check', path, '--format', 'json']);
      expect(outcome).toEqual({ code: 0, out: '[]\n', err: '' });
    }
    expect((await run(root, ['check', '.'])).out).toContain('2 other Markdown files');
  });

  it('walks folders in the order of names, whatever the file system says', async () => {
    const root = folder({
      'b/2.md': duplicateKey(),
      'b/1.markdown': duplicateKey(),
      'a/z.md': duplicateKey(),
      'c.md': duplicateKey(),
      'c.txt': duplicateKey(),
      '.hidden/x.md': duplicateKey(),
      'node_modules/y.md': duplicateKey(),
    });
    const names = findingsOf(await run(root, ['check', '.', '--format', 'json']))
      .filter(({ code }) => code === 'frontmatter/duplicate-key')
      .map(({ file }) => file.slice(root.length + 1));
    expect(names).toEqual(['c.md', 'a/z.md', 'b/1.markdown', 'b/2.md']);
  });

  it('ends with 2 for a path that cannot be read, and still checks the others', async () => {
    const root = folder({ [GOOD_NAME]: duplicateKey() });
    const outcome = await run(root, ['check', 'missing.md', GOOD_NAME, '--format', 'json']);
    expect(outcome.code).toBe(2);
    expect(outcome.err).toBe('readout: There is no file or folder missing.md.\n');
    expect(findingsOf(outcome)).toHaveLength(1);
  });

  it('reports a file that is not UTF-8 where the first wrong byte stands', async () => {
    const text = readout({ title: 'Readout of President Noriega’s Call with Prime Minister Zoé of Norland' });
    const bytes = Buffer.concat(
      text
        .split('é')
        .flatMap((part, i) => (i === 0 ? [Buffer.from(part)] : [Buffer.of(0xe9), Buffer.from(part)])),
    );
    const root = folder({ [GOOD_NAME]: bytes });
    const finding = findingsOf(await run(root, ['check', '.', '--format', 'json'])).find(
      ({ code }) => code === 'file/encoding',
    );
    expect(finding?.message).toContain('0xE9');
    expect(finding?.range.start).toEqual({ line: 6, character: text.split('\n')[6]?.indexOf('é') });
  });

  it('reports UTF-16 as such', async () => {
    const root = folder({ [GOOD_NAME]: Buffer.from(`\ufeff${readout()}`, 'utf16le') });
    const codes = findingsOf(await run(root, ['check', '.', '--format', 'json'])).map(({ code }) => code);
    expect(codes).toEqual(['file/encoding']);
  });
});

describe('wrong usage', () => {
  it.each([
    [[], 'Name a command'],
    [['chekc', '.'], 'Did you mean “readout check”?'],
    [['check'], 'Name at least one file or folder'],
    [['check', '--fromat', 'json', '.'], 'Did you mean --format?'],
    [['check', '--format', 'jsn', '.'], 'Did you mean “json”?'],
    [['check', '--format'], 'needs a value'],
    [['check', '--format', '--quiet', '.'], 'needs a value'],
    [['check', '--quiet=1', '.'], 'takes no value'],
    [['check', '--max-warnings', 'x', '.'], 'a whole number'],
    [['explain', 'body/endmark'], 'Did you mean “body/end-mark”?'],
    [['explain', 'end-mark'], 'Did you mean “body/end-mark”?'],
  ])('%j is answered with a sentence and exit code 2', async (args, sentence) => {
    const outcome = await run('/', args);
    expect(outcome.code).toBe(2);
    expect(outcome.out).toBe('');
    expect(outcome.err).toContain(sentence);
    expect(outcome.err).not.toMatch(/\n\s+at /);
  });
});

describe('help, version, explain', () => {
  it('prints the version of package.json', async () => {
    const { version } = await import('../../package.json');
    expect(await run('/', ['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  it('lists the commands, and the options of one', async () => {
    const overview = await run('/', ['help']);
    expect(overview.out).toContain('check');
    expect(overview.out).toContain('Exit codes');
    const help = await run('/', ['help', 'check']);
    expect(help.out).toContain('--max-warnings N');
    expect((await run('/', ['check', '--help'])).out).toBe(help.out);
  });

  it('explains every rule there is', async () => {
    const { RULES } = await import('../../server/src/core/index.ts');
    const list = await run('/', ['explain']);
    for (const rule of RULES) {
      expect(list.out).toContain(rule.code);
      const page = await run('/', ['explain', rule.code]);
      expect(page.code).toBe(0);
      expect(page.out).toContain(rule.title);
      expect(page.out).toContain(rule.why);
    }
  });
});

describe('globs', () => {
  const files = {
    'a/1.md': duplicateKey(),
    'a/2.txt': duplicateKey(),
    'b/3.md': duplicateKey(),
    'b/c/4.md': duplicateKey(),
    '[x].md': duplicateKey(),
  };

  it.each([
    ['*/*.md', ['a/1.md', 'b/3.md']],
    ['**/*.md', ['[x].md', 'a/1.md', 'b/3.md', 'b/c/4.md']],
    ['a/*', ['a/1.md', 'a/2.txt']],
    ['{a,b}/[13].md', ['a/1.md', 'b/3.md']],
    ['./b/**', ['b/3.md', 'b/c/4.md']],
    ['[x].md', ['[x].md']],
  ])('%s', async (pattern, expected) => {
    const root = folder(files);
    const outcome = await run(root, ['check', pattern, '--format', 'json', '--rule', 'file/name=off']);
    expect(outcome.err).toBe('');
    const found = findingsOf(outcome).filter(({ code }) => code === 'frontmatter/duplicate-key');
    expect(found.map(({ file }) => file.slice(root.length + 1))).toEqual(expected);
  });

  it('one that matches nothing, or is none, ends with 2', async () => {
    const root = folder(files);
    expect(await run(root, ['check', 'z*.md'])).toMatchObject({
      code: 2,
      err: 'readout: No file matches z*.md.\n',
    });
    expect(await run(root, ['check', 'a/{1,2'])).toMatchObject({ code: 2 });
  });
});

describe('the shells agree', () => {
  it('the command line says what the engine says of every example', async () => {
    const examples = resolve(import.meta.dirname, '../../examples');
    const outcome = await run(examples, [
      'check',
      '.',
      '--format',
      'json',
      '--rule',
      'corpus/duplicate-url=off',
    ]);
    const settings = new SettingsFiles();
    const ours: unknown[] = [];
    const names = readdirSync(examples, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.md'),
    );
    for (const name of names) {
      const path = join(examples, name);
      const { settings: own, root } = settings.forFile(path);
      const document = Readout.parse(readFileSync(path, 'utf8'));
      const must = mustBeReadout(path, own, root);
      if (isExcluded(path, own, root) || (!must && !looksLikeReadout(document, own))) continue;
      const findings = check({ readout: document, path }, own, {
        mustBeReadout: must,
        markdownlint: await lintMarkdown(document, own),
      });
      for (const { code, severity, message, span } of findings) {
        const range = { start: document.positionAt(span.start), end: document.positionAt(span.end) };
        ours.push({ file: path, range, severity, code, message });
      }
    }
    const order = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
    const theirs = findingsOf(outcome).map(({ file, range, severity, code, message }) => ({
      file,
      range,
      severity,
      code,
      message,
    }));
    expect(ours.length).toBeGreaterThan(5);
    expect([...theirs].sort(order)).toEqual(ours.sort(order));
  });
});
