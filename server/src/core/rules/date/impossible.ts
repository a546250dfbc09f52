import type { Block } from '../../document/block.ts';
import { daysInMonth, MONTHS } from '../../document/calendar.ts';
import { proseOf } from '../body/prose.ts';
import { defineRule, type Problem } from '../rule.ts';
import { MAY_NAME_MONTH, MONTH_PATTERN, monthNumber, plausibleYears, readIsoDay } from './prose-dates.ts';

const BLANK = '[\\s\\0]{1,12}';
const YEAR = `(?:,?${BLANK}(?<year>(?:1[789]|20|21)\\d{2})(?![\\p{L}\\p{N}-]))?`;
const FORMS: readonly RegExp[] = [
  `(?<month>${MONTH_PATTERN})${BLANK}(?:the${BLANK})?(?<day>\\d{1,2})(?<suffix>st|nd|rd|th)?(?![\\p{L}\\p{N}:%$/]|[.,]\\d|-\\p{L})${YEAR}`,
  `(?<day>\\d{1,2})(?<suffix>st|nd|rd|th)?${BLANK}(?:of${BLANK})?(?<month>${MONTH_PATTERN})${YEAR}`,
].map((source) => new RegExp(`(?<![\\p{L}\\p{N}$€£.,/-])${source}`, 'gu'));
const POSSIBLE = /(?:29|[3-9]\d|00)/;
/** What follows a number that counts something: “In June 31 countries joined.” */
const COUNTS =
  /^[\s\0]+(?:percent|per|million|billion|trillion|thousand|hundred|points?|new|other|more|of|U\.S\.|[A-Z][a-z]+s\b|(?!(?:is|was|has|as|this|its|his|yes|thus|plus|unless|across|towards|besides|sometimes|always)\b)[a-z]+s\b)/;

/** A date that no calendar has. */
export const impossible = defineRule({
  code: 'date/impossible',
  scope: 'block',
  needsDate: true,
  severity: 'warning',
  title: 'No calendar has this date.',
  why: 'Whatever was to happen on that day will not, and nobody can tell which day was meant.',
  bad: [
    { title: 'A day too many.', body: 'The agreement expires on ⟦November 31, 2024⟧.\n\n\\###\n' },
    {
      title: 'No leap year.',
      body: 'The talks were held on ⟦February 29, 2023⟧ and ⟦30 February⟧.\n\n\\###\n',
    },
    {
      title: 'No leap year, by the document’s date.',
      frontmatter: {
        date: "'2022-11-17'",
        published_time: '2022-11-17 17:33:23-05:00',
        source_url: 'https://www.whitehouse.gov/statements-releases/2022/11/a-call/',
      },
      body: 'The talks were held on ⟦February 29⟧.\n\n\\###\n',
    },
  ],
  good: [
    {
      title: 'A leap year.',
      body: 'The talks were held on February 29, 2024, and end on June 30.\n\n\\###\n',
    },
    {
      title: 'A number, not a day.',
      body: 'In June 31 countries joined, and by April 40 percent had.\n\n\\###\n',
    },
  ],
  calibration:
    'Over the 10,067 documents of the archive: one finding, and it is real (a February 29 of 2021).',
  *check(block: Block, { documentDate }): Iterable<Problem> {
    if (block.kind === 'code' || !POSSIBLE.test(block.text) || !MAY_NAME_MONTH.test(block.text)) return;
    const prose = proseOf(block);
    let last = -1;
    for (const form of FORMS) {
      for (const match of prose.matchAll(form)) {
        const { month: name = '', day: dayText = '', suffix, year: yearText } = match.groups ?? {};
        const month = monthNumber(name);
        const day = Number(dayText);
        const year = yearText === undefined ? undefined : Number(yearText);
        // The longest the month ever is.
        if (day >= 1 && day <= (year === undefined ? daysInMonth(2024, month) : daysInMonth(year, month))) {
          if (month !== 2 || day !== 29 || year !== undefined) continue;
          const origin = readIsoDay(documentDate);
          if (
            !origin ||
            plausibleYears(2, 29, origin).length > 0 ||
            /leap|\b(?:1[89]|20)\d{2}\b/i.test(prose)
          )
            continue;
        }
        const end = match.index + match[0].length;
        const after = prose.slice(end, end + 30);
        const isDay = suffix !== undefined || year !== undefined;
        // A bare number beyond any month's days is a number: “May 40”, “June 99”.
        if (!isDay && (day > 31 || dayText === '00' || COUNTS.test(after))) continue;
        if (day === 0 && dayText !== '0') continue;
        if (match.index <= last) continue;
        last = match.index;
        const limit = daysInMonth(year ?? (month === 2 ? 2023 : 2024), month);
        yield {
          span: { start: match.index, end },
          message:
            day === 29
              ? `There is no February 29 in ${year ?? 'any year near the document’s date'}: it is no leap year. Correct the day.`
              : `There is no ${MONTHS[month - 1] ?? ''} ${day}: the month has ${limit} days. Correct the day.`,
        };
      }
    }
  },
});
