import { sourceSpanOrWhole } from '../../document/scalar.ts';
import { defineRule, type Problem } from '../rule.ts';
import { isAllowedHost, readIncompletePath } from './address.ts';
import { publishedAddress } from './judge.ts';

/** A path that has none of the house's shapes. */
export const path = defineRule({
  code: 'url/path',
  scope: 'frontmatter',
  severity: 'warning',
  title: 'The path of the address has none of the house’s shapes.',
  why: 'A path that lacks its section, its date or its last part is cut off, or that of another kind of page.',
  bad: [
    {
      title: 'The section is missing.',
      frontmatter: {
        source_url:
          'https://www.whitehouse.gov⟦/2023/11/readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland/⟧',
      },
    },
    {
      title: 'Cut off behind the date.',
      frontmatter: { source_url: 'https://www.whitehouse.gov⟦/statements-releases/2023/11/⟧' },
    },
  ],
  good: [
    { title: 'The shape in use now.', frontmatter: {} },
    {
      title: 'No shape is set: any path will do.',
      frontmatter: { source_url: 'https://www.whitehouse.gov/news?id=12' },
      settings: { url: { hosts: ['www.whitehouse.gov'], paths: [] } },
    },
  ],
  calibration: 'None in 10,067 documents of the archive: every path has one of the two shapes.',
  *check(context): Iterable<Problem> {
    const { settings } = context;
    const published = publishedAddress(context);
    if (!published || published.parts || settings.url.paths.length === 0) return;
    const { address, field } = published;
    // On a stranger's host the house's shapes say nothing.
    if (!isAllowedHost(address.host.text, settings)) return;
    // A date cut short is reported as such.
    if (readIncompletePath(address.path, settings)) return;
    const isEmpty = address.path.text === '';
    yield {
      span: isEmpty
        ? sourceSpanOrWhole(field.value, address.host.start, address.host.end)
        : sourceSpanOrWhole(field.value, address.path.start, address.path.end),
      message: `The path “${address.path.text || '/'}” has none of the house’s shapes: ${settings.url.paths.join(' or ')}.`,
    };
  },
});
