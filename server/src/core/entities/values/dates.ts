/**
 * ISO 8601 values of dates, resolved against the document's date. What cannot be told for certain has no value: a
 * wrong date is worse than none. The rules are written out in docs/entities.md.
 */
import {
  type Day,
  dayNumber,
  dayOf,
  daysInMonth,
  formatDay,
  formatOffset,
  isDay,
  offsetsOf,
  pad,
  weekdayOf,
} from '../../document/calendar.ts';
import { MONTHS, SEASONS, SMALL_NUMBERS, WEEKDAYS } from '../figures/lexicon.ts';

/** What a date is resolved against. */
export interface DateContext {
  /** The day of the document in the office's time zone; undefined if the document has none. */
  readonly documentDate: Day | undefined;
  /** The office's IANA time zone, for times that name none. */
  readonly timeZone: string;
  /** Whether the clause around the mention speaks of what is to come; undefined if it cannot be told. */
  readonly isFuture?: boolean | undefined;
  /** Years that the document itself gives to a month and day (`10-07` to 2023). */
  readonly knownYears?: ReadonlyMap<string, number>;
  /** The month in which the house's fiscal year begins; that of the United States government, October, by default. */
  readonly fiscalYearStart?: number;
}

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
    clock(words, context) ??
    fiscalYear(words, context) ??
    partOfYear(words, context) ??
    years(words) ??
    (context.documentDate && relative(words, context.documentDate, context)) ??
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

/** Offsets of named zones in minutes; two-letter names follow the clocks of a place (IANA tz database). */
const ZONE_OFFSETS: ReadonlyMap<string, number> = new Map([
  ['utc', 0],
  ['gmt', 0],
  ['z', 0],
  ['wet', 0],
  ['west', 60],
  ['cet', 60],
  ['cest', 120],
  ['eet', 120],
  ['eest', 180],
  ['msk', 180],
  ['est', -300],
  ['edt', -240],
  ['cdt', -300],
  ['mst', -420],
  ['mdt', -360],
  ['pst', -480],
  ['pdt', -420],
  ['hst', -600],
  ['akst', -540],
  ['akdt', -480],
  ['jst', 540],
  ['kst', 540],
  ['sgt', 480],
  ['hkt', 480],
  ['aest', 600],
  ['aedt', 660],
  ['nzst', 720],
  ['nzdt', 780],
]);
const ZONE_PLACES: ReadonlyMap<string, string> = new Map([
  ['et', 'America/New_York'],
  ['eastern', 'America/New_York'],
  ['ct', 'America/Chicago'],
  ['central', 'America/Chicago'],
  ['mt', 'America/Denver'],
  ['mountain', 'America/Denver'],
  ['pt', 'America/Los_Angeles'],
  ['pacific', 'America/Los_Angeles'],
]);

/** `T15:30-05:00`: a time of day; its day is another mention's. Without an offset where none can be told. */
function clock(words: string, { documentDate, timeZone }: DateContext): string | undefined {
  if (words === 'noon') return 'T12:00';
  if (words === 'midnight') return 'T00:00';
  const match = /^(\d{1,2})(?:[:.h](\d{2}))?(?::(\d{2}))?( ?[ap]\.?m\.?| noon)?(?: ?([a-z].*))?$/.exec(words);
  if (!match || (match[2] === undefined && match[4] === undefined)) return undefined;
  const half = match[4]?.trim().charAt(0);
  let hour = Number(match[1]);
  if (half === 'p' && hour < 12) hour += 12;
  if (half === 'a' && hour === 12) hour = 0;
  // `3:30` may be either half of the day.
  const isPlain = !half && hour > 0 && hour < 13 && !words.startsWith('0') && (match[5] ?? '') === '';
  if (hour > 23 || isPlain) return undefined;
  const minute = Number(match[2] ?? 0);
  const second = Number(match[3] ?? 0);
  const time = `T${pad(hour, 2)}:${pad(minute, 2)}${match[3] ? `:${pad(second, 2)}` : ''}`;
  const zone = match[5]?.split(' ')[0] ?? '';
  if (zone === 'local') return time;
  const standard = match[5] && /\b(standard|daylight)\b/.exec(match[5])?.[1];
  const fixed = ZONE_OFFSETS.get(standard ? `${zone.charAt(0)}${standard.charAt(0)}t` : zone);
  if (fixed !== undefined) return time + (fixed === 0 ? 'Z' : formatOffset(fixed));
  const place = zone === '' ? timeZone : ZONE_PLACES.get(zone);
  if (!place || !documentDate) return time;
  const offsets = offsetsOf({ ...documentDate, hour, minute, second }, place);
  return offsets.length === 1 ? time + formatOffset(offsets[0] as number) : time;
}

/** The year that `2024`, `24`, `this`, `last`, `next` mean. */
function yearOf(word: string, documentDate: Day | undefined): number | undefined {
  if (/^\d{4}$/.test(word)) return Number(word);
  if (!documentDate) return undefined;
  if (word === 'this') return documentDate.year;
  if (word === 'last') return documentDate.year - 1;
  return word === 'next' ? documentDate.year + 1 : undefined;
}

function monthsInterval(year: number, from: number, count: number): string {
  return `${monthText(year, from)}/${monthText(year, from + count - 1)}`;
}

/** `2023-11`; a month beyond 12 or below 1 lies in another year. */
function monthText(year: number, month: number): string {
  const index = year * 12 + month - 1;
  return `${pad(Math.floor(index / 12), 4)}-${pad((((index % 12) + 12) % 12) + 1, 2)}`;
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
/** First months of the meteorological seasons of the northern hemisphere (World Meteorological Organization). */
const SEASON_STARTS: ReadonlyMap<string, number> = new Map([
  ['spring', 3],
  ['summer', 6],
  ['fall', 9],
  ['autumn', 9],
  ['winter', 12],
]);

/** `Q3 2023`, `first half of 2023`, `summer of 2021`, `winter 2022-23`. */
function partOfYear(words: string, { documentDate }: DateContext): string | undefined {
  const part =
    /^(?:q([1-4])|h([12])|(first|second|third|fourth) (quarter|half)),? (?:of )?(\d{4}|this|last|next)(?: year)?$/;
  const match = part.exec(words);
  if (match) {
    const year = yearOf(match[5] ?? '', documentDate);
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

function addDays(day: Day, count: number): Day {
  return dayOf(dayNumber(day) + count);
}

/** The same day so many months away; the month's last day where it has no such day. */
function addMonths(day: Day, count: number): Day {
  const index = day.year * 12 + day.month - 1 + count;
  const year = Math.floor(index / 12);
  const month = (((index % 12) + 12) % 12) + 1;
  return { year, month, day: Math.min(day.day, daysInMonth(year, month)) };
}

/** Monday of the ISO week that holds a day. */
function mondayOf(day: Day): Day {
  return addDays(day, -((weekdayOf(day) + 6) % 7));
}

/** `2023-W46` (ISO 8601, section 4.2.2: the week belongs to the year of its Thursday). */
function weekText(day: Day): string {
  const thursday = addDays(mondayOf(day), 3);
  const first = { year: thursday.year, month: 1, day: 1 };
  const week = Math.floor((dayNumber(thursday) - dayNumber(first)) / 7) + 1;
  return `${pad(thursday.year, 4)}-W${pad(week, 2)}`;
}

function interval(from: Day, to: Day): string {
  return dayNumber(from) <= dayNumber(to)
    ? `${formatDay(from)}/${formatDay(to)}`
    : `${formatDay(to)}/${formatDay(from)}`;
}

/** What is told by the document's date alone: `today`, `last week`, `the past 18 months`, `two years ago`. */
function relative(words: string, today: Day, context: DateContext): string | undefined {
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

/** The latest such weekday (1 for Monday to 7 for Sunday) up to and with a day. */
function previousWeekday(weekday: number, upTo: Day): Day {
  return addDays(upTo, -((((weekdayOf(upTo) - weekday) % 7) + 7) % 7));
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

interface Part {
  weekday?: number;
  day?: number;
  month?: number;
  year?: number;
}

/** `November 17, 2023`, `17–19 November`, `Friday`, `April 2023`, `March of this year`, `April 13 and 14`. */
function calendarDate(words: string, context: DateContext): string | undefined {
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
