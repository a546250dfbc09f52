import { isNothing, scalarField } from '../../document/facts.ts';
import { contentSpan } from '../date/format.ts';
import { defineRule, type Problem } from '../rule.ts';
import { embargoEnd } from './status.ts';

/** The embargo still runs at the moment of release. */
export const embargoed = defineRule({
  code: 'release/embargoed',
  scope: 'release',
  severity: 'error',
  title: 'The statement is under embargo at the moment of release.',
  why: 'An embargo broken by the house that set it is not kept by anybody the next time.',
  bad: [
    {
      title: 'One minute too early.',
      frontmatter: { status: 'cleared', embargo_until: '⟦2023-11-17 17:30:00-05:00⟧' },
      releaseAt: '2023-11-17 17:29:00-05:00',
    },
    {
      title: 'An embargo that cannot be read counts as running.',
      frontmatter: { status: 'cleared', embargo_until: '⟦tomorrow⟧' },
      settings: { rules: { 'date/timestamp-format': { severity: 'off' } } },
      releaseAt: '2023-11-17 17:29:00-05:00',
    },
  ],
  good: [
    {
      title: 'The moment the embargo ends.',
      frontmatter: { status: 'cleared', embargo_until: '2023-11-17 17:30:00-05:00' },
      releaseAt: '2023-11-17 17:30:00-05:00',
    },
    { title: 'No embargo.', frontmatter: { status: 'cleared' }, releaseAt: '2023-11-17 17:30:00-05:00' },
  ],
  calibration: 'Runs under `--release` only.',
  *check({ readout: { frontmatter } }, { now }): Iterable<Problem> {
    const field = frontmatter?.fields.find(({ key }) => key === 'embargo_until');
    if (!field || (isNothing(field.value) && !field.broken)) return;
    const end = embargoEnd(frontmatter);
    if (end !== undefined && end <= now) return;
    const written = scalarField(frontmatter, 'embargo_until');
    yield {
      span: written ? contentSpan(written) : field.keySpan,
      message:
        end === undefined
          ? 'When the embargo ends cannot be read, so the statement is held back. Write “embargo_until” as date, time and offset.'
          : `The statement is under embargo until ${written?.value.text ?? ''}. Do not release it before.`,
    };
  },
});
