import { describe, expect, it } from 'vitest';
import { aboutDate } from '../../../server/src/core/features/about-date.ts';
import { hoverAt } from '../../../server/src/core/features/hover.ts';
import { nameAt, placesInTitle } from '../../../server/src/core/features/names.ts';
import { renameEdits } from '../../../server/src/core/features/rename.ts';
import { applyEdits, Readout, WHITE_HOUSE } from '../../../server/src/core/index.ts';

const TEXT = `---
date: 2024-03-05
published_time: 2024-03-05 21:20:00-05:00
title: "Readout of President Luis\\_Noriega\\u2019s Call with Prime Minister Ad\\xE8le\\
  \\ Strand of\\_Denmark"
---

Today President Luis Noriega spoke with Prime Minister Adèle Strand of
Denmark.  Prime Minister Strand thanked President Noriega.

\\###
`;

const readout = Readout.parse(TEXT);
const at = (needle: string, from = 0) => readout.text.indexOf(needle, from) + 1;

describe('a name in the headline', () => {
  it('is the one in the text, escapes and folded lines notwithstanding', () => {
    const found = nameAt(readout, WHITE_HOUSE, at('xE8le'));
    expect(found).toMatchObject({ type: 'PERSON', text: 'Adèle Strand' });
    expect(found?.identity?.name).toBe('Adèle Strand');
    expect(found?.identity && placesInTitle(readout, WHITE_HOUSE, found.identity)).toEqual([found?.span]);
  });

  it('is renamed with the text, and the text with it', () => {
    const edits = renameEdits(readout, WHITE_HOUSE, at('Strand thanked'), 'Vane-Ødegård') ?? [];
    const { text } = applyEdits(TEXT, edits);
    expect(Readout.parse(text).frontmatter?.fields.find(({ key }) => key === 'title')?.value.text).toBe(
      'Readout of President Luis\u00a0Noriega’s Call with Prime Minister Adèle Vane-Ødegård of\u00a0Denmark',
    );
    expect(text).toContain(
      'Prime Minister Adèle Vane-Ødegård of\nDenmark.  Prime Minister Vane-Ødegård thanked',
    );
    // Nothing else of the headline is written anew.
    expect(text).toContain('Luis\\_Noriega\\u2019s Call with Prime Minister Ad\\xE8le\\\n');
    const fromTitle = renameEdits(readout, WHITE_HOUSE, at('Luis\\_'), 'Marta Ruiz') ?? [];
    expect(applyEdits(TEXT, fromTitle).text).toContain('thanked President Ruiz.');
  });

  it('is told of as in the text', () => {
    const markdown = hoverAt(readout, WHITE_HOUSE, at('Luis\\_'))?.markdown;
    expect(markdown).toContain('**Luis Noriega** — person');
    expect(markdown).toContain('\n\nPresident\n\n');
  });
});

describe('dates in words', () => {
  it('of the frontmatter', () => {
    expect(hoverAt(readout, WHITE_HOUSE, at('2024-03-05'))?.markdown).toMatch(
      /^Tuesday, March 5, 2024 \(`2024-03-05`\)\n\nThe day of this document\.\n\n\*\*date\*\*/,
    );
    expect(hoverAt(readout, WHITE_HOUSE, at('21:20'))?.markdown).toMatch(
      /^Tuesday, March 5, 2024, 21:20:00 at UTC-05:00 \(02:20:00 UTC on 2024-03-06\)/,
    );
  });

  it.each([
    ['2024-03-04', ['Monday, March 4, 2024 (`2024-03-04`)', '1 day before the date of this document.']],
    ['2023-04', ['April 2023 (`2023-04`)', '11 months before the month of this document.']],
    ['2025', ['the year 2025 (`2025`)', '1 year after the year of this document.']],
    [
      '2024-03-01/2024-03-07',
      [
        'From Friday, March 1, 2024 to Thursday, March 7, 2024 (`2024-03-01/2024-03-07`)',
        '7 days, the first and the last included.',
        'The day of this document lies in it.',
      ],
    ],
    ['P3D', ['`P3D`']],
  ])('%s', (value, lines) => {
    expect(aboutDate(value, { year: 2024, month: 3, day: 5 })).toEqual(lines);
  });
});
