import { formatOffset, offsetsOf } from '../../document/calendar.ts';
import { readTimestamp } from '../../document/facts.ts';
import { sourceSpan } from '../../document/scalar.ts';
import { fieldsOfFormat } from '../fields.ts';
import { defineRule, type Problem } from '../rule.ts';
import { contentSpan } from './format.ts';

/** A timestamp that does not say in which offset from UTC it counts. */
export const timestampOffsetMissing = defineRule({
  code: 'date/timestamp-offset-missing',
  scope: 'frontmatter',
  severity: 'error',
  title: 'A timestamp has no offset from universal time.',
  why: 'Without it every reader takes the time for his own: a statement of late evening moves to the next day.',
  bad: [
    {
      title: 'The office’s offset on that day is added.',
      frontmatter: { published_time: '⟦2023-11-17 17:33:23⟧' },
      fixed: { published_time: '2023-11-17 17:33:23-05:00' },
    },
  ],
  good: [{ title: 'With its offset.', frontmatter: { published_time: '2023-11-17 17:33:23-05:00' } }],
  calibration: 'None in 10,067 documents of the archive.',
  *check({ readout, settings }): Iterable<Problem> {
    for (const field of fieldsOfFormat(readout.frontmatter, settings, 'timestamp')) {
      const { key, value } = field;
      const reading = readTimestamp(value.text);
      if (reading.kind !== 'without-offset') continue;
      const end = sourceSpan(value, value.text.length, value.text.length) ?? {
        start: contentSpan(field).end,
        end: contentSpan(field).end,
      };
      yield {
        span: contentSpan(field),
        message: `“${key}” has no offset from universal time. Add it behind the seconds, such as -05:00.`,
        fixes: () => {
          const offsets = offsetsOf(reading.time, settings.timeZone);
          return offsets.map((offset) => ({
            title: `Add ${formatOffset(offset)}, in force in ${settings.timeZone} on that day`,
            edits: [{ span: end, newText: formatOffset(offset) }],
            safe: offsets.length === 1,
          }));
        },
      };
    }
  },
});
