import type { Reporter } from './report.ts';

/** One JSON array of findings, written as they come. */
export function jsonReporter(): Reporter {
  let first = true;
  return {
    begin: () => '[',
    file: ({ path, findings }) =>
      findings
        .map(({ range, severity, code, message, fixable, url }) => {
          const line = JSON.stringify({ file: path, range, severity, code, message, fixable, url });
          const separator = first ? '\n' : ',\n';
          first = false;
          return separator + line;
        })
        .join(''),
    end: () => (first ? ']\n' : '\n]\n'),
  };
}
