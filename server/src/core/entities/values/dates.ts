/**
 * ISO 8601 values of dates, resolved against the document's date. What cannot be told for certain has no value: a
 * wrong date is worse than none. The rules are written out in docs/entities.md.
 */
import { daysInMonth, formatDay, isDay } from '../../document/calendar.ts';
import { SMALL_NUMBERS } from '../figures/lexicon.ts';
import { monthsInterval, SEASON_STARTS, yearOf } from './arithmetic.ts';
import { calendarDate } from './calendar-date.ts';
import { clockTime } from './clock.ts';
import type { DateContext } from './context.ts';
import { relativeDate } from './relative.ts';

/** The mention in lower case with plain quotes, hyphens and single blanks. */
function plain(text: string): string {
  return text
    .replace(/<\/?sup>/g, '')
    .replace(/[\r\n]\s*>/g, ' ')
    .replace(/&nbsp;|[\s\u00a0\u2000-\u200b\u202f\u205f\u2060\u3000]+/g, ' ')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .toLowerCase()
    .trim();
}

/** The ISO 8601 value of a date, time or interval as written; undefined if it cannot be told. */
export function dateValue(text: string, context: DateContext): string | undefined {
  const words = plain(text);
  return (
    absolute(words, context) ??
    clockTime(words, context) ??
    fiscalYear(words, context) ??
    partOfYear(words, context) ??
    years(words) ??
    (context.documentDate && relativeDate(words, context.documentDate, context)) ??
    calendarDate(words, context)
  );
}

/** `2023-11-17`, `11/17/2023`, `17.11.2023`. */
function absolute(words: string, { timeZone }: DateContext): string | undefined {
  const iso = /^(\d{4})[-/](\d{2})[-/](\d{2})(?:[t ](.+))?$/.exec(words);
  if (iso) {
    const day = { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
    if (!isDay(day)) return undefined;
    return iso[4] ? `${formatDay(day)}T${iso[4].toUpperCase()}` : formatDay(day);
  }
  const numeric = /^(\d{1,2})([/.])(\d{1,2})[/.](\d{4}|\d{2})$/.exec(words);
  if (!numeric) return undefined;
  const [first, second] = [Number(numeric[1]), Number(numeric[3])];
  const year = Number(numeric[4]) + (numeric[4]?.length === 2 ? 2000 : 0);
  // With full stops the day stands first; with strokes the month does in American offices, else only a day above 12 tells.
  const american = numeric[2] === '/' && /^(?:America|US)\//.test(timeZone);
  const monthFirst = { year, month: first, day: second };
  const dayFirst = { year, month: second, day: first };
  if (numeric[2] === '.') return isDay(dayFirst) ? formatDay(dayFirst) : undefined;
  if (american && isDay(monthFirst)) return formatDay(monthFirst);
  if (isDay(monthFirst) === isDay(dayFirst) && first !== second) return undefined;
  return formatDay(isDay(monthFirst) ? monthFirst : dayFirst);
}

/** `FY 2024`, `fiscal years 2023 and 2024`, `this fiscal year`: from the first to the last day. */
function fiscalYear(words: string, { documentDate, fiscalYearStart = 10 }: DateContext): string | undefined {
  if (!/^fy|fiscal/.test(words)) return undefined;
  const explicit = [...words.matchAll(/\d{4}/g)].map((match) => Number(match[0]));
  const short = [...words.matchAll(/(?<!\d)\d{2}(?!\d)/g)].map((match) => 2000 + Number(match[0]));
  const found = [...explicit, ...short];
  if (found.length === 0 && documentDate && !words.includes('quarter')) {
    const current =
      documentDate.year + (fiscalYearStart > 1 && documentDate.month >= fiscalYearStart ? 1 : 0);
    const step = words.startsWith('this')
      ? 0
      : words.startsWith('last')
        ? -1
        : words.startsWith('next')
          ? 1
          : NaN;
    if (!Number.isNaN(step)) found.push(current + step);
  }
  const [first, last = first] = found;
  if (first === undefined || last === undefined || found.length > 2 || last < first) return undefined;
  const shift = fiscalYearStart > 1 ? 1 : 0;
  const end = fiscalYearStart > 1 ? fiscalYearStart - 1 : 12;
  const start = { year: first - shift, month: fiscalYearStart, day: 1 };
  return `${formatDay(start)}/${formatDay({ year: last, month: end, day: daysInMonth(last, end) })}`;
}

const ORDINALS: ReadonlyMap<string, number> = new Map([
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
]);
/** `Q3 2023`, `first half of 2023`, `summer of 2021`, `winter 2022-23`. */
function partOfYear(words: string, { documentDate }: DateContext): string | undefined {
  const part =
    /^(?:q([1-4])|h([12])|(first|second|third|fourth) (quarter|half)),? (?:of )?(\d{4}|this|last|next|the)(?: year)?$/;
  const match = part.exec(words);
  if (match) {
    const year = yearOf(match[5] === 'the' ? 'this' : (match[5] ?? ''), documentDate);
    const number = Number(match[1] ?? match[2] ?? ORDINALS.get(match[3] ?? ''));
    const size = match[1] || match[4] === 'quarter' ? 3 : 6;
    return year === undefined || number * size > 12
      ? undefined
      : monthsInterval(year, (number - 1) * size + 1, size);
  }
  const season =
    /^(spring|summer|fall|autumn|winter),? (?:of )?(\d{4}|this|last|next)(?: year)?(?:[-/](\d{2}|\d{4}))?$/.exec(
      words,
    );
  const start = SEASON_STARTS.get(season?.[1] ?? '');
  const year = season && yearOf(season[2] ?? '', documentDate);
  if (start === undefined || year === undefined || year === null) return undefined;
  // `winter of 2022` may be either of two.
  return start === 12 && !season?.[3] ? undefined : monthsInterval(year, start, 3);
}

/** `2022`, `2021-2023`, `2024-25`, `1990s`, `'90s`. */
function years(words: string): string | undefined {
  if (/^\d{4}$/.test(words)) return words;
  const range = /^(\d{4}) ?[-/] ?(\d{4}|\d{2})$/.exec(words);
  if (range) {
    const first = range[1] as string;
    const second = range[2] as string;
    const last = second.length === 4 ? second : first.slice(0, 2) + second;
    return last > first ? `${first}/${last}` : undefined;
  }
  const decade = /^(?:(\d{3}0)'?s|'(\d)0s)$/.exec(words);
  if (decade) {
    const first = decade[1] ? Number(decade[1]) : 1900 + Number(decade[2]) * 10;
    return `${first}/${first + 9}`;
  }
  const spelled = /^(?:two thousand)(?: (?:and )?(.+))?$/.exec(words);
  if (!spelled) return undefined;
  const rest = (spelled[1] ?? 'zero').split('-').map((word) => SMALL_NUMBERS.get(word));
  const sum = rest.reduce<number>((total, part) => total + (part ?? Number.NaN), 0);
  return Number.isNaN(sum) ? undefined : String(2000 + sum);
}
