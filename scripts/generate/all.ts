/** Every file that is generated, with the content it should have. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { settingsJsonSchema } from '../../server/src/core/config/settings-table.ts';
import { WHITE_HOUSE } from '../../server/src/core/config/white-house.ts';
import { RULES } from '../../server/src/core/rules/registry.ts';
import { snippetFile, TEMPLATES } from '../../server/src/core/templates/index.ts';
import { listsModule } from '../entities/lists.ts';
import { editorSettingsTable } from './editor-settings.ts';
import { grammarJson } from './grammar.ts';
import { between } from './markdown.ts';
import { withRuleSettings, withRuleWords } from './package-json.ts';
import { rulePage, rulesIndex, ruleTable } from './rule-pages.ts';
import { settingsSections } from './settings-page.ts';
import { templateSections } from './template-tables.ts';

/** The project's folder. */
export const ROOT = resolve(import.meta.dirname, '../..');

/** Where VS Code looks for the words of package.json, in English. */
const WORDS = 'package.nls.json';

/** A file as it should be. */
export interface GeneratedFile {
  /** Relative to the project's folder, with forward slashes. */
  readonly path: string;
  readonly content: string;
}

/** All generated files, computed from the sources; nothing is written. */
export function generatedFiles(): readonly GeneratedFile[] {
  const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
  const manifest = withRuleSettings(read('package.json'), RULES);
  const words = withRuleWords(read(WORDS), RULES);
  const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;
  return [
    { path: 'snippets/readout.code-snippets', content: json(snippetFile(TEMPLATES, WHITE_HOUSE)) },
    {
      path: 'syntaxes/readout.injection.tmLanguage.json',
      content: grammarJson(read('syntaxes/readout.injection.tmLanguage.yaml')),
    },
    { path: 'server/src/core/entities/data/lists.generated.ts', content: listsModule() },
    { path: 'schemas/readout-settings.schema.json', content: json(settingsJsonSchema(RULES)) },
    { path: 'package.json', content: manifest },
    { path: WORDS, content: words },
    {
      path: 'README.md',
      content: between(
        between(read('README.md'), 'rules', ruleTable(RULES, 'docs/rules/')),
        'editor-settings',
        editorSettingsTable(manifest, words),
      ),
    },
    {
      path: 'docs/templates.md',
      content: between(read('docs/templates.md'), 'templates', templateSections(TEMPLATES)),
    },
    {
      path: 'docs/settings.md',
      content: between(read('docs/settings.md'), 'settings', settingsSections(RULES)),
    },
    { path: 'docs/rules/README.md', content: rulesIndex(RULES) },
    ...RULES.map((rule) => ({ path: `docs/rules/${rule.code}.md`, content: rulePage(rule) })),
  ];
}

/** Pages under `docs/rules/` that no rule has: left over from a code that was renamed before its first release. */
export function leftOverPages(files: readonly GeneratedFile[]): readonly string[] {
  const folder = join(ROOT, 'docs/rules');
  const wanted = new Set(files.map(({ path }) => path));
  const walk = (at: string): string[] =>
    readdirSync(at, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory()
        ? walk(join(at, entry.name))
        : [relative(ROOT, join(at, entry.name)).replaceAll('\\', '/')],
    );
  return existsSync(folder) ? walk(folder).filter((path) => !wanted.has(path)) : [];
}

/** The files whose content on disk differs; line breaks of a checkout on Windows do not count. */
export function outOfDate(files: readonly GeneratedFile[]): readonly GeneratedFile[] {
  return files.filter(({ path, content }) => {
    const at = join(ROOT, path);
    return !existsSync(at) || readFileSync(at, 'utf8').replaceAll('\r\n', '\n') !== content;
  });
}
