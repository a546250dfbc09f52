/**
 * Writes `schemas/readout-settings.schema.json`, the JSON Schema of `.readout.yaml`, from the table of settings and
 * the rules.
 *
 * Usage: npx tsx scripts/generate-settings-schema.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { settingsJsonSchema } from '../server/src/core/config/settings-table.ts';
import { RULES } from '../server/src/core/index.ts';

/** Path of the schema. */
export const SCHEMA_PATH = resolve(import.meta.dirname, '../schemas/readout-settings.schema.json');

/** Its text. */
export function settingsSchemaText(): string {
  return `${JSON.stringify(settingsJsonSchema(RULES), undefined, 2)}\n`;
}

if (import.meta.filename === resolve(process.argv[1] ?? '')) {
  mkdirSync(dirname(SCHEMA_PATH), { recursive: true });
  writeFileSync(SCHEMA_PATH, settingsSchemaText());
}
