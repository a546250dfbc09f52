/** `docs/settings.md`, from the table of settings. */
import type { Settings } from '../../server/src/core/config/settings.ts';
import { type SettingSchema, settingsTable } from '../../server/src/core/config/settings-table.ts';
import { WHITE_HOUSE } from '../../server/src/core/config/white-house.ts';
import type { Rule } from '../../server/src/core/rules/rule.ts';
import { cell, fenced, table } from './markdown.ts';

/** One example for each setting, whole lines of `.readout.yaml`; a test reads each with the program's own parser. */
export const SETTING_EXAMPLES: Readonly<Record<string, string>> = {
  extends: 'extends: white-house',
  include: 'include:\n  - statements/**/*.md',
  exclude: 'exclude:\n  - statements/drafts/**',
  timeZone: 'timeZone: Europe/Oslo',
  currency: 'currency: NOK',
  fiscalYearStart: 'fiscalYearStart: 1',
  frontmatter:
    'frontmatter:\n  type: object\n  required: [date, title]\n  properties:\n    date: { type: string, format: date, description: The day of publication. }\n    title: { type: string, minLength: 1, description: The headline. }\n  additionalProperties: false',
  url: "url:\n  hosts:\n    - www.norland.example\n    - '*.archive.norland.example'\n  paths:\n    - /{tag}/{yyyy}/{mm}/{slug}/",
  tags: 'tags:\n  - name: statements\n    description: Joint statements, condolences, congratulations.\n  - name: readouts\n    description: Calls and meetings.',
  fileName: "fileName: '{date}-{slug}.md'",
  glossary:
    'glossary:\n  people:\n    - name: Adele Strand\n      title: Prime Minister\n      forms: [Adele Marie Strand]\n      of: Norland\n  organisations:\n    - name: Northern Harbor Council\n      acronym: NHC\n  acronyms:\n    NHC: Northern Harbor Council',
  format: 'format:\n  width: 72\n  sentenceSpacing: one\n  keyOrder: [title, date, tags]',
  paste: 'paste:\n  quotes: curly',
  pressText: 'pressText:\n  width: 72',
  rules: 'rules:\n  date/weekday: error\n  body/end-mark:\n    severity: warning\n    tags: [readouts]',
  markdownlint: 'markdownlint:\n  MD009: false\n  MD013:\n    line_length: 80',
  templates: 'templates: templates/statements',
};

/** One section for each setting. @throws if a setting has no example: write one above. */
export function settingsSections(rules: readonly Rule[]): string {
  return Object.entries(settingsTable(rules).properties ?? {})
    .flatMap(([name, schema]) => section(name, schema))
    .join('\n\n');
}

/** Settings whose entries have pages of their own. */
const EXPLAINED_ELSEWHERE: Readonly<Record<string, string>> = {
  rules: 'Every rule with its options: [rules](rules/README.md).',
  markdownlint: 'Which of its rules are on, and why: [markdownlint.md](markdownlint.md).',
};

function section(name: string, schema: SettingSchema): string[] {
  const example = SETTING_EXAMPLES[name];
  if (example === undefined) throw new Error(`The setting ${name} has no example in settings-page.ts.`);
  const parts = [`## \`${name}\``, schema.description ?? ''];
  if (schema.title) parts.push(`**Value:** ${schema.title}.${inProfile(name)}`);
  parts.push(fenced(example, 'yaml'));
  const elsewhere = EXPLAINED_ELSEWHERE[name];
  const keys = elsewhere ? [] : Object.entries(schema.properties ?? {});
  if (elsewhere) parts.push(elsewhere);
  if (keys.length > 0) {
    parts.push(
      table([
        ['Key', 'Meaning'],
        ...keys.map(([key, inner]) => [`\`${key}\``, cell(inner.description ?? '')]),
      ]),
    );
  }
  return parts.filter((part) => part !== '');
}

/** What the built-in profile says, where it is short enough to say here. */
function inProfile(name: string): string {
  const value = WHITE_HOUSE[name as keyof Settings];
  if (typeof value === 'string') return ` In the \`white-house\` profile: \`${value}\`.`;
  if (name === 'url')
    return ` In the \`white-house\` profile: ${WHITE_HOUSE.url.hosts.map((host) => `\`${host}\``).join(', ')}, in ${WHITE_HOUSE.url.paths.length} shapes.`;
  if (name === 'tags')
    return ` In the \`white-house\` profile: ${WHITE_HOUSE.tags.map((tag) => `\`${tag.name}\``).join(', ')}.`;
  if (name === 'exclude')
    return ` In the \`white-house\` profile: ${WHITE_HOUSE.exclude.map((glob) => `\`${glob}\``).join(', ')}.`;
  return '';
}
