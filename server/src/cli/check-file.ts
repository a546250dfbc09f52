/** Checks one file: the step that main thread and workers share. */
import { looksLikeReadout } from '../core/config/ownership.ts';
import { type CorpusView, type Finding, Readout, ruleUrl, runRules, type Settings } from '../core/index.ts';
import { type DecodedText, ENCODING_CODE } from './read-text.ts';
import type { FileReport, ReportedFinding } from './report/report.ts';

/** What is known about a file before it is checked. */
export interface FileToCheck {
  /** Absolute path with forward slashes. */
  readonly path: string;
  readonly settings: Settings;
  /** Whether it lies under the configured globs, so that it must be a readout whatever it looks like. */
  readonly mustBeReadout: boolean;
  readonly corpus: CorpusView | undefined;
}

/** A file's findings in offsets, with the document they belong to. */
export interface CheckedDocument {
  readonly readout: Readout;
  /** Ordered by place. */
  readonly findings: readonly Finding[];
  /** Whether it is ours at all: any other Markdown file is left alone. */
  readonly checked: boolean;
}

/** All findings of a file's text. */
export async function checkText(file: FileToCheck, decoded: DecodedText): Promise<CheckedDocument> {
  const readout = Readout.parse(decoded.text);
  const checked = file.mustBeReadout || looksLikeReadout(readout, file.settings);
  if (!checked) return { readout, findings: [], checked };
  const findings = runRules({ readout, path: file.path }, file.settings, {
    mustBeReadout: file.mustBeReadout,
    ...(file.corpus && { corpus: file.corpus }),
  });
  const { problem } = decoded;
  if (problem) {
    findings.unshift({
      code: ENCODING_CODE,
      severity: 'error',
      span: { start: problem.offset, end: Math.min(problem.offset + 1, readout.length) },
      message: problem.message,
    });
  }
  return { readout, findings, checked };
}

/** Findings as reports show them. @param docs URL of the folder with the rules' pages, with a slash at the end. */
export function reportOf(document: CheckedDocument, path: string, docs: string): FileReport {
  const { readout } = document;
  const findings = document.findings.map(
    (finding): ReportedFinding => ({
      range: {
        start: readout.positionAt(finding.span.start),
        end: readout.positionAt(finding.span.end),
      },
      severity: finding.severity,
      code: finding.code,
      message: finding.message,
      fixable: finding.fixes?.().some((fix) => fix.safe) ?? false,
      url: ruleUrl(finding.code, docs),
    }),
  );
  return { path, findings, checked: document.checked };
}
