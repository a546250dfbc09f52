import { sourceSpanOrWhole } from '../../document/scalar.ts';
import { editDistance } from '../../text/nearest.ts';
import { fieldsOfFormat } from '../fields.ts';
import { defineRule, type Problem } from '../rule.ts';
import { isAllowedHost, readAddress } from './address.ts';
import { judgeAddress } from './judge.ts';

/** An address that is not `https`. */
export const scheme = defineRule({
  code: 'url/scheme',
  scope: 'frontmatter',
  severity: 'error',
  title: 'An address does not begin with https.',
  why: 'What is fetched without encryption can be changed on its way; browsers warn of it.',
  bad: [
    {
      title: 'The s is missing.',
      frontmatter: {
        source_url:
          '⟦http⟧://www.whitehouse.gov/statements-releases/2023/11/readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland/',
      },
      fixed: {
        source_url:
          'https://www.whitehouse.gov/statements-releases/2023/11/readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland/',
      },
    },
    { title: 'An address for letters.', frontmatter: { source_url: '⟦mailto⟧:press@norland.example' } },
  ],
  good: [{ title: 'With https.', frontmatter: {} }],
  calibration: 'None in 10,067 documents of the archive.',
  *check({ readout, settings }): Iterable<Problem> {
    for (const { value } of fieldsOfFormat(readout.frontmatter, settings, 'url')) {
      const written = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(value.text)?.[1];
      if (written === undefined || written === 'https' || judgeAddress(value.text, settings)) continue;
      const span = sourceSpanOrWhole(value, 0, written.length);
      const address = readAddress(value.text);
      const isHouse =
        address !== undefined && settings.url.hosts.length > 0 && isAllowedHost(address.host.text, settings);
      yield {
        span,
        message: `The address begins with “${written}:”. Statements are published under “https:” only.`,
        ...(address && {
          fixes: () => [
            {
              title: 'Change to https',
              edits: [{ span, newText: 'https' }],
              // Of the house's own host there is no page but by https.
              safe: isHouse && editDistance(written.toLowerCase(), 'https', 1) <= 1,
            },
          ],
        }),
      };
    }
  },
});
