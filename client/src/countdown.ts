/** What is left until an embargo ends, in words. Nothing here knows VS Code. */
import type { Translate } from './words.ts';

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
export function countdownTo(until: number, now: number, t: Translate): Countdown {
  const left = until - now;
  if (left <= 0) return { text: '', spoken: '', next: undefined };
  // A second that has begun counts: nobody is told that an embargo is over which is not.
  const seconds = Math.ceil(left / SECOND);
  const intoSecond = left - (seconds - 1) * SECOND;
  if (seconds < COUNT_SECONDS_BELOW) {
    const [minutes, rest] = [Math.floor(seconds / MINUTE), seconds % MINUTE];
    return {
      text: `${minutes}:${String(rest).padStart(2, '0')}`,
      spoken: joined([minutesText(minutes, t), secondsText(rest, t)]),
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
    const text = joined([shortOf(days, t('{0} d', days)), shortOf(hours, t('{0} h', hours))]);
    return { text, spoken: joined([daysText(days, t), hoursText(hours, t)]), next };
  }
  const text = joined([shortOf(hours, t('{0} h', hours)), shortOf(minutes, t('{0} min', minutes))]);
  return { text, spoken: joined([hoursText(hours, t), minutesText(minutes, t)]), next };
}

/** Nothing for nought. */
function shortOf(count: number, text: string): string {
  return count === 0 ? '' : text;
}

function daysText(count: number, t: Translate): string {
  return shortOf(count, count === 1 ? t('1 day') : t('{0} days', count));
}

function hoursText(count: number, t: Translate): string {
  return shortOf(count, count === 1 ? t('1 hour') : t('{0} hours', count));
}

function minutesText(count: number, t: Translate): string {
  return shortOf(count, count === 1 ? t('1 minute') : t('{0} minutes', count));
}

function secondsText(count: number, t: Translate): string {
  return shortOf(count, count === 1 ? t('1 second') : t('{0} seconds', count));
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
