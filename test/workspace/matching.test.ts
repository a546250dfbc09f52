import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Query, Signatures, search } from '../../server/src/workspace/matching.ts';

/** How well a name matches, by the plain definition. */
function rankOf(name: string, wanted: string): number {
  if (wanted === '') return 1;
  if (name === wanted) return 4;
  if (name.startsWith(wanted)) return 3;
  if (name.includes(` ${wanted}`)) return 2;
  let at = 0;
  for (const letter of wanted) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return 0;
  }
  return 1;
}

const letters = fc.constantFrom(...'abnoé 1.-');
const name = fc.string({ unit: letters, minLength: 1, maxLength: 10 });

describe('search', () => {
  it('finds what looking at every name would find, in the same order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(name, { minLength: 1, maxLength: 2 }), { maxLength: 60 }),
        fc.string({ unit: letters, maxLength: 4 }),
        fc.integer({ min: 1, max: 12 }),
        (names, typed, most) => {
          const signatures = new Signatures();
          names.forEach((forms, number) => {
            signatures.clear(number);
            for (const form of forms) signatures.add(number, form);
          });
          const rank = (number: number) =>
            Math.max(...(names[number] ?? []).map((form) => rankOf(form, typed)));
          const expected = names
            .map((_, number) => number)
            .filter((number) => rank(number) > 0)
            .sort((a, b) => rank(b) - rank(a) || a - b)
            .slice(0, most);
          const found = search(new Query(typed), most, signatures, {
            has: (number) => number < names.length,
            bestRank: (number, of) =>
              (names[number] ?? []).map((form) => of(form, 0)).sort((a, b) => b - a)[0] ?? 0,
            compare: (a, b) => a - b,
          });
          expect(found).toEqual(expected);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('looks only at names that may match', () => {
    const names = Array.from({ length: 1000 }, (_, i) => `country ${i}`).concat('norland');
    const signatures = new Signatures();
    names.forEach((each, number) => {
      signatures.clear(number);
      signatures.add(number, each);
    });
    let looks = 0;
    const found = search(new Query('norl'), 10, signatures, {
      has: () => true,
      bestRank: (number, of) => {
        looks++;
        return of(names[number] ?? '', 0);
      },
      compare: (a, b) => a - b,
    });
    expect(found.map((number) => names[number])).toEqual(['norland']);
    expect(looks).toBeLessThan(5);
  });
});
