/** What `readout check` can be told, and what it makes of that. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { MARKDOWNLINT_RULES, markdownlintCode } from '../core/config/markdownlint-rules.ts';
import { instantOf } from '../core/document/calendar.ts';
import { readTimestamp } from '../core/document/facts.ts';
import { RULES, type SeverityOrOff } from '../core/index.ts';
import { nearest } from '../core/text/nearest.ts';
import { type OptionDefinition, type ParsedArguments, wholeNumber } from './arguments.ts';
import type { CheckPlan, ReleasePlan } from './check-file.ts';
import type { Judgement } from './check-report.ts';
import { unknownCode } from './explain.ts';
import { docsUrl } from './package.ts';
import { FORMATS, type Format } from './report/formats.ts';
import { readShard, type Shard } from './shard.ts';
import { type Terminal, UsageError } from './terminal.ts';

const SEVERITIES: readonly SeverityOrOff[] = ['error', 'warning', 'information', 'hint', 'off'];
const CHECK_FORMATS = [...FORMATS, 'blob'] as const;
const CACHE_FILE = '.readout-cache';

export const CHECK_OPTIONS: readonly OptionDefinition[] = [
  { name: 'format', value: 'FORMAT', choices: CHECK_FORMATS, description: 'how to report (default: pretty)' },
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
    name: 'cache',
    value: 'FILE',
    valueIsOptional: true,
    description: 'skip files that are as they were, by what FILE remembers (default: .readout-cache)',
  },
  {
    name: 'shard',
    value: 'PART/PARTS',
    description: 'check this part of the files only, such as 2/4; with --format blob for merge-reports',
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
];

export interface CheckOptions extends Judgement {
  readonly plan: CheckPlan;
  readonly format: Format | 'blob';
  readonly shard: Shard | undefined;
  /** Absolute path of the cache's file. */
  readonly cache: string | undefined;
  readonly jobs: number | undefined;
  readonly stdin: boolean;
  readonly stdinFilename: string | undefined;
}

/** @throws UsageError on what is wrong, contradictory or of no use. */
export function readOptions(args: ParsedArguments, terminal: Terminal): CheckOptions {
  const config = args.value('config');
  const configPath = config === undefined ? undefined : resolve(terminal.cwd, config);
  if (configPath !== undefined && !existsSync(configPath))
    throw new UsageError(`There is no settings file ${config}.`);
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
  const shard = readSharding(args);
  const cache = args.value('cache');
  return {
    plan: {
      cwd: terminal.cwd,
      config: configPath,
      severities: readSeverities(args.values('rule')),
      markdownlint: !args.has('no-markdownlint'),
      docs: docsUrl(terminal),
      sharedUrls: undefined,
      keyed: false,
      release,
      fix: args.has('fix-dry-run') ? 'show' : args.has('fix') ? 'write' : undefined,
    },
    format: (args.value('format') ?? 'pretty') as Format | 'blob',
    shard,
    cache: cache === undefined ? undefined : resolve(terminal.cwd, cache || CACHE_FILE),
    ...readJudgement(args),
    jobs: jobs === undefined ? undefined : Math.min(64, wholeNumber('jobs', jobs, 1)),
    stdin,
    stdinFilename: stdinFilename === undefined ? undefined : resolve(terminal.cwd, stdinFilename),
  };
}

/** Reads `--quiet` and `--max-warnings`. @throws UsageError */
export function readJudgement(args: ParsedArguments): Judgement {
  const maxWarnings = args.value('max-warnings');
  return {
    quiet: args.has('quiet'),
    maxWarnings:
      maxWarnings === undefined ? Number.POSITIVE_INFINITY : wholeNumber('max-warnings', maxWarnings, 0),
  };
}

function readSharding(args: ParsedArguments): Shard | undefined {
  const written = args.value('shard');
  const isBlob = args.value('format') === 'blob';
  if (written === undefined) {
    if (isBlob)
      throw new UsageError('--format blob is the report of one shard: it needs --shard PART/PARTS.');
    return undefined;
  }
  const shard = readShard(written);
  if (args.has('stdin')) throw new UsageError('--shard splits files: it does not go with --stdin.');
  if (args.has('fix') || args.has('fix-dry-run'))
    throw new UsageError('--shard is for reports: mend without it.');
  if (isBlob && args.has('quiet'))
    throw new UsageError('--format blob keeps everything; give --quiet to readout merge-reports.');
  return shard;
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
