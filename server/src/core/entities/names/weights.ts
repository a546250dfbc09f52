/**
 * The weight table. As text, three lists of numbers (prefix-code.ts): for each row that is not all zero how many rows are
 * left out before it; which of its weights are not zero, the first as the lowest bit; and these weights. In memory: the
 * six weights of a row as lanes of two numbers, so that one addition adds three of them.
 */
import { packNumbers, unpackNumbers } from './prefix-code.ts';

/** Weights in a row. */
const ROW = 6;
/** Weights are whole numbers from -LIMIT to LIMIT. */
export const LIMIT = 43;
/** Among the numbers of rows left out: so many, and no row behind them. */
const SKIP = 63;

/** Writes weights, in rows of six; {@link unpackWeights} reads them. */
export function packWeights(weights: Int8Array): string {
  const gaps: number[] = [];
  const present: number[] = [];
  const values: number[] = [];
  let gap = 0;
  for (let at = 0; at < weights.length; at += ROW) {
    const row = weights.subarray(at, at + ROW);
    const bits = row.reduce((sum, weight, index) => (weight === 0 ? sum : sum | (1 << index)), 0);
    if (bits !== 0) {
      gaps.push(gap);
      present.push(bits);
      for (const weight of row) if (weight !== 0) values.push(weight + LIMIT);
      gap = 0;
    } else if (++gap === SKIP) {
      gaps.push(SKIP);
      gap = 0;
    }
  }
  return packNumbers([gaps, present, values]);
}

/**
 * Reads what {@link packWeights} wrote.
 * @param length how many weights the table has.
 */
export function unpackWeights(packed: string, length: number): Int8Array {
  const [gaps, present, values] = unpackNumbers(packed);
  const weights = new Int8Array(length);
  if (!gaps || !present || !values) return weights;
  let at = 0;
  let row = 0;
  let value = 0;
  for (let i = 0; i < gaps.length; i++) {
    const gap = gaps[i] as number;
    at += gap * ROW;
    if (gap === SKIP) continue;
    const bits = present[row++] as number;
    for (let column = 0; column < ROW; column++)
      if ((bits >> column) & 1) weights[at + column] = (values[value++] as number) - LIMIT;
    at += ROW;
  }
  return weights;
}

/** How far apart lanes lie. Three lanes of 17 bits with a sign fit a double's 53 bits: sums up to 65,535 are exact. */
const LANE = 2 ** 17;
/** Numbers that hold a row. */
export const NUMBERS = 2;

/**
 * The rows in use, in lanes: number `2i` of place `i` holds the first three weights (lowest lane first), `2i + 1` the
 * others. A row gets its place when it is first asked for; a text's features come back over and over, so that the rows
 * in use lie close together and stay in the processor's cache, which the whole table does not.
 */
export class WeightRows {
  readonly #weights: Int8Array;
  /** A row's place; 0 as long as it has none. */
  readonly places: Uint16Array;
  /** The lanes by place; place 0 is no row's, place 1 that of all rows of zeros. Grows. */
  lanes = new Float64Array(NUMBERS << 12);
  #used = 2;

  /** @param weights rows of six whole numbers from -LIMIT to LIMIT; at most 65,534 of them not all zero. */
  constructor(weights: Int8Array) {
    this.#weights = weights;
    this.places = new Uint16Array(weights.length / ROW);
  }

  /** Gives a row its place and returns it. */
  place(row: number): number {
    const weights = this.#weights;
    const at = row * ROW;
    const low =
      (weights[at] as number) +
      (weights[at + 1] as number) * LANE +
      (weights[at + 2] as number) * LANE * LANE;
    const high =
      (weights[at + 3] as number) +
      (weights[at + 4] as number) * LANE +
      (weights[at + 5] as number) * LANE * LANE;
    let place = 1;
    if (low !== 0 || high !== 0) {
      place = this.#used++;
      if (place * NUMBERS >= this.lanes.length) {
        const lanes = new Float64Array(this.lanes.length * 2);
        lanes.set(this.lanes);
        this.lanes = lanes;
      }
      this.lanes[place * NUMBERS] = low;
      this.lanes[place * NUMBERS + 1] = high;
    }
    this.places[row] = place;
    return place;
  }
}

/** Writes the three lanes of a sum. */
export function splitLanes(sum: number, into: Float64Array, at: number): void {
  const third = Math.floor(sum / (LANE * LANE) + 0.5);
  const rest = sum - third * (LANE * LANE);
  const second = Math.floor(rest / LANE + 0.5);
  into[at] = rest - second * LANE;
  into[at + 1] = second;
  into[at + 2] = third;
}
