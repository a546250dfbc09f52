/** Times of day with their offsets from UTC. */
import { formatOffset, offsetsOf, pad } from '../../document/calendar.ts';
import type { DateContext } from './context.ts';

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
export function clockTime(words: string, { documentDate, timeZone }: DateContext): string | undefined {
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
