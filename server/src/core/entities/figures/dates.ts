/** The grammar of dates and times. Every function answers where a date ends that begins at a place, or −1. */
import {
  isDash,
  isDigit,
  isLetter,
  isUpper,
  lastVisible,
  nextWord,
  skipGap,
  smallInteger,
  startsSentence,
  wordAt,
  wordBefore,
  wordEnd,
} from './cursor.ts';
import { DAY_PARTS, DEICTIC_PERIODS, isMonthAbbreviation, MONTHS, PERIODS, WEEKDAYS } from './lexicon.ts';
import { amountFollows, cardinalEnd } from './numerals.ts';

const NONE = -1;

/** Words that may follow a list of days, as opposed to the noun that a number counts. */
const AFTER_DAYS: ReadonlySet<string> = new Set(
  'in at to for of with on the and as by that which when where during from before after but or is was were will has have had following he she they we it this last next'.split(
    ' ',
  ),
);
/** Words before a month's name that make it one even where it may be another word or a first name. */
const BEFORE_MONTH: ReadonlySet<string> = new Set(
  'in since by of until till through throughout from to between before after during early late mid for and or every each around circa'.split(
    ' ',
  ),
);
/** Months whose name is also a common word or a first name. */
const AMBIGUOUS_MONTHS: ReadonlySet<string> = new Set(['march', 'april', 'may', 'june', 'august']);
/** Weekdays with a name of their own (`Black Friday`, `Good Friday`, `Bloody Sunday`) are no dates. */
const NAMED_DAYS: ReadonlySet<string> = new Set(
  'Black Good Super Cyber Palm Easter Ash Holy Maundy Bloody Giving Fat Business Shrove Casual Freaky'.split(
    ' ',
  ),
);
/** What `today’s …` means no day by: `today’s challenges`, `today’s economy`. */
const VAGUE_AFTER_TODAY: ReadonlySet<string> = new Set(
  'challenges challenge economy world society youth young digital global changing modern complex most greatest biggest toughest many security geopolitical workforce workers generation generations children students dollars era environment climate media market markets standards technology technologies threats landscape leaders potential jobs innovators industries'.split(
    ' ',
  ),
);

/** The end of a year in four digits (1000–2999) that is no part of a longer number. */
export function yearEnd(text: string, at: number): number {
  const first = text.charCodeAt(at);
  if (first !== 49 && first !== 50) return NONE;
  for (let i = 1; i < 4; i++) if (!isDigit(text.charCodeAt(at + i))) return NONE;
  const next = text.charCodeAt(at + 4);
  if (isDigit(next) || isLetter(next) || next === 37) return NONE;
  if ((next === 44 || next === 46) && isDigit(text.charCodeAt(at + 5))) return NONE;
  return at + 4;
}

interface Day {
  readonly value: number;
  readonly end: number;
  readonly ordinal: boolean;
}

/** A day of the month, with or without ordinal ending (`17`, `7th`, `27<sup>th</sup>`). */
export function dayAt(text: string, at: number): Day | undefined {
  const number = smallInteger(text, at);
  if (!number || number.end - at > 2 || number.value < 1 || number.value > 31) return undefined;
  const { value, end } = number;
  const ordinal = ordinalEnd(text, end);
  if (ordinal > end) return { value, end: ordinal, ordinal: true };
  const next = text.charCodeAt(end);
  if (isLetter(next) || next === 37) return undefined;
  const joins = next === 44 || next === 46 || next === 58 || next === 47;
  if (joins && isDigit(text.charCodeAt(end + 1))) return undefined;
  return { value, end, ordinal: false };
}

/** Where an ordinal ending behind digits ends (`st`, `nd`, `rd`, `th`, also raised as `<sup>th</sup>`), or `at`. */
export function ordinalEnd(text: string, at: number): number {
  const raised = text.startsWith('<sup>', at);
  const start = raised ? at + 5 : at;
  const suffix = text.slice(start, start + 2).toLowerCase();
  if (suffix !== 'st' && suffix !== 'nd' && suffix !== 'rd' && suffix !== 'th') return at;
  if (isLetter(text.charCodeAt(start + 2))) return at;
  if (!raised) return start + 2;
  return text.startsWith('</sup>', start + 2) ? start + 8 : at;
}

/** Where the second half of a range begins: behind a dash with or without gaps around it. */
function behindDash(text: string, at: number): number {
  const dash = skipGap(text, at);
  const unit = text.charCodeAt(dash);
  if (!isDash(unit)) return NONE;
  const behind = skipGap(text, dash + 1);
  // An em dash with gaps around it breaks a sentence off: `June 30th — 30th`.
  return unit === 0x2014 && (dash > at || behind > dash + 1) ? NONE : behind;
}

/** The end of a month's name with a capital letter, and of the full stop that shortens it. */
function monthEnd(text: string, at: number): number {
  if (!isUpper(text.charCodeAt(at))) return NONE;
  const end = wordEnd(text, at);
  const word = text.slice(at, end).toLowerCase();
  if (!MONTHS.has(word)) return NONE;
  return isMonthAbbreviation(word) && text.charCodeAt(end) === 46 ? end + 1 : end;
}

function endsDayList(text: string, at: number): boolean {
  const gap = skipGap(text, at);
  if (gap >= text.length) return true;
  if (gap === at) return !isLetter(text.charCodeAt(at)) && !isDash(text.charCodeAt(at));
  if (yearEnd(text, gap) > 0) return true;
  const unit = text.charCodeAt(gap);
  return AFTER_DAYS.has(wordAt(text, gap)) || (!isLetter(unit) && !isDigit(unit));
}

/** Extends a day by what it is joined to: `17–19`, `13 and 14`, `17, 18 and 19`, `30 – December 12`. */
function dayTail(text: string, at: number): number {
  const dash = behindDash(text, at);
  if (dash > 0) {
    const day = dayAt(text, dash);
    if (day && !amountFollows(text, day.end)) return day.end;
    // Two full dates around a dash with gaps are two; `November 30-December 12` is one.
    const month = isDash(text.charCodeAt(at)) ? monthEnd(text, dash) : NONE;
    if (month > 0) {
      const second = dayAt(text, skipGap(text, month));
      if (second) return second.end;
    }
  }
  let end = at;
  for (let count = 0; count < 8; count++) {
    let next = text.charCodeAt(end) === 44 ? skipGap(text, end + 1) : skipGap(text, end);
    if (next === end || (text.charCodeAt(end) === 44 && next === end + 1)) return at;
    const word = wordAt(text, next);
    const joined = word === 'and' || word === 'to' || word === 'through' || word === 'or';
    if (joined) next = skipGap(text, next + word.length);
    else if (text.charCodeAt(next) === 38) next = skipGap(text, next + 1);
    else if (text.charCodeAt(end) !== 44) return at;
    const day = dayAt(text, next);
    if (!day || amountFollows(text, day.end)) return at;
    end = day.end;
    if (joined) return endsDayList(text, end) ? end : at;
  }
  return at;
}

/** `this year`, `last year`, `next year` at a place: its end. */
function relativeYear(text: string, at: number): number {
  const word = wordAt(text, at);
  if (word !== 'this' && word !== 'last' && word !== 'next') return NONE;
  const noun = nextWord(text, at + word.length);
  return noun.word === 'year' ? noun.end : NONE;
}

/** Extends a day or month by its year: `, 2023`, ` 2023`, ` of 2023`, ` of this year`. */
function yearTail(text: string, at: number): number {
  const comma = text.charCodeAt(at) === 44 ? at + 1 : at;
  const next = skipGap(text, comma);
  if (next === comma) return at;
  const year = yearEnd(text, next);
  if (year > 0) return year;
  if (comma === at && wordAt(text, next) === 'of') {
    const behind = skipGap(text, next + 2);
    return Math.max(yearEnd(text, behind), relativeYear(text, behind), at);
  }
  return at;
}

/** The date behind a month's name that ends at `nameEnd`: with a day or a year; −1 if the name stands alone. */
export function monthDate(text: string, nameEnd: number): number {
  const end = firstMonthDate(text, nameEnd);
  const from = end > 0 ? end : nameEnd;
  const second = behindDash(text, from);
  if (second > 0 && (end < 0 || isDash(text.charCodeAt(from)))) {
    const month = monthEnd(text, second);
    if (month > 0) {
      const later = firstMonthDate(text, month);
      if (later > 0) return later;
      if (end < 0 && !isMonthAbbreviation(wordAt(text, second))) return month;
    }
  }
  return end;
}

function firstMonthDate(text: string, nameEnd: number): number {
  const at = skipGap(text, nameEnd);
  if (at > nameEnd) {
    const day = dayAt(text, at);
    if (day && !amountFollows(text, day.end)) return yearTail(text, dayTail(text, day.end));
  }
  const year = yearTail(text, nameEnd);
  return year > nameEnd ? year : NONE;
}

/** A date that begins with a month's name at `start`. */
export function dateFromMonth(text: string, start: number, end: number): number {
  if (!isUpper(text.charCodeAt(start))) return NONE;
  const word = text.slice(start, end).toLowerCase();
  const short = isMonthAbbreviation(word);
  const nameEnd = short && text.charCodeAt(end) === 46 ? end + 1 : end;
  const dated = monthDate(text, nameEnd);
  if (dated > 0) return dated;
  if (short || isLetter(text.charCodeAt(end))) return NONE;
  if (!AMBIGUOUS_MONTHS.has(word)) return end;
  return meansMonth(text, start, end, word) ? end : NONE;
}

function meansMonth(text: string, start: number, end: number, word: string): boolean {
  // All capitals hide which word it is.
  if (isUpper(text.charCodeAt(start + 1))) return false;
  const last = lastVisible(text, start);
  const dashed = last > 0 && last === start - 1 && isDash(text.charCodeAt(last));
  const before = dashed ? wordBefore(text, last) : wordBefore(text, start);
  if (BEFORE_MONTH.has(before.toLowerCase())) return true;
  const next = nextWord(text, end);
  if (word === 'march' && (next.word === 'on' || next.word === 'for' || next.word === 'to')) return false;
  if (word !== 'may' && word !== 'march' && isUpper(text.charCodeAt(next.start)) && next.word !== '')
    return false;
  if (before === '') {
    // Behind a possessive or a comma; at the start of a sentence only what is no other word.
    return last >= 0 && !startsSentence(text, start) && isQuoteMark(text.charCodeAt(last)) && word !== 'may';
  }
  return !isUpper(before.charCodeAt(0));
}

function isQuoteMark(unit: number): boolean {
  return unit === 39 || unit === 0x2019 || unit === 44;
}

/** `17 November 2023`, `17–19 November`, `6 January, 2025`, `17th of November`. */
export function dateFromDay(text: string, at: number): number {
  const day = dayAt(text, at);
  if (!day) return NONE;
  const direct = monthBehindDay(text, day.end);
  if (direct > 0) return direct;
  // Behind the second day of a range or pair.
  let next = behindDash(text, day.end);
  if (next < 0) {
    const joint = nextWord(text, day.end);
    if (joint.word !== 'and' && joint.word !== 'to') return NONE;
    next = skipGap(text, joint.end);
  }
  const second = dayAt(text, next);
  return second ? monthBehindDay(text, second.end) : NONE;
}

function monthBehindDay(text: string, at: number): number {
  let next = skipGap(text, at);
  if (next === at) {
    if (!isDash(text.charCodeAt(at))) return NONE;
    next = at + 1;
  }
  if (text.startsWith('of', next)) {
    const behind = skipGap(text, next + 2);
    if (behind > next + 2) next = behind;
  }
  const month = monthEnd(text, next);
  if (month < 0 || isLetter(text.charCodeAt(month))) return NONE;
  const dash = behindDash(text, month);
  if (dash > 0) {
    const day = dayAt(text, dash);
    if (day) {
      const later = monthEnd(text, skipGap(text, day.end));
      if (later > 0) return yearTail(text, later);
    }
  }
  return yearTail(text, month);
}

/** A date that begins with a weekday's name: alone, with a part of the day, with the date behind it. */
export function dateFromWeekday(text: string, start: number, end: number): number {
  if (!isUpper(text.charCodeAt(start))) return NONE;
  const short = end - start < 6;
  let nameEnd = short && text.charCodeAt(end) === 46 ? end + 1 : end;
  if (!short) {
    const part = nextWord(text, nameEnd);
    if (DAY_PARTS.has(part.word)) nameEnd = part.end;
  }
  const date = dateBehindWeekday(text, nameEnd);
  if (date > 0) return date;
  if (short || isLetter(text.charCodeAt(end))) return NONE;
  return NAMED_DAYS.has(wordBefore(text, start)) ? NONE : nameEnd;
}

function dateBehindWeekday(text: string, at: number): number {
  const comma = text.charCodeAt(at) === 44 ? at + 1 : at;
  let next = skipGap(text, comma);
  if (next === comma) return NONE;
  if (wordAt(text, next) === 'the') {
    next = skipGap(text, next + 3);
    const dated = dateFromDay(text, next);
    if (dated > 0) return dated;
    const day = dayAt(text, next);
    return day?.ordinal && comma === at ? day.end : NONE;
  }
  const month = monthEnd(text, next);
  if (month > 0) {
    const day = dayAt(text, skipGap(text, month));
    return day && !amountFollows(text, day.end) ? monthDate(text, month) : NONE;
  }
  const dated = dateFromDay(text, next);
  return dated > 0 || comma > at ? dated : bareDayEnd(text, next);
}

/** `Wednesday 12`, where what follows is nothing that twelve could count. */
function bareDayEnd(text: string, at: number): number {
  const day = dayAt(text, at);
  if (!day || amountFollows(text, day.end)) return NONE;
  const next = text.charCodeAt(day.end);
  const isPoint = next === 44 || next === 46 || next === 59 || next === 41;
  if (isPoint) return isDigit(text.charCodeAt(day.end + 1)) ? NONE : day.end;
  return AFTER_DAYS.has(nextWord(text, day.end).word) ? day.end : NONE;
}

/** `today`, `yesterday morning`, `tonight`, `overnight`. */
export function dateFromDeictic(text: string, start: number, end: number): number {
  const word = text.slice(start, end).toLowerCase();
  const mark = text.charCodeAt(end);
  if ((mark === 39 || mark === 0x2019) && text.charCodeAt(end + 1) === 115) {
    return VAGUE_AFTER_TODAY.has(nextWord(text, end + 2).word) ? NONE : end;
  }
  if (word === 'yesterday' || word === 'tomorrow') {
    const part = nextWord(text, end);
    return DAY_PARTS.has(part.word) ? part.end : end;
  }
  return end;
}

/** The end of a period's name, singular or plural, behind a number; −1 if the word is none. */
function periodEnd(text: string, at: number): number {
  const start = skipGap(text, at);
  if (start === at) return NONE;
  const end = wordEnd(text, start);
  const word = text.slice(start, end).toLowerCase();
  const singular = word.endsWith('s') ? word.slice(0, -1) : word;
  return PERIODS.has(singular) || word === 'centuries' ? end : NONE;
}

function andAHalf(text: string, at: number): number {
  const and = nextWord(text, at);
  if (and.word !== 'and') return at;
  const a = nextWord(text, and.end);
  if (a.word !== 'a') return at;
  const half = nextWord(text, a.end);
  return half.word === 'half' ? half.end : at;
}

/** What stands behind a number that ends at `at`: `years ago`, with the end of the whole. */
export function agoBehind(text: string, at: number): number {
  const period = periodEnd(text, at);
  if (period < 0) return NONE;
  const ago = nextWord(text, andAHalf(text, period));
  return ago.word === 'ago' ? ago.end : NONE;
}

/** `this week`, `last Friday`, `the past 18 months`, `next two weeks`, `this past weekend`, `last November`. */
export function dateFromRelative(text: string, start: number, end: number): number {
  let word = text.slice(start, end).toLowerCase();
  let at = end;
  if (word === 'this') {
    const second = nextWord(text, at);
    if (second.word === 'past' || second.word === 'coming') {
      word = second.word;
      at = second.end;
    }
  }
  const next = skipGap(text, at);
  if (next === at) return NONE;
  if (word !== 'this') {
    const count = cardinalEnd(text, next);
    if (count > 0) return countedPeriod(text, count);
  }
  const noun = nextWord(text, at);
  if (WEEKDAYS.has(noun.word) && noun.word.length > 5) return dateFromWeekday(text, noun.start, noun.end);
  if (MONTHS.has(noun.word) && isUpper(text.charCodeAt(noun.start)) && !isMonthAbbreviation(noun.word)) {
    return Math.max(monthDate(text, noun.end), noun.end);
  }
  if (noun.word === 'fiscal') {
    const year = nextWord(text, noun.end);
    return year.word === 'year' || year.word === 'quarter' ? year.end : NONE;
  }
  if (!DEICTIC_PERIODS.has(noun.word) || noun.word === 'century') return NONE;
  if (DAY_PARTS.has(noun.word)) {
    const fits = noun.word === 'night' ? word === 'last' : word === 'this' || word === 'last';
    return fits ? noun.end : NONE;
  }
  return noun.word === 'year' && word !== 'this' ? andAHalf(text, noun.end) : noun.end;
}

function countedPeriod(text: string, countEnd: number): number {
  let count = countEnd;
  // `the next 12 to 18 months`
  const joint = nextWord(text, count);
  const second =
    joint.word === 'to' || joint.word === 'or'
      ? skipGap(text, joint.end)
      : isDash(text.charCodeAt(count))
        ? count + 1
        : NONE;
  if (second > 0) {
    const other = cardinalEnd(text, second);
    if (other > 0) count = other;
  }
  return periodEnd(text, andAHalf(text, count));
}

/** `a year ago`, with the article. */
export function dateFromArticle(text: string, end: number): number {
  return agoBehind(text, end);
}

/** `fiscal year 2024`, `FY 2024`, `FY24`, `fiscal years 2023 and 2024`. */
export function dateFromFiscal(text: string, start: number, end: number): number {
  const word = text.slice(start, end);
  let at = end;
  if (word === 'FY' || word === 'Fy') {
    const glued = smallInteger(text, at);
    if (glued && glued.end - at === 2 && !isLetter(text.charCodeAt(glued.end))) return glued.end;
    if (text.charCodeAt(at) === 39 || text.charCodeAt(at) === 0x2019) at++;
    const short = smallInteger(text, skipGap(text, at));
    if (short && short.end - skipGap(text, at) === 2) return short.end;
  } else if (word.toLowerCase() === 'fiscal') {
    const year = nextWord(text, at);
    if (year.word === 'year' || year.word === 'years') at = year.end;
  } else return NONE;
  const year = yearEnd(text, skipGap(text, at));
  if (year < 0) return NONE;
  const range = yearRange(text, year);
  if (range > year) return range;
  const joint = nextWord(text, year);
  if (joint.word === 'and' || joint.word === 'to' || joint.word === 'through') {
    const second = yearEnd(text, skipGap(text, joint.end));
    if (second > 0) return second;
  }
  return year;
}

/** A year that may stand behind `of` or alone: `2023`, `this year`, `FY 2023`, `fiscal year 2023`. */
function yearPhrase(text: string, at: number): number {
  const year = yearEnd(text, at);
  if (year > 0) return yearRange(text, year);
  const relative = relativeYear(text, at);
  if (relative > 0) return relative;
  const end = wordEnd(text, at);
  return end > at ? dateFromFiscal(text, at, end) : NONE;
}

/** `Q3 2023`, `Q3 of 2023`, `H1 2024`: the letter ends at `end`. */
export function dateFromQuarter(text: string, start: number, end: number): number {
  const digit = text.charCodeAt(end) - 48;
  const most = text.charCodeAt(start) === 81 ? 4 : text.charCodeAt(start) === 72 ? 2 : 0;
  if (digit < 1 || digit > most) return NONE;
  return ofYear(text, end + 1);
}

function ofYear(text: string, at: number): number {
  const comma = text.charCodeAt(at) === 44 ? at + 1 : at;
  const next = skipGap(text, comma);
  if (next === comma) return NONE;
  if (wordAt(text, next) === 'of') return yearPhrase(text, skipGap(text, next + 2));
  return yearPhrase(text, next);
}

/** `first quarter of 2023`, `second half of this year`. */
export function dateFromOrdinal(text: string, end: number): number {
  const noun = nextWord(text, end);
  if (noun.word !== 'quarter' && noun.word !== 'half') return NONE;
  const dated = ofYear(text, noun.end);
  if (dated > 0) return dated;
  const of = nextWord(text, noun.end);
  const the = of.word === 'of' ? nextWord(text, of.end) : of;
  const year = the.word === 'the' ? nextWord(text, the.end) : the;
  if (of.word === 'of' && year.word === 'year') return year.end;
  // `in the first quarter`, but not `the first quarter of the match`.
  return noun.word === 'quarter' && of.word !== 'of' ? noun.end : NONE;
}

/** `summer of 2021`, `Spring 2023`, `winter 2022–23`. */
export function dateFromSeason(text: string, end: number): number {
  return ofYear(text, end);
}

/** `the weekend`. */
export function isTheWeekend(text: string, start: number): boolean {
  return wordBefore(text, start).toLowerCase() === 'the';
}

/** Extends a year by its range: `2021–2023`, `2021-22`, `2021/22`. */
export function yearRange(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit === 47) return shortYear(text, at + 1, at);
  const next = behindDash(text, at);
  if (next < 0) return at;
  const year = yearEnd(text, next);
  if (year > 0) return year;
  return isDash(unit) ? shortYear(text, at + 1, at) : at;
}

function shortYear(text: string, at: number, otherwise: number): number {
  const short = smallInteger(text, at);
  if (!short || short.end - at !== 2 || isLetter(text.charCodeAt(short.end))) return otherwise;
  const next = text.charCodeAt(short.end);
  if (isDash(next) || next === 47 || next === 37) return otherwise;
  const first = Number(text.slice(at - 3, at - 1));
  return short.value > first ? short.end : otherwise;
}

/** The end of a decade's `s` behind its year (`1990s`, `1990’s`), or −1. */
export function decadeEnd(text: string, start: number): number {
  if (text.charCodeAt(start + 3) !== 48) return NONE;
  const at = start + 4;
  const unit = text.charCodeAt(at);
  if (unit === 115) return isLetter(text.charCodeAt(at + 1)) ? NONE : at + 1;
  const possessive = (unit === 39 || unit === 0x2019) && text.charCodeAt(at + 1) === 115;
  if (!possessive || isLetter(text.charCodeAt(at + 2))) return NONE;
  return wordBefore(text, start).toLowerCase() === 'the' ? at + 2 : NONE;
}
