import { defineRule, type Problem } from '../rule.ts';
import { isCleared, placeOfKey, statusOf } from './status.ts';

/** The statement was not cleared. */
export const notCleared = defineRule({
  code: 'release/not-cleared',
  scope: 'release',
  severity: 'error',
  title: 'The statement to be released was not cleared.',
  why: 'What goes out without clearance is nobody’s word, and everybody’s scandal.',
  bad: [
    {
      title: 'Still a draft.',
      frontmatter: { '⟦status⟧': 'draft' },
      releaseAt: '2023-11-17 17:33:23-05:00',
    },
    {
      title: 'No status at all.',
      frontmatter: {},
      opening: '⟦---⟧',
      releaseAt: '2023-11-17 17:33:23-05:00',
    },
  ],
  good: [
    { title: 'Cleared.', frontmatter: { status: 'cleared' }, releaseAt: '2023-11-17 17:33:23-05:00' },
    {
      title: 'Released before.',
      frontmatter: { status: 'released' },
      releaseAt: '2023-11-17 17:33:23-05:00',
    },
    { title: 'Nothing is to be released.', frontmatter: { status: 'draft' } },
  ],
  calibration: 'Runs under `--release` only.',
  *check({ readout }): Iterable<Problem> {
    const { frontmatter } = readout;
    if (isCleared(frontmatter)) return;
    const status = statusOf(frontmatter);
    yield {
      span: placeOfKey(readout, 'status'),
      message: status
        ? `The status is “${status}”, and only what is cleared may be released. “readout clear” records a clearance.`
        : 'The statement was never cleared: it has no “status”. “readout clear” records a clearance.',
    };
  },
});
