import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HIDDEN, hideMarkup } from '../../../../server/src/core/rules/body/prose.ts';

const seen = (text: string) => hideMarkup(text).replaceAll(HIDDEN, '');

describe('hideMarkup', () => {
  it('leaves what a reader of the page sees', () => {
    expect(seen('**Bold** and *slanted* \\[so\\]')).toBe('Bold and slanted [so]');
    expect(seen('See [the (new) text](https://example.org/a_(b) "Title") now')).toBe(
      'See the (new) text now',
    );
    expect(seen('a <!-- note --> b<br>c <https://example.org> d')).toBe('a  bc  d');
    expect(seen('<img src="x" alt="Two leaders, Friday" width="3">')).toBe('Two leaders, Friday');
    expect(seen('(see https://example.org/a(b)c)')).toBe('(see )');
    expect(seen('x < y and <insert name>')).toBe('x < y and <insert name>');
  });

  it('keeps every offset, whatever the text', () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '`',
      '\\',
      '*',
      '_',
      'a',
      ' ',
      '\n',
      '<!--',
      '-->',
      'https://x',
      '“',
      'alt="b"',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const prose = hideMarkup(text);
        expect(prose.length).toBe(text.length);
        for (let i = 0; i < text.length; i++) {
          if (prose[i] !== HIDDEN) expect(prose[i]).toBe(text[i]);
        }
      }),
    );
  });
});
