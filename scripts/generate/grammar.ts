/** The TextMate grammar as VS Code reads it, from its source in YAML. */
import { parse } from 'yaml';

/** @param source text of `readout.injection.tmLanguage.yaml`. */
export function grammarJson(source: string): string {
  return `${JSON.stringify({ information: 'Written by `npm run generate` from readout.injection.tmLanguage.yaml.', ...parse(source) }, undefined, 2)}\n`;
}
