/**
 * The examples are what a newcomer sees first: each has exactly the findings that `findings.txt` lists, no more.
 * `UPDATE=1 npx vitest run test/examples` rewrites the list; read the difference before you keep it.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { looksLikeReadout } from '../../server/src/core/config/ownership.ts';
import { parseSettings } from '../../server/src/core/config/read-settings.ts';
import { WHITE_HOUSE } from '../../server/src/core/config/white-house.ts';
import { Readout } from '../../server/src/core/document/readout.ts';
import { check } from '../../server/src/core/rules/check.ts';
import { RULES } from '../../server/src/core/rules/registry.ts';
import type { CorpusView } from '../../server/src/core/rules/rule.ts';
import { fillTemplate, PLACEHOLDERS, TEMPLATES } from '../../server/src/core/templates/index.ts';

const folder = resolve(import.meta.dirname, '../../examples');
const goldenPath = join(import.meta.dirname, 'findings.txt');

const read = (path: string) => readFileSync(join(folder, path), 'utf8').replaceAll('\r\n', '\n');
const { settings, findings: settingsFindings } = parseSettings(read('.readout.yaml'), WHITE_HOUSE, RULES);

const files = ['statements', 'mistakes'].flatMap((part) =>
  readdirSync(join(folder, part))
    .sort()
    .map((name) => {
      const path = `${part}/${name}`;
      return { path, readout: Readout.parse(read(path)) };
    }),
);

const urlOf = (readout: Readout) =>
  readout.frontmatter?.fields.find((field) => field.key === 'source_url')?.value.text;

const corpus: CorpusView = {
  othersWithUrl: (url, self) =>
    files.filter(({ path, readout }) => path !== self && urlOf(readout) === url).map(({ path }) => path),
};

/** The findings of one example, one a line: place, severity, code, and the words that are marked. */
function reportOf({ path, readout }: (typeof files)[number]): string {
  const found = check({ readout, path }, settings, { mustBeReadout: true, corpus });
  const lines = found.map(({ span, severity, code }) => {
    const { line, character } = readout.positionAt(span.start);
    const words = readout.slice(span).replaceAll('\n', '↵');
    return `  ${line + 1}:${character + 1} ${severity} ${code} «${words}»`;
  });
  return [path, ...lines].join('\n');
}

const actual = `${files.map(reportOf).join('\n')}\n`;
if (process.env['UPDATE'] === '1') writeFileSync(goldenPath, actual);

/** The part of a report that belongs to one file. */
function partOf(report: string, path: string): string {
  const lines = report.split('\n');
  const start = lines.indexOf(path);
  if (start < 0) return '';
  const length = lines.slice(start + 1).findIndex((line) => !line.startsWith('  '));
  return lines.slice(start, start + 1 + length).join('\n');
}

describe('examples', () => {
  it('has settings without a fault', () => {
    expect(settingsFindings).toEqual([]);
    expect(settings.url.hosts).toContain('www.velora.example');
  });

  const golden = readFileSync(goldenPath, 'utf8');
  it.each(files.map(({ path }) => path))('%s has the findings listed, and no other', (path) => {
    expect(partOf(actual, path)).toBe(partOf(golden, path));
  });

  it('lists no file that is gone', () => {
    expect(golden.split('\n').filter((line) => line !== '' && !line.startsWith('  '))).toEqual(
      files.map(({ path }) => path),
    );
  });

  it('the statements are without a finding, and every mistake has one', () => {
    for (const { path } of files) {
      const findings = partOf(actual, path).split('\n').slice(1);
      if (path.startsWith('statements/')) expect(findings, path).toEqual([]);
      else expect(findings.length, path).toBeGreaterThan(0);
    }
  });

  it.each(TEMPLATES.filter(({ kind }) => kind !== 'frontmatter'))(
    'a $id made from its template is right in this house',
    (template) => {
      const values = Object.fromEntries(
        Object.entries(PLACEHOLDERS).map(([name, { example }]) => [name, example]),
      );
      const context = { settings, date: '2026-06-30', publishedTime: '2026-06-30 15:00:00+01:00' };
      const { text, fileName } = fillTemplate(template, values, context);
      const path = `statements/${fileName}`;
      expect(reportOf({ path, readout: Readout.parse(text) })).toBe(path);
    },
  );

  it('the page beside them is no readout', () => {
    expect(looksLikeReadout(Readout.parse(read('README.md')), settings)).toBe(false);
  });

  it('every file that the page names is there', () => {
    const page = read('README.md');
    for (const [, path = ''] of page.matchAll(/\]\(([^)]+)\)/g)) expect(() => read(path)).not.toThrow();
    const table = [...page.matchAll(/^\| ([a-z]+(?:-[a-z]+)+) \|/gm)].map(([, name]) => name ?? '');
    const mistakes = files.filter(({ path }) => path.startsWith('mistakes/')).map(({ path }) => path);
    for (const name of table)
      expect(
        mistakes.some((path) => path.includes(name)),
        name,
      ).toBe(true);
    for (const path of mistakes)
      expect(
        table.some((name) => path.includes(name)),
        path,
      ).toBe(true);
  });
});
