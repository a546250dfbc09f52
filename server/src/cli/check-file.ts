/** Checks one file after another: the work that the main thread and the worker threads share. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { type LoadedSettings, SettingsFiles } from '../config-files/load.ts';
import { looksLikeReadout, mustBeReadout } from '../core/config/ownership.ts';
import { type FixedDocument, fixAll } from '../core/features/fix-all.ts';
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
import { fileDiff } from './diff.ts';
import { unreadable } from './find-files.ts';
import { type DecodedText, decode, ENCODING_CODE, FileBytes } from './read-text.ts';
import type { FileReport, ReportedFinding } from './report/report.ts';
import { portablePath } from './shard.ts';
import { renameFile, replaceFile, WriteError } from './write-file.ts';

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
  /** `write`: safe fixes are applied to the files; `show`: they are shown as a diff. */
  readonly fix: 'write' | 'show' | undefined;
  /** Results come with what they can be kept under. */
  readonly keyed: boolean;
  /** The documents are to be released; undefined if they are only checked. */
  readonly release: ReleasePlan | undefined;
}

/** How to check documents that are to be released. */
export interface ReleasePlan {
  /** The moment of release, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: number;
  /** Files named one by one, absolute: they must be readouts, whatever they look like. */
  readonly named: readonly string[];
}

/** What rules asked about other documents, and what they were told: address, and names of the others that have it. */
export type CorpusAnswers = readonly (readonly [url: string, names: readonly string[]])[];

/** What became of one file. */
export interface CheckedFile {
  readonly report: FileReport;
  /** One sentence where it could not be read or written. */
  readonly problem?: string;
  /** What fixes would change, as a unified diff. */
  readonly diff?: string;
  /** Findings mended, or that would be. */
  readonly fixed?: number;
  /** What the result can be kept under, and the answers that it rests on; only where the plan asks for it. */
  readonly keyed?: { readonly key: string; readonly answers: CorpusAnswers };
}

/** Checks files by one plan; keeps settings and what hangs on them. */
export class Checker {
  readonly #plan: CheckPlan;
  readonly #files = new SettingsFiles();
  readonly #overridden = new WeakMap<Settings, Settings>();
  readonly #bytes = new FileBytes();
  readonly #settingsKeys = new WeakMap<Settings, string>();

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
      // What is to be mended is compared with the file before it is written.
      bytes = this.#plan.fix ? readFileSync(path) : this.#bytes.read(path);
    } catch (error) {
      return {
        report: { path, findings: [], checked: false },
        problem: unreadable(relative(this.#plan.cwd, path) || path, error),
      };
    }
    const decoded = decode(bytes);
    const key = this.#plan.keyed ? this.keyOf(path, bytes) : undefined;
    const checked = await this.text(path, decoded);
    if (!this.#plan.fix || !checked.checked || decoded.problem) {
      const report = this.report(path, checked);
      return key === undefined ? { report } : { report, keyed: { key, answers: checked.answers } };
    }
    return this.#fixed(path, bytes, checked);
  }

  /**
   * A key that is the same only where the result is, as long as the answers about other documents are the same too
   * and the same program gives it.
   * @param bytes the file's content.
   */
  keyOf(path: string, bytes: Uint8Array): string {
    const { settings, root } = this.settingsFor(path);
    const must = mustBeReadout(posixPath(path), settings, root && posixPath(root));
    const { markdownlint, sharedUrls, cwd } = this.#plan;
    return createHash('sha256')
      .update(this.#settingsKey(settings))
      .update(`${must} ${markdownlint} ${sharedUrls !== undefined}\0${portablePath(path, cwd)}\0`)
      .update(bytes)
      .digest('hex');
  }

  #settingsKey(settings: Settings): string {
    let key = this.#settingsKeys.get(settings);
    if (key === undefined) {
      key = createHash('sha256').update(JSON.stringify(settings)).digest('hex');
      this.#settingsKeys.set(settings, key);
    }
    return key;
  }

  /** Whether these answers would be given to the rules today. */
  holds(path: string, answers: CorpusAnswers): boolean {
    const corpus = this.#corpusView([]);
    if (!corpus) return answers.length === 0;
    return answers.every(([url, names]) => {
      const now = corpus.othersWithUrl(url, posixPath(path));
      return now.length === names.length && now.every((name, index) => name === names[index]);
    });
  }

  /** Applies the safe fixes of a text; the text alone, no file. */
  async fixedText(path: string | undefined, before: CheckedText): Promise<FixedDocument> {
    return fixAll(before.readout, async (readout) =>
      readout === before.readout ? before.findings : (await this.#check(path, readout)).findings,
    );
  }

  async #fixed(path: string, bytes: Uint8Array, before: CheckedText): Promise<CheckedFile> {
    const fixed = await this.fixedText(path, before);
    const shown = this.#shown(path);
    const after = { ...before, readout: fixed.readout, findings: fixed.findings };
    const moved = fixed.renameTo === undefined ? path : join(dirname(path), fixed.renameTo);
    if (this.#plan.fix === 'show') {
      const renamed = moved !== path && !existsSync(moved);
      const target = renamed ? moved : path;
      return {
        report: this.report(path, renamed ? await this.#check(target, fixed.readout) : after),
        diff: fileDiff(before.readout.text, fixed.readout.text, shown, this.#shown(target)),
        fixed: fixed.applied + (renamed ? 1 : 0),
      };
    }
    try {
      if (fixed.applied > 0) replaceFile(path, bytes, fixed.readout.text);
    } catch (error) {
      if (!(error instanceof WriteError)) throw error;
      return { report: this.report(path, before), problem: `${shown} was not mended: ${error.message}.` };
    }
    if (moved === path) return { report: this.report(path, after), fixed: fixed.applied };
    try {
      const renamed = renameFile(path, basename(moved));
      return {
        report: this.report(renamed, await this.#check(renamed, fixed.readout)),
        fixed: fixed.applied + 1,
      };
    } catch (error) {
      if (!(error instanceof WriteError)) throw error;
      // The file keeps its name, and the finding about it stands in the report.
      return { report: this.report(path, after), fixed: fixed.applied };
    }
  }

  #shown(path: string): string {
    return relative(this.#plan.cwd, path) || path;
  }

  /** Checks a text as if it were the file's. @param path absolute; undefined for text without a file. */
  async text(path: string | undefined, decoded: DecodedText): Promise<CheckedText> {
    const checked = await this.#check(path, Readout.parse(decoded.text));
    const encoding = checked.checked ? encodingFinding(decoded, checked.readout) : undefined;
    if (!encoding) return checked;
    // The bytes say more than the characters that they were replaced by.
    const others = checked.findings.filter(({ code }) => code !== ENCODING_CODE);
    return { ...checked, findings: [encoding, ...others] };
  }

  async #check(path: string | undefined, readout: Readout): Promise<CheckedText> {
    const { settings, root } = this.settingsFor(path ?? `${this.#plan.cwd}${sep}untitled`);
    const posix = path === undefined ? undefined : posixPath(path);
    const { release } = this.#plan;
    const must =
      (release !== undefined && (path === undefined || release.named.includes(path))) ||
      (posix !== undefined && mustBeReadout(posix, settings, root && posixPath(root)));
    if (!must && !looksLikeReadout(readout, settings))
      return { readout, findings: [], checked: false, settings, answers: [] };
    const answers: [string, readonly string[]][] = [];
    const corpus = this.#corpusView(answers);
    const findings = check({ readout, path: posix }, settings, {
      mustBeReadout: must,
      ...(this.#plan.markdownlint && { markdownlint: await lintMarkdown(readout, settings) }),
      ...(corpus && { corpus }),
      ...(release && { release: { now: release.now } }),
    });
    return { readout, findings, checked: true, settings, answers };
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

  /** @param answers receives what is asked, with the answers. */
  #corpusView(answers: [string, readonly string[]][]): CorpusView | undefined {
    const { sharedUrls, cwd } = this.#plan;
    if (!sharedUrls) return undefined;
    return {
      othersWithUrl: (url, self) => {
        const files = Object.hasOwn(sharedUrls, url) ? (sharedUrls[url] ?? []) : [];
        const names = files.filter((path) => posixPath(path) !== self).map((path) => shownPath(path, cwd));
        answers.push([url, names]);
        return names;
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
  /** What the rules asked about other documents. */
  readonly answers: CorpusAnswers;
}

function posixPath(path: string): string {
  return path.split(sep).join('/');
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
