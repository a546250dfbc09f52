import { knownKeys, meantKey } from '../fields.ts';
import { defineRule, type Problem } from '../rule.ts';
import { patternOf } from './json-schema.ts';

/** A key outside the schema. */
export const unknownKey = defineRule({
  code: 'frontmatter/unknown-key',
  scope: 'frontmatter',
  severity: 'warning',
  title: 'A key is none of those the house uses.',
  why: 'A mistyped key is not read by anything: the field it was meant for stays empty.',
  bad: [
    {
      title: 'A letter too few.',
      frontmatter: {
        title: null,
        '⟦titel⟧': 'Readout of President Noriega’s Call with Prime Minister Adele Strand of Norland',
      },
      fixed: { title: 'Readout of President Noriega’s Call with Prime Minister Adele Strand of Norland' },
    },
    {
      title: 'A hyphen for the underscore.',
      frontmatter: { '⟦modified-time⟧': '2023-11-17 17:33:24-05:00' },
      fixed: { modified_time: '2023-11-17 17:33:24-05:00' },
    },
    { title: 'A key of another system.', frontmatter: { '⟦layout⟧': 'post' } },
  ],
  good: [
    { title: 'The house’s keys.', frontmatter: { modified_time: '2023-11-17 17:33:24-05:00' } },
    {
      title: 'A schema that allows any key.',
      frontmatter: { layout: 'post' },
      settings: { frontmatter: { required: ['title'], additionalProperties: true } },
    },
  ],
  calibration: 'None in 10,067 documents of the archive.',
  *check({ readout, settings }): Iterable<Problem> {
    const { frontmatter } = readout;
    if (!frontmatter || allowsOthers(settings.frontmatter.additionalProperties)) return;
    const known = knownKeys(settings);
    for (const { key, keySpan } of frontmatter.fields) {
      if (known.includes(key) || isPatterned(key, settings.frontmatter['patternProperties'])) continue;
      const meant = meantKey(key, frontmatter, settings);
      const isRequired = meant !== undefined && (settings.frontmatter.required?.includes(meant) ?? false);
      yield {
        span: keySpan,
        message: meant
          ? `There is no key “${key}”. Did you mean “${meant}”?`
          : `There is no key “${key}”. The keys are ${known.join(', ')}.`,
        ...(meant !== undefined && {
          fixes: () => [
            {
              title: `Change to “${meant}”`,
              edits: [{ span: keySpan, newText: meant }],
              // A required key is missing and one nearly like it is there: that is the one.
              safe: isRequired || sameLetters(key, meant),
            },
          ],
        }),
      };
    }
  },
});

function sameLetters(a: string, b: string): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return bare(a) === bare(b);
}

function allowsOthers(additional: unknown): boolean {
  return additional === undefined || additional === true || typeof additional === 'object';
}

/** Whether the schema's `patternProperties` names the key; a pattern that is none names nothing. */
function isPatterned(key: string, patterns: unknown): boolean {
  if (typeof patterns !== 'object' || patterns === null || key.length > 100) return false;
  return Object.keys(patterns).some((pattern) => {
    const compiled = patternOf(pattern);
    return typeof compiled !== 'string' && compiled.test(key);
  });
}
