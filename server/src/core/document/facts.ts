/** Facts of a frontmatter, derived once per version: its fields by key, and what its values say. */
import { type Day, dayNumber, isDay, type WallTime } from './calendar.ts';
import { derive } from './derive.ts';
import type { Field, Frontmatter } from './frontmatter.ts';

/** The first field of each key. What is written twice is reported as such and not judged again. */
export const fieldsByKey = derive((frontmatter: Frontmatter): ReadonlyMap<string, Field> => {
  const fields = new Map<string, Field>();
  for (const field of frontmatter.fields) if (!fields.has(field.key)) fields.set(field.key, field);
  return fields;
});

/** A field whose value is a scalar that says something, or undefined. */
export function scalarField(frontmatter: Frontmatter | undefined, key: string): Field | undefined {
  const field = frontmatter && fieldsByKey(frontmatter).get(key);
  if (!field || field.broken || field.value.kind !== 'scalar' || isNothing(field.value)) return undefined;
  return field;
}

/** Whether a value is there but says nothing: no value, `null`, `~`, blanks, an empty list. */
export function isNothing(value: Field['value']): boolean {
  if (value.kind === 'empty') return true;
  if (value.kind === 'scalar')
    return value.data === null || !/[^\s\u200b-\u200d\u2060\ufeff\xad]/.test(value.text);
  if (value.kind === 'sequence') return value.items.every(isNothing);
  return value.kind === 'mapping' && value.source.replace(/\s/g, '') === '{}';
}

/** A date as the frontmatter writes it, `2023-11-17`; undefined for any other form, and for a day that does not exist. */
export function readDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isDay(day) ? day : undefined;
}

/** A timestamp with its offset in minutes east of Greenwich. */
export interface Timestamp extends WallTime {
  readonly offset: number;
}

const TIMESTAMP = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2}):(\d{2})([+-])(\d{2}):(\d{2})$/;
const WITHOUT_OFFSET = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}:\d{2}$/;

/** What a text is that should be a timestamp. */
export type TimestampReading =
  | { readonly kind: 'timestamp'; readonly timestamp: Timestamp }
  /** The right form; a part of it is out of its range. */
  | {
      readonly kind: 'invalid';
      readonly part: 'month' | 'day' | 'hour' | 'minute' | 'second' | 'offset';
      readonly start: number;
      readonly end: number;
    }
  /** Right but for the offset, which is not there. */
  | { readonly kind: 'without-offset'; readonly time: WallTime }
  | { readonly kind: 'other' };

/** Greatest offset in use anywhere: `Pacific/Kiritimati`, +14:00. */
const GREATEST_OFFSET = 14 * 60;

/** Reads `YYYY-MM-DD HH:MM:SS±HH:MM`, with a space or a `T`. */
export function readTimestamp(text: string): TimestampReading {
  const bare = WITHOUT_OFFSET.test(text);
  const match = TIMESTAMP.exec(bare ? `${text}+00:00` : text);
  if (!match) return { kind: 'other' };
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const time = { year, month, day, hour, minute, second };
  if (month < 1 || month > 12) return { kind: 'invalid', part: 'month', start: 5, end: 7 };
  if (!isDay(time)) return { kind: 'invalid', part: 'day', start: 0, end: 10 };
  if (hour > 23) return { kind: 'invalid', part: 'hour', start: 11, end: 13 };
  if (minute > 59) return { kind: 'invalid', part: 'minute', start: 14, end: 16 };
  if (second > 59) return { kind: 'invalid', part: 'second', start: 17, end: 19 };
  if (bare) return { kind: 'without-offset', time };
  const size = Number(match[8]) * 60 + Number(match[9]);
  if (size > GREATEST_OFFSET || Number(match[9]) > 59)
    return { kind: 'invalid', part: 'offset', start: 19, end: 25 };
  return { kind: 'timestamp', timestamp: { ...time, offset: match[7] === '-' ? -size : size } };
}

/** What the frontmatter's well-known fields say, as far as they are well formed. */
export interface DateFacts {
  readonly date: Day | undefined;
  readonly published: Timestamp | undefined;
  readonly modified: Timestamp | undefined;
}

/** The dates of a frontmatter. */
export const datesOf = derive((frontmatter: Frontmatter): DateFacts => {
  const timestamp = (key: string): Timestamp | undefined => {
    const reading = readTimestamp(scalarField(frontmatter, key)?.value.text ?? '');
    return reading.kind === 'timestamp' ? reading.timestamp : undefined;
  };
  return {
    date: readDay(scalarField(frontmatter, 'date')?.value.text ?? ''),
    published: timestamp('published_time'),
    modified: timestamp('modified_time'),
  };
});

/** How many days lie between two days. */
export function daysBetween(a: Day, b: Day): number {
  return Math.abs(dayNumber(a) - dayNumber(b));
}
