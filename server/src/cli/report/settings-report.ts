import type { LoadedSettings } from '../../config-files/load.ts';
import { lastAtMost, lineStartsOf, type Position } from '../../core/text/lines.ts';
import type { FileReport, ReportedFinding } from './report.ts';

/** What is wrong in settings files, as reports of these files; each problem once, however many documents it touches. */
export function settingsReports(loaded: Iterable<LoadedSettings>, docs: string): FileReport[] {
  const byFile = new Map<string, ReportedFinding[]>();
  const seen = new Set<string>();
  for (const { problems, templateProblems } of loaded) {
    for (const { file, text, finding } of [...problems, ...templateProblems]) {
      const id = `${file}\n${finding.span.start}\n${finding.message}`;
      if (seen.has(id)) continue;
      seen.add(id);
      const starts = lineStartsOf(text);
      const reported: ReportedFinding = {
        range: { start: positionIn(starts, finding.span.start), end: positionIn(starts, finding.span.end) },
        severity: finding.severity,
        code: finding.code,
        message: finding.message,
        fixable: false,
        url: `${docs}${finding.code.startsWith('template/') ? 'templates' : 'settings'}.md`,
      };
      const list = byFile.get(file);
      if (list) list.push(reported);
      else byFile.set(file, [reported]);
    }
  }
  return [...byFile].map(([path, findings]) => ({ path, findings, checked: false }));
}

function positionIn(starts: readonly number[], offset: number): Position {
  const line = lastAtMost(starts, offset);
  return { line, character: offset - (starts[line] ?? 0) };
}
