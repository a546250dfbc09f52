/** Where a statement will be found: the words of its headline as a slug, its address, its file's name. */
import type { Settings } from '../config/settings.ts';

/** Letters that Unicode does not take apart into a base letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
};

/** A headline as it stands in an address: `Readout of the President’s Call` becomes `readout-of-the-presidents-call`. */
export function slugOf(headline: string): string {
  return slugPart(headline).replace(/^-|-$/g, '');
}

/** As {@link slugOf} for a piece of a headline: blanks at its ends stay as hyphens. */
export function slugPart(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}|[’‘'.[\]\u2060\u00ad]/gu, '')
    .replace(/[ßæœøđðþłħı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^a-z0-9]+/g, '-');
}

/** What an address is made of. */
export interface AddressParts {
  /** Four, two and two digits, or what stands for them in a snippet. */
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly tag: string;
  readonly slug: string;
}

/** The address in the shape that the house uses now; undefined if the settings name no whole host or no shape. */
export function addressOf(settings: Settings, parts: AddressParts): string | undefined {
  const host = settings.url.hosts.find((name) => !name.includes('*'));
  const path = settings.url.paths[0];
  if (!host || path === undefined) return undefined;
  return `https://${host}${fillShape(path, parts)}`;
}

/** The file's name in the house's shape. */
export function fileNameOf(settings: Settings, parts: AddressParts): string {
  return fillShape(settings.fileName, parts);
}

function fillShape(shape: string, { year, month, day, tag, slug }: AddressParts): string {
  const values: Readonly<Record<string, string>> = {
    yyyy: year,
    mm: month,
    dd: day,
    date: `${year}-${month}-${day}`,
    tag,
    slug,
  };
  return shape.replace(/\{(\w+)\}/g, (written, name: string) => values[name] ?? written);
}
