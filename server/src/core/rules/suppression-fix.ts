/** The quick fixes that write a suppression for a finding. */
import type { Readout } from '../document/readout.ts';
import { contains, type Span, type TextEdit } from '../text/span.ts';
import type { CheckedFile, Finding, Fix, Suppression } from './rule.ts';
import { suppressionsOf } from './suppression.ts';

/** Blocks in which a comment at the end of a line would be shown, or would change what the block is. */
const NO_TRAILING_COMMENT = new Set(['code', 'table', 'html', 'endMark', 'rule', 'blank']);

/**
 * Fixes that silence a finding with a comment: on its line, then in the whole file. Never safe, so never applied by
 * themselves. Empty for a finding that no comment can silence (a failure of a rule).
 */
export function suppressionFix(file: CheckedFile, finding: Finding): Fix[] {
  const { readout } = file;
  if (finding.code === 'readout/internal') return [];
  const line = extended(readout, finding) ?? lineEdits(readout, finding);
  const whole = wholeFileEdits(readout, finding.code);
  const fixes: Fix[] = [];
  if (line)
    fixes.push({ title: `Silence ${finding.code} on this line with a comment`, edits: line, safe: false });
  fixes.push({ title: `Silence ${finding.code} in this file with a comment`, edits: whole, safe: false });
  return fixes;
}

/** Adds the code to a suppression that is already in force for the finding's line. */
function extended(readout: Readout, finding: Finding): TextEdit[] | undefined {
  const { line } = readout.positionAt(finding.span.start);
  const inForce = suppressionsOf(readout).find(({ verb, span, codes }) => {
    if (codes.length === 0) return false;
    return (
      (verb === 'disable-line' && readout.positionAt(span.start).line === line) ||
      (verb === 'disable-next-line' && readout.positionAt(span.end).line === line - 1)
    );
  });
  return inForce && [insertion(endOfCodes(inForce), `, ${finding.code}`)];
}

function endOfCodes({ codes, verbSpan }: Suppression): number {
  return codes[codes.length - 1]?.span.end ?? verbSpan.end;
}

function lineEdits(readout: Readout, finding: Finding): TextEdit[] | undefined {
  const { start } = finding.span;
  const placed = readout.blockAt(start);
  if (!placed) return headEdits(readout, start, finding.code);
  const { block } = placed;
  const within = start - placed.start;
  const text = block.text;
  const lineBreak = lineBreakOf(readout, text);
  if (!NO_TRAILING_COMMENT.has(block.kind)) {
    let end = within;
    while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
    // In front of blanks or a backslash that break the line, and of the line break itself.
    while (end > 0 && /[ \t\\]/.test(text[end - 1] as string)) end--;
    return [insertion(placed.start + end, ` <!-- readout-disable-line ${finding.code} -->`)];
  }
  const first = text.slice(0, within).search(/[\r\n]/) < 0;
  if (first) {
    return [insertion(placed.start, `<!-- readout-disable-next-line ${finding.code} -->${lineBreak}`)];
  }
  const open = insertion(
    placed.start,
    `<!-- readout-disable ${finding.code} -->${lineBreak}${block.kind === 'table' ? lineBreak : ''}`,
  );
  const close = insertion(
    placed.start + block.contentEnd,
    `${lineBreak}${lineBreak}<!-- readout-enable ${finding.code} -->`,
  );
  return [open, close];
}

/** A comment in the frontmatter: behind the value, or above the key if the value runs over several lines. */
function headEdits(readout: Readout, start: number, code: string): TextEdit[] | undefined {
  const { frontmatter, head } = readout;
  const field = frontmatter?.fields.find(({ lines }) => lines.start <= start && start < lines.end);
  if (!frontmatter || !field) return undefined;
  const breaks = lineBreakOf(readout, head);
  const isOneLine = !/[\r\n]/.test(head.slice(field.keySpan.start, field.lines.end).trimEnd());
  const commented = head.slice(field.value.span.end, field.lines.end).includes('#');
  if (isOneLine && !commented && field.value.kind !== 'empty') {
    return [insertion(field.value.span.end, ` # readout-disable-line ${code}`)];
  }
  const onKeyLine = !/[\r\n]/.test(head.slice(field.keySpan.start, Math.max(start, field.keySpan.start)));
  return onKeyLine
    ? [insertion(field.keySpan.start, `# readout-disable-next-line ${code}${breaks}`)]
    : undefined;
}

function wholeFileEdits(readout: Readout, code: string): TextEdit[] {
  const { frontmatter } = readout;
  const existing = suppressionsOf(readout).find(
    ({ verb, codes, inFrontmatter }) => verb === 'disable' && inFrontmatter && codes.length > 0,
  );
  if (existing) return [insertion(endOfCodes(existing), `, ${code}`)];
  const lineBreak = lineBreakOf(readout, readout.head);
  if (frontmatter?.open && frontmatter.close && isWithin(frontmatter.content, readout)) {
    return [insertion(frontmatter.content.start, `# readout-disable ${code}${lineBreak}`)];
  }
  return [insertion(readout.bodyStart, `<!-- readout-disable ${code} -->${lineBreak}${lineBreak}`)];
}

function isWithin(span: Span, readout: Readout): boolean {
  return contains({ start: 0, end: readout.bodyStart }, span);
}

function insertion(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}

/** The document's own kind of line break. */
function lineBreakOf(readout: Readout, text: string): string {
  return text.includes('\r\n') || readout.head.includes('\r\n') ? '\r\n' : '\n';
}
