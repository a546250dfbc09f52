/**
 * What the model looks at. A stretch of text that may hold names (a window) is cut into candidate segments; a segment's
 * score for a type is the sum of what speaks for beginning at its first token, ending at its last, each token lying
 * inside, and the segment as a whole. Features are hashed to indices of one weight table; none names a word by position
 * in a list of training words, and classes, lists and shapes come before word identity.
 */
import { GLOSSARY_SHIFT } from './answers.ts';
import { CLASS_BIT, type Gazetteer, gazetteer, LIST_BIT, ROOT } from './gazetteer.ts';
import { classOf, fold, hashWord, IGNORED } from './letters.ts';
import {
  ALL_CAPITALS,
  AMPERSAND,
  APOSTROPHE,
  BREAK,
  CAPITALISED,
  COMMA,
  DOTTED,
  GLUED,
  HYPHEN,
  INITIAL,
  LOWER_WORD,
  MARKED,
  MIXED,
  NEW_LINE,
  NUMBER,
  POSSESSIVE,
  type Tokens,
} from './tokens.ts';

/** Bits of a feature index; the weight table has 2^FEATURE_BITS rows. */
export const FEATURE_BITS = 16;
/** Most tokens in one name, marks counted. */
export const MOST_TOKENS = 20;
/**
 * How many tokens of one kind may follow one another in a name, by kind: enough for every name of a published archive,
 * and a bound on the work where a text is nothing but initials, numbers or capitals.
 */
const MOST_IN_A_ROW = new Uint8Array(32).fill(2);
for (const [kind, most] of [
  [LOWER_WORD, MOST_TOKENS],
  [CAPITALISED, 14],
  [ALL_CAPITALS, 14],
  [MIXED, 4],
  [INITIAL, 4],
  [DOTTED, 3],
  [NUMBER, 3],
] as const)
  MOST_IN_A_ROW[kind] = most;
/** Room for the features of one token in one role. */
export const SLOTS = 48;
/** A window longer than this is cut: keeps memory bounded on text that is all capitals. */
export const MOST_WINDOW = 400;

const PREPOSITIONS = new Set(
  'of for on to in with against between from at by as into under through over'.split(' ').map(hashWord),
);
/** Nouns that end a name in lower case too. */
const TAILS = new Set('administration coalition corridor'.split(' ').map(hashWord));
/** In lower case within a name before its number. */
const RESOLUTION = hashWord('resolution');
const AND = hashWord('and');
const THE = hashWord('the');

/** The class that says most about a capitalised word's role, the most telling first. */
const PRIORITY: readonly (readonly [bit: number, code: number])[] = [
  [CLASS_BIT.month, 1],
  [CLASS_BIT.weekday, 2],
  [CLASS_BIT.suffix, 3],
  [CLASS_BIT.office, 4],
  [CLASS_BIT.honorific, 5],
  [CLASS_BIT.instrument, 6],
  [CLASS_BIT.event, 7],
  [CLASS_BIT.organisation, 8],
  [CLASS_BIT.place, 9],
  [CLASS_BIT.officeModifier, 10],
  [CLASS_BIT.generic, 11],
  [CLASS_BIT.direction, 12],
  [CLASS_BIT.opener, 13],
  [CLASS_BIT.domain, 14],
  [CLASS_BIT.given, 15],
  [CLASS_BIT.surname, 16],
  [CLASS_BIT.particle, 17],
];

const PRIORITY_BITS = Int32Array.from(PRIORITY, ([bit]) => bit);
const PRIORITY_CODES = Uint8Array.from(PRIORITY, ([, code]) => code);

const ANY_PLACE = LIST_BIT.country | LIST_BIT.city | LIST_BIT.usaState | LIST_BIT.region | LIST_BIT.site;
const ANY_PEOPLE = LIST_BIT.people | LIST_BIT.group;
const ANY_BODY = LIST_BIT.international | LIST_BIT.national | LIST_BIT.organisation;
const NAME_BITS = CLASS_BIT.given | CLASS_BIT.surname;
/** The bits of an answer that are features; the glossary's are not. */
const TRAINED_BITS = (1 << GLOSSARY_SHIFT) - 1;

/** The kinds of features are told apart by a multiple of this, the golden ratio's share of 2^32. */
const GOLDEN = 0x9e3779b1;
const TEMPLATE_1 = Math.imul(1, GOLDEN);
const TEMPLATE_2 = Math.imul(2, GOLDEN);
const TEMPLATE_5 = Math.imul(5, GOLDEN);
const TEMPLATE_6 = Math.imul(6, GOLDEN);
const TEMPLATE_7 = Math.imul(7, GOLDEN);
const TEMPLATE_8 = Math.imul(8, GOLDEN);
const TEMPLATE_9 = Math.imul(9, GOLDEN);
const TEMPLATE_11 = Math.imul(11, GOLDEN);
const TEMPLATE_12 = Math.imul(12, GOLDEN);
const TEMPLATE_13 = Math.imul(13, GOLDEN);
const TEMPLATE_14 = Math.imul(14, GOLDEN);
const TEMPLATE_17 = Math.imul(17, GOLDEN);
const TEMPLATE_18 = Math.imul(18, GOLDEN);
const TEMPLATE_19 = Math.imul(19, GOLDEN);
const TEMPLATE_20 = Math.imul(20, GOLDEN);
const TEMPLATE_21 = Math.imul(21, GOLDEN);
const TEMPLATE_24 = Math.imul(24, GOLDEN);
const TEMPLATE_25 = Math.imul(25, GOLDEN);
const TEMPLATE_26 = Math.imul(26, GOLDEN);
const TEMPLATE_27 = Math.imul(27, GOLDEN);
const TEMPLATE_31 = Math.imul(31, GOLDEN);
const TEMPLATE_32 = Math.imul(32, GOLDEN);
const TEMPLATE_33 = Math.imul(33, GOLDEN);
const TEMPLATE_34 = Math.imul(34, GOLDEN);
const TEMPLATE_37 = Math.imul(37, GOLDEN);
const TEMPLATE_38 = Math.imul(38, GOLDEN);
const TEMPLATE_51 = Math.imul(51, GOLDEN);
const TEMPLATE_53 = Math.imul(53, GOLDEN);
const TEMPLATE_55 = Math.imul(55, GOLDEN);
const TEMPLATE_56 = Math.imul(56, GOLDEN);
const TEMPLATE_57 = Math.imul(57, GOLDEN);
const TEMPLATE_58 = Math.imul(58, GOLDEN);
const TEMPLATE_59 = Math.imul(59, GOLDEN);
const TEMPLATE_60 = Math.imul(60, GOLDEN);
const TEMPLATE_61 = Math.imul(61, GOLDEN);
const TEMPLATE_62 = Math.imul(62, GOLDEN);
const TEMPLATE_63 = Math.imul(63, GOLDEN);
const TEMPLATE_64 = Math.imul(64, GOLDEN);
const TEMPLATE_65 = Math.imul(65, GOLDEN);
const TEMPLATE_66 = Math.imul(66, GOLDEN);
const TEMPLATE_67 = Math.imul(67, GOLDEN);

/** The row of the weight table for a feature as it stands in {@link Features.slots}. */
export function rowOf(feature: number): number {
  const hash = Math.imul(feature, 0x85ebca6b);
  return Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35) >>> (32 - FEATURE_BITS);
}

/** One number for two, in order. */
function pair(first: number, second: number): number {
  return Math.imul(first, 0x2545f491) ^ second;
}

/** Adds a feature for each bit of a mask; returns how many slots are then filled. */
function addBits(slots: Int32Array, filled: number, template: number, mask: number): number {
  const kind = Math.imul(template, GOLDEN);
  let n = filled;
  for (let rest = mask; rest !== 0; rest &= rest - 1) {
    slots[n++] = (32 - Math.clz32(rest & -rest)) ^ kind;
  }
  return n;
}

/** Room before the first token and behind the last for what features of their neighbours see there. */
const PAD = 4;
/** Summaries of what stands before a text and behind it. */
const BEFORE_TEXT = 0x51;
const BEHIND_TEXT = 0x52;

/** What training changes: word identities and list membership are withheld at random, so that neither is relied on. */
export interface Withholding {
  word(index: number): boolean;
  lists(): boolean;
  evidence(): boolean;
  /** Whether the lists of given and family names are withheld. */
  personNames(): boolean;
}

/** What the rest of the document says about a name: a mask of types by the hash of its words; 0 if nothing. */
export type Evidence = (key: number) => number;

/** Extracts features window by window. One instance serves many texts. */
export class Features {
  readonly tokens: Tokens;
  readonly #lists: Gazetteer = gazetteer();
  classes = new Int32Array(1024);
  /** Of token `i` at `i + PAD`. */
  #summary = new Int32Array(1024 + 2 * PAD);
  #cover = new Int32Array(1024);
  /** 0 none, 1 first, 2 inner, 3 last, 4 only token of the longest listed name here. */
  #coverPlace = new Uint8Array(1024);
  #withheld = new Uint8Array(1024);
  #preparedTo = 0;
  withholding: Withholding | undefined;
  evidence: Evidence | undefined;
  /** What the document says about the segment at hand. */
  answer = 0;
  /** The key of the segment at hand (see {@link keyOf}), and how many words it has. */
  key = 0;
  words = 0;
  /** 1 in a list item, 2 in a heading, 3 elsewhere. */
  blockKind = 3;
  #listsOff = false;
  #evidenceOff = false;

  /** Features of the token at hand in one role; {@link rowOf} tells their rows. What finds no room is left out. */
  readonly slots = new Int32Array(SLOTS);
  filled = 0;

  constructor(tokens: Tokens) {
    this.tokens = tokens;
  }

  /** To be called when the tokens have been read anew. */
  reset(blockKind: number): void {
    const count = this.tokens.count;
    if (this.classes.length < count + 4) {
      const size = this.tokens.start.length + 4;
      this.classes = new Int32Array(size);
      this.#summary = new Int32Array(size + 2 * PAD);
      this.#cover = new Int32Array(size);
      this.#coverPlace = new Uint8Array(size);
      this.#withheld = new Uint8Array(size);
    }
    this.#summary.fill(BEFORE_TEXT, 0, PAD);
    this.#summary.fill(BEHIND_TEXT, count + PAD, count + 2 * PAD);
    this.#preparedTo = 0;
    this.blockKind = blockKind;
  }

  /** Whether a name may begin at a token. */
  canStart(index: number): boolean {
    const tokens = this.tokens;
    const kind = tokens.kind[index] as number;
    if (kind >= CAPITALISED && kind <= NUMBER) return true;
    // `al-Sisi`, `von der Leyen`
    if (kind !== LOWER_WORD || index + 1 >= tokens.count) return false;
    if ((this.#lists.classesOf(tokens.hash[index] as number) & CLASS_BIT.particle) === 0) return false;
    let next = index + 1;
    if ((tokens.kind[next] as number) === HYPHEN || (tokens.kind[next] as number) === LOWER_WORD) next++;
    if (next >= tokens.count) return false;
    const after = tokens.kind[next] as number;
    return after >= CAPITALISED && after <= INITIAL;
  }

  /** Where the next window begins at or after a token; the number of tokens if there is none. */
  nextWindow(from: number): number {
    const { kind, count } = this.tokens;
    for (let i = from; i < count; i++) {
      const here = kind[i] as number;
      if (here < CAPITALISED || here > NUMBER) continue;
      if (i - 2 >= from && kind[i - 1] === HYPHEN && this.canStart(i - 2)) return i - 2;
      return i;
    }
    return count;
  }

  /** Whether a name may end with a token. */
  canEnd(index: number): boolean {
    const { kind, hash } = this.tokens;
    const here = kind[index] as number;
    if (here >= CAPITALISED && here <= NUMBER) return true;
    if (here !== LOWER_WORD || index === 0) return false;
    const before = kind[index - 1] as number;
    // `Sung-han`; `Harris administration`
    if (before === HYPHEN) return index > 1 && kind[index - 2] === CAPITALISED;
    return before >= CAPITALISED && before < NUMBER && TAILS.has(hash[index] as number);
  }

  /** Whether a token, other than a capitalised word, may stand within a name. */
  #canLink(index: number): boolean {
    const tokens = this.tokens;
    const kind = tokens.kind[index] as number;
    switch (kind) {
      case LOWER_WORD: {
        const mask = this.#lists.classesOf(tokens.hash[index] as number);
        this.classes[index] = mask;
        if ((mask & (CLASS_BIT.connector | CLASS_BIT.particle)) !== 0) return true;
        const before = index > 0 ? (tokens.kind[index - 1] as number) : BREAK;
        if (TAILS.has(tokens.hash[index] as number)) return before >= CAPITALISED && before < NUMBER;
        if (tokens.hash[index] === RESOLUTION)
          return index + 1 < tokens.count && tokens.kind[index + 1] === NUMBER;
        if (before === HYPHEN && ((tokens.flags[index] as number) & GLUED) !== 0) return true;
        const after = index + 1 < tokens.count ? (tokens.kind[index + 1] as number) : BREAK;
        return after === HYPHEN && (tokens.end[index] as number) - (tokens.start[index] as number) <= 3;
      }
      case HYPHEN:
      case AMPERSAND:
      case POSSESSIVE:
      case APOSTROPHE:
      case COMMA:
        return true;
      default:
        return false;
    }
  }

  /** The end of the window that begins at a token a name may start with. */
  windowEnd(from: number): number {
    const tokens = this.tokens;
    let last = from;
    let at = from + 1;
    const limit = Math.min(tokens.count, from + MOST_WINDOW);
    while (at < limit) {
      const kind = tokens.kind[at] as number;
      if (kind >= CAPITALISED && kind <= NUMBER) last = at;
      else if (!this.#canLink(at)) break;
      else if (kind === LOWER_WORD && this.canEnd(at)) last = at;
      else if (at - last > 5) break;
      at++;
    }
    return last + 1;
  }

  /** Computes what features of a window and its neighbourhood need. */
  prepare(from: number, to: number): void {
    const { tokens, classes, withholding } = this;
    const { kind: kinds, hash: hashes } = tokens;
    const lists = this.#lists;
    const cover = this.#cover;
    const coverPlace = this.#coverPlace;
    const summary = this.#summary;
    const low = Math.max(this.#preparedTo, from - 3, 0);
    const high = Math.min(tokens.count, to + 3);
    this.#listsOff = withholding?.lists() ?? false;
    this.#evidenceOff = withholding?.evidence() ?? false;
    const withheldBits = withholding?.personNames() ? ~NAME_BITS : -1;
    for (let i = low; i < high; i++) {
      classes[i] = lists.classesOf(hashes[i] as number) & withheldBits;
      cover[i] = 0;
      coverPlace[i] = 0;
      this.#withheld[i] = withholding && kinds[i] !== LOWER_WORD && withholding.word(i) ? 1 : 0;
    }
    if (!this.#listsOff) {
      // The longest listed name from the left.
      for (let i = low; i < high; ) {
        const kind = kinds[i] as number;
        if (kind < CAPITALISED || kind > NUMBER) {
          i++;
          continue;
        }
        let node = ROOT;
        let end = -1;
        let mask = 0;
        const limit = Math.min(tokens.count, i + MOST_TOKENS);
        for (let j = i; j < limit; j++) {
          node = lists.follow(node, tokens, j);
          if (node < 0) break;
          const found = lists.listsAt(node, j === i ? kind : -1);
          if (found !== 0) {
            end = j;
            mask = found;
          }
        }
        if (end < 0) {
          i++;
          continue;
        }
        for (let j = i; j <= end; j++) {
          cover[j] = mask;
          coverPlace[j] = i === end ? 4 : j === i ? 1 : j === end ? 3 : 2;
        }
        i = end + 1;
      }
    }
    for (let i = low; i < high; i++) {
      const kind = kinds[i] as number;
      summary[i + PAD] =
        kind === LOWER_WORD ? (hashes[i] as number) | 1 : kind > NUMBER ? kind << 8 : this.#summarise(i);
    }
    this.#preparedTo = Math.max(this.#preparedTo, Math.min(high, to));
  }

  /** One number for what a capitalised word or number is, without its identity. */
  #summarise(index: number): number {
    const tokens = this.tokens;
    const kind = tokens.kind[index] as number;
    const mask = this.classes[index] as number;
    let code = 0;
    if (mask !== 0) {
      for (let i = 0; i < PRIORITY_BITS.length; i++) {
        if ((mask & (PRIORITY_BITS[i] as number)) !== 0) {
          code = PRIORITY_CODES[i] as number;
          break;
        }
      }
    }
    const cover = this.#cover[index] as number;
    if (cover !== 0 && code !== 1 && code !== 2) {
      if ((cover & LIST_BIT.office) !== 0) code = 20;
      else if ((cover & ANY_PEOPLE) !== 0) code = 21;
      else if ((cover & LIST_BIT.country) !== 0) code = 22;
      else if ((cover & ANY_PLACE) !== 0) code = 23;
      else if ((cover & ANY_BODY) !== 0) code = 24;
      else if ((cover & LIST_BIT.instrument) !== 0) code = 25;
      else if ((cover & LIST_BIT.event) !== 0) code = 26;
    }
    const shape =
      kind === CAPITALISED
        ? 0
        : kind === ALL_CAPITALS || kind === DOTTED
          ? 1
          : kind === MIXED
            ? 2
            : kind === INITIAL
              ? 3
              : 4;
    return (code << 16) | (shape << 12) | 2;
  }

  #suffix(index: number, length: number): number {
    const { text } = this.tokens;
    const start = this.tokens.start[index] as number;
    let hash = length;
    let taken = 0;
    for (let at = (this.tokens.end[index] as number) - 1; at >= start && taken < length; at--) {
      const unit = text.charCodeAt(at);
      if (classOf(unit) === IGNORED) continue;
      hash = Math.imul(hash, 31) + fold(unit);
      taken++;
    }
    return hash;
  }

  /** Features of a token lying inside a name. */
  inside(index: number): void {
    const { slots, tokens } = this;
    const summary = this.#summary;
    const kind = tokens.kind[index] as number;
    const mask = this.classes[index] as number;
    const cover = this.#cover[index] as number;
    const length = Math.min(7, (tokens.end[index] as number) - (tokens.start[index] as number));
    let n = 0;
    if ((this.#withheld[index] as number) === 0) slots[n++] = (tokens.hash[index] as number) ^ TEMPLATE_1;
    slots[n++] = (kind * 16 + length) ^ TEMPLATE_2;
    if (mask !== 0) n = addBits(slots, n, 3, mask);
    if (cover !== 0) n = addBits(slots, n, 4 + 40 * (this.#coverPlace[index] as number), cover);
    if (kind === CAPITALISED || kind === MIXED) {
      slots[n++] = this.#suffix(index, 3) ^ TEMPLATE_5;
      slots[n++] = this.#suffix(index, 2) ^ TEMPLATE_6;
    }
    const here = summary[index + PAD] as number;
    slots[n++] = pair(summary[index + PAD - 1] as number, here) ^ TEMPLATE_7;
    slots[n++] = pair(here, summary[index + PAD + 1] as number) ^ TEMPLATE_8;
    if (mask === 0 && kind !== LOWER_WORD) slots[n++] = kind ^ TEMPLATE_9;
    this.filled = Math.min(n, SLOTS);
  }

  /** Features of a name beginning at a token. */
  starting(index: number): void {
    const { slots, tokens } = this;
    const summary = this.#summary;
    const kind = tokens.kind[index] as number;
    const flags = tokens.flags[index] as number;
    const mask = this.classes[index] as number;
    const cover = this.#cover[index] as number;
    const before = summary[index + PAD - 1] as number;
    const here = summary[index + PAD] as number;
    const after = summary[index + PAD + 1] as number;
    const previousKind = index > 0 ? (tokens.kind[index - 1] as number) : BREAK;
    const opens = previousKind === BREAK ? 1 : 0;
    let n = 0;
    if ((this.#withheld[index] as number) === 0) slots[n++] = (tokens.hash[index] as number) ^ TEMPLATE_11;
    slots[n++] = before ^ TEMPLATE_12;
    slots[n++] = pair(summary[index + PAD - 2] as number, before) ^ TEMPLATE_13;
    slots[n++] = pair(before, here) ^ TEMPLATE_14;
    if (mask !== 0) n = addBits(slots, n, 15, mask);
    if (cover !== 0) n = addBits(slots, n, 16 + 40 * (this.#coverPlace[index] as number), cover);
    slots[n++] = (kind * 4 + opens * 2 + ((mask & CLASS_BIT.opener) !== 0 ? 1 : 0)) ^ TEMPLATE_17;
    slots[n++] = after ^ TEMPLATE_18;
    slots[n++] = pair(here, after) ^ TEMPLATE_19;
    slots[n++] = (previousKind * 2 + (flags & GLUED)) ^ TEMPLATE_20;
    if (opens !== 0) slots[n++] = (this.blockKind * 4 + (index <= 1 ? 1 : 0)) ^ TEMPLATE_21;
    if (index > 0) {
      const maskBefore = this.classes[index - 1] as number;
      const coverBefore = this.#cover[index - 1] as number;
      if (maskBefore !== 0) n = addBits(slots, n, 22, maskBefore);
      if (coverBefore !== 0) n = addBits(slots, n, 23, coverBefore);
    }
    if ((flags & MARKED) !== 0) slots[n++] = kind ^ TEMPLATE_24;
    if (before === (THE | 1)) {
      slots[n++] =
        (summary[index + PAD - 3] as number) ^ ((summary[index + PAD - 2] as number) * 7) ^ TEMPLATE_25;
    }
    this.filled = Math.min(n, SLOTS);
  }

  /** Features of a name ending with a token. */
  ending(index: number): void {
    const { slots, tokens } = this;
    const summary = this.#summary;
    const kind = tokens.kind[index] as number;
    const mask = this.classes[index] as number;
    const cover = this.#cover[index] as number;
    const here = summary[index + PAD] as number;
    const after = summary[index + PAD + 1] as number;
    let n = 0;
    if ((this.#withheld[index] as number) === 0) slots[n++] = (tokens.hash[index] as number) ^ TEMPLATE_31;
    slots[n++] = after ^ TEMPLATE_32;
    slots[n++] = pair(after, summary[index + PAD + 2] as number) ^ TEMPLATE_33;
    slots[n++] = pair(here, after) ^ TEMPLATE_34;
    if (mask !== 0) n = addBits(slots, n, 35, mask);
    if (cover !== 0) n = addBits(slots, n, 36 + 40 * (this.#coverPlace[index] as number), cover);
    slots[n++] = kind ^ TEMPLATE_37;
    if (index + 1 < tokens.count) {
      const nextKind = tokens.kind[index + 1] as number;
      const maskAfter = this.classes[index + 1] as number;
      const coverAfter = this.#cover[index + 1] as number;
      slots[n++] = (nextKind * 4 + ((tokens.flags[index + 1] as number) & (GLUED | NEW_LINE))) ^ TEMPLATE_38;
      if (maskAfter !== 0) n = addBits(slots, n, 39, maskAfter);
      if (coverAfter !== 0) n = addBits(slots, n, 10, coverAfter);
    }
    if (kind === CAPITALISED) slots[n++] = this.#suffix(index, 3) ^ TEMPLATE_26;
    slots[n++] = pair(summary[index + PAD - 1] as number, here) ^ TEMPLATE_27;
    this.filled = Math.min(n, SLOTS);
  }

  /**
   * Goes through the segments that begin at a token, shortest first, and gives each to `visit` with its features in
   * {@link slots}.
   */
  segments(from: number, windowEnd: number, visit: (last: number) => void): void {
    const { slots, tokens, classes } = this;
    const { kind: kinds, hash: hashes } = tokens;
    const summary = this.#summary;
    const withheld = this.#withheld;
    const evidence = this.#evidenceOff ? undefined : this.evidence;
    let node: number = this.#listsOff ? -1 : ROOT;
    let key = 0;
    let pattern = 0;
    let words = 0;
    let capitals = 0;
    let names = 0;
    let unknown = 0;
    let head = -1;
    let preposition = 0;
    let shapeBits = 0;
    let wordsWithheld = 0;
    let row = 0;
    const before = summary[from + PAD - 1] as number;
    const firstSummary = summary[from + PAD] as number;
    const previousKind = from > 0 ? (kinds[from - 1] as number) : BREAK;
    const previousIsName = previousKind >= CAPITALISED && previousKind <= NUMBER ? 1 : 0;
    const limit = Math.min(windowEnd, from + MOST_TOKENS);
    for (let j = from; j < limit; j++) {
      const kind = kinds[j] as number;
      const hash = hashes[j] as number;
      row = j > from && kinds[j - 1] === kind ? row + 1 : 1;
      if (row > (MOST_IN_A_ROW[kind] as number)) return;
      if (node >= 0) node = this.#lists.follow(node, tokens, j);
      if (kind <= NUMBER) {
        words++;
        key = Math.imul(key ^ hash, 0x01000193) ^ (key >>> 13);
      }
      const mask = classes[j] as number;
      if (kind === LOWER_WORD) {
        if (PREPOSITIONS.has(hash)) preposition = 1;
        if (hash === AND) shapeBits |= 1;
        if (hash === THE) shapeBits |= 8;
        pattern = (Math.imul(pattern, 37) + (hash | 1)) | 0;
        if (!this.canEnd(j)) continue;
      } else {
        // Runs of capitalised words of one kind count once.
        const piece = kind === CAPITALISED && (mask & NAME_BITS) !== 0 ? 31 : kind;
        if (row === 1) pattern = (Math.imul(pattern, 37) + piece) | 0;
        if (kind > NUMBER) {
          if (kind === COMMA) shapeBits |= 2;
          else if (kind === HYPHEN) shapeBits |= 4;
          continue;
        }
        capitals++;
        if ((mask & NAME_BITS) !== 0) names++;
        if (mask === 0) unknown++;
        if (preposition === 0) head = j;
        wordsWithheld |= withheld[j] as number;
      }
      const size = Math.min(words, 9);
      const few = Math.min(words, 4);
      const several = Math.min(words, 5);
      const nextKind = j + 1 < tokens.count ? (kinds[j + 1] as number) : BREAK;
      const nextIsName = nextKind >= CAPITALISED && nextKind <= NUMBER ? 1 : 0;
      const after = summary[j + PAD + 1] as number;
      let n = 0;
      slots[n++] = size ^ TEMPLATE_51;
      if (node >= 0) {
        const lists = this.#lists.listsAt(node, j === from ? kind : -1);
        if (lists !== 0) {
          n = addBits(slots, n, 52, lists);
          slots[n++] = size ^ TEMPLATE_53;
        }
      }
      if (head >= 0) {
        const headMask = classes[head] as number;
        const headSummary = summary[head + PAD] as number;
        if (headMask !== 0) n = addBits(slots, n, 54, headMask);
        if ((withheld[head] as number) === 0) slots[n++] = (hashes[head] as number) ^ TEMPLATE_55;
        slots[n++] = pair(headSummary, before) ^ TEMPLATE_56;
        slots[n++] = pair(headSummary, size) ^ TEMPLATE_57;
        slots[n++] = pair(headSummary, firstSummary) ^ TEMPLATE_67;
      }
      slots[n++] = pattern ^ TEMPLATE_58;
      if (j > from) slots[n++] = pair(firstSummary, summary[j + PAD] as number) ^ TEMPLATE_59;
      if (wordsWithheld === 0) slots[n++] = key ^ TEMPLATE_60;
      slots[n++] = (Math.min(capitals, 6) * 32 + shapeBits * 2 + preposition) ^ TEMPLATE_61;
      slots[n++] = pair(before, few) ^ TEMPLATE_62;
      slots[n++] = ((Math.min(names, 3) * 4 + Math.min(unknown, 3)) * 8 + several) ^ TEMPLATE_63;
      slots[n++] = pair(after, few) ^ TEMPLATE_64;
      slots[n++] = ((previousIsName * 2 + nextIsName) * 8 + several) ^ TEMPLATE_65;
      slots[n++] = pair(before, after) ^ TEMPLATE_66;
      this.answer = evidence === undefined ? 0 : evidence(key);
      if (this.answer !== 0)
        n = addBits(slots, n, 68 + (previousIsName | nextIsName), this.answer & TRAINED_BITS);
      this.filled = Math.min(n, SLOTS);
      this.key = key;
      this.words = words;
      visit(j);
    }
  }
}

/** The key of a name's words, as {@link Features.segments} computes it, for tokens `from` to `last`. */
export function keyOf(tokens: Tokens, from: number, last: number): number {
  let key = 0;
  for (let i = from; i <= last; i++) {
    if ((tokens.kind[i] as number) <= NUMBER)
      key = Math.imul(key ^ (tokens.hash[i] as number), 0x01000193) ^ (key >>> 13);
  }
  return key;
}
