/** Reads dates in the many forms people write them, and says every day that a form can mean. Never guesses. */
import { type Day, isDay, MONTHS } from '../../document/calendar.ts';

/** What a text can mean that was meant as a date. */
export interface DateReading {
  /** Every day it can mean, the more usual reading first; none if the form is known and no calendar has such a day. */
  readonly days: readonly Day[];
  /** What the form leaves open. */
  readonly doubt: 'order' | 'century' | undefined;
  /** What stands behind the date: a time. */
  readonly rest: string;
}

/** Longer texts are no date. */
const LONGEST = 80;

const ORDINAL = '(\\d{1,2})(?:st|nd|rd|th)?';
const WORD = '([A-Za-z]{3,9})\\.?';
const WEEKDAY = /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)/i;
const YEAR_FIRST = /^(\d{4})([-/. \u2010-\u2015\u2212]|\s?[-/.]\s?)(\d{1,2})\2(\d{1,2})(?=$|[T\s,])/;
const RUN_TOGETHER = /^(\d{4})(\d{2})(\d{2})(?=$|T)/;
const YEAR_LAST = /^(\d{1,2})([-/. \u2010-\u2015\u2212])(\d{1,2})\2(\d{4}|\d{2})(?=$|[T\s,])/;
const MONTH_FIRST = new RegExp(`^${WORD}[\\s-]+${ORDINAL},?[\\s-]+(\\d{4}|\\d{2})(?=$|[\\s,])`, 'i');
const DAY_FIRST = new RegExp(
  `^(?:the\\s+)?${ORDINAL}(?:\\s+of)?[\\s-]+${WORD},?[\\s-]+(\\d{4}|\\d{2})(?=$|[\\s,])`,
  'i',
);
const MONTH_IN_THE_MIDDLE = new RegExp(`^(\\d{4})[\\s,-]+${WORD}[\\s,-]+${ORDINAL}(?=$|[\\s,])`, 'i');

/** Reads a date, with or without a time behind it; undefined if the text has none of the forms known. */
export function readAnyDate(text: string): DateReading | undefined {
  if (text.length > LONGEST) return undefined;
  const bare = text
    .trim()
    .replace(/^[“”‘’'"]|[“”‘’'"]$/g, '')
    .replace(WEEKDAY, '');
  const reading = (match: RegExpExecArray, days: Day[], doubt?: DateReading['doubt']): DateReading => {
    const real = days.filter(isDay);
    const distinct = real.filter(
      (day, index) =>
        real.findIndex(
          (other) => other.month === day.month && other.day === day.day && other.year === day.year,
        ) === index,
    );
    return {
      days: distinct,
      doubt: distinct.length > 1 ? (doubt ?? 'order') : doubt === 'century' ? doubt : undefined,
      rest: bare.slice(match[0].length).trim(),
    };
  };
  const first = YEAR_FIRST.exec(bare);
  if (first) return reading(first, [dayFrom(first[1], first[3], first[4])]);
  const together = RUN_TOGETHER.exec(bare);
  if (together) return reading(together, [dayFrom(together[1], together[2], together[3])]);
  const last = YEAR_LAST.exec(bare);
  if (last) {
    const [, a, separator, b, year = ''] = last;
    const monthFirst = dayFrom(year, a, b);
    const dayFirst = dayFrom(year, b, a);
    const days = separator === '.' ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
    // A year of two digits may as well come first.
    if (year.length === 2 && a?.length === 2) days.push(dayFrom(a, b, year));
    return reading(last, days, year.length === 2 ? 'century' : undefined);
  }
  const spelt = MONTH_FIRST.exec(bare);
  if (spelt) return named(spelt, spelt[3], spelt[1], spelt[2], reading);
  const day = DAY_FIRST.exec(bare);
  if (day) return named(day, day[3], day[2], day[1], reading);
  const middle = MONTH_IN_THE_MIDDLE.exec(bare);
  if (middle) return named(middle, middle[1], middle[2], middle[3], reading);
  return undefined;
}

function named(
  match: RegExpExecArray,
  year: string | undefined,
  word: string | undefined,
  day: string | undefined,
  reading: (match: RegExpExecArray, days: Day[], doubt?: DateReading['doubt']) => DateReading,
): DateReading | undefined {
  const month = monthOf(word ?? '');
  if (month === undefined) return undefined;
  return reading(match, [dayFrom(year, String(month), day)], year?.length === 2 ? 'century' : undefined);
}

/** A year of two digits is of this century: no statement in this form is older. */
function dayFrom(year = '', month = '', day = ''): Day {
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  return { year: full, month: Number(month), day: Number(day) };
}

/** 1 to 12 for a month's English name or its usual short form. */
export function monthOf(word: string): number | undefined {
  const lower = word.toLowerCase();
  if (lower === 'sept') return 9;
  const index = MONTHS.findIndex(
    (month) => month.toLowerCase() === lower || (lower.length === 3 && month.toLowerCase().startsWith(lower)),
  );
  return index < 0 ? undefined : index + 1;
}
