/** What the frontmatter says about release. */
import { instantOf } from '../../document/calendar.ts';
import { readTimestamp, scalarField } from '../../document/facts.ts';
import type { Frontmatter } from '../../document/frontmatter.ts';
import type { Readout } from '../../document/readout.ts';
import type { Span } from '../../text/span.ts';

/** The value of `status` as written; undefined if there is none. */
export function statusOf(frontmatter: Frontmatter | undefined): string | undefined {
  return scalarField(frontmatter, 'status')?.value.text.trim();
}

/** Whether the document says that it may go out: `status` is `cleared` or `released`. */
export function isCleared(frontmatter: Frontmatter | undefined): boolean {
  const status = statusOf(frontmatter);
  return status === 'cleared' || status === 'released';
}

/** When the embargo ends, in milliseconds since 1970; undefined without one, or with one that cannot be read. */
export function embargoEnd(frontmatter: Frontmatter | undefined): number | undefined {
  return instantIn(frontmatter, 'embargo_until');
}

/** The moment a field names; undefined if it names none. */
export function instantIn(frontmatter: Frontmatter | undefined, key: string): number | undefined {
  const reading = readTimestamp(scalarField(frontmatter, key)?.value.text ?? '');
  return reading.kind === 'timestamp' ? instantOf(reading.timestamp, reading.timestamp.offset) : undefined;
}

/** Where a finding on a key is shown: at the key, else at the opening fence, else at the file's start. */
export function placeOfKey({ frontmatter }: Readout, key: string): Span {
  const field = frontmatter?.fields.find((each) => each.key === key);
  return field?.keySpan ?? frontmatter?.open ?? frontmatter?.brokenOpen ?? { start: 0, end: 0 };
}
