import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { lint } from 'markdownlint/sync';
import { describe, expect, it } from 'vitest';
import { MARKDOWNLINT_RULES, MARKDOWNLINT_TAGS } from '../../server/src/core/config/markdownlint-rules.ts';
import { applyEdits, Readout, type Settings, WHITE_HOUSE } from '../../server/src/core/index.ts';
import { excerptOf } from '../../server/src/markdownlint/excerpt.ts';
import { DEFAULT_RULES, lintMarkdown, markdownlintWork } from '../../server/src/markdownlint/stage.ts';

const HEAD = "---\ndate: '2023-11-17'\ntitle: 'A --- B'\n---\n";

async function lintText(text: string, over: Partial<Settings> = {}) {
  return lintMarkdown(Readout.parse(text), { ...WHITE_HOUSE, ...over });
}

/** Code and underlined characters. */
async function found(text: string, over: Partial<Settings> = {}) {
  return (await lintText(text, over)).map(({ code, span }) => [code, text.slice(span.start, span.end)]);
}

describe('lintMarkdown', () => {
  it('finds the mistakes that readers see, at their place in the file', async () => {
    const body =
      'See (the agreement)[https://x.example/a] and [the annex]() and **this **too.\n\n![](flag.png)\n\n\tPasted.\n';
    for (const text of [HEAD + body, body, `\ufeff${HEAD}${body}`, (HEAD + body).replaceAll('\n', '\r\n')]) {
      expect(await found(text)).toEqual([
        ['markdownlint/MD011', '(the agreement)[https://x.example/a]'],
        ['markdownlint/MD042', '[the annex]()'],
        ['markdownlint/MD037', ' '],
        ['markdownlint/MD045', '![](flag.png)'],
        ['markdownlint/MD010', '\t'],
      ]);
    }
  });

  it('says nothing about what the archive is full of', async () => {
    const body =
      ' \nThe  text \nhas trailing blanks.\n\n\n\n-   A list\n<u>underlined</u>\n\n**A bold line**\n\n1.  One\n3.  Three\n\n\\###';
    expect(await found(HEAD + body)).toEqual([]);
  });

  it('every fix makes its finding go away, whatever ends the lines', async () => {
    const body =
      'See (a)[https://x.example/a].\n\n#Heading\n\nA [link ](https://x.example/) and ** bold**.\n\n[unused]: https://x.example/\n';
    for (const text of [HEAD + body, (HEAD + body).replaceAll('\n', '\r\n')]) {
      const findings = await lintText(text);
      expect(findings.map(({ code }) => code.slice(-5))).toEqual([
        'MD011',
        'MD018',
        'MD039',
        'MD037',
        'MD053',
      ]);
      for (const finding of findings) {
        const [fix] = finding.fixes?.() ?? [];
        const fixed = applyEdits(text, fix?.edits ?? []).text;
        expect(fixed).not.toBe(text);
        expect((await found(fixed)).map(([code]) => code)).not.toContain(finding.code);
      }
    }
  });

  it('takes markdownlint’s own configuration, by either name', async () => {
    const text = `${HEAD}Trailing   \n\n![](x.png)\n`;
    expect(await found(text, { markdownlint: { MD045: false } })).toEqual([]);
    expect(await found(text, { markdownlint: { 'no-alt-text': false } })).toEqual([]);
    expect(await found(text, { markdownlint: { 'no-trailing-spaces': 'error', MD045: false } })).toEqual([
      ['markdownlint/MD009', '   '],
    ]);
    const [finding] = await lintText(text, { markdownlint: { MD009: { severity: 'error' }, MD045: false } });
    expect(finding?.severity).toBe('error');
    expect((await found(text, { markdownlint: { default: true } })).map(([code]) => code)).toContain(
      'markdownlint/MD009',
    );
  });

  it('takes severities from `rules`', async () => {
    const text = `${HEAD}Trailing   \n\n![](x.png)\n`;
    const findings = await lintText(text, {
      rules: { 'markdownlint/MD045': { severity: 'error' }, 'markdownlint/MD009': { severity: 'hint' } },
    });
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['markdownlint/MD009', 'hint'],
      ['markdownlint/MD045', 'error'],
    ]);
    expect(await found(text, { rules: { 'markdownlint/MD045': { severity: 'off' } } })).toEqual([]);
  });

  it('is not asked to parse where no rule could find anything', async () => {
    const before = markdownlintWork.documentsParsed;
    await lintText(`${HEAD}President Noriega met **Prime Minister** Strand.\n\n\\###\n`);
    expect(markdownlintWork.documentsParsed).toBe(before);
    await lintText(`${HEAD}A\ttab.\n`);
    expect(markdownlintWork.documentsParsed).toBe(before + 1);
  });

  it('a rule of the library that fails costs only itself', async () => {
    // markdownlint 0.40.0: MD042 throws on an empty link over two lines.
    const text = `${HEAD}A [l\nink over two lines]() and ![](x.png).\n`;
    const findings = await lintText(text);
    expect(findings.map(({ code }) => code)).toEqual(['readout/internal', 'markdownlint/MD045']);
    expect(findings[0]?.message).toContain('MD042');
  });

  it('survives any text', async () => {
    const piece = fc.constantFrom(
      '*',
      '**',
      '_',
      ' ',
      '[',
      ']',
      '(',
      ')',
      '\n',
      '\r\n',
      '\t',
      '#',
      '|',
      'a',
      '<img>',
      '\ufeff',
      '\ud800',
      '---\n',
      'date: x\n',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        const text = pieces.join('');
        for (const { span, code } of await lintText(text)) {
          expect(code).toMatch(/^(?:markdownlint\/MD\d{3}|readout\/internal)$/);
          expect(span.start).toBeLessThanOrEqual(span.end);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('the names of rules', () => {
  it('are the library’s', async () => {
    const { default: rules } = (await import('../../node_modules/markdownlint/lib/rules.mjs' as string)) as {
      default: readonly { names: readonly string[]; tags: readonly string[] }[];
    };
    expect(Object.entries(MARKDOWNLINT_RULES).map(([id, names]) => [id, ...names])).toEqual(
      rules.map(({ names }) => names),
    );
    expect(MARKDOWNLINT_TAGS).toEqual([...new Set(rules.flatMap(({ tags }) => tags))].sort());
    expect(Object.keys(MARKDOWNLINT_RULES)).toEqual(expect.arrayContaining([...DEFAULT_RULES]));
  });
});

const config = { default: false, ...Object.fromEntries(DEFAULT_RULES.map((id) => [id, true])) };

/** What the library says about a whole body, by rule, line and column. */
function whole(body: string): string[] {
  const results =
    lint({ strings: { body }, config, frontMatter: null, handleRuleFailures: true })['body'] ?? [];
  return results
    .map(({ ruleNames, lineNumber, errorRange, errorDetail }) =>
      errorDetail?.startsWith('This rule threw')
        ? 'threw'
        : `${ruleNames[0]} ${lineNumber - 1} ${errorRange?.[0] ?? ''} ${errorDetail ?? ''}`,
    )
    .sort();
}

/** The same of the excerpt that is handed over. */
function excerpted(body: string): string[] {
  const excerpt = excerptOf(body, DEFAULT_RULES);
  if (!excerpt) return [];
  return whole(excerpt.text)
    .map((found) => found.replace(/ \d+/, (line) => ` ${excerpt.lines[Number(line)]}`))
    .sort();
}

describe('reading only where something can be found', () => {
  it('loses nothing on texts made of all that the rules look at', () => {
    const piece = fc.constantFrom(
      '*',
      '**',
      '***',
      '_',
      '__',
      ' ',
      '  ',
      '\n',
      '\n\n',
      '\n\n',
      '[',
      ']',
      '(',
      ')',
      '[]',
      '()',
      '![',
      '<',
      '>',
      '<#>',
      '#',
      '\\',
      '`',
      'a',
      'b c',
      '.',
      ',',
      '| a | b |\n',
      '|---|---|\n',
      '\t',
      ']: x\n',
      '[a]: ',
      '<img src=x>',
      '&#35;',
      '- ',
      '> ',
      '1. ',
      '    ',
      '   ',
      '<b>',
      '</b>',
      '<div>',
      '<!-- ',
      ' -->',
      '<!-- -->',
      '\n\n<!-- -->\n\n',
      '<!-->',
      '```\n',
      '“',
      '\u00a0',
      '\r\n',
      'https://x.example',
      '\n\n    ',
      '\n\n- ',
      '# ',
      '\n---\n',
      '\n===\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 2, maxLength: 18 }), (pieces) => {
        const body = pieces.join('');
        expect(excerpted(body)).toEqual(whole(body));
      }),
      { numRuns: 4000 },
    );
  });

  it('hands over one paragraph of many, and the list that it stands in', () => {
    const paragraphs = Array.from({ length: 30 }, (_, index) => `Paragraph ${index}.`);
    paragraphs[12] = 'With ** a slip** in it.';
    const body = `${paragraphs.join('\n\n')}\n\n- A list\n\n    goes on with ** a slip**.\n`;
    expect(excerptOf(body, DEFAULT_RULES)).toEqual({
      text: 'With ** a slip** in it.\n\n- A list\n\n    goes on with ** a slip**.\n\n',
      lines: [24, 25, 60, 61, 62, 63],
      tooLong: [],
    });
  });

  it('leaves out a paragraph that the parser would never end with, and says so', async () => {
    for (const rest of ['', '\n\n[a]: https://x.example/\n']) {
      const text = `${HEAD}See [this]().\n\n${'* a '.repeat(1_000_000)}\n\nAnd [that]().${rest}\n`;
      const findings = await lintText(text);
      const shown = findings.map(({ code, span }) => [
        code,
        text.slice(span.start, Math.min(span.end, span.start + 20)),
      ]);
      expect(shown.slice(0, 3)).toEqual([
        ['markdownlint/MD042', '[this]()'],
        ['readout/internal', ''],
        ['markdownlint/MD042', '[that]()'],
      ]);
    }
  });

  const corpus = resolve(import.meta.dirname, '../../../shared/corpus');
  it.skipIf(!existsSync(corpus))('loses nothing on a sample of ../shared/corpus', () => {
    const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .sort()
      .filter((_, index) => index % 100 === 37);
    for (const name of files) {
      const text = readFileSync(join(corpus, name), 'utf8');
      const body = text.slice(Readout.parse(text).bodyStart);
      expect([name, excerpted(body)]).toEqual([name, whole(body)]);
    }
  });
});
