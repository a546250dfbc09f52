/** `readout merge-reports`: the reports of all shards of a check become the report of the whole. */
import { readdirSync, statSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readJudgement } from './check-options.ts';
import { Report } from './check-report.ts';
import { type Command, EXIT } from './command.ts';
import { unreadable } from './find-files.ts';
import { docsUrl } from './package.ts';
import { type BlobFile, type BlobHead, readBlobHead, readBlobLine } from './report/blob.ts';
import { FORMATS, type Format, reporterOf } from './report/formats.ts';
import { type Terminal, UsageError } from './terminal.ts';

export const mergeReportsCommand: Command = {
  name: 'merge-reports',
  usage: '[OPTIONS] PATH…',
  summary: 'Makes one report of what readout check --shard … --format blob wrote on several machines.',
  details:
    'PATH is the report of one shard, or a folder of such reports (*.blob). All shards of one run are needed, each once.\nReport and exit code are those of a check of all files on one machine: 0 no errors, 1 errors or more warnings than\nallowed, 2 wrong usage, broken settings, an unreadable path, or a shard that is missing or did not finish.',
  options: [
    { name: 'format', value: 'FORMAT', choices: FORMATS, description: 'how to report (default: pretty)' },
    { name: 'max-warnings', value: 'N', description: 'exit with 1 if there are more warnings than N' },
    { name: 'quiet', short: 'q', description: 'report errors only' },
  ],
  run: async (args, terminal) => {
    if (args.positionals.length === 0)
      throw new UsageError('Name the reports of all shards, or their folder: readout merge-reports PATH…');
    const judgement = readJudgement(args);
    const blobs = await Promise.all(
      blobFiles(args.positionals, terminal.cwd).map((path) => Blob.open(path, terminal)),
    );
    const heads = blobs.map(({ head }) => head);
    const first = together(blobs);
    const started = new Date(Math.min(...heads.map((head) => Date.parse(head.started))));
    const format = (args.value('format') ?? 'pretty') as Format;
    const report = new Report(reporterOf(format, terminal, started), judgement, terminal);
    await report.start(first);
    let reported = 0;
    for (let index = 0; index < first.files; index++) {
      if (terminal.interrupted.aborted) break;
      const next = blobs.find(({ current }) => current?.index === index);
      // The rest of a shard that did not finish.
      if (!next) continue;
      reported++;
      const { file } = next.current as BlobFile;
      await report.addChecked(file, () => undefined);
      await next.advance();
    }
    await report.end();
    if (terminal.interrupted.aborted) return EXIT.interrupted;
    const unfinished = blobs.flatMap((blob) => blob.unfinished ?? []);
    for (const each of unfinished) terminal.err(`readout: ${each}\n`);
    if (unfinished.length === 0 && reported < first.files)
      throw new UsageError(
        `${first.files - reported} files stand in no report: one of the reports is damaged.`,
      );
    return unfinished.length > 0 ? EXIT.usage : report.exit;
  },
};

/** The files that were named, and `*.blob` in folders that were. @throws UsageError for what cannot be read. */
function blobFiles(paths: readonly string[], cwd: string): string[] {
  return paths.flatMap((path) => {
    const absolute = resolve(cwd, path);
    try {
      if (!statSync(absolute).isDirectory()) return [absolute];
      const names = readdirSync(absolute).filter((name) => name.endsWith('.blob'));
      if (names.length === 0) throw new UsageError(`There is no report of a shard (*.blob) in ${path}.`);
      return names.sort().map((name) => join(absolute, name));
    } catch (error) {
      if (error instanceof UsageError) throw error;
      throw new UsageError(unreadable(path, error));
    }
  });
}

/** A report of one shard, read line by line: memory does not grow with its length. */
class Blob {
  readonly path: string;
  readonly head: BlobHead;
  readonly #lines: AsyncIterator<string>;
  readonly #terminal: Terminal;
  #files = 0;
  /** The next file, until there is no more. */
  current: BlobFile | undefined;
  /** A sentence, once it is known that the run ended before its time. */
  unfinished: string | undefined;

  private constructor(path: string, head: BlobHead, lines: AsyncIterator<string>, terminal: Terminal) {
    this.path = path;
    this.head = head;
    this.#lines = lines;
    this.#terminal = terminal;
  }

  /** @throws UsageError if it is none. */
  static async open(path: string, terminal: Terminal): Promise<Blob> {
    const lines = linesOf(path);
    const first = await lines.next();
    const head = readBlobHead(first.done ? '' : first.value, terminal.cwd, docsUrl(terminal));
    if (typeof head === 'string') throw new UsageError(`${path} ${head}.`);
    const blob = new Blob(path, head, lines, terminal);
    await blob.advance();
    return blob;
  }

  /** Goes to the next file. @throws UsageError if the report is damaged. */
  async advance(): Promise<void> {
    const last = this.current?.index ?? -1;
    this.current = undefined;
    const next = await this.#lines.next();
    if (next.done) {
      this.unfinished = `${this.path} breaks off: its shard did not finish. This is what the others found, and it up to there.`;
      return;
    }
    const line = readBlobLine(next.value, this.#terminal.cwd, docsUrl(this.#terminal));
    if (line?.kind === 'file' && line.value.index > last && line.value.index < this.head.files) {
      this.current = line.value;
      this.#files++;
    } else if (line?.kind === 'end' && line.files === this.#files) {
      if (line.interrupted)
        this.unfinished = `The shard of ${this.path} was interrupted. Its report holds what it had found.`;
    } else {
      // A last line that was cut off in the middle is the sign of a killed process.
      const isLast = (await this.#lines.next()).done;
      if (!isLast) throw new UsageError(`${this.path} is damaged.`);
      this.unfinished = `${this.path} breaks off: its shard did not finish. This is what the others found, and it up to there.`;
    }
  }
}

async function* linesOf(path: string): AsyncGenerator<string> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    yield* file.readLines();
  } catch (error) {
    throw new UsageError(unreadable(path, error));
  } finally {
    await file?.close();
  }
}

/** @returns the head of the first of them. @throws UsageError unless they are all shards of one run, each once. */
function together(blobs: readonly Blob[]): BlobHead {
  const [first] = blobs;
  if (!first) throw new UsageError('There is no report of a shard.');
  const { shard, version, files, list, plan } = first.head;
  const byIndex = new Map<number, Blob>();
  for (const blob of blobs) {
    const { head, path } = blob;
    const differs =
      head.version !== version
        ? 'by another version of Readout than'
        : head.shard.count !== shard.count
          ? `of ${head.shard.count} shards, not ${shard.count}, unlike`
          : head.files !== files || head.list !== list
            ? 'of other files than'
            : head.plan !== plan
              ? 'with other settings or options than'
              : undefined;
    if (differs)
      throw new UsageError(`${path} was made ${differs} ${first.path}: they do not belong together.`);
    const twin = byIndex.get(head.shard.index);
    if (twin)
      throw new UsageError(`${twin.path} and ${path} are both shard ${head.shard.index}/${shard.count}.`);
    byIndex.set(head.shard.index, blob);
  }
  const missing = Array.from({ length: shard.count }, (_, index) => index + 1).filter(
    (index) => !byIndex.has(index),
  );
  if (missing.length > 0)
    throw new UsageError(
      `The report of ${missing.map((index) => `shard ${index}/${shard.count}`).join(', ')} is missing.`,
    );
  return first.head;
}
