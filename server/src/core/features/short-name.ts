/** The form in which somebody is named once introduced: by the family name. */
import { CLASS_BIT, classesOfWord } from '../entities/names/gazetteer.ts';
import { nameWords } from './identities.ts';

/** Words that belong to the family name behind them: `van der Leyen`, `bin Salman`, `da Silva`. */
const PARTICLE =
  /^(?:van|von|der|den|de|del|della|di|da|dos|das|do|du|la|le|ter|ten|bin|bint|ibn|al|el|abu|mac|mc|zu|af|y|e)$/i;

/**
 * The family name of a full name, as the words of the name tell it. Names of one word are given back as they are.
 * Double family names are told by the given names in front of them (`Andrés Manuel López Obrador`), those with particles
 * by these; of any other name it is the last word. Names whose family name comes first are not told apart.
 */
export function familyName(name: string): string {
  const words = nameWords(name);
  let at = words.length - 1;
  if (at <= 0) return words[0] ?? name;
  // With three words or more, all that stands behind two given names.
  if (words.length >= 4 && isGiven(words[0]) && isGiven(words[1])) at = 2;
  while (at > 1 && PARTICLE.test(words[at - 1] ?? '')) at--;
  return words.slice(at).join(' ');
}

function isGiven(word: string | undefined): boolean {
  return word !== undefined && (classesOfWord(word) & CLASS_BIT.given) !== 0;
}
