import { formatDay, isDay } from '../../document/calendar.ts';
import { datesOf, scalarField } from '../../document/facts.ts';
import { rewrite, sourceSpanOrWhole } from '../../document/scalar.ts';
import { defineRule, type Fix, type Problem } from '../rule.ts';
import { contentSpan } from './format.ts';
import { supportOf, witnessesOf } from './witness.ts';

/** `date` and `published_time` are of different days. */
export const publishedMismatch = defineRule({
  code: 'date/published-mismatch',
  scope: 'frontmatter',
  severity: 'error',
  title: '`date` is not the office’s local day of `published_time`.',
  why: 'A statement with two dates is cited under both; in a dispute over who said what first that is the whole question.',
  bad: [
    {
      title: 'The time of publication and the file’s name are of the 17th.',
      frontmatter: { date: "'⟦2023-11-18⟧'" },
      fileName:
        '2023-11-17-readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland.md',
      fixed: { date: "'2023-11-17'" },
    },
    {
      title: 'The date and the file’s name are of the 17th.',
      frontmatter: { published_time: '⟦2023-11-16⟧ 17:33:23-05:00' },
      fileName:
        '2023-11-17-readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland.md',
      fixed: { published_time: '2023-11-17 17:33:23-05:00' },
    },
  ],
  good: [
    { title: 'The same day.', frontmatter: {} },
    {
      title: 'Late in the evening, already the next day in universal time.',
      frontmatter: { published_time: '2023-11-17 23:59:00-05:00' },
    },
  ],
  calibration: 'None in 10,067 documents of the archive: the two agree in every one.',
  *check(context): Iterable<Problem> {
    const { frontmatter } = context.readout;
    const witnesses = witnessesOf(context);
    const { date, published, odd } = witnesses;
    const dateField = scalarField(frontmatter, 'date');
    const publishedField = scalarField(frontmatter, 'published_time');
    const written = frontmatter && datesOf(frontmatter).published;
    if (!odd || !date || !published || !dateField || !publishedField || !written) return;
    const toPublished: Fix = {
      title: `Change “date” to ${formatDay(published)}`,
      edits: [rewrite(dateField.value, formatDay(published), dateField.value.style)],
      safe: false,
    };
    const toDate: Fix = {
      title: `Change “published_time” to ${formatDay(date)}`,
      edits: [
        rewrite(
          publishedField.value,
          `${formatDay(date)}${publishedField.value.text.slice(10)}`,
          publishedField.value.style,
        ),
      ],
      safe: false,
    };
    const withoutDate = { ...witnesses, date: undefined };
    const others = supportOf(published, { ...withoutDate, published: undefined });
    if (odd === 'date') {
      yield {
        span: contentSpan(dateField),
        message: `“date” is ${formatDay(date)}, but “published_time” falls on ${formatDay(published)} in ${context.settings.timeZone}. Both must be the same day.`,
        // Made from the time of publication, and contradicted by the path and the file's name alike.
        fixes: () => [{ ...toPublished, safe: others.for > 0 && others.against === 0 }, toDate],
      };
    } else if (isDay(written)) {
      yield {
        span: sourceSpanOrWhole(publishedField.value, 0, 10),
        message: `“published_time” falls on ${formatDay(published)} in ${context.settings.timeZone}, but the statement is of ${formatDay(date)}. Both must be the same day.`,
        fixes: () => [toDate, toPublished],
      };
    }
  },
});
