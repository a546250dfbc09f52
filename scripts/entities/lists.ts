/** The lists of words and names as the recogniser carries them: see names/lists.ts for the form. */
import { CITY_NAMES } from '../../server/src/core/entities/data/cities.ts';
import { COUNTRIES } from '../../server/src/core/entities/data/countries.ts';
import { GIVEN_NAMES } from '../../server/src/core/entities/data/given-names.ts';
import {
  BUSINESSES,
  CIVIL_BODIES,
  SOCIETIES,
  STATE_BODIES,
} from '../../server/src/core/entities/data/institutions.ts';
import {
  INTERNATIONAL_BODIES,
  KNOWN_EVENTS,
  KNOWN_INSTRUMENTS,
  NATIONAL_BODIES,
  OTHER_ORGANISATIONS,
} from '../../server/src/core/entities/data/organisations.ts';
import {
  GROUP_NAMES,
  PROVINCE_NAMES,
  REGION_NAMES,
  SITE_NAMES,
  USA_STATES,
  WATER_NAMES,
} from '../../server/src/core/entities/data/places.ts';
import { SUBDIVISION_NAMES } from '../../server/src/core/entities/data/subdivisions.ts';
import { SURNAMES } from '../../server/src/core/entities/data/surnames.ts';
import { OFFICE_TITLES, WORD_CLASSES, type WordClass } from '../../server/src/core/entities/data/words.ts';
import {
  CLASS_BIT,
  type ClassName,
  IN_CAPITALS,
  LIST_BIT,
  type ListName,
} from '../../server/src/core/entities/names/gazetteer.ts';
import {
  classOf,
  DIGIT,
  fold as foldUnit,
  HASH_SEED,
  hashStep,
  LOWER,
  UPPER,
} from '../../server/src/core/entities/names/letters.ts';
import { MARKS, packEntries } from '../../server/src/core/entities/names/lists.ts';
import {
  ALL_CAPITALS,
  DOTTED,
  HYPHEN,
  INITIAL,
  NUMBER,
  Tokens,
} from '../../server/src/core/entities/names/tokens.ts';
import { fold } from '../../server/src/core/rules/name/fold.ts';

/** The names of each list. */
export function listedNames(): Readonly<Record<ListName, readonly string[]>> {
  return {
    country: COUNTRIES.flatMap((country) => [country.name, ...country.otherNames]),
    city: [...CITY_NAMES, ...COUNTRIES.flatMap((country) => country.capitals)],
    usaState: USA_STATES.map((state) => state[0] ?? ''),
    stateAbbreviation: USA_STATES.flatMap((state) => state.slice(1)),
    region: [...REGION_NAMES, ...PROVINCE_NAMES, ...SUBDIVISION_NAMES],
    site: [...WATER_NAMES, ...SITE_NAMES],
    people: COUNTRIES.flatMap((country) => country.peoples),
    group: GROUP_NAMES,
    international: INTERNATIONAL_BODIES.flat(),
    national: [...NATIONAL_BODIES.flat(), ...STATE_BODIES.flat()],
    organisation: [OTHER_ORGANISATIONS, CIVIL_BODIES, BUSINESSES, SOCIETIES].flat(2),
    instrument: KNOWN_INSTRUMENTS.flat(),
    event: KNOWN_EVENTS.flat(),
    office: OFFICE_TITLES,
  };
}

/** The words of names, folded as the rules on names fold them. */
function wordsOf(names: Iterable<string>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const name of names) for (const word of name.match(/[\p{L}\p{M}’']+/gu) ?? []) words.add(fold(word));
  return words;
}

/** The words of each class. */
export function classedWords(): Readonly<Record<ClassName, Iterable<string>>> {
  const classes = Object.fromEntries(
    Object.entries(WORD_CLASSES).map(([name, words]) => [name, words.split(' ')]),
  ) as unknown as Record<WordClass, readonly string[]>;
  return {
    ...classes,
    given: GIVEN_NAMES,
    surname: SURNAMES,
    knownGiven: wordsOf(GIVEN_NAMES),
    knownSurname: wordsOf(SURNAMES),
    knownPlace: wordsOf([
      ...COUNTRIES.flatMap(({ name, otherNames, capitals }) => [name, ...otherNames, ...capitals]),
      ...CITY_NAMES,
      ...PROVINCE_NAMES,
      ...REGION_NAMES,
      ...USA_STATES.flat(),
    ]),
    knownPeople: wordsOf(COUNTRIES.flatMap(({ peoples }) => peoples)),
  };
}

/** What {@link hashWord} hashes of a word; in a number, what the tokenizer hashes. */
function hashedUnits(word: string, isNumber: boolean): string {
  let units = '';
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    const kind = classOf(unit);
    if (kind === LOWER || kind === UPPER || kind === DIGIT) units += String.fromCharCode(foldUnit(unit));
    else if (isNumber) units += word.charAt(i);
    else if (/['’‘ʼ]/.test(word.charAt(i))) units += "'";
  }
  return units;
}

/** The hash of an entry's units. */
function hashOf(units: string): number {
  let hash = HASH_SEED;
  for (let i = 0; i < units.length; i++) hash = hashStep(hash, units.charCodeAt(i));
  return hash;
}

/** A name as an entry, and whether its one word must be in capitals. `undefined` if it has no tokens. */
function nameEntry(
  tokens: Tokens,
  name: string,
): { readonly entry: string; readonly inCapitals: boolean } | undefined {
  tokens.read(name);
  if (tokens.count === 0) return undefined;
  const parts: string[] = [];
  for (let i = 0; i < tokens.count; i++) {
    const kind = tokens.kind[i] as number;
    const hash = tokens.hash[i] as number;
    if (hash === 0) {
      parts.push(MARKS.charAt(kind - HYPHEN));
      continue;
    }
    const units = hashedUnits(name.slice(tokens.start[i], tokens.end[i]), kind === NUMBER);
    if (hashOf(units) !== hash || (units.length === 1 && MARKS.includes(units)))
      throw new Error(`“${name}” cannot be written as the tokenizer reads it: ${units}`);
    parts.push(units);
  }
  const kind = tokens.kind[0] as number;
  const inCapitals = tokens.count === 1 && (kind === ALL_CAPITALS || kind === DOTTED || kind === INITIAL);
  return { entry: parts.join(' '), inCapitals };
}

/** The words of all classes with their masks. */
export function wordEntries(): ReadonlyMap<string, number> {
  const entries = new Map<string, number>();
  for (const [name, words] of Object.entries(classedWords())) {
    const bit = CLASS_BIT[name as ClassName];
    for (const word of words) {
      const units = hashedUnits(word, false);
      if (units !== '') entries.set(units, (entries.get(units) ?? 0) | bit);
    }
  }
  return distinct(entries, (entry) => [entry]);
}

/** The names of all lists with their masks. */
export function nameEntries(): ReadonlyMap<string, number> {
  const tokens = new Tokens();
  const entries = new Map<string, number>();
  for (const [list, names] of Object.entries(listedNames())) {
    for (const name of names) {
      const found = nameEntry(tokens, name);
      if (!found) continue;
      const bit = LIST_BIT[list as ListName] * (found.inCapitals ? IN_CAPITALS : 1);
      entries.set(found.entry, (entries.get(found.entry) ?? 0) | bit);
    }
  }
  return distinct(entries, (entry) => entry.split(' '));
}

/** The same entries, if no two different words in them have one hash: the tables know words by their hashes alone. */
function distinct<Entries extends ReadonlyMap<string, number>>(
  entries: Entries,
  wordsOf: (entry: string) => Iterable<string>,
): Entries {
  const byHash = new Map<number, string>();
  for (const entry of entries.keys()) {
    for (const word of wordsOf(entry)) {
      const hash = hashOf(word);
      const known = byHash.get(hash) ?? word;
      if (known !== word) throw new Error(`“${known}” and “${word}” have the same hash.`);
      byHash.set(hash, word);
    }
  }
  return entries;
}

/** The text of `data/lists.generated.ts`. */
export function listsModule(): string {
  const literal = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
  return [
    '/**',
    ' * The lists of this folder as they are carried along, made by `npm run generate`; do not edit.',
    ' * See names/lists.ts for the form.',
    ' */',
    '// biome-ignore-start format: data',
    `export const WORDS =\n  ${literal(packEntries(wordEntries()))};`,
    '',
    `export const NAMES =\n  ${literal(packEntries(nameEntries()))};`,
    '// biome-ignore-end format: data',
    '',
  ].join('\n');
}
