/** What every report is made from: findings in lines and columns, ready to be sent between threads. */
import type { Position, Severity } from '../../core/index.ts';

/** One finding as reports show it. */
export interface ReportedFinding {
  /** Zero-based lines and UTF-16 characters, as in the Language Server Protocol. */
  readonly range: { readonly start: Position; readonly end: Position };
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  /** Whether `--fix` mends it by itself. */
  readonly fixable: boolean;
  /** The page that explains the code. */
  readonly url: string;
}

/** The findings of one file. */
export interface FileReport {
  /** Absolute path, or the name given for standard input. */
  readonly path: string;
  /** Ordered by place. */
  readonly findings: readonly ReportedFinding[];
  /** Whether it was checked: another kind of Markdown file is left alone. */
  readonly checked: boolean;
}

/** Counts over all files. */
export interface Totals {
  checked: number;
  foreign: number;
  filesWithFindings: number;
  fixable: number;
  /** Findings mended. */
  fixed: number;
  filesFixed: number;
  readonly bySeverity: Record<Severity, number>;
}

/** Nothing counted yet. */
export function noTotals(): Totals {
  return {
    checked: 0,
    foreign: 0,
    filesWithFindings: 0,
    fixable: 0,
    fixed: 0,
    filesFixed: 0,
    bySeverity: { error: 0, warning: 0, information: 0, hint: 0 },
  };
}

/** Adds a file's findings to the totals. */
export function count(totals: Totals, file: FileReport): void {
  if (file.checked) totals.checked++;
  else if (file.findings.length === 0) totals.foreign++;
  if (file.findings.length > 0) totals.filesWithFindings++;
  for (const finding of file.findings) {
    totals.bySeverity[finding.severity]++;
    if (finding.fixable) totals.fixable++;
  }
}

/** A format: text before, for each file, and after. The pieces in order are the report. */
export interface Reporter {
  readonly begin: () => string;
  readonly file: (file: FileReport) => string;
  readonly end: (totals: Totals) => string;
}
