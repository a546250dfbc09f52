/** The table of VS Code's settings in README.md, made from package.json. */
import { cell, table } from './markdown.ts';

interface Setting {
  readonly default?: unknown;
  readonly description?: string;
  readonly markdownDescription?: string;
}

/**
 * A row for each setting that the extension contributes, in the order of the settings editor.
 * @param manifest text of package.json.
 * @param words text of package.nls.json, where the descriptions stand.
 */
export function editorSettingsTable(manifest: string, words: string): string {
  const parsed = JSON.parse(manifest) as {
    contributes: { configuration: readonly { properties: Readonly<Record<string, Setting>> }[] };
  };
  const texts = JSON.parse(words) as Readonly<Record<string, string>>;
  const inWords = (text: string): string => text.replace(/^%(.+)%$/, (whole, key) => texts[key] ?? whole);
  const rows = parsed.contributes.configuration.flatMap(({ properties }) =>
    Object.entries(properties).map(([name, setting]) => [
      `\`${name}\``,
      defaultOf(setting.default),
      cell(inWords(setting.markdownDescription ?? setting.description ?? '')),
    ]),
  );
  return table([['Setting', 'Default', 'What it does'], ...rows]);
}

function defaultOf(value: unknown): string {
  if (Array.isArray(value) && value.length > 3) return 'all';
  const text = JSON.stringify(value);
  return text === '{}' || text === '""' || text === '[]' ? '' : `\`${cell(text)}\``;
}
