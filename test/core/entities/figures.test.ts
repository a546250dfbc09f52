import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresIn } from '../../../server/src/core/entities/figures.ts';

/** The text with every figure in brackets behind the first letter of its type: `⟦M|$5⟧`. */
function marked(text: string): string {
  let result = '';
  let position = 0;
  for (const { type, span } of figuresIn(text)) {
    result += `${text.slice(position, span.start)}⟦${type.charAt(0)}|${text.slice(span.start, span.end)}⟧`;
    position = span.end;
  }
  return result + text.slice(position);
}

/** Checks a line in which the figures are already marked. */
function expectMarked(line: string): void {
  const text = line.replace(/⟦\w\|([^⟧]*)⟧/g, '$1');
  expect(marked(text)).toBe(line);
}

describe('dates', () => {
  it.each([
    'met on ⟦D|17 November 2023⟧ and on ⟦D|Friday 17 November⟧.',
    '⟦D|Friday, December 15,\n2023⟧, ⟦D|November 17–19, 2023⟧, ⟦D|17-19 November 2023⟧, ⟦D|6\u00a0January,\n2025⟧',
    '⟦D|April 13 and 14⟧ in Norhaven; ⟦D|December 6 and 7, 2022⟧; ⟦D|January 27<sup>th</sup>⟧; ⟦D|October\n1st⟧',
    '⟦D|January 29⟧ – ⟦D|February 14⟧, but ⟦D|November 30-December 12, 2023⟧ and ⟦D|April-June 2023⟧',
    'in ⟦D|April 2023⟧, ⟦D|March of this year⟧, ⟦D|Jan. 6, 2021⟧ and ⟦D|Sept. 11⟧',
    'in ⟦D|2022⟧, mid-⟦D|2023⟧, pre-⟦D|2020⟧ levels, ⟦D|2021-2023⟧, ⟦D|2024-25⟧, the ⟦D|1990s⟧, the ⟦D|’90s⟧',
    '⟦D|FY 2024⟧, ⟦D|FY24⟧, ⟦D|fiscal year 2025⟧, ⟦D|Q3 2023⟧, the ⟦D|first quarter of 2023⟧, ⟦D|summer of 2021⟧',
    '⟦D|Today⟧, ⟦D|yesterday⟧, ⟦D|tomorrow morning⟧, ⟦D|tonight⟧, ⟦D|Tuesday evening⟧, over the ⟦D|weekend⟧',
    'earlier ⟦D|this week⟧, the ⟦D|last 12 months⟧, the ⟦D|past two and a half years⟧, ⟦D|next three to five years⟧',
    '⟦D|last Friday⟧, ⟦D|this past weekend⟧, ⟦D|last November⟧, ⟦D|this fiscal year⟧, ⟦D|one year ago⟧, ⟦D|a year ago⟧',
    'on ⟦D|Wednesday 12⟧, to Norhaven; on ⟦D|Friday⟧ ⟦N|12⟧ people; ⟦D|02 Nov 2021⟧; at ⟦D|10.30⟧. Then',
    'in the ⟦D|first half of the year⟧, sales of the ⟦D|first quarter⟧, the first quarter of the match',
    '⟦D|14h30⟧, ⟦D|10am⟧, ⟦D|10.30 am⟧, ⟦D|20-21 Nov 2023⟧, pre-⟦D|1967⟧ lines',
    'at ⟦D|3:30 p.m. EST⟧, ⟦D|14:00 GMT⟧, ⟦D|10 a.m.⟧, ⟦D|2:15 PM ET⟧',
    '⟦D|2023-11-17⟧, ⟦D|2023-11-17T10:00:00Z⟧, ⟦D|11/17/2023⟧, ⟦D|17.11.2023⟧',
    '⟦D|June 30th⟧ — 30th; this ⟦D|last night⟧; ⟦D|1964⟧—⟦P|27 percent⟧; ⟦P|37 percent⟧ in ⟦D|1990⟧ to ⟦P|10 percent⟧',
    'In ⟦D|May⟧, the leaders met; since the ⟦D|March⟧ dialogue; ⟦D|today⟧’s meeting; ⟦D|Friday⟧’s event',
  ])('%s', expectMarked);

  it.each([
    'May they prosper. Adele May left. They march. An august house. The March on Norhaven.',
    'recently, in the coming weeks, in recent years, the previous year, today’s challenges, the 21st century',
    'its 50th anniversary, Black Friday, a two-day visit, several months, the next day, once, now',
  ])('finds nothing in: %s', (text) => expect(figuresIn(text)).toEqual([]));
});

describe('money', () => {
  it.each([
    'nearly ⟦M|$863.4 billion⟧, a ⟦M|$95-million⟧ grant, ⟦M|$1.2\nbillion⟧, ⟦M|$40 Billion⟧, \\⟦M|$5⟧, ⟦M|$2,400⟧',
    '⟦M|€1 billion⟧, ⟦M|£250m⟧, ⟦M|¥100 billion⟧, ⟦M|US$ 50 million⟧, ⟦M|A$40m⟧, ⟦M|C$3 million⟧, ⟦M|NZ$5⟧',
    '⟦M|CAD 500 million⟧, ⟦M|USD 1.5bn⟧, ⟦M|Rs 500 crore⟧, ⟦M|AUD $5 million⟧, ⟦M|50 million EUR⟧, ⟦M|$50 million AUD⟧',
    '⟦M|500 million euros⟧, ⟦M|3 billion Canadian dollars⟧, ⟦M|500 million U.S. dollars⟧, ⟦M|1,5 Mio Euro⟧, ⟦M|25 cents⟧, ⟦M|R1.5 billion⟧',
    '⟦M|NIS 2 million⟧, ⟦M|QR 18 million⟧, ⟦M|GH¢ 71 billion⟧, ⟦M|CFAF 87 billion⟧, ⟦M|kr. 4.3bn⟧, ⟦M|N50 billion⟧, N95 masks, a K2 tank',
    '⟦M|$5-10 billion⟧, ⟦M|$3 to 5 billion⟧, ⟦M|$3⟧ to ⟦M|$5 billion⟧, ⟦M|half a million dollars⟧, ⟦M|a billion euros⟧',
  ])('%s', expectMarked);
});

describe('percentages and numbers', () => {
  it.each([
    '⟦P|40 percent⟧, ⟦P|12 per cent⟧, ⟦P|12%⟧, ⟦P|1.5 percentage points⟧, ⟦P|5 to 10 percent⟧, ⟦P|ten percent⟧',
    'nearly ⟦N|300,000⟧ people, ⟦N|2.5 million⟧ doses, ⟦N|two million⟧ homes, ⟦N|half a billion⟧ more, ⟦N|1 in 4⟧ homes',
    'an area of ⟦N|2,166 km²⟧, ⟦N|7.5 MMTPA⟧ of gas, at ⟦P|10.30 percent⟧',
    'a ⟦N|50-foot⟧ wall, ⟦N|1.5 degrees Celsius⟧, ⟦N|1.5 °C⟧, ⟦N|100 metric tons⟧ of grain, ⟦N|40 MW⟧, ⟦N|5 square miles⟧',
    '⟦N|90⟧ days, an ⟦N|18⟧-month plan, ⟦N|1 000 000⟧ people, ⟦N|1\u202f000\u202f000 tonnes⟧, ⟦N|40-50⟧ states',
    'more than ⟦N|2000⟧ people, ⟦N|1500⟧ soldiers, [⟦N|1 in 4⟧ people](https://example.org/2023/50)',
  ])('%s', expectMarked);

  it.each([
    'resolution 2728 (2024), resolutions 242 (1967) and 338 (1973), COP 28, UNGA 78, SDG 16, a 3+3 meeting',
    'G7, G20, COVID-19, F-16, 5G, 3D, Title 42, section 232, H.R. 1234, H.R.1, Resolution 2231, Articles 5 and 6',
    'Executive Order 14067, Public Law 117-169, 42 U.S.C. 1983, COP28, Phase 3, No. 10, #5, 24/7, 9/11',
    '1.  First of all\n2.  Then\n(3) and last [4] <sup>5</sup> `6 days` <https://example.org/7> https://example.org/2023',
    'five leaders, the second visit, twenty-five guests, &#8217;, sha256, 1600 Norland Avenue, (202) 456-1414',
    'the “123” agreement, the two hundred and forty-ninth year',
  ])('finds nothing in: %s', (text) => expect(figuresIn(text)).toEqual([]));

  it('goes on behind what it passes over', () => {
    expectMarked(
      'Articles 5 and 6 bind ⟦N|32⟧ allies; under Article 5, ⟦N|32⟧ allies met with G20 in ⟦D|2023⟧.',
    );
  });
});

/** Pieces that the grammar has a say about, to be strung together in any order. */
const pieces = fc.constantFrom(
  ...'$ € US$ USD Rs. 5 17 2023 1,000 1.5 12:30 1/2 - – , . ( ) [ ]( < > ` ’ ’s % # & &#8217; \u00a0 \n million percent May March November Friday the last this next week year of and to half a two hundred thirty Article Title FY Q 3 p.m. EST °C feet dollars ago http:// <sup>th</sup> \ud800 é'.split(
    ' ',
  ),
  ' ',
);
const hostile = fc
  .array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 60 })
  .map((a) => a.join(''));

describe('whatever the text is', () => {
  it('spans lie inside, in order, without overlaps, and are what they say', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          hostile,
          fc.array(pieces).map((a) => a.join(' ')),
        ),
        (text) => {
          let end = 0;
          for (const mention of figuresIn(text)) {
            expect(mention.span.start).toBeGreaterThanOrEqual(end);
            expect(mention.span.end).toBeGreaterThan(mention.span.start);
            expect(mention.text).toBe(text.slice(mention.span.start, mention.span.end));
            expect(mention.text.trim()).toBe(mention.text);
            end = mention.span.end;
          }
          expect(end).toBeLessThanOrEqual(text.length);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('a figure is found the same whatever line break stands inside it', () => {
    for (const gap of ['\n', '\r\n', '  ', '\u00a0', '\n> ']) {
      const [mention] = figuresIn(`worth $1.2${gap}billion to them`);
      expect(mention?.text).toBe(`$1.2${gap}billion`);
    }
    expect(figuresIn('worth $1.2\n\nbillion to them')[0]?.text).toBe('$1.2');
  });

  it.each([
    ['digits', '1'],
    ['groups', '1,000,'],
    ['spaced groups', '100 000 '],
    ['short groups', '1,00,'],
    ['decimals', '1.'],
    ['dashes', '1-'],
    ['slashes', '1/'],
    ['hours', '1:30:'],
    ['months', 'May '],
    ['days', 'May 5, '],
    ['relative words', 'last '],
    ['number words', 'twenty-'],
    ['magnitudes', 'million '],
    ['blanks', ' '],
    ['lines', '1 \n'],
    ['backticks', '`'],
    ['growing backticks', '` ``'],
    ['tags', '<a '],
    ['targets', ']('],
    ['addresses', 'http://('],
    ['entities', '&#1'],
    ['dollars', '$'],
    ['brackets', '5(a)('],
    ['articles', 'Article 5, 6 and '],
    ['letters', 'é'],
  ])('reads a long run of %s in linear time', (_name, piece) => {
    // Large enough that quadratic work would run into the test's time limit.
    const text = piece.repeat(Math.ceil(400_000 / piece.length));
    let reads = 0;
    const counted = figuresIn(text);
    for (const mention of counted) reads += mention.text.length;
    expect(reads).toBeLessThanOrEqual(text.length);
  });
});
