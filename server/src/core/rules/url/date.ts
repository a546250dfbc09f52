import { formatDay, isDay, pad } from '../../document/calendar.ts';
import { sourceSpanOrWhole } from '../../document/scalar.ts';
import type { TextEdit } from '../../text/span.ts';
import { supportOf, witnessesOf } from '../date/witness.ts';
import { defineRule, type Problem, type RuleContext } from '../rule.ts';
import { isAllowedHost, isOfDay, type Piece, readIncompletePath, readPathDate } from './address.ts';
import { publishedAddress, type SoundAddress } from './judge.ts';

/** The date in the path is not the document's. */
export const date = defineRule({
  code: 'url/date',
  scope: 'frontmatter',
  severity: 'error',
  title: 'The date in the address is not the document’s.',
  why: 'An address of another day is the address of another page, or of none.',
  bad: [
    {
      title: 'The month before.',
      frontmatter: {
        source_url:
          'https://www.whitehouse.gov/statements-releases/⟦2023/10⟧/readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland/',
      },
      fixed: {
        source_url:
          'https://www.whitehouse.gov/statements-releases/2023/11/readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland/',
      },
    },
    {
      title: 'The next day.',
      frontmatter: {
        source_url:
          'https://bidenwhitehouse.archives.gov/briefing-room/statements-releases/⟦2023/11/18⟧/readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland/',
      },
      fixed: {
        source_url:
          'https://bidenwhitehouse.archives.gov/briefing-room/statements-releases/2023/11/17/readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland/',
      },
    },
    {
      title: 'The day is missing.',
      frontmatter: {
        source_url:
          'https://bidenwhitehouse.archives.gov⟦/briefing-room/statements-releases/2023/11/readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland/⟧',
      },
      fixed: {
        source_url:
          'https://bidenwhitehouse.archives.gov/briefing-room/statements-releases/2023/11/17/readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland/',
      },
    },
  ],
  good: [
    { title: 'The document’s month.', frontmatter: {} },
    {
      title: 'The document’s day, in the other shape.',
      frontmatter: {
        source_url:
          'https://bidenwhitehouse.archives.gov/briefing-room/statements-releases/2023/11/17/readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland/',
      },
    },
  ],
  calibration: 'None in 10,067 documents of the archive: path and date agree in every one.',
  *check(context): Iterable<Problem> {
    const published = publishedAddress(context);
    if (published && !published.parts) yield* incomplete(published, context);
    const parts = published?.parts;
    const found = parts && readPathDate(parts);
    if (!published || !parts || !found) return;
    const witnesses = witnessesOf(context);
    const { day } = witnesses;
    const { value } = published.field;
    const written = value.text.slice(found.start, found.end);
    if (!found.isValid && !isDay({ year: found.year, month: found.month, day: found.day ?? 1 }) && !day) {
      yield {
        span: sourceSpanOrWhole(value, found.start, found.end),
        message: `“${written}” in the address is no date.`,
      };
      return;
    }
    if (!day || (found.isValid && isOfDay(found, day))) return;
    const { yyyy, mm, dd } = parts;
    const isUnpadded = isOfDay(found, day);
    yield {
      span: sourceSpanOrWhole(value, found.start, found.end),
      message: isUnpadded
        ? `The date in the address is written “${written}”. It must have all its zeros.`
        : `The address is of “${written}”, the statement of ${formatDay(day)}. Correct the one that is wrong.`,
      fixes: () => {
        const edit = (piece: Piece | undefined, text: string): TextEdit[] =>
          piece && piece.text !== text
            ? [{ span: sourceSpanOrWhole(value, piece.start, piece.end), newText: text }]
            : [];
        const support = supportOf(day, { ...witnesses, url: undefined });
        return [
          {
            title: `Change the date in the address to ${formatDay(day)}`,
            edits: [
              ...edit(yyyy, pad(day.year, 4)),
              ...edit(mm, pad(day.month, 2)),
              ...edit(dd, pad(day.day, 2)),
            ],
            // Only the zeros are missing, and everything else says this day.
            safe: isUnpadded && support.against === 0,
          },
        ];
      },
    };
  },
});

/** A path without its month or its day. */
function* incomplete({ field, address }: SoundAddress, context: RuleContext<unknown>): Iterable<Problem> {
  const { settings } = context;
  const { day } = witnessesOf(context);
  const found = isAllowedHost(address.host.text, settings) && readIncompletePath(address.path, settings);
  if (!found) return;
  const { missing, at } = found;
  const place = sourceSpanOrWhole(field.value, at, at);
  yield {
    span: sourceSpanOrWhole(field.value, address.path.start, address.path.end),
    message: `The date in the address has no ${missing === 'dd' ? 'day' : 'month'}. The house’s addresses have the shape ${settings.url.paths.join(' or ')}.`,
    ...(day && {
      fixes: () => {
        const part = pad(missing === 'dd' ? day.day : day.month, 2);
        return [{ title: `Insert “${part}”`, edits: [{ span: place, newText: `/${part}` }], safe: false }];
      },
    }),
  };
}
