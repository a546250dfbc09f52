import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classedWords, listedNames, nameEntries, wordEntries } from '../../../../scripts/entities/lists.ts';
import {
  CLASS_BIT,
  CLASS_ORDER,
  classesOfWord,
  gazetteer,
  LIST_BIT,
  LIST_NAMES,
  ROOT,
} from '../../../../server/src/core/entities/names/gazetteer.ts';
import { hashWord } from '../../../../server/src/core/entities/names/letters.ts';
import { MARKS, packEntries, unpackEntries } from '../../../../server/src/core/entities/names/lists.ts';
import {
  ALL_CAPITALS,
  COLON,
  HYPHEN,
  LOWER_WORD,
  Tokens,
} from '../../../../server/src/core/entities/names/tokens.ts';

/** What {@link unpackEntries} hands out, with the keys of each entry joined as they were packed. */
function unpacked(packed: string): Map<string, number> {
  const masks = new Map<string, number>();
  const nodes = [''];
  unpackEntries(packed, (node, key, mask) => {
    const path = `${nodes[node]} ${key}`;
    expect(nodes).not.toContain(path);
    if (mask !== 0) masks.set(path, mask);
    return nodes.push(path) - 1;
  });
  return masks;
}

/** The keys of an entry, as {@link unpackEntries} computes them. */
function keysOf(entry: string): string {
  return entry
    .split(' ')
    .map((token) => {
      const mark = token.length === 1 ? MARKS.indexOf(token) : -1;
      return ` ${mark < 0 ? hashWord(token) : HYPHEN + mark + 1}`;
    })
    .join('');
}

describe('packed lists', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'z', '0', "'", 'ŋ'), minLength: 1, maxLength: 6 });
  const token = fc.oneof({ weight: 4, arbitrary: word }, fc.constantFrom(...MARKS));
  const name = fc.array(token, { minLength: 1, maxLength: 8 }).map((tokens) => tokens.join(' '));

  it('are written and read without loss, and no token of a name twice', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(name, fc.integer({ min: 1, max: 2 ** 28 })), { maxLength: 60 }),
        (pairs) => {
          const entries = new Map(pairs);
          const expected = new Map([...entries].map(([entry, mask]) => [keysOf(entry), mask]));
          expect(unpacked(packEntries(entries))).toEqual(expected);
        },
      ),
    );
  });

  it('hold more masks than ASCII has characters, and entries that share much', () => {
    const long = 'a'.repeat(80);
    const entries = new Map(Array.from({ length: 150 }, (_, index) => [`${long} b${index}`, index + 1]));
    expect(unpacked(packEntries(entries)).size).toBe(150);
  });

  it('take nothing that could not be read again', () => {
    for (const entry of ['', 'Norland', 'a  b', ' a', 'a ', 'a'.repeat(257)])
      expect(() => packEntries(new Map([[entry, 1]]))).toThrow('cannot be an entry');
    expect(() => packEntries(new Map([['a', 0]]))).toThrow('cannot be an entry');
    const many = new Map(Array.from({ length: 300 }, (_, index) => [`a${index}`, index + 1]));
    expect(() => packEntries(many)).toThrow('too many');
  });

  it('have a character for every mark', () => {
    expect(MARKS.length).toBe(COLON - HYPHEN + 1);
  });
});

describe('the gazetteer', () => {
  it('has every word of every class, and no other', () => {
    const masks = new Map<number, { readonly word: string; mask: number }>();
    for (const [name, words] of Object.entries(classedWords())) {
      const bit = CLASS_BIT[name as (typeof CLASS_ORDER)[number]];
      expect(bit).toBeGreaterThan(0);
      for (const word of words) {
        const known = masks.get(hashWord(word)) ?? { word, mask: 0 };
        known.mask |= bit;
        masks.set(hashWord(word), known);
      }
    }
    expect(masks.size).toBe(wordEntries().size);
    const wrong = [...masks.values()].filter(({ word, mask }) => classesOfWord(word) !== mask);
    expect(wrong).toEqual([]);
    expect(classesOfWord('Zzyzxian')).toBe(0);
  });

  it('shows the model its own classes alone', () => {
    const known =
      CLASS_BIT.knownGiven | CLASS_BIT.knownSurname | CLASS_BIT.knownPlace | CLASS_BIT.knownPeople;
    expect(classesOfWord('Norway') & CLASS_BIT.knownPlace).not.toBe(0);
    expect(gazetteer().classesOf(hashWord('Norway')) & known).toBe(0);
    expect(CLASS_ORDER.indexOf('surname')).toBe(CLASS_ORDER.length - 5);
  });

  it('has every name of every list', () => {
    const tokens = new Tokens();
    const missing: string[] = [];
    for (const list of LIST_NAMES) {
      for (const name of listedNames()[list]) {
        tokens.read(name);
        let node = ROOT;
        for (let i = 0; i < tokens.count && node >= 0; i++) node = gazetteer().follow(node, tokens, i);
        // A word in lower case is no name by itself: `dpa` is found as `DPA`.
        const kind = tokens.kind[0] === LOWER_WORD ? ALL_CAPITALS : (tokens.kind[0] as number);
        const single = tokens.count === 1 ? kind : -1;
        if (node < 0 || !(gazetteer().listsAt(node, single) & LIST_BIT[list])) missing.push(name);
      }
    }
    expect(missing).toEqual([]);
  });

  it('tells words in capitals from others that are written alike', () => {
    const listed = (text: string): number => {
      const tokens = new Tokens();
      tokens.read(text);
      const node = gazetteer().follow(ROOT, tokens, 0);
      return node < 0 ? 0 : gazetteer().listsAt(node, tokens.kind[0] as number);
    };
    expect(listed('US') & LIST_BIT.country).not.toBe(0);
    expect(listed('Us')).toBe(0);
    expect(listed('us')).toBe(0);
    expect(listed('Norway')).toBe(LIST_BIT.country);
    expect(nameEntries().size).toBeGreaterThan(1000);
  });
});
