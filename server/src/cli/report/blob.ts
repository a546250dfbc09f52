/**
 * The report of one shard, for `readout merge-reports`: JSON Lines that hold all a report of any format is made from.
 * The first line is the head, the last one says how the run ended, each between is one file.
 */
import type { CheckedFile } from '../check-file.ts';
import type { RunHead } from '../check-report.ts';
import { portablePath, type Shard } from '../shard.ts';
import { absolutePath, asPortableResult, fromPortable, isRecord, toPortable } from './portable.ts';

/** Counted up whenever a report of this form could no longer be read by an older program, or the reverse. */
const BLOB_FORMAT = 1;

/** What has to be the same in all reports of one run. */
export interface BlobRun {
  /** Version of Readout. */
  readonly version: string;
  /** Number of files of all shards. */
  readonly files: number;
  /** Hash over their portable paths, in order. */
  readonly list: string;
  /** Hash over all settings in force and the options that change findings. */
  readonly plan: string;
}

export interface BlobHead extends BlobRun, RunHead {
  readonly shard: Shard;
  /** When the run began, as ISO 8601 in UTC. */
  readonly started: string;
}

/** One file of a blob. */
export interface BlobFile {
  /** Number of the file among those of all shards, from zero. */
  readonly index: number;
  readonly file: CheckedFile;
}

/** Writes blobs. Paths below `cwd` and pages below `docs` are written so that they hold on any machine. */
export function blobWriter(cwd: string, docs: string) {
  const portable = (path: string): string => portablePath(path, cwd);
  return {
    head: ({ shard, version, files, list, plan, started, problems, settings }: BlobHead): string =>
      line({
        readout: 'blob',
        format: BLOB_FORMAT,
        version,
        shard: [shard.index, shard.count],
        files,
        list,
        plan,
        started,
        problems,
        settings: settings.map(({ path, ...report }) => ({
          path: portable(path),
          ...toPortable(report, docs),
        })),
      }),
    file: ({ index, file: { report, problem } }: BlobFile): string =>
      line({
        index,
        path: portable(report.path),
        ...toPortable(report, docs),
        ...(problem !== undefined && { problem }),
      }),
    end: (files: number, interrupted: boolean): string => line({ end: true, files, interrupted }),
  };
}

/** One line, for readers too that take the separators of Unicode for line breaks. */
function line(value: unknown): string {
  const json = JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
  return `${json}\n`;
}

/** A line of a blob, read. */
export type BlobLine =
  | { readonly kind: 'file'; readonly value: BlobFile }
  | { readonly kind: 'end'; readonly files: number; readonly interrupted: boolean };

/**
 * Reads the first line of a blob.
 * @returns the head; a sentence's end that says what is wrong with it otherwise.
 */
export function readBlobHead(text: string, cwd: string, docs: string): BlobHead | string {
  const value = parsed(text);
  if (!isRecord(value) || value['readout'] !== 'blob')
    return 'is no report of a shard: those are written by readout check --shard PART/PARTS --format blob';
  if (value['format'] !== BLOB_FORMAT)
    return 'was written by another version of Readout: use the same version for all shards and for merging';
  const { version, shard, files, list, plan, started, problems, settings } = value;
  if (
    typeof version !== 'string' ||
    !Array.isArray(shard) ||
    !isCount(shard[0]) ||
    !isCount(shard[1]) ||
    !isCount(files) ||
    typeof list !== 'string' ||
    typeof plan !== 'string' ||
    typeof started !== 'string' ||
    !Array.isArray(problems) ||
    !problems.every((each) => typeof each === 'string') ||
    !Array.isArray(settings)
  )
    return DAMAGED;
  const reports = settings.flatMap((each) => fileReport(each, cwd, docs) ?? []);
  if (reports.length < settings.length) return DAMAGED;
  return {
    version,
    shard: { index: shard[0], count: shard[1] },
    files,
    list,
    plan,
    started,
    problems,
    settings: reports,
  };
}

const DAMAGED = 'is damaged';

/** Reads a further line. @returns undefined if it makes no sense. */
export function readBlobLine(text: string, cwd: string, docs: string): BlobLine | undefined {
  const value = parsed(text);
  if (!isRecord(value)) return undefined;
  const { index, files, interrupted, problem } = value;
  if (value['end'] === true)
    return isCount(files) && typeof interrupted === 'boolean'
      ? { kind: 'end', files, interrupted }
      : undefined;
  const report = fileReport(value, cwd, docs);
  if (!report || !isCount(index) || (problem !== undefined && typeof problem !== 'string')) return undefined;
  return { kind: 'file', value: { index, file: { report, ...(problem !== undefined && { problem }) } } };
}

function fileReport(value: unknown, cwd: string, docs: string): CheckedFile['report'] | undefined {
  const result = asPortableResult(value);
  const path = isRecord(value) ? value['path'] : undefined;
  return result && typeof path === 'string' ? fromPortable(result, absolutePath(path, cwd), docs) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
