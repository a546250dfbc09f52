/** From the paths a user names to the files to read, in an order that depends on their names alone. */
import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { LoadedSettings } from '../config-files/load.ts';
import { type Glob, GlobError, matchesGlob, parseGlob } from '../core/config/glob.ts';
import { isExcluded, isFolderExcluded } from '../core/config/ownership.ts';

const MARKDOWN = /\.(?:md|markdown)$/i;
/** A path with such a character that names no file is a glob. */
const GLOB = /[*?[\]{}]/;

/** What a walk skips. Paths are absolute. */
export interface Exclusion {
  /** Whether a file is never looked at. */
  readonly file: (path: string) => boolean;
  /** Whether a folder is never entered. */
  readonly folder: (path: string) => boolean;
}

/** Files and folders that the settings in force where they lie exclude. */
export function exclusionBy(settingsFor: (path: string) => LoadedSettings): Exclusion {
  const posix = (path: string): string => path.split(sep).join('/');
  return {
    file: (path) => {
      const { settings, root } = settingsFor(path);
      return isExcluded(posix(path), settings, root && posix(root));
    },
    folder: (path) => {
      const { settings, root } = settingsFor(path);
      return isFolderExcluded(posix(path), settings, root && posix(root));
    },
  };
}

/** What the named paths came to. */
export interface FoundFiles {
  /** Absolute paths, each once, in the order named; within a folder by name. */
  readonly files: readonly string[];
  /** One sentence for each path that could not be read. */
  readonly problems: readonly string[];
}

/**
 * Markdown files below folders, files named directly, whatever they are called, and those that globs match (the shell
 * may not have expanded them: on Windows, or in quotes).
 * Folders whose names begin with a dot, and links to folders (which may lead in circles), are not entered.
 */
export function findFiles(paths: readonly string[], cwd: string, exclusion: Exclusion): FoundFiles {
  const files = new Set<string>();
  const problems: string[] = [];
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    let kind: 'file' | 'folder' | 'other';
    try {
      const stat = statSync(absolute);
      kind = stat.isDirectory() ? 'folder' : stat.isFile() || stat.isFIFO() ? 'file' : 'other';
    } catch (error) {
      if (GLOB.test(path)) expand(path, cwd, exclusion, files, problems);
      else problems.push(unreadable(path, error));
      continue;
    }
    if (kind === 'file') files.add(absolute);
    else if (kind === 'folder') walk(absolute, exclusion, files, problems);
    else problems.push(`${path} is neither a file nor a folder.`);
  }
  return { files: [...files], problems };
}

/** Files (of any ending that the glob allows) and folders that a glob matches. */
function expand(
  pattern: string,
  cwd: string,
  exclusion: Exclusion,
  files: Set<string>,
  problems: string[],
): void {
  const absolute = resolve(cwd, pattern).split(sep).join('/');
  // Walk from the last folder that is named without wildcards.
  const names = absolute.split('/');
  const fixed = names.slice(
    0,
    Math.max(
      1,
      names.findIndex((name) => GLOB.test(name)),
    ),
  );
  const root = fixed.join('/') || '/';
  let glob: Glob;
  try {
    glob = parseGlob(`/${names.slice(fixed.length).join('/')}`);
  } catch (error) {
    if (!(error instanceof GlobError)) throw error;
    problems.push(`${pattern} is no glob: ${error.message}.`);
    return;
  }
  const below = (path: string): string => path.split(sep).join('/').slice(root.length);
  const matched = new Set<string>();
  walk(root, { ...exclusion, wanted: (path) => matchesGlob(glob, below(path)) }, matched, problems);
  if (matched.size === 0) problems.push(`No file matches ${pattern}.`);
  for (const file of matched) files.add(file);
}

function walk(
  root: string,
  exclusion: Exclusion & { readonly wanted?: (path: string) => boolean },
  files: Set<string>,
  problems: string[],
): void {
  // A stack of folders still to enter, so that no depth of folders can exhaust the call stack.
  const pending = [root];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    let entries: Dirent[];
    try {
      entries = readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      problems.push(unreadable(folder, error));
      continue;
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    const folders: string[] = [];
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('.') && !exclusion.folder(path)) folders.push(path);
      } else if (
        (exclusion.wanted?.(path) ?? MARKDOWN.test(entry.name)) &&
        !exclusion.file(path) &&
        isFile(entry, path)
      ) {
        files.add(path);
      }
    }
    pending.push(...folders.reverse());
  }
}

function isFile(entry: Dirent, path: string): boolean {
  if (entry.isFile()) return true;
  if (!entry.isSymbolicLink()) return false;
  try {
    return statSync(path).isFile();
  } catch {
    // A link to nowhere: there is no document behind it.
    return false;
  }
}

/** Why a path cannot be read, in a sentence. */
export function unreadable(path: string, error: unknown): string {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return `There is no file or folder ${path}.`;
    case 'EACCES':
    case 'EPERM':
      return `${path} may not be read (permission denied).`;
    case 'ELOOP':
      return `${path} is a link that leads in a circle.`;
    case 'EISDIR':
      return `${path} is a folder.`;
    default:
      return `${path} cannot be read (${code ?? (error instanceof Error ? error.message : String(error))}).`;
  }
}
