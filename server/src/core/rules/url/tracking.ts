import { sourceSpanOrWhole } from '../../document/scalar.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type Problem } from '../rule.ts';
import type { Address } from './address.ts';
import { soundAddresses } from './judge.ts';

/** Parameters by which campaigns and social networks follow a link: those that the networks themselves document. */
const TRACKING =
  /^(?:utm_[a-z_]*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|ttclid|li_fat_id|igshid|igsh|yclid|mc_cid|mc_eid|_hsenc|_hsmi|__hs[a-z]{2}|hsctatracking|mkt_tok|ref_src|ref_url|_ga|_gl|vero_id|oly_(?:anon|enc)_id|s_cid|cmpid|ncid|trk|mibextid|guce_referrer(?:_sig)?|wickedid|rb_clickid|soc_src|soc_trk|srsltid|emci|emdi|ceid)$/i;

/** Tracking parameters or a fragment in an address. */
export const tracking = defineRule({
  code: 'url/tracking',
  scope: 'frontmatter',
  severity: 'warning',
  title: 'An address holds tracking parameters or a fragment.',
  why: 'It counts every reader who follows it as a click of some newsletter, and two addresses for one page split its record.',
  options: {
    parameters: {
      default: [],
      description: 'Further parameters to remove, by name.',
      schema: { type: 'array', items: { type: 'string' } },
    },
  },
  bad: [
    {
      title: 'Copied out of a newsletter.',
      frontmatter: {
        source_url:
          'https://www.whitehouse.gov/statements-releases/2023/11/readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland/⟦?utm_source=newsletter&utm_medium=email⟧',
      },
      fixed: {},
    },
    {
      title: 'A fragment.',
      frontmatter: {
        source_url:
          'https://www.whitehouse.gov/statements-releases/2023/11/readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland/⟦#content⟧',
      },
      fixed: {},
    },
  ],
  good: [
    { title: 'Nothing behind the path.', frontmatter: {} },
    {
      title: 'A parameter that names the page.',
      frontmatter: {
        source_url:
          'https://www.whitehouse.gov/statements-releases/2023/11/readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland/?page=2',
      },
    },
  ],
  calibration: 'None in 10,067 documents of the archive.',
  *check(context): Iterable<Problem> {
    const option = context.options['parameters'];
    const more = new Set(Array.isArray(option) ? option.map((each) => String(each).toLowerCase()) : []);
    for (const { field, address } of soundAddresses(context)) {
      const found = removals(address, (name) => TRACKING.test(name) || more.has(name.toLowerCase()));
      const [first] = found;
      const last = found[found.length - 1];
      if (!first || !last) continue;
      const place = (span: Span) => sourceSpanOrWhole(field.value, span.start, span.end);
      yield {
        span: { start: place(first).start, end: place(last).end },
        message:
          found.length === 1 && address.fragment && first.start === address.fragment.start
            ? `The address ends with the fragment “${address.fragment.text}”. Remove it: the page is the same.`
            : 'The address holds parameters that follow its readers. Remove them: the page is the same.',
        fixes: () => [
          {
            title: 'Remove what follows readers',
            edits: found.map((span) => ({ span: place(span), newText: '' })),
            safe: true,
          },
        ],
      };
    }
  },
});

/** The stretches to remove, in order, so that what remains is still a query. */
function removals({ query, fragment }: Address, isTracking: (name: string) => boolean): Span[] {
  const spans: Span[] = [];
  if (query) {
    const pairs: { start: number; end: number; tracks: boolean }[] = [];
    let at = query.start + 1;
    for (const pair of query.text.slice(1).split('&')) {
      pairs.push({
        start: at,
        end: at + pair.length,
        tracks: isTracking(pair.split('=', 1)[0] ?? '') || pair === '',
      });
      at += pair.length + 1;
    }
    const tracks = pairs.some((pair) => pair.tracks);
    if (tracks && pairs.every((pair) => pair.tracks)) {
      spans.push({ start: query.start, end: query.end });
    } else if (tracks) {
      let keptBefore = false;
      for (const pair of pairs) {
        // With the sign before it, or, at the head of the query, with the one behind it.
        if (!pair.tracks) keptBefore = true;
        else
          spans.push(
            keptBefore ? { start: pair.start - 1, end: pair.end } : { start: pair.start, end: pair.end + 1 },
          );
      }
    }
  }
  if (fragment) spans.push({ start: fragment.start, end: fragment.end });
  return spans;
}
