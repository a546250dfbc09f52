/** What is left until an embargo ends, in words. Nothing here knows VS Code. */

/** A countdown at one moment. */
export interface Countdown {
  /** For a status bar: `2 d 3 h`, `3 h 12 min`, `12 min`, `9:59`; empty once the moment is there. */
  readonly text: string;
  /** The same for a screen reader: `3 hours 12 minutes`; empty once the moment is there. */
  readonly spoken: string;
  /** Milliseconds until other words are due; undefined once the moment is there. */
  readonly next: number | undefined;
}

const SECOND = 1_000;
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Seconds are counted in the last minutes alone. */
const COUNT_SECONDS_BELOW = 10 * MINUTE;

/**
 * What is left.
 * @param until the end, in milliseconds since 1970-01-01T00:00:00Z.
 * @param now the moment, likewise.
 */
export function countdownTo(until: number, now: number): Countdown {
  const left = until - now;
  if (left <= 0) return { text: '', spoken: '', next: undefined };
  // A second that has begun counts: nobody is told that an embargo is over which is not.
  const seconds = Math.ceil(left / SECOND);
  const intoSecond = left - (seconds - 1) * SECOND;
  if (seconds < COUNT_SECONDS_BELOW) {
    const [minutes, rest] = [Math.floor(seconds / MINUTE), seconds % MINUTE];
    return {
      text: `${minutes}:${String(rest).padStart(2, '0')}`,
      spoken: joined([
        [minutes, 'minute'],
        [rest, 'second'],
      ]),
      next: intoSecond,
    };
  }
  const days = Math.floor(seconds / DAY);
  const hours = Math.floor((seconds % DAY) / HOUR);
  const minutes = Math.floor((seconds % HOUR) / MINUTE);
  const step = days > 0 ? HOUR : MINUTE;
  // The next words are due with the first second of the next smaller count.
  const next = (seconds % step) * SECOND + intoSecond;
  if (days > 0) {
    const parts = [
      [days, 'day'],
      [hours, 'hour'],
    ] as const;
    return { text: hours > 0 ? `${days} d ${hours} h` : `${days} d`, spoken: joined(parts), next };
  }
  const parts = [
    [hours, 'hour'],
    [minutes, 'minute'],
  ] as const;
  const text = [hours > 0 && `${hours} h`, minutes > 0 && `${minutes} min`].filter(Boolean).join(' ');
  return { text, spoken: joined(parts), next };
}

function joined(parts: readonly (readonly [count: number, unit: string])[]): string {
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`)
    .join(' ');
}
