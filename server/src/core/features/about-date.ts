/** Dates, intervals and moments in words. */
import {
  type Day,
  dayNumber,
  formatOffset,
  formatTime,
  instantOf,
  MONTHS,
  pad,
  spellDay,
  wallTimeAt,
  weekdayOf,
} from '../document/calendar.ts';
import { readDay, type Timestamp } from '../document/facts.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** `Friday, November 17, 2023`. */
function withWeekday(day: Day): string {
  return `${WEEKDAYS[weekdayOf(day)] ?? ''}, ${spellDay(day)}`;
}

/**
 * A date's value in words, and how far it is from the document's own date.
 * @param value ISO 8601: a day, a month (`2023-04`), a year, any of them with a time, or an interval of two with `/`.
 * @returns lines of Markdown.
 */
export function aboutDate(value: string, documentDate: Day | undefined): string[] {
  const spelt = value.split('/').map(spell);
  const plain = `\`${value}\``;
  if (spelt.length > 2 || spelt.some((each) => each === undefined)) return [plain];
  const [from, to] = value.split('/').map(readDay);
  const lines = [
    spelt.length === 2 ? `From ${spelt[0]} to ${spelt[1]} (${plain})` : `${spelt[0]} (${plain})`,
  ];
  if (from && to) {
    const days = dayNumber(to) - dayNumber(from) + 1;
    if (days > 1) lines.push(`${days} days, the first and the last included.`);
  }
  const distance = documentDate && distanceOf(value, documentDate);
  if (distance) lines.push(distance);
  return lines;
}

function spell(value: string): string | undefined {
  const [date = '', time] = value.split('T');
  const at = time ? `, ${time}` : '';
  const day = readDay(date);
  if (day) return `${withWeekday(day)}${at}`;
  const month = monthOf(date);
  if (month) return `${MONTHS[month.month - 1]} ${month.year}`;
  return /^\d{4}$/.test(date) ? `the year ${date}` : undefined;
}

function monthOf(text: string): { readonly year: number; readonly month: number } | undefined {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  return match ? { year: Number(match[1]), month: Number(match[2]) } : undefined;
}

function distanceOf(value: string, own: Day): string | undefined {
  const [first = '', last = first] = value.split('/').map((each) => each.split('T')[0] ?? '');
  const from = readDay(first);
  const to = readDay(last);
  if (from && to) {
    const here = dayNumber(own);
    if (dayNumber(from) <= here && here <= dayNumber(to))
      return first === last ? 'The day of this document.' : 'The day of this document lies in it.';
    return dayNumber(to) < here
      ? away(dayNumber(to) - here, 'day', 'the date')
      : away(dayNumber(from) - here, 'day', 'the date');
  }
  const month = monthOf(value);
  if (month) return away((month.year - own.year) * 12 + month.month - own.month, 'month', 'the month');
  return /^\d{4}$/.test(value) ? away(Number(value) - own.year, 'year', 'the year') : undefined;
}

function away(distance: number, unit: string, of: string): string {
  if (distance === 0) return `The ${unit} of this document.`;
  const size = Math.abs(distance);
  return `${size} ${unit}${size === 1 ? '' : 's'} ${distance < 0 ? 'before' : 'after'} ${of} of this document.`;
}

/**
 * A timestamp in words: the day with its weekday, the time on the office's clock, and the same moment in UTC.
 * @returns lines of Markdown.
 */
export function aboutMoment(timestamp: Timestamp): string[] {
  const { offset } = timestamp;
  const utc = wallTimeAt(instantOf(timestamp, offset), 'UTC');
  const local = `${withWeekday(timestamp)}, ${formatTime(timestamp)} at UTC${formatOffset(offset)}`;
  if (!utc || offset === 0) return [local];
  const day =
    utc.day === timestamp.day ? '' : ` on ${pad(utc.year, 4)}-${pad(utc.month, 2)}-${pad(utc.day, 2)}`;
  return [`${local} (${formatTime(utc)} UTC${day})`];
}
