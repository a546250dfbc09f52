/** A {@link Storage} in a file. */
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Storage } from './host.ts';

/** A temporary file of a process that was killed is cleared away after this many milliseconds. */
const ABANDONED = 3_600_000;

let count = 0;

/** @param file absolute path; its folder is made when it is needed. */
export function fileStorage(file: string): Storage {
  return {
    async read() {
      return readFile(file).catch(() => undefined);
    },
    async write(content) {
      const temporary = `${file}.${process.pid}.${Date.now().toString(36)}${(count++).toString(36)}.tmp`;
      try {
        await mkdir(dirname(file), { recursive: true });
        await writeAll(temporary, content);
        // Readers and other writers see the old file or the new one, and never a part.
        await rename(temporary, file);
      } catch (error) {
        await rm(temporary, { force: true }).catch(() => undefined);
        return `The index was not kept in ${file}: ${(error as Error).message}. It will be built anew at the next start.`;
      }
      await removeAbandoned(file);
      return undefined;
    },
  };
}

async function writeAll(path: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx');
  try {
    for await (const piece of content) await file.writeFile(piece);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Clears away what processes that were killed in the middle of writing left behind. */
async function removeAbandoned(file: string): Promise<void> {
  const folder = dirname(file);
  const start = `${basename(file)}.`;
  try {
    for (const name of await readdir(folder)) {
      if (!name.startsWith(start) || !/^\d+\.[0-9a-z]+\.tmp$/.test(name.slice(start.length))) continue;
      const path = join(folder, name);
      if (Date.now() - (await stat(path)).mtimeMs > ABANDONED) await rm(path, { force: true });
    }
  } catch {
    // Somebody else cleared it away, or the folder may not be listed: no harm.
  }
}
