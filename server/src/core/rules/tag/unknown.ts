import { sourceSpanOrWhole } from '../../document/scalar.ts';
import { nearest } from '../../text/nearest.ts';
import { defineRule, type Problem } from '../rule.ts';
import { publishedAddress } from '../url/judge.ts';
import { isWellFormed, tagsOf } from './tags.ts';

/** A tag outside the vocabulary. */
export const unknown = defineRule({
  code: 'tag/unknown',
  scope: 'frontmatter',
  severity: 'error',
  title: 'A tag is none of the house’s.',
  why: 'A statement under a tag that does not exist is listed nowhere.',
  bad: [
    { title: 'A letter is missing.', frontmatter: { tags: '⟦statement-releases⟧' }, fixed: {} },
    {
      title: 'A tag of another house.',
      frontmatter: { tags: '⟦news⟧' },
      fixed: {},
    },
  ],
  good: [
    { title: 'A tag of the vocabulary.', frontmatter: {} },
    {
      title: 'No vocabulary is set: any well-formed tag will do.',
      frontmatter: {
        tags: 'norland',
        source_url:
          'https://www.whitehouse.gov/norland/2023/11/readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland/',
      },
      settings: { tags: [] },
    },
  ],
  calibration: 'None in 10,067 documents of the archive.',
  *check(context): Iterable<Problem> {
    const { readout, settings } = context;
    const vocabulary = settings.tags.map(({ name }) => name);
    if (vocabulary.length === 0) return;
    const tags = tagsOf(readout.frontmatter);
    const section = publishedAddress(context)?.parts?.tag?.text;
    for (const tag of tags) {
      if (!isWellFormed(tag.text) || vocabulary.includes(tag.text)) continue;
      const isAlone = tags.length === 1;
      const bySection =
        isAlone && section !== undefined && vocabulary.includes(section) ? section : undefined;
      const near = nearest(tag.text, vocabulary);
      const meant = bySection ?? near;
      yield {
        span: tag.span,
        message: meant
          ? `There is no tag “${tag.text}”. Did you mean “${meant}”?`
          : `There is no tag “${tag.text}”. The tags are ${vocabulary.join(', ')}.`,
        ...(meant !== undefined && {
          fixes: () => [
            {
              title: `Change to “${meant}”`,
              edits: [{ span: sourceSpanOrWhole(tag.value, 0, tag.text.length), newText: meant }],
              // The address lies in that section, and the word is nearly the same.
              safe: bySection !== undefined && near === bySection,
            },
            ...(near !== undefined && near !== meant
              ? [
                  {
                    title: `Change to “${near}”`,
                    edits: [{ span: sourceSpanOrWhole(tag.value, 0, tag.text.length), newText: near }],
                    safe: false,
                  },
                ]
              : []),
          ],
        }),
      };
    }
  },
});
