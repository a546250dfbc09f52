/**
 * Finds the best set of names in a window: a semi-Markov model of order zero. The score of a segmentation is the sum of
 * its segments' scores; what lies outside names scores nothing. Best segmentation by dynamic programming: linear in the
 * window's length, as names are at most {@link MOST_TOKENS} tokens long.
 */
import { GLOSSARY_SHIFT } from './answers.ts';
import { FEATURE_BITS, type Features, MOST_TOKENS, MOST_WINDOW } from './features.ts';

/** The types of names in the order of the weight table's columns. */
export const NAME_TYPES = ['PERSON', 'PLACE', 'ORG', 'NORP', 'INSTRUMENT', 'EVENT'] as const;
export type NameType = (typeof NAME_TYPES)[number];
export const TYPE_COUNT = NAME_TYPES.length;

/** A row of {@link TYPE_COUNT} weights per feature. */
export type Weights = Int8Array | Float32Array | Float64Array;
export const WEIGHT_ROWS = 1 << FEATURE_BITS;

/** Sums of weights for the tokens and segments of one window, and its best segmentation. */
export class Decoder {
  readonly #features: Features;
  readonly #weights: Weights;
  readonly #glossaryBonus: number;
  readonly #start = new Float64Array((MOST_WINDOW + 1) * TYPE_COUNT);
  readonly #end = new Float64Array((MOST_WINDOW + 1) * TYPE_COUNT);
  readonly #inside = new Float64Array((MOST_WINDOW + 2) * TYPE_COUNT);
  readonly #best = new Float64Array(MOST_WINDOW + 2);
  readonly #from = new Int32Array(MOST_WINDOW + 2);
  readonly #type = new Int8Array(MOST_WINDOW + 2);
  /** After {@link decode}: triples of first token, last token and type of each name, from the last to the first. */
  readonly found: number[] = [];
  /** How far each found name's score is above that of the best segmentation without any name in its place. */
  readonly margins: number[] = [];

  /**
   * @param scale what a weight of 1 counts in the table.
   */
  constructor(features: Features, weights: Weights, scale = 1) {
    this.#features = features;
    this.#weights = weights;
    this.#glossaryBonus = 1000 * scale;
  }

  #sum(into: Float64Array, at: number): void {
    const { slots, filled } = this.#features;
    const weights = this.#weights;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    for (let i = 0; i < filled; i++) {
      const row = (slots[i] as number) * TYPE_COUNT;
      a += weights[row] as number;
      b += weights[row + 1] as number;
      c += weights[row + 2] as number;
      d += weights[row + 3] as number;
      e += weights[row + 4] as number;
      f += weights[row + 5] as number;
    }
    into[at] = a;
    into[at + 1] = b;
    into[at + 2] = c;
    into[at + 3] = d;
    into[at + 4] = e;
    into[at + 5] = f;
  }

  /** Decodes the window of tokens `from` up to, but without, `to`, which must have been prepared. */
  decode(from: number, to: number): void {
    const features = this.#features;
    const size = to - from;
    const start = this.#start;
    const end = this.#end;
    const inside = this.#inside;
    const best = this.#best;
    const segment = this.#segment;
    for (let t = 0; t < TYPE_COUNT; t++) inside[t] = 0;
    for (let i = 0; i < size; i++) {
      const row = i * TYPE_COUNT;
      features.inside(from + i);
      this.#sum(inside, row + TYPE_COUNT);
      for (let t = 0; t < TYPE_COUNT; t++)
        inside[row + TYPE_COUNT + t] = (inside[row + TYPE_COUNT + t] as number) + (inside[row + t] as number);
      if (features.canStart(from + i)) {
        features.starting(from + i);
        this.#sum(start, row);
      }
      if (features.canEnd(from + i)) {
        features.ending(from + i);
        this.#sum(end, row);
      }
    }
    best.fill(0, 0, size + 1);
    this.#from.fill(-1, 0, size + 1);
    for (let i = 0; i < size; i++) {
      if (i > 0 && (best[i] as number) < (best[i - 1] as number)) {
        best[i] = best[i - 1] as number;
        this.#from[i] = -1;
      }
      if (!features.canStart(from + i)) continue;
      const base = best[i] as number;
      features.segments(from + i, to, (last) => {
        const j = last - from;
        this.#sum(segment, 0);
        const glossary = features.answer >>> GLOSSARY_SHIFT;
        if (glossary !== 0) {
          for (let t = 0; t < TYPE_COUNT; t++) {
            if ((glossary >>> t) & 1) segment[t] = (segment[t] as number) + this.#glossaryBonus;
          }
        }
        const startRow = i * TYPE_COUNT;
        const endRow = j * TYPE_COUNT;
        const afterRow = endRow + TYPE_COUNT;
        for (let t = 0; t < TYPE_COUNT; t++) {
          const score =
            (segment[t] as number) +
            (start[startRow + t] as number) +
            (end[endRow + t] as number) +
            (inside[afterRow + t] as number) -
            (inside[startRow + t] as number);
          if (score > 0 && base + score > (best[j + 1] as number)) {
            best[j + 1] = base + score;
            this.#from[j + 1] = i;
            this.#type[j + 1] = t;
          }
        }
      });
    }
    if (size > 0 && (best[size] as number) < (best[size - 1] as number)) {
      best[size] = best[size - 1] as number;
      this.#from[size] = -1;
    }
    this.found.length = 0;
    this.margins.length = 0;
    let at = size;
    while (at > 0) {
      const begin = this.#from[at] as number;
      if (begin < 0) {
        at--;
        continue;
      }
      this.found.push(from + begin, from + at - 1, this.#type[at] as number);
      this.margins.push((best[at] as number) - (best[begin] as number));
      at = begin;
    }
  }

  readonly #segment = new Float64Array(TYPE_COUNT);
}

export { MOST_TOKENS };
