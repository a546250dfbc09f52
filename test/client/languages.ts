/** What `vscode.l10n.t` does, for tests outside VS Code. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Translate } from '../../client/src/words.ts';

export const ROOT = resolve(import.meta.dirname, '../..');

/** Every text of a bundle by its English text. */
export function bundle(language: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(ROOT, `l10n/bundle.l10n.${language}.json`), 'utf8'));
}

function filled(text: string, values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (whole, index: string) => String(values[Number(index)] ?? whole));
}

/** English, as it stands in the source. */
export const english: Translate = (message, ...values) => filled(message, values);

/** Another language, from its bundle. @returns what throws on a text that the bundle does not have. */
export function translate(language: string): Translate {
  const texts = bundle(language);
  return (message, ...values) => {
    const text = texts[message];
    if (text === undefined) throw new Error(`The bundle for ${language} does not have “${message}”.`);
    return filled(text, values);
  };
}
