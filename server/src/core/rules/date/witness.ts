/**
 * Four places say on which day a statement was published: `date`, `published_time`, the path of `source_url` and the
 * file's name. In the archive they agree in every one of 10,067 documents. Where one disagrees it is the one that is
 * wrong, and it alone is reported.
 */
import { type Day, instantOf, isSameDay, wallTimeAt } from '../../document/calendar.ts';
import { datesOf, scalarField, type Timestamp } from '../../document/facts.ts';
import { readFileName } from '../file/file-name.ts';
import type { RuleContext } from '../rule.ts';
import {
  isOfDay,
  type PathDate,
  type PathParts,
  readAddress,
  readPath,
  readPathDate,
} from '../url/address.ts';

/** The part of a rule's context that the witnesses are read from. */
export type WitnessContext = Pick<RuleContext<unknown>, 'readout' | 'fileName' | 'settings'>;

/** What each place says; undefined where it says nothing that can be read. */
export interface Witnesses {
  readonly date: Day | undefined;
  /** The office's local day at `published_time`. */
  readonly published: Day | undefined;
  readonly url: PathDate | undefined;
  readonly file: Day | undefined;
  /** The day that the document is of: `date`, unless that is the one that stands alone. */
  readonly day: Day | undefined;
  /** Of `date` and `published_time`, the one that is wrong where they disagree. */
  readonly odd: 'date' | 'published' | undefined;
}

/** The local day in the office's time zone; if the zone is not known, the day as written. */
export function localDay(timestamp: Timestamp, timeZone: string): Day {
  const { year, month, day } = wallTimeAt(instantOf(timestamp, timestamp.offset), timeZone) ?? timestamp;
  return { year, month, day };
}

/** What a document's four places say of its day. */
export function witnessesOf(context: WitnessContext): Witnesses {
  const { readout, fileName, settings } = context;
  const { frontmatter } = readout;
  const facts = frontmatter && datesOf(frontmatter);
  const date = facts?.date;
  const file = fileName === undefined ? undefined : readFileName(fileName, settings)?.date;
  const parts = pathOf(context);
  const url = parts && readPathDate(parts);
  let published: Day | undefined;
  if (facts?.published) {
    const { year, month, day } = facts.published;
    const written = { year, month, day };
    // A wrong offset is another finding: the day as written counts if it is the document's.
    published = date && isSameDay(written, date) ? written : localDay(facts.published, settings.timeZone);
  }
  const odd =
    date && published && !isSameDay(date, published) ? oddOne(date, published, url, file) : undefined;
  return { date, published, url, file, day: odd === 'date' ? published : date, odd };
}

function oddOne(
  date: Day,
  published: Day,
  url: PathDate | undefined,
  file: Day | undefined,
): 'date' | 'published' {
  const votes = (day: Day) =>
    (url?.isValid && isOfDay(url, day) ? 1 : 0) + (file && isSameDay(file, day) ? 1 : 0);
  const forDate = votes(date);
  const forPublished = votes(published);
  // With nobody to ask, the field that is made from the other is the one to look at.
  return forDate > forPublished ? 'published' : 'date';
}

/** How many of the other places (`published_time`, path, file name) say this day, and how many another. */
export function supportOf(day: Day, { published, url, file }: Witnesses): { for: number; against: number } {
  const says = [
    published && isSameDay(published, day),
    url?.isValid ? isOfDay(url, day) : undefined,
    file && isSameDay(file, day),
  ].filter((each) => each !== undefined);
  const agree = says.filter(Boolean).length;
  return { for: agree, against: says.length - agree };
}

/** The path of `source_url` read by the house's shapes. */
export function pathOf({ readout, settings }: WitnessContext): PathParts | undefined {
  const text = scalarField(readout.frontmatter, 'source_url')?.value.text;
  const address = text === undefined ? undefined : readAddress(text);
  return address && readPath(address.path, settings);
}
