import { instantOf } from '../../document/calendar.ts';
import { datesOf, scalarField } from '../../document/facts.ts';
import { defineRule, type Problem } from '../rule.ts';
import { contentSpan } from './format.ts';

/** `modified_time` lies before `published_time`. */
export const modifiedBeforePublished = defineRule({
  code: 'date/modified-before-published',
  scope: 'frontmatter',
  severity: 'information',
  title: 'The last change lies before publication.',
  why: 'It may be right, where a text was prepared ahead; it may also be the two times exchanged.',
  bad: [
    {
      title: 'Changed a day before it was published.',
      frontmatter: { modified_time: '⟦2023-11-16 09:00:00-05:00⟧' },
    },
  ],
  good: [
    { title: 'Changed a second later.', frontmatter: { modified_time: '2023-11-17 17:33:24-05:00' } },
    { title: 'Never changed.', frontmatter: { modified_time: null } },
  ],
  calibration:
    '1,256 of 10,067 documents (12 %): texts prepared ahead and released under embargo. So it informs and does not warn.',
  *check({ readout }): Iterable<Problem> {
    const { frontmatter } = readout;
    if (!frontmatter) return;
    const { published, modified } = datesOf(frontmatter);
    const field = scalarField(frontmatter, 'modified_time');
    if (!published || !modified || !field) return;
    if (instantOf(modified, modified.offset) >= instantOf(published, published.offset)) return;
    yield {
      span: contentSpan(field),
      message:
        '“modified_time” lies before “published_time”. That can be right for a text prepared ahead; make sure that the two are not exchanged.',
    };
  },
});
