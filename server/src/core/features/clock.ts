/** A moment on the clock of the press office. The moment is handed in: the core has no clock of its own. */
import {
  type Day,
  formatDay,
  formatOffset,
  formatTime,
  instantOf,
  offsetAt,
  offsetsOf,
  wallTimeAt,
} from '../document/calendar.ts';

/** Date, time and offset as they are written in frontmatter. */
export interface LocalTime {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `HH:MM:SS`. */
  readonly time: string;
  /** `±HH:MM`. */
  readonly offset: string;
}

const START: LocalTime = { date: '1970-01-01', time: '00:00:00', offset: '+00:00' };

/**
 * A moment in a time zone.
 * @param moment milliseconds since 1970-01-01T00:00:00Z.
 * @param timeZone IANA name; one that is not known counts as UTC.
 */
export function localTime(moment: number, timeZone: string): LocalTime {
  const zone = wallTimeAt(moment, timeZone) ? timeZone : 'UTC';
  const wall = wallTimeAt(moment, zone);
  if (!wall) return START;
  return { date: formatDay(wall), time: formatTime(wall), offset: formatOffset(offsetAt(moment, zone) ?? 0) };
}

/** The time of day of a moment, carried over to another day, with the offset that is in force then. */
export function localTimeOn(day: Day, moment: number, timeZone: string): LocalTime {
  const wall = wallTimeAt(moment, timeZone) ?? wallTimeAt(moment, 'UTC');
  if (!wall) return START;
  const then = { ...wall, year: day.year, month: day.month, day: day.day };
  const offset = offsetsOf(then, timeZone)[0] ?? offsetAt(instantOf(then, 0), timeZone) ?? 0;
  return { date: formatDay(then), time: formatTime(then), offset: formatOffset(offset) };
}

/** As one timestamp: `YYYY-MM-DD HH:MM:SS±HH:MM`. */
export function timestamp({ date, time, offset }: LocalTime): string {
  return `${date} ${time}${offset}`;
}
