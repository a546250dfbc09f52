/** Names that are right as they stand: what is on one of these lists is never taken for a misspelling. */
import { CITY_NAMES } from '../../entities/data/cities.ts';
import { COUNTRIES } from '../../entities/data/countries.ts';
import { GIVEN_NAMES } from '../../entities/data/given-names.ts';
import { PROVINCE_NAMES, REGION_NAMES, USA_STATES } from '../../entities/data/places.ts';
import { SURNAMES } from '../../entities/data/surnames.ts';
import { fold } from './fold.ts';

function wordsOf(names: Iterable<string>): Set<string> {
  const words = new Set<string>();
  for (const name of names) {
    for (const word of name.match(/[\p{L}\p{M}’']+/gu) ?? []) words.add(fold(word));
  }
  return words;
}

export const KNOWN_GIVEN: ReadonlySet<string> = wordsOf(GIVEN_NAMES);
export const KNOWN_SURNAMES: ReadonlySet<string> = wordsOf(SURNAMES);
/** Words of the names of countries, capitals, cities, provinces, states and regions. */
export const KNOWN_PLACES: ReadonlySet<string> = wordsOf([
  ...COUNTRIES.flatMap(({ name, otherNames, capitals }) => [name, ...otherNames, ...capitals]),
  ...CITY_NAMES,
  ...PROVINCE_NAMES,
  ...REGION_NAMES,
  ...USA_STATES.flat(),
]);
/** Adjectives and names of peoples. */
export const KNOWN_PEOPLES: ReadonlySet<string> = wordsOf(COUNTRIES.flatMap(({ peoples }) => peoples));

/** Whether a folded word is on any list. */
export function isKnown(word: string): boolean {
  return (
    KNOWN_GIVEN.has(word) || KNOWN_SURNAMES.has(word) || KNOWN_PLACES.has(word) || KNOWN_PEOPLES.has(word)
  );
}

/** Offices and honorifics that stand in front of a name, folded. */
export const OFFICES: ReadonlySet<string> = new Set(
  'president minister chancellor secretary senator congressman congresswoman congressmember representative rep sen gov governor mayor ambassador speaker leader king queen prince princess emir amir sultan pope premier taoiseach general admiral colonel major captain lieutenant sergeant judge justice attorney director administrator commissioner advisor adviser chair chairman chairwoman mr mrs ms miss dr sir lady sheikh professor prof spokesperson spokesman spokeswoman coordinator councilor counselor envoy chief marshal archbishop cardinal bishop reverend rabbi deputy'.split(
    ' ',
  ),
);
