/** A moment on the clock of the press office. The moment is handed in: the core has no clock of its own. */

/** Date, time and offset as they are written in frontmatter. */
export interface LocalTime {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `HH:MM:SS`. */
  readonly time: string;
  /** `±HH:MM`. */
  readonly offset: string;
}

/**
 * A moment in a time zone.
 * @param moment milliseconds since 1970-01-01T00:00:00Z.
 * @param timeZone IANA name; one that is not known counts as UTC.
 */
export function localTime(moment: number, timeZone: string): LocalTime {
  const shown = Math.floor(moment / 1000) * 1000;
  const offset = offsetAt(shown, timeZone);
  const local = new Date(shown + offset * 60_000).toISOString();
  const minutes = Math.abs(offset);
  return {
    date: local.slice(0, 10),
    time: local.slice(11, 19),
    offset: `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`,
  };
}

/** The same, as one timestamp: `YYYY-MM-DD HH:MM:SS±HH:MM`. */
export function timestamp({ date, time, offset }: LocalTime): string {
  return `${date} ${time}${offset}`;
}

/** The moment at which a zone's clocks show a date and time. Where they show it twice, the first. */
export function momentOf(date: string, time: string, timeZone: string): number {
  const guess = Date.parse(`${date}T${time}Z`);
  const first = guess - offsetAt(guess, timeZone) * 60_000;
  return guess - offsetAt(first, timeZone) * 60_000;
}

/** Minutes that a zone's clocks are ahead of UTC. */
function offsetAt(moment: number, timeZone: string): number {
  let parts: Intl.DateTimeFormatPart[];
  try {
    parts = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    }).formatToParts(moment);
  } catch {
    return 0;
  }
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return Math.round((shown - moment) / 60_000);
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
