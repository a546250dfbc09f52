import { formatOffset, instantOf, offsetAt, offsetsOf } from '../../document/calendar.ts';
import { readTimestamp } from '../../document/facts.ts';
import { sourceSpanOrWhole } from '../../document/scalar.ts';
import { fieldsOfFormat } from '../fields.ts';
import { defineRule, type Problem } from '../rule.ts';

/** An offset that the office's time zone does not have at that moment. */
export const offset = defineRule({
  code: 'date/offset',
  scope: 'frontmatter',
  severity: 'warning',
  title: 'An offset is not the one in force in the office’s time zone at that moment.',
  why: 'An hour’s error around the change of clocks puts the statement before the event it reports, or on the wrong day.',
  bad: [
    {
      title: 'Summer time in November.',
      frontmatter: { published_time: '2023-11-17 17:33:23⟦-04:00⟧' },
      fixed: { published_time: '2023-11-17 17:33:23-05:00' },
    },
    {
      title: 'The offset of another place.',
      frontmatter: { published_time: '2023-11-17 17:33:23⟦+01:00⟧' },
      fixed: { published_time: '2023-11-17 17:33:23-05:00' },
    },
  ],
  good: [
    { title: 'Standard time in November.', frontmatter: { published_time: '2023-11-17 17:33:23-05:00' } },
    {
      title: 'Another office, another zone.',
      frontmatter: { published_time: '2023-11-17 17:33:23+01:00' },
      settings: { timeZone: 'Europe/Oslo' },
    },
  ],
  calibration:
    '68 of 10,067 documents, all in `modified_time`, each checked against the time zone database: the offset was carried over from the day of publication across a change of clocks. Precision 100 %.',
  *check({ readout, settings }): Iterable<Problem> {
    const { timeZone } = settings;
    for (const { key, value } of fieldsOfFormat(readout.frontmatter, settings, 'timestamp')) {
      const reading = readTimestamp(value.text);
      if (reading.kind !== 'timestamp') continue;
      const { timestamp } = reading;
      const written = timestamp.offset;
      const inForce = offsetAt(instantOf(timestamp, written), timeZone);
      if (inForce === undefined || inForce === written) continue;
      const right = offsetsOf(timestamp, timeZone);
      const expected = right[0] ?? inForce;
      yield {
        span: sourceSpanOrWhole(value, value.text.length - 6, value.text.length),
        message:
          right.length === 0
            ? `In ${timeZone} the clocks skipped this time when they went forward, so that no offset fits. Check the time of “${key}”.`
            : `“${key}” has the offset ${formatOffset(written)}. In ${timeZone} it was ${formatOffset(expected)} on that day.`,
        fixes: () =>
          right.map((each) => ({
            title: `Change the offset to ${formatOffset(each)}`,
            edits: [
              {
                span: sourceSpanOrWhole(value, value.text.length - 6, value.text.length),
                newText: formatOffset(each),
              },
            ],
            // The zone's other offset, half a year late: the clock on the wall was right.
            safe:
              right.length === 1 &&
              Math.abs(each - written) === 60 &&
              isZonesOther(timestamp.year, written, timeZone),
          })),
      };
    }
  },
});

/** Whether the zone has the offset at some other time of the year. */
function isZonesOther(year: number, written: number, timeZone: string): boolean {
  const seasons = [0, 3, 6, 9].map((month) => offsetAt(Date.UTC(year, month, 15), timeZone));
  return seasons.includes(written);
}
