/**
 * Splits a block of Markdown prose into words and marks, in one pass. Emphasis marks, tags, code, link targets and bare
 * URLs yield no tokens, so nothing can be recognised in them; a name may run across emphasis marks and line breaks.
 */
import { unitsOf } from '../units.ts';
import {
  classOf,
  DIGIT,
  fold,
  HASH_SEED,
  hashStep,
  hashWord,
  IGNORED,
  LOWER,
  OTHER,
  SPACE,
  UPPER,
} from './letters.ts';

/** What a token is. Words first: everything up to {@link NUMBER} can be part of a name. */
export const LOWER_WORD = 0;
/** `Norland`. */
export const CAPITALISED = 1;
/** `NATO`; two letters or more. */
export const ALL_CAPITALS = 2;
/** `iCET`, `CalPERS`, `McAdam`. */
export const MIXED = 3;
/** `R.` or `R`. */
export const INITIAL = 4;
/** `U.S.`, `D.C`. */
export const DOTTED = 5;
/** `2022`, `28th`, `1.5`, `2,000`. */
export const NUMBER = 6;
export const HYPHEN = 7;
export const COMMA = 8;
export const AMPERSAND = 9;
/** `’s`. */
export const POSSESSIVE = 10;
/** An apostrophe right behind a word: `Leaders’`. */
export const APOSTROPHE = 11;
export const OPEN = 12;
export const CLOSE = 13;
/** The end of a sentence, or anything no name runs across. */
export const BREAK = 14;
export const QUOTATION = 15;
export const SLASH = 16;
export const COLON = 17;

/** No white space and no mark-up between this token and the one before. */
export const GLUED = 1;
/** A line break before this token. */
export const NEW_LINE = 2;
/** Emphasis or link mark-up before this token. */
export const MARKED = 4;
/** An abbreviation with its full stop (`Jr.`, `St.`). */
export const ABBREVIATED = 8;
/** In the text of a link or in emphasis that follows directly. */
export const FULL_STOP = 16;

const ABBREVIATIONS = new Set(
  'jr sr dr mr mrs ms st ste gov sen rep gen col lt sgt maj capt cmdr adm hon rev prof inc corp ltd co bros mt ft pres messrs ala ariz ark calif colo conn del fla ill ind kan ky la mass mich minn miss mo mont neb nev okla ore pa tenn tex vt va wash wis wyo feb jan aug sept oct nov dec vs'
    .split(' ')
    .map(hashWord),
);
/** Between the parties of a case. */
const VERSUS = new Set(['v', 'vs'].map(hashWord));
const HASH_HTTP = hashWord('http');
const HASH_HTTPS = hashWord('https');
const HASH_WWW = hashWord('www');

/** The tokens of one text, in parallel arrays that are used again for the next text. */
export class Tokens {
  text = '';
  /** The text's units while it is read; see units.ts. */
  #units = unitsOf('');
  count = 0;
  start = new Int32Array(1024);
  end = new Int32Array(1024);
  /** Of the folded letters and digits. */
  hash = new Int32Array(1024);
  kind = new Uint8Array(1024);
  flags = new Uint8Array(1024);
  #nextTagEnd = -1;
  #noCode = new Uint8Array(4);

  /** Reads a text; what was read before is gone. Linear in the text's length. */
  read(text: string): void {
    this.text = text;
    this.count = 0;
    this.#nextTagEnd = -1;
    this.#noCode[1] = 0;
    this.#noCode[2] = 0;
    this.#noCode[3] = 0;
    const { length } = text;
    const units = unitsOf(text);
    this.#units = units;
    let at = 0;
    let flags = GLUED;
    while (at < length) {
      const unit = units[at] as number;
      if (unit === 32) {
        flags &= ~GLUED;
        at++;
        continue;
      }
      const kind = classOf(unit);
      if (kind === LOWER || kind === UPPER) {
        const next = this.#word(at, kind, flags);
        at = next;
        flags = GLUED;
        continue;
      }
      if (kind === SPACE) {
        flags &= ~GLUED;
        if (unit === 10) flags |= NEW_LINE;
        at++;
        continue;
      }
      if (kind === DIGIT) {
        at = this.#number(at, flags);
        flags = GLUED;
        continue;
      }
      if (kind === IGNORED) {
        at++;
        continue;
      }
      const next = this.#mark(at, unit, flags);
      if (next < 0) {
        // Mark-up: nothing to say but that something stands between.
        flags = (flags & ~GLUED) | MARKED;
        at = -next;
      } else {
        flags = GLUED;
        at = next;
      }
    }
  }

  #push(start: number, end: number, hash: number, kind: number, flags: number): void {
    const index = this.count++;
    if (index >= this.start.length) this.#grow();
    this.start[index] = start;
    this.end[index] = end;
    this.hash[index] = hash;
    this.kind[index] = kind;
    this.flags[index] = flags;
  }

  #grow(): void {
    const size = this.start.length * 2;
    const widen = (old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const wide = new Int32Array(size);
      wide.set(old);
      return wide;
    };
    this.start = widen(this.start);
    this.end = widen(this.end);
    this.hash = widen(this.hash);
    const kind = new Uint8Array(size);
    kind.set(this.kind);
    this.kind = kind;
    const flags = new Uint8Array(size);
    flags.set(this.flags);
    this.flags = flags;
  }

  /** Reads the word at `start`; returns where reading goes on. */
  #word(start: number, first: number, flags: number): number {
    const units = this.#units;
    if (first === UPPER && units[start + 1] === 46) return this.#initials(start, flags);
    let hash = HASH_SEED;
    let at = start;
    let uppers = 0;
    if (first === UPPER) {
      uppers = 1;
      hash = hashStep(hash, fold(units[at++] as number));
    }
    let next = units[at] as number;
    while (next >= 97 && next <= 122) {
      hash = hashStep(hash, next);
      next = units[++at] as number;
    }
    let lowers = at - start - uppers;
    // Most words end with a blank, and nothing more is to be asked.
    if (next === 32 && hash !== HASH_WWW) {
      const kind = uppers === 0 ? LOWER_WORD : lowers > 0 ? CAPITALISED : INITIAL;
      this.#push(start, at, hash, kind, flags);
      return at;
    }
    let digits = 0;
    let end = at;
    let wordFlags = flags;
    const { length } = this.text;
    for (; at < length; at++) {
      const unit = units[at] as number;
      // Nine units of ten; they fold to themselves.
      if (unit >= 97 && unit <= 122) {
        lowers++;
        hash = hashStep(hash, unit);
        end = at + 1;
        continue;
      }
      const kind = classOf(unit);
      if (kind === LOWER) {
        lowers++;
        hash = hashStep(hash, fold(unit));
      } else if (kind === UPPER) {
        // `chains.They` and `preventingViolence` aside: a capital inside a word belongs to it.
        uppers++;
        hash = hashStep(hash, fold(unit));
      } else if (kind === DIGIT) {
        digits++;
        hash = hashStep(hash, unit);
      } else if (kind === IGNORED) {
        continue;
      } else if (unit === 0x27 || unit === 0x2019 || unit === 0x2018 || unit === 0x2bc) {
        const after = units[at + 1] as number;
        const afterKind = at + 1 < length ? classOf(after) : OTHER;
        if (afterKind !== LOWER && afterKind !== UPPER) break;
        // `’s` at the word's end is a possessive, a token of its own.
        if ((after === 115 || after === 83) && !isWordUnit(units, at + 2)) break;
        hash = hashStep(hash, 0x27);
        continue;
      } else if (unit === 46) {
        // `Welcome.US`, `FindSupport.gov`: one word; `chains.They`: two sentences.
        const after = at + 1 < length ? classOf(units[at + 1] as number) : OTHER;
        const afterThat = at + 2 < length ? classOf(units[at + 2] as number) : OTHER;
        const joins = after === LOWER || (after === UPPER && afterThat === UPPER);
        if (!joins) break;
        if (after === LOWER) lowers = Math.max(lowers, 1);
        continue;
      } else {
        break;
      }
      end = at + 1;
    }
    if (uppers + lowers <= 5 && (hash === HASH_HTTP || hash === HASH_HTTPS || hash === HASH_WWW)) {
      const unit = units[end] as number;
      if (unit === 58 && units[end + 1] === 47) return this.#url(end);
      if (hash === HASH_WWW) return this.#url(end);
    }
    if (units[end] === 64 && isWordUnit(units, end + 1)) return this.#url(end);
    let kind = LOWER_WORD;
    if (uppers > 0) {
      if (first === UPPER && uppers === 1 && lowers > 0) kind = CAPITALISED;
      else if (lowers === 0) kind = uppers + digits === 1 ? INITIAL : ALL_CAPITALS;
      else kind = MIXED;
    }
    if (units[end] === 46 && end - start <= 5 && (kind === LOWER_WORD ? VERSUS : ABBREVIATIONS).has(hash)) {
      end++;
      wordFlags |= ABBREVIATED;
    }
    this.#push(start, end, hash, kind, wordFlags);
    if (end >= length) return end;
    const unit = units[end] as number;
    if (unit === 0x27 || unit === 0x2019 || unit === 0x2018) {
      const after = units[end + 1] as number;
      if ((after === 115 || after === 83) && !isWordUnit(units, end + 2)) {
        this.#push(end, end + 2, 0, POSSESSIVE, GLUED);
        return end + 2;
      }
      this.#push(end, end + 1, 0, APOSTROPHE, GLUED);
      return end + 1;
    }
    return Math.max(end, start + 1);
  }

  /** `R.`, `U.S.`, `D.C`, `H.W.`: capitals, each with a full stop but perhaps the last. */
  #initials(start: number, flags: number): number {
    const units = this.#units;
    const { length } = this.text;
    let hash = HASH_SEED;
    let at = start;
    let letters = 0;
    let end = start;
    while (at < length && classOf(units[at] as number) === UPPER) {
      const next = at + 1 < length ? (units[at + 1] as number) : 0;
      if (next !== 46 && isWordUnit(units, at + 1)) break;
      hash = hashStep(hash, fold(units[at] as number));
      letters++;
      end = at + 1;
      if (next !== 46) break;
      end = at + 2;
      at += 2;
    }
    this.#push(start, end, hash, letters === 1 ? INITIAL : DOTTED, flags);
    const unit = units[end] as number;
    const after = units[end + 1] as number;
    if (
      (unit === 0x27 || unit === 0x2019) &&
      (after === 115 || after === 83) &&
      !isWordUnit(units, end + 2)
    ) {
      this.#push(end, end + 2, 0, POSSESSIVE, GLUED);
      return end + 2;
    }
    return end;
  }

  #number(start: number, flags: number): number {
    const units = this.#units;
    const { length } = this.text;
    let hash = HASH_SEED;
    let at = start;
    for (; at < length; at++) {
      const unit = units[at] as number;
      const kind = classOf(unit);
      if (kind === DIGIT || kind === LOWER || kind === UPPER) hash = hashStep(hash, fold(unit));
      else if ((unit === 46 || unit === 44) && at + 1 < length && classOf(units[at + 1] as number) === DIGIT)
        hash = hashStep(hash, unit);
      else break;
    }
    this.#push(start, at, hash, NUMBER, flags);
    return at;
  }

  #url(from: number): number {
    const units = this.#units;
    const { length } = this.text;
    let at = from;
    for (; at < length; at++) {
      const unit = units[at] as number;
      if (classOf(unit) === SPACE || unit === 41 || unit === 93 || unit === 62 || unit === 60 || unit === 34)
        break;
    }
    this.#push(from, at, 0, BREAK, 0);
    return at;
  }

  /** A mark at `at`; returns where reading goes on, negated if the mark is mark-up and no token. */
  #mark(at: number, unit: number, flags: number): number {
    const { text } = this;
    const units = this.#units;
    switch (unit) {
      case 42: // *
      case 95: // _
      case 126: // ~
      case 35: // #
        return -(at + 1);
      case 92: // backslash: what it escapes is a plain character
        if (units[at + 1] === 42 || units[at + 1] === 35) return -(at + 2);
        return -(at + 1);
      case 91: // [
        return -(at + 1);
      case 93: // ]
        return units[at + 1] === 40 ? -this.#linkTarget(at + 2) : -(at + 1);
      case 96:
        return this.#code(at);
      case 60:
        return this.#tag(at, flags);
      case 38: {
        if (text.startsWith('&nbsp;', at)) return -(at + 6);
        if (text.startsWith('&amp;', at)) {
          this.#push(at, at + 5, 0, AMPERSAND, flags);
          return at + 5;
        }
        this.#push(at, at + 1, 0, AMPERSAND, flags);
        return at + 1;
      }
      case 45: // -
      case 0x2010:
      case 0x2011:
      case 0x2013: {
        const spaced =
          !(flags & GLUED) ||
          at + 1 >= text.length ||
          classOf(units[at + 1] as number) === SPACE ||
          units[at + 1] === 45;
        this.#push(at, at + 1, 0, spaced ? BREAK : HYPHEN, flags);
        return at + 1;
      }
      case 44:
        this.#push(at, at + 1, 0, COMMA, flags);
        return at + 1;
      case 0x27:
      case 0x2018:
      case 0x2019:
      case 0x201c:
      case 0x201d:
      case 34:
      case 0xab:
      case 0xbb:
        this.#push(at, at + 1, 0, QUOTATION, flags);
        return at + 1;
      case 40:
        this.#push(at, at + 1, 0, OPEN, flags);
        return at + 1;
      case 41:
        this.#push(at, at + 1, 0, CLOSE, flags);
        return at + 1;
      case 47:
        this.#push(at, at + 1, 0, SLASH, flags);
        return at + 1;
      case 58:
        this.#push(at, at + 1, 0, COLON, flags);
        return at + 1;
      case 43: // + in "NYC Health + Hospitals", "OPEC+"
        this.#push(at, at + 1, 0, AMPERSAND, flags);
        return at + 1;
      default:
        this.#push(at, at + 1, 0, BREAK, flags | (unit === 46 ? FULL_STOP : 0));
        return at + 1;
    }
  }

  /** The target of an inline link, from behind `](`; whatever is read is skipped, so that reading stays linear. */
  #linkTarget(from: number): number {
    const units = this.#units;
    const { length } = this.text;
    let depth = 1;
    let at = from;
    let inTitle = false;
    for (; at < length; at++) {
      const unit = units[at] as number;
      if (unit === 34) inTitle = !inTitle;
      else if (inTitle) continue;
      else if (unit === 40) depth++;
      else if (unit === 41 && --depth === 0) return at + 1;
      else if (unit === 10 && units[at + 1] === 10) return at;
    }
    return at;
  }

  /** Inline code: skipped if its end follows, else the mark alone is. */
  #code(at: number): number {
    const { text } = this;
    const units = this.#units;
    let end = at;
    while (units[end] === 96) end++;
    const run = Math.min(end - at, 3);
    if (this.#noCode[run]) return -end;
    const close = text.indexOf('`'.repeat(run), end);
    if (close < 0) {
      this.#noCode[run] = 1;
      return -end;
    }
    let after = close + run;
    while (units[after] === 96) after++;
    this.#push(at, after, 0, BREAK, 0);
    return after;
  }

  /** A tag, comment or autolink: skipped to its `>`. */
  #tag(at: number, flags: number): number {
    const { text } = this;
    const units = this.#units;
    const next = units[at + 1] as number;
    const opens =
      next === 47 ||
      next === 33 ||
      (at + 1 < text.length && (classOf(next) === LOWER || classOf(next) === UPPER));
    if (opens) {
      if (this.#nextTagEnd < at && this.#nextTagEnd !== text.length) {
        const found = text.indexOf('>', at);
        this.#nextTagEnd = found < 0 ? text.length : found;
      }
      if (this.#nextTagEnd < text.length) return -(this.#nextTagEnd + 1);
    }
    this.#push(at, at + 1, 0, BREAK, flags);
    return at + 1;
  }
}

function isWordUnit(units: Uint16Array, at: number): boolean {
  const kind = classOf(units[at] as number);
  return kind === LOWER || kind === UPPER || kind === DIGIT;
}
