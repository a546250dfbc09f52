/** Dates by the names of months and weekdays, ranges and lists of them, and the year that is left out. */
import { type Day, dayNumber, formatDay, isDay, pad, weekdayOf } from '../../document/calendar.ts';
import { MONTHS, WEEKDAYS } from '../figures/lexicon.ts';
import { addDays, monthText, previousWeekday, yearOf } from './arithmetic.ts';
import type { DateContext } from './context.ts';

interface Part {
  weekday?: number;
  day?: number;
  month?: number;
  year?: number;
}

/** `November 17, 2023`, `17–19 November`, `Friday`, `April 2023`, `March of this year`, `April 13 and 14`. */
export function calendarDate(words: string, context: DateContext): string | undefined {
  const { parts, joint } = readParts(words, context);
  const [first, second] = parts;
  if (!first || parts.some((part) => Object.keys(part).length === 0)) return undefined;
  const last = parts[parts.length - 1] as Part;
  if (parts.length > 1) {
    // A month said once holds for all; so does the year said at the end, but for a range that began in the year before.
    const lastMonth = last.month ?? first.month;
    const firstMonth = first.month ?? last.month;
    for (const part of parts) {
      const month = part.month ?? (part === last ? lastMonth : firstMonth);
      if (month !== undefined) part.month = month;
      if (last.year !== undefined && part.year === undefined) {
        part.year = (part.month ?? 0) > (lastMonth ?? 0) ? last.year - 1 : last.year;
      }
    }
  }
  if (!second) return resolve(first, context);
  const ends = parts.map((part) => resolve(part, context));
  if (ends.some((end) => end === undefined)) return undefined;
  const [from = '', to = ''] = [ends[0], ends[ends.length - 1]];
  if (joint === 'range') return from < to ? `${from}/${to}` : undefined;
  const days = parts.map((part) => part.day ?? Number.NaN);
  const inRow = days.every((day, index) => index === 0 || day === (days[index - 1] as number) + 1);
  return inRow && from < to ? `${from}/${to}` : undefined;
}

function readParts(words: string, { documentDate }: DateContext): { parts: Part[]; joint: 'range' | 'list' } {
  const parts: Part[] = [{}];
  let joint: 'range' | 'list' = 'list';
  const tokens = words.match(/\d+|[a-z]+|[-,&]/g) ?? [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as string;
    const part = parts[parts.length - 1] as Part;
    const month = MONTHS.get(token);
    const weekday = WEEKDAYS.get(token);
    if (/^\d{4}$/.test(token)) part.year = Number(token);
    else if (/^\d+$/.test(token)) {
      // `17, 18 and 19`: the comma divides.
      if (part.day === undefined) part.day = Number(token);
      else parts.push({ day: Number(token) });
    } else if (token === 'this' || token === 'last' || token === 'next') {
      const year = tokens[i + 1] === 'year' ? yearOf(token, documentDate) : undefined;
      if (year === undefined) return { parts: [], joint };
      part.year = year;
      i++;
    } else if (token === '-' || token === 'to' || token === 'through') {
      joint = 'range';
      parts.push({});
    } else if (token === 'and' || token === '&' || token === 'or') {
      if (token === 'or') return { parts: [], joint };
      parts.push({});
    } else if (month !== undefined && (part.month === undefined || month === part.month)) part.month = month;
    else if (weekday !== undefined && part.weekday === undefined) part.weekday = weekday;
    else if (!/^(?:,|of|the|st|nd|rd|th|morning|afternoon|evening|night)$/.test(token))
      return { parts: [], joint };
  }
  return { parts, joint };
}

function resolve(part: Part, context: DateContext): string | undefined {
  const { weekday, day, month, year } = part;
  const today = context.documentDate;
  if (month === undefined) {
    if (day !== undefined || year !== undefined || weekday === undefined || !today) return undefined;
    return bareWeekday(weekday, today, context);
  }
  if (day === undefined) {
    if (year !== undefined) return monthText(year, month);
    return today && bareMonth(month, today, context);
  }
  if (year !== undefined) return isDay({ year, month, day }) ? formatDay({ year, month, day }) : undefined;
  const known = context.knownYears?.get(`${pad(month, 2)}-${pad(day, 2)}`);
  if (known !== undefined && isDay({ year: known, month, day }))
    return formatDay({ year: known, month, day });
  return today && nearestYear(month, day, weekday, today);
}

/**
 * A weekday by itself: the document's own day if it is one; else the next one where the clause speaks of what is to
 * come, the latest one where it speaks of what has been, and none where it cannot be told.
 */
function bareWeekday(weekday: number, today: Day, { isFuture }: DateContext): string | undefined {
  const latest = previousWeekday(weekday, today);
  if (dayNumber(latest) === dayNumber(today)) return formatDay(today);
  if (isFuture === undefined) return undefined;
  return formatDay(isFuture ? addDays(latest, 7) : latest);
}

/** Longer ago than this many months, a month by itself is hardly the latest one: `the November visit` said in October. */
const LATEST_MONTHS = 8;

/** A month by itself: of the document's year if it is the document's; else the latest, or the next for what is to come. */
function bareMonth(month: number, today: Day, { isFuture }: DateContext): string | undefined {
  if (month === today.month) return monthText(today.year, month);
  if (isFuture === undefined) return undefined;
  const later = month > today.month;
  if (isFuture) return monthText(today.year + (later ? 0 : 1), month);
  const monthsAgo = today.month - month + (later ? 12 : 0);
  return monthsAgo > LATEST_MONTHS ? undefined : monthText(today.year - (later ? 1 : 0), month);
}

/** The year in which a month and day, on that weekday if one is named, lie nearest to the document's day. */
function nearestYear(
  month: number,
  day: number,
  weekday: number | undefined,
  today: Day,
): string | undefined {
  let best: Day | undefined;
  // A weekday comes back to the same date within six years, or eleven around a leap day.
  const reach = weekday === undefined ? 1 : 3;
  for (let year = today.year - reach; year <= today.year + reach; year++) {
    const candidate = { year, month, day };
    if (!isDay(candidate) || (weekday !== undefined && weekdayOf(candidate) !== weekday % 7)) continue;
    const distance = Math.abs(dayNumber(candidate) - dayNumber(today));
    if (!best || distance < Math.abs(dayNumber(best) - dayNumber(today))) best = candidate;
  }
  return best && formatDay(best);
}
