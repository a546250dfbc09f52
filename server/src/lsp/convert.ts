/** Between the core's offsets and the protocol's positions. The only file that knows both. */
import type { Position as LspPosition, TextEdit as LspTextEdit, Range } from 'vscode-languageserver';
import type { Readout, Severity, Span, TextEdit } from '../core/index.ts';

/** The protocol's range for a span. Both count UTF-16 code units. */
export function toRange(readout: Readout, span: Span): Range {
  return { start: readout.positionAt(span.start), end: readout.positionAt(span.end) };
}

/** The span for a range from outside: positions beyond a line's or the file's end are drawn to that end. */
export function toSpan(readout: Readout, range: Range): Span {
  const start = toOffset(readout, range?.start);
  return { start, end: Math.max(start, toOffset(readout, range?.end)) };
}

/** The offset for a position from outside. Numbers that are none count as 0. */
export function toOffset(readout: Readout, position: LspPosition | undefined): number {
  return readout.offsetAt({ line: wholeNumber(position?.line), character: wholeNumber(position?.character) });
}

function wholeNumber(value: unknown): number {
  return typeof value === 'number' && value > 0 ? Math.floor(value) : 0;
}

/** An edit for the protocol. */
export function toLspEdit(readout: Readout, edit: TextEdit): LspTextEdit {
  return { range: toRange(readout, edit.span), newText: edit.newText };
}

/** `DiagnosticSeverity` of the protocol. */
export const LSP_SEVERITY: Readonly<Record<Severity, 1 | 2 | 3 | 4>> = {
  error: 1,
  warning: 2,
  information: 3,
  hint: 4,
};

/** Ranges from places as the index keeps them: four numbers each. */
export function rangesOfPlaces(places: Int32Array): Range[] {
  const ranges: Range[] = [];
  for (let i = 0; i + 3 < places.length; i += 4) {
    ranges.push({
      start: { line: places[i] as number, character: places[i + 1] as number },
      end: { line: places[i + 2] as number, character: places[i + 3] as number },
    });
  }
  return ranges;
}
