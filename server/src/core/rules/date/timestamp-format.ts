import {
  formatDay,
  formatOffset,
  formatTime,
  instantOf,
  offsetAt,
  offsetsOf,
  type WallTime,
  wallTimeAt,
} from '../../document/calendar.ts';
import { readTimestamp } from '../../document/facts.ts';
import type { Field } from '../../document/frontmatter.ts';
import { rewrite } from '../../document/scalar.ts';
import { fieldsOfFormat, quoted } from '../fields.ts';
import { defineRule, type Fix, type Problem } from '../rule.ts';
import { contentSpan } from './format.ts';
import { readAnyDate } from './read-date.ts';
import { type LooseTimestamp, readAnyTimestamp } from './read-time.ts';

/** A timestamp in another form than `YYYY-MM-DD HH:MM:SS±HH:MM`. */
export const timestampFormat = defineRule({
  code: 'date/timestamp-format',
  scope: 'frontmatter',
  severity: 'error',
  title: 'A timestamp is not written year-month-day hour:minute:second and offset.',
  why: 'Feeds and archives sort by this field; a form they cannot read sends the statement to the wrong day or out of the list.',
  bad: [
    {
      title: 'The offset lacks its colon.',
      frontmatter: { published_time: '⟦2023-11-17 17:33:23-0500⟧' },
      fixed: { published_time: '2023-11-17 17:33:23-05:00' },
    },
    {
      title: 'Twelve hours and a half of the day.',
      frontmatter: { published_time: '⟦2023-11-17 5:33:23 PM EST⟧' },
      fixed: { published_time: '2023-11-17 17:33:23-05:00' },
    },
    {
      title: 'Universal time: the moment is kept and written in the office’s time.',
      frontmatter: { published_time: '⟦2023-11-17T22:33:23Z⟧' },
      fixed: { published_time: '2023-11-17T17:33:23-05:00' },
    },
    { title: 'No time at all.', frontmatter: { published_time: '⟦2023-11-17⟧' } },
  ],
  good: [
    { title: 'With a space.', frontmatter: { published_time: '2023-11-17 17:33:23-05:00' } },
    { title: 'With a T.', frontmatter: { published_time: '2023-11-17T17:33:23-05:00' } },
  ],
  calibration: 'None in 10,067 documents of the archive.',
  *check({ readout, settings }): Iterable<Problem> {
    for (const field of fieldsOfFormat(readout.frontmatter, settings, 'timestamp')) {
      const { text } = field.value;
      if (readTimestamp(text).kind !== 'other' || isOutOfRange(text)) continue;
      const loose = readAnyTimestamp(text);
      const isDateAlone = !loose && readAnyDate(text)?.rest === '';
      yield {
        span: contentSpan(field),
        message: isDateAlone
          ? `“${field.key}” has no time. Write date, time and offset, such as 2023-11-17 17:33:23-05:00.`
          : `“${field.key}” is ${quoted(text)}. Write date, time and offset with all digits, such as 2023-11-17 17:33:23-05:00.`,
        ...(loose && { fixes: () => fixesOf(field, loose, settings.timeZone) }),
      };
    }
  },
});

/** A form like the right one whose numbers are out of range: the rule on invalid timestamps answers for it. */
export function isOutOfRange(text: string): boolean {
  return outOfRange(text) !== undefined;
}

/** The part that is out of range in a timestamp with one- and two-digit numbers of any offset form; undefined if none. */
export function outOfRange(text: string): { readonly start: number; readonly end: number } | undefined {
  const match = /^(\d{4}-\d{1,2}-\d{1,2}[ T]+)(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?(?![\d:])(\s*[AaPp])?/.exec(
    text,
  );
  if (!match || match[5]) return undefined;
  let at = (match[1] ?? '').length;
  const limits = [23, 59, 59];
  for (const [index, digits] of [match[2], match[3], match[4]].entries()) {
    if (digits === undefined) break;
    if (Number(digits) > (limits[index] ?? 0)) return { start: at, end: at + digits.length };
    at += digits.length + 1;
  }
  return undefined;
}

function fixesOf(field: Field, loose: LooseTimestamp, timeZone: string): Fix[] {
  const { value } = field;
  // Where the writer put a T, it stays.
  const separator = /^\d{4}-\d{2}-\d{2}T/.test(value.text) ? 'T' : ' ';
  const change = (time: WallTime, offset: number, safe: boolean, why = ''): Fix => {
    const text = `${formatDay(time)}${separator}${formatTime(time)}${formatOffset(offset)}`;
    return { title: `Change to ${text}${why}`, edits: [rewrite(value, text, value.style)], safe };
  };
  const isExact = loose.hasSeconds && !loose.hasFraction && !loose.isAmbiguous;
  const local = offsetsOf(loose.time, timeZone);
  if (loose.isUtc) {
    const instant = instantOf(loose.time, 0);
    const wall = wallTimeAt(instant, timeZone);
    const offset = offsetAt(instant, timeZone);
    const same = wall && offset !== undefined ? [change(wall, offset, false, ', the same moment')] : [];
    return [...same, ...local.map((each) => change(loose.time, each, false, ', the same time of day'))];
  }
  if (loose.offset === undefined) {
    return local.map((offset) => change(loose.time, offset, isExact && local.length === 1));
  }
  const isZonesOwn = local.includes(loose.offset);
  return [change(loose.time, loose.offset, isExact && (loose.zone === undefined || isZonesOwn))];
}
