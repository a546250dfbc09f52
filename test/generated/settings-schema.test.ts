import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { SCHEMA_PATH, settingsSchemaText } from '../../scripts/generate-settings-schema.ts';
import { parseSettings } from '../../server/src/core/config/read-settings.ts';
import { RULES, WHITE_HOUSE } from '../../server/src/core/index.ts';

describe('schemas/readout-settings.schema.json', () => {
  it('is what the settings and rules say (npx tsx scripts/generate-settings-schema.ts)', () => {
    expect(readFileSync(SCHEMA_PATH, 'utf8')).toBe(settingsSchemaText());
  });

  it('is a valid JSON Schema that agrees with our own reader', () => {
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(settingsSchemaText()));
    const samples = [
      'timeZone: UTC',
      'timezone: UTC',
      'include: [a/**]',
      'include: a/**',
      'tags: [a, { name: b, description: c }]',
      'tags: { a: b }',
      'tags: [{ description: c }]',
      'rules: { body/end-mark: off }',
      'rules: { body/end-mark: [error] }',
      'rules: { body/end-mark: { severity: hint } }',
      'rules: { body/end-mark: warn }',
      'rules: { body/endmark: off }',
      'glossary: { people: [{ name: A, forms: [B] }], acronyms: { AB: C } }',
      'glossary: { person: [A] }',
      'url: { hosts: [www.norland.example], paths: [/a/] }',
      'url: { hosts: www.norland.example }',
      'extends: [white-house]',
      'frontmatter: schema.json',
      'frontmatter: 5',
    ];
    for (const text of samples) {
      const ours = parseSettings(text, WHITE_HOUSE, RULES).findings;
      expect([text, validate(parse(text))]).toEqual([text, ours.length === 0]);
    }
  });
});
