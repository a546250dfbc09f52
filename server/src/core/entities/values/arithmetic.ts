/** Arithmetic of days, weeks, months and years, and how ISO 8601 writes them. */
import {
  type Day,
  dayNumber,
  dayOf,
  daysInMonth,
  formatDay,
  pad,
  weekdayOf,
} from '../../document/calendar.ts';

/** The year that `2024`, `24`, `this`, `last`, `next` mean. */
export function yearOf(word: string, documentDate: Day | undefined): number | undefined {
  if (/^\d{4}$/.test(word)) return Number(word);
  if (!documentDate) return undefined;
  if (word === 'this') return documentDate.year;
  if (word === 'last') return documentDate.year - 1;
  return word === 'next' ? documentDate.year + 1 : undefined;
}

export function monthsInterval(year: number, from: number, count: number): string {
  return `${monthText(year, from)}/${monthText(year, from + count - 1)}`;
}

/** `2023-11`; a month beyond 12 or below 1 lies in another year. */
export function monthText(year: number, month: number): string {
  const index = year * 12 + month - 1;
  return `${pad(Math.floor(index / 12), 4)}-${pad((((index % 12) + 12) % 12) + 1, 2)}`;
}

/** First months of the meteorological seasons of the northern hemisphere (World Meteorological Organization). */
export const SEASON_STARTS: ReadonlyMap<string, number> = new Map([
  ['spring', 3],
  ['summer', 6],
  ['fall', 9],
  ['autumn', 9],
  ['winter', 12],
]);

export function addDays(day: Day, count: number): Day {
  return dayOf(dayNumber(day) + count);
}

/** The same day so many months away; the month's last day where it has no such day. */
export function addMonths(day: Day, count: number): Day {
  const index = day.year * 12 + day.month - 1 + count;
  const year = Math.floor(index / 12);
  const month = (((index % 12) + 12) % 12) + 1;
  return { year, month, day: Math.min(day.day, daysInMonth(year, month)) };
}

/** Monday of the ISO week that holds a day. */
export function mondayOf(day: Day): Day {
  return addDays(day, -((weekdayOf(day) + 6) % 7));
}

/** `2023-W46` (ISO 8601, section 4.2.2: the week belongs to the year of its Thursday). */
export function weekText(day: Day): string {
  const thursday = addDays(mondayOf(day), 3);
  const first = { year: thursday.year, month: 1, day: 1 };
  const week = Math.floor((dayNumber(thursday) - dayNumber(first)) / 7) + 1;
  return `${pad(thursday.year, 4)}-W${pad(week, 2)}`;
}

export function interval(from: Day, to: Day): string {
  return dayNumber(from) <= dayNumber(to)
    ? `${formatDay(from)}/${formatDay(to)}`
    : `${formatDay(to)}/${formatDay(from)}`;
}

/** The latest such weekday (1 for Monday to 7 for Sunday) up to and with a day. */
export function previousWeekday(weekday: number, upTo: Day): Day {
  return addDays(upTo, -((((weekdayOf(upTo) - weekday) % 7) + 7) % 7));
}
