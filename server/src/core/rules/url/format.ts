import { rewrite, sourceSpanOrWhole } from '../../document/scalar.ts';
import { fieldsOfFormat } from '../fields.ts';
import { defineRule, type Problem } from '../rule.ts';
import { judgeAddress } from './judge.ts';

/** Not an absolute URL. */
export const format = defineRule({
  code: 'url/format',
  scope: 'frontmatter',
  severity: 'error',
  title: 'An address is not a complete one in good form.',
  why: 'An address with a blank in it or without its beginning leads nowhere, and the statement cannot be cited.',
  bad: [
    {
      title: 'The colon is missing.',
      frontmatter: {
        source_url:
          '⟦https//⟧www.whitehouse.gov/statements-releases/2023/11/readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland/',
      },
      fixed: {
        source_url:
          'https://www.whitehouse.gov/statements-releases/2023/11/readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland/',
      },
    },
    {
      title: 'A blank inside.',
      frontmatter: {
        source_url:
          'https://www.whitehouse.gov/statements-releases/2023/11/readout-of-president-noriegas-call⟦ ⟧-with-prime-minister-adele-strand-of-norland/',
      },
      fixed: {
        source_url:
          'https://www.whitehouse.gov/statements-releases/2023/11/readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland/',
      },
    },
    {
      title: 'Two slashes in a row.',
      frontmatter: {
        source_url:
          'https://www.whitehouse.gov/statements-releases⟦//⟧2023/11/readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland/',
      },
      fixed: {
        source_url:
          'https://www.whitehouse.gov/statements-releases/2023/11/readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland/',
      },
    },
    { title: 'A word instead of an address.', frontmatter: { source_url: '⟦pending⟧' } },
  ],
  good: [{ title: 'From https:// to the last slash.', frontmatter: {} }],
  calibration: 'None in 10,067 documents of the archive.',
  *check({ readout, settings }): Iterable<Problem> {
    for (const { value } of fieldsOfFormat(readout.frontmatter, settings, 'url')) {
      const problem = judgeAddress(value.text, settings);
      if (!problem) continue;
      const { mended } = problem;
      yield {
        span: sourceSpanOrWhole(value, problem.start, problem.end),
        message: problem.message,
        ...(mended && {
          fixes: () => [
            {
              title: `Change to ${mended.text}`,
              edits: [rewrite(value, mended.text, value.style)],
              safe: mended.safe,
            },
          ],
        }),
      };
    }
  },
});
