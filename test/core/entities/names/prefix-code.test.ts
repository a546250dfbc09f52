import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packNumbers, unpackNumbers } from '../../../../server/src/core/entities/names/prefix-code.ts';

const again = (lists: readonly (readonly number[])[]): number[][] =>
  unpackNumbers(packNumbers(lists)).map((numbers) => [...numbers]);

describe('prefix codes', () => {
  it('are written and read without loss', () => {
    const numbers = (max: number) => fc.array(fc.nat(max), { maxLength: 200 });
    fc.assert(
      fc.property(fc.array(fc.oneof(numbers(0), numbers(4), numbers(255)), { maxLength: 5 }), (lists) => {
        expect(again(lists)).toEqual(lists);
      }),
    );
  });

  it('have no code that is too long, however rare a number is', () => {
    // Counts like Fibonacci’s numbers make the longest codes.
    const numbers: number[] = [];
    for (let each = 0, count = 1, before = 1; each < 20; each++) {
      for (let i = 0; i < count; i++) numbers.push(each);
      [count, before] = [count + before, count];
    }
    expect(again([numbers, [1]])).toEqual([numbers, [1]]);
  });

  it('take few bits for what is frequent, and nothing that a string literal would escape', () => {
    const numbers = Array.from({ length: 6000 }, (_, index) => (index % 100 === 0 ? index % 90 : 7));
    const written = packNumbers([numbers]);
    expect(written.length).toBeLessThan(1400);
    expect(written).toMatch(/^[(-[\]-i]*$/);
  });

  it('write whole numbers from 0 to 255 alone', () => {
    for (const wrong of [-1, 256, 1.5]) expect(() => packNumbers([[wrong]])).toThrow('no whole number');
  });
});
