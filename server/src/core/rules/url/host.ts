import type { Settings } from '../../config/settings.ts';
import { sourceSpanOrWhole } from '../../document/scalar.ts';
import { editDistance } from '../../text/nearest.ts';
import { defineRule, type Problem } from '../rule.ts';
import { isAllowedHost, readPath } from './address.ts';
import { soundAddresses } from './judge.ts';

/** A host outside the allowed ones. */
export const host = defineRule({
  code: 'url/host',
  scope: 'frontmatter',
  severity: 'warning',
  title: 'An address lies on a host that is none of the house’s.',
  why: 'One letter wrong leads readers of an official statement to a stranger’s site.',
  bad: [
    {
      title: 'A letter is missing.',
      frontmatter: {
        source_url:
          'https://⟦www.whitehose.gov⟧/statements-releases/2023/11/readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland/',
      },
      fixed: {
        source_url:
          'https://www.whitehouse.gov/statements-releases/2023/11/readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland/',
      },
    },
    {
      title: 'The port of a test server.',
      frontmatter: {
        source_url:
          'https://www.whitehouse.gov⟦:8443⟧/statements-releases/2023/11/readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland/',
      },
      fixed: {
        source_url:
          'https://www.whitehouse.gov/statements-releases/2023/11/readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland/',
      },
    },
    {
      title: 'Somebody else’s site.',
      frontmatter: {
        source_url:
          'https://⟦norland.example⟧/statements-releases/2023/11/readout-of-president-noriegas-call/',
      },
    },
  ],
  good: [
    { title: 'The house’s host.', frontmatter: {} },
    {
      title: 'An archive of a former administration, allowed by a pattern.',
      frontmatter: {
        source_url:
          'https://bidenwhitehouse.archives.gov/briefing-room/statements-releases/2023/11/17/readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland/',
      },
    },
  ],
  calibration: 'None in 10,067 documents of the archive.',
  *check(context): Iterable<Problem> {
    const { settings } = context;
    for (const { field, address } of soundAddresses(context)) {
      const name = address.host.text;
      if (isAllowedHost(name, settings)) {
        if (!address.port) continue;
        const { port } = address;
        const span = sourceSpanOrWhole(field.value, port.start, port.end);
        yield {
          span,
          message: `The address names the port ${port.text.slice(1) || '(none)'}. Public addresses have none.`,
          fixes: () => [
            { title: 'Remove the port', edits: [{ span, newText: '' }], safe: /^:(?:443)?$/.test(port.text) },
          ],
        };
        continue;
      }
      const span = sourceSpanOrWhole(field.value, address.host.start, address.host.end);
      const meant = nearestHost(name, settings);
      yield {
        span,
        message: `“${name}” is none of the house’s hosts (${settings.url.hosts.join(', ')}).${meant ? ` Did you mean “${meant.host}”?` : ''}`,
        ...(meant && {
          fixes: () => [
            {
              title: `Change to ${meant.host}`,
              edits: [{ span, newText: meant.host }],
              safe: meant.distance <= 1 && name.length >= 8 && readPath(address.path, settings) !== undefined,
            },
          ],
        }),
      };
    }
  },
});

/** The allowed host that a name is nearest to; where a pattern has a `*`, what the name has in its place stays. */
function nearestHost(name: string, settings: Settings): { host: string; distance: number } | undefined {
  if (name.length > 80) return undefined;
  let best: { host: string; distance: number } | undefined;
  const limit = Math.max(1, Math.min(4, Math.floor(name.length / 5)));
  const consider = (candidate: string) => {
    const distance = editDistance(name.toLowerCase(), candidate, limit);
    if (distance <= limit && (!best || distance < best.distance)) best = { host: candidate, distance };
  };
  for (const pattern of settings.url.hosts) {
    const star = pattern.indexOf('*');
    if (star < 0) {
      consider(pattern.toLowerCase());
      // `example.gov` for `www.example.gov`.
      if (pattern.toLowerCase() === `www.${name.toLowerCase()}`)
        return { host: pattern.toLowerCase(), distance: 1 };
      continue;
    }
    // The star's part is whatever the name has there, within a few letters.
    const rest = pattern.slice(star + 1).toLowerCase();
    if (star > 0 || rest.includes('*')) continue;
    for (let cut = Math.max(0, name.length - rest.length - 2); cut <= name.length - rest.length + 2; cut++) {
      const own = name.slice(0, Math.max(0, cut)).toLowerCase();
      if (!own.includes('.')) consider(own + rest);
    }
  }
  return best;
}
