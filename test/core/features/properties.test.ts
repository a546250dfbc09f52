import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionsFor } from '../../../server/src/core/features/actions.ts';
import { completionsAt } from '../../../server/src/core/features/completion.ts';
import { foldsOf } from '../../../server/src/core/features/folding.ts';
import { hoverAt } from '../../../server/src/core/features/hover.ts';
import { linksOf } from '../../../server/src/core/features/links.ts';
import { type OutlineItem, outlineOf } from '../../../server/src/core/features/outline.ts';
import { selectionsAt } from '../../../server/src/core/features/selection.ts';
import { sentencesOf } from '../../../server/src/core/features/sentences.ts';
import { check, contains, Readout, WHITE_HOUSE } from '../../../server/src/core/index.ts';
import { anyEdit, documentText } from './fragments.ts';

/** Everything the features say about a document, without functions. */
function everything(readout: Readout) {
  return {
    outline: outlineOf(readout, WHITE_HOUSE),
    folds: foldsOf(readout),
    links: linksOf(readout),
    middle: selectionsAt(readout, WHITE_HOUSE, readout.length >> 1),
    hover: hoverAt(readout, WHITE_HOUSE, readout.length >> 1),
  };
}

describe('features of any document', () => {
  it('are the same after edits as for the text opened afresh', () => {
    fc.assert(
      fc.property(documentText, fc.array(anyEdit, { maxLength: 6 }), (text, edits) => {
        let readout = Readout.parse(text);
        for (const { at, length, newText } of edits) {
          everything(readout);
          const start = Math.floor(at * readout.length);
          readout = readout.edit({ span: { start, end: Math.min(readout.length, start + length) }, newText });
        }
        expect(everything(readout)).toEqual(everything(Readout.parse(readout.text)));
      }),
      { numRuns: 300 },
    );
  });

  it('hold no half characters in the targets of links', () => {
    const [link] = linksOf(Readout.parse('See https://norland.example/\ud83dx today.'));
    expect(link?.target).toBe('https://norland.example/x');
  });

  it('lie within the document, children within their parents', () => {
    const inside = (item: OutlineItem, outer: { start: number; end: number }) => {
      expect(contains(outer, item.span)).toBe(true);
      expect(contains(item.span, item.selection)).toBe(true);
      expect(item.name).not.toBe('');
      for (const child of item.children) inside(child, item.span);
    };
    fc.assert(
      fc.property(documentText, (text) => {
        const readout = Readout.parse(text);
        const file = { start: 0, end: readout.length };
        for (const most of [undefined, 3])
          for (const item of outlineOf(readout, WHITE_HOUSE, undefined, undefined, most)) inside(item, file);
        for (const { span } of [...foldsOf(readout), ...linksOf(readout)])
          expect(contains(file, span)).toBe(true);
        for (const { target } of linksOf(readout)) expect(() => new URL(target)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });

  it('grow selections strictly, from anywhere', () => {
    fc.assert(
      fc.property(documentText, fc.double({ min: 0, max: 1, noNaN: true }), (text, at) => {
        const readout = Readout.parse(text);
        const offset = Math.floor(at * readout.length);
        const spans = selectionsAt(readout, WHITE_HOUSE, offset);
        expect(spans.at(-1)).toEqual({ start: 0, end: readout.length });
        spans.forEach((span, index) => {
          expect(span.start <= offset && offset <= span.end).toBe(true);
          const outer = spans[index + 1];
          if (outer)
            expect(contains(outer, span) && outer.end - outer.start > span.end - span.start).toBe(true);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('complete within the line of the cursor, with an edit around it', () => {
    fc.assert(
      fc.property(documentText, fc.double({ min: 0, max: 1, noNaN: true }), (text, at) => {
        const readout = Readout.parse(text);
        // No editor puts a cursor between the two characters of a line break.
        const offset = readout.offsetAt(readout.positionAt(Math.floor(at * readout.length)));
        const items = completionsAt({
          readout,
          settings: WHITE_HOUSE,
          offset,
          now: Date.UTC(2024, 2, 5, 15),
          fileName: undefined,
          isAsked: true,
          snippets: true,
        });
        for (const { edit } of items) {
          expect(edit.span.start <= offset && offset <= edit.span.end).toBe(true);
          expect(readout.slice(edit.span)).not.toMatch(/[\r\n]/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('offer edits that lie within the document and never overlap', () => {
    fc.assert(
      fc.property(documentText, (text) => {
        const readout = Readout.parse(text);
        const file = { readout, path: '/w/a.md' };
        const kinds = ['fix', 'fixKind', 'suppress', 'fixAll'] as const;
        const all = { start: 0, end: readout.length };
        for (const { edits } of actionsFor(file, check(file, WHITE_HOUSE), all, kinds, {
          unasked: false,
          renames: true,
        })) {
          let last = 0;
          for (const { span } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
            expect(span.start >= last && span.end >= span.start && span.end <= readout.length).toBe(true);
            last = span.end;
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('sentences', () => {
  const texts = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

  it('end at full stops, but not behind short forms', () => {
    expect(texts('Mr. Strand met Dr. Vane of the U.S. They spoke. “Good.” And then?  Yes!')).toEqual([
      'Mr. Strand met Dr. Vane of the U.S. They spoke.',
      '“Good.”',
      'And then?',
      'Yes!',
    ]);
  });

  it('tile any text but for white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('A', 'b', '.', '”', ' ', '\n', '?', '…') }), (text) => {
        expect(texts(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});
