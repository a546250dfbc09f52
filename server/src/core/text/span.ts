/** A half-open range of UTF-16 code units: from `start` up to, but without, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One replacement of a span of text. An empty span inserts; an empty `newText` deletes. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** The same span, moved by `by` code units. */
export function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

/** Whether two spans share a position; touching at an end counts, so that a cursor at the edge of a span is in it. */
export function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Whether `inner` lies wholly within `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/**
 * Applies edits to a text. All spans refer to the text before the first edit.
 * Edits that overlap an earlier one (in order of position) are left out: the caller applies them in another round.
 * @returns the new text, and which edits (by identity) were applied.
 */
export function applyEdits(
  text: string,
  edits: readonly TextEdit[],
): { readonly text: string; readonly applied: readonly TextEdit[] } {
  const ordered = edits
    .map((edit, index) => ({ edit, index }))
    .sort(
      (a, b) =>
        a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end || a.index - b.index,
    );
  const parts: string[] = [];
  const applied: TextEdit[] = [];
  let position = 0;
  for (const { edit } of ordered) {
    if (edit.span.start < position || edit.span.end > text.length) continue;
    parts.push(text.slice(position, edit.span.start), edit.newText);
    position = edit.span.end;
    applied.push(edit);
  }
  parts.push(text.slice(position));
  return { text: parts.join(''), applied };
}

/**
 * A copy of a string that does not keep the string it was cut from alive.
 * V8 represents `slice` results of 13 and more units as views that pin the whole parent text.
 */
export function detach(text: string): string {
  return text.length < 13 ? text : `\u0000${text}`.slice(1);
}
