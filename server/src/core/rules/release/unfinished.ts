import { defineRule, type Problem } from '../rule.ts';
import { placeOfKey } from './status.ts';

/** Findings that make a text unfinished whatever their severity. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  'body/placeholder',
  'title/placeholder',
  'release/leftover',
]);

/** Errors or placeholders stand in the way of release. */
export const unfinished = defineRule({
  code: 'release/unfinished',
  scope: 'release',
  severity: 'error',
  title: 'The statement to be released has errors or placeholders.',
  why: 'Once it is out it is out: what is wrong in it is mended before release, or in public.',
  bad: [
    {
      title: 'A placeholder, though the house only warns of them.',
      frontmatter: { '⟦status⟧': 'cleared' },
      body: 'President Noriega spoke today with [NAME OF PRINCIPAL] of Norland.\n\n\\###\n',
      settings: { rules: { 'body/placeholder': { severity: 'warning' } } },
      releaseAt: '2023-11-17 17:33:23-05:00',
    },
  ],
  good: [
    {
      title: 'Nothing is wrong.',
      frontmatter: { status: 'cleared' },
      releaseAt: '2023-11-17 17:33:23-05:00',
    },
  ],
  calibration: 'Runs under `--release` only.',
  *check({ readout }, { findings }): Iterable<Problem> {
    const reasons = findings.filter(({ code, severity }) => severity === 'error' || PLACEHOLDERS.has(code));
    if (reasons.length === 0) return;
    const codes = [...new Set(reasons.map(({ code }) => code))];
    const count = reasons.length === 1 ? 'One finding stands' : `${reasons.length} findings stand`;
    yield {
      span: placeOfKey(readout, 'status'),
      message: `${count} in the way of release: ${codes.slice(0, 5).join(', ')}${codes.length > 5 ? ', …' : ''}. Mend what they say first.`,
    };
  },
});
