/**
 * The weight table. As text: for each weight that is not zero, in ascending order, the distance to the one before and
 * the weight, one printable character each. Distances of {@link BASE} and more are preceded by one `~` per BASE.
 * In memory: the six weights of a row as lanes of two numbers, so that one addition adds three of them.
 */

/** Printable ASCII without the characters that a string literal would escape. */
const ALPHABET = '!#%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}';
const BASE = ALPHABET.length;
/** Weights are whole numbers from -LIMIT to LIMIT. */
export const LIMIT = (BASE - 1) >> 1;

/** Writes weights; {@link unpackWeights} reads them. */
export function packWeights(weights: Int8Array): string {
  const parts: string[] = [];
  let before = -1;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] as number;
    if (weight === 0) continue;
    let distance = i - before - 1;
    before = i;
    for (; distance >= BASE; distance -= BASE) parts.push('~');
    parts.push(ALPHABET.charAt(distance), ALPHABET.charAt(weight + LIMIT));
  }
  return parts.join('');
}

/**
 * Reads what {@link packWeights} wrote.
 * @param length how many weights the table has.
 */
export function unpackWeights(packed: string, length: number): Int8Array {
  const values = new Int8Array(128).fill(-1);
  for (let i = 0; i < BASE; i++) values[ALPHABET.charCodeAt(i)] = i;
  const weights = new Int8Array(length);
  let at = -1;
  for (let i = 0; i < packed.length; ) {
    const unit = packed.charCodeAt(i++);
    if (unit === 126) {
      at += BASE;
      continue;
    }
    at += (values[unit] as number) + 1;
    weights[at] = (values[packed.charCodeAt(i++)] as number) - LIMIT;
  }
  return weights;
}

/** How far apart lanes lie. Three lanes of 17 bits with a sign fit a double's 53 bits: sums up to 65,535 are exact. */
const LANE = 2 ** 17;
/** Weights in a row, and numbers that hold them. */
const ROW = 6;
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
