/**
 * What mentions of dates and figures mean: ISO 8601 dates and intervals, exact amounts with ISO 4217 currencies,
 * percentages, numbers with units. Dates hang on the document's date and on what else the document says, so values
 * are made for a document and never kept with a block.
 */
import type { Settings } from '../config/settings.ts';
import type { Day } from '../document/calendar.ts';
import { datesOf } from '../document/facts.ts';
import type { Readout } from '../document/readout.ts';
import type { Mention } from './types.ts';
import type { DateContext } from './values/context.ts';
import { dateValue } from './values/dates.ts';
import { moneyValue, numberValue, percentValue } from './values/quantities.ts';

/** What a mention's value hangs on beside its own text. */
export interface ValueContext extends DateContext {
  /** ISO 4217 code that a bare `$` or `dollars` stands for; `USD` by default. */
  readonly currency?: string;
}

/**
 * The value of one mention; undefined for names, and for what cannot be told for certain.
 * @param mention its type and its text as it stands in the document.
 */
export function valueOfMention(
  mention: Pick<Mention, 'type' | 'text'>,
  context: ValueContext,
): string | undefined {
  switch (mention.type) {
    case 'DATE':
      return dateValue(mention.text, context);
    case 'MONEY':
      return moneyValue(mention.text, context.currency ?? 'USD');
    case 'PERCENT':
      return percentValue(mention.text);
    case 'NUMBER':
      return numberValue(mention.text);
    default:
      return undefined;
  }
}

/** The day a document is of: its `date`, else the day of its `published_time`. */
export function documentDateOf(readout: Readout): Day | undefined {
  if (!readout.frontmatter) return undefined;
  const { date, published } = datesOf(readout.frontmatter);
  return date ?? published;
}

/**
 * The mentions of a document with their values.
 * @param mentions with spans from the file's start, as `mentionsOf` returns them.
 */
export function withValues(readout: Readout, mentions: readonly Mention[], settings: Settings): Mention[] {
  const documentDate = documentDateOf(readout);
  const { timeZone, currency, fiscalYearStart } = settings;
  const years = knownYears(mentions);
  const base: ValueContext = { documentDate, timeZone, knownYears: years, currency, fiscalYearStart };
  return mentions.map((mention, index) => {
    const spelt = mention.type === 'DATE' ? speltBehind(readout, mention, mentions[index + 1]) : undefined;
    if (spelt !== undefined) return { ...mention, value: spelt };
    const isFuture = mention.type === 'DATE' ? isFutureAt(readout, mention) : undefined;
    const shared = mention.type === 'DATE' ? sharedYear(readout, mention, mentions[index + 1]) : undefined;
    const value = valueOfMention(mention, { ...base, isFuture, ...(shared && { knownYears: shared }) });
    return value === undefined ? mention : { ...mention, value };
  });
}

const RELATIVE_DAY =
  /^(?:today|yesterday|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?: (?:morning|afternoon|evening|night))?$/i;

/** `today (Wednesday, 4 December 2024)`, `Tuesday (19 March 2024)`: the day that the brackets spell out. */
function speltBehind(
  readout: Readout,
  { span, text }: Mention,
  next: Mention | undefined,
): string | undefined {
  const gap = next?.type === 'DATE' ? next.span.start - span.end : 0;
  if (!next || gap < 1 || gap > 3 || !RELATIVE_DAY.test(text.replace(/\s+/g, ' '))) return undefined;
  if (!/^\s*\($/.test(readout.slice({ start: span.end, end: next.span.start }))) return undefined;
  const value = dateValue(next.text, { documentDate: undefined, timeZone: 'UTC' });
  return value !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
}

/** Months and days to which the document gives a year somewhere: `October 7` means the one that was spelt out. */
function knownYears(mentions: readonly Mention[]): Map<string, number> {
  const known = new Map<string, number>();
  for (const { type, text } of mentions) {
    if (type !== 'DATE' || !/\d{4}/.test(text)) continue;
    const value = dateValue(text, { documentDate: undefined, timeZone: 'UTC' });
    const match = value && /^(\d{4})-(\d{2}-\d{2})$/.exec(value);
    if (match && !known.has(match[2] as string)) known.set(match[2] as string, Number(match[1]));
  }
  return known;
}

/**
 * In `January 1 to June 30, 2025` the year at the end is the first date’s, too, or the one before it if the first
 * month is the later of the two.
 */
function sharedYear(
  readout: Readout,
  first: Mention,
  second: Mention | undefined,
): Map<string, number> | undefined {
  if (second?.type !== 'DATE' || second.span.start - first.span.end > 12) return undefined;
  const between = readout.slice({ start: first.span.end, end: second.span.start });
  if (!/^\s*(?:to|through|until|and|or|[-\u2013\u2014])\s*$/.test(between) || /\d{4}/.test(first.text))
    return undefined;
  const none = { documentDate: undefined, timeZone: 'UTC' };
  const end = dateValue(second.text, none);
  const year = end && /^\d{4}-\d{2}/.test(end) ? Number(end.slice(0, 4)) : undefined;
  const start = year === undefined ? undefined : dateValue(`${first.text}, ${year}`, none);
  if (year === undefined || !start || !end || !/^\d{4}-\d{2}-\d{2}$/.test(start)) return undefined;
  return new Map([[start.slice(5), start <= end ? year : year - 1]]);
}

/** How far around a mention its sentence is looked at. */
const REACH = 240;
const FUTURE =
  /\b(?:will|shall|upcoming|scheduled|forthcoming|ahead of|plans? to|intends? to|(?:is|are) (?:set|expected|due|going) to|to be held|look(?:s|ed|ing)? forward|in advance of|begins|starts|starting|next)\b/i;

/**
 * Whether the clause around a mention speaks of what is to come. False where nothing in the sentence does; undefined
 * where only another clause of it does, so that the mention may belong to either.
 */
function isFutureAt(readout: Readout, { span }: Mention): boolean | undefined {
  const placed = readout.blockAt(span.start);
  if (!placed) return undefined;
  const { text } = placed.block;
  const at = span.start - placed.start;
  const end = span.end - placed.start;
  const before = text.slice(Math.max(0, at - REACH), at);
  const after = text.slice(end, end + REACH);
  const sentenceBefore = before.slice(lastBreak(before, endsSentence));
  const sentenceAfter = after.slice(0, firstBreak(after, endsSentence));
  const clauseBefore = sentenceBefore.slice(lastBreak(sentenceBefore, endsClause));
  const clauseAfter = sentenceAfter.slice(0, firstBreak(sentenceAfter, endsClause));
  if (/\b(?:by|until|till)\s+(?:the\s+)?$/i.test(clauseBefore)) return true;
  if (FUTURE.test(`${clauseBefore} ${clauseAfter}`)) return true;
  return FUTURE.test(`${sentenceBefore} ${sentenceAfter}`) ? undefined : false;
}

/** A full stop, not the one of `U.S.`; a question or exclamation mark. */
function endsSentence(text: string, at: number): boolean {
  const mark = text.charAt(at);
  return mark === '!' || mark === '?' || (mark === '.' && !/[A-Z.]/.test(text.charAt(at - 1)));
}

function endsClause(text: string, at: number): boolean {
  return ',;:–—'.includes(text.charAt(at));
}

function lastBreak(text: string, isBreak: (text: string, at: number) => boolean): number {
  for (let i = text.length - 1; i >= 0; i--) if (isBreak(text, i)) return i + 1;
  return 0;
}

function firstBreak(text: string, isBreak: (text: string, at: number) => boolean): number {
  for (let i = 0; i < text.length; i++) if (isBreak(text, i)) return i;
  return text.length;
}
