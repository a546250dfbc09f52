import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, GlobError, globList, matchesGlob, parseGlob } from '../../../server/src/core/config/glob.ts';

const matches = (pattern: string, path: string) => matchesGlob(parseGlob(pattern), path);

describe('globs', () => {
  it.each([
    ['*.md', 'a.md', true],
    ['*.md', 'x/y/a.md', true],
    ['./*.md', 'a.md', true],
    ['x/*.md', 'x/a.md', true],
    ['x/*.md', 'x/y/a.md', false],
    ['x/**', 'x/y/a.md', true],
    ['x/**/a.md', 'x/a.md', true],
    ['x/**/a.md', 'x/y/z/a.md', true],
    ['**/x/**', 'p/x/q', true],
    ['**/x/**', 'p/y/q', false],
    ['?.md', 'ab.md', false],
    ['[a-c]?.md', 'bz.md', true],
    ['[!a-c].md', 'b.md', false],
    ['[]x].md', '].md', true],
    ['{2023,2024}/**', '2024/a.md', true],
    ['{2023,2024}/**', '2025/a.md', false],
    ['a{b,{c,d}e}.md', 'ade.md', true],
    ['a\\*.md', 'a*.md', true],
    ['a\\*.md', 'ab.md', false],
    ['.hidden', 'x/.hidden', true],
    ['a.md', 'abmd', false],
  ])('%s on %s: %s', (pattern, path, expected) => {
    expect(matches(pattern, path)).toBe(expected);
  });

  it.each([['[a'], ['{a,b'], ['a}'], [''], ['!'], ['{a,b}'.repeat(12)], ['a'.repeat(2000)]])(
    'refuses %s in plain words',
    (pattern) => {
      expect(() => parseGlob(pattern)).toThrow(GlobError);
    },
  );

  it('does not hang on many stars', () => {
    expect(matches(`${'*a'.repeat(400)}b`, 'a'.repeat(10_000))).toBe(false);
    expect(matches(`${'**/a/'.repeat(150)}b`, 'a/'.repeat(2000))).toBe(false);
  });

  it('matches every path literally once escaped, and agrees with a plain reading of stars', () => {
    const character = fc.constantFrom('a', 'b', '*', '?', '[', ']', '{', '}', '!', ',', '.', '-');
    const name = fc.string({ unit: character, minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(name, (text) => {
        expect(matches(text.replace(/[*?[\]{}!,\\]/g, '\\$&'), text)).toBe(true);
      }),
    );
    const simple = fc.string({ unit: fc.constantFrom('a', 'b', '*'), minLength: 1, maxLength: 8 });
    const word = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(simple, word, (pattern, path) => {
        fc.pre(pattern !== '**');
        const plain = new RegExp(`^${pattern.replace(/\*+/g, '[^/]*')}$`);
        expect(matches(pattern, path)).toBe(plain.test(path));
      }),
    );
  });
});

describe('lists of globs', () => {
  it('a folder covers what lies in it, and the last match decides', () => {
    const list = globList(['drafts', '!drafts/final/**', '*.tmp.md']);
    expect(covers(list, 'drafts/a.md')).toBe(true);
    expect(covers(list, 'x/drafts/y/a.md')).toBe(true);
    expect(covers(list, 'drafts/final/a.md')).toBe(false);
    expect(covers(list, 'drafts/final/a.tmp.md')).toBe(true);
    expect(covers(list, 'other/a.md')).toBe(false);
    expect(list.prunes).toBe(false);
    expect(globList(['drafts']).prunes).toBe(true);
  });
});
