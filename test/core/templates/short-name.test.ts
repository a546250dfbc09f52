import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WHITE_HOUSE } from '../../../server/src/core/config/white-house.ts';
import { SHORT_NAME_TRANSFORM, shortNameOf } from '../../../server/src/core/templates/short-name.ts';

describe('shortNameOf', () => {
  it.each([
    ['President Elena Noriega', 'President Noriega'],
    ['Prime Minister Adele Strand', 'Prime Minister Strand'],
    ['Secretary of State Anna Berg', 'Secretary Berg'],
    ['Minister of Foreign Affairs Jonas Eide', 'Minister Eide'],
    ['former Prime Minister Tomás Eide', 'Prime Minister Eide'],
    ['President Ursula von der Halden', 'President von der Halden'],
    ['Senator John Q. Holm Jr.', 'Senator Holm'],
    ['President Kim Holm', 'President Holm'],
    ['President Yoon Min Seo', 'President Yoon'],
    ['Premier Li Wen', 'Premier Li'],
    ['Foreign Minister Strand', 'Foreign Minister Strand'],
    ['the President of Velora', 'the President'],
    // What is no title with first and last name stays.
    ['the President', 'the President'],
    ['Adele Strand', 'Adele Strand'],
    ['King Halvard II', 'King Halvard II'],
    ['Crown Prince Halvard', 'Crown Prince Halvard'],
    [
      'President Adele Strand and First Lady Marit Strand',
      'President Adele Strand and First Lady Marit Strand',
    ],
    ['[NAME OF PRINCIPAL]', '[NAME OF PRINCIPAL]'],
    ['', ''],
  ])('%s → %s', (full, short) => {
    expect(shortNameOf(full, WHITE_HOUSE)).toBe(short);
  });

  it('takes any text, and never makes it longer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (full) => {
        expect(shortNameOf(full, WHITE_HOUSE).length).toBeLessThanOrEqual(full.length);
      }),
    );
  });
});

describe('the transform of a snippet', () => {
  const [, pattern = '', format = ''] = /^\/(.*)\/([^/]*)\/$/.exec(SHORT_NAME_TRANSFORM) ?? [];

  it.each([
    ['President Elena Noriega', 'President Noriega'],
    ['Prime Minister Adele Strand', 'Prime Minister Strand'],
    ['Secretary of State Anna Berg', 'Secretary Berg'],
    ['former Prime Minister Tomás Eide', 'Prime Minister Eide'],
    ['President Ursula von der Halden', 'President von der Halden'],
    ['King Halvard II', 'King Halvard II'],
    ['[NAME OF PRINCIPAL]', '[NAME OF PRINCIPAL]'],
    ['the President', 'the President'],
  ])('%s → %s', (full, short) => {
    expect(full.replace(new RegExp(pattern), format)).toBe(short);
  });
});
