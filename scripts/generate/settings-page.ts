/** `docs/settings.md`, from the table of settings. */
import { type SettingSchema, settingsTable } from '../../server/src/core/config/settings-table.ts';
import type { Rule } from '../../server/src/core/rules/rule.ts';
import { cell, fenced, table } from './markdown.ts';

/** One section for each setting but `rules`, whose entries have pages of their own. */
export function settingsSections(rules: readonly Rule[]): string {
  return Object.entries(settingsTable(rules).properties ?? {})
    .flatMap(([name, schema]) => section(name, schema))
    .join('\n\n');
}

function section(name: string, schema: SettingSchema): string[] {
  const parts = [`## \`${name}\``, schema.description ?? ''];
  if (schema.title) parts.push(`Write ${schema.title}.`);
  const example = schema.examples?.[0];
  if (example !== undefined) parts.push(fenced(yamlLine(name, example), 'yaml'));
  const properties = name === 'rules' ? [] : Object.entries(schema.properties ?? {});
  if (properties.length > 0) {
    parts.push(
      table([
        ['Key', 'Meaning'],
        ...properties.map(([key, inner]) => [`\`${key}\``, cell(inner.description ?? '')]),
      ]),
    );
  }
  return parts.filter((part) => part !== '');
}

function yamlLine(name: string, value: unknown): string {
  if (Array.isArray(value)) return `${name}:\n${value.map((item) => `  - ${scalar(item)}`).join('\n')}`;
  return `${name}: ${scalar(value)}`;
}

function scalar(value: unknown): string {
  const text = String(value);
  return /^[\w./-]+$/.test(text) ? text : `'${text}'`;
}
