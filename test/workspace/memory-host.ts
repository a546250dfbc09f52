import { createHash } from 'node:crypto';
import { BUILT_IN } from '../../server/src/config-files/load.ts';
import type { FolderEntry, Host } from '../../server/src/host/host.ts';
import type { Names } from '../../server/src/workspace/follower.ts';

/** A host whose disk is a map from path to text. Every read takes its time, so that events come in between. */
export class MemoryHost implements Host {
  readonly files = new Map<string, string>();
  #now = 0;

  async readBytes(path: string): Promise<Uint8Array | undefined> {
    await this.pause();
    const text = this.files.get(path);
    return text === undefined ? undefined : new TextEncoder().encode(text);
  }

  digest(bytes: Uint8Array): string {
    return createHash('sha256').update(bytes).digest('base64');
  }

  async readFolder(path: string): Promise<readonly FolderEntry[]> {
    await this.pause();
    const entries = new Map<string, FolderEntry>();
    for (const file of this.files.keys()) {
      if (!file.startsWith(`${path}/`)) continue;
      const [name = '', ...rest] = file.slice(path.length + 1).split('/');
      entries.set(name, { name, kind: rest.length > 0 ? 'folder' : 'file' });
    }
    return [...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  settingsFor() {
    return BUILT_IN;
  }

  forgetSettings(): void {}

  /** Each look at the clock is a millisecond later than the one before. */
  now(): number {
    return this.#now++;
  }

  pause(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }

  wait(): Promise<void> {
    return this.pause();
  }
}

export const NAMES: Names = {
  uriOf: (path) => `file://${path}`,
  pathOf: (uri) => uri.slice('file://'.length),
  keyOf: (uri) => uri,
};
