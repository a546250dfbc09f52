import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../server/src/core/config/settings.ts';
import { EMPTY_GLOSSARY } from '../../../server/src/core/config/settings.ts';
import { WHITE_HOUSE } from '../../../server/src/core/config/white-house.ts';
import { answerProblems, createReadout, questionsOf } from '../../../server/src/core/features/new-readout.ts';
import {
  placeholderIn,
  placeholdersOf,
  TEMPLATES,
  type Template,
  templateOf,
} from '../../../server/src/core/templates/index.ts';
import { expandSnippet } from '../templates/expand-snippet.ts';

/** Tuesday, 9 June 2026, 15:00 in Washington. */
const NOW = Date.UTC(2026, 5, 9, 19);
const CONTEXT = { settings: WHITE_HOUSE, now: NOW };
const call = templateOf('call') as Template;

const sensible = (template: Template) =>
  Object.fromEntries(placeholdersOf(template).map((name) => [name, placeholderIn(name, template).example]));

describe('questionsOf', () => {
  const settings: Settings = {
    ...WHITE_HOUSE,
    glossary: {
      ...EMPTY_GLOSSARY,
      people: [{ name: 'Adele Strand', of: 'Norland' }],
      places: [{ name: 'Port Marisol' }],
    },
  };
  const people = [
    { name: 'Ilse Brandt', title: 'Chancellor', of: 'Osterland' },
    { name: 'adele strand', title: 'Prime Minister', of: 'Elsewhere' },
  ];

  it('asks for what headline and lead need, and for the date', () => {
    const questions = questionsOf(call, [], CONTEXT);
    expect(questions.map(({ key, default: usual }) => [key, usual])).toEqual([
      ['principal', undefined],
      ['counterpart', undefined],
      ['country', undefined],
      ['day', 'today'],
      ['date', '2026-06-09'],
    ]);
    expect(questions[1]?.label).toBe('Name of counterpart');
    expect(questions[3]?.offers.slice(0, 2)).toEqual([
      { value: 'today', detail: '2026-06-09', with: {} },
      { value: 'on Monday', detail: '2026-06-08', with: {} },
    ]);
  });

  it('offers the glossary’s people and those of earlier statements once, with the title they bore last', () => {
    const questions = questionsOf(call, people, { settings, now: NOW });
    const of = (key: string) => questions.find((question) => question.key === key)?.offers;
    expect(of('counterpart')).toEqual([
      { value: 'Prime Minister Adele Strand', detail: 'Norland', with: { country: 'Norland' } },
      { value: 'Chancellor Ilse Brandt', detail: 'Osterland', with: { country: 'Osterland' } },
    ]);
    expect(of('country')?.map(({ value }) => value)).toEqual(['Norland', 'Osterland']);
    expect(of('principal')?.[0]?.with).toEqual({ homeCountry: 'Norland' });
  });

  it.each(TEMPLATES)('$id: answers to its questions make headline and lead whole', (template) => {
    const answers = Object.fromEntries(
      questionsOf(template, [], CONTEXT).map(({ key, example }) => [key, example]),
    );
    const { text, title } = createReadout(template, answers, CONTEXT);
    expect(title).not.toMatch(/[[\]]/);
    expect(text.split('\n\n')[1]?.split(/(?<=\.) /)[0] ?? '').not.toMatch(/[[\]]/);
  });
});

describe('createReadout', () => {
  it.each(TEMPLATES)('$id: the snippet, expanded, is the text', (template) => {
    for (const answers of [
      sensible(template),
      { ...sensible(template), date: '2026-02-03', tag: 'presidential-actions' },
      Object.fromEntries(questionsOf(template, [], CONTEXT).map(({ key, example }) => [key, example])),
    ]) {
      const tag = WHITE_HOUSE.tags[0]?.name ?? '';
      const made = createReadout(template, { ...answers, tag }, CONTEXT);
      const expanded = expandSnippet(made.snippet, {});
      const given = template.passages.length > 0 ? made.text : `${made.text}\n`;
      expect(expanded.trimEnd()).toBe(given.trimEnd());
    }
  });

  it('names file and folder, and takes the time of day to another day with its offset', () => {
    const settings = { ...WHITE_HOUSE, include: ['./releases/2026/**/*.md'] };
    const made = createReadout(call, { ...sensible(call), date: '2026-01-05' }, { settings, now: NOW });
    expect(made.folder).toBe('releases/2026');
    expect(made.fileName).toMatch(/^2026-01-05-readout-of-president-elena-noriegas-call-with/);
    expect(made.text).toContain('published_time: 2026-01-05 15:00:00-05:00\n');
    expect(made.missing).toEqual([]);
    expect(createReadout(call, {}, CONTEXT).folder).toBe('');
  });

  it('puts the first tab stop into the first passage that has a gap', () => {
    const answers = {
      principal: 'President Noriega',
      counterpart: 'Prime Minister Strand',
      country: 'Norland',
    };
    const { snippet, missing } = createReadout(call, { ...answers, day: 'today' }, CONTEXT);
    expect(snippet.slice(snippet.indexOf('\n---\n'))).toMatch(
      /^\n---\n\nPresident Noriega spoke today with Prime Minister Strand of Norland\. The two leaders discussed \$\{1:/,
    );
    expect(missing[0]).toBe('topics');
  });

  it('refuses what it does not know, and says what was meant', () => {
    const messages = (answers: Record<string, string>) =>
      answerProblems(call, answers, WHITE_HOUSE).map(({ kind, message }) => `${kind}: ${message}`);
    expect(messages({ counterpat: 'x' })[0]).toMatch(/^unknown: .*Did you mean “counterpart”\?/);
    expect(messages({ date: '2026-02-30' })[0]).toMatch(/^invalid: “2026-02-30” is no day/);
    expect(messages({ tag: 'briefings-statement' })[0]).toMatch(/Did you mean “briefings-statements”\?/);
    expect(messages({ date: ' ', topics: '' })).toEqual([]);
    expect(() => createReadout(call, { date: '2026-02-30' }, CONTEXT)).toThrow(RangeError);
    expect(messages({ __proto__x: 'a', toString: 'b' }).every((each) => each.startsWith('unknown'))).toBe(
      true,
    );
  });

  it('writes whatever is answered as it stands, in text and snippet alike', () => {
    const value = fc.string({
      unit: fc.constantFrom('a', 'É', ' ', '$', '}', '\\', '{', '"', '.', '\n', '’', '|'),
      minLength: 1,
    });
    fc.assert(
      fc.property(
        fc.record({ principal: value, counterpart: value, country: value, topics: value }),
        (answers) => {
          const made = createReadout(call, { ...answers, tag: 'briefings-statements' }, CONTEXT);
          const body = (text: string) => text.slice(text.indexOf('\n---\n'));
          const complete = Object.values(answers).every((answer) => answer.trim() !== '');
          fc.pre(complete);
          expect(body(expandSnippet(made.snippet, {}))).toBe(body(made.text));
        },
      ),
    );
  });
});
