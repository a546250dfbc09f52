import type { Day } from '../../document/calendar.ts';

/** What a date is resolved against. */
export interface DateContext {
  /** The day of the document in the office's time zone; undefined if the document has none. */
  readonly documentDate: Day | undefined;
  /** The office's IANA time zone, for times that name none. */
  readonly timeZone: string;
  /** Whether the clause around the mention speaks of what is to come; undefined if it cannot be told. */
  readonly isFuture?: boolean | undefined;
  /** Years that the document itself gives to a month and day (`10-07` to 2023). */
  readonly knownYears?: ReadonlyMap<string, number>;
  /** The month in which the house's fiscal year begins; that of the United States government, October, by default. */
  readonly fiscalYearStart?: number;
}
