import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, contains, detach, type TextEdit, touches } from '../../../server/src/core/text/span.ts';

describe('applyEdits', () => {
  it('replaces, inserts and deletes, all spans counted in the old text', () => {
    const edits: TextEdit[] = [
      { span: { start: 6, end: 11 }, newText: 'there' },
      { span: { start: 0, end: 0 }, newText: '> ' },
      { span: { start: 5, end: 6 }, newText: '' },
    ];
    expect(applyEdits('hello world', edits).text).toBe('> hellothere');
  });

  it('leaves out an edit that overlaps an earlier one, and says which were applied', () => {
    const first = { span: { start: 0, end: 3 }, newText: 'a' };
    const second = { span: { start: 2, end: 4 }, newText: 'b' };
    const result = applyEdits('xxxxx', [second, first]);
    expect(result.text).toBe('axx');
    expect(result.applied).toEqual([first]);
  });

  it('changes nothing outside the spans', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.tuple(fc.nat(40), fc.nat(5), fc.string({ maxLength: 4 }))),
        (text, list) => {
          const edits = list.map(([start, length, newText]) => ({
            span: { start, end: start + length },
            newText,
          }));
          const { text: result, applied } = applyEdits(text, edits);
          const grown = applied.reduce(
            (sum, edit) => sum + edit.newText.length - (edit.span.end - edit.span.start),
            0,
          );
          expect(result.length).toBe(text.length + grown);
        },
      ),
    );
  });
});

describe('spans', () => {
  it('touch at their ends and contain themselves', () => {
    expect(touches({ start: 0, end: 2 }, { start: 2, end: 3 })).toBe(true);
    expect(touches({ start: 0, end: 2 }, { start: 3, end: 3 })).toBe(false);
    expect(contains({ start: 0, end: 2 }, { start: 0, end: 2 })).toBe(true);
    expect(contains({ start: 0, end: 2 }, { start: 1, end: 3 })).toBe(false);
  });
  it('detach gives the same string', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => detach(text) === text));
  });
});
