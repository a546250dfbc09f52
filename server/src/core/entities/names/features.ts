/**
 * What the model looks at. A stretch of text that may hold names (a window) is cut into candidate segments; a segment's
 * score for a type is the sum of what speaks for beginning at its first token, ending at its last, each token lying
 * inside, and the segment as a whole. Features are hashed to indices of one weight table; none names a word by position
 * in a list of training words, and classes, lists and shapes come before word identity.
 */
import { GLOSSARY_SHIFT } from './answers.ts';
import { CLASS_BIT, classesOf, follow, LIST_BIT, listsAt, ROOT } from './gazetteer.ts';
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

const ANY_PLACE =
  (LIST_BIT['country'] as number) |
  (LIST_BIT['city'] as number) |
  (LIST_BIT['usaState'] as number) |
  (LIST_BIT['region'] as number) |
  (LIST_BIT['site'] as number);
const ANY_PEOPLE = (LIST_BIT['people'] as number) | (LIST_BIT['group'] as number);
const ANY_BODY =
  (LIST_BIT['international'] as number) |
  (LIST_BIT['national'] as number) |
  (LIST_BIT['organisation'] as number);
const NAME_BITS = CLASS_BIT.given | CLASS_BIT.surname;
/** Classes worth a feature of their own in any role. */
const ALL_BITS = -1;
/** The bits of an answer that are features; the glossary's are not. */
const TRAINED_BITS = (1 << GLOSSARY_SHIFT) - 1;

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
  classes = new Int32Array(1024);
  #summary = new Int32Array(1024);
  #cover = new Int32Array(1024);
  /** 0 none, 1 first, 2 inner, 3 last, 4 only token of the longest listed name here. */
  #coverPlace = new Uint8Array(1024);
  #withheld = new Uint8Array(1024);
  #preparedTo = 0;
  withholding: Withholding | undefined;
  evidence: Evidence | undefined;
  /** What the document says about the segment at hand. */
  answer = 0;
  /** 1 in a list item, 2 in a heading, 3 elsewhere. */
  blockKind = 3;
  #listsOff = false;
  #evidenceOff = false;

  /** Features of the token at hand in one role. */
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
      this.#summary = new Int32Array(size);
      this.#cover = new Int32Array(size);
      this.#coverPlace = new Uint8Array(size);
      this.#withheld = new Uint8Array(size);
    }
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
    if ((classesOf(tokens.hash[index] as number) & CLASS_BIT.particle) === 0) return false;
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
        const mask = classesOf(tokens.hash[index] as number);
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
    const tokens = this.tokens;
    const low = Math.max(this.#preparedTo, from - 3, 0);
    const high = Math.min(tokens.count, to + 3);
    this.#listsOff = this.withholding?.lists() ?? false;
    this.#evidenceOff = this.withholding?.evidence() ?? false;
    const withheldBits = this.withholding?.personNames() ? ~NAME_BITS : -1;
    for (let i = low; i < high; i++) {
      this.classes[i] = classesOf(tokens.hash[i] as number) & withheldBits;
      this.#cover[i] = 0;
      this.#coverPlace[i] = 0;
      this.#withheld[i] =
        this.withholding && (tokens.kind[i] as number) !== LOWER_WORD && this.withholding.word(i) ? 1 : 0;
    }
    if (!this.#listsOff) {
      // The longest listed name from the left.
      for (let i = low; i < high; ) {
        const kind = tokens.kind[i] as number;
        if (kind < CAPITALISED || kind > NUMBER) {
          i++;
          continue;
        }
        let node = ROOT;
        let end = -1;
        let mask = 0;
        for (let j = i; j < tokens.count && j - i < MOST_TOKENS; j++) {
          node = follow(node, tokens, j);
          if (node < 0) break;
          const lists = listsAt(node, j === i ? kind : -1);
          if (lists !== 0) {
            end = j;
            mask = lists;
          }
        }
        if (end < 0) {
          i++;
          continue;
        }
        for (let j = i; j <= end; j++) {
          if (j >= this.classes.length) break;
          this.#cover[j] = mask;
          this.#coverPlace[j] = i === end ? 4 : j === i ? 1 : j === end ? 3 : 2;
        }
        i = end + 1;
      }
    }
    for (let i = low; i < high; i++) this.#summary[i] = this.#summarise(i);
    this.#preparedTo = Math.max(this.#preparedTo, Math.min(high, to));
  }

  /** One number for what a token is, without the identity of capitalised words. */
  #summarise(index: number): number {
    const tokens = this.tokens;
    const kind = tokens.kind[index] as number;
    if (kind === LOWER_WORD) return (tokens.hash[index] as number) | 1;
    if (kind > NUMBER) return kind << 8;
    const mask = this.classes[index] as number;
    let code = 0;
    for (const [bit, value] of PRIORITY) {
      if ((mask & bit) !== 0) {
        code = value;
        break;
      }
    }
    const cover = this.#cover[index] as number;
    if (cover !== 0 && code !== 1 && code !== 2) {
      if ((cover & (LIST_BIT['office'] as number)) !== 0) code = 20;
      else if ((cover & ANY_PEOPLE) !== 0) code = 21;
      else if ((cover & (LIST_BIT['country'] as number)) !== 0) code = 22;
      else if ((cover & ANY_PLACE) !== 0) code = 23;
      else if ((cover & ANY_BODY) !== 0) code = 24;
      else if ((cover & (LIST_BIT['instrument'] as number)) !== 0) code = 25;
      else if ((cover & (LIST_BIT['event'] as number)) !== 0) code = 26;
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

  /** What stands at a place beyond which there may be nothing. */
  #context(index: number): number {
    if (index < 0) return 0x51;
    if (index >= this.tokens.count) return 0x52;
    return this.#summary[index] as number;
  }

  #add(template: number, value: number): void {
    if (this.filled >= SLOTS) return;
    let hash = Math.imul(value ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
    this.slots[this.filled++] = hash >>> (32 - FEATURE_BITS);
  }

  #addBits(template: number, mask: number): void {
    let rest = mask & ALL_BITS;
    while (rest !== 0) {
      const bit = 31 - Math.clz32(rest & -rest);
      this.#add(template, bit + 1);
      rest &= rest - 1;
    }
  }

  #pair(first: number, second: number): number {
    return Math.imul(first, 0x2545f491) ^ second;
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
    this.filled = 0;
    const tokens = this.tokens;
    const kind = tokens.kind[index] as number;
    const mask = this.classes[index] as number;
    const hash = tokens.hash[index] as number;
    const length = Math.min(7, (tokens.end[index] as number) - (tokens.start[index] as number));
    if (!(this.#withheld[index] as number)) this.#add(1, hash);
    this.#add(2, kind * 16 + length);
    this.#addBits(3, mask);
    if ((this.#cover[index] as number) !== 0)
      this.#addBits(4 + 40 * (this.#coverPlace[index] as number), this.#cover[index] as number);
    if (kind === CAPITALISED || kind === MIXED) {
      this.#add(5, this.#suffix(index, 3));
      this.#add(6, this.#suffix(index, 2));
    }
    const here = this.#context(index);
    this.#add(7, this.#pair(this.#context(index - 1), here));
    this.#add(8, this.#pair(here, this.#context(index + 1)));
    if (mask === 0 && kind !== LOWER_WORD) this.#add(9, kind);
  }

  /** Features of a name beginning at a token. */
  starting(index: number): void {
    this.filled = 0;
    const tokens = this.tokens;
    const kind = tokens.kind[index] as number;
    const mask = this.classes[index] as number;
    const before = this.#context(index - 1);
    const here = this.#context(index);
    if (!(this.#withheld[index] as number)) this.#add(11, tokens.hash[index] as number);
    this.#add(12, before);
    this.#add(13, this.#pair(this.#context(index - 2), before));
    this.#add(14, this.#pair(before, here));
    this.#addBits(15, mask);
    if ((this.#cover[index] as number) !== 0)
      this.#addBits(16 + 40 * (this.#coverPlace[index] as number), this.#cover[index] as number);
    const previousKind = index > 0 ? (tokens.kind[index - 1] as number) : BREAK;
    const opens = previousKind === BREAK ? 1 : 0;
    this.#add(17, kind * 4 + opens * 2 + ((mask & CLASS_BIT.opener) !== 0 ? 1 : 0));
    this.#add(18, this.#context(index + 1));
    this.#add(19, this.#pair(here, this.#context(index + 1)));
    this.#add(20, previousKind * 2 + ((tokens.flags[index] as number) & GLUED));
    if (opens) this.#add(21, this.blockKind * 4 + (index <= 1 ? 1 : 0));
    if (index > 0) {
      this.#addBits(22, this.classes[index - 1] as number);
      if ((this.#cover[index - 1] as number) !== 0) this.#addBits(23, this.#cover[index - 1] as number);
    }
    if ((tokens.flags[index] as number) & MARKED) this.#add(24, kind);
    if (before === (THE | 1)) this.#add(25, this.#context(index - 3) ^ (this.#context(index - 2) * 7));
  }

  /** Features of a name ending with a token. */
  ending(index: number): void {
    this.filled = 0;
    const tokens = this.tokens;
    const kind = tokens.kind[index] as number;
    const mask = this.classes[index] as number;
    const here = this.#context(index);
    const after = this.#context(index + 1);
    if (!(this.#withheld[index] as number)) this.#add(31, tokens.hash[index] as number);
    this.#add(32, after);
    this.#add(33, this.#pair(after, this.#context(index + 2)));
    this.#add(34, this.#pair(here, after));
    this.#addBits(35, mask);
    if ((this.#cover[index] as number) !== 0)
      this.#addBits(36 + 40 * (this.#coverPlace[index] as number), this.#cover[index] as number);
    this.#add(37, kind);
    if (index + 1 < tokens.count) {
      const nextKind = tokens.kind[index + 1] as number;
      this.#add(38, nextKind * 4 + ((tokens.flags[index + 1] as number) & (GLUED | NEW_LINE)));
      this.#addBits(39, this.classes[index + 1] as number);
      if ((this.#cover[index + 1] as number) !== 0) this.#addBits(10, this.#cover[index + 1] as number);
    }
    if (kind === CAPITALISED) this.#add(26, this.#suffix(index, 3));
    this.#add(27, this.#pair(this.#context(index - 1), here));
  }

  /**
   * Goes through the segments that begin at a token, shortest first, and gives each to `visit` with its features in
   * {@link slots}.
   */
  segments(from: number, windowEnd: number, visit: (last: number) => void): void {
    const tokens = this.tokens;
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
    const before = this.#context(from - 1);
    const firstSummary = this.#context(from);
    const previousKind = from > 0 ? (tokens.kind[from - 1] as number) : BREAK;
    const previousIsName = previousKind >= CAPITALISED && previousKind <= NUMBER ? 1 : 0;
    const limit = Math.min(windowEnd, from + MOST_TOKENS);
    for (let j = from; j < limit; j++) {
      const kind = tokens.kind[j] as number;
      const hash = tokens.hash[j] as number;
      if (node >= 0) node = follow(node, tokens, j);
      if (kind <= NUMBER) {
        words++;
        key = Math.imul(key ^ hash, 0x01000193) ^ (key >>> 13);
      }
      const mask = this.classes[j] as number;
      if (kind === LOWER_WORD) {
        if (PREPOSITIONS.has(hash)) preposition = 1;
        if (hash === AND) shapeBits |= 1;
        if (hash === THE) shapeBits |= 8;
        pattern = Math.imul(pattern, 37) + (hash | 1);
      } else {
        // Runs of capitalised words of one kind count once.
        const piece = kind === CAPITALISED && (mask & NAME_BITS) !== 0 ? 31 : kind;
        if (j === from || (tokens.kind[j - 1] as number) !== kind) pattern = Math.imul(pattern, 37) + piece;
        if (kind === COMMA) shapeBits |= 2;
        if (kind === HYPHEN) shapeBits |= 4;
        if (kind >= CAPITALISED && kind <= NUMBER) {
          capitals++;
          if ((mask & NAME_BITS) !== 0) names++;
          if (mask === 0) unknown++;
          if (!preposition) head = j;
          wordsWithheld |= this.#withheld[j] as number;
        }
      }
      if (kind === LOWER_WORD ? !this.canEnd(j) : kind > NUMBER) continue;
      this.filled = 0;
      const size = Math.min(words, 9);
      const nextKind = j + 1 < tokens.count ? (tokens.kind[j + 1] as number) : BREAK;
      const nextIsName = nextKind >= CAPITALISED && nextKind <= NUMBER ? 1 : 0;
      this.#add(51, size);
      if (node >= 0) {
        const lists = listsAt(node, j === from ? kind : -1);
        if (lists !== 0) {
          this.#addBits(52, lists);
          this.#add(53, size);
        }
      }
      if (head >= 0) {
        const headMask = this.classes[head] as number;
        this.#addBits(54, headMask);
        if (!(this.#withheld[head] as number)) this.#add(55, tokens.hash[head] as number);
        const headSummary = this.#context(head);
        this.#add(56, this.#pair(headSummary, before));
        this.#add(57, this.#pair(headSummary, size));
        this.#add(67, this.#pair(headSummary, firstSummary));
      }
      this.#add(58, pattern);
      const lastSummary = this.#context(j);
      if (j > from) this.#add(59, this.#pair(firstSummary, lastSummary));
      if (!wordsWithheld) this.#add(60, key);
      this.#add(61, Math.min(capitals, 6) * 32 + shapeBits * 2 + preposition);
      this.#add(62, this.#pair(before, Math.min(size, 4)));
      this.#add(63, (Math.min(names, 3) * 4 + Math.min(unknown, 3)) * 8 + Math.min(size, 5));
      this.#add(64, this.#pair(this.#context(j + 1), Math.min(size, 4)));
      this.#add(65, (previousIsName * 2 + nextIsName) * 8 + Math.min(size, 5));
      this.#add(66, this.#pair(before, this.#context(j + 1)));
      this.answer = this.evidence && !this.#evidenceOff ? this.evidence(key) : 0;
      if (this.answer !== 0) this.#addBits(68 + (previousIsName | nextIsName), this.answer & TRAINED_BITS);
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
