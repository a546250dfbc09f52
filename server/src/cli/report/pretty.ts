import { relative } from 'node:path';
import type { Palette } from '../colour.ts';
import type { Reporter, Totals } from './report.ts';

/** A report for people: findings by file, then a sentence that sums up. Lines and columns count from one. */
export function prettyReporter(cwd: string, colours: Palette): Reporter {
  return {
    begin: () => '',
    file: ({ path, findings }) => {
      if (findings.length === 0) return '';
      const rows = findings.map((finding) => ({
        place: `${finding.range.start.line + 1}:${finding.range.start.character + 1}`,
        finding,
      }));
      const width = Math.max(...rows.map(({ place }) => place.length));
      const lines = rows.map(({ place, finding }) => {
        const severity = colours.severity(finding.severity, finding.severity.padEnd(11));
        const fixable = finding.fixable ? ` ${colours.good('[--fix]')}` : '';
        return `  ${colours.dim(place.padStart(width))}  ${severity}  ${oneLine(finding.message)}  ${colours.dim(finding.code)}${fixable}\n`;
      });
      return `${colours.underline(shown(path, cwd))}\n${lines.join('')}\n`;
    },
    end: (totals) => `${summary(totals, colours)}\n`,
  };
}

/** A path as people know it: relative where it lies below the current folder. */
export function shown(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return short === '' || short.startsWith('..') ? path : short;
}

/** Control characters would let a document's text steer the terminal. */
function oneLine(message: string): string {
  return message.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
}

function summary(totals: Totals, colours: Palette): string {
  const { error, warning, information, hint } = totals.bySeverity;
  const documents = plural(totals.checked, 'document', 'documents');
  const foreign =
    totals.foreign > 0
      ? ` (${plural(totals.foreign, 'other Markdown file', 'other Markdown files')} left alone)`
      : '';
  const findings = error + warning + information + hint;
  const mended =
    totals.fixed > 0
      ? `${plural(totals.fixed, 'finding', 'findings')} mended in ${plural(totals.filesFixed, 'file', 'files')}. `
      : '';
  if (findings === 0)
    return mended + colours.good(`${documents} checked${foreign}: nothing ${mended ? 'left' : 'found'}.`);
  const parts = [
    error > 0 ? colours.severity('error', plural(error, 'error', 'errors')) : '',
    warning > 0 ? colours.severity('warning', plural(warning, 'warning', 'warnings')) : '',
    information > 0 ? plural(information, 'information', 'information') : '',
    hint > 0 ? plural(hint, 'hint', 'hints') : '',
  ].filter((part) => part !== '');
  const fixable = totals.fixable > 0 ? ` ${totals.fixable} can be mended with --fix.` : '';
  return `${mended}${documents} checked${foreign}: ${parts.join(', ')} in ${plural(totals.filesWithFindings, 'file', 'files')}.${fixable}`;
}

/** `1 file`, `2 files`, thousands grouped. */
export function plural(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}
