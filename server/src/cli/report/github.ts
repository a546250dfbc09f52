/**
 * GitHub annotations: workflow commands on standard output, one a line.
 * https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
import { relative, sep } from 'node:path';
import type { Severity } from '../../core/index.ts';
import type { Reporter } from './report.ts';

const COMMAND: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** One annotation for each finding. Paths are relative to the folder that the workflow runs in. */
export function githubReporter(cwd: string): Reporter {
  return {
    begin: () => '',
    file: ({ path, findings }) => {
      const file = relative(cwd, path).split(sep).join('/');
      return findings
        .map(({ range: { start, end }, severity, code, message }) => {
          const properties = {
            file,
            line: start.line + 1,
            endLine: end.line + 1,
            // GitHub takes columns only for a range within one line.
            ...(start.line === end.line && {
              col: start.character + 1,
              endColumn: Math.max(end.character, start.character + 1),
            }),
            title: code,
          };
          const list = Object.entries(properties)
            .map(([name, value]) => `${name}=${property(String(value))}`)
            .join(',');
          return `::${COMMAND[severity]} ${list}::${data(message)}\n`;
        })
        .join('');
    },
    end: () => '',
  };
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
