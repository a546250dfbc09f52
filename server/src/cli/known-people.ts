/** Whom the statements of a folder name, for `readout new`: what the language server learns from its index. */
import { join } from 'node:path';
import { isFolderExcluded } from '../core/config/ownership.ts';
import type { KnownPerson } from '../core/features/new-readout.ts';
import type { FolderEntry, Host } from '../host/host.ts';
import { WorkspaceFollower } from '../workspace/follower.ts';
import { knownPeople } from '../workspace/known-people.ts';

/** As many entries of folders are looked at: nobody waits for a whole disk. */
const MOST_ENTRIES = 50_000;
/** As many statements are read, the latest by name, which begins with the date: titles change, and old ones mislead. */
const MOST_FILES = 300;
/** As many people are offered. */
const MOST_PEOPLE = 300;

/**
 * People named in the latest statements of a folder and those below it, with the title that each bore last.
 * @param folder absolute, with forward slashes.
 */
export async function peopleIn(folder: string, host: Host): Promise<readonly KnownPerson[]> {
  const chosen = await latestFiles(folder, host);
  if (chosen.length === 0) return [];
  const tree = treeOf(chosen);
  const follower = new WorkspaceFollower(
    { ...host, readFolder: async (path) => [...(tree.get(path)?.values() ?? [])] },
    { uriOf: (path) => path, pathOf: (uri) => uri, keyOf: (uri) => uri },
    () => undefined,
  );
  await follower.scan([folder]);
  return knownPeople(follower.index, MOST_PEOPLE);
}

async function latestFiles(root: string, host: Host): Promise<readonly string[]> {
  const found: string[] = [];
  const waiting = [root];
  let seen = 0;
  for (let folder = waiting.shift(); folder !== undefined && seen < MOST_ENTRIES; folder = waiting.shift()) {
    const { settings, root: settingsRoot } = host.settingsFor(folder, 'folder');
    for (const { name, kind } of await host.readFolder(folder)) {
      seen++;
      const path = join(folder, name).replaceAll('\\', '/');
      if (kind === 'file') {
        if (/\.(?:md|markdown)$/i.test(name)) found.push(path);
      } else if (
        !name.startsWith('.') &&
        name !== 'node_modules' &&
        !isFolderExcluded(path, settings, settingsRoot)
      )
        waiting.push(path);
    }
  }
  const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  return found
    .sort((a, b) => (nameOf(a) < nameOf(b) ? 1 : nameOf(a) > nameOf(b) ? -1 : 0))
    .slice(0, MOST_FILES);
}

/** The folders that lead to these files, each with what it holds of them. */
function treeOf(paths: readonly string[]): ReadonlyMap<string, ReadonlyMap<string, FolderEntry>> {
  const tree = new Map<string, Map<string, FolderEntry>>();
  for (const path of paths) {
    let kind: FolderEntry['kind'] = 'file';
    for (let at = path; at.includes('/'); at = at.slice(0, at.lastIndexOf('/'))) {
      const folder = at.slice(0, at.lastIndexOf('/'));
      const name = at.slice(folder.length + 1);
      const entries = tree.get(folder) ?? new Map<string, FolderEntry>();
      tree.set(folder, entries);
      if (entries.has(name)) break;
      entries.set(name, { name, kind });
      kind = 'folder';
    }
  }
  return tree;
}
