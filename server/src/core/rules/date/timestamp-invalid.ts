import { readTimestamp } from '../../document/facts.ts';
import { sourceSpanOrWhole } from '../../document/scalar.ts';
import { fieldsOfFormat } from '../fields.ts';
import { defineRule, type Problem } from '../rule.ts';
import { whyNoDay } from './invalid.ts';
import { outOfRange } from './timestamp-format.ts';

/** A timestamp with a part that is out of range. */
export const timestampInvalid = defineRule({
  code: 'date/timestamp-invalid',
  scope: 'frontmatter',
  severity: 'error',
  title: 'There is no such moment.',
  why: 'A program that meets hour 25 stops, or silently counts on into the next day.',
  bad: [
    { title: 'Hour 25.', frontmatter: { published_time: '2023-11-17 ⟦25⟧:33:23-05:00' } },
    { title: 'Minute 61.', frontmatter: { published_time: '2023-11-17 17:⟦61⟧:23-05:00' } },
    { title: 'A thirteenth month.', frontmatter: { modified_time: '2023-⟦13⟧-17 17:33:23-05:00' } },
    { title: 'An offset that no place has.', frontmatter: { published_time: '2023-11-17 17:33:23⟦-55:00⟧' } },
  ],
  good: [
    { title: 'The last second of the day.', frontmatter: { published_time: '2023-11-17 23:59:59-05:00' } },
  ],
  calibration: 'None in 10,067 documents of the archive.',
  *check({ readout, settings }): Iterable<Problem> {
    for (const { value } of fieldsOfFormat(readout.frontmatter, settings, 'timestamp')) {
      const { text } = value;
      const reading = readTimestamp(text);
      if (reading.kind === 'invalid') {
        const written = text.slice(reading.start, reading.end);
        yield {
          span: sourceSpanOrWhole(value, reading.start, reading.end),
          message: `${text} is no moment: ${why(reading.part, written, text)} Look up the right one.`,
        };
      } else if (reading.kind === 'other') {
        const place = outOfRange(text);
        if (!place) continue;
        yield {
          span: sourceSpanOrWhole(value, place.start, place.end),
          message: `${text} is no moment: ${text.slice(place.start, place.end)} is out of range. Hours run from 00 to 23, minutes and seconds from 00 to 59.`,
        };
      }
    }
  },
});

function why(part: string, written: string, text: string): string {
  switch (part) {
    case 'month':
    case 'day': {
      const [year = 0, month = 0, day = 0] = text.slice(0, 10).split('-').map(Number);
      return whyNoDay({ year, month, day });
    }
    case 'hour':
      return `hours run from 00 to 23, and this is ${written}.`;
    case 'offset':
      return `no place on earth has the offset ${written}.`;
    default:
      return `${part}s run from 00 to 59, and this is ${written}.`;
  }
}
