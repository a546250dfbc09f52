/**
 * Figures and dates in one block of prose: DATE, MONEY, PERCENT, NUMBER. One pass from left to right: most units are
 * passed over one by one, a word is looked up in the table of triggers, and only where a digit, a currency sign or a
 * trigger stands is the grammar asked. It looks ahead by a bounded number of units and never back behind a mention,
 * so the time is linear in the length of the text whatever the text is.
 */
import { amountFromCode, amountFromDigits, amountFromSign, amountFromWords } from './figures/amounts.ts';
import { isDigit, isLetter, isUpper, skipGap, startsSentence, wordEnd } from './figures/cursor.ts';
import {
  dateFromArticle,
  dateFromDay,
  dateFromDeictic,
  dateFromFiscal,
  dateFromMonth,
  dateFromOrdinal,
  dateFromQuarter,
  dateFromRelative,
  dateFromSeason,
  dateFromWeekday,
  decadeEnd,
  isTheWeekend,
  yearEnd,
  yearRange,
} from './figures/dates.ts';
import type { Found } from './figures/found.ts';
import { CURRENCY_SIGNS, TRIGGERS, type Trigger } from './figures/lexicon.ts';
import { clockTime, isClockWord, numericDate } from './figures/times.ts';
import { codeEnd, designatedEnd, isNameNumber, markupEnd, serialEnd } from './figures/unmarked.ts';
import type { Mention } from './types.ts';
import { unitsOf } from './units.ts';

const SKIP = 0;
const LETTER = 1;
const DIGIT = 2;
const MARK = 3;

/** What the scanner does with each ASCII unit. */
const CLASSES = new Uint8Array(128);
for (let unit = 0; unit < 128; unit++) {
  if (isDigit(unit)) CLASSES[unit] = DIGIT;
  else if (isLetter(unit)) CLASSES[unit] = LETTER;
}
for (const mark of "$<`]'&") CLASSES[mark.charCodeAt(0)] = MARK;

const LONGEST_TRIGGER = Math.max(...[...TRIGGERS.keys()].map((word) => word.length));

/** A word's place in {@link MAYBE}, from its length and its first two and last units, whatever their case. */
function sketch(first: number, second: number, last: number, size: number): number {
  return ((first | 32) * 1031 + (second | 32) * 131 + (last | 32) * 17 + size) & (SKETCHES - 1);
}

/** Which sketches some trigger has: nearly all other words are told from them without a slice or a lookup. */
const SKETCHES = 1 << 15;
const MAYBE = new Uint8Array(SKETCHES);
for (const word of TRIGGERS.keys()) {
  const { length } = word;
  const second = length > 1 ? word.charCodeAt(1) : 0;
  MAYBE[sketch(word.charCodeAt(0), second, word.charCodeAt(length - 1), length)] = 1;
}

/** All figures and dates of a text, ordered, without overlaps; spans count from the text's start. */
export function figuresIn(text: string): Mention[] {
  const found: Mention[] = [];
  const { length } = text;
  const units = unitsOf(text);
  // Where the last thing found ended: a lookup never reaches behind it.
  let i = 0;
  while (i < length) {
    const unit = units[i] as number;
    const kind = unit < 128 ? (CLASSES[unit] as number) : isLetter(unit) ? LETTER : MARK;
    if (kind === SKIP) {
      i++;
      continue;
    }
    if (kind === LETTER) {
      let end = i + 1;
      let next = units[end] as number;
      while (next < 128 ? CLASSES[next] === LETTER : isLetter(next)) next = units[++end] as number;
      const size = end - i;
      const mayTrigger =
        size <= LONGEST_TRIGGER &&
        MAYBE[sketch(unit, size > 1 ? (units[i + 1] as number) : 0, units[end - 1] as number, size)] === 1;
      const trigger = mayTrigger ? TRIGGERS.get(text.slice(i, end).toLowerCase()) : undefined;
      const result = trigger === undefined ? undefined : fromWord(text, i, end, trigger);
      if (result) {
        add(found, text, result);
        i = result.end;
      } else if (next <= 32) {
        i = end;
      } else if (isDigit(next)) {
        // `G20`, `B61`, `sha256`: digits inside a name.
        i = serialEnd(text, end);
      } else if (next === 58 && text.startsWith('://', end)) {
        i = markupEnd(text, i);
      } else if (size === 3 && next === 46 && text.startsWith('www', i)) {
        i = markupEnd(text, i);
      } else {
        i = end;
      }
      continue;
    }
    const result = kind === DIGIT ? fromDigits(text, i) : fromMark(text, i, unit);
    if (result) {
      add(found, text, result);
      i = result.end;
    } else i++;
  }
  return found;
}

function add(found: Mention[], text: string, { type, start, end }: Found): void {
  const last = found[found.length - 1];
  if (type && !(last && last.span.end > start))
    found.push({ type, span: { start, end }, text: text.slice(start, end) });
}

function date(start: number, end: number): Found | undefined {
  return end > start ? { type: 'DATE', start, end } : undefined;
}

/** Whether the word at `start` is the tail of a longer one: `mid-May` is not, `G-August` is not; `x_May` is. */
function isInsideToken(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  return isDigit(before) || before === 64;
}

function fromWord(text: string, start: number, end: number, trigger: Trigger): Found | undefined {
  if (isInsideToken(text, start)) return undefined;
  switch (trigger) {
    case 'month':
      return date(start, dateFromMonth(text, start, end)) ?? monthAsCode(text, start, end);
    case 'weekday':
      return date(start, dateFromWeekday(text, start, end));
    case 'deictic':
      return date(start, dateFromDeictic(text, start, end));
    case 'relative':
      return date(start, dateFromRelative(text, start, end));
    case 'number':
      return amountFromWords(text, start);
    case 'article':
      if (!mayCount(text.charCodeAt(end + 1))) return undefined;
      return date(start, dateFromArticle(text, end)) ?? amountFromArticle(text, start, end);
    case 'fiscal':
      return date(start, dateFromFiscal(text, start, end));
    case 'quarter':
      return date(start, dateFromQuarter(text, start, end));
    case 'ordinal':
      return date(start, dateFromOrdinal(text, end));
    case 'season':
      return date(start, dateFromSeason(text, end));
    case 'weekend':
      return isTheWeekend(text, start) ? { type: 'DATE', start, end } : undefined;
    case 'clock':
      return isClockWord(text, start) ? { type: 'DATE', start, end } : undefined;
    case 'currency':
      // `COP 28`: what is no amount in a currency is a name with a number.
      return amountFromCode(text, start, end) ?? namedNumber(text, start, end, true);
    case 'designator':
    case 'legal':
      return namedNumber(text, start, end, trigger === 'designator');
  }
}

function namedNumber(text: string, start: number, end: number, needsCapital: boolean): Found | undefined {
  const name = designatedEnd(text, start, end, needsCapital);
  return name > 0 ? { type: undefined, start, end: name } : undefined;
}

/** Whether a letter, or white space, may begin a word that `a` counts: a magnitude or a period. */
function mayCount(unit: number): boolean {
  const letter = unit | 32;
  return letter < 97 || letter > 122 || 'bcdfhmqtwy'.includes(String.fromCharCode(letter));
}

/** `a billion dollars`: the article counts as one. */
function amountFromArticle(text: string, start: number, end: number): Found | undefined {
  const amount = amountFromWords(text, skipGap(text, end), true);
  return amount ? { ...amount, start } : undefined;
}

/** `MAR` and `JUN` may be more than one thing. */
function monthAsCode(text: string, start: number, end: number): Found | undefined {
  return isUpper(text.charCodeAt(start)) && isUpper(text.charCodeAt(end - 1))
    ? amountFromCode(text, start, end)
    : undefined;
}

function fromDigits(text: string, start: number): Found {
  // `02 November 2021`: with a nought in front it would pass for a serial number.
  const padded = text.charCodeAt(start) === 48 ? dateFromDay(text, start) : -1;
  if (padded > 0) return { type: 'DATE', start, end: padded };
  const name = isNameNumber(text, start);
  if (name > 0) return { type: undefined, start, end: name };
  const numeric = numericDate(text, start);
  if (numeric > 0) return { type: 'DATE', start, end: numeric };
  const clock = clockTime(text, start);
  if (clock > 0) return { type: 'DATE', start, end: clock };
  const day = dateFromDay(text, start);
  if (day > 0) return { type: 'DATE', start, end: day };
  const amount = amountFromDigits(text, start);
  // A bare number of four digits without a comma is a year, unless something counts with it.
  if (amount.type === 'NUMBER' && amount.end >= start + 4) {
    const year = yearEnd(text, start);
    if (year > 0 && isYear(text, start, year, amount)) {
      return { type: 'DATE', start, end: yearRange(text, year) };
    }
  }
  if (amount.type === undefined) {
    const decade = decadeEnd(text, start);
    if (decade > 0) return { type: 'DATE', start, end: decade };
  }
  return amount;
}

const APPROXIMATORS = /\b(?:than|nearly|approximately|roughly|least|almost|some|about|around|most)\s+$/i;
const BEFORE_YEAR =
  /\b(?:in|since|of|by|from|until|till|to|between|and|before|after|during|circa|year|early|late|the|mid-)\s*$/i;

/** Whether four digits that could be a year are one: plain between 1900 and 2099, with a word before for others. */
function isYear(text: string, start: number, end: number, amount: Found): boolean {
  const range = yearRange(text, end);
  if (amount.end !== end && amount.end !== range) return false;
  const year = Number(text.slice(start, end));
  // `in 2023`, `of 2023`: no approximator is as short as that.
  const blank = text.charCodeAt(start - 1) === 32;
  const shortWord = blank && text.charCodeAt(start - 4) === 32 && isLetter(text.charCodeAt(start - 2));
  if (year >= 1900 && year < 2100 && shortWord) return true;
  const before = text.slice(Math.max(0, start - 24), start);
  if (year >= 1900 && year < 2100) return !APPROXIMATORS.test(before) || startsSentence(text, start);
  return year < 1900 && year >= 1600 && BEFORE_YEAR.test(before);
}

function fromMark(text: string, at: number, unit: number): Found | undefined {
  if (unit === 96) return { type: undefined, start: at, end: codeEnd(text, at) };
  if (unit === 60 || unit === 38) return { type: undefined, start: at, end: markupEnd(text, at) };
  if (unit === 93) {
    return text.charCodeAt(at + 1) === 40
      ? { type: undefined, start: at, end: markupEnd(text, at) }
      : undefined;
  }
  if (unit === 39 || unit === 0x2018 || unit === 0x2019) return shortDecade(text, at);
  return CURRENCY_SIGNS.has(text.charAt(at)) ? amountFromSign(text, at) : undefined;
}

/** `’90s`. */
function shortDecade(text: string, at: number): Found | undefined {
  const decade =
    isDigit(text.charCodeAt(at + 1)) && text.charCodeAt(at + 2) === 48 && text.charCodeAt(at + 3) === 115;
  if (!decade || isLetter(text.charCodeAt(at - 1)) || wordEnd(text, at + 3) !== at + 4) return undefined;
  return { type: 'DATE', start: at, end: at + 4 };
}
