/** Which files are ours: any other Markdown file is left alone. */
import { derive } from '../document/derive.ts';
import type { Readout } from '../document/readout.ts';
import { covers, globList } from './glob.ts';
import type { Settings } from './settings.ts';

/** A frontmatter with this many of our keys makes a file a readout. */
const KEYS_WANTED = 2;

const globsOf = derive((settings: Settings) => ({
  include: globList(settings.include),
  exclude: globList(settings.exclude),
}));

/**
 * Whether a document shows by its frontmatter that it is a readout: at least two of the keys that the settings'
 * schema names. A frontmatter that does not parse or is never closed counts just the same.
 */
export function looksLikeReadout(readout: Readout, settings: Settings): boolean {
  const known = settings.frontmatter.properties ?? {};
  const required = settings.frontmatter.required ?? [];
  const seen = new Set<string>();
  for (const { key } of readout.frontmatter?.keyLines ?? []) {
    if (Object.hasOwn(known, key) || required.includes(key)) seen.add(key);
  }
  return seen.size >= KEYS_WANTED;
}

/**
 * Whether a file lies under the `include` globs, so that it must be a readout whatever it looks like.
 * @param path absolute, with forward slashes.
 * @param root folder of the settings file, which the globs count from; undefined if there is none.
 */
export function mustBeReadout(path: string, settings: Settings, root: string | undefined): boolean {
  const below = relativeTo(path, root);
  if (below === undefined || settings.include.length === 0) return false;
  const globs = globsOf(settings);
  return covers(globs.include, below) && !covers(globs.exclude, below);
}

/**
 * Whether a file is never looked at. Without a settings file, globs count from the file system's root.
 * @param path absolute, with forward slashes.
 */
export function isExcluded(path: string, settings: Settings, root: string | undefined): boolean {
  const below = root === undefined ? path : relativeTo(path, root);
  return below !== undefined && covers(globsOf(settings).exclude, below);
}

/** Whether all files below a folder are excluded, so that nobody need enter it. */
export function isFolderExcluded(path: string, settings: Settings, root: string | undefined): boolean {
  return globsOf(settings).exclude.prunes && isExcluded(path, settings, root);
}

function relativeTo(path: string, root: string | undefined): string | undefined {
  if (root === undefined) return undefined;
  const folder = root.endsWith('/') ? root : `${root}/`;
  return path.startsWith(folder) ? path.slice(folder.length) : undefined;
}
