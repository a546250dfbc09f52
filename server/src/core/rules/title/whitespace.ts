import { scalarField } from '../../document/facts.ts';
import { escapeFor, sourceSpanOrWhole } from '../../document/scalar.ts';
import { defineRule, type Problem } from '../rule.ts';

/** Blanks and breaks of every kind, and characters that cannot be seen. */
const RUN = /[\s\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202f\u2060\ufeff\ufffc]+/g;
const UNSEEN = /[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffc]/g;
const LINE_BREAK = /[\n\r\x0b\x0c\x85\u2028\u2029]/;
/** The word joiner behind a hyphen keeps “COVID-19” on one line; the archive uses it so in one title of sixteen. */
const HYPHEN = /[-\u2010-\u2015\u2212]/;
/** Zero-width joiners belong to some scripts and to emoji. */
const JOINERS = /^[\u200c\u200d]+$/;

/** Blanks where none belong in a title. */
export const whitespace = defineRule({
  code: 'title/whitespace',
  scope: 'frontmatter',
  severity: 'warning',
  title: 'The title has blanks or invisible characters where none belong.',
  why: 'They break searches and feeds: two titles that look alike are not found by one query.',
  bad: [
    {
      title: 'A blank at the end.',
      frontmatter: { title: "'Readout of President Noriega’s Call with Adele Strand of Norland⟦ ⟧'" },
      fixed: { title: "'Readout of President Noriega’s Call with Adele Strand of Norland'" },
    },
    {
      title: 'Two blanks, one of them unbreakable.',
      frontmatter: { title: '"Readout of President⟦ \\_⟧Noriega’s Call with Adele Strand of Norland"' },
      fixed: { title: '"Readout of President\\_Noriega’s Call with Adele Strand of Norland"' },
    },
    {
      title: 'A character of no width.',
      frontmatter: { title: '"Readout of President Noriega’s⟦\\u200b ⟧Call with Adele Strand of Norland"' },
      fixed: { title: '"Readout of President Noriega’s Call with Adele Strand of Norland"' },
    },
  ],
  good: [
    {
      title: 'One unbreakable blank, as the archive has it before the last word.',
      frontmatter: { title: '"Readout of President\\_Noriega’s Call with Adele Strand of\\_Norland"' },
    },
    {
      title: 'A long title folded over two lines.',
      frontmatter: {
        title: '"Readout of President\\_Noriega’s Call with\\\n  \\ Adele Strand of\\_Norland"',
      },
    },
    {
      title: 'A word joiner behind a hyphen.',
      frontmatter: { title: '"Readout of President Noriega’s Call on COVID-\\u206019 with Norland"' },
    },
  ],
  calibration:
    '62 of 10,067 documents: doubled blanks, blanks beside unbreakable ones, object replacement characters and byte order marks left by a word processor. Of thirteen read, thirteen were right. The 612 word joiners behind hyphens are let stand.',
  *check({ readout }): Iterable<Problem> {
    const field = scalarField(readout.frontmatter, 'title');
    if (!field) return;
    const { value } = field;
    const { text, style } = value;
    // A block scalar ends with a line break by its nature.
    const isBlock = style === 'literal' || style === 'folded';
    const end = isBlock ? text.replace(/\n+$/, '').length : text.length;
    for (const match of text.slice(0, end).matchAll(RUN)) {
      const run = match[0];
      const start = match.index;
      const stop = start + run.length;
      const reason = problemOf(run, start === 0, stop === end, text.slice(0, start));
      if (!reason) continue;
      const span = sourceSpanOrWhole(value, start, stop);
      const isPlaced = span !== value.span && !isBlock;
      yield {
        span,
        message: reason.message,
        ...(isPlaced && {
          fixes: () => [
            { title: reason.fix, edits: [{ span, newText: escapeFor(style, reason.clean) }], safe: true },
          ],
        }),
      };
    }
  },
});

interface Reason {
  readonly message: string;
  readonly fix: string;
  /** What should stand in the run's place. */
  readonly clean: string;
}

function problemOf(run: string, isStart: boolean, isEnd: boolean, before: string): Reason | undefined {
  const visible = run.replace(UNSEEN, '');
  if (visible === '' && (JOINERS.test(run) || (run === '\u2060' && HYPHEN.test(before.slice(-1)))))
    return undefined;
  if (isStart || isEnd)
    return {
      message: `The title ${isStart ? 'begins' : 'ends'} with ${visible === '' ? 'a character that cannot be seen' : 'a blank'}. Remove it.`,
      fix: isStart ? 'Remove the blank at the start' : 'Remove the blank at the end',
      clean: '',
    };
  // Of several blanks the unbreakable one was meant.
  const clean =
    visible === ''
      ? ''
      : visible.includes('\xa0')
        ? '\xa0'
        : visible.includes('\u202f') && !visible.includes(' ')
          ? '\u202f'
          : ' ';
  if (LINE_BREAK.test(run))
    return { message: 'The title holds a line break. Write it in one.', fix: 'Replace with a blank', clean };
  if (run !== visible)
    return {
      message: `The title holds ${describe(run)}. Remove it.`,
      fix: 'Remove what cannot be seen',
      clean,
    };
  if (run.includes('\t'))
    return { message: 'The title holds a tab. Write a blank.', fix: 'Replace with a blank', clean };
  if (run.length > 1)
    return {
      message: `The title has ${run.length === 2 ? 'two blanks' : `${run.length} blanks`} in a row. One will do.`,
      fix: 'Leave one blank',
      clean,
    };
  return undefined;
}

function describe(run: string): string {
  const codes = [...new Set(run.match(UNSEEN) ?? [])].map(
    (unit) => `U+${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return `${codes.length === 1 ? 'a character' : 'characters'} that cannot be seen (${codes.join(', ')})`;
}
