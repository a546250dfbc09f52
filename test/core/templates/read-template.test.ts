import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../server/src/core/config/settings.ts';
import { WHITE_HOUSE } from '../../../server/src/core/config/white-house.ts';
import { Readout } from '../../../server/src/core/document/readout.ts';
import { check } from '../../../server/src/core/rules/check.ts';
import {
  fillTemplate,
  placeholdersOf,
  readTemplate,
  TEMPLATES,
  templateIn,
  templateSnippet,
  templatesIn,
} from '../../../server/src/core/templates/index.ts';

const BRIEFING = `---
title: Readout of a briefing
description: The ambassador briefed the press.
headline: Readout of {ambassador}’s Briefing in {place}
kind: readout
tags: [statements-releases]
placeholders:
  ambassador:
    description: The ambassador, with first and last name
    example: Ambassador Ines Holm
    kind: person
  ambassadorShort:
    description: The ambassador after the first mention
    shortOf: ambassador
  leadTopic: What it was about
---

<!-- Who briefed whom. -->

{ambassador} briefed the press {day} in {place}.

{ambassadorShort} spoke about:

- {leadTopic}
- {topics}

\\###
`;

const read = (text: string, id = 'briefing') => readTemplate({ id, text });
const messages = (text: string, id?: string) =>
  read(text, id).findings.map(({ message, span }) => `${text.slice(span.start, span.end)}: ${message}`);
const house = (...files: { id: string; text: string }[]): Settings => ({
  ...WHITE_HOUSE,
  templateFiles: files,
});
const CONTEXT = { settings: WHITE_HOUSE, date: '2026-06-09', publishedTime: '2026-06-09 15:00:00-04:00' };

describe('a template of the workspace', () => {
  it('has a title, a headline, passages with their purposes, and placeholders of its own', () => {
    const { template, findings } = read(BRIEFING);
    expect(findings).toEqual([]);
    expect(template).toMatchObject({
      id: 'briefing',
      title: 'Readout of a briefing',
      description: 'The ambassador briefed the press.',
      kind: 'readout',
      tags: ['statements-releases'],
      passages: [
        { purpose: 'Who briefed whom.', text: '{ambassador} briefed the press {day} in {place}.' },
        { purpose: 'Passage 2.', text: '{ambassadorShort} spoke about:' },
        { purpose: 'Passage 3.', text: '- {leadTopic}\n- {topics}' },
      ],
    });
    expect(placeholdersOf(template)).toEqual([
      'ambassador',
      'place',
      'day',
      'ambassadorShort',
      'leadTopic',
      'topics',
    ]);
  });

  it('fills in like any other, short names included', () => {
    const { template } = read(BRIEFING);
    const values = {
      ambassador: 'Ambassador Ines Holm',
      place: 'Skarvik, Norland',
      leadTopic: 'the fishing season',
      topics: 'the new rail link',
    };
    const { text, missing, fileName } = fillTemplate(template, values, CONTEXT);
    expect(missing).toEqual([]);
    expect(text).toContain(
      '\n---\n\nAmbassador Ines Holm briefed the press today in Skarvik, Norland.\n\nAmbassador Holm spoke about:\n\n- the fishing season\n- the new rail link\n\n\\###\n',
    );
    const readout = Readout.parse(text);
    expect(check({ readout, path: fileName }, WHITE_HOUSE).map(({ code }) => code)).toEqual([]);
    expect(templateSnippet(template, { settings: WHITE_HOUSE })).toContain('\u0024{4:[INSERT LEAD TOPIC]}');
  });

  it('what is not filled in is found, placeholders of its own included', () => {
    const { text, missing } = fillTemplate(read(BRIEFING).template, {}, CONTEXT);
    expect(missing).toEqual(['ambassador', 'place', 'leadTopic', 'topics']);
    const found = check({ readout: Readout.parse(text), path: undefined }, WHITE_HOUSE)
      .filter(({ code }) => code === 'body/placeholder')
      .map(({ span }) => text.slice(span.start, span.end));
    expect(found).toEqual([
      '[INSERT AMBASSADOR]',
      '[PLACE]',
      '[INSERT AMBASSADOR]',
      '[INSERT LEAD TOPIC]',
      '[TOPICS]',
    ]);
  });

  it('stands in the list of templates: of ours in its place, else in front', () => {
    const settings = house(
      { id: 'briefing', text: BRIEFING },
      { id: 'call', text: BRIEFING.replace('a briefing', 'our kind of call') },
    );
    expect(templatesIn(settings).map(({ id }) => id)).toEqual(['briefing', ...TEMPLATES.map(({ id }) => id)]);
    expect(templateIn(settings, 'call')?.title).toBe('Readout of our kind of call');
    expect(templateIn(WHITE_HOUSE, 'briefing')).toBeUndefined();
    expect(templatesIn(settings)).toBe(templatesIn({ ...settings }));
  });

  it.each([
    [
      'an unknown placeholder',
      '{principle} met.',
      '{principle}: There is no placeholder {principle}. Did you mean {principal}?',
    ],
    ['one in the headline', '{headline}.', undefined],
    [
      'blanks within',
      '{ lead topic } met.',
      '{ lead topic }: “{ lead topic }” is no placeholder: that is a name of letters alone between braces, such as {leadTopic}.',
    ],
    ['two pairs of braces', '{{principal}} met.', '{: “{” is no placeholder'],
    ['a brace that is never closed', 'They met {principal.', '{: “{” is no placeholder'],
    [
      'a snippet’s tab stop',
      'They met \u0024{1:city}.',
      '{1:city}: “{1:city}” is no placeholder: that is a name of letters alone between braces, such as {city}.',
    ],
    ['a brace that is meant', 'They met \\{ as is \\}.', undefined],
  ])('%s', (_, body, message) => {
    const found = messages(`---\nheadline: Statement\n---\n\n${body}\n`);
    if (message === undefined) expect(found).toEqual([]);
    else expect(found[0]?.slice(0, message.length)).toBe(message);
  });

  it('says what is wrong with its frontmatter, at its place', () => {
    const text = BRIEFING.replace('kind: readout', 'kind: speech\ntitel: x\nstatus: draft')
      .replace('kind: person', 'kind: human\n    exmple: x')
      .replace('shortOf: ambassador', 'shortOf: nobody')
      .replace('Briefing in {place}', 'Briefing in {plaze}');
    expect(messages(text).map((message) => message.replace(/(?<=\.) .*|(?<=”)\. .*/, ''))).toEqual([
      'titel: “titel” says nothing about a template.',
      'status: “status” says nothing about a template.',
      'ambassador: The placeholder “ambassador” has a “exmple” that says nothing.',
      'ambassador: The placeholder “ambassador” is of no known kind: “human”',
      'ambassadorShort: The placeholder “ambassadorShort” is the short form of “nobody”, which is no other placeholder.',
      '{plaze}: There is no placeholder {plaze}.',
      'speech: “speech” is no kind of statement: write one of readout, announcement, statement.',
    ]);
  });

  it.each([
    ['', 'A template needs frontmatter with a “headline”'],
    ['They met.\n', 'A template needs frontmatter with a “headline”'],
    ['---\nheadline: {principal} met\n---\n\nThey met.\n', 'The template’s frontmatter is not valid YAML'],
    ['---\nheadline:\n---\n\nThey met.\n', '“headline” takes words.'],
    ['---\nheadline: Statement\n---\n', 'This template has no passages'],
  ])('%j is told why it is none', (text, message) => {
    const found = read(text).findings.map((each) => each.message);
    expect(
      found.some((each) => each.startsWith(message)),
      found.join('\n'),
    ).toBe(true);
  });

  it('names are small letters and hyphens', () => {
    expect(messages(BRIEFING, 'Our Call')[0]).toContain('“our-call.md”');
    expect(messages(BRIEFING, 'our-call-2')).toEqual([]);
  });

  it('whatever the text, there is a template that can be filled in, and findings lie in the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        '{',
        '}',
        '{day}',
        '{constructor}',
        '\\{',
        '---\n',
        'headline: ',
        'placeholders:\n',
        '  x: y\n',
        '\r\n',
        '\n\n',
        '<!--',
        '-->',
        '\\###\n',
        '- a\n',
        '```\n',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const { template, findings } = read(text);
        const made = fillTemplate(template, {}, CONTEXT);
        expect(made.text.endsWith('\n')).toBe(true);
        expect(templateSnippet(template, { settings: WHITE_HOUSE })).not.toBe('');
        for (const { span } of findings) {
          expect(span.start).toBeLessThanOrEqual(span.end);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
