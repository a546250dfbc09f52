import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Readout, WHITE_HOUSE } from '../../server/src/core/index.ts';
import { FigureEntry, NameEntry, pack, placesAt, releaseStrings } from '../../server/src/workspace/packed.ts';
import { StringTable } from '../../server/src/workspace/strings.ts';
import type { DocumentSummary, IndexedName } from '../../server/src/workspace/summary.ts';
import { summarise } from '../../server/src/workspace/summary.ts';

const places = fc
  .array(fc.tuple(fc.nat(2_000_000), fc.nat(300_000), fc.nat(3), fc.nat(200_000)), {
    minLength: 1,
    maxLength: 5,
  })
  .map((all) =>
    Int32Array.from(
      all.flatMap(([line, character, lines, end]) => [
        line,
        character,
        line + lines,
        lines === 0 ? character + end : end,
      ]),
    ),
  );
const word = fc.string({ maxLength: 8 });
const name: fc.Arbitrary<IndexedName> = fc.record({
  type: fc.constantFrom('PERSON', 'PLACE', 'ORG', 'NORP', 'INSTRUMENT', 'EVENT'),
  name: fc.string({ minLength: 1, maxLength: 8 }),
  key: fc.string({ minLength: 1, maxLength: 8 }),
  office: fc.option(fc.string({ minLength: 1, maxLength: 5 }), { nil: undefined }),
  aliases: fc.array(word, { maxLength: 2 }),
  places,
});
const summary: fc.Arbitrary<DocumentSummary> = fc.record({
  title: word,
  titlePlace: places.map((all) => all.slice(0, 4)),
  date: word,
  url: word,
  counterparts: fc.array(fc.string({ minLength: 1, maxLength: 6 }), { maxLength: 3 }),
  names: fc.array(name, { maxLength: 6 }),
  figures: fc.array(
    fc.record({
      type: fc.constantFrom('MONEY' as const, 'PERCENT' as const, 'NUMBER' as const),
      text: fc.string({ minLength: 1, maxLength: 6 }),
      counted: word,
      places: places.map((all) => all.slice(0, 4)),
    }),
    { maxLength: 4 },
  ),
});

describe('a packed summary', () => {
  it('says what the summary said, and takes back all its strings', () => {
    fc.assert(
      fc.property(fc.array(summary, { maxLength: 4 }), (summaries) => {
        const strings = new StringTable();
        const all = summaries.map((each) => pack(each, strings));
        all.forEach((packed, i) => {
          const { names, figures, titlePlace, title, date, url } = summaries[i] as DocumentSummary;
          expect([packed.title, packed.date, packed.url]).toEqual([title, date, url]);
          expect(placesAt(packed.places, 0, 1)).toEqual(titlePlace);
          names.forEach((expected, row) => {
            const {
              type,
              name: form,
              key,
              office,
              mentions,
              places: where,
            } = new NameEntry(packed, strings, row);
            expect({ type, name: form, key, office, where }).toEqual({
              type: expected.type,
              name: expected.name,
              key: expected.key,
              office: expected.office,
              where: expected.places,
            });
            expect(mentions).toBe(expected.places.length / 4);
          });
          figures.forEach((expected, row) => {
            const { type, text, counted, places: where } = new FigureEntry(packed, strings, row);
            expect({ type, text, counted, places: where }).toEqual(expected);
          });
        });
        for (const { rows } of all) releaseStrings(rows, strings);
        expect(strings.size).toBe(0);
      }),
      { numRuns: 200 },
    );
  });

  it('takes a few bytes for each mention', () => {
    const body = 'Prime Minister Adele Strand of Norland met President Noriega in Norhaven. '.repeat(50);
    const readout = Readout.parse(`---\ndate: '2024-03-05'\ntitle: A call\n---\n\n${body}\n`);
    const read = summarise(readout, WHITE_HOUSE);
    const mentions = read.names.reduce((sum, { places: where }) => sum + where.length / 4, 0);
    const { rows, places: bytes } = pack(read, new StringTable());
    expect(mentions).toBeGreaterThan(100);
    expect(bytes.length / mentions).toBeLessThan(8);
    expect(rows.length).toBeLessThan(100);
  });
});
