/** Names that are right as they stand: what is on one of these lists is never taken for a misspelling. */
import { CLASS_BIT, classesOfWord } from '../../entities/names/gazetteer.ts';

/** Folded words (fold.ts) that can be asked for, one by one. */
export interface WordList {
  /** Whether a folded word is on the list. Of words that are not, one in some hundred thousand is taken to be. */
  has(word: string): boolean;
}

function listed(bits: number): WordList {
  return { has: (word) => (classesOfWord(word) & bits) !== 0 };
}

export const KNOWN_GIVEN = listed(CLASS_BIT.knownGiven);
export const KNOWN_SURNAMES = listed(CLASS_BIT.knownSurname);
/** Words of the names of countries, capitals, cities, provinces, states and regions. */
export const KNOWN_PLACES = listed(CLASS_BIT.knownPlace);
/** Adjectives and names of peoples. */
export const KNOWN_PEOPLES = listed(CLASS_BIT.knownPeople);

const KNOWN = listed(
  CLASS_BIT.knownGiven | CLASS_BIT.knownSurname | CLASS_BIT.knownPlace | CLASS_BIT.knownPeople,
);

/** Whether a folded word is on any list. */
export function isKnown(word: string): boolean {
  return KNOWN.has(word);
}

/** Offices and honorifics that stand in front of a name, folded. */
export const OFFICES: ReadonlySet<string> = new Set(
  'president minister chancellor secretary senator congressman congresswoman congressmember representative rep sen gov governor mayor ambassador speaker leader king queen prince princess emir amir sultan pope premier taoiseach general admiral colonel major captain lieutenant sergeant judge justice attorney director administrator commissioner advisor adviser chair chairman chairwoman mr mrs ms miss dr sir lady sheikh professor prof spokesperson spokesman spokeswoman coordinator councilor counselor envoy chief marshal archbishop cardinal bishop reverend rabbi deputy'.split(
    ' ',
  ),
);
