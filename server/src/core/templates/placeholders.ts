/** The placeholders that templates share: one name means one thing everywhere. */

/** What is asked for; decides what is offered (names from the glossary, countries, days, free words). */
export type PlaceholderKind = 'person' | 'country' | 'place' | 'day' | 'organisation' | 'event' | 'words';

/** Something that the drafter fills in. */
export interface Placeholder {
  readonly kind: PlaceholderKind;
  /** Capitals and blanks only: what stands in the text in square brackets until it is filled. */
  readonly label: string;
  /** What to write, for the person who is asked. */
  readonly description: string;
  readonly example: string;
  /** The placeholder whose value stands in, shortened to title and family name, while this one has none. */
  readonly sameAs?: string;
  /** The words that stand in while there is no value: right most of the time. */
  readonly usually?: string;
}

/** @internal keeps the names as literal types while checking every entry. */
const table = <T extends Readonly<Record<string, Placeholder>>>(
  entries: T,
): Readonly<Record<keyof T, Placeholder>> => entries;

export const PLACEHOLDERS = table({
  principal: {
    kind: 'person',
    label: 'NAME OF PRINCIPAL',
    description: 'Whom the office speaks for: title, first name and last name.',
    example: 'President Elena Noriega',
  },
  principalShort: {
    kind: 'person',
    label: 'INSERT SHORT NAME OF PRINCIPAL',
    description: 'The principal as named after the first mention: title and last name.',
    example: 'President Noriega',
    sameAs: 'principal',
  },
  homeCountry: {
    kind: 'country',
    label: 'INSERT OUR COUNTRY',
    description: 'The country the office speaks for, as written in running text.',
    example: 'Velora',
  },
  counterpart: {
    kind: 'person',
    label: 'NAME OF COUNTERPART',
    description: 'The other side: title, first name and last name.',
    example: 'Prime Minister Adele Strand',
  },
  counterpartShort: {
    kind: 'person',
    label: 'INSERT SHORT NAME OF COUNTERPART',
    description: 'The counterpart as named after the first mention: title and last name.',
    example: 'Prime Minister Strand',
    sameAs: 'counterpart',
  },
  country: {
    kind: 'country',
    label: 'COUNTRY',
    description: 'The counterpart’s country, as written in running text.',
    example: 'Norland',
  },
  secondCounterpart: {
    kind: 'person',
    label: 'NAME OF SECOND COUNTERPART',
    description: 'The third participant: title, first name and last name.',
    example: 'Chancellor Ilse Brandt',
  },
  secondCountry: {
    kind: 'country',
    label: 'SECOND COUNTRY',
    description: 'The third participant’s country.',
    example: 'Osterland',
  },
  participants: {
    kind: 'words',
    label: 'INSERT PARTICIPANTS',
    description: 'Who took part, each with title and country, or the group by its name.',
    example: 'the leaders of the seven member states',
  },
  place: {
    kind: 'place',
    label: 'PLACE',
    description: 'City and country, or the building.',
    example: 'Port Marisol, Velora',
  },
  destination: {
    kind: 'place',
    label: 'INSERT DESTINATION',
    description: 'Where the journey goes: city and country.',
    example: 'Skarvik, Norland',
  },
  day: {
    kind: 'day',
    label: 'DAY',
    description: 'When it took place, seen from the day of publication: today, or on a weekday.',
    example: 'today',
    usually: 'today',
  },
  travelDays: {
    kind: 'day',
    label: 'INSERT DAYS OF TRAVEL',
    description: 'The day or days of the journey, with the preposition.',
    example: 'on June 12 and 13',
  },
  event: {
    kind: 'event',
    label: 'NAME OF EVENT',
    description: 'The summit, conference or occasion, with its article.',
    example: 'the Harbor Summit',
  },
  group: {
    kind: 'organisation',
    label: 'NAME OF ORGANIZATION',
    description: 'The group of countries or the organisation, with its article.',
    example: 'the Northern Harbor Council',
  },
  topics: {
    kind: 'words',
    label: 'TOPICS',
    description: 'What was talked about, in order of weight.',
    example: 'trade in fisheries and the new rail link',
  },
  point: {
    kind: 'words',
    label: 'INSERT MAIN POINT',
    description: 'What our side wants to be remembered for having said.',
    example: 'the need for open sea lanes',
  },
  thanks: {
    kind: 'words',
    label: 'INSERT REASON FOR THANKS',
    description: 'What the other side is thanked for.',
    example: 'help after the spring floods',
  },
  agreement: {
    kind: 'words',
    label: 'INSERT WHAT WAS AGREED',
    description: 'What both sides will do, beginning with a verb.',
    example: 'open talks on a fisheries agreement this autumn',
  },
  followUp: {
    kind: 'words',
    label: 'INSERT NEXT STEP',
    description: 'What comes next.',
    example: 'the next round of talks in Port Marisol',
  },
  purpose: {
    kind: 'words',
    label: 'INSERT PURPOSE',
    description: 'What for, beginning with a verb.',
    example: 'open the new rail link',
  },
  deceased: {
    kind: 'person',
    label: 'INSERT NAME OF THE DECEASED',
    description: 'Who has died: former title, first name and last name.',
    example: 'former Prime Minister Tomás Eide',
  },
  deceasedShort: {
    kind: 'person',
    label: 'INSERT SHORT NAME OF THE DECEASED',
    description: 'The deceased as named after the first mention.',
    example: 'Mr. Eide',
    sameAs: 'deceased',
  },
  life: {
    kind: 'words',
    label: 'INSERT LIFE AND SERVICE',
    description: 'What the person is remembered for, as the rest of a sentence.',
    example: 'gave four decades to the service of Norland and to peace in the Strait',
  },
  bereaved: {
    kind: 'words',
    label: 'INSERT THE BEREAVED',
    description: 'To whom condolences go.',
    example: 'the Eide family and the people of Norland',
  },
  achievement: {
    kind: 'words',
    label: 'INSERT OCCASION',
    description: 'What the congratulation is for, after “on”.',
    example: 'her election as Prime Minister of Norland',
  },
  whatHappened: {
    kind: 'words',
    label: 'INSERT WHAT HAPPENED',
    description: 'The event in one clause with place and day.',
    example: 'the earthquake that struck the island of Sorland this morning',
  },
  subject: {
    kind: 'words',
    label: 'SUBJECT',
    description: 'The event as the headline names it, with its article.',
    example: 'the Earthquake in Sorland',
  },
  affected: {
    kind: 'words',
    label: 'INSERT THOSE AFFECTED',
    description: 'With whom we stand.',
    example: 'the people of Sorland',
  },
  response: {
    kind: 'words',
    label: 'INSERT WHAT WE DO',
    description: 'What our side does about it, beginning with a verb.',
    example: 'send two rescue teams and a field hospital',
  },
  headline: {
    kind: 'words',
    label: 'HEADLINE',
    description: 'The headline as it will be published.',
    example: 'Statement on the Opening of the Rail Link',
  },
});

export type PlaceholderName = keyof typeof PLACEHOLDERS;
