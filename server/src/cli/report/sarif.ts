/** SARIF 2.1.0 (OASIS standard, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html). */
import { relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Rule, Severity, SeverityOrOff } from '../../core/index.ts';
import type { ReportedFinding, Reporter } from './report.ts';

/** Section 3.27.10; `information` and `hint` are notes. */
const LEVEL: Readonly<Record<SeverityOrOff, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
  off: 'none',
};

/** What the report says about the program. */
export interface SarifTool {
  readonly version: string;
  readonly rules: readonly Rule[];
  /** The page of a rule. */
  readonly helpUrl: (code: string) => string;
}

/** One run with its results, written as they come; the rules that were met follow at the end. */
export function sarifReporter(cwd: string, tool: SarifTool): Reporter {
  const met = new Map<string, ReportedFinding>();
  let first = true;
  return {
    begin: () =>
      `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","originalUriBaseIds":{"SRCROOT":{"uri":${JSON.stringify(`${pathToFileURL(cwd).href.replace(/\/$/, '')}/`)}}},"results":[`,
    file: ({ path, findings }) =>
      findings
        .map((finding) => {
          if (!met.has(finding.code)) met.set(finding.code, finding);
          const separator = first ? '\n' : ',\n';
          first = false;
          return separator + JSON.stringify(resultOf(finding, artifact(path, cwd)));
        })
        .join(''),
    end: () =>
      `\n],"tool":${JSON.stringify({
        driver: {
          name: 'Readout',
          version: tool.version,
          semanticVersion: tool.version,
          rules: [...met.values()]
            .sort((a, b) => (a.code < b.code ? -1 : 1))
            .map((finding) => descriptor(finding, tool)),
        },
      })}}]}\n`,
  };
}

function resultOf({ range, severity, code, message }: ReportedFinding, location: unknown): unknown {
  return {
    ruleId: code,
    level: LEVEL[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: location,
          region: {
            startLine: range.start.line + 1,
            startColumn: range.start.character + 1,
            endLine: range.end.line + 1,
            endColumn: range.end.character + 1,
          },
        },
      },
    ],
  };
}

function artifact(path: string, cwd: string): unknown {
  const below = relative(cwd, path);
  if (below === '' || below.startsWith('..')) return { uri: pathToFileURL(path).href };
  return { uri: below.split(sep).map(encodeURIComponent).join('/'), uriBaseId: 'SRCROOT' };
}

function descriptor(finding: ReportedFinding, tool: SarifTool): unknown {
  const rule = tool.rules.find(({ code }) => code === finding.code);
  return {
    id: finding.code,
    ...(rule && {
      shortDescription: { text: rule.title },
      fullDescription: { text: rule.why },
      defaultConfiguration: {
        level: LEVEL[rule.severity as Severity],
        ...(rule.severity === 'off' && { enabled: false }),
      },
    }),
    helpUri: tool.helpUrl(finding.code),
  };
}
