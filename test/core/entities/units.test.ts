import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitsOf } from '../../../server/src/core/entities/units.ts';

describe('the units of a text', () => {
  it('are its code units with zeros behind them, whatever text came before', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 6 }), (texts) => {
        for (const text of texts) {
          const units = unitsOf(text);
          const expected = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
          expect([...units.subarray(0, text.length + 4)]).toEqual([...expected, 0, 0, 0, 0]);
        }
      }),
    );
  });

  it('are not copied again for the same text', () => {
    expect(unitsOf('Norland')).toBe(unitsOf('Norland'));
  });

  it('give back a great buffer for a small text', () => {
    expect(unitsOf('x'.repeat(2_000_000)).length).toBeGreaterThan(2_000_000);
    expect(unitsOf('Norland').length).toBeLessThan(10_000);
  });
});
