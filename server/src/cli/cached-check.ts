/** Checks only the files whose results are not known from earlier runs. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ResultCache } from './cache.ts';
import { type CheckedFile, Checker, type CheckPlan, type CorpusAnswers } from './check-file.ts';
import { packageVersion } from './package.ts';
import { FileBytes } from './read-text.ts';
import {
  asPortableResult,
  fromPortable,
  isRecord,
  type PortableResult,
  toPortable,
} from './report/portable.ts';
import type { Terminal } from './terminal.ts';

/** Files looked up between two chances for Ctrl-C. */
const AT_A_TIME = 64;

/** A result with the questions about other documents that it rests on. */
interface CachedResult extends PortableResult {
  readonly answers: CorpusAnswers;
}

/**
 * The same files, in the same order, with the same results as `checkAll` gives.
 * @param checkAll checks the files that are not known.
 * @param clear takes the progress line away.
 */
export async function* cachedCheck(
  file: string,
  paths: readonly string[],
  plan: CheckPlan,
  checkAll: (paths: readonly string[], plan: CheckPlan) => AsyncGenerator<CheckedFile>,
  terminal: Terminal,
  clear: () => void,
): AsyncGenerator<CheckedFile> {
  const cache = new ResultCache(file, engineOf(terminal));
  const tell = (problem: string | undefined): void => {
    if (problem === undefined) return;
    clear();
    terminal.err(`readout: ${problem}\n`);
  };
  tell(cache.problem);
  const checker = new Checker(plan);
  const bytes = new FileBytes();
  /** By place in `paths`: the key of a result that is known and still holds. */
  const known = new Map<number, string>();
  for (let index = 0; index < paths.length; index++) {
    if (index % AT_A_TIME === 0) {
      await new Promise<void>((resolve) => setImmediate(resolve));
      if (terminal.interrupted.aborted) return;
    }
    const path = paths[index] as string;
    const key = keyOf(checker, bytes, path);
    if (key === undefined) continue;
    const result = asCachedResult(cache.get(key));
    if (result && checker.holds(path, result.answers)) known.set(index, key);
  }
  const fresh = checkAll(
    paths.filter((_, index) => !known.has(index)),
    { ...plan, keyed: true },
  );
  try {
    for (let index = 0; index < paths.length; index++) {
      const key = known.get(index);
      const result = key === undefined ? undefined : asCachedResult(cache.get(key));
      if (key !== undefined && result) {
        if (index % AT_A_TIME === 0) await new Promise<void>((resolve) => setImmediate(resolve));
        if (terminal.interrupted.aborted) return;
        cache.keep(key);
        yield { report: fromPortable(result, paths[index] as string, plan.docs) };
        continue;
      }
      const next = await fresh.next();
      if (next.done) return;
      const { keyed, ...checked } = next.value;
      if (keyed) {
        const value: CachedResult = { ...toPortable(checked.report, plan.docs), answers: keyed.answers };
        cache.set(keyed.key, value);
      }
      yield checked;
    }
  } finally {
    await fresh.return(undefined);
    tell(cache.save());
  }
}

/** What a file's result will be kept under; undefined if it cannot be read. */
function keyOf(checker: Checker, bytes: FileBytes, path: string): string | undefined {
  try {
    return checker.keyOf(path, bytes.read(path));
  } catch {
    return undefined;
  }
}

/**
 * Names all that results depend on beside text, path, settings and other documents: this program, byte for byte (the
 * names of its other modules hold hashes of their content), and the time zones and characters that Node.js knows.
 */
function engineOf(terminal: Terminal): string {
  const { tz, unicode } = process.versions;
  const program = createHash('sha256').update(readFileSync(terminal.entry)).digest('hex').slice(0, 16);
  return `${packageVersion(terminal)} ${program} ${tz ?? ''} ${unicode ?? ''}`;
}

function asCachedResult(value: unknown): CachedResult | undefined {
  const result = asPortableResult(value);
  if (!result || !isRecord(value) || !Array.isArray(value['answers'])) return undefined;
  const isAnswers = value['answers'].every(
    (each) =>
      Array.isArray(each) &&
      each.length === 2 &&
      typeof each[0] === 'string' &&
      Array.isArray(each[1]) &&
      each[1].every((name) => typeof name === 'string'),
  );
  return isAnswers ? (value as unknown as CachedResult) : undefined;
}
