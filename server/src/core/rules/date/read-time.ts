/** Reads timestamps in the forms people and programs write them. */
import type { WallTime } from '../../document/calendar.ts';
import { readAnyDate } from './read-date.ts';

/** What a text says that was meant as a timestamp. */
export interface LooseTimestamp {
  readonly time: WallTime;
  /** Minutes east of Greenwich; undefined if none is written. */
  readonly offset: number | undefined;
  /** Whether the moment is written in UTC (`Z`, `UTC`, `GMT`), which may be meant or be a program's habit. */
  readonly isUtc: boolean;
  /** Letters that name a zone, such as `EST`. */
  readonly zone: string | undefined;
  /** Whether seconds are written; else they are taken to be 0. */
  readonly hasSeconds: boolean;
  /** Whether the seconds have a fraction that is not nothing, which the house's form would lose. */
  readonly hasFraction: boolean;
  /** What the date leaves open. */
  readonly isAmbiguous: boolean;
}

const TIME =
  /^(?:[Tt]|,|at\b)?\s*(\d{1,2})(?:[:.](\d{1,2})(?:[:.](\d{1,2})(?:[.,](\d{1,9}))?)?)?\s*([AaPp])?\.?(?:(?<=[AaPp]\.?)[Mm]\.?)?\s*(.*)$/;
const RUN_TOGETHER = /^(\d{8})[T ]?(\d{2})(\d{2})(\d{2})?(?!\d)\s*(.*)$/;
const OFFSET = /^(?:UTC|GMT)?\s*([+\-\u2212\u2013])\s?(\d{1,2})(?::?(\d{2}))?$/i;

/** East of Greenwich in minutes: the abbreviations that American offices write. */
const ZONES: Readonly<Record<string, number>> = {
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  AKST: -540,
  AKDT: -480,
  HST: -600,
  BST: 60,
  CET: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
};

/** Reads a date and a time in any of the forms known, or returns undefined. Ranges are checked. */
export function readAnyTimestamp(text: string): LooseTimestamp | undefined {
  if (text.length > 80) return undefined;
  const together = RUN_TOGETHER.exec(text.trim());
  const spaced = together
    ? `${together[1]} ${together[2]}:${together[3]}${together[4] ? `:${together[4]}` : ''}${together[5] ?? ''}`
    : text;
  const date = readAnyDate(spaced.replace(/^(\s*\d{8}) /, '$1T'));
  const day = date?.days[0];
  if (!date || !day || date.rest === '') return undefined;
  const match = TIME.exec(date.rest);
  if (!match) return undefined;
  const [, hours = '', minutes, seconds, fraction, half, zone = ''] = match;
  // An hour alone is one only with “PM” behind it.
  if (minutes === undefined && half === undefined) return undefined;
  let hour = Number(hours);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  const time = { ...day, hour, minute: Number(minutes ?? 0), second: Number(seconds ?? 0) };
  if (hour > 23 || time.minute > 59 || time.second > 59) return undefined;
  const place = readOffset(zone.trim());
  if (!place) return undefined;
  return {
    time,
    ...place,
    hasSeconds: seconds !== undefined,
    hasFraction: fraction !== undefined && /[1-9]/.test(fraction),
    isAmbiguous: date.days.length > 1,
  };
}

function readOffset(text: string): Pick<LooseTimestamp, 'offset' | 'isUtc' | 'zone'> | undefined {
  if (text === '') return { offset: undefined, isUtc: false, zone: undefined };
  if (/^(?:Z|UTC|GMT)$/i.test(text)) return { offset: 0, isUtc: true, zone: undefined };
  const named = ZONES[text.toUpperCase()];
  if (named !== undefined && /^[A-Za-z]+$/.test(text)) return { offset: named, isUtc: false, zone: text };
  const match = OFFSET.exec(text);
  if (!match) return undefined;
  const size = Number(match[2]) * 60 + Number(match[3] ?? 0);
  if (size > 14 * 60 || Number(match[3] ?? 0) > 59) return undefined;
  return { offset: match[1] === '+' ? size : -size, isUtc: false, zone: undefined };
}
