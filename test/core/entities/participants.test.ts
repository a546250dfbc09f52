import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Part, type Participant, summaryOf } from '../../../server/src/core/entities/participants.ts';
import { Readout, WHITE_HOUSE } from '../../../server/src/core/index.ts';

function documentOf(title: string, lead: string): Readout {
  return Readout.parse(`---\ndate: '2023-11-17'\ntitle: "${title}"\n---\n\n${lead}\n\n\\###\n`);
}

function said({ name, office, of }: Participant): string {
  const country = of ? ` {${of.country ?? of.text}}` : '';
  return `${office?.text ?? ''}${name ? ` «${name.text}»` : ''}${country}`.trim();
}

/** The summary in a few lines, as the tests write it. */
function told(title: string, lead: string) {
  const summary = summaryOf(documentOf(title, lead), WHITE_HOUSE);
  return {
    principals: summary.principals.map(said),
    counterparts: summary.counterparts.map(said),
    forms: summary.forms.map(({ kind }) => kind),
    places: summary.places.map(({ text }) => text),
    occasion: summary.occasion?.text,
    dates: summary.dates.map(({ value }) => value),
  };
}

describe('who met whom', () => {
  it('two presidents who met share no country; the title tells whose side is whose', () => {
    expect(
      told(
        'President Noriega holds summit with President of Denmark',
        'President Noriega and President Lars Holm of Denmark held a summit at the Harbour Palace in Lisbon today.',
      ),
    ).toMatchObject({
      principals: ['President «Noriega»'],
      counterparts: ['President «Lars Holm» {DK}'],
      places: ['Harbour Palace', 'Lisbon'],
    });
  });

  it('of several who spoke with one another, all but the one in the title are the other side', () => {
    expect(
      told(
        'Readout of President Noriega’s Call with Northern Allies',
        'Today, President Lars Holm of Denmark, Prime Minister Adele Strand of Norway, and President Ana Noriega spoke by phone.',
      ),
    ).toMatchObject({
      principals: ['President «Ana Noriega»'],
      counterparts: ['President «Lars Holm» {DK}', 'Prime Minister «Adele Strand» {NO}'],
    });
  });

  it('“the President and Speaker Ruiz” are two people', () => {
    expect(
      told(
        'Readout of President Noriega’s Call with Speaker Ruiz',
        'This afternoon, the President and Speaker Ruiz spoke by phone about the harbours.',
      ),
    ).toMatchObject({ principals: ['President «Noriega»'], counterparts: ['Speaker «Ruiz»'] });
  });

  it('letters behind a name, courtesies before it, and words before the headline’s “Readout of”', () => {
    expect(
      told(
        'CORRECTED: Readout of Prime Minister Strand’s Call with President Holm of Denmark',
        'The Prime Minister, Adele Strand MP, had a phone call with Ms Inga Holm, President of Denmark, this morning.',
      ),
    ).toMatchObject({
      principals: ['Prime Minister «Adele Strand»'],
      counterparts: ['President «Inga Holm» {DK}'],
      forms: ['call'],
    });
  });

  it('a courtesy call is received, and talks are held', () => {
    expect(
      told(
        'President Noriega receives President Holm',
        'President Ana Noriega today received a courtesy call from His Excellency Dr. Lars Holm, President of Denmark, in Lisbon.',
      ),
    ).toMatchObject({ counterparts: ['President «Lars Holm» {DK}'], forms: ['meeting'], places: ['Lisbon'] });
    expect(
      told(
        'Talks',
        'President Ana Noriega held talks with the President of Denmark, Lars Holm, by telephone.',
      ),
    ).toMatchObject({ counterparts: ['President «Lars Holm» {DK}'], forms: ['call', 'conversation'] });
  });

  it('takes the full name from wherever it stands, and the office, country, place and day', () => {
    expect(
      told(
        'Readout of President Noriega’s Meeting with Prime Minister Adele Strand of Norway',
        'President Ana Noriega met today with Prime Minister Strand of Norway in Lisbon, Portugal. They discussed Peru.',
      ),
    ).toEqual({
      principals: ['President «Ana Noriega»'],
      counterparts: ['Prime Minister «Adele Strand» {NO}'],
      forms: ['meeting'],
      places: ['Lisbon', 'Portugal'],
      occasion: undefined,
      dates: ['2023-11-17'],
    });
  });

  it('a call is one because the title or the words by phone say so; spoke alone is a conversation', () => {
    expect(
      told('Readout of President Noriega’s Call with President Lars Holm of Denmark', 'x').forms,
    ).toEqual(['call']);
    const lead = 'President Ana Noriega spoke by phone yesterday with President Lars Holm of Denmark.';
    expect(told('A Statement', lead)).toMatchObject({
      forms: ['call'],
      counterparts: ['President «Lars Holm» {DK}'],
      dates: ['2023-11-16'],
    });
    const plain = 'President Ana Noriega spoke today with President Lars Holm of Denmark.';
    expect(told('A Statement', plain).forms).toEqual(['conversation']);
  });

  it('a title that leaves out the possessive', () => {
    expect(
      told('Readout of Vice President Maria Lopez Call with Prime Minister Adele Strand of Norway', 'x'),
    ).toMatchObject({
      principals: ['Vice President «Maria Lopez»'],
      counterparts: ['Prime Minister «Adele Strand» {NO}'],
      forms: ['call'],
    });
  });

  it('several on either side, each with the own office and country', () => {
    const lead =
      'On Friday, President Ana Noriega, Secretary of State Peter Hall, and National Security Advisor John Reed held a virtual trilateral meeting with President Lars Holm of Denmark and Chancellor Greta Weber of Germany to discuss trade.';
    expect(told('A Statement', lead)).toEqual({
      principals: [
        'President «Ana Noriega»',
        'Secretary of State «Peter Hall»',
        'National Security Advisor «John Reed»',
      ],
      counterparts: ['President «Lars Holm» {DK}', 'Chancellor «Greta Weber» {DE}'],
      forms: ['virtual', 'trilateral', 'meeting'],
      places: [],
      occasion: undefined,
      dates: ['2023-11-17'],
    });
  });

  it('the country before the office, in it, and behind a description', () => {
    const counterparts = (object: string) =>
      told('A Statement', `President Ana Noriega met with ${object}.`).counterparts;
    expect(counterparts('Danish President Lars Holm')).toEqual(['President «Lars Holm» {DK}']);
    expect(counterparts('Denmark’s Foreign Minister Lars Holm')).toEqual([
      'Foreign Minister «Lars Holm» {DK}',
    ]);
    expect(counterparts('President of Denmark Lars Holm')).toEqual(['President «Lars Holm» {DK}']);
    expect(counterparts('the President of Denmark, Lars Holm')).toEqual(['President «Lars Holm» {DK}']);
    expect(counterparts('Lars Holm, Minister for Foreign Affairs of Denmark')).toEqual([
      'Minister for Foreign Affairs «Lars Holm» {DK}',
    ]);
    expect(counterparts('His Majesty King Lars IV of Denmark')).toEqual(['King «Lars IV» {DK}']);
  });

  it('other houses: offices without a name, on the margins of a summit', () => {
    expect(
      told(
        'PM meeting with Prime Minister Strand of Norway',
        'The Prime Minister met the Prime Minister of Norway, Adele Strand, on the margins of the Coastal Nations Summit in Lisbon today.',
      ),
    ).toEqual({
      principals: ['Prime Minister'],
      counterparts: ['Prime Minister «Adele Strand» {NO}'],
      forms: ['meeting'],
      places: ['Lisbon'],
      occasion: 'Coastal Nations Summit',
      dates: ['2023-11-17'],
    });
  });

  it('a pull-aside, a visit, a journey', () => {
    expect(
      told('Readout of President Noriega’s Pull-Aside with Prime Minister Adele Strand', 'x').forms,
    ).toEqual(['pull-aside']);
    expect(
      told(
        'A Statement',
        'President Ana Noriega today welcomed Prime Minister Adele Strand of Norway to the White House.',
      ),
    ).toMatchObject({ counterparts: ['Prime Minister «Adele Strand» {NO}'], places: ['White House'] });
    expect(
      told('A Statement', 'National Security Advisor John Reed traveled to Oslo on November 15 for talks.'),
    ).toMatchObject({
      principals: ['National Security Advisor «John Reed»'],
      forms: ['travel'],
      places: ['Oslo'],
      dates: ['2023-11-15'],
    });
  });

  it('the title decides whose side is whose', () => {
    expect(
      told(
        'Readout of National Security Advisor John Reed’s Meeting with Foreign Minister Lars Holm of Denmark',
        'Foreign Minister of Denmark Lars Holm met with National Security Advisor Mr. John Reed in Copenhagen.',
      ),
    ).toMatchObject({
      principals: ['National Security Advisor «John Reed»'],
      counterparts: ['Foreign Minister «Lars Holm» {DK}'],
      places: ['Copenhagen'],
    });
  });

  it('passes over people and bodies without a name', () => {
    expect(
      told(
        'A Statement',
        'Today, Trade Advisor Anna Berg, alongside staff from several offices, held a virtual meeting with farmers.',
      ),
    ).toMatchObject({ principals: ['Trade Advisor «Anna Berg»'], forms: ['virtual', 'meeting'] });
    expect(
      told(
        'A Statement',
        'Today, Trade Advisor Anna Berg and senior officials met with President Lars Holm of Denmark.',
      ),
    ).toMatchObject({
      principals: ['Trade Advisor «Anna Berg»'],
      counterparts: ['President «Lars Holm» {DK}'],
    });
    expect(
      told('A Statement', 'From November 3 – November 5, First Lady Anna Berg traveled to Lisbon, Portugal.')
        .dates,
    ).toEqual(['2023-11-03', '2023-11-05']);
  });

  it('says nothing where nothing is said: topics are no places, groups no names', () => {
    expect(
      told(
        'Readout of White House Meeting with Governors',
        'Yesterday, officials met with leaders to discuss aid for Peru in Lima.',
      ),
    ).toEqual({
      principals: [],
      counterparts: [],
      forms: ['meeting'],
      places: [],
      occasion: undefined,
      dates: [],
    });
    expect(told('', '')).toEqual({
      principals: [],
      counterparts: [],
      forms: [],
      places: [],
      occasion: undefined,
      dates: [],
    });
    expect(told('Fact Sheet: Clean Water', 'Clean water is a right. Today we act.').principals).toEqual([]);
  });
});

describe('lists of participants', () => {
  it('each item with its office and organisation', () => {
    const lead =
      'Yesterday, officials met with leaders.\n\nParticipants in today’s meeting included:\n\n-   Secretary of State Peter Hall\n-   Anna Berg, Red Cross\n-   Lars Holm, Director of Trade\n-   Greta Weber, Department of Justice\n-   and others\n\nThey spoke.\n\n-   Ole Bakke';
    const { attendees } = summaryOf(documentOf('A Statement', lead), WHITE_HOUSE);
    expect(attendees.map(said)).toEqual([
      'Secretary of State «Peter Hall»',
      '«Anna Berg» {Red Cross}',
      'Director of Trade «Lars Holm»',
      '«Greta Weber» {Department of Justice}',
    ]);
  });
});

/** All parts of a summary. */
function partsOf(readout: Readout): Part[] {
  const { principals, counterparts, attendees, forms, places, occasion } = summaryOf(readout, WHITE_HOUSE);
  const parts: (Part | undefined)[] = [...forms, ...places, occasion];
  for (const { name, office, of } of [...principals, ...counterparts, ...attendees])
    parts.push(name, office, of);
  return parts.filter((part) => part !== undefined);
}

/** What stands in the file, as the YAML or Markdown reader sees it. */
function read(readout: Readout, { start, end }: { start: number; end: number }): string {
  return readout
    .slice({ start, end })
    .replace(/\\_/g, ' ')
    .replace(/\\u2019/g, '’')
    .replace(/\\\n\s*\\?/g, '')
    .replace(/\s+/g, ' ');
}

describe('places', () => {
  it('every part stands where it says, in an escaped and folded title too', () => {
    const readout = Readout.parse(
      '---\ndate: \'2023-11-17\'\ntitle: "Readout of President\\_Ana Noriega\\u2019s Meeting with Prime Minister Adele\\\n  \\ Strand of\\_Norway"\n---\n\nPresident Noriega\nmet today with Prime Minister\nStrand of Norway in Lisbon.\n',
    );
    const parts = partsOf(readout);
    expect(parts.length).toBeGreaterThan(6);
    for (const { spans } of parts) expect(spans.length).toBeGreaterThan(0);
    const spots = parts.flatMap(({ spans }) => spans.map((span) => read(readout, span)));
    expect(spots).toEqual(
      expect.arrayContaining([
        'Ana Noriega',
        'Noriega',
        'Adele Strand',
        'Strand',
        'Prime Minister',
        'Norway',
        'Meeting',
        'Lisbon',
      ]),
    );
  });

  it('no text makes it fail, and every span lies in the file', () => {
    const words = fc.constantFrom(
      ...'President|Ana Noriega|Prime Minister|Adele Strand|of|Norway|met|spoke|with|today|in|Lisbon|,|and|the|held|a|call|’s|Readout of|(|)|[|](x|*|.|"|\\|\n|White House|on the margins of|Summit'.split(
        '|',
      ),
    );
    const text = fc.array(words, { maxLength: 40 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(text, text, (title, lead) => {
        const readout = documentOf(title.replace(/["\\\n]/g, ''), lead);
        for (const { spans } of partsOf(readout)) {
          for (const { start, end } of spans) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(readout.length);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('a lead of great length is read no farther than its head', () => {
    const long = `President Ana Noriega ${'and President Ana Noriega '.repeat(2_000)}met.`;
    expect(summaryOf(documentOf('A Statement', long), WHITE_HOUSE).counterparts).toEqual([]);
  });
});
