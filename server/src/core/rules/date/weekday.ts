import type { Block } from '../../document/block.ts';
import { type Day, daysInMonth, MONTHS, spellDay, weekdayOf } from '../../document/calendar.ts';
import { proseOf } from '../body/prose.ts';
import { defineRule, type Fix, type Problem } from '../rule.ts';
import {
  MAY_NAME_MONTH,
  MONTH_PATTERN,
  monthNumber,
  ordinal,
  plausibleYears,
  readIsoDay,
  WEEKDAY_PATTERN,
  WEEKDAYS,
  weekdayNumber,
} from './prose-dates.ts';

const BLANK = '[\\s\\0]{1,12}';
const MAYBE_BLANK = '[\\s\\0]{0,12}';
const DAY = '(?<day>\\d{1,2})(?<suffix>st|nd|rd|th)?(?![\\p{L}\\p{N}:%/]|[.,]\\d)';
const YEAR = `(?:,?${BLANK}(?:of${BLANK}|in${BLANK})?(?<year>(?:1[789]|20|21)\\d{2})(?![\\p{N}-])|(?<relative>,?${BLANK}(?:of${BLANK})?(?:last|next)${BLANK}year))?`;
/** A second weekday or day: “Friday and Saturday, November 17 and 18”. */
const FORMS: readonly RegExp[] = [
  // Friday, November 17, 2023; Friday, the 17th is not one.
  `(?<weekday>${WEEKDAY_PATTERN})[,.]{0,2}${BLANK}(?:the${BLANK}|on${BLANK})?(?<month>${MONTH_PATTERN})${BLANK}(?:the${BLANK})?${DAY}${YEAR}`,
  // Friday, 17 November 2023; Friday the 17th of November
  `(?<weekday>${WEEKDAY_PATTERN})[,.]{0,2}${BLANK}(?:the${BLANK})?${DAY}${BLANK}(?:of${BLANK})?(?<month>${MONTH_PATTERN})${YEAR}`,
  // November 17, 2023 (Friday); November 17, a Friday
  `(?<month>${MONTH_PATTERN})${BLANK}${DAY}${YEAR}(?:${MAYBE_BLANK}\\(|,${BLANK}(?:which (?:is|was|falls on|fell on)${BLANK})?an?${BLANK})(?<weekday>${WEEKDAY_PATTERN})(?!${BLANK}(?:morning|meeting|deadline))`,
].map((source) => new RegExp(`(?<![\\p{L}\\p{N}])${source}`, 'gu'));
const POSSIBLE =
  /(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|(?:SUN|MON|TUES|WEDNES|THURS|FRI|SATUR)DAY|(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)[a-z]{0,2}[.,]/;
const DIGIT = /\d/;
/** Whether a form can match at all: most blocks are done with it. */
function isPossible(text: string): boolean {
  return DIGIT.test(text) && POSSIBLE.test(text) && MAY_NAME_MONTH.test(text);
}

/** A weekday right in front: the two belong to two days. */
const ANOTHER_WEEKDAY = new RegExp(
  `${WEEKDAY_PATTERN}[,.]?${MAYBE_BLANK}(?:and|or|to|through|until|&|–|—|-|,|/)${MAYBE_BLANK}$`,
  'u',
);

/** A weekday and a date that do not go together. */
export const weekday = defineRule({
  code: 'date/weekday',
  scope: 'block',
  needsDate: true,
  severity: 'warning',
  title: 'The weekday does not go with the date.',
  why: 'One of the two is wrong, and half of those who read it will come on the wrong day.',
  bad: [
    {
      title: 'With the year.',
      body: 'The two leaders will meet on ⟦Thursday, November 17, 2023⟧, in the capital.\n\n\\###\n',
      fixed: 'The two leaders will meet on Friday, November 17, 2023, in the capital.\n\n\\###\n',
    },
    {
      title: 'Without a year: the document’s date tells it.',
      frontmatter: { date: "'2023-11-17'" },
      body: 'The talks begin on ⟦Monday, November 21⟧.\n\n\\###\n',
      fixed: 'The talks begin on Tuesday, November 21.\n\n\\###\n',
    },
    {
      title: 'The day before the month.',
      body: 'The talks begin on ⟦Friday the 18th of November, 2023⟧.\n\n\\###\n',
      fixed: 'The talks begin on Saturday the 18th of November, 2023.\n\n\\###\n',
    },
    {
      title: 'The weekday in brackets.',
      body: 'The talks begin on ⟦November 18, 2023 (Friday⟧).\n\n\\###\n',
      fixed: 'The talks begin on November 18, 2023 (Saturday).\n\n\\###\n',
    },
  ],
  calibration:
    'Over the 10,067 documents of the archive: 16 findings in 6 documents (of about 730 weekdays with a date), 15 of them real: twelve captions of pictures among them. The one that is not is a story told in a speech, set in another year.',
  good: [
    {
      title: 'They agree.',
      frontmatter: { date: "'2023-11-17'" },
      body: 'The leaders met on Friday, November 17, and will meet on Tuesday, November 21, 2023.\n\n\\###\n',
    },
    {
      title: 'Two weekdays for two days.',
      frontmatter: { date: "'2023-11-17'" },
      body: 'The ministers meet on Monday and Tuesday, November 20 and 21.\n\n\\###\n',
    },
    {
      title: 'Last year’s date.',
      frontmatter: { date: "'2023-11-17'" },
      body: 'They had met on Thursday, November 17 of last year.\n\n\\###\n',
    },
  ],
  *check(block: Block, { documentDate }): Iterable<Problem> {
    if (block.kind === 'code' || !isPossible(block.text)) return;
    const prose = proseOf(block);
    const origin = readIsoDay(documentDate);
    for (const form of FORMS) {
      for (const match of prose.matchAll(form)) {
        const found = read(match, prose);
        if (!found) continue;
        const { year } = found;
        let years: number[];
        if (year !== undefined) years = [year];
        else if (!origin) continue;
        else if (match.groups?.['relative'])
          years = [origin.year + (/last/.test(match.groups['relative']) ? -1 : 1)];
        else years = [...plausibleYears(found.month, found.day, origin), ...yearsIn(prose)];
        const days = years
          .filter((each) => found.day >= 1 && found.day <= daysInMonth(each, found.month))
          .map((each): Day => ({ year: each, month: found.month, day: found.day }));
        if (days.length === 0 || days.some((each) => weekdayOf(each) === found.weekday)) continue;
        yield problemAt(found, days[0] as Day, year === undefined ? undefined : otherYear(found, origin));
      }
    }
  },
});

interface Found {
  readonly start: number;
  readonly end: number;
  readonly month: number;
  readonly day: number;
  readonly year: number | undefined;
  readonly weekday: number;
  readonly weekdayStart: number;
  readonly weekdayText: string;
  readonly dayStart: number;
  readonly dayText: string;
  readonly yearStart: number | undefined;
}

function read(match: RegExpMatchArray, prose: string): Found | undefined {
  const { weekday: weekdayText = '', month = '', day = '', suffix = '', year, relative } = match.groups ?? {};
  const start = match.index ?? 0;
  const text = match[0];
  const weekdayFirst = text.startsWith(weekdayText);
  // “Friday and Saturday, November 17 and 18”: which belongs to which is not for us to say.
  if (weekdayFirst && ANOTHER_WEEKDAY.test(prose.slice(Math.max(0, start - 40), start))) return undefined;
  const weekdayAt = weekdayFirst ? 0 : text.lastIndexOf(weekdayText);
  const dayAt = dayPlace(text, weekdayFirst ? weekdayText.length : 0, day);
  return {
    start,
    end: start + text.length - (relative?.length ?? 0),
    month: monthNumber(month),
    day: Number(day),
    year: year === undefined ? undefined : Number(year),
    weekday: weekdayNumber(weekdayText),
    weekdayStart: start + weekdayAt,
    weekdayText,
    dayStart: start + dayAt,
    dayText: day + suffix,
    yearStart: year === undefined ? undefined : start + text.lastIndexOf(year),
  };
}

function dayPlace(text: string, from: number, day: string): number {
  const found = new RegExp(`(?<!\\d)${day}(?!\\d)`).exec(text.slice(from));
  return from + (found?.index ?? 0);
}

/** The years that a paragraph names: a date without a year may lie in any of them. */
function yearsIn(prose: string): number[] {
  return [...prose.matchAll(/(?<![\d$.,-])(?:1[89]|20)\d{2}(?![\d,%]|-\d)/g)].map((match) =>
    Number(match[0]),
  );
}

/** The year near the document's date in which day and weekday would agree, if there is one. */
function otherYear(found: Found, origin: Day | undefined): number | undefined {
  if (!origin || found.year === undefined || Math.abs(found.year - origin.year) > 1) return undefined;
  return plausibleYears(found.month, found.day, origin).find(
    (year) => weekdayOf({ year, month: found.month, day: found.day }) === found.weekday,
  );
}

function problemAt(found: Found, date: Day, meantYear: number | undefined): Problem {
  const right = WEEKDAYS[weekdayOf(date)] ?? '';
  const written = WEEKDAYS[found.weekday] ?? '';
  return {
    span: { start: found.start, end: found.end },
    message: `${spellDay(date)}${found.year === undefined ? ' (the year by the document’s date)' : ''} is a ${right}, not a ${written}${meantYear === undefined ? '' : ` (as in ${meantYear})`}. Change the weekday or the day${meantYear === undefined ? '' : ', or the year'}.`,
    fixes: () => fixesOf(found, date, right, meantYear),
  };
}

function fixesOf(found: Found, date: Day, right: string, meantYear: number | undefined): readonly Fix[] {
  const inCapitals = found.weekdayText === found.weekdayText.toUpperCase();
  const isShort = !/day$/i.test(found.weekdayText);
  const cased = inCapitals ? right.toUpperCase() : right;
  const newWeekday = isShort ? cased.slice(0, 3) : cased;
  const fixes: Fix[] = [
    {
      title: `Change the weekday to ${newWeekday}`,
      edits: [
        {
          span: { start: found.weekdayStart, end: found.weekdayStart + found.weekdayText.length },
          newText: newWeekday,
        },
      ],
      safe: false,
    },
  ];
  // The nearest day with this weekday, three days away at most.
  const ahead = (found.weekday - weekdayOf(date) + 7) % 7;
  const day = found.day + (ahead <= 3 ? ahead : ahead - 7);
  if (day >= 1 && day <= daysInMonth(date.year, date.month)) {
    const newDay = /\D/.test(found.dayText) ? ordinal(day) : String(day);
    fixes.push({
      title: `Change the day to ${MONTHS[date.month - 1] ?? ''} ${day}`,
      edits: [
        { span: { start: found.dayStart, end: found.dayStart + found.dayText.length }, newText: newDay },
      ],
      safe: false,
    });
  }
  if (meantYear !== undefined && found.yearStart !== undefined) {
    fixes.push({
      title: `Change the year to ${meantYear}`,
      edits: [{ span: { start: found.yearStart, end: found.yearStart + 4 }, newText: String(meantYear) }],
      safe: false,
    });
  }
  return fixes;
}
