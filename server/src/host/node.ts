/** The {@link Host} of a Node process. */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { SettingsFiles } from '../config-files/load.ts';
import type { FolderEntry, Host } from './host.ts';

const settings = new SettingsFiles();

export const NODE_HOST: Host = {
  async readBytes(path) {
    try {
      return await readFile(path);
    } catch {
      return undefined;
    }
  },
  digest: (bytes) => createHash('sha256').update(bytes).digest('base64'),
  async readFolder(path) {
    try {
      const entries = await readdir(path, { withFileTypes: true });
      const found = await Promise.all(
        entries.map(async (entry): Promise<FolderEntry | undefined> => {
          if (entry.isDirectory()) return { name: entry.name, kind: 'folder' };
          if (entry.isFile()) return { name: entry.name, kind: 'file' };
          if (!entry.isSymbolicLink()) return undefined;
          const target = await stat(`${path}/${entry.name}`).catch(() => undefined);
          return target?.isFile() ? { name: entry.name, kind: 'file' } : undefined;
        }),
      );
      return found
        .filter((entry) => entry !== undefined)
        .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    } catch {
      return [];
    }
  },
  settingsFor: (path, kind) => (kind === 'file' ? settings.forFile(path) : settings.forFolder(path)),
  forgetSettings: () => settings.clear(),
  now: () => Date.now(),
  pause: () => new Promise((resolve) => setImmediate(() => setImmediate(resolve))),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
