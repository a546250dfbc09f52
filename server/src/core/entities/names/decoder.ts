/**
 * Finds the best set of names in a window: a semi-Markov model of order zero. The score of a segmentation is the sum of
 * its segments' scores; what lies outside names scores nothing. Best segmentation by dynamic programming: linear in the
 * window's length, as names are at most MOST_TOKENS (features.ts) long.
 */
import { GLOSSARY_SHIFT } from './answers.ts';
import { FEATURE_BITS, type Features, MOST_WINDOW, rowOf } from './features.ts';
import { NUMBERS, splitLanes, WeightRows } from './weights.ts';

/** The types of names in the order of the weight table's columns. */
export const NAME_TYPES = ['PERSON', 'PLACE', 'ORG', 'NORP', 'INSTRUMENT', 'EVENT'] as const;
export type NameType = (typeof NAME_TYPES)[number];
export const TYPE_COUNT = NAME_TYPES.length;

/** Longest segment, in words, that a document's lexicon is asked about. */
const MOST_WORDS = 6;

/** A row of {@link TYPE_COUNT} weights per feature. */
export const WEIGHT_ROWS = 1 << FEATURE_BITS;

/**
 * Sums of weights for the tokens and segments of one window, and its best segmentation. Sums are kept in the lanes of
 * weights.ts: a role's features are at most SLOTS, a weight at most 43, a name at most MOST_TOKENS tokens long, so that
 * no lane of a segment's score can reach 65,536.
 */
export class Decoder {
  readonly #features: Features;
  readonly #rows: WeightRows;
  readonly #glossaryBonus: number;
  readonly #start = new Float64Array((MOST_WINDOW + 1) * NUMBERS);
  readonly #end = new Float64Array((MOST_WINDOW + 1) * NUMBERS);
  /** Of all tokens of the window before the one at hand; exact, as what differs from zero stays below 2^53. */
  readonly #inside = new Float64Array((MOST_WINDOW + 2) * NUMBERS);
  readonly #best = new Float64Array(MOST_WINDOW + 2);
  readonly #from = new Int32Array(MOST_WINDOW + 2);
  readonly #type = new Int8Array(MOST_WINDOW + 2);
  readonly #segment = new Float64Array(NUMBERS);
  readonly #scores = new Float64Array(TYPE_COUNT);
  /** The window's first token, and where in it the segments at hand begin. */
  #window = 0;
  #begin = 0;
  /**
   * Key, first and last token of each segment of at most {@link MOST_WORDS} words that was weighed, in order; grows
   * until it is cleared by setting {@link noted} to 0.
   */
  notes = new Int32Array(3 << 10);
  /** How many numbers of {@link notes} are in use. */
  noted = 0;
  /** How many segments have been weighed since the decoder was made. */
  weighed = 0;
  /** After {@link decode}: triples of first token, last token and type of each name, from the last to the first. */
  readonly found: number[] = [];

  /**
   * @param weights rows of whole numbers; see weights.ts.
   * @param scale what a weight of 1 counts in the table.
   */
  constructor(features: Features, weights: Int8Array, scale: number) {
    this.#features = features;
    this.#rows = new WeightRows(weights);
    this.#glossaryBonus = 1000 * scale;
  }

  /** Adds up the weights of the features at hand. */
  #sum(into: Float64Array, at: number): void {
    const { slots, filled } = this.#features;
    const rows = this.#rows;
    const { places } = rows;
    let { lanes } = rows;
    let low = 0;
    let high = 0;
    for (let i = 0; i < filled; i++) {
      const row = rowOf(slots[i] as number);
      let place = places[row] as number;
      if (place === 0) {
        place = rows.place(row);
        lanes = rows.lanes;
      }
      low += lanes[place * NUMBERS] as number;
      high += lanes[place * NUMBERS + 1] as number;
    }
    into[at] = low;
    into[at + 1] = high;
  }

  /** Decodes the window of tokens `from` up to, but without, `to`, which must have been prepared. */
  decode(from: number, to: number): void {
    const features = this.#features;
    const size = to - from;
    const inside = this.#inside;
    const best = this.#best;
    inside[0] = 0;
    inside[1] = 0;
    for (let i = 0; i < size; i++) {
      const at = i * NUMBERS;
      features.inside(from + i);
      this.#sum(inside, at + NUMBERS);
      inside[at + 2] = (inside[at + 2] as number) + (inside[at] as number);
      inside[at + 3] = (inside[at + 3] as number) + (inside[at + 1] as number);
      if (features.canStart(from + i)) {
        features.starting(from + i);
        this.#sum(this.#start, at);
      }
      if (features.canEnd(from + i)) {
        features.ending(from + i);
        this.#sum(this.#end, at);
      }
    }
    best.fill(0, 0, size + 1);
    this.#from.fill(-1, 0, size + 1);
    this.#window = from;
    for (let i = 0; i < size; i++) {
      if (i > 0 && (best[i] as number) < (best[i - 1] as number)) {
        best[i] = best[i - 1] as number;
        this.#from[i] = -1;
      }
      if (!features.canStart(from + i)) continue;
      this.#begin = i;
      features.segments(from + i, to, this.#visit);
    }
    if (size > 0 && (best[size] as number) < (best[size - 1] as number)) {
      best[size] = best[size - 1] as number;
      this.#from[size] = -1;
    }
    this.found.length = 0;
    let at = size;
    while (at > 0) {
      const begin = this.#from[at] as number;
      if (begin < 0) {
        at--;
        continue;
      }
      this.found.push(from + begin, from + at - 1, this.#type[at] as number);
      at = begin;
    }
  }

  #note(last: number): void {
    const at = this.noted;
    if (at + 3 > this.notes.length) {
      const notes = new Int32Array(this.notes.length * 2);
      notes.set(this.notes);
      this.notes = notes;
    }
    this.notes[at] = this.#features.key;
    this.notes[at + 1] = this.#window + this.#begin;
    this.notes[at + 2] = last;
    this.noted = at + 3;
  }

  /** Weighs the segment at hand, which ends with token `last`. */
  readonly #visit = (last: number): void => {
    const { answer, words } = this.#features;
    this.weighed++;
    if (words <= MOST_WORDS) this.#note(last);
    const segment = this.#segment;
    const inside = this.#inside;
    const best = this.#best;
    const scores = this.#scores;
    const begin = this.#begin;
    const after = last - this.#window + 1;
    const first = begin * NUMBERS;
    const behind = after * NUMBERS;
    this.#sum(segment, 0);
    const low =
      (segment[0] as number) +
      (this.#start[first] as number) +
      (this.#end[behind - 2] as number) +
      (inside[behind] as number) -
      (inside[first] as number);
    const high =
      (segment[1] as number) +
      (this.#start[first + 1] as number) +
      (this.#end[behind - 1] as number) +
      (inside[behind + 1] as number) -
      (inside[first + 1] as number);
    splitLanes(low, scores, 0);
    splitLanes(high, scores, 3);
    const glossary = answer >>> GLOSSARY_SHIFT;
    if (glossary !== 0) {
      for (let t = 0; t < TYPE_COUNT; t++) {
        if ((glossary >>> t) & 1) scores[t] = (scores[t] as number) + this.#glossaryBonus;
      }
    }
    const base = best[begin] as number;
    let top = best[after] as number;
    for (let t = 0; t < TYPE_COUNT; t++) {
      const score = scores[t] as number;
      if (score > 0 && base + score > top) {
        top = base + score;
        best[after] = top;
        this.#from[after] = begin;
        this.#type[after] = t;
      }
    }
  };
}
