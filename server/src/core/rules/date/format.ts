import { type Day, formatDay, isSameDay, spellDay } from '../../document/calendar.ts';
import { readDay } from '../../document/facts.ts';
import type { Field } from '../../document/frontmatter.ts';
import { rewrite } from '../../document/scalar.ts';
import { fieldsOfFormat, quoted } from '../fields.ts';
import { derivedValue } from '../frontmatter/derived-value.ts';
import { defineRule, type Fix, type Problem, type RuleContext } from '../rule.ts';
import { readAnyDate } from './read-date.ts';
import { supportOf, type Witnesses, witnessesOf } from './witness.ts';

const ISO = /^\d{4}-\d{2}-\d{2}$/;

/** A date in another form than `YYYY-MM-DD`. */
export const format = defineRule({
  code: 'date/format',
  scope: 'frontmatter',
  severity: 'error',
  title: 'A date is not written year-month-day.',
  why: 'Only 2023-11-17 is read alike by every program and every nation; 11/05/2023 is a day in May to half the world.',
  bad: [
    { title: 'Spelt out.', frontmatter: { date: '⟦November 17, 2023⟧' }, fixed: { date: '2023-11-17' } },
    {
      title: 'With slashes; 17 can only be the day.',
      frontmatter: { date: "'⟦11/17/2023⟧'" },
      fixed: { date: "'2023-11-17'" },
    },
    {
      title: 'Day or month? The time of publication decides.',
      frontmatter: {
        date: "'⟦05/11/2023⟧'",
        published_time: '2023-11-05 17:33:23-05:00',
      },
      fileName:
        '2023-11-05-readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland.md',
      fixed: { date: "'2023-11-05'", published_time: '2023-11-05 17:33:23-05:00' },
    },
    {
      title: 'A day without its zero.',
      frontmatter: { date: "'⟦2023-11-7⟧'", published_time: '2023-11-07 17:33:23-05:00' },
      fileName:
        '2023-11-07-readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland.md',
      fixed: { date: "'2023-11-07'", published_time: '2023-11-07 17:33:23-05:00' },
    },
  ],
  good: [
    { title: 'Year, month, day.', frontmatter: { date: "'2023-11-17'" } },
    { title: 'Without quotes.', frontmatter: { date: '2023-11-17' } },
  ],
  calibration: 'None in 10,067 documents of the archive.',
  *check(context): Iterable<Problem> {
    const { readout, settings } = context;
    for (const field of fieldsOfFormat(readout.frontmatter, settings, 'date')) {
      const { value, key } = field;
      if (ISO.test(value.text)) continue;
      const reading = readAnyDate(value.text);
      const doubt =
        reading && reading.days.length > 1 && reading.doubt === 'order'
          ? ` It can be ${reading.days.map(spellDay).join(' or ')}.`
          : '';
      yield {
        span: contentSpan(field),
        message: `“${key}” is ${quoted(value.text)}. Write the date as year-month-day with all digits, such as 2023-11-17.${doubt}`,
        fixes: () => fixesOf(field, context, reading?.days ?? [], reading?.doubt),
      };
    }
  },
});

/** What stands between a value's quotes. */
export function contentSpan({ value }: Field): Field['value']['span'] {
  const isQuoted = value.style === 'single' || value.style === 'double';
  return isQuoted ? { start: value.span.start + 1, end: value.span.end - 1 } : value.span;
}

function fixesOf(
  field: Field,
  context: RuleContext<unknown>,
  days: readonly Day[],
  doubt: 'order' | 'century' | undefined,
): Fix[] {
  const change = (day: Day, safe: boolean): Fix => {
    const text = formatDay(day);
    return { title: `Change to ${text}`, edits: [rewrite(field.value, text, field.value.style)], safe };
  };
  const witnesses: Witnesses | undefined = field.key === 'date' ? witnessesOf(context) : undefined;
  if (days.length === 0) {
    // No calendar has the day, or the form is unknown: what the other fields say is an offer.
    const derived = witnesses && readDay(derivedValue('date', context)?.text ?? '');
    return derived ? [change(derived, false)] : [];
  }
  const support = (day: Day) => (witnesses ? supportOf(day, witnesses) : { for: 0, against: 0 });
  const confirmed = days.filter((day) => support(day).for > 0 && support(day).against === 0);
  const only = days.length === 1 ? days[0] : undefined;
  if (confirmed.length === 1 && confirmed[0]) {
    const [sure] = confirmed;
    return [
      change(sure, true),
      ...days.filter((day) => !isSameDay(day, sure)).map((day) => change(day, false)),
    ];
  }
  if (only) return [change(only, doubt === undefined && support(only).against === 0)];
  return days.map((day) => change(day, false));
}
