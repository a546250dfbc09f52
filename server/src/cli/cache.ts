/**
 * What earlier runs found, by a key that says all that a result depends on. A cache can make a run faster and nothing
 * else: whatever is wrong with its file, files are checked anew.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { writeReason } from './write-file.ts';

/** How a cache's file begins, whatever wrote it. */
const MARK = '{"readoutCache":';
/** Counted up whenever the file's form changes. */
const FORMAT = 1;
/** Results that this many runs had no use for are dropped. */
const MOST_RUNS_UNUSED = 20;
/** A temporary file of a run that was killed is cleared away after this many milliseconds. */
const ABANDONED = 3_600_000;

interface Entry {
  /** A JSON value on one line. */
  readonly json: string;
  /** Runs since it was last of use. */
  readonly unused: number;
}

/** A cache for one run: looked up, filled, and written back once. */
export class ResultCache {
  readonly #file: string;
  readonly #engine: string;
  readonly #known: Map<string, Entry>;
  readonly #used = new Map<string, string>();
  /** Whether a file that is no cache stands in the way. */
  readonly #isForeign: boolean;
  #isChanged = false;
  /** A sentence about what is wrong with the file, if anything. */
  readonly problem: string | undefined;

  /**
   * Opens a cache; one that is not there, or was written by another engine, is empty.
   * @param file absolute path.
   * @param engine names the program that computes results: another one's are of no use.
   */
  constructor(file: string, engine: string) {
    this.#file = file;
    this.#engine = engine;
    const read = readCache(file, engine);
    this.#known = read.entries;
    this.#isForeign = read.isForeign ?? false;
    this.problem = read.problem;
  }

  /** The value kept under a key, or undefined. */
  get(key: string): unknown {
    const entry = this.#known.get(key);
    if (!entry) return undefined;
    try {
      return JSON.parse(entry.json);
    } catch {
      return undefined;
    }
  }

  /** Says that the value under a key was of use, so that it is kept. */
  keep(key: string): void {
    const entry = this.#known.get(key);
    if (entry) this.#used.set(key, entry.json);
  }

  /** Keeps a value (JSON). */
  set(key: string, value: unknown): void {
    this.#used.set(key, JSON.stringify(value));
    this.#isChanged = true;
  }

  /**
   * Writes the cache back: whole or not at all, however the process ends, whoever else writes it.
   * @returns a sentence if that failed; the results are not affected.
   */
  save(): string | undefined {
    if (this.#isForeign) return undefined;
    // Nothing new, and nothing that grows older.
    if (!this.#isChanged && this.#used.size === this.#known.size) return undefined;
    const lines: string[] = [];
    for (const [key, json] of this.#used) lines.push(`${key} 0 ${json}`);
    for (const [key, { json, unused }] of this.#known) {
      if (!this.#used.has(key) && unused < MOST_RUNS_UNUSED) lines.push(`${key} ${unused + 1} ${json}`);
    }
    const body = lines.join('\n');
    const head = `{"readoutCache":${FORMAT},"engine":${JSON.stringify(this.#engine)},"sum":"${sumOf(body)}"}`;
    const temporary = `${this.#file}.${process.pid}.${Date.now().toString(36)}.tmp`;
    try {
      const file = openSync(temporary, 'wx');
      try {
        const bytes = Buffer.from(`${head}\n${body}`, 'utf8');
        for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(temporary, this.#file);
    } catch (error) {
      rmSync(temporary, { force: true });
      return `The cache ${this.#file} was not written: ${writeReason(error)}. The results are complete.`;
    }
    removeAbandoned(this.#file);
    return undefined;
  }
}

interface Read {
  readonly entries: Map<string, Entry>;
  readonly problem?: string;
  readonly isForeign?: boolean;
}

function readCache(file: string, engine: string): Read {
  const entries = new Map<string, Entry>();
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { entries };
    const isFolder = (error as NodeJS.ErrnoException).code === 'EISDIR';
    const why = isFolder ? 'is a folder' : `cannot be read (${writeReason(error)})`;
    return { entries, isForeign: isFolder, problem: `The cache ${file} ${why}. Everything is checked anew.` };
  }
  if (text === '') return { entries };
  if (!text.startsWith(MARK))
    return {
      entries,
      isForeign: true,
      problem: `${file} is no cache of Readout. It is left as it is, and everything is checked anew.`,
    };
  const headEnd = text.indexOf('\n');
  const head = parsedHead(text.slice(0, Math.max(0, headEnd)));
  const body = text.slice(headEnd + 1);
  const damaged: Read = {
    entries,
    problem: `The cache ${file} is damaged. Everything is checked anew, and the cache replaced.`,
  };
  if (!head) return damaged;
  // Written by another version, older or newer: of no use, and no matter.
  if (head.readoutCache !== FORMAT || head.engine !== engine) return { entries };
  if (sumOf(body) !== head.sum) return damaged;
  for (let at = 0; at < body.length; ) {
    const lineBreak = body.indexOf('\n', at);
    const end = lineBreak < 0 ? body.length : lineBreak;
    const afterKey = body.indexOf(' ', at);
    const afterAge = body.indexOf(' ', afterKey + 1);
    entries.set(body.slice(at, afterKey), {
      unused: Number(body.slice(afterKey + 1, afterAge)),
      json: body.slice(afterAge + 1, end),
    });
    at = end + 1;
  }
  return { entries };
}

function parsedHead(text: string): { readoutCache: unknown; engine: unknown; sum: unknown } | undefined {
  try {
    return JSON.parse(text) as { readoutCache: unknown; engine: unknown; sum: unknown };
  } catch {
    return undefined;
  }
}

function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Clears away what runs that were killed in the middle of writing left behind. */
function removeAbandoned(file: string): void {
  const folder = dirname(file);
  const start = `${basename(file)}.`;
  try {
    for (const name of readdirSync(folder)) {
      if (!name.startsWith(start) || !/^\d+\.[0-9a-z]+\.tmp$/.test(name.slice(start.length))) continue;
      const path = join(folder, name);
      if (Date.now() - statSync(path).mtimeMs > ABANDONED) rmSync(path, { force: true });
    }
  } catch {
    // Somebody else cleared it away, or the folder may not be listed: no harm.
  }
}
