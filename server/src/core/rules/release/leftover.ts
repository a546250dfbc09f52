import type { Block } from '../../document/block.ts';
import { gather } from '../../document/chunk.ts';
import { scalarField } from '../../document/facts.ts';
import { sourceSpanOrWhole } from '../../document/scalar.ts';
import { type Span, shift } from '../../text/span.ts';
import { proseOf } from '../body/prose.ts';
import { defineRule, type Problem } from '../rule.ts';
import { isCleared } from './status.ts';

/** Marks that mean the same wherever they stand. */
const MARK =
  /(?<![\p{L}\p{N}-])(?:(?:STRICTLY )?EMBARGOED(?: (?:UNTIL|FOR RELEASE))?|Embargoed until|UNDER EMBARGO UNTIL|(?:FOR )?INTERNAL USE(?: ONLY)?|For internal use only|NOT FOR (?:RELEASE|DISTRIBUTION|PUBLICATION|CIRCULATION)|Not for (?:release|distribution|publication|circulation)|DO NOT (?:RELEASE|DISTRIBUTE|PUBLISH|CIRCULATE)|HOLD FOR RELEASE|NOT (?:YET )?CLEARED|PRE-?DECISIONAL|SUBJECT TO CLEARANCE|WORKING DRAFT|FINAL DRAFT)(?![\p{L}\p{N}])/gu;
/** “DRAFT” as a mark stands at the edge of a line or in brackets, or has a number; “THE DRAFT TREATY” is a heading's. */
const DRAFT =
  /(?<=^[ \t>#*\\_[(]{0,8}|[[(])DRAFT(?![\p{L}-])|(?<![\p{L}-])DRAFT(?=[ \t\])*_\\]{0,8}(?:$|\r)|[ \t]{0,2}(?:[–—:|#]|v?\d))/gmu;
/** One look that tells whether there can be any. */
const POSSIBLE =
  /DRAFT|EMBARGO|Embargoed|INTERNAL USE|nternal use|NOT |Not for|HOLD FOR|DECISIONAL|SUBJECT TO/;

/** What drafting left in a document that says it is cleared. */
export const leftover = defineRule({
  code: 'release/leftover',
  scope: 'document',
  severity: 'error',
  title: 'A cleared statement still bears a mark of drafting.',
  why: 'A statement that goes out with “DRAFT” or “NOT FOR RELEASE” on it tells every reader that something went wrong in the house.',
  bad: [
    {
      title: 'Marked as a draft above the text.',
      frontmatter: { status: 'cleared' },
      body: '⟦DRAFT⟧ 3\n\nPresident Noriega spoke today with Prime Minister Adele Strand of Norland.\n\n\\###\n',
    },
    {
      title: 'Under embargo, and only for the house.',
      frontmatter: { status: 'released' },
      body: '**⟦EMBARGOED UNTIL⟧ 6 PM** — ⟦FOR INTERNAL USE ONLY⟧\n\nPresident Noriega spoke today with Prime Minister Adele Strand of Norland.\n\n\\###\n',
    },
    {
      title: 'In the title.',
      frontmatter: {
        status: 'cleared',
        title: '⟦DRAFT⟧ – Readout of President Noriega’s Call with Prime Minister Adele Strand of Norland',
      },
    },
  ],
  good: [
    {
      title: 'A draft may say so.',
      frontmatter: { status: 'draft' },
      body: 'DRAFT\n\nPresident Noriega spoke today with Prime Minister Adele Strand of Norland.\n\n\\###\n',
    },
    {
      title: 'A document without a status is not judged.',
      frontmatter: {},
      body: 'NOT FOR RELEASE\n\nPresident Noriega spoke today.\n\n\\###\n',
    },
    {
      title: 'The words in a sentence.',
      frontmatter: { status: 'cleared' },
      body: 'The two leaders welcomed the draft treaty and the arms embargo.\n\nON THE DRAFT TREATY\n\n\\###\n',
    },
  ],
  calibration: 'No document of the archive has a status, so none is judged.',
  *check({ readout }): Iterable<Problem> {
    if (!isCleared(readout.frontmatter)) return;
    const title = scalarField(readout.frontmatter, 'title')?.value;
    if (title) {
      for (const { start, end } of leftoversOf(title.text))
        yield problem(sourceSpanOrWhole(title, start, end), title.text.slice(start, end));
    }
    for (const { block, start, fact } of readout.gathered(leftoversIn)) {
      for (const span of fact) yield problem(shift(span, start), block.text.slice(span.start, span.end));
    }
  },
});

const leftoversIn = gather((block: Block): readonly Span[] | undefined =>
  POSSIBLE.test(block.text) ? leftoversOf(proseOf(block)) : undefined,
);

function leftoversOf(text: string): Span[] {
  if (!POSSIBLE.test(text)) return [];
  const spans = [...text.replaceAll('\0', '*').matchAll(MARK), ...text.replaceAll('\0', '*').matchAll(DRAFT)]
    .map((match): Span => ({ start: match.index, end: match.index + match[0].length }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return spans.filter((span, index) => index === 0 || span.start >= (spans[index - 1] as Span).end);
}

function problem(span: Span, words: string): Problem {
  return {
    span,
    message: `“${words}” is a mark of drafting, and “status” says that the statement may go out. Take it out, or set the status back to draft.`,
  };
}
