/** Dates told by the document’s date alone: `today`, `last week`, `the past 18 months`, `two years ago`. */
import { type Day, dayNumber, formatDay, pad } from '../../document/calendar.ts';
import { MONTHS, SEASONS, SMALL_NUMBERS, WEEKDAYS } from '../figures/lexicon.ts';
import {
  addDays,
  addMonths,
  interval,
  mondayOf,
  monthsInterval,
  monthText,
  previousWeekday,
  SEASON_STARTS,
  weekText,
} from './arithmetic.ts';
import { calendarDate } from './calendar-date.ts';
import type { DateContext } from './context.ts';

const DAY_SHIFTS: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['tonight', 0],
  ['this morning', 0],
  ['this afternoon', 0],
  ['this evening', 0],
  ['yesterday', -1],
  ['yesterday morning', -1],
  ['yesterday afternoon', -1],
  ['yesterday evening', -1],
  ['yesterday night', -1],
  ['last night', -1],
  ['last evening', -1],
  ['tomorrow', 1],
  ['tomorrow morning', 1],
  ['tomorrow afternoon', 1],
  ['tomorrow evening', 1],
  ['tomorrow night', 1],
]);

/** What is told by the document's date alone: `today`, `last week`, `the past 18 months`, `two years ago`. */
export function relativeDate(words: string, today: Day, context: DateContext): string | undefined {
  const shift = DAY_SHIFTS.get(words);
  if (shift !== undefined) return formatDay(addDays(today, shift));
  if (words === 'overnight') return interval(addDays(today, -1), today);
  const ago = /^(.+?) (second|minute|hour|day|night|week|month|year|decade)s?( and a half)? ago$/.exec(words);
  if (ago) return agoValue(ago[1] as string, ago[2] as string, ago[3] !== undefined, today);
  if (words === 'weekend') return weekendValue('the', today, context);
  const match = /^(?:this )?(this|last|next|past|coming) (.+)$/.exec(words);
  if (!match) return undefined;
  const direction = match[1] as string;
  const rest = match[2] as string;
  const single = periodValue(direction, rest, today, context);
  if (single) return single;
  // `next Monday, April 19`
  if (/^\w+day,? .*\d/.test(rest)) return calendarDate(rest, context);
  const counted = /^(.+?)[ -](day|night|week|fortnight|month|quarter|year|decade)s?( and a half)?$/.exec(
    rest,
  );
  if (counted)
    return countedValue(
      direction,
      counted[1] as string,
      counted[2] as string,
      counted[3] !== undefined,
      today,
    );
  const year = /^year( and a half)$/.exec(rest);
  if (year) return countedValue(direction, 'one', 'year', true, today);
  const hours = /^(\d{2,3}) hours$/.exec(rest);
  return hours && Number(hours[1]) % 24 === 0
    ? countedValue(direction, String(Number(hours[1]) / 24), 'day', false, today)
    : undefined;
}

/** A small count in halves: `two` is 4, `two and a half` 5; undefined if it is no plain count. */
function halves(count: string): number | undefined {
  const mixed = /^(.+?)(?: and a half|-and-a-half)$/.exec(count);
  const whole = mixed ? (mixed[1] as string) : count;
  if (whole === 'a' || whole === 'an') return mixed ? 3 : 2;
  if (/^\d{1,4}$/.test(whole)) return Number(whole) * 2 + (mixed ? 1 : 0);
  const parts = whole.split(/[ -]/).map((word) => SMALL_NUMBERS.get(word) ?? Number.NaN);
  const [first = Number.NaN, second = 0] = parts;
  if (parts.length > 2 || (parts.length === 2 && (first < 20 || second > 9))) return undefined;
  const sum = first + second;
  return Number.isNaN(sum) ? undefined : sum * 2 + (mixed ? 1 : 0);
}

const MONTHS_PER: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12, decade: 120 };
const DAYS_PER: Readonly<Record<string, number>> = { day: 1, night: 1, week: 7, fortnight: 14 };
/** No press office looks farther away than this; beyond it the calendar makes no sense of the text. */
const MOST_MONTHS = 12 * 3000;

/** A day away by a count of periods given in halves; undefined if it falls between two days. */
function moved(today: Day, twice: number, unit: string, sign: number): Day | undefined {
  const months = MONTHS_PER[unit];
  const amount = (twice * (months ?? DAYS_PER[unit] ?? Number.NaN)) / 2;
  if (!Number.isInteger(amount) || amount > MOST_MONTHS) return undefined;
  const day = months ? addMonths(today, sign * amount) : addDays(today, sign * amount);
  return day.year > 0 && day.year < 10_000 ? day : undefined;
}

function agoValue(count: string, unit: string, half: boolean, today: Day): string | undefined {
  const twice = halves(half ? `${count} and a half` : count);
  const day = twice === undefined ? undefined : moved(today, twice, unit, -1);
  if (!day || twice === undefined) return undefined;
  // As exact as the words: years ago a year, months ago a month, weeks ago a week.
  if (twice % 2 === 1 || unit === 'month') return monthText(day.year, day.month);
  if (unit === 'year') return pad(day.year, 4);
  if (unit === 'week') return weekText(day);
  return unit === 'day' || unit === 'night' ? formatDay(day) : undefined;
}

function countedValue(
  direction: string,
  count: string,
  unit: string,
  half: boolean,
  today: Day,
): string | undefined {
  if (direction === 'this') return undefined;
  const twice = halves(half ? `${count} and a half` : count);
  const sign = direction === 'last' || direction === 'past' ? -1 : 1;
  const day = twice === undefined ? undefined : moved(today, twice, unit, sign);
  return day && interval(day, today);
}

function periodValue(
  direction: string,
  period: string,
  today: Day,
  context: DateContext,
): string | undefined {
  const step = direction === 'this' ? 0 : direction === 'last' || direction === 'past' ? -1 : 1;
  // `the past year` is the twelve months up to now, `last year` the calendar year before.
  const rolling = direction === 'past' || direction === 'coming';
  if (period === 'decade')
    return step === 0 ? decadeOf(today) : countedValue(direction, 'one', 'decade', false, today);
  if (rolling && /^(?:week|month|quarter|year)$/.test(period)) {
    return countedValue(direction, 'one', period, false, today);
  }
  switch (period) {
    case 'week':
      return weekText(addDays(today, step * 7));
    case 'month':
      return monthText(today.year, today.month + step);
    case 'quarter':
      return monthsInterval(today.year, (Math.floor((today.month - 1) / 3) + step) * 3 + 1, 3);
    case 'year':
      return pad(today.year + step, 4);
    case 'weekend':
      return weekendValue(direction, today, context);
  }
  if (SEASONS.has(period)) return seasonValue(step, period, today);
  const [name = '', ...tail] = period.split(' ');
  const weekday = WEEKDAYS.get(name);
  if (
    weekday !== undefined &&
    (tail.length === 0 || /^(?:morning|afternoon|evening|night)$/.test(tail.join(' ')))
  ) {
    return formatDay(relativeWeekday(direction, weekday, today));
  }
  const month = MONTHS.get(name);
  if (month === undefined || tail.length > 0) return undefined;
  if (step === 0) return monthText(today.year, month);
  const passed = step < 0 ? month < today.month : month <= today.month;
  return monthText(today.year + (step < 0 ? (passed ? 0 : -1) : passed ? 1 : 0), month);
}

function decadeOf({ year }: Day): string {
  const first = year - (year % 10);
  return `${first}/${first + 9}`;
}

/**
 * `last Friday` is the latest before the document's day, `this Friday` that of its week (Monday to Sunday), `next
 * Friday` that of the week after; `this past Friday` is `last Friday`, `this coming Friday` the first after the day.
 */
function relativeWeekday(direction: string, weekday: number, today: Day): Day {
  if (direction === 'last' || direction === 'past') return previousWeekday(weekday, addDays(today, -1));
  if (direction === 'coming') return addDays(previousWeekday(weekday, today), 7);
  return addDays(mondayOf(today), weekday - 1 + (direction === 'next' ? 7 : 0));
}

function weekendValue(direction: string, today: Day, { isFuture }: DateContext): string | undefined {
  const saturday = addDays(mondayOf(today), 5);
  const isNow = dayNumber(today) >= dayNumber(saturday);
  let step = 0;
  if (direction === 'the') {
    if (isFuture === undefined) return undefined;
    step = isNow || isFuture ? 0 : -1;
  } else if (direction === 'last' || direction === 'past') step = direction === 'past' && isNow ? 0 : -1;
  else if (direction === 'next') step = 1;
  const start = addDays(saturday, step * 7);
  return interval(start, addDays(start, 1));
}

function seasonValue(step: number, season: string, today: Day): string | undefined {
  const start = SEASON_STARTS.get(season);
  // A winter runs over two years; which one `this winter` means hangs on more than the date.
  if (start === undefined || start === 12) return undefined;
  const over = today.month > start + 2;
  const begun = today.month >= start;
  if (step === 0) return monthsInterval(today.year, start, 3);
  if (step < 0) return monthsInterval(over ? today.year : today.year - 1, start, 3);
  return monthsInterval(begun ? today.year + 1 : today.year, start, 3);
}
