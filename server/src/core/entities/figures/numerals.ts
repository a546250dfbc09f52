/** Numbers as digits and as words: where they end, and what kind of quantity the words behind them make of them. */
import {
  isBlank,
  isDash,
  isDigit,
  isLetter,
  nextWord,
  skipGap,
  smallInteger,
  wordAt,
  wordEnd,
} from './cursor.ts';
import {
  CURRENCY_ADJECTIVES,
  CURRENCY_CODES,
  CURRENCY_SIGNS,
  CURRENCY_WORDS,
  MAGNITUDES,
  MONEY_LETTERS,
  SMALL_NUMBERS,
  UNIT_PREFIXES,
  UNITS,
} from './lexicon.ts';

const NONE = -1;

/** A numeral of more digits than this is a serial number or noise. */
const MOST_DIGITS = 30;
/** No quantity is written with more groups of digits behind the first. */
const MOST_GROUPS = 8;

function digitsEnd(text: string, at: number): number {
  let i = at;
  while (i < text.length && isDigit(text.charCodeAt(i))) i++;
  return i;
}

function isVulgarFraction(unit: number): boolean {
  return (unit >= 0xbc && unit <= 0xbe) || (unit >= 0x2150 && unit <= 0x215e);
}

/** Spaces that group digits: no-break, thin, narrow no-break, and the plain one. */
function isGroupSpace(unit: number): boolean {
  return unit === 32 || (unit !== 9 && isBlank(unit));
}

/** Where the groups of three (or, in India, two) digits behind a first group end; `at` if there are none. */
function groupsEnd(text: string, at: number, isSeparator: (unit: number) => boolean): number {
  let end = at;
  let size = 0;
  for (let count = 0; count <= MOST_GROUPS; count++) {
    if (!isSeparator(text.charCodeAt(end))) return size === 3 ? end : at;
    const group = smallInteger(text, end + 1);
    if (!group) return size === 3 && !isDigit(text.charCodeAt(end + 1)) ? end : at;
    size = group.end - end - 1;
    if (size !== 3 && size !== 2) return at;
    end = group.end;
  }
  return at;
}

const isComma = (unit: number) => unit === 44;
const isFullStop = (unit: number) => unit === 46;

/**
 * Where the numeral ends that begins with a digit at `at`: `300,000`, `1.5`, `1 000 000`, `1.000.000`, `1,5` before a
 * magnitude, `2½`. The digits alone, without sign or unit.
 */
export function numeralEnd(text: string, at: number): number {
  const first = digitsEnd(text, at);
  const size = first - at;
  let end = first;
  if (size <= 3) {
    const unit = text.charCodeAt(first);
    if (unit === 44) {
      end = groupsEnd(text, first, isComma);
      if (end === first) {
        // A decimal comma (`1,5 Mio`) is told from a list (`1,5`) by the magnitude, currency or percent sign behind.
        const decimal = digitsEnd(text, first + 1);
        if (decimal > first + 1 && decimal - first <= 3 && amountFollows(text, decimal)) return decimal;
      }
    } else if (unit === 46) {
      const grouped = groupsEnd(text, first, isFullStop);
      if (grouped - first >= 8) end = grouped;
    } else if (isGroupSpace(unit)) {
      end = spacedGroupsEnd(text, first, unit);
    }
  }
  if (text.charCodeAt(end) === 46 && isDigit(text.charCodeAt(end + 1))) {
    const decimal = digitsEnd(text, end + 1);
    // `1.2.3` is a version or a section.
    if (!(text.charCodeAt(decimal) === 46 && isDigit(text.charCodeAt(decimal + 1)))) end = decimal;
  }
  if (isVulgarFraction(text.charCodeAt(end))) end++;
  return end;
}

function spacedGroupsEnd(text: string, at: number, separator: number): number {
  let end = at;
  for (let count = 0; text.charCodeAt(end) === separator; count++) {
    const group = smallInteger(text, end + 1);
    if (!group && !isDigit(text.charCodeAt(end + 1))) break;
    if (!group || group.end - end !== 4 || count === MOST_GROUPS) return at;
    end = group.end;
  }
  const unit = text.charCodeAt(end);
  // In `20 100th anniversaries` the second number is one of its own.
  return isLetter(unit) || (unit === 44 && isDigit(text.charCodeAt(end + 1))) ? at : end;
}

/** Whether a run of digits is too long to be a quantity. */
export function isSerial(at: number, end: number): boolean {
  return end - at > MOST_DIGITS;
}

/** The end of the magnitude behind a number (`million`, `-million`, `bn`, `hundred thousand`), or −1. */
export function magnitudeEnd(text: string, at: number): number {
  const dash = isDash(text.charCodeAt(at)) && text.charCodeAt(at) < 0x2012;
  const start = dash ? at + 1 : skipGap(text, at);
  const end = wordEnd(text, start);
  const word = text.slice(start, end);
  if (!MAGNITUDES.has(word.toLowerCase())) return NONE;
  // MN and TN are states; `hundred` and the like take no dash of their own.
  if (word.length <= 3 && word === word.toUpperCase()) return NONE;
  const second = nextWord(text, end);
  return MAGNITUDES.has(second.word) && second.word.length > 3 ? second.end : end;
}

/** Like {@link magnitudeEnd}, and the letters that stand right behind an amount of money (`£250m`, `$40B`). */
export function moneyMagnitudeEnd(text: string, at: number): number {
  const letters = wordEnd(text, at);
  if (letters === at + 1 && MONEY_LETTERS.has(text.charAt(at).toLowerCase())) return letters;
  if (letters - at === 2 && /^(?:mm|bn|mn|tn)$/i.test(text.slice(at, letters))) return letters;
  return magnitudeEnd(text, at);
}

/** The end of `%`, `percent`, `per cent`, `percentage points`, `basis points` behind a number, or −1. */
export function percentEnd(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit === 37 || unit === 0xff05) return at + 1;
  if (unit === 92 && text.charCodeAt(at + 1) === 37) return at + 2;
  const start = isDash(unit) && unit < 0x2012 ? at + 1 : skipGap(text, at);
  if (start === at) return NONE;
  if (text.charCodeAt(start) === 37) return start + 1;
  const end = wordEnd(text, start);
  const word = text.slice(start, end).toLowerCase();
  if (word === 'percent' || word === 'pct') return end;
  if (word === 'per') {
    const cent = nextWord(text, end);
    return cent.word === 'cent' ? cent.end : NONE;
  }
  if (word !== 'percentage' && word !== 'basis') return NONE;
  const point = text.charCodeAt(end) === 45 ? end + 1 : skipGap(text, end);
  const pointEnd = wordEnd(text, point);
  const noun = text.slice(point, pointEnd).toLowerCase();
  return noun === 'point' || noun === 'points' ? pointEnd : NONE;
}

/** The end of the currency behind a number: `euros`, `U.S. dollars`, `USD`, `€`, `cents`; or −1. */
export function currencyEnd(text: string, at: number, hasMagnitude: boolean): number {
  const dashed = text.charCodeAt(at) === 45;
  const start = dashed ? at + 1 : skipGap(text, at);
  const sign = text.charAt(start);
  if (sign !== '$' && CURRENCY_SIGNS.has(sign) && !isDigit(text.charCodeAt(start + 1))) return start + 1;
  if (start === at) return NONE;
  const end = wordEnd(text, start);
  const written = text.slice(start, end);
  const word = written.toLowerCase();
  if (CURRENCY_WORDS.has(word)) {
    if (word === 'pound' || word === 'pounds') {
      const sterling = nextWord(text, end);
      return sterling.word === 'sterling' ? sterling.end : NONE;
    }
    // `won` is a verb, `rand` and `cent` are rare without a number: a magnitude must vouch for the first.
    if (word === 'won' && !hasMagnitude) return NONE;
    return end;
  }
  if (CURRENCY_CODES.has(written) && written.length >= 2) return end;
  const adjective = adjectiveEnd(text, start, end, word);
  if (adjective < 0) return NONE;
  const noun = nextWord(text, adjective);
  return CURRENCY_WORDS.has(noun.word) && noun.word !== 'won' ? noun.end : NONE;
}

function adjectiveEnd(text: string, start: number, end: number, word: string): number {
  if (text.startsWith('U.S.', start)) return start + 4;
  if (word === 'new' || word === 'hong') {
    const second = nextWord(text, end);
    return second.word === 'zealand' || second.word === 'kong' || second.word === 'taiwan'
      ? second.end
      : NONE;
  }
  return CURRENCY_ADJECTIVES.has(word) ? end : NONE;
}

/** The end of a physical or technical unit behind a number: `km`, `-foot`, `metric tons`, `degrees Celsius`, `°C`. */
export function unitEnd(text: string, at: number): number {
  const first = text.charCodeAt(at);
  const sign = skipGap(text, at);
  if (text.charCodeAt(sign) === 0xb0 || text.charCodeAt(sign) === 0xba) {
    const scale = text.charCodeAt(sign + 1);
    const scaled = (scale === 67 || scale === 70) && !isLetter(text.charCodeAt(sign + 2));
    if (scaled) return sign + 2;
    const named = nextWord(text, sign + 1);
    return named.word === 'celsius' || named.word === 'fahrenheit' ? named.end : sign + 1;
  }
  const dashed = isDash(first) && first < 0x2012;
  let start = dashed ? at + 1 : skipGap(text, at);
  let end = wordEnd(text, start);
  if (end === start) return NONE;
  let word = text.slice(start, end).toLowerCase();
  if (UNIT_PREFIXES.has(word)) {
    start =
      text.charCodeAt(end) === 46
        ? skipGap(text, end + 1)
        : isDash(text.charCodeAt(end))
          ? end + 1
          : skipGap(text, end);
    end = wordEnd(text, start);
    word = text.slice(start, end).toLowerCase();
  }
  if (!UNITS.has(word)) return NONE;
  // `km²`, `m³`
  const raised = text.charCodeAt(end);
  if (raised === 0xb2 || raised === 0xb3) return end + 1;
  if (word === 'degree' || word === 'degrees') {
    const scale = nextWord(text, end);
    const short = text.slice(scale.start, scale.end);
    if (scale.word === 'celsius' || scale.word === 'fahrenheit' || short === 'C' || short === 'F')
      return scale.end;
    return end;
  }
  if (text.startsWith('-hour', end)) {
    end = wordEnd(text, end + 1);
  }
  const hours = nextWord(text, end);
  if (/watts?$/.test(word) && /^hours?$/.test(hours.word)) end = hours.end;
  const per = nextWord(text, end);
  if (per.word === 'per') {
    const time = nextWord(text, per.end);
    if (time.word === 'hour' || time.word === 'second' || time.word === 'day') return time.end;
  }
  return end;
}

/** Whether a magnitude, percent sign or currency stands behind a number, so that it is no day and no list item. */
export function amountFollows(text: string, at: number): boolean {
  return magnitudeEnd(text, at) > 0 || percentEnd(text, at) > 0 || currencyEnd(text, at, false) > 0;
}

/** A number in words. */
export interface NumberWords {
  readonly end: number;
  /** Whether a magnitude word (`hundred`, `million`) is in it. */
  readonly magnitude: boolean;
}

/** `five million`, `two hundred and fifty thousand`, `twenty-five`, `one and a half million`, `half a billion`. */
export function numberWords(text: string, at: number): NumberWords | undefined {
  let word = wordAt(text, at);
  let end = at + word.length;
  if (word === 'half') return halfOf(text, end);
  if (!SMALL_NUMBERS.has(word)) return undefined;
  let magnitude = false;
  for (let count = 0; count < 12; count++) {
    const dash = isDash(text.charCodeAt(end)) && text.charCodeAt(end) < 0x2012;
    const next = dash ? end + 1 : skipGap(text, end);
    if (next === end) break;
    word = wordAt(text, next);
    if (MAGNITUDES.has(word) && word.length > 3) {
      magnitude = true;
      end = next + word.length;
      continue;
    }
    if (SMALL_NUMBERS.has(word)) {
      // `twenty-five`, `hundred fifty`; `two three` are two numbers.
      const previous = text.slice(Math.max(0, end - 8), end).toLowerCase();
      if (!/(?:ty|hundred|thousand|million|billion|trillion)$/.test(previous)) break;
      end = next + word.length;
      continue;
    }
    const half = word === 'and' ? halfBehind(text, next + 3) : NONE;
    if (half > 0) {
      end = half;
      continue;
    }
    if (word === 'and' && magnitude) {
      const second = nextWord(text, next + 3);
      // `one hundred and fifty`, but `two million and five countries` is two.
      if (
        SMALL_NUMBERS.has(second.word) &&
        /hundred$/.test(text.slice(Math.max(0, end - 7), end).toLowerCase())
      ) {
        end = second.end;
        continue;
      }
    }
    break;
  }
  return { end, magnitude };
}

function halfBehind(text: string, at: number): number {
  const dash = text.charCodeAt(at) === 45;
  const a = dash ? { word: wordAt(text, at + 1), end: at + 2 } : nextWord(text, at);
  if (a.word !== 'a') return NONE;
  const start = text.charCodeAt(a.end) === 45 ? a.end + 1 : skipGap(text, a.end);
  return wordAt(text, start) === 'half' ? start + 4 : NONE;
}

function halfOf(text: string, at: number): NumberWords | undefined {
  let start = isDash(text.charCodeAt(at)) ? at + 1 : skipGap(text, at);
  if (wordAt(text, start) === 'a')
    start = isDash(text.charCodeAt(start + 1)) ? start + 2 : skipGap(text, start + 1);
  const word = wordAt(text, start);
  if (MAGNITUDES.has(word) && word.length > 3) return { end: start + word.length, magnitude: true };
  return undefined;
}

/** The end of a whole number below 10,000 in digits, or of a number in words; −1 if neither is there. */
export function cardinalEnd(text: string, at: number): number {
  const digits = smallInteger(text, at);
  if (digits) {
    const decimal = text.charCodeAt(digits.end) === 46 && isDigit(text.charCodeAt(digits.end + 1));
    const end = decimal ? digitsEnd(text, digits.end + 1) : digits.end;
    return isLetter(text.charCodeAt(end)) ? NONE : end;
  }
  return numberWords(text, at)?.end ?? NONE;
}
