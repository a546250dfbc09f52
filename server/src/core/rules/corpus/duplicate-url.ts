import { scalarField } from '../../document/facts.ts';
import { defineRule, type Problem } from '../rule.ts';
import { judgeAddress } from '../url/judge.ts';

const ADDRESS =
  'https://www.whitehouse.gov/statements-releases/2023/11/readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland/';

/** How many other documents a message names. */
const NAMED = 3;

/** Two documents with one address. */
export const duplicateUrl = defineRule({
  code: 'corpus/duplicate-url',
  scope: 'corpus',
  severity: 'warning',
  title: 'Another document has the same address.',
  why: 'One of the two overwrites the other when they are published, or was copied and never given its own address.',
  bad: [
    {
      title: 'Copied from another file, address and all.',
      frontmatter: { source_url: `⟦${ADDRESS}⟧` },
      others: { '2023-11-17-first-draft.md': ADDRESS },
    },
  ],
  good: [
    {
      title: 'Every document its own.',
      frontmatter: {},
      others: {
        '2023-11-16-another-call.md': 'https://www.whitehouse.gov/statements-releases/2023/11/another-call/',
      },
    },
  ],
  calibration:
    '20 of 10,067 documents, ten pairs, every address compared: the same statement twice under two dates, and two statements that were both published as `auto-draft`. Precision 100 %.',
  *check({ readout, path, settings }, corpus): Iterable<Problem> {
    const value = scalarField(readout.frontmatter, 'source_url')?.value;
    if (!value || judgeAddress(value.text, settings)) return;
    const others = corpus.othersWithUrl(value.text, path);
    if (others.length === 0) return;
    const names = others.slice(0, NAMED).map((each) => each.slice(each.lastIndexOf('/') + 1));
    const more = others.length > NAMED ? ` and ${others.length - NAMED} more` : '';
    yield {
      span: value.span,
      message: `The same address stands in ${names.join(', ')}${more}. Every statement has its own.`,
    };
  },
});
