import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from '../../../server/src/core/text/nearest.ts';

describe('editDistance', () => {
  it('counts a swap of neighbours as one edit', () => {
    expect(editDistance('tilte', 'title', 3)).toBe(1);
    expect(editDistance('colour', 'color', 3)).toBe(1);
    expect(editDistance('kitten', 'sitting', 5)).toBe(3);
  });

  it('is symmetric, zero for equal words only, and says no more than limit + 1', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.nat(8), (a, b, limit) => {
        const distance = editDistance(a, b, limit);
        expect(distance).toBe(editDistance(b, a, limit));
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(limit + 1);
        expect(Math.min(editDistance(a, b, 20), limit + 1)).toBe(distance);
      }),
    );
  });
});

describe('nearest', () => {
  const keys = ['date', 'published_time', 'modified_time', 'source_url', 'tags', 'title'];

  it('finds what was meant', () => {
    expect(nearest('tilte', keys)).toBe('title');
    expect(nearest('Date', keys)).toBe('date');
    expect(nearest('publishedtime', keys)).toBe('published_time');
    expect(nearest('publish', keys)).toBe('published_time');
  });

  it('says nothing where nothing is near', () => {
    expect(nearest('author', keys)).toBeUndefined();
    expect(nearest('', keys)).toBeUndefined();
    expect(nearest('xy', ['ab', 'cd'])).toBeUndefined();
    expect(nearest('a'.repeat(100_000), keys)).toBeUndefined();
  });
});
