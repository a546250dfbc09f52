/**
 * Days of the proleptic Gregorian calendar (ISO 8601, section 4.2.1) and the offsets of time zones from UTC. Time zones
 * come from the runtime's own IANA data through `Intl`; the clock is never read.
 */

/** A day of the calendar; not necessarily one that exists. */
export interface Day {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** How many days a month has; 0 for a month that is none. */
export function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** Whether the calendar has this day. */
export function isDay({ year, month, day }: Day): boolean {
  return Number.isInteger(year) && day >= 1 && day <= daysInMonth(year, month);
}

/** Days since 1970-01-01. */
export function dayNumber({ year, month, day }: Day): number {
  // `Date.UTC` takes the years 0 to 99 for 1900 to 1999: move them by a whole cycle of 400 years (146,097 days).
  return Date.UTC(year + 400, month - 1, day) / 86_400_000 - 146_097;
}

/** The day that is so many days after 1970-01-01. */
export function dayOf(number: number): Day {
  const date = new Date(number * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

/** Whether two days are the same. */
export function isSameDay(a: Day, b: Day): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day;
}

/** `2023-11-17`. */
export function formatDay({ year, month, day }: Day): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** A whole number with zeros in front. */
export function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** The names of the months, January first. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `November 17, 2023`. */
export function spellDay({ year, month, day }: Day): string {
  return `${MONTHS[month - 1] ?? month} ${day}, ${year}`;
}

/** A time on the wall of an office. */
export interface WallTime extends Day {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** The wall time as if it were UTC, in milliseconds since 1970. */
function asUtc(time: WallTime): number {
  return dayNumber(time) * 86_400_000 + ((time.hour * 60 + time.minute) * 60 + time.second) * 1000;
}

/** Milliseconds since 1970-01-01T00:00:00Z of a wall time with an offset in minutes east of Greenwich. */
export function instantOf(time: WallTime, offset: number): number {
  return asUtc(time) - offset * 60_000;
}

// Making a formatter costs about a hundred times what using one does, and a workspace has one zone or two.
/** A zone's formatter, with the wall times last asked for: several rules ask about each of a document's timestamps. */
interface ZoneFormatter {
  readonly format: Intl.DateTimeFormat;
  readonly known: Map<number, WallTime>;
}

const MOST_WALL_TIMES = 64;
const formatters = new Map<string, ZoneFormatter | undefined>();
const MOST_FORMATTERS = 50;

function formatterOf(timeZone: string): ZoneFormatter | undefined {
  if (!formatters.has(timeZone)) {
    if (formatters.size >= MOST_FORMATTERS) formatters.clear();
    let formatter: ZoneFormatter | undefined;
    try {
      const format = new Intl.DateTimeFormat('en-US', {
        timeZone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
      formatter = { format, known: new Map() };
    } catch {
      // No such zone: the settings are wrong, which is reported there.
    }
    formatters.set(timeZone, formatter);
  }
  return formatters.get(timeZone);
}

/**
 * The wall time in a zone at an instant, or undefined if the runtime knows no such zone.
 * @param instant milliseconds since 1970-01-01T00:00:00Z.
 * @param timeZone an IANA name, such as `Europe/Oslo`.
 */
export function wallTimeAt(instant: number, timeZone: string): WallTime | undefined {
  const formatter = formatterOf(timeZone);
  if (!formatter || !Number.isFinite(instant) || Math.abs(instant) > 8.64e15) return undefined;
  const known = formatter.known.get(instant);
  if (known) return known;
  const parts: Record<string, number> = {};
  for (const { type, value } of formatter.format.formatToParts(instant))
    parts[type] = Number.parseInt(value, 10);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
  const wall = { year, month, day, hour, minute, second };
  if (formatter.known.size >= MOST_WALL_TIMES) formatter.known.clear();
  formatter.known.set(instant, wall);
  return wall;
}

/** The zone's offset at an instant, in minutes east of Greenwich; undefined if the runtime knows no such zone. */
export function offsetAt(instant: number, timeZone: string): number | undefined {
  const wall = wallTimeAt(instant, timeZone);
  return wall && Math.round((asUtc(wall) - Math.floor(instant / 1000) * 1000) / 60_000);
}

/**
 * The offsets that a wall time can have in a zone: one, as a rule; none for a time that was skipped when the clocks
 * went forward; two, the earlier moment first, for one that came twice when they went back.
 */
export function offsetsOf(time: WallTime, timeZone: string): readonly number[] {
  const utc = asUtc(time);
  const around = [offsetAt(utc - 86_400_000, timeZone), offsetAt(utc + 86_400_000, timeZone)];
  const candidates = [...new Set(around.filter((offset) => offset !== undefined))];
  return candidates
    .filter((offset) => offsetAt(utc - offset * 60_000, timeZone) === offset)
    .sort((a, b) => b - a);
}

/** `-05:00`. */
export function formatOffset(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60), 2)}:${pad(size % 60, 2)}`;
}

/** `17:33:23`. */
export function formatTime({ hour, minute, second }: WallTime): string {
  return `${pad(hour, 2)}:${pad(minute, 2)}:${pad(second, 2)}`;
}
