import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOneEdit, Neighbours } from '../../../../server/src/core/rules/name/neighbours.ts';
import { editDistance } from '../../../../server/src/core/text/nearest.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), minLength: 3, maxLength: 8 });

describe('isOneEdit', () => {
  it('says of two words what their distance says', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        fc.pre(a !== b);
        expect(isOneEdit(a, b)).toBe(editDistance(a, b, 1) === 1);
      }),
      { numRuns: 2000 },
    );
  });

  it('knows each of the four edits', () => {
    expect(isOneEdit('strand', 'stran')).toBe(true);
    expect(isOneEdit('stran', 'strand')).toBe(true);
    expect(isOneEdit('strand', 'strond')).toBe(true);
    expect(isOneEdit('strand', 'starnd')).toBe(true);
    expect(isOneEdit('strand', 'stnard')).toBe(false);
    expect(isOneEdit('strand', 'strandby')).toBe(false);
  });
});

describe('Neighbours', () => {
  it('answers the same whatever came and went before, few words or many', () => {
    const words = fc.uniqueArray(word, { maxLength: 90 });
    fc.assert(
      fc.property(words, words, fc.array(fc.nat({ max: 89 })), (wanted, others, asked) => {
        const kept = wanted.map((folded) => ({ folded }));
        const passing = others.map((folded) => ({ folded }));
        const one = new Neighbours<{ folded: string }>();
        for (const each of passing) one.enter(each);
        for (const at of asked) {
          const each = passing[at];
          if (each) one.of(each);
        }
        kept.forEach((each, index) => {
          one.enter(each);
          one.of(each);
          const gone = passing[index];
          if (gone) one.leave(gone);
        });
        for (const each of passing.slice(kept.length)) one.leave(each);
        for (const each of kept) {
          const near = kept.filter(
            ({ folded }) =>
              folded !== each.folded &&
              folded[0] === each.folded[0] &&
              Math.min(folded.length, each.folded.length) >= 4 &&
              Math.max(folded.length, each.folded.length) >= 5 &&
              editDistance(folded, each.folded, 1) === 1,
          );
          expect(new Set(one.of(each))).toEqual(new Set(near));
        }
      }),
      { numRuns: 300 },
    );
  });
});
