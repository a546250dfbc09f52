/** Dates as prose writes them: patterns for months and weekdays, and the year that a day without one must have. */
import { type Day, dayNumber, daysInMonth, isDay, MONTHS } from '../../document/calendar.ts';

export const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

const MONTH_NAMES = MONTHS.join('|');
/** Source of a pattern for a month: in full, in capitals, or abbreviated with or without its full stop. */
export const MONTH_PATTERN = `(?:${MONTH_NAMES}|${MONTH_NAMES.toUpperCase()}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\.?)(?![\\p{L}\\p{N}])`;

/** What every text that names a month holds: told without the patterns. */
export const MAY_NAME_MONTH =
  /Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC/;

/** Source of a pattern for a weekday; abbreviations only with a full stop or comma behind them. */
export const WEEKDAY_PATTERN =
  '(?:(?:(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|(?:SUN|MON|TUES|WEDNES|THURS|FRI|SATUR)DAY)(?!\\p{L})|(?:Sun|Mon|Tues?|Wed|Thur?s?|Fri|Sat)(?=[.,]))';

/** Month number, 1 to 12, of a name or abbreviation. */
export function monthNumber(name: string): number {
  const start = name.slice(0, 3).toLowerCase();
  return MONTHS.findIndex((month) => month.toLowerCase().startsWith(start)) + 1;
}

export function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayNumber(name: string): number {
  const start = name.slice(0, 3).toLowerCase();
  return WEEKDAYS.findIndex((weekday) => weekday.toLowerCase().startsWith(start));
}

/** `17` to `17th`. */
export function ordinal(day: number): string {
  const suffix = day % 100 >= 11 && day % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
  return `${day}${suffix}`;
}

/** Reads a document's `date` as written (`2023-11-17`, quotes already undone); undefined if it is none. */
export function readIsoDay(text: string | undefined): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text ?? '');
  if (!match) return undefined;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isDay(day) ? day : undefined;
}

/**
 * The years in which a day without a year can lie, seen from the document's date: the nearest one; and the next
 * nearest too, if the two are about as far, so that nobody can tell which was meant.
 */
export function plausibleYears(month: number, day: number, from: Day): number[] {
  const origin = dayNumber(from);
  const byDistance = [from.year - 1, from.year, from.year + 1]
    .filter((year) => day <= daysInMonth(year, month))
    .map((year) => ({ year, distance: Math.abs(dayNumber({ year, month, day }) - origin) }))
    .sort((a, b) => a.distance - b.distance);
  const nearest = byDistance[0];
  // Only February 29 can be farther away than half a year.
  if (!nearest || nearest.distance > 250) return [];
  return byDistance
    .filter(({ distance }) => distance === nearest.distance || (nearest.distance > 120 && distance < 250))
    .map(({ year }) => year);
}
