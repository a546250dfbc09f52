import { sourceSpanOrWhole } from '../../document/scalar.ts';
import { nearest } from '../../text/nearest.ts';
import { defineRule, type Fix, type Problem } from '../rule.ts';
import { isWellFormed, tagsOf } from '../tag/tags.ts';
import { publishedAddress } from './judge.ts';

/** The section in the path is not the tag. */
export const tag = defineRule({
  code: 'url/tag',
  scope: 'frontmatter',
  severity: 'warning',
  title: 'The section in the address is not the document’s tag.',
  why: 'The statement is listed in one section and lies in another: one of the two lists misses it.',
  bad: [
    {
      title: 'A statement filed under remarks.',
      frontmatter: {
        source_url:
          'https://www.whitehouse.gov/⟦remarks⟧/2023/11/readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland/',
      },
      fixed: {
        source_url:
          'https://www.whitehouse.gov/statements-releases/2023/11/readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland/',
      },
    },
  ],
  good: [
    { title: 'Section and tag agree.', frontmatter: {} },
    { title: 'One of several tags.', frontmatter: { tags: '[remarks, statements-releases]' } },
  ],
  calibration: 'None in 10,067 documents of the archive: section and tag agree in every one.',
  *check(context): Iterable<Problem> {
    const { settings } = context;
    const published = publishedAddress(context);
    const section = published?.parts?.tag;
    const tags = tagsOf(context.readout.frontmatter);
    if (!published || !section || tags.length === 0) return;
    const vocabulary = settings.tags.map(({ name }) => name);
    const isKnown = (name: string) => vocabulary.length === 0 || vocabulary.includes(name);
    // A tag that is itself wrong is reported as such.
    if (!tags.every(({ text }) => isWellFormed(text) && isKnown(text))) return;
    if (tags.some(({ text }) => text === section.text)) return;
    const { value } = published.field;
    const span = sourceSpanOrWhole(value, section.start, section.end);
    const only = tags.length === 1 ? tags[0] : undefined;
    const isTypo =
      !isKnown(section.text) &&
      nearest(
        section.text,
        tags.map(({ text }) => text),
      ) !== undefined;
    yield {
      span,
      message: `The address lies in the section “${section.text}”, the tag is “${tags.map(({ text }) => text).join('”, “')}”. Correct the one that is wrong.`,
      fixes: () => {
        const fixes: Fix[] = [];
        if (only)
          fixes.push({
            title: `Change the address to “${only.text}”`,
            edits: [{ span, newText: only.text }],
            safe: isTypo,
          });
        if (only && isKnown(section.text))
          fixes.push({
            title: `Change the tag to “${section.text}”`,
            edits: [{ span: only.span, newText: section.text }],
            safe: false,
          });
        return fixes;
      },
    };
  },
});
