/** Reads one text with the model: tokens, windows, the best segmentation of each, and what follows from it. */
import { Decoder, NAME_TYPES } from './decoder.ts';
import { type Evidence, Features, keyOf, type Withholding } from './features.ts';
import { ACRONYM, MENTION, SURNAME } from './lexicon.ts';
import {
  ALL_CAPITALS,
  BREAK,
  CAPITALISED,
  CLOSE,
  DOTTED,
  INITIAL,
  LOWER_WORD,
  MIXED,
  NUMBER,
  OPEN,
  Tokens,
} from './tokens.ts';

const PERSON = NAME_TYPES.indexOf('PERSON');

/**
 * Counts work done since the process started; tests hold the segments against the tokens, as what a text costs is a
 * bounded number of steps for each.
 */
export const nameWork = { tokens: 0, segments: 0 };

/** Holds the buffers of one reading; the results are those of the last text read. */
export class Reader {
  readonly #tokens = new Tokens();
  readonly #features = new Features(this.#tokens);
  readonly #decoder: Decoder;
  readonly #key = new Tokens();
  /** Triples of start, end and type of each name, in order. */
  readonly found: number[] = [];
  /** First and last token of each name. */
  readonly #ranges: number[] = [];

  /**
   * @param weights rows of whole numbers; see weights.ts.
   * @param scale what a weight of 1 counts in the table.
   * @param withholding takes evidence away, to measure what it is worth.
   */
  constructor(weights: Int8Array, scale: number, withholding?: Withholding) {
    this.#features.withholding = withholding;
    this.#decoder = new Decoder(this.#features, weights, scale);
  }

  read(text: string, position: number, evidence: Evidence | undefined): void {
    const tokens = this.#tokens;
    const features = this.#features;
    tokens.read(text);
    features.reset(position);
    features.evidence = evidence;
    this.found.length = 0;
    this.#ranges.length = 0;
    this.#decoder.noted = 0;
    nameWork.tokens += tokens.count;
    const before = this.#decoder.weighed;
    const { found } = this.#decoder;
    for (let from = features.nextWindow(0); from < tokens.count; ) {
      const to = features.windowEnd(from);
      features.prepare(from, to);
      this.#decoder.decode(from, to);
      for (let i = found.length - 3; i >= 0; i -= 3) {
        this.#push(found[i] as number, found[i + 1] as number, found[i + 2] as number);
      }
      from = features.nextWindow(to);
    }
    nameWork.segments += this.#decoder.weighed - before;
  }

  #push(first: number, last: number, type: number): void {
    const tokens = this.#tokens;
    const named = this.#namedBefore(first, last);
    this.#ranges.push(first, last);
    this.found.push(tokens.start[first] as number, tokens.end[last] as number, named < 0 ? type : named);
  }

  /** For an acronym in brackets right behind the name that it abbreviates: that name's type; else -1. */
  #namedBefore(first: number, last: number): number {
    const tokens = this.#tokens;
    const kind = tokens.kind[first] as number;
    if (first !== last || first < 2 || (kind !== ALL_CAPITALS && kind !== MIXED && kind !== DOTTED))
      return -1;
    if (tokens.kind[first - 1] !== OPEN || tokens.kind[first + 1] !== CLOSE) return -1;
    const count = this.#ranges.length;
    if (count === 0 || this.#ranges[count - 1] !== first - 2) return -1;
    if (!this.#abbreviates(first, this.#ranges[count - 2] as number, first - 2)) return -1;
    return this.found[this.found.length - 1] as number;
  }

  /** Whether an acronym's capitals are initials of words of a name, in order, beginning with the first. */
  #abbreviates(acronym: number, first: number, last: number): boolean {
    const tokens = this.#tokens;
    const { text } = tokens;
    let at = first;
    let letters = 0;
    for (let i = tokens.start[acronym] as number; i < (tokens.end[acronym] as number); i++) {
      const letter = text.charAt(i);
      if (letter < 'A' || letter > 'Z') continue;
      let matched = false;
      while (at <= last && !matched) {
        matched = text.charAt(tokens.start[at] as number).toUpperCase() === letter;
        at++;
      }
      if (!matched) return letters >= 2 && at > last;
      letters++;
    }
    return letters >= 2;
  }

  /** See {@link NamesRead.contribution}. */
  contribution(): number[] {
    const tokens = this.#tokens;
    const result: number[] = [];
    for (let i = 0; i < this.#ranges.length; i += 2) {
      const first = this.#ranges[i] as number;
      const last = this.#ranges[i + 1] as number;
      const type = this.found[(i / 2) * 3 + 2] as number;
      result.push(keyOf(tokens, first, last), type, MENTION);
      if (type === PERSON && last > first) {
        const surname = this.#surnameStart(first, last);
        if (surname > first) result.push(keyOf(tokens, surname, this.#nameEnd(last)), type, SURNAME);
        const final = this.#nameEnd(last);
        if (surname < final && final > first) result.push(keyOf(tokens, final, final), type, SURNAME);
        if (final - first >= 2 && surname === final)
          result.push(keyOf(tokens, final - 1, final), type, SURNAME);
      } else if (this.#namedBefore2(i)) {
        result.push(keyOf(tokens, first, last), type, ACRONYM);
      }
    }
    return result;
  }

  #namedBefore2(index: number): boolean {
    const first = this.#ranges[index] as number;
    if (index < 2 || first !== this.#ranges[index + 1]) return false;
    const tokens = this.#tokens;
    if (tokens.kind[first - 1] !== OPEN || this.#ranges[index - 1] !== first - 2) return false;
    return this.#abbreviates(first, this.#ranges[index - 2] as number, first - 2);
  }

  /** Without a suffix (`, Jr.`, `III`). */
  #nameEnd(last: number): number {
    const tokens = this.#tokens;
    let end = last;
    while (end > 0 && isSuffix(tokens, end)) {
      end--;
      while (end > 0 && (tokens.kind[end] as number) > NUMBER) end--;
    }
    return end;
  }

  /** First token of the surname: the last word with the particles and hyphenated parts before it. */
  #surnameStart(first: number, last: number): number {
    const tokens = this.#tokens;
    let start = this.#nameEnd(last);
    while (start > first) {
      const before = tokens.kind[start - 1] as number;
      if (before === LOWER_WORD) start--;
      else if (before > NUMBER && before !== BREAK && start - 2 >= first) start -= 2;
      else break;
    }
    return Math.max(first, start);
  }

  /** See {@link NamesRead.candidates}. */
  candidates(): Int32Array {
    const { notes, noted } = this.#decoder;
    const ranges = this.#ranges;
    const result = new Int32Array((noted / 3) * 2);
    let range = 0;
    for (let i = 0, at = 0; i < noted; i += 3) {
      const first = notes[i + 1] as number;
      while (range < ranges.length && (ranges[range + 1] as number) < first) range += 2;
      const inside =
        range < ranges.length &&
        (ranges[range] as number) <= first &&
        (notes[i + 2] as number) <= (ranges[range + 1] as number);
      result[at++] = notes[i] as number;
      result[at++] = inside ? (this.found[(range / 2) * 3 + 2] as number) : -1;
    }
    return result;
  }

  key(name: string): number {
    const tokens = this.#key;
    tokens.read(name);
    return keyOf(tokens, 0, tokens.count - 1);
  }
}

function isSuffix(tokens: Tokens, index: number): boolean {
  const kind = tokens.kind[index] as number;
  if (kind !== CAPITALISED && kind !== ALL_CAPITALS && kind !== INITIAL) return false;
  const text = tokens.text.slice(tokens.start[index], tokens.end[index]);
  return /^(?:Jr\.?|Sr\.?|I{1,3}|IV|VI{0,3}|XI{0,3}|XI?V|XVI)$/.test(text);
}
