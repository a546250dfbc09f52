import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairsIn } from '../../../../server/src/core/rules/body/repeated-word.ts';

/** What is meant, without the shortcuts. */
const PAIR =
  /(?<![\p{L}\p{N}\p{M}’'./&@-])(\p{L}[\p{L}\p{M}]{0,40})([\s\0]{1,200})(?=\p{L})(?=\1(?![\p{L}\p{N}\p{M}’'&@-]|\.\p{L}))/giu;

function plain(prose: string): unknown[] {
  return [...prose.matchAll(PAIR)].map((match) => [match.index, match[1], match[2]]);
}

function found(prose: string): unknown[] {
  return [...pairsIn(prose)].map((match) => [match.index, match[1], match[2]]);
}

describe('pairsIn', () => {
  it('finds what the plain expression finds', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'the',
        'The',
        'THE',
        'th',
        'of',
        ' ',
        ' ',
        ' ',
        '\0',
        '\n',
        '\r\n',
        '\u00a0',
        '\u2028',
        '.',
        ',',
      ],
      ...[
        '’',
        "'",
        '-',
        '—',
        '“',
        '°',
        '°the',
        'é',
        'É',
        'e\u0301',
        'ſ',
        's',
        'S',
        '\u212a',
        'k',
        'ß',
        'ẞ',
        '1',
      ],
      ...['\ud835\udc00', '\ud835', '\ud83d\ude00', '𐐀', '𐐨', '&', '@', '/', '中', '文', 'x'.repeat(41), 'x'],
      ' '.repeat(199),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const prose = pieces.join('');
        expect(found(prose)).toEqual(plain(prose));
      }),
      { numRuns: 20_000 },
    );
    expect(found('The the, é É; k \u212a and s ſ')).toHaveLength(4);
  });
});
