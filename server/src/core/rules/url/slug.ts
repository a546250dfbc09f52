import { scalarField } from '../../document/facts.ts';
import { sourceSpanOrWhole } from '../../document/scalar.ts';
import { slugOf } from '../../text/slug.ts';
import { readFileName } from '../file/file-name.ts';
import { defineRule, type Problem } from '../rule.ts';
import { publishedAddress } from './judge.ts';

/** Words that say nothing of what a statement is about. */
const SMALL = new Set(
  'a an and as at by for from in is of on or s the to with h r u d c v p m jr ii iii re its it that this be are'.split(
    ' ',
  ),
);

/** The words of a slug that carry meaning, and numbers. */
function wordsOf(slug: string): Set<string> {
  return new Set(
    slug
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter((word) => word.length > 1 && !SMALL.has(word)),
  );
}

/** Share of the smaller set's words that the other has too, prefixes of four letters and more counted as alike. */
export function likeness(a: string, b: string): number {
  const first = wordsOf(a);
  const second = wordsOf(b);
  if (first.size === 0 || second.size === 0) return 1;
  const [small, large] = first.size <= second.size ? [first, second] : [second, first];
  const stems = new Set([...large].map((word) => word.slice(0, 4)));
  let alike = 0;
  for (const word of small) if (large.has(word) || (word.length >= 4 && stems.has(word.slice(0, 4)))) alike++;
  return alike / small.size;
}

/** Below this share a slug and a title are strangers. */
const STRANGERS = 0.2;

/** The slug shares next to nothing with the title. */
export const slug = defineRule({
  code: 'url/slug',
  scope: 'frontmatter',
  severity: 'information',
  title: 'The last part of the address shares next to nothing with the title.',
  why: 'It may be the address of another statement, left from the file this one was copied from.',
  bad: [
    {
      title: 'The address of another statement.',
      frontmatter: {
        source_url: 'https://www.whitehouse.gov/statements-releases/2023/11/⟦harvest-festival-2023⟧/',
      },
    },
  ],
  good: [
    { title: 'The title’s words.', frontmatter: {} },
    {
      title: 'A shorter form of the title.',
      frontmatter: {
        source_url: 'https://www.whitehouse.gov/statements-releases/2023/11/call-with-norland-2/',
      },
    },
  ],
  calibration:
    '18 of 10,067 documents: addresses such as `auto-draft` and `8716` that were published by mistake, and two of another statement. Of twelve read, twelve were right.',
  *check(context): Iterable<Problem> {
    const { readout, fileName, settings } = context;
    const published = publishedAddress(context);
    const part = published?.parts?.slug;
    const title = scalarField(readout.frontmatter, 'title')?.value.text;
    if (!published || !part || title === undefined || title.length > 1000) return;
    const headline = slugOf(title);
    const named = fileName === undefined ? undefined : readFileName(fileName, settings)?.slug;
    const own = likeness(part.text, headline);
    // The file's name is another witness: nearer to the title than the address, it shows that this is a stranger's.
    const isOutvoted = named !== undefined && named !== part.text && likeness(named, headline) > own + 0.3;
    if (own >= STRANGERS && !isOutvoted) return;
    yield {
      span: sourceSpanOrWhole(published.field.value, part.start, part.end),
      message: `“${part.text}” in the address shares next to nothing with the title. Make sure that it is this statement’s address.`,
    };
  },
});
