/** What still holds of a page after its text was edited, until the server has said anew what does. */
import type { PreviewPage } from './preview-plugin.ts';

/**
 * Carries a page over to a later version of its text: marks on lines before and behind the edit stay on their lines, those
 * on edited lines are left out.
 */
export function carriedOver(page: PreviewPage, before: string, now: string): PreviewPage {
  const old = before.split('\n');
  const lines = now.split('\n');
  const most = Math.min(old.length, lines.length);
  let head = 0;
  while (head < most && old[head] === lines[head]) head++;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === lines[lines.length - 1 - tail]) tail++;
  const moved = lines.length - old.length;
  const editEnd = old.length - tail;
  const lineNow = (line: number): number | undefined => {
    if (line < head) return line;
    return line >= editEnd ? line + moved : undefined;
  };
  const endMarkLine = page.endMark ? lineNow(page.endMark.line) : undefined;
  // The closing fence is the frontmatter's last line.
  const fence = page.headLines > 0 ? lineNow(page.headLines - 1) : undefined;
  return {
    ...page,
    headLines: fence === undefined ? page.headLines : fence + 1,
    endMark: page.endMark && endMarkLine !== undefined ? { ...page.endMark, line: endMarkLine } : null,
    marks: page.marks.flatMap((mark) => {
      const start = lineNow(mark.start.line);
      const end = lineNow(mark.end.line);
      if (start === undefined || end === undefined || end - start !== mark.end.line - mark.start.line)
        return [];
      return [{ ...mark, start: { ...mark.start, line: start }, end: { ...mark.end, line: end } }];
    }),
  };
}
