import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_TOKENS, SLOTS } from '../../../../server/src/core/entities/names/features.ts';
import {
  LIMIT,
  NUMBERS,
  packWeights,
  splitLanes,
  unpackWeights,
  WeightRows,
} from '../../../../server/src/core/entities/names/weights.ts';

const weights = fc
  .array(fc.array(fc.integer({ min: -LIMIT, max: LIMIT }), { minLength: 6, maxLength: 6 }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((rows) => Int8Array.from(rows.flat()));

/** The sums of rows, by column, added up in lanes. */
function sumsInLanes(table: Int8Array, rows: readonly number[]): number[] {
  const inUse = new WeightRows(table);
  let low = 0;
  let high = 0;
  for (const row of rows) {
    const place = inUse.places[row] || inUse.place(row);
    low += inUse.lanes[place * NUMBERS] as number;
    high += inUse.lanes[place * NUMBERS + 1] as number;
  }
  const sums = new Float64Array(6);
  splitLanes(low, sums, 0);
  splitLanes(high, sums, 3);
  return [...sums];
}

describe('the weight table', () => {
  it('is written and read without loss', () => {
    fc.assert(
      fc.property(weights, (table) => {
        expect(unpackWeights(packWeights(table), table.length)).toEqual(table);
      }),
    );
  });

  it('adds up in lanes as it does by column', () => {
    fc.assert(
      fc.property(weights, fc.array(fc.nat(11), { maxLength: 200 }), (table, picks) => {
        const rows = picks.map((pick) => pick % (table.length / 6));
        const plain = [0, 1, 2, 3, 4, 5].map((column) =>
          rows.reduce((sum, row) => sum + (table[row * 6 + column] as number), 0),
        );
        expect(sumsInLanes(table, rows)).toEqual(plain);
      }),
    );
  });

  it('holds the greatest sums that a name can have, of either sign side by side', () => {
    const most = SLOTS * (MOST_TOKENS + 3);
    const table = Int8Array.of(LIMIT, -LIMIT, LIMIT, -LIMIT, LIMIT, -LIMIT);
    const rows = new Array<number>(most).fill(0);
    expect(sumsInLanes(table, rows)).toEqual([1, -1, 1, -1, 1, -1].map((sign) => sign * most * LIMIT));
  });

  it('gives rows a place when they are asked for, and all rows of zeros the same', () => {
    const rows = new WeightRows(Int8Array.from([0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
    expect([...rows.places]).toEqual([0, 0, 0]);
    expect(rows.place(0)).toBe(rows.place(2));
    expect(rows.place(1)).not.toBe(rows.place(0));
  });
});
