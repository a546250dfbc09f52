/** What is generated is what the sources say. If this fails: `npm run generate`, and read the difference. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generatedFiles, leftOverPages, outOfDate, ROOT } from '../../scripts/generate/all.ts';
import { between, escapeMarkdown, fenced, table, withCarets } from '../../scripts/generate/markdown.ts';
import { withRuleSettings } from '../../scripts/generate/package-json.ts';
import { SETTING_EXAMPLES } from '../../scripts/generate/settings-page.ts';
import { parseSettings } from '../../server/src/core/config/read-settings.ts';
import { WHITE_HOUSE } from '../../server/src/core/config/white-house.ts';
import { RULES } from '../../server/src/core/rules/registry.ts';
import { TEMPLATES } from '../../server/src/core/templates/index.ts';

const files = generatedFiles();

describe('generated files', () => {
  it('are up to date: run `npm run generate` if this fails', () => {
    expect(outOfDate(files).map(({ path }) => path)).toEqual([]);
  });

  it('no page is left over from a rule that is gone', () => {
    expect(leftOverPages(files)).toEqual([]);
  });

  it('every rule has its page and its row', () => {
    const readme = files.find(({ path }) => path === 'README.md')?.content ?? '';
    for (const { code } of RULES) {
      expect(files.some(({ path }) => path === `docs/rules/${code}.md`)).toBe(true);
      expect(readme).toContain(`(docs/rules/${code}.md)`);
    }
  });

  it('every link in our pages leads to a file that exists', () => {
    const pages = [
      ...files.filter(({ path }) => path.endsWith('.md')),
      ...[
        'docs/writing-a-profile.md',
        'docs/editors.md',
        'docs/drafting.md',
        'docs/accessibility.md',
        'docs/clearance.md',
        'CHANGELOG.md',
        'ARCHITECTURE.md',
        'examples/README.md',
      ].map((path) => ({
        path,
        content: readFileSync(join(ROOT, path), 'utf8'),
      })),
    ];
    const dead: string[] = [];
    for (const { path, content } of pages) {
      const prose = content.replace(/^(`{3,}).*\n[\s\S]*?^\1$/gm, '').replace(/`[^`\n]*`/g, '');
      for (const [, target = ''] of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^(?:https?:|#)/.test(target)) continue;
        const at = resolve(ROOT, dirname(path), target.replace(/#.*$/, ''));
        if (!existsSync(at)) dead.push(`${path} → ${target}`);
      }
    }
    expect(dead).toEqual([]);
  });

  it('the snippet file has every template', () => {
    const file = files.find(({ path }) => path.endsWith('.code-snippets'));
    const snippets = JSON.parse(file?.content ?? '{}') as Record<
      string,
      { prefix: string[]; body: string[] }
    >;
    expect(Object.keys(snippets)).toEqual(TEMPLATES.map(({ title }) => title));
    for (const { body } of Object.values(snippets)) expect(body[0]).toBe('---');
  });
});

describe('examples of settings', () => {
  it.each(Object.entries(SETTING_EXAMPLES))('%s is a setting, and its example is right', (name, example) => {
    const { findings } = parseSettings(example, WHITE_HOUSE, RULES);
    expect(findings.map(({ message }) => message)).toEqual([]);
    expect(example.startsWith(`${name}:`)).toBe(true);
  });

  it('those on every page are right too', () => {
    const pages = files.filter(({ path }) => path.endsWith('.md'));
    const guide = readFileSync(join(ROOT, 'docs/writing-a-profile.md'), 'utf8');
    for (const { path, content: page } of [...pages, { path: 'docs/writing-a-profile.md', content: guide }]) {
      for (const [, yaml = ''] of page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)) {
        if (/^(?:- |repos:)/.test(yaml)) continue;
        const { findings } = parseSettings(yaml, WHITE_HOUSE, RULES);
        expect(findings.map(({ message }) => `${path}: ${message}`)).toEqual([]);
      }
    }
  });
});

describe('withRuleSettings', () => {
  it('changes the one setting, and keeps everything else in its order', () => {
    const manifest = {
      name: 'readout',
      contributes: {
        configuration: [
          { title: 'Display', properties: { 'readout.timeZone': {} } },
          { title: 'Checks', properties: { 'readout.rules': { type: 'object', default: {} } } },
        ],
      },
      version: '1',
    };
    const written = withRuleSettings(JSON.stringify(manifest), RULES.slice(0, 1));
    const parsed = JSON.parse(written);
    const rules = parsed.contributes.configuration[1].properties['readout.rules'];
    expect(Object.keys(rules.properties)).toEqual([RULES[0]?.code]);
    delete rules.properties;
    expect(JSON.stringify(parsed)).toBe(JSON.stringify(manifest));
    expect(() => withRuleSettings('{}', RULES)).toThrow('readout.rules');
  });
});

describe('Markdown for pages', () => {
  it('points at marked spans, and shows what cannot be seen', () => {
    expect(withCarets('met ⟦Sunday⟧, ⟦June\n31⟧.\nend⟦⟧\na⟦\u200b⟧b⟦  ⟧\n')).toBe(
      'met Sunday, June\n    ^^^^^^  ^^^^\n31.\n^^\nend\n   ^\na‹U+200B›b··\n ^^^^^^^^ ^^',
    );
  });

  it('lets a message read as it stands', () => {
    expect(escapeMarkdown('Write \\### or [x](y), *not* `a_b`,\n<b>')).toBe(
      'Write \\\\### or \\[x\\](y), \\*not\\* `a_b`, \\<b\\>',
    );
  });

  it('fences what holds fences, and keeps bars out of cells', () => {
    expect(fenced('a\n```\nb')).toBe('````text\na\n```\nb\n````');
    expect(
      table([
        ['a', 'b'],
        ['1', 'longer'],
      ]),
    ).toBe('| a   | b      |\n| --- | ------ |\n| 1   | longer |');
  });

  it('replaces what stands between its marks alone', () => {
    const page = 'x\n<!-- generated:n -->\nold\n<!-- /generated:n -->\ny';
    expect(between(page, 'n', 'new')).toBe('x\n<!-- generated:n -->\n\nnew\n\n<!-- /generated:n -->\ny');
    expect(() => between('nothing', 'n', 'new')).toThrow('missing');
  });
});
