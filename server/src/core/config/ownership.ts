/** Which files are ours: any other Markdown file is left alone. */
import type { Readout } from '../document/readout.ts';
import type { Settings } from './settings.ts';

/** A frontmatter with this many of our keys makes a file a readout. */
const KEYS_WANTED = 2;

/**
 * Whether a document shows by its frontmatter that it is a readout: at least two of the keys that the settings'
 * schema names. A frontmatter that does not parse or is never closed counts just the same.
 */
export function looksLikeReadout(readout: Readout, settings: Settings): boolean {
  const known = settings.frontmatter.properties ?? {};
  const seen = new Set<string>();
  for (const { key } of readout.frontmatter?.keyLines ?? []) {
    if (Object.hasOwn(known, key)) seen.add(key);
  }
  return seen.size >= KEYS_WANTED;
}
