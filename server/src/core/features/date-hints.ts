/** The calendar day behind *today*, *Friday* and *last week*. */
import type { Settings } from '../config/settings.ts';
import { weekdayOf } from '../document/calendar.ts';
import { readDay } from '../document/facts.ts';
import type { Readout } from '../document/readout.ts';
import { mentionsOf } from '../entities/recognise.ts';
import { withValues } from '../entities/values.ts';
import type { Span } from '../text/span.ts';

/** A word or two to be shown behind a mention. */
export interface DateHint {
  /** The mention; the hint stands behind it. */
  readonly span: Span;
  readonly label: string;
}

const SHORT_DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Hints for the dates within a span that do not say their year themselves. */
export function dateHints(readout: Readout, settings: Settings, within: Span): DateHint[] {
  const mentions = withValues(readout, mentionsOf(readout, settings), settings);
  return mentions.flatMap(({ type, text, span, value }) => {
    if (type !== 'DATE' || value === undefined || span.end < within.start || span.start > within.end)
      return [];
    if (/\d{4}/.test(text)) return [];
    const day = readDay(value);
    return [{ span, label: day ? `${SHORT_DAYS[weekdayOf(day)]} ${value}` : value }];
  });
}
