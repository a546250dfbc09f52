/** `readout check`: the findings of files, folders and globs. */
import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { LoadedSettings } from '../config-files/load.ts';
import { MARKDOWNLINT_RULES, markdownlintCode } from '../core/config/markdownlint-rules.ts';
import { instantOf } from '../core/document/calendar.ts';
import { readTimestamp } from '../core/document/facts.ts';
import { RULES, type SeverityOrOff } from '../core/index.ts';
import { nearest } from '../core/text/nearest.ts';
import { type ParsedArguments, wholeNumber } from './arguments.ts';
import { type CheckedFile, Checker, type CheckPlan, type ReleasePlan } from './check-file.ts';
import { type Command, EXIT } from './command.ts';
import { fileDiff } from './diff.ts';
import { unknownCode } from './explain.ts';
import { exclusionBy, findFiles } from './find-files.ts';
import { checkAll, defaultJobs } from './jobs.ts';
import { docsUrl } from './package.ts';
import { progressLine } from './progress.ts';
import { decode } from './read-text.ts';
import { FORMATS, type Format, reporterOf } from './report/formats.ts';
import { count, type FileReport, noTotals, type Reporter, type Totals } from './report/report.ts';
import { settingsReports } from './report/settings-report.ts';
import { sharedUrls } from './shared-urls.ts';
import { type Terminal, UsageError } from './terminal.ts';

const SEVERITIES: readonly SeverityOrOff[] = ['error', 'warning', 'information', 'hint', 'off'];
/** Reports are written in pieces of about this many characters. */
const PIECE = 65_536;

export const checkCommand: Command = {
  name: 'check',
  usage: '[OPTIONS] PATH…',
  summary: 'Checks files, folders (their .md and .markdown files) and globs.',
  details:
    'Settings come from the nearest .readout.yaml above each file. A Markdown file that is no readout is left alone.\nExit codes: 0 no errors, 1 errors or more warnings than allowed, 2 wrong usage, broken settings or an unreadable path.',
  options: [
    { name: 'format', value: 'FORMAT', choices: FORMATS, description: 'how to report (default: pretty)' },
    { name: 'fix', description: 'mend what can be mended safely, in the files' },
    { name: 'fix-dry-run', description: 'print what --fix would do, as a unified diff, and change nothing' },
    { name: 'stdin', description: 'check standard input' },
    {
      name: 'stdin-filename',
      value: 'F',
      description: 'its name: for settings, messages and the file name’s rule',
    },
    { name: 'config', value: 'F', description: 'this settings file for all files' },
    {
      name: 'rule',
      value: 'CODE=SEVERITY',
      repeated: true,
      description: 'another severity for a rule, or off; may be repeated',
    },
    { name: 'max-warnings', value: 'N', description: 'exit with 1 if there are more warnings than N' },
    { name: 'quiet', short: 'q', description: 'report errors only' },
    {
      name: 'jobs',
      short: 'j',
      value: 'N',
      description: 'threads to spread the files over (default: one a processor)',
    },
    {
      name: 'release',
      description: 'refuse what is under embargo, not cleared, or unfinished',
    },
    {
      name: 'now',
      value: 'TIMESTAMP',
      description: 'the moment of release for --release, as 2023-11-17 17:33:23-05:00 (default: now)',
    },
    { name: 'no-markdownlint', description: 'leave the markdownlint stage out' },
  ],
  run: async (args, terminal) => {
    const options = readOptions(args, terminal);
    return options.stdin ? checkInput(options, terminal) : checkFiles(args.positionals, options, terminal);
  },
};

interface CheckOptions {
  readonly plan: CheckPlan;
  readonly format: Format;
  readonly quiet: boolean;
  /** More warnings than this end with exit code 1. */
  readonly maxWarnings: number;
  readonly jobs: number | undefined;
  readonly stdin: boolean;
  readonly stdinFilename: string | undefined;
}

function readOptions(args: ParsedArguments, terminal: Terminal): CheckOptions {
  const config = args.value('config');
  const configPath = config === undefined ? undefined : resolve(terminal.cwd, config);
  if (configPath !== undefined && !existsSync(configPath))
    throw new UsageError(`There is no settings file ${config}.`);
  const maxWarnings = args.value('max-warnings');
  const jobs = args.value('jobs');
  const stdin = args.has('stdin');
  const stdinFilename = args.value('stdin-filename');
  if (stdin && args.positionals.some((path) => path !== '-'))
    throw new UsageError(
      'Either --stdin or paths, not both. The name of standard input is --stdin-filename F.',
    );
  if (!stdin && stdinFilename !== undefined)
    throw new UsageError('--stdin-filename names standard input: it needs --stdin.');
  if (!stdin && args.positionals.length === 0)
    throw new UsageError(
      'Name at least one file or folder: readout check PATH… (“readout check .” checks this folder).',
    );
  const shows = args.has('fix-dry-run');
  if (shows && args.has('fix')) throw new UsageError('Either --fix or --fix-dry-run, not both.');
  if (shows && args.value('format') !== undefined)
    throw new UsageError('--fix-dry-run prints a diff instead of a report: leave --format out.');
  const release = readRelease(args, terminal, stdinFilename);
  if (release && (shows || args.has('fix')))
    throw new UsageError('--release judges what is there; mend it first, with --fix and without --release.');
  if (stdin && args.has('fix'))
    throw new UsageError('--fix writes files; for standard input --fix-dry-run prints the changes.');
  return {
    plan: {
      cwd: terminal.cwd,
      config: configPath,
      severities: readSeverities(args.values('rule')),
      markdownlint: !args.has('no-markdownlint'),
      docs: docsUrl(terminal),
      sharedUrls: undefined,
      release,
      fix: args.has('fix-dry-run') ? 'show' : args.has('fix') ? 'write' : undefined,
    },
    format: (args.value('format') ?? 'pretty') as Format,
    quiet: args.has('quiet'),
    maxWarnings:
      maxWarnings === undefined ? Number.POSITIVE_INFINITY : wholeNumber('max-warnings', maxWarnings, 0),
    jobs: jobs === undefined ? undefined : Math.min(64, wholeNumber('jobs', jobs, 1)),
    stdin,
    stdinFilename: stdinFilename === undefined ? undefined : resolve(terminal.cwd, stdinFilename),
  };
}

function readRelease(
  args: ParsedArguments,
  terminal: Terminal,
  stdinFilename: string | undefined,
): ReleasePlan | undefined {
  const now = args.value('now');
  if (!args.has('release')) {
    if (now !== undefined) throw new UsageError('--now is the moment of release: it needs --release.');
    return undefined;
  }
  const named = stdinFilename === undefined ? args.positionals : [stdinFilename];
  return {
    now: now === undefined ? Date.now() : moment(now),
    named: named.map((path) => resolve(terminal.cwd, path)),
  };
}

function moment(text: string): number {
  const reading = readTimestamp(text);
  if (reading.kind !== 'timestamp')
    throw new UsageError(
      `--now takes date, time and offset, such as "2023-11-17 17:33:23-05:00"; this is “${text}”.`,
    );
  return instantOf(reading.timestamp, reading.timestamp.offset);
}

function readSeverities(written: readonly string[]): Record<string, SeverityOrOff> {
  const known = new Set([
    ...RULES.map(({ code }) => code),
    ...Object.keys(MARKDOWNLINT_RULES).map(markdownlintCode),
  ]);
  return Object.fromEntries(
    written.map((each) => {
      const equals = each.lastIndexOf('=');
      const code = each.slice(0, Math.max(0, equals));
      const severity = each.slice(equals + 1);
      if (equals < 1)
        throw new UsageError(`--rule takes CODE=SEVERITY, such as body/end-mark=off; this is “${each}”.`);
      if (!known.has(code)) throw new UsageError(unknownCode(code));
      if (!SEVERITIES.includes(severity as SeverityOrOff)) {
        const meant = nearest(severity, SEVERITIES);
        throw new UsageError(
          `“${severity}” is no severity.${meant ? ` Did you mean “${meant}”?` : ''} There are ${SEVERITIES.join(', ')}.`,
        );
      }
      return [code, severity as SeverityOrOff];
    }),
  );
}

const SILENT: Reporter = { begin: () => '', file: () => '', end: () => '' };

/** Collects a report, writes it in pieces, and counts. */
class Report {
  readonly totals: Totals = noTotals();
  readonly #reporter: Reporter;
  readonly #options: CheckOptions;
  readonly #terminal: Terminal;
  #piece = '';

  constructor(options: CheckOptions, terminal: Terminal) {
    this.#options = options;
    this.#terminal = terminal;
    // With --fix-dry-run standard output is a diff, and the report goes without.
    this.#reporter = options.plan.fix === 'show' ? SILENT : reporterOf(options.format, terminal);
    this.#piece = this.#reporter.begin();
  }

  async add(file: FileReport): Promise<void> {
    count(this.totals, file);
    this.#piece += this.#reporter.file(
      this.#options.quiet
        ? { ...file, findings: file.findings.filter(({ severity }) => severity === 'error') }
        : file,
    );
    if (this.#piece.length >= PIECE) await this.#flush();
  }

  /** A fixed file's diff, and how many findings were mended. */
  async addFixes(diff: string, fixed: number): Promise<void> {
    this.#piece += diff;
    this.totals.fixed += fixed;
    if (fixed > 0) this.totals.filesFixed++;
    if (this.#piece.length >= PIECE) await this.#flush();
  }

  async end(): Promise<void> {
    this.#piece += this.#reporter.end(this.totals);
    await this.#flush();
  }

  async #flush(): Promise<void> {
    const piece = this.#piece;
    this.#piece = '';
    await this.#terminal.out(piece);
  }

  /** The exit code for what was found. */
  get exit(): number {
    const { error, warning } = this.totals.bySeverity;
    return error > 0 || warning > this.#options.maxWarnings ? EXIT.findings : EXIT.ok;
  }
}

async function checkInput(options: CheckOptions, terminal: Terminal): Promise<number> {
  const checker = new Checker(options.plan);
  const path = options.stdinFilename;
  const report = new Report(options, terminal);
  const loaded = checker.settingsFor(path ?? resolve(terminal.cwd, 'untitled'));
  for (const each of settingsReports([loaded], options.plan.docs)) await report.add(each);
  const decoded = decode(await terminal.input());
  let checked = await checker.text(path, decoded);
  if (options.plan.fix && checked.checked && !decoded.problem) {
    const fixed = await checker.fixedText(path, checked);
    const name = path === undefined ? 'stdin' : relative(terminal.cwd, path);
    await report.addFixes(fileDiff(checked.readout.text, fixed.readout.text, name, name), fixed.applied);
    checked = { ...checked, readout: fixed.readout, findings: fixed.findings };
  }
  await report.add(checker.report(path ?? '<stdin>', checked));
  await report.end();
  return loaded.problems.length > 0 ? EXIT.usage : report.exit;
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
  for (const problem of found.problems) terminal.err(`readout: ${problem}\n`);
  const report = new Report(options, terminal);
  const used = new Map<string | undefined, LoadedSettings>();
  for (const path of found.files) {
    const loaded = checker.settingsFor(path);
    used.set(loaded.files[0], loaded);
  }
  if (options.plan.config !== undefined)
    used.set(options.plan.config, checker.settingsFor(options.plan.config));
  const broken = [...used.values()].filter(({ problems }) => problems.length > 0);
  for (const each of settingsReports(broken, options.plan.docs)) await report.add(each);
  let failed = found.problems.length > 0 || broken.length > 0;
  const plan =
    found.files.length > 1 ? { ...options.plan, sharedUrls: sharedUrls(found.files) } : options.plan;
  const jobs = options.jobs ?? defaultJobs(found.files.length);
  const progress = progressLine(terminal, found.files.length);
  try {
    for await (const file of checkAll(found.files, plan, jobs, terminal.entry, terminal.interrupted)) {
      progress.step();
      failed = tellProblem(file, terminal, progress.clear) || failed;
      await report.addFixes(file.diff ?? '', file.fixed ?? 0);
      if (!file.problem || file.report.checked) await report.add(file.report);
    }
  } finally {
    progress.clear();
  }
  await report.end();
  if (terminal.interrupted.aborted) {
    terminal.err('readout: Interrupted; this is what was found so far.\n');
    return EXIT.interrupted;
  }
  return failed ? EXIT.usage : report.exit;
}

function tellProblem({ problem }: CheckedFile, terminal: Terminal, clear: () => void): boolean {
  if (problem === undefined) return false;
  clear();
  terminal.err(`readout: ${problem}\n`);
  return true;
}
