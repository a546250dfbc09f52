import { formatDay, isSameDay } from '../../document/calendar.ts';
import { scalarField } from '../../document/facts.ts';
import { slugOf } from '../../text/slug.ts';
import { supportOf, witnessesOf } from '../date/witness.ts';
import { defineRule, type Fix, type Problem, type RuleContext } from '../rule.ts';
import { publishedAddress } from '../url/judge.ts';
import { likeness } from '../url/slug.ts';
import { dayInName, readFileName } from './file-name.ts';

const RIGHT = '2023-11-17-readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland.md';

/** A file that is not called by the house's shape. */
export const name = defineRule({
  code: 'file/name',
  scope: 'frontmatter',
  severity: 'warning',
  title: 'The file is not named by its date and the last part of its address.',
  why: 'Folders are sorted by name: a statement under the wrong day, or without one, is not found when it is needed.',
  bad: [
    {
      title: 'No date in front.',
      opening: '⟦---⟧',
      fileName: 'readout-norland.md',
      fixedName: RIGHT,
    },
    {
      title: 'The day before.',
      opening: '⟦---⟧',
      fileName: RIGHT.replace('17', '16'),
      fixedName: RIGHT,
    },
    {
      title: 'Capitals and underscores.',
      opening: '⟦---⟧',
      fileName: '2023-11-17-Readout_of_Call.md',
      fixedName: RIGHT,
    },
  ],
  good: [{ title: 'Date and the address’s last part.', fileName: RIGHT }],
  calibration:
    'None in 10,067 documents of the archive: every name is the date and the last part of the address.',
  *check(context): Iterable<Problem> {
    const { readout, fileName, settings } = context;
    const { frontmatter } = readout;
    // Without fields there is nothing that the name could be held against.
    if (!frontmatter || fileName === undefined || frontmatter.fields.length === 0) return;
    const parts = readFileName(fileName, settings);
    const { day } = witnessesOf(context);
    const slug = publishedSlug(context);
    const span = frontmatter.open ?? frontmatter.brokenOpen ?? { start: 0, end: 0 };
    const message = reasonOf(context, parts, slug);
    if (message === undefined) return;
    yield {
      span,
      message,
      fixes: (): readonly Fix[] => {
        const own = slug ?? ownSlug(context, parts?.slug);
        if (!day || !own) return [];
        const newName = settings.fileName.replace('{date}', formatDay(day)).replace('{slug}', own);
        if (newName === fileName) return [];
        const support = supportOf(day, { ...witnessesOf(context), file: undefined });
        return [
          {
            title: `Rename to ${newName}`,
            edits: [],
            renameTo: newName,
            safe: slug !== undefined && support.for > 0 && support.against === 0,
          },
        ];
      },
    };
  },
});

function reasonOf(
  context: RuleContext<unknown>,
  parts: ReturnType<typeof readFileName>,
  slug: string | undefined,
): string | undefined {
  const { fileName = '', settings, readout } = context;
  const { day } = witnessesOf(context);
  if (!parts) {
    const other = dayInName(fileName);
    const hint = !other && settings.fileName.includes('{date}') ? ' It has no date.' : '';
    return `The file is called “${fileName}”. The house’s names have the shape ${settings.fileName}, in small letters with hyphens.${hint}`;
  }
  if (settings.fileName.includes('{date}') && !parts.date)
    return `The file is called “${fileName}”, and there is no such day.`;
  if (day && parts.date && !isSameDay(day, parts.date))
    return `The file’s name is of ${formatDay(parts.date)}, the statement of ${formatDay(day)}.`;
  if (slug !== undefined && parts.slug !== undefined && parts.slug !== slug) {
    const title = scalarField(readout.frontmatter, 'title')?.value.text;
    const headline = slugOf((title ?? '').slice(0, 1000));
    // Where the address is the stranger, the rule on its slug says so.
    if (headline !== '' && likeness(parts.slug, headline) > likeness(slug, headline) + 0.3) return undefined;
    return `The file’s name ends with “${parts.slug}”, the address with “${slug}”. They should be the same.`;
  }
  return undefined;
}

/** The last part of the address. */
function publishedSlug(context: RuleContext<unknown>): string | undefined {
  return publishedAddress(context)?.parts?.slug?.text.toLowerCase();
}

/** What a new name can be made of where the address says nothing. */
function ownSlug({ readout }: RuleContext<unknown>, named: string | undefined): string | undefined {
  if (named) return named;
  const title = scalarField(readout.frontmatter, 'title')?.value.text;
  return title === undefined ? undefined : slugOf(title.slice(0, 1000)) || undefined;
}
