/** Where a statement will be found: its address and its file's name. */
import type { Settings } from '../config/settings.ts';

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
