import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSettings } from '../../../server/src/core/config/read-settings.ts';
import type { RuleDescription } from '../../../server/src/core/config/settings-table.ts';
import { WHITE_HOUSE } from '../../../server/src/core/index.ts';

const RULES: readonly RuleDescription[] = [
  { code: 'body/end-mark', severity: 'information', title: 'No end mark.' },
  {
    code: 'title/length',
    severity: 'off',
    title: 'Too long.',
    options: {
      maximum: { default: 120, description: 'Most characters.', schema: { type: 'integer', minimum: 1 } },
    },
  },
];

const parse = (text: string) => parseSettings(text, WHITE_HOUSE, RULES);

/** Code, the characters underlined, and message of each finding. */
function found(text: string) {
  return parse(text).findings.map(({ code, span, message }) => ({
    code,
    at: text.slice(span.start, span.end),
    message,
  }));
}

describe('settings that are right', () => {
  it('an empty file changes nothing', () => {
    for (const text of ['', '# nothing yet\n', '\ufeff', '---\n']) {
      expect(parse(text)).toEqual({ settings: WHITE_HOUSE, findings: [] });
    }
  });

  it('every setting is understood', () => {
    const { settings, findings } = parse(`extends: white-house
include: [statements/**]
exclude:
  - drafts/**
timeZone: Europe/Brussels
currency: EUR
fiscalYearStart: 1
frontmatter:
  required: [date, office]
  properties: { office: { type: string } }
url:
  hosts: [www.norland.example]
tags:
  - statements
  - name: speeches
    description: What was said.
fileName: '{date}_{slug}.md'
glossary:
  people:
    - Adele Strand
    - { name: Tomas Noriega, title: President, forms: [T. Noriega], of: Ostovia }
  places: [Norland]
  acronyms: { NDF: Norland Development Fund }
rules:
  body/end-mark: off
  title/length: [warning, { maximum: 90 }]
markdownlint:
  MD009: false
templates: templates
`);
    expect(findings).toEqual([]);
    expect(settings).toMatchObject({
      include: ['statements/**'],
      // Templates are no statements.
      exclude: [...WHITE_HOUSE.exclude, 'drafts/**', 'templates/**'],
      timeZone: 'Europe/Brussels',
      currency: 'EUR',
      fiscalYearStart: 1,
      frontmatter: { required: ['date', 'office'], properties: { office: { type: 'string' } } },
      url: { hosts: ['www.norland.example'], paths: WHITE_HOUSE.url.paths },
      tags: [
        { name: 'statements', description: '' },
        { name: 'speeches', description: 'What was said.' },
      ],
      fileName: '{date}_{slug}.md',
      rules: {
        'body/end-mark': { severity: 'off' },
        'title/length': { severity: 'warning', options: { maximum: 90 } },
      },
      markdownlint: { MD009: false },
      templates: 'templates',
    });
    expect(settings.glossary.people).toEqual([
      { name: 'Adele Strand' },
      { name: 'Tomas Noriega', title: 'President', forms: ['T. Noriega'], of: 'Ostovia' },
    ]);
    expect(settings.glossary.acronyms).toEqual({ NDF: 'Norland Development Fund' });
  });

  it('a rule takes a severity, a list, or a mapping', () => {
    const rules = (text: string) => parse(`rules:\n  title/length: ${text}\n`).settings.rules['title/length'];
    expect(rules('error')).toEqual({ severity: 'error' });
    expect(rules('[error]')).toEqual({ severity: 'error' });
    expect(rules('[error, { maximum: 5 }]')).toEqual({ severity: 'error', options: { maximum: 5 } });
    expect(rules('{ severity: hint, maximum: 5 }')).toEqual({ severity: 'hint', options: { maximum: 5 } });
    expect(rules('{ maximum: 5 }')).toEqual({ options: { maximum: 5 } });
  });

  it('tags may be a mapping', () => {
    expect(parse('tags:\n  speeches: What was said.\n').settings.tags).toEqual([
      { name: 'speeches', description: 'What was said.' },
    ]);
  });
});

describe('settings that are wrong are findings at their place', () => {
  it.each([
    ['timezone: UTC\n', 'settings/unknown', 'timezone', 'Did you mean “timeZone”?'],
    ['timeZone: America/NewYork\n', 'settings/value', 'America/NewYork', 'Did you mean “America/New_York”?'],
    ['timeZone: +05:00\n', 'settings/value', '+05:00', 'no time zone has this name'],
    ['timeZone: 5\n', 'settings/value', '5', 'is a whole number. Expected an IANA time zone'],
    ['timeZone:\n', 'settings/value', 'timeZone', 'is empty'],
    ['include: statements\n', 'settings/value', 'statements', 'is text. Expected a list of globs'],
    ['include: ["a[b"]\n', 'settings/value', '"a[b"', 'a [ is never closed'],
    ['url: { host: [x] }\n', 'settings/unknown', 'host', 'Did you mean “hosts”?'],
    ['url: { hosts: ["https://x.example"] }\n', 'settings/value', '"https://x.example"', 'neither https://'],
    ['url: { paths: ["/{year}/"] }\n', 'settings/value', '"/{year}/"', '{year} stands for nothing'],
    ['fileName: "{slug}/x.md"\n', 'settings/value', '"{slug}/x.md"', 'holds no slash'],
    ['rules: { body/endmark: off }\n', 'settings/unknown', 'body/endmark', 'Did you mean “body/end-mark”?'],
    ['rules: { body/end-mark: warn }\n', 'settings/value', 'warn', 'Did you mean “warning”?'],
    [
      'rules: { body/end-mark: [error, { max: 1 }] }\n',
      'settings/unknown',
      'max',
      'There is no setting “max”',
    ],
    ['rules: { title/length: { maximum: 0 } }\n', 'settings/value', '0', 'at least 1'],
    ['rules: { title/length: { maximum: ten } }\n', 'settings/value', 'ten', 'Expected a whole number'],
    ['glossary: { people: [{ title: President }] }\n', 'settings/missing', 'title', 'needs `name`'],
    ['tags: 3\n', 'settings/value', '3', 'Expected a list of tags'],
    ['- a\n- b\n', 'settings/value', '- a\n- b\n', 'is a list'],
    ['timeZone: UTC\ntimeZone: UTC\n', 'settings/syntax', 'timeZone', 'stands twice'],
    ['rules: {\n', 'settings/syntax', '', 'the whole file is left aside'],
    [
      'frontmatter: https://x.example/schema.json\n',
      'settings/value',
      'https://x.example/schema.json',
      'network',
    ],
  ])('%j', (text, code, at, message) => {
    const findings = found(text);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ code });
    expect(findings[0]?.message).toContain(message);
    if (at !== '') expect(findings[0]?.at).toBe(at);
  });

  it('what is right in the file stays in force', () => {
    const { settings } = parse(
      'timeZone: Europe/Brussels\nincldue: [x]\nrules: { body/end-mark: nonsense }\n',
    );
    expect(settings).toEqual({ ...WHITE_HOUSE, timeZone: 'Europe/Brussels' });
  });

  it('a file that does not parse leaves the base in force', () => {
    const { settings, findings } = parse('rules: { body/end-mark: off\ninclude: ]\n');
    expect(findings.length).toBeGreaterThan(0);
    expect(settings).toEqual(WHITE_HOUSE);
  });

  it('“did you mean” is offered as a mend', () => {
    const text = 'timezone: UTC\n';
    const [finding] = parse(text).findings;
    const [fix] = finding?.fixes?.() ?? [];
    expect(fix).toMatchObject({ edits: [{ span: { start: 0, end: 8 }, newText: 'timeZone' }], safe: false });
  });
});

describe('no text breaks the reader', () => {
  it('an alias bomb ends', () => {
    const levels = Array.from(
      { length: 30 },
      (_, i) => `  k${i}: &a${i} [${i === 0 ? 'x' : `*a${i - 1}, *a${i - 1}`}]`,
    );
    expect(() => parse(`markdownlint:\n${levels.join('\n')}\n`)).not.toThrow();
    expect(() => parse('markdownlint: &a\n  x: *a\n')).not.toThrow();
  });

  it('any text gives settings and findings within it', () => {
    const piece = fc.constantFrom(
      'extends: ',
      'white-house',
      'include: ',
      'rules:',
      '\n',
      '  ',
      'body/end-mark: ',
      'off',
      '[',
      ']',
      '{',
      '}',
      '- ',
      '"',
      "'",
      '&a ',
      '*a',
      ': ',
      '? ',
      '|',
      '>',
      '#',
      '\t',
      '\ufeff',
      'tags: ',
      'timeZone: UTC',
      'null',
      '__proto__: ',
      'constructor: ',
      '5',
      '!!set ',
      '<<: ',
      '\r\n',
      '---\n',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join('');
        const { settings, findings } = parse(text);
        expect(typeof settings.timeZone).toBe('string');
        expect(Array.isArray(settings.include) && Array.isArray(settings.tags)).toBe(true);
        for (const { span } of findings) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 1500 },
    );
  });
});
