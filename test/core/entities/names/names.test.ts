import { describe, expect, it } from 'vitest';
import { nameWork } from '../../../../server/src/core/entities/names/reader.ts';
import { namesIn } from '../../../../server/src/core/entities/names.ts';

const read = (text: string): string[] => namesIn(text).map((name) => `${name.type} ${name.text}`);

describe('names in prose', () => {
  it('reads the lead of a readout', () => {
    expect(
      read('President Tomas R. Arden, Jr. met today with Prime Minister Adele Strand of Norway in Oslo.'),
    ).toEqual(['PERSON Tomas R. Arden, Jr.', 'PERSON Adele Strand', 'PLACE Norway', 'PLACE Oslo']);
  });

  it('keeps a name that is broken over a line, with no-break spaces, and without its possessive', () => {
    expect(
      read('They thanked Prime Minister Adele\nStrand’s team and President\u00a0Tomas\u00a0Arden.'),
    ).toEqual(['PERSON Adele\nStrand', 'PERSON Tomas\u00a0Arden']);
  });

  it('splits hyphenated pairs of countries', () => {
    expect(read('They reaffirmed the U.S.-Mexico relationship.')).toEqual(['PLACE U.S.', 'PLACE Mexico']);
  });

  it('marks an acronym in brackets by itself', () => {
    expect(read('Officials of the Department of Energy (DOE) took part.')).toEqual([
      'ORG Department of Energy',
      'ORG DOE',
    ]);
  });

  it('marks nothing within URLs, code and tags', () => {
    expect(
      read('See [the text](https://example.org/Norway-Sweden) and `Norway` or <a title="Norway">.'),
    ).toEqual([]);
    expect(read('https://www.example.org/Norway/Sweden and www.Norway.example')).toEqual([]);
  });

  it('reads a name through emphasis marks', () => {
    expect(read('They met in **New** **Zealand** and *Canada*.')).toEqual([
      'PLACE New** **Zealand',
      'PLACE Canada',
    ]);
  });

  it('stays linear on hostile input', () => {
    for (const unit of [
      'A',
      'Ab ',
      '[a](',
      '<a ',
      '`',
      'A.',
      'of The ',
      '](',
      'U.S.-',
      '\u2019s',
      '\ud800',
    ]) {
      expect(Array.isArray(namesIn(unit.repeat(20_000)))).toBe(true);
    }
  });

  it.each([
    ['A. ', 4],
    ['Ж ', 4],
    ['7 ', 3],
    ['ABC ', 14],
    ['Abc ', 14],
    ['A-', 5],
    ['Dd, ', 5],
    ["A's ", 5],
    ['U.S.-', 5],
    ['January ', 14],
    ['Al-', 5],
    ['word ', 0],
    ['(', 0],
  ])('weighs a bounded number of names for each token of %j', (unit, most) => {
    const before = { ...nameWork };
    namesIn(unit.repeat(5000));
    expect(nameWork.tokens - before.tokens).toBeGreaterThanOrEqual(5000);
    expect(nameWork.segments - before.segments).toBeLessThanOrEqual(most * (nameWork.tokens - before.tokens));
  });

  it('weighs nothing where no word has a capital and no number stands', () => {
    const before = nameWork.segments;
    expect(read('they spoke about the work of the commission and agreed to meet again')).toEqual([]);
    expect(nameWork.segments).toBe(before);
  });
});
