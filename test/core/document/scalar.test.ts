import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument, stringify } from 'yaml';
import { readFrontmatter } from '../../../server/src/core/document/frontmatter.ts';
import { rewrite, sourceSpan, writeScalar } from '../../../server/src/core/document/scalar.ts';
import { applyEdits } from '../../../server/src/core/text/span.ts';

function valueIn(text: string) {
  const value = readFrontmatter(text)?.fields[0]?.value;
  if (!value) throw new Error('no value');
  return value;
}

/** Texts with everything that needs escaping somewhere. */
const text = fc
  .array(
    fc.constantFrom('a', 'B', ' ', '  ', "'", '"', '\\', '\xa0', '\u2019', 'é', '😀', ':', '#', '-', 'x y z'),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join(''));

describe('scalars as written', () => {
  it('map each character of the value to what makes it in the file', () => {
    const file =
      '---\ntitle: "Readout of President\\_Noriega\\u2019s Call with\\\n  \\ Norland"\nx: y\n---\n';
    const value = valueIn(file);
    expect(value.text).toBe('Readout of President\xa0Noriega’s Call with Norland');
    const piece = (start: number, end: number) => {
      const span = sourceSpan(value, start, end);
      return span && file.slice(span.start, span.end);
    };
    expect(piece(20, 21)).toBe('\\_');
    expect(piece(28, 29)).toBe('\\u2019');
    expect(piece(0, 7)).toBe('Readout');
    expect(piece(40, 41)).toBe('\\ ');
  });

  it('hold in every style and with folded lines, as the yaml package writes them', () => {
    const style = fc.constantFrom('PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE') as fc.Arbitrary<'PLAIN'>;
    fc.assert(
      fc.property(text, style, fc.integer({ min: 20, max: 80 }), (content, defaultStringType, lineWidth) => {
        const file = `---\n${stringify({ title: content }, { defaultStringType, lineWidth })}x: y\n---\n`;
        const value = valueIn(file);
        if (value.style === 'literal' || value.style === 'folded') return;
        expect(value.text).toBe(content);
        let at = value.span.start;
        for (let index = 0; index < content.length; index++) {
          const span = sourceSpan(value, index, index + 1);
          // Halves of one escaped character share its place; nothing goes back.
          expect(span && span.start >= at - 10 && span.end <= value.span.end && span.end > span.start).toBe(
            true,
          );
          at = span?.start ?? at;
        }
      }),
    );
  });

  it('are written so that they read back the same', () => {
    fc.assert(
      fc.property(
        fc.oneof(text, fc.string({ unit: 'binary' })),
        fc.constantFrom('plain', 'single', 'double'),
        (content, style) => {
          const written = writeScalar(content.replace(/[\n\r\x85\u2028\u2029]/g, ' '), style as 'plain');
          const document = parseDocument(`key: ${written}\n`);
          expect(document.errors).toEqual([]);
          expect(document.get('key')).toBe(content.replace(/[\n\r\x85\u2028\u2029]/g, ' '));
        },
      ),
    );
  });

  it('are rewritten in their own quotes', () => {
    fc.assert(
      fc.property(text, text, fc.constantFrom('plain', 'single', 'double'), (before, after, style) => {
        const file = `---\ntitle: ${writeScalar(before, style as 'plain')}\nx: y\n---\n`;
        const value = valueIn(file);
        const edited = applyEdits(file, [rewrite(value, after, value.style)]).text;
        expect(valueIn(edited).text).toBe(after);
        expect(readFrontmatter(edited)?.problems).toEqual([]);
        if (before.trim() !== '' && (value.style === 'single' || value.style === 'double'))
          expect(valueIn(edited).style).toBe(value.style);
      }),
    );
  });

  it('change as little as possible', () => {
    const file = "---\ndate: '2023-11-7'\nx: y\n---\n";
    expect(rewrite(valueIn(file), '2023-11-07')).toEqual({ span: { start: 19, end: 19 }, newText: '0' });
  });
});
