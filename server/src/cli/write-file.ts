/** Writing documents: whole or not at all, and never over what somebody else wrote in the meantime. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Why a document was not written or renamed, in a sentence. */
export class WriteError extends Error {}

/**
 * Replaces a file's content through a temporary file beside it, with the same permissions; a link stays a link.
 * @param before the bytes that were read.
 * @throws WriteError if the file no longer holds these bytes, or cannot be written.
 */
export function replaceFile(path: string, before: Uint8Array, text: string | Uint8Array): void {
  const target = realpathSync(path);
  const temporary = join(
    dirname(target),
    `.${basename(target)}.${process.pid}.${Date.now().toString(36)}.tmp`,
  );
  try {
    const mode = statSync(target).mode & 0o7777;
    const file = openSync(temporary, 'wx', mode);
    try {
      const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (!readFileSync(target).equals(before))
      throw new WriteError('it was changed by somebody else while it was checked; run the command again');
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error instanceof WriteError ? error : new WriteError(writeReason(error));
  }
}

/**
 * Writes a new file.
 * @throws WriteError if something of that name exists, even if somebody was quicker by a moment, or on any failure.
 */
export function createFile(path: string, text: string | Uint8Array): void {
  let file: number;
  try {
    file = openSync(path, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new WriteError('there is already a file of that name');
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new WriteError('its folder does not exist');
    throw new WriteError(writeReason(error));
  }
  try {
    const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    fsyncSync(file);
    closeSync(file);
  } catch (error) {
    rmSync(path, { force: true });
    throw new WriteError(writeReason(error));
  }
}

/**
 * Gives a file another name in its folder.
 * @returns its new path. @throws WriteError if something of that name exists, or the folder cannot be written.
 */
export function renameFile(path: string, name: string): string {
  const target = join(dirname(path), name);
  if (basename(target) !== name || name.startsWith('.')) throw new WriteError(`“${name}” is no file name`);
  try {
    // A hard link fails where the name is taken, even by somebody quicker; a rename would overwrite.
    linkSync(path, target);
    unlinkSync(path);
    return target;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EEXIST') throw new WriteError(`there is already a file ${name}`);
    if (code !== 'ENOTSUP' && code !== 'EOPNOTSUPP' && code !== 'EPERM')
      throw new WriteError(writeReason(error));
  }
  // A file system without hard links.
  if (existsSync(target)) throw new WriteError(`there is already a file ${name}`);
  try {
    renameSync(path, target);
    return target;
  } catch (error) {
    throw new WriteError(writeReason(error));
  }
}

/** Why the file system refused to write, as the end of a sentence. */
export function writeReason(error: unknown): string {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'writing is not permitted';
    case 'ENOSPC':
      return 'the disk is full';
    case 'ENAMETOOLONG':
      return 'the name is too long';
    case 'ENOENT':
      return 'it is no longer there';
    default:
      return code ?? (error instanceof Error ? error.message : String(error));
  }
}
