import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDay } from '../../../server/src/core/document/facts.ts';
import { figuresIn } from '../../../server/src/core/entities/figures.ts';
import type { EntityType } from '../../../server/src/core/entities/types.ts';
import { valueOfMention, withValues } from '../../../server/src/core/entities/values.ts';
import { mentionsOf, Readout, type Settings, WHITE_HOUSE } from '../../../server/src/core/index.ts';

/** The value in a document of Friday, 17 November 2023, of the office in New York's time zone. */
function value(type: EntityType, text: string, isFuture?: boolean): string | undefined {
  const documentDate = readDay('2023-11-17');
  return valueOfMention({ type, text }, { documentDate, timeZone: 'America/New_York', isFuture });
}

/** The values of a document's dates and figures, in order. */
function valuesIn(body: string): (string | undefined)[] {
  const readout = Readout.parse(`---\ndate: '2023-11-17'\n---\n\n${body}\n`);
  return withValues(readout, mentionsOf(readout, WHITE_HOUSE), WHITE_HOUSE)
    .filter(({ type }) => ['DATE', 'MONEY', 'PERCENT', 'NUMBER'].includes(type))
    .map((mention) => mention.value);
}

describe('what a house reckons in', () => {
  const readout = Readout.parse("---\ndate: '2023-11-17'\n---\n\nThey spent $5 million in FY 2024.\n");
  const told = (settings: Settings) =>
    withValues(readout, mentionsOf(readout, settings), settings).map((mention) => mention.value);

  it('is the dollar and October by default, and what the settings say otherwise', () => {
    expect(told(WHITE_HOUSE)).toEqual(['5000000 USD', '2023-10-01/2024-09-30']);
    expect(told({ ...WHITE_HOUSE, currency: 'AUD', fiscalYearStart: 7 })).toEqual([
      '5000000 AUD',
      '2023-07-01/2024-06-30',
    ]);
  });
});

describe('a day that brackets spell out', () => {
  it('is that day, not the one before the document’s date', () => {
    expect(
      valuesIn('They spoke on Tuesday (19 March 2024) and met today (Monday, 2 December 2024).'),
    ).toEqual(['2024-03-19', '2024-03-19', '2024-12-02', '2024-12-02']);
    expect(valuesIn('They spoke on Tuesday (in March 2024).')[0]).toBe('2023-11-14');
  });
});

describe('dates that say all', () => {
  it.each([
    ['November 17, 2023', '2023-11-17'],
    ['17 November 2023', '2023-11-17'],
    ['Friday, November 17,\n2023', '2023-11-17'],
    ['6\u00a0January, 2025', '2025-01-06'],
    ['April 2023', '2023-04'],
    ['2022', '2022'],
    ['1990s', '1990/1999'],
    ['’90s', '1990/1999'],
    ['2021-2023', '2021/2023'],
    ['2024–25', '2024/2025'],
    ['November 17–19, 2023', '2023-11-17/2023-11-19'],
    ['17-19 November 2023', '2023-11-17/2023-11-19'],
    ['November 30-December 12, 2023', '2023-11-30/2023-12-12'],
    ['December 30-January 2, 2024', '2023-12-30/2024-01-02'],
    ['December 6 and 7, 2022', '2022-12-06/2022-12-07'],
    ['December 6 and 9, 2022', undefined],
    ['April-June 2023', '2023-04/2023-06'],
    ['FY 2024', '2023-10-01/2024-09-30'],
    ['fiscal years 2023 and 2024', '2022-10-01/2024-09-30'],
    ['Q3 2023', '2023-07/2023-09'],
    ['second half of 2023', '2023-07/2023-12'],
    ['summer of 2021', '2021-06/2021-08'],
    ['winter of 2021', undefined],
    ['Winter 2022-23', '2022-12/2023-02'],
    ['2023-11-17T10:00:00Z', '2023-11-17T10:00:00Z'],
    ['11/12/2023', '2023-11-12'],
    ['17.11.2023', '2023-11-17'],
    ['February 30, 2023', undefined],
    ['two thousand twenty-four', '2024'],
  ])('%s', (text, expected) => expect(value('DATE', text)).toBe(expected));
});

describe('dates that hang on the document’s', () => {
  it.each([
    ['today', '2023-11-17'],
    ['This morning', '2023-11-17'],
    ['yesterday', '2023-11-16'],
    ['last night', '2023-11-16'],
    ['tomorrow morning', '2023-11-18'],
    ['overnight', '2023-11-16/2023-11-17'],
    ['this week', '2023-W46'],
    ['last week', '2023-W45'],
    ['next month', '2023-12'],
    ['last month', '2023-10'],
    ['this year', '2023'],
    ['last year', '2022'],
    ['past year', '2022-11-17/2023-11-17'],
    ['last 12 months', '2022-11-17/2023-11-17'],
    ['past eighteen months', '2022-05-17/2023-11-17'],
    ['past two and a half years', '2021-05-17/2023-11-17'],
    ['next 10 days', '2023-11-17/2023-11-27'],
    ['last 24 hours', '2023-11-16/2023-11-17'],
    ['last three to five years', undefined],
    ['last two winters', undefined],
    ['one year ago', '2022'],
    ['two weeks ago', '2023-W44'],
    ['three days ago', '2023-11-14'],
    ['a year and a half ago', '2022-05'],
    ['this quarter', '2023-10/2023-12'],
    ['last quarter', '2023-07/2023-09'],
    ['last summer', '2023-06/2023-08'],
    ['next spring', '2024-03/2024-05'],
    ['last Friday', '2023-11-10'],
    ['this Friday', '2023-11-17'],
    ['next Tuesday', '2023-11-21'],
    ['next Monday, November 20', '2023-11-20'],
    ['this past weekend', '2023-11-11/2023-11-12'],
    ['last November', '2022-11'],
    ['next May', '2024-05'],
    ['March of this year', '2023-03'],
    ['this fiscal year', '2023-10-01/2024-09-30'],
    ['November 19', '2023-11-19'],
    ['January 9', '2024-01-09'],
    ['Tuesday, October 10', '2023-10-10'],
    ['Monday, October 10', '2022-10-10'],
    ['Friday', '2023-11-17'],
    ['Wednesday', undefined],
  ])('%s', (text, expected) => expect(value('DATE', text)).toBe(expected));

  it('a weekday or month follows the clause', () => {
    expect(value('DATE', 'Wednesday', false)).toBe('2023-11-15');
    expect(value('DATE', 'Wednesday', true)).toBe('2023-11-22');
    expect(value('DATE', 'March', false)).toBe('2023-03');
    expect(value('DATE', 'March', true)).toBe('2024-03');
    expect(value('DATE', 'December', false)).toBeUndefined();
  });

  it('says nothing without a document’s date, except what needs none', () => {
    const context = { documentDate: undefined, timeZone: 'UTC' };
    expect(valueOfMention({ type: 'DATE', text: 'today' }, context)).toBeUndefined();
    expect(valueOfMention({ type: 'DATE', text: 'November 17' }, context)).toBeUndefined();
    expect(valueOfMention({ type: 'DATE', text: 'May 5, 2022' }, context)).toBe('2022-05-05');
  });

  it('crosses the end of a year by ISO weeks', () => {
    const context = { documentDate: readDay('2025-01-01'), timeZone: 'UTC' };
    expect(valueOfMention({ type: 'DATE', text: 'this week' }, context)).toBe('2025-W01');
    expect(valueOfMention({ type: 'DATE', text: 'last week' }, context)).toBe('2024-W52');
  });

  it.each([
    ['3:30 p.m. EST', 'T15:30-05:00'],
    ['3:30 p.m. ET', 'T15:30-05:00'],
    ['3:30 p.m.', 'T15:30-05:00'],
    ['14:00 GMT', 'T14:00Z'],
    ['12 a.m.', 'T00:00-05:00'],
    ['10:00 local time', 'T10:00'],
    ['3:30', undefined],
    ['15:30', 'T15:30-05:00'],
    ['3:30 p.m. Pacific Daylight Time', 'T15:30-07:00'],
  ])('the time %s', (text, expected) => expect(value('DATE', text)).toBe(expected));
});

describe('amounts', () => {
  it.each([
    ['MONEY', '$863.4 billion', '863400000000 USD'],
    ['MONEY', '$1.2\nbillion', '1200000000 USD'],
    ['MONEY', '$0.1', '0.1 USD'],
    ['MONEY', '€1 billion', '1000000000 EUR'],
    ['MONEY', '£250m', '250000000 GBP'],
    ['MONEY', 'US$ 50 million', '50000000 USD'],
    ['MONEY', 'A$40m', '40000000 AUD'],
    ['MONEY', 'Rs. 500 crore', '5000000000 INR'],
    ['MONEY', 'CAD 500 million', '500000000 CAD'],
    ['MONEY', '$50 million AUD', '50000000 AUD'],
    ['MONEY', '500 million euros', '500000000 EUR'],
    ['MONEY', '3 billion Canadian dollars', '3000000000 CAD'],
    ['MONEY', '1,5 Mio Euro', '1500000 EUR'],
    ['MONEY', '$5-10 billion', '5000000000..10000000000 USD'],
    ['MONEY', '25 cents', '0.25 USD'],
    ['MONEY', 'half a million dollars', '500000 USD'],
    ['MONEY', '20 million pesos', undefined],
    ['MONEY', '20 million Mexican pesos', '20000000 MXN'],
    ['PERCENT', '40 percent', '40%'],
    ['PERCENT', '12\u00a0%', '12%'],
    ['PERCENT', '5 to 10 per cent', '5..10%'],
    ['PERCENT', '1.5 percentage points', '1.5 percentage points'],
    ['PERCENT', 'twenty-five percent', '25%'],
    ['NUMBER', '300,000', '300000'],
    ['NUMBER', '2.5 million', '2500000'],
    ['NUMBER', '1\u202f000\u202f000', '1000000'],
    ['NUMBER', '1,00,000', '100000'],
    ['NUMBER', 'two hundred and fifty thousand', '250000'],
    ['NUMBER', 'one and a half million', '1500000'],
    ['NUMBER', '50-foot', '50 ft'],
    ['NUMBER', '1.5 degrees Celsius', '1.5 °C'],
    ['NUMBER', '2,600\ngigawatts', '2600 GW'],
    ['NUMBER', '5 square miles', '5 mi²'],
    ['NUMBER', '1 in 4', '1/4'],
    ['NUMBER', '40-50', '40..50'],
    ['NUMBER', '97-2', undefined],
  ] as const)('%s %s', (type, text, expected) => expect(value(type, text)).toBe(expected));

  it('keeps every digit', () => {
    expect(value('MONEY', '$9,007,199,254,740,993.01')).toBe('9007199254740993.01 USD');
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 24n }), (number) => {
        const grouped = number.toString().replace(/\B(?=(?:\d{3})+$)/g, ',');
        expect(value('NUMBER', grouped)).toBe(number.toString());
        expect(value('MONEY', `$${grouped} million`)).toBe(`${number * 1_000_000n} USD`);
      }),
    );
  });
});

describe('in a document', () => {
  it('a date takes the year that the document gives it elsewhere, and a weekday the clause’s tense', () => {
    expect(
      valuesIn('They mourned the victims of May 3. The attack of May 3, 2019 is not forgotten.'),
    ).toEqual(['2019-05-03', '2019-05-03']);
    expect(valuesIn('It runs from January 1 to June 30, 2025.')).toEqual(['2025-01-01', '2025-06-30']);
    expect(valuesIn('It ran from December 1 to March 30, 2022.')).toEqual(['2021-12-01', '2022-03-30']);
    expect(valuesIn('They met on Wednesday. The President will travel to Norhaven on Wednesday.')).toEqual([
      '2023-11-15',
      '2023-11-22',
    ]);
  });

  it('no mention of a figure, however odd, makes values fail', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            ...'0123456789,.-– $%QFYth’s\n'.split(''),
            'May ',
            'last ',
            ' years',
            ' million',
          ),
        }),
        (text) => {
          for (const mention of figuresIn(text)) {
            const result = value(mention.type, mention.text);
            if (result !== undefined) expect(result).not.toMatch(/NaN|undefined|Infinity/);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
