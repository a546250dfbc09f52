import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from '../../../server/src/core/document/differences.ts';
import { Tally } from '../../../server/src/core/document/tally.ts';

describe('Tally', () => {
  it('counts, and remembers which counts have changed', () => {
    const tally = new Tally<string>();
    tally.add(
      new Map([
        ['Norland', 2],
        ['Sudmark', 1],
      ]),
    );
    const since = tally.version;
    tally.add(
      new Map([
        ['Norland', 1],
        ['Sudmark', 0],
      ]),
    );
    expect(tally.count('Norland')).toBe(3);
    expect(tally.hasChanged(new Set(['Norland']), since)).toBe(true);
    expect(tally.hasChanged(new Set(['Sudmark']), since)).toBe(false);
    tally.add(new Map([['Norland', -3]]));
    expect(tally.count('Norland')).toBe(0);
  });

  it('takes what it has forgotten for changed', () => {
    const tally = new Tally<number>();
    const since = tally.version;
    for (let i = 0; i < 5000; i++) tally.add(new Map([[i, 1]]));
    expect(tally.hasChanged(new Set([-1]), since)).toBe(true);
    expect(tally.hasChanged(new Set([-1]), tally.version)).toBe(false);
  });
});

describe('differences', () => {
  it('turn one list into the other', () => {
    const items = Array.from({ length: 6 }, (_, id) => ({ id }));
    const list = fc.array(fc.constantFrom(...items), { maxLength: 12 });
    fc.assert(
      fc.property(list, list, (before, after) => {
        const { gone, come } = differences(before, after);
        const at = before.findIndex((each, i) => each !== after[i]);
        const head = at < 0 ? before.length : at;
        expect(before.toSpliced(head, gone.length, ...come)).toEqual(after);
      }),
    );
  });
});
