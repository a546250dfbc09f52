/** `readout check`: the findings of files, folders and globs. */
import { createHash } from 'node:crypto';
import { relative, resolve } from 'node:path';
import type { LoadedSettings } from '../config-files/load.ts';
import { cachedCheck } from './cached-check.ts';
import { type CheckedFile, Checker, type CheckPlan } from './check-file.ts';
import { CHECK_OPTIONS, type CheckOptions, readOptions } from './check-options.ts';
import { Report, type RunHead } from './check-report.ts';
import { type Command, EXIT } from './command.ts';
import { fileDiff } from './diff.ts';
import { exclusionBy, findFiles } from './find-files.ts';
import { checkAll, defaultJobs } from './jobs.ts';
import { packageVersion } from './package.ts';
import { progressLine } from './progress.ts';
import { decode } from './read-text.ts';
import { blobWriter } from './report/blob.ts';
import { type Format, reporterOf } from './report/formats.ts';
import type { Reporter } from './report/report.ts';
import { settingsReports } from './report/settings-report.ts';
import { isInShard, portablePath } from './shard.ts';
import { sharedUrls } from './shared-urls.ts';
import type { Terminal } from './terminal.ts';

export const checkCommand: Command = {
  name: 'check',
  usage: '[OPTIONS] PATH…',
  summary: 'Checks files, folders (their .md and .markdown files) and globs.',
  details:
    'Settings come from the nearest .readout.yaml above each file. A Markdown file that is no readout is left alone.\nExit codes: 0 no errors, 1 errors or more warnings than allowed, 2 wrong usage, broken settings or an unreadable path.',
  options: CHECK_OPTIONS,
  run: async (args, terminal) => {
    const options = readOptions(args, terminal);
    return options.stdin ? checkInput(options, terminal) : checkFiles(args.positionals, options, terminal);
  },
};

const SILENT: Reporter = { begin: () => '', file: () => '', end: () => '' };

function reportOf(options: CheckOptions, terminal: Terminal): Report {
  // With --fix-dry-run standard output is a diff, and the report goes without; a blob is written beside it.
  const isSilent = options.plan.fix === 'show' || options.format === 'blob';
  return new Report(isSilent ? SILENT : reporterOf(options.format as Format, terminal), options, terminal);
}

async function checkInput(options: CheckOptions, terminal: Terminal): Promise<number> {
  const checker = new Checker(options.plan);
  const path = options.stdinFilename;
  const report = reportOf(options, terminal);
  const loaded = checker.settingsFor(path ?? resolve(terminal.cwd, 'untitled'));
  await report.start({ problems: [], settings: settingsReports([loaded], options.plan.docs) });
  const decoded = decode(await terminal.input());
  let checked = await checker.text(path, decoded);
  if (options.plan.fix && checked.checked && !decoded.problem) {
    const fixed = await checker.fixedText(path, checked);
    const name = path === undefined ? 'stdin' : relative(terminal.cwd, path);
    report.addFixes(fileDiff(checked.readout.text, fixed.readout.text, name, name), fixed.applied);
    checked = { ...checked, readout: fixed.readout, findings: fixed.findings };
  }
  await report.add(checker.report(path ?? '<stdin>', checked));
  await report.end();
  return report.exit;
}

async function checkFiles(
  paths: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<number> {
  const checker = new Checker(options.plan);
  const found = findFiles(
    paths,
    terminal.cwd,
    exclusionBy((path) => checker.settingsFor(path)),
  );
  const used = new Map<string | undefined, LoadedSettings>();
  for (const path of found.files) {
    const loaded = checker.settingsFor(path);
    used.set(loaded.files[0], loaded);
  }
  if (options.plan.config !== undefined)
    used.set(options.plan.config, checker.settingsFor(options.plan.config));
  const head: RunHead = {
    problems: found.problems,
    settings: settingsReports(used.values(), options.plan.docs),
  };
  // A shard looks at the addresses of all files, so that it finds those that stand in two shards.
  const plan =
    found.files.length > 1 ? { ...options.plan, sharedUrls: sharedUrls(found.files) } : options.plan;
  const { shard } = options;
  const mine = shard
    ? found.files.flatMap((path, index) =>
        isInShard(portablePath(path, terminal.cwd), shard) ? [{ path, index }] : [],
      )
    : found.files.map((path, index) => ({ path, index }));
  const report = reportOf(options, terminal);
  await report.start(head);
  const blob = options.format === 'blob' ? blobWriter(terminal.cwd, plan.docs) : undefined;
  if (blob && shard) {
    await terminal.out(
      blob.head({
        ...head,
        shard,
        version: packageVersion(terminal),
        files: found.files.length,
        list: hashOf(found.files.map((path) => portablePath(path, terminal.cwd))),
        plan: planHash(options.plan, used.values()),
        started: new Date().toISOString(),
      }),
    );
  }
  let done = 0;
  const progress = progressLine(terminal, mine.length);
  try {
    for await (const file of checked(
      mine.map(({ path }) => path),
      plan,
      options,
      terminal,
      progress.clear,
    )) {
      progress.step();
      await report.addChecked(file, progress.clear);
      if (blob) await terminal.out(blob.file({ index: mine[done]?.index ?? 0, file }));
      done++;
    }
  } finally {
    progress.clear();
  }
  if (blob) await terminal.out(blob.end(done, terminal.interrupted.aborted));
  await report.end();
  if (terminal.interrupted.aborted) {
    terminal.err('readout: Interrupted; this is what was found so far.\n');
    return EXIT.interrupted;
  }
  return report.exit;
}

function checked(
  files: readonly string[],
  plan: CheckPlan,
  options: CheckOptions,
  terminal: Terminal,
  clear: () => void,
): AsyncGenerator<CheckedFile> {
  const all = (paths: readonly string[], each: CheckPlan): AsyncGenerator<CheckedFile> =>
    checkAll(paths, each, options.jobs ?? defaultJobs(paths.length), terminal.entry, terminal.interrupted);
  // What mends files, or depends on the clock, is done anew each time.
  return options.cache !== undefined && !plan.fix && !plan.release
    ? cachedCheck(options.cache, files, plan, all, terminal, clear)
    : all(files, plan);
}

function planHash({ severities, markdownlint, release }: CheckPlan, used: Iterable<LoadedSettings>): string {
  return hashOf([severities, markdownlint, release !== undefined, [...used].map(({ settings }) => settings)]);
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
