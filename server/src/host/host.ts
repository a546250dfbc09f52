/** The outside world as far as a long-running shell needs it. Tests and the web worker hand in their own. */

import type { LoadedSettings } from '../config-files/load.ts';

/** One entry of a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder';
}

/** Files, clock and timers. Paths are absolute, with forward slashes. Nothing here throws. */
export interface Host {
  /** What a file holds, or undefined if there is none or it cannot be read. */
  readBytes(path: string): Promise<Uint8Array | undefined>;
  /** A text that no two different contents have in common, as far as anybody knows. Needs no secret. */
  digest(bytes: Uint8Array): string;
  /** What a folder holds, by name; empty if there is none. Links are followed for files, never for folders. */
  readFolder(path: string): Promise<readonly FolderEntry[]>;
  /** The settings in force for the file with this path, or, given a folder, for new files in it. */
  settingsFor(path: string, kind: FolderEntry['kind']): LoadedSettings;
  /** Forgets the settings files read so far: one of them may have changed. */
  forgetSettings(): void;
  /** The time now, in milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
  /** Resolves after everything that has already arrived was dealt with: lets long work be done in slices. */
  pause(): Promise<void>;
  /** Resolves after this many milliseconds. */
  wait(milliseconds: number): Promise<void>;
}

/** A place where a shell keeps one file of its own between two sessions. Nothing here throws. */
export interface Storage {
  /** What was kept, or undefined if there is nothing that can be read. */
  read(): Promise<Uint8Array | undefined>;
  /**
   * Keeps this from now on, in place of what was kept: whole or not at all, however the process ends and whoever else
   * writes at the same time.
   * @returns a sentence about what went wrong, if anything.
   */
  write(content: AsyncIterable<Uint8Array>): Promise<string | undefined>;
}
