import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../server/src/core/config/settings.ts';
import { WHITE_HOUSE } from '../../../server/src/core/config/white-house.ts';
import { Readout } from '../../../server/src/core/document/readout.ts';
import { check } from '../../../server/src/core/rules/check.ts';
import {
  fillTemplate,
  isPlaceholderName,
  PLACEHOLDERS,
  placeholderIn,
  placeholdersOf,
  TEMPLATES,
  type Template,
  templateOf,
  templateSnippet,
} from '../../../server/src/core/templates/index.ts';
import { slugOf } from '../../../server/src/core/text/slug.ts';
import { expandSnippet } from './expand-snippet.ts';

const SENSIBLE = Object.fromEntries(
  Object.entries(PLACEHOLDERS).map(([name, { example }]) => [name, example]),
);
const CONTEXT = {
  settings: WHITE_HOUSE,
  date: '2026-06-09',
  publishedTime: '2026-06-09 15:00:00-04:00',
};

const codesIn = (text: string, path: string) =>
  check({ readout: Readout.parse(text), path }, WHITE_HOUSE, { mustBeReadout: true }).map(
    ({ code, message }) => `${code}: ${message}`,
  );

const call = templateOf('call') as Template;

describe('templates', () => {
  it('are those that the issue names', () => {
    expect(TEMPLATES.map(({ id }) => id)).toEqual([
      'call',
      'bilateral-meeting',
      'trilateral-meeting',
      'multilateral-meeting',
      'pull-aside',
      'virtual-meeting',
      'officials-meeting',
      'visit',
      'travel',
      'joint-statement',
      'condolence',
      'congratulation',
      'event-statement',
      'frontmatter',
    ]);
  });

  it.each(TEMPLATES)('$id: names, passages and placeholders are in order', (template) => {
    expect(template.id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(template.description).toMatch(/^[A-Z].*\.$/);
    const ids = template.passages.map((passage) => passage.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { purpose, text } of template.passages) {
      expect(purpose).toMatch(/^[A-Z].*\.$/);
      expect(text).toMatch(/^\S.*\S\.$/);
    }
    expect(() => placeholdersOf(template)).not.toThrow();
  });

  it('every placeholder is used, has a label in capitals, and repeats only one that exists', () => {
    const used = new Set(TEMPLATES.flatMap(placeholdersOf));
    for (const [name, placeholder] of Object.entries(PLACEHOLDERS)) {
      expect(isPlaceholderName(name) && used.has(name), name).toBe(true);
      expect(placeholder.label).toMatch(/^[A-Z]+(?: [A-Z]+)*$/);
      expect(placeholder.description).toMatch(/\.$/);
      if (placeholder.sameAs !== undefined) expect(isPlaceholderName(placeholder.sameAs)).toBe(true);
    }
  });

  it.each(TEMPLATES)('$id: filled in, it passes every rule', (template) => {
    const { text, fileName, missing } = fillTemplate(template, SENSIBLE, CONTEXT);
    expect(missing).toEqual([]);
    expect(text).not.toMatch(/[[\]{}]/);
    const findings = codesIn(text, `releases/${fileName}`);
    // A head without a body is what that one template is for.
    expect(
      findings.filter((finding) => template.kind !== 'frontmatter' || !finding.startsWith('body/')),
    ).toEqual([]);
  });

  it.each(TEMPLATES.filter(({ kind }) => kind !== 'frontmatter'))(
    '$id: what is not filled in stays visible, and is found',
    (template) => {
      const { text, missing, fileName } = fillTemplate(template, {}, CONTEXT);
      const visible = new Set(text.match(/\[[A-Z ]+\]/g));
      expect([...visible].sort()).toEqual(
        missing.map((name) => `[${placeholderIn(name, template).label}]`).sort(),
      );
      const readout = Readout.parse(text);
      const found = check({ readout, path: fileName }, WHITE_HOUSE).filter(
        ({ code }) => code === 'body/placeholder',
      );
      const inBody = text.slice(readout.bodyStart).match(/\[[A-Z ]+\]/g) ?? [];
      const bodyFound = found.filter(({ span }) => span.start >= readout.bodyStart);
      expect(bodyFound.map(({ span }) => text.slice(span.start, span.end))).toEqual(inBody);
    },
  );
});

describe('fillTemplate', () => {
  it('writes the file', () => {
    expect(
      fillTemplate(
        call,
        {
          principal: 'the President of Velora',
          principalShort: 'the President',
          counterpart: 'Prime Minister Åse  Strand ',
          country: 'Norland',
          topics: 'trade with the U.N.',
          point: 'her "firm" view',
          thanks: 'help',
          agreement: 'meet again',
          followUp: 'trade',
        },
        CONTEXT,
      ),
    ).toEqual({
      title: 'Readout of the President of Velora’s Call with Prime Minister Åse Strand of Norland',
      fileName:
        '2026-06-09-readout-of-the-president-of-veloras-call-with-prime-minister-ase-strand-of-norland.md',
      missing: [],
      text: [
        '---',
        "date: '2026-06-09'",
        'published_time: 2026-06-09 15:00:00-04:00',
        'source_url: https://www.whitehouse.gov/briefings-statements/2026/06/readout-of-the-president-of-veloras-call-with-prime-minister-ase-strand-of-norland/',
        'tags: briefings-statements',
        'title: "Readout of the President of Velora’s Call with Prime Minister Åse Strand of Norland"',
        '---',
        '',
        'The President of Velora spoke today with Prime Minister Åse Strand of Norland. The two leaders discussed trade with the U.N.',
        '',
        'The President underscored her "firm" view. The President thanked Prime Minister Strand for help.',
        '',
        'The two leaders agreed to meet again. They will remain in close contact on trade.',
        '',
        '\\###',
        '',
      ].join('\n'),
    });
  });

  it('keeps to the house: keys, tags, address, file name', () => {
    const settings: Settings = {
      ...WHITE_HOUSE,
      frontmatter: { required: ['title', 'date', 'clearance_officer'] },
      url: { hosts: ['*.norland.example'], paths: ['/{yyyy}/{slug}'] },
      tags: [{ name: 'readouts', description: '' }],
      fileName: '{yyyy}/{date}_{slug}.markdown',
    };
    const filled = fillTemplate(call, {}, { ...CONTEXT, settings });
    expect(filled.text).toContain(
      '---\ntitle: "Readout of [NAME OF PRINCIPAL]’s Call with [NAME OF COUNTERPART] of [COUNTRY]"\n' +
        'date: \'2026-06-09\'\nclearance_officer: "[CLEARANCE OFFICER]"\n---\n\n[NAME OF PRINCIPAL] spoke today',
    );
    expect(filled.fileName).toMatch(/^2026\/2026-06-09_readout-of-name/);
    const url = { ...settings, frontmatter: { required: ['source_url', 'tags'] } };
    expect(fillTemplate(call, {}, { ...CONTEXT, settings: url }).text).toMatch(
      /^---\nsource_url: "\[ADDRESS OF THE STATEMENT\]"\ntags: readouts\n---\n/,
    );
  });

  it('takes the tag that fits the kind of statement', () => {
    const tagIn = (id: string, names: readonly string[]) => {
      const settings = { ...WHITE_HOUSE, tags: names.map((name) => ({ name, description: '' })) };
      const { text } = fillTemplate(templateOf(id) as Template, {}, { ...CONTEXT, settings });
      return /^tags: (.*)$/m.exec(text)?.[1];
    };
    expect(tagIn('call', ['news', 'statements', 'readouts'])).toBe('readouts');
    expect(tagIn('condolence', ['news', 'statements', 'readouts'])).toBe('statements');
    expect(tagIn('travel', ['news', 'statements', 'readouts'])).toBe('statements');
    expect(tagIn('travel', ['news', 'statements-releases', 'announcements'])).toBe('statements-releases');
    expect(tagIn('call', ['news'])).toBe('news');
    expect(tagIn('call', [])).toBe('briefings-statements');
  });

  it('writes any title as YAML that reads back as given', () => {
    const template = templateOf('frontmatter') as Template;
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (headline) => {
        const title = headline.replace(/\s+/g, ' ').trim();
        fc.pre(title !== '');
        const { text } = fillTemplate(template, { headline }, CONTEXT);
        const readout = Readout.parse(text);
        expect(readout.frontmatter?.problems).toEqual([]);
        expect(readout.frontmatter?.fields.at(-1)?.value.data).toBe(title);
      }),
    );
  });
});

describe('whatever a drafter types', () => {
  const words = fc.string({
    unit: fc.constantFrom(
      '---',
      '\n',
      '\r',
      ' ',
      '"',
      "'",
      ':',
      '#',
      '\\',
      '$',
      '}',
      '[',
      'a',
      'É',
      '…',
      '.',
    ),
  });
  const anyValues = fc.record(Object.fromEntries(Object.keys(PLACEHOLDERS).map((name) => [name, words])), {
    requiredKeys: [],
  });

  it('the frontmatter stays whole, the title is the headline, and the end mark closes the text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TEMPLATES.filter(({ passages }) => passages.length > 0)),
        anyValues,
        (template, values) => {
          const { text, title, fileName } = fillTemplate(template, values, CONTEXT);
          const { frontmatter, blocks } = Readout.parse(text);
          expect(frontmatter?.problems).toEqual([]);
          expect(frontmatter?.close).toBeDefined();
          expect(frontmatter?.fields.map(({ key }) => key)).toEqual(WHITE_HOUSE.frontmatter.required);
          expect(frontmatter?.fields.at(-1)?.value.data).toBe(title);
          expect(blocks.at(-1)?.kind).toBe('endMark');
          expect(fileName).toMatch(/^2026-06-09-[a-z0-9-]*\.md$/);
        },
      ),
    );
  });
});

describe('templateSnippet', () => {
  it.each(TEMPLATES)('$id: expanded by an editor, it is the template with nothing filled in', (template) => {
    const expanded = expandSnippet(templateSnippet(template, { settings: WHITE_HOUSE }), {
      CURRENT_YEAR: '2026',
      CURRENT_MONTH: '06',
      CURRENT_DATE: '09',
      CURRENT_HOUR: '15',
      CURRENT_MINUTE: '00',
      CURRENT_SECOND: '00',
      CURRENT_TIMEZONE_OFFSET: '-04:00',
    });
    const filled = fillTemplate(template, {}, CONTEXT).text;
    expect(expanded.trimEnd()).toBe(filled.trimEnd());
  });

  it('has a tab stop for each placeholder, numbered from 1 without gaps, and ends at 0', () => {
    for (const template of TEMPLATES) {
      const snippet = templateSnippet(template, { settings: WHITE_HOUSE });
      const stops = [...snippet.matchAll(/\$\{(\d+)(?::(?!\/)(?=[^+])|\|)/g)].map((match) =>
        Number(match[1]),
      );
      expect([...stops].sort((a, b) => a - b)).toEqual(stops.map((_, index) => index + 1));
      expect(snippet.match(/\$0/g)).toHaveLength(1);
    }
  });

  it('leaves the frontmatter out on demand', () => {
    const snippet = templateSnippet(call, { settings: WHITE_HOUSE, withFrontmatter: false });
    expect(snippet).toMatch(/^\$1 spoke /);
    expect(snippet.endsWith('$0\n\n\\\\###\n')).toBe(true);
  });

  it('escapes whatever a template or a house writes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('$', '}', '{', '\\', '|', ',', '"', 'a', '1', ' ', '’') }),
        fc.string({ unit: fc.constantFrom('$', '}', '\\', '|', ',', 'a'), minLength: 1 }),
        (words, tag) => {
          const literal = words.replace(/\{[a-zA-Z]+\}/g, '').trim();
          const template: Template = {
            ...call,
            headline: 'A {principal}',
            passages: [{ id: 'only', purpose: '', text: `X${literal}.` }],
          };
          const settings: Settings = {
            ...WHITE_HOUSE,
            frontmatter: { required: ['tags'] },
            tags: [
              { name: tag, description: '' },
              { name: 'other', description: '' },
            ],
          };
          expect(expandSnippet(templateSnippet(template, { settings }), {})).toBe(
            `---\ntags: ${tag}\n---\n\nX${literal}.\n\n\\###\n`,
          );
        },
      ),
    );
  });
});

describe('slugOf', () => {
  it.each([
    ['Readout of President Joe\u00a0Noriega’s Call', 'readout-of-president-joe-noriegas-call'],
    ['  Andrés — “Łódź”, Straße & Ærø!  ', 'andres-lodz-strasse-aero'],
    ['U.N. 75', 'un-75'],
    ['…', ''],
  ])('%j', (headline, slug) => expect(slugOf(headline)).toBe(slug));
});
