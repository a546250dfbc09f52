/** What a field most likely says, read from the others: for keys that are missing and values that are empty. */
import { formatDay, formatOffset, offsetsOf } from '../../document/calendar.ts';
import { scalarField } from '../../document/facts.ts';
import type { ValueStyle } from '../../document/frontmatter.ts';
import { slugOf } from '../../text/slug.ts';
import { supportOf, type WitnessContext, witnessesOf } from '../date/witness.ts';
import { readFileName } from '../file/file-name.ts';
import { readAddress, readPath } from '../url/address.ts';

/** A value for a field. */
export interface DerivedValue {
  readonly text: string;
  /** How the archive writes such a value. */
  readonly style: ValueStyle;
  /** Whether it follows from the other fields, so that it cannot be wrong. */
  readonly certain: boolean;
}

/** The value that follows from the rest of the document, or undefined if nothing is known. */
export function derivedValue(key: string, context: WitnessContext): DerivedValue | undefined {
  switch (key) {
    case 'date':
      return date(context);
    case 'published_time':
      return publishedTime(context);
    case 'source_url':
      return sourceUrl(context);
    case 'tags':
      return tags(context);
    case 'title':
      return title(context);
    default:
      return undefined;
  }
}

function date(context: WitnessContext): DerivedValue | undefined {
  const witnesses = witnessesOf(context);
  const { published, file, url } = witnesses;
  const fromUrl =
    url?.isValid && url.day !== undefined ? { year: url.year, month: url.month, day: url.day } : undefined;
  const day = published ?? file ?? fromUrl;
  if (!day) return undefined;
  const support = supportOf(day, witnesses);
  return { text: formatDay(day), style: 'single', certain: published !== undefined && support.against === 0 };
}

function publishedTime(context: WitnessContext): DerivedValue | undefined {
  const { date, file } = witnessesOf(context);
  const day = date ?? file;
  if (!day) return undefined;
  const midnight = { ...day, hour: 0, minute: 0, second: 0 };
  const offset = offsetsOf(midnight, context.settings.timeZone)[0];
  if (offset === undefined) return undefined;
  // The day is known, the time is not: an offer to be completed.
  return { text: `${formatDay(day)} 00:00:00${formatOffset(offset)}`, style: 'plain', certain: false };
}

function slugFrom({ readout, fileName, settings }: WitnessContext): string | undefined {
  const named = fileName === undefined ? undefined : readFileName(fileName, settings)?.slug;
  if (named) return named;
  const headline = scalarField(readout.frontmatter, 'title')?.value.text;
  return headline === undefined ? undefined : slugOf(headline) || undefined;
}

function sourceUrl(context: WitnessContext): DerivedValue | undefined {
  const { readout, settings } = context;
  const { day = witnessesOf(context).file } = witnessesOf(context);
  const tag = scalarField(readout.frontmatter, 'tags')?.value.text;
  const slug = slugFrom(context);
  const host = settings.url.hosts.find((name) => !name.includes('*'));
  const shape = settings.url.paths[0];
  if (!day || !tag || !slug || !host || shape === undefined) return undefined;
  const [yyyy = '', mm = '', dd = ''] = formatDay(day).split('-');
  const parts: Readonly<Record<string, string>> = { yyyy, mm, dd, tag, slug };
  const path = shape.replace(/\{(tag|yyyy|mm|dd|slug)\}/g, (whole, name: string) => parts[name] ?? whole);
  return { text: `https://${host}${path}`, style: 'plain', certain: false };
}

function tags({ readout, settings }: WitnessContext): DerivedValue | undefined {
  const address = readAddress(scalarField(readout.frontmatter, 'source_url')?.value.text ?? '');
  const section = address && readPath(address.path, settings)?.tag?.text;
  if (!section) return undefined;
  const isKnown = settings.tags.some(({ name }) => name === section);
  if (settings.tags.length > 0 && !isKnown) return undefined;
  return { text: section, style: 'plain', certain: isKnown };
}

function title(context: WitnessContext): DerivedValue | undefined {
  const { readout, settings } = context;
  const address = readAddress(scalarField(readout.frontmatter, 'source_url')?.value.text ?? '');
  const slug = (address && readPath(address.path, settings)?.slug?.text) ?? slugFrom(context);
  if (!slug || slug.includes('%')) return undefined;
  const words = slug
    .split('-')
    .map((word, index) =>
      index > 0 && SMALL_WORDS.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
    );
  return { text: words.join(' '), style: 'plain', certain: false };
}

/** Words that a headline leaves small. */
const SMALL_WORDS = new Set([
  'a',
  'an',
  'and',
  'at',
  'by',
  'for',
  'from',
  'in',
  'of',
  'on',
  'or',
  'the',
  'to',
  'with',
]);
