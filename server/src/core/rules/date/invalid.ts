import { type Day, daysInMonth, MONTHS } from '../../document/calendar.ts';
import { readDay } from '../../document/facts.ts';
import { rewrite } from '../../document/scalar.ts';
import { fieldsOfFormat } from '../fields.ts';
import { derivedValue } from '../frontmatter/derived-value.ts';
import { defineRule, type Problem } from '../rule.ts';
import { contentSpan } from './format.ts';

/** A date that no calendar has. */
export const invalid = defineRule({
  code: 'date/invalid',
  scope: 'frontmatter',
  severity: 'error',
  title: 'There is no such day.',
  why: 'A day that does not exist is moved to another one by one program and rejected by the next.',
  bad: [
    { title: 'February 30.', frontmatter: { date: "'⟦2023-02-30⟧'" }, fixed: { date: "'2023-11-17'" } },
    {
      title: 'A thirteenth month.',
      frontmatter: { date: "'⟦2023-13-17⟧'" },
      fixed: { date: "'2023-11-17'" },
    },
  ],
  good: [
    {
      title: 'A leap day in a leap year.',
      frontmatter: {
        date: "'2024-02-29'",
        published_time: '2024-02-29 10:00:00-05:00',
        source_url:
          'https://www.whitehouse.gov/statements-releases/2024/02/readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland/',
      },
      fileName:
        '2024-02-29-readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland.md',
    },
  ],
  calibration: 'None in 10,067 documents of the archive.',
  *check(context): Iterable<Problem> {
    const { readout, settings } = context;
    for (const field of fieldsOfFormat(readout.frontmatter, settings, 'date')) {
      const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(field.value.text);
      if (!match || readDay(field.value.text)) continue;
      const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
      yield {
        span: contentSpan(field),
        message: `${field.value.text} is no day: ${whyNoDay(day)}`,
        fixes: () => {
          const derived = field.key === 'date' ? derivedValue('date', context) : undefined;
          return derived
            ? [
                {
                  title: `Change to ${derived.text}`,
                  edits: [rewrite(field.value, derived.text, field.value.style)],
                  safe: false,
                },
              ]
            : [];
        },
      };
    }
  },
});

/** Why a day does not exist, as the second half of a sentence. */
export function whyNoDay(day: Day): string {
  if (day.month < 1 || day.month > 12) return `there is no month ${day.month}.`;
  if (day.day < 1) return 'days are counted from 1.';
  return `${MONTHS[day.month - 1] ?? ''} ${day.year} has ${daysInMonth(day.year, day.month)} days, not ${day.day}.`;
}
