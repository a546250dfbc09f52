/**
 * Findings of one file as JSON that means the same on every machine: no absolute path, no address of an installation.
 * Reports of shards and the cache are written in it.
 */
import { resolve } from 'node:path';
import { ruleUrl, type Severity } from '../../core/index.ts';
import type { FileReport, ReportedFinding } from './report.ts';

/** The part of a report that does not depend on where the file lies. */
export interface PortableResult {
  readonly checked: boolean;
  readonly findings: readonly PortableFinding[];
}

interface PortableFinding {
  /** Line and character of start and end, from zero. */
  readonly range: readonly [number, number, number, number];
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly fixable: boolean;
  /** Where the page is not the rule's own: relative to the documentation's folder, or a whole URL. */
  readonly page?: string;
}

/** @param docs URL of the documentation's folder, with a slash at the end. */
export function toPortable({ checked, findings }: Omit<FileReport, 'path'>, docs: string): PortableResult {
  return {
    checked,
    findings: findings.map(({ range: { start, end }, severity, code, message, fixable, url }) => ({
      range: [start.line, start.character, end.line, end.character],
      severity,
      code,
      message,
      fixable,
      ...(url !== ruleUrl(code, docs) && { page: url.startsWith(docs) ? url.slice(docs.length) : url }),
    })),
  };
}

/** The report of the file at `path` (absolute). */
export function fromPortable({ checked, findings }: PortableResult, path: string, docs: string): FileReport {
  return {
    path,
    checked,
    findings: findings.map(({ range, severity, code, message, fixable, page }): ReportedFinding => {
      const [startLine, startCharacter, endLine, endCharacter] = range;
      return {
        range: {
          start: { line: startLine, character: startCharacter },
          end: { line: endLine, character: endCharacter },
        },
        severity,
        code,
        message,
        fixable,
        url: page === undefined ? ruleUrl(code, docs) : new URL(page, docs).href,
      };
    }),
  };
}

/** @returns the result that a JSON value holds, or undefined if it holds none. */
export function asPortableResult(value: unknown): PortableResult | undefined {
  if (!isRecord(value) || typeof value['checked'] !== 'boolean' || !Array.isArray(value['findings']))
    return undefined;
  return value['findings'].every(isPortableFinding) ? (value as unknown as PortableResult) : undefined;
}

const SEVERITIES: ReadonlySet<unknown> = new Set<Severity>(['error', 'warning', 'information', 'hint']);

function isPortableFinding(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { range, severity, code, message, fixable, page } = value;
  return (
    Array.isArray(range) &&
    range.length === 4 &&
    range.every((each) => Number.isSafeInteger(each) && each >= 0) &&
    SEVERITIES.has(severity) &&
    typeof code === 'string' &&
    typeof message === 'string' &&
    typeof fixable === 'boolean' &&
    (page === undefined || typeof page === 'string')
  );
}

/** Whether a value is a JSON object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The absolute path of a portable one. */
export function absolutePath(path: string, cwd: string): string {
  return resolve(cwd, path);
}
