import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern, PatternError } from '../../../server/src/core/text/pattern.ts';

/** Patterns put together from parts, so that every operator meets every other. */
const pattern: fc.Arbitrary<string> = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('a', 'b', '.', '\\d', '[ab]', '[^a]', '\\w', '-', '\\b', '\\u0061', '\\.'),
    fc.constantFrom('^', '$', ''),
    fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `${a}${b}`),
    fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `(?:${a}|${b})`),
    fc
      .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '{2,}', '*?'))
      .map(([a, sign]) => `(${a})${sign}`),
  ),
})).pattern;

describe('patterns from settings', () => {
  it('match what the runtime’s own engine matches', () => {
    fc.assert(
      fc.property(
        pattern,
        fc.string({ unit: fc.constantFrom('a', 'b', '1', '-', '.'), maxLength: 8 }),
        (source, text) => {
          expect(compilePattern(source).test(text)).toBe(new RegExp(source, 'u').test(text));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never hang, however they are nested', () => {
    const text = `${'a'.repeat(5000)}!`;
    for (const source of ['^(a+)+$', '^(a|a)*$', '^(a|aa)+$', '^(?:a*)*b$', 'a*a*a*a*a*c'])
      expect(compilePattern(source).test(text)).toBe(false);
  });

  it('are refused where they cannot be matched so', () => {
    for (const source of ['(?=a)b', '(?<!a)b', '(a)\\1', '(', 'a'.repeat(2000), '((a{100}){100}){100}'])
      expect(() => compilePattern(source)).toThrow(PatternError);
  });
});
