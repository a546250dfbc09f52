import { sourceSpanOrWhole } from '../../document/scalar.ts';
import { defineRule, type Problem } from '../rule.ts';
import { soundAddresses } from './judge.ts';

/** A user name or password in an address. */
export const credentials = defineRule({
  code: 'url/credentials',
  scope: 'frontmatter',
  severity: 'error',
  title: 'An address holds a user name or password.',
  why: 'It is published with the statement, and whoever reads it can use it.',
  bad: [
    {
      title: 'Copied out of the editing system.',
      frontmatter: {
        source_url:
          'https://⟦editor:secret@⟧www.whitehouse.gov/statements-releases/2023/11/readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland/',
      },
      fixed: {
        source_url:
          'https://www.whitehouse.gov/statements-releases/2023/11/readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland/',
      },
    },
  ],
  good: [{ title: 'The public address.', frontmatter: {} }],
  calibration: 'None in 10,067 documents of the archive.',
  *check(context): Iterable<Problem> {
    for (const { field, address } of soundAddresses(context)) {
      const piece = address.credentials;
      if (!piece) continue;
      const span = sourceSpanOrWhole(field.value, piece.start, piece.end);
      yield {
        span,
        message:
          'The address holds a user name or password. Remove it, and change the password: the file may have been seen.',
        fixes: () => [{ title: 'Remove user name and password', edits: [{ span, newText: '' }], safe: true }],
      };
    }
  },
});
