import { scalarField } from '../../document/facts.ts';
import { contentSpan } from '../date/format.ts';
import { defineRule, type Problem } from '../rule.ts';
import { embargoEnd, instantIn } from './status.ts';

/** The embargo ends after publication. */
export const embargoOrder = defineRule({
  code: 'release/embargo-order',
  scope: 'frontmatter',
  severity: 'warning',
  title: 'The embargo ends after the time of publication.',
  why: 'A statement that is published while its embargo still runs breaks the house’s own word to everybody who kept it.',
  bad: [
    {
      title: 'Published an hour before the embargo ends.',
      frontmatter: { embargo_until: '⟦2023-11-17 18:33:23-05:00⟧' },
    },
  ],
  good: [
    { title: 'Published as the embargo ends.', frontmatter: { embargo_until: '2023-11-17 17:33:23-05:00' } },
    {
      title: 'The same moment, written with another offset.',
      frontmatter: { embargo_until: '2023-11-17 23:33:23+01:00' },
    },
    { title: 'No embargo.', frontmatter: {} },
  ],
  calibration: 'No document of the archive has an embargo.',
  *check({ readout: { frontmatter } }): Iterable<Problem> {
    const end = embargoEnd(frontmatter);
    const published = instantIn(frontmatter, 'published_time');
    const field = scalarField(frontmatter, 'embargo_until');
    if (end === undefined || published === undefined || !field || end <= published) return;
    yield {
      span: contentSpan(field),
      message:
        '“embargo_until” lies after “published_time”: the statement would be out before its embargo ends. Make the two agree.',
    };
  },
});
