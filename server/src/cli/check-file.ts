/** Checks one file after another: the work that the main thread and the worker threads share. */
import { readFileSync } from 'node:fs';
import { basename, dirname, relative, sep } from 'node:path';
import { type LoadedSettings, SettingsFiles } from '../config-files/load.ts';
import { looksLikeReadout, mustBeReadout } from '../core/config/ownership.ts';
import {
  type CorpusView,
  type Finding,
  Readout,
  ruleUrl,
  type Settings,
  type SeverityOrOff,
} from '../core/index.ts';
import { check } from '../core/rules/check.ts';
import { lintMarkdown } from '../markdownlint/stage.ts';
import { unreadable } from './find-files.ts';
import { type DecodedText, decode, ENCODING_CODE } from './read-text.ts';
import type { FileReport, ReportedFinding } from './report/report.ts';

/** How to check; plain data, so that it can be sent to a worker. */
export interface CheckPlan {
  /** Folder that relative paths count from, for messages. */
  readonly cwd: string;
  /** The one settings file for all files, if one was named. */
  readonly config: string | undefined;
  /** Severities set on the command line, by code. */
  readonly severities: Readonly<Record<string, SeverityOrOff>>;
  readonly markdownlint: boolean;
  /** URL of the folder with the rules' pages, with a slash at the end. */
  readonly docs: string;
  /** The files that share a `source_url`, by URL, absolute; undefined if files are not compared. */
  readonly sharedUrls: Readonly<Record<string, readonly string[]>> | undefined;
}

/** What became of one file. */
export interface CheckedFile {
  readonly report: FileReport;
  /** One sentence where it could not be read. */
  readonly problem?: string;
}

/** Checks files by one plan; keeps settings and what hangs on them. */
export class Checker {
  readonly #plan: CheckPlan;
  readonly #files = new SettingsFiles();
  readonly #overridden = new WeakMap<Settings, Settings>();

  constructor(plan: CheckPlan) {
    this.#plan = plan;
  }

  /** The settings in force for a file, the command line's severities laid over them. */
  settingsFor(path: string): LoadedSettings {
    const { config } = this.#plan;
    const loaded = config === undefined ? this.#files.forFile(path) : this.#files.load(config);
    let settings = this.#overridden.get(loaded.settings);
    if (!settings) {
      settings = withSeverities(loaded.settings, this.#plan.severities);
      this.#overridden.set(loaded.settings, settings);
    }
    return { ...loaded, settings };
  }

  /** Reads and checks a file. */
  async file(path: string): Promise<CheckedFile> {
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(path);
    } catch (error) {
      return {
        report: { path, findings: [], checked: false },
        problem: unreadable(relative(this.#plan.cwd, path) || path, error),
      };
    }
    const checked = await this.text(path, decode(bytes));
    return { report: this.report(path, checked) };
  }

  /** Checks a text as if it were the file's. @param path absolute; undefined for text without a file. */
  async text(path: string | undefined, decoded: DecodedText): Promise<CheckedText> {
    const { settings, root } = this.settingsFor(path ?? `${this.#plan.cwd}${sep}untitled`);
    const readout = Readout.parse(decoded.text);
    const posix = path?.split(sep).join('/');
    const must = posix !== undefined && mustBeReadout(posix, settings, root?.split(sep).join('/'));
    if (!must && !looksLikeReadout(readout, settings))
      return { readout, findings: [], checked: false, settings };
    const corpus = this.#corpusView();
    const findings = check({ readout, path: posix }, settings, {
      mustBeReadout: must,
      ...(this.#plan.markdownlint && { markdownlint: await lintMarkdown(readout, settings) }),
      ...(corpus && { corpus }),
    });
    const encoding = encodingFinding(decoded, readout);
    return { readout, findings: encoding ? [encoding, ...findings] : findings, checked: true, settings };
  }

  /** Findings as reports show them. */
  report(path: string, { readout, findings, checked }: CheckedText): FileReport {
    return {
      path,
      checked,
      findings: findings.map(
        (finding): ReportedFinding => ({
          range: { start: readout.positionAt(finding.span.start), end: readout.positionAt(finding.span.end) },
          severity: finding.severity,
          code: finding.code,
          message: finding.message,
          fixable: finding.fixes?.().some((fix) => fix.safe) ?? false,
          url: ruleUrl(finding.code, this.#plan.docs),
        }),
      ),
    };
  }

  #corpusView(): CorpusView | undefined {
    const { sharedUrls, cwd } = this.#plan;
    if (!sharedUrls) return undefined;
    return {
      othersWithUrl: (url, self) => {
        if (!Object.hasOwn(sharedUrls, url)) return [];
        return (sharedUrls[url] ?? [])
          .filter((path) => path.split(sep).join('/') !== self)
          .map((path) => shownPath(path, cwd));
      },
    };
  }
}

/** A text with its findings in offsets. */
export interface CheckedText {
  readonly readout: Readout;
  /** Ordered by place; one on the file's encoding first. */
  readonly findings: readonly Finding[];
  /** Whether it is ours at all: any other Markdown file is left alone. */
  readonly checked: boolean;
  readonly settings: Settings;
}

function shownPath(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return short.startsWith('..') ? `${basename(dirname(path))}/${basename(path)}` : short.split(sep).join('/');
}

function withSeverities(settings: Settings, severities: CheckPlan['severities']): Settings {
  const codes = Object.keys(severities);
  if (codes.length === 0) return settings;
  const rules = { ...settings.rules };
  for (const code of codes) {
    const severity = severities[code];
    if (severity) rules[code] = { ...rules[code], severity };
  }
  return { ...settings, rules };
}

function encodingFinding({ problem }: DecodedText, readout: Readout): Finding | undefined {
  if (!problem) return undefined;
  return {
    code: ENCODING_CODE,
    severity: 'error',
    span: { start: problem.offset, end: Math.min(problem.offset + 1, readout.length) },
    message: problem.message,
  };
}
