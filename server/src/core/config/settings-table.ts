/**
 * Every setting of `.readout.yaml`, once: from this table come its validation, the JSON Schema that is shipped, and
 * completion and hover in the file.
 */
import { CURRENCIES } from './currencies.ts';
import { MARKDOWNLINT_RULES, MARKDOWNLINT_TAGS, markdownlintCode } from './markdownlint-rules.ts';
import type { SeverityOrOff } from './settings.ts';

/** The part of JSON Schema that describes settings; {@link validate} in `validate.ts` understands exactly this. */
export interface SettingSchema {
  readonly description?: string;
  /** What is expected, for messages: `a time zone such as America/New_York`. */
  readonly title?: string;
  readonly type?: SettingType;
  readonly enum?: readonly string[];
  /** A check that JSON Schema cannot express, by name; see `formats.ts`. */
  readonly format?: SettingFormat;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: SettingSchema;
  readonly prefixItems?: readonly SettingSchema[];
  readonly properties?: Readonly<Record<string, SettingSchema>>;
  /** `false`: no other key. A schema: what any other key holds. Absent: anything. */
  readonly additionalProperties?: false | SettingSchema;
  readonly required?: readonly string[];
  readonly anyOf?: readonly SettingSchema[];
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
}

export type SettingType = 'string' | 'boolean' | 'integer' | 'number' | 'array' | 'object' | 'null';
export type SettingFormat = 'time-zone' | 'glob' | 'host-pattern' | 'url-path' | 'file-name-shape' | 'path';

/** What the settings need to know about a rule; every `Rule` is one. */
export interface RuleDescription {
  readonly code: string;
  readonly severity: SeverityOrOff;
  readonly title: string;
  readonly options?: Readonly<
    Record<
      string,
      {
        readonly default: unknown;
        readonly description: string;
        readonly schema: Readonly<Record<string, unknown>>;
      }
    >
  >;
}

const text = (description: string): SettingSchema => ({ type: 'string', minLength: 1, description });
const texts = (description: string): SettingSchema => ({
  type: 'array',
  description,
  items: { type: 'string', minLength: 1, title: 'text' },
});

const names = (what: string): SettingSchema => ({
  type: 'array',
  description: what,
  items: {
    title: 'a name, or `name` with `forms` and `acronym`',
    anyOf: [
      { type: 'string', minLength: 1 },
      {
        type: 'object',
        required: ['name'],
        additionalProperties: false,
        properties: {
          name: text('The full name.'),
          forms: texts('Other accepted ways to write it.'),
          acronym: text('Its acronym.'),
        },
      },
    ],
  },
});

const SEVERITY: SettingSchema = {
  type: 'string',
  enum: ['error', 'warning', 'information', 'hint', 'off'],
  title: 'a severity: error, warning, information, hint or off',
};

/** A severity alone is `error` or `warning`, the only two that markdownlint knows. */
function markdownlintRule(id: string): SettingSchema {
  return {
    title: 'true, false, error, warning, or a mapping with the rule’s options',
    description: `markdownlint’s rule ${[id, ...(MARKDOWNLINT_RULES[id] ?? [])].join(', ')}.`,
    anyOf: [{ type: 'boolean' }, { type: 'string', enum: ['error', 'warning'] }, { type: 'object' }],
  };
}

/** All settings but `rules`, whose entries are the rules themselves. */
const FIXED_SETTINGS: Readonly<Record<string, SettingSchema>> = {
  extends: {
    title: 'a profile such as white-house, the path of another settings file, or a list of them',
    description:
      'What these settings build on: a built-in profile by name (`white-house`), or other settings files by path. Later ones win. Without it, the `white-house` profile.',
    anyOf: [
      { type: 'string', minLength: 1 },
      { type: 'array', items: { type: 'string', minLength: 1 } },
    ],
    examples: ['white-house', '../.readout.yaml'],
  },
  include: {
    type: 'array',
    title: 'a list of globs',
    description:
      'Files (globs or folders, counted from this file) that must be readouts, whatever they look like. Other Markdown files are checked only if their frontmatter shows at least two of the keys.',
    items: { type: 'string', format: 'glob', title: 'a glob such as statements/**/*.md' },
    examples: [['statements/**/*.md']],
  },
  exclude: {
    type: 'array',
    title: 'a list of globs',
    description:
      'Files and folders that are never looked at, beside those that the profile excludes. A `!` in front takes files out again.',
    items: { type: 'string', format: 'glob', title: 'a glob such as drafts/**' },
    examples: [['drafts/**']],
  },
  timeZone: {
    type: 'string',
    format: 'time-zone',
    title: 'an IANA time zone such as America/New_York',
    description:
      'The office’s time zone, by its IANA name. Offsets of timestamps and the day of publication are judged by it.',
    examples: ['America/New_York', 'Europe/Brussels'],
  },
  currency: {
    type: 'string',
    title: 'a currency code of three capitals such as USD',
    description:
      'The money that a bare `$`, “dollars” or “pesos” means in the office’s statements, by its ISO 4217 code.',
    enum: CURRENCIES,
    examples: ['USD', 'AUD'],
  },
  fiscalYearStart: {
    type: 'integer',
    minimum: 1,
    maximum: 12,
    title: 'a month from 1 to 12',
    description:
      'The month in which the state’s fiscal year begins: 10 in the United States, 4 in Canada, India, Japan and the United Kingdom, 7 in Australia. A year that does not begin in January is called by the year in which it ends.',
    examples: [4],
  },
  frontmatter: {
    title: 'a JSON Schema, or the path of a file with one',
    description:
      'JSON Schema of the frontmatter, written here or in a file of its own (JSON or YAML) named by its path. It takes the place of the profile’s.',
    anyOf: [{ type: 'string', minLength: 1, format: 'path' }, { type: 'object' }],
  },
  url: {
    type: 'object',
    title: 'a mapping with `hosts` and `paths`',
    description: 'Where statements are published.',
    additionalProperties: false,
    properties: {
      hosts: {
        type: 'array',
        title: 'a list of host names',
        description: 'Host names allowed in `source_url`. `*` stands for any run of characters but a dot.',
        items: {
          type: 'string',
          format: 'host-pattern',
          title: 'a host name such as www.example.gov, without https:// and path',
        },
      },
      paths: {
        type: 'array',
        title: 'a list of path shapes',
        description:
          'Shapes of the path: `{tag}`, `{yyyy}`, `{mm}`, `{dd}` and `{slug}` stand for the document’s own. The first is used to derive a URL.',
        items: { type: 'string', format: 'url-path', title: 'a path such as /{tag}/{yyyy}/{mm}/{slug}/' },
      },
    },
  },
  tags: {
    title: 'a list of tags, or tags with a line on each',
    description:
      'The tag vocabulary: a list of names, of `name` and `description`, or a mapping from name to description. Empty: any well-formed tag.',
    anyOf: [
      {
        type: 'array',
        items: {
          title: 'a tag, or `name` and `description`',
          anyOf: [
            { type: 'string', minLength: 1 },
            {
              type: 'object',
              required: ['name'],
              additionalProperties: false,
              properties: { name: text('The tag.'), description: text('What belongs under it.') },
            },
          ],
        },
      },
      { type: 'object', additionalProperties: { type: 'string', title: 'a line on the tag' } },
    ],
  },
  fileName: {
    type: 'string',
    format: 'file-name-shape',
    title: 'a file name with {date} and {slug}',
    description:
      'Shape of a file’s name: `{date}` is the document’s date, `{slug}` the last part of its URL.',
    examples: ['{date}-{slug}.md'],
  },
  glossary: {
    type: 'object',
    title: 'a mapping with people, organisations, places, …',
    description:
      'The house’s own names: recognised first, held to be spelt right, and offered where a document spells them otherwise.',
    additionalProperties: false,
    properties: {
      people: {
        type: 'array',
        description: 'People the house writes about.',
        items: {
          title: 'a name, or `name` with `title`, `forms` and `of`',
          anyOf: [
            { type: 'string', minLength: 1 },
            {
              type: 'object',
              required: ['name'],
              additionalProperties: false,
              properties: {
                name: text('The full name.'),
                title: text('Title in front of the name, such as `President`.'),
                forms: texts('Other accepted ways to write the name.'),
                of: text('The country or organisation the person stands for.'),
              },
            },
          ],
        },
      },
      organisations: names('Ministries, bodies, companies.'),
      places: names('Countries, cities, buildings.'),
      instruments: names('Named agreements, treaties, laws, initiatives.'),
      events: names('Summits, conferences, commemorations.'),
      acronyms: {
        type: 'object',
        description: 'Acronyms with what they stand for.',
        additionalProperties: { type: 'string', minLength: 1, title: 'what the acronym stands for' },
      },
    },
  },
  format: {
    type: 'object',
    title: 'a mapping with `width`, `sentenceSpacing` and `keyOrder`',
    description:
      'How *Format Document* and `readout format` lay a document out. Only white space changes, and the order of the frontmatter’s keys.',
    additionalProperties: false,
    properties: {
      width: {
        title: 'a number of columns from 20 to 1000, off or unwrap',
        description:
          'Columns at which prose is wrapped. `unwrap` puts each paragraph on one line; `off` keeps the line breaks that are there.',
        anyOf: [
          { type: 'integer', minimum: 20, maximum: 1000 },
          { type: 'string', enum: ['off', 'unwrap'] },
        ],
        examples: [72],
      },
      sentenceSpacing: {
        type: 'string',
        enum: ['keep', 'one', 'two'],
        title: 'keep, one or two',
        description: 'Blanks between two sentences on a line.',
      },
      keyOrder: {
        title: 'schema, keep, or a list of keys',
        description:
          'Order of the frontmatter’s keys: `schema` is the order of `properties` in the frontmatter’s schema, `keep` the one they are written in. Keys that the order does not name come last, as written.',
        anyOf: [
          { type: 'string', enum: ['schema', 'keep'] },
          { type: 'array', items: { type: 'string', minLength: 1, title: 'a key' } },
        ],
      },
    },
  },
  paste: {
    type: 'object',
    title: 'a mapping with `quotes`',
    description: 'How text is cleaned that is pasted into a readout from Word, mail or a web page.',
    additionalProperties: false,
    properties: {
      quotes: {
        type: 'string',
        enum: ['curly', 'straight', 'keep'],
        title: 'curly, straight or keep',
        description:
          'Quotation marks and apostrophes: `curly` makes them “ ” ‘ ’, `straight` those of a typewriter, `keep` leaves them as they are.',
      },
    },
  },
  pressText: {
    type: 'object',
    title: 'a mapping with `width`',
    description: 'How *Copy as Press Text* and `readout export --to text` lay a statement out.',
    additionalProperties: false,
    properties: {
      width: {
        title: 'a number of columns from 20 to 1000, or off',
        description: 'Columns at which lines are wrapped; `off` leaves each paragraph on one line.',
        anyOf: [
          { type: 'integer', minimum: 20, maximum: 1000 },
          { type: 'string', enum: ['off'] },
        ],
        examples: [72],
      },
    },
  },
  markdownlint: {
    type: 'object',
    title: 'markdownlint’s own configuration',
    description:
      'markdownlint’s configuration by rule (`MD009` or `no-trailing-spaces`), laid over ours: `false` switches a rule off, `true` on, a mapping sets its options.',
    additionalProperties: false,
    properties: Object.fromEntries([
      ['default', { type: 'boolean', description: 'Whether rules that are not named are on.' }],
      ...Object.entries(MARKDOWNLINT_RULES).flatMap(([id, aliases]) =>
        [id, ...aliases].map((name) => [name, markdownlintRule(id)] as const),
      ),
      ...MARKDOWNLINT_TAGS.map(
        (tag) => [tag, { type: 'boolean', description: `All rules on ${tag}.` }] as const,
      ),
    ]),
  },
  templates: {
    type: 'string',
    minLength: 1,
    format: 'path',
    title: 'the path of a folder',
    description:
      'Folder with the house’s own statement templates, counted from this file: Markdown files that add to ours, or take the place of one. Without it, `.readout/templates` beside this file.',
  },
};

function ruleSchema(rule: RuleDescription): SettingSchema {
  const options: Readonly<Record<string, SettingSchema>> = Object.fromEntries(
    Object.entries(rule.options ?? {}).map(([name, option]) => [
      name,
      { ...(option.schema as SettingSchema), description: option.description, default: option.default },
    ]),
  );
  const list: SettingSchema = { type: 'object', additionalProperties: false, properties: options };
  return {
    title: 'a severity (error, warning, information, hint, off), or a mapping with `severity` and options',
    description: rule.title,
    default: rule.severity,
    anyOf: [
      SEVERITY,
      { type: 'array', minItems: 1, maxItems: 2, prefixItems: [SEVERITY, list] },
      { type: 'object', additionalProperties: false, properties: { severity: SEVERITY, ...options } },
    ],
  };
}

/** The schema of a whole settings file. */
export function settingsTable(rules: readonly RuleDescription[]): SettingSchema {
  const { markdownlint, templates, ...before } = FIXED_SETTINGS;
  return {
    title: 'a list of settings',
    type: 'object',
    additionalProperties: false,
    properties: {
      ...before,
      rules: {
        type: 'object',
        title: 'a mapping from rule codes to severities',
        description:
          'Severity and options of rules by code: `code: off`, `code: [warning, {…}]`, or `code: {severity: warning, …}`.',
        additionalProperties: false,
        properties: Object.fromEntries([
          ...rules.map((rule) => [rule.code, ruleSchema(rule)] as const),
          ...Object.keys(MARKDOWNLINT_RULES).map((id) => [markdownlintCode(id), SEVERITY] as const),
        ]),
      },
      ...(markdownlint && { markdownlint }),
      ...(templates && { templates }),
    },
  };
}

/** Formats that plain JSON Schema validators know by another name, or not at all. */
const OWN_FORMATS: ReadonlySet<string> = new Set([
  'time-zone',
  'glob',
  'host-pattern',
  'url-path',
  'file-name-shape',
  'path',
]);

/** The JSON Schema (draft 2020-12) that is shipped for other editors: the table without our own formats. */
export function settingsJsonSchema(rules: readonly RuleDescription[]): Readonly<Record<string, unknown>> {
  const { title: _title, ...table } = settingsTable(rules);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Settings of Readout (.readout.yaml)',
    ...(plain(table) as Readonly<Record<string, unknown>>),
  };
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, entry]) => !(key === 'format' && typeof entry === 'string' && OWN_FORMATS.has(entry)))
      .map(([key, entry]) => [key, plain(entry)]),
  );
}
