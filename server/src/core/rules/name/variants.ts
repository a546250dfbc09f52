/** Judges whether one word of a document is another of it, misspelt. */
import { hasDiacritic } from './fold.ts';
import { isKnown, KNOWN_GIVEN, KNOWN_PEOPLES, KNOWN_PLACES, KNOWN_SURNAMES, OFFICES } from './known.ts';
import { ORDINARY } from './ordinary.ts';

/** Shorter words are too near to too many others. */
export const SHORTEST = 5;
/** A form that is written more often than this is meant, unless it lacks nothing but diacritics. */
export const MOST_SLIPS = 2;

/** Words that say nothing about the one beside them. */
const WEAK = new Set(
  'the a an in on at to for and or but of with by from as if when while this that these those he she it we they i you his her our their its today yesterday tomorrow after before during since both all new also there here what who how january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday first former'.split(
    ' ',
  ),
);
/** Words of places' names that are words of their own: only the word beside them tells that a place is meant. */
const GENERIC = new Set(
  'united states state republic kingdom democratic north northern south southern east eastern west western central new great grand island islands coast river lake beach city port san santa saint fort mount springs falls hill hills valley bay cape gulf ocean federal district territory territories capital latin middle arab arabia arabian union emirates people peoples country english native rock mission garden green brown young little salt orange golden independence forest sound marshall virgin northwest southwest northeast southeast heights grove park point plymouth victoria'.split(
    ' ',
  ),
);

/** A word of a document, and how often it stands there. */
export interface CountedWord {
  readonly word: string;
  readonly folded: string;
  readonly count: number;
}

/** What a document says about one word. */
export interface Usage extends CountedWord {
  /** Folded words right before and right behind it in its runs of capitalised words. */
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
  /** Offices anywhere before it in its runs. */
  readonly offices: ReadonlySet<string>;
  /** How often it stands alone within a sentence. */
  readonly alone: number;
  /** How often it stands anywhere but at the start of a sentence. */
  readonly inside: number;
}

/** A word that looks like another of the document, misspelt. */
export interface Suspicion {
  readonly right: string;
  readonly wrong: string;
  /** The misspelt word, folded: if the document has it in lower case too, it is a word of its own. */
  readonly folded: string;
  /** Whether it is suspected even where the document has it in lower case. */
  readonly isSure: boolean;
}

/**
 * Whether two words that are near one another may be one name by what they are and how often they stand. What stands
 * around them need be looked up only then, which is seldom.
 */
export function mayBeOneName(a: CountedWord, b: CountedWord, accepted: ReadonlySet<string>): boolean {
  const [right, wrong] = order(a, b, accepted);
  return !accepted.has(wrong.word) && mayBeSlip(right, wrong);
}

/**
 * Judges two words that are near one another.
 * @param a the one that comes first, in order of the document.
 * @param accepted words that are right whatever the document says (the glossary's).
 */
export function judge(a: Usage, b: Usage, accepted: ReadonlySet<string>): Suspicion | undefined {
  const [right, wrong] = order(a, b, accepted);
  if (accepted.has(wrong.word)) return undefined;
  const suspicion = { right: right.word, wrong: wrong.word, folded: wrong.folded };
  if (right.folded === wrong.folded) {
    if (isOneName(right, wrong)) return { ...suspicion, isSure: true };
    return isBareSurname(right, wrong) ? { ...suspicion, isSure: false } : undefined;
  }
  return isOneName(right, wrong) ? { ...suspicion, isSure: false } : undefined;
}

/** The form that is right, then the other: the accepted, else the known, the more frequent, the one with diacritics. */
function order<W extends CountedWord>(a: W, b: W, accepted: ReadonlySet<string>): readonly [W, W] {
  const differs = a.folded !== b.folded;
  const rank = (usage: W): number[] => [
    accepted.has(usage.word) ? 1 : 0,
    differs && isKnown(usage.folded) ? 1 : 0,
    usage.count,
    hasDiacritic(usage.word) ? 1 : 0,
  ];
  const ofA = rank(a);
  const ofB = rank(b);
  for (let i = 0; i < ofA.length; i++) {
    const difference = (ofA[i] as number) - (ofB[i] as number);
    if (difference !== 0) return difference > 0 ? [a, b] : [b, a];
  }
  return [a, b];
}

/** What can be told of a slip without its surroundings. */
function mayBeSlip(right: CountedWord, wrong: CountedWord): boolean {
  // “Adviser” and “Advisor” are two spellings of an office; letter case, apostrophes and hyphens are matters of style.
  if (OFFICES.has(wrong.folded) || plain(right.word) === plain(wrong.word)) return false;
  if (right.folded === wrong.folded) return true;
  if (wrong.count > MOST_SLIPS || isKnown(wrong.folded) || ORDINARY.has(wrong.folded)) return false;
  return /[-‑]/.test(right.word) === /[-‑]/.test(wrong.word) && !isInflection(right.folded, wrong.folded);
}

function isOneName(right: Usage, wrong: Usage): boolean {
  if (!mayBeSlip(right, wrong)) return false;
  if (right.folded === wrong.folded) return isOneNameButForMarks(right, wrong);
  const isPlace = KNOWN_PLACES.has(right.folded) || KNOWN_PEOPLES.has(right.folded);
  if (isPlace && !isPerson(wrong) && right.folded.length >= SHORTEST) {
    // The only one of its kind at the start of a sentence may be any word.
    if (wrong.inside === 0 && wrong.after.size === 0) return false;
    if (GENERIC.has(right.folded)) return isUnitedStates(right.folded, wrong);
    // Within a longer name, the same word must stand beside it: “Kentz College” is not in Kent.
    const isAlone = wrong.alone > 0 || wrong.before.size + wrong.after.size === 0;
    return isAlone || shares(wrong.before, right.before) || shares(wrong.after, right.after);
  }
  return isOnePerson(right, wrong);
}

/** `United Stats`, `Untied States`: the commonest name of all, made of two ordinary words. */
function isUnitedStates(right: string, wrong: Usage): boolean {
  return (
    (right === 'states' && wrong.before.has('united')) || (right === 'united' && wrong.after.has('states'))
  );
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[’'ʼʻ‘‑-]/g, '');
}

/** Two words with the same letters, of which one lacks a diacritic. */
function isOneNameButForMarks(right: Usage, wrong: Usage): boolean {
  if (wrong.folded.length < 4) return false;
  if (shares(wrong.after, right.after) || shares(wrong.offices, right.offices))
    return !isOtherPerson(right, wrong);
  if (shares(wrong.before, right.before)) return true;
  return KNOWN_PLACES.has(right.folded) && wrong.alone > 0 && right.alone > 0;
}

/**
 * `Erdogan` beside `Erdoğan` with nothing in common around them: a rare word of the same letters is the same name all
 * the same, unless both bear given names or surnames of their own.
 */
function isBareSurname(right: Usage, wrong: Usage): boolean {
  return (
    hasDiacritic(right.word) &&
    !hasDiacritic(wrong.word) &&
    wrong.folded.length >= SHORTEST &&
    wrong.inside > 0 &&
    !OFFICES.has(wrong.folded) &&
    !ORDINARY.has(wrong.folded) &&
    !KNOWN_GIVEN.has(wrong.folded) &&
    !KNOWN_PLACES.has(wrong.folded) &&
    plain(right.word) !== plain(wrong.word) &&
    givenNames(wrong).length === 0 &&
    wrong.after.size === 0
  );
}

/** `Biden` and `Bidens`, `Korea` and `Korean`, `Latina` and `Latino`: forms of one word. */
function isInflection(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length > short.length && long.startsWith(short)) {
    const added = long.slice(short.length);
    return (
      added === 's' || (/^[niaoecx]$/.test(added) && (KNOWN_PLACES.has(short) || KNOWN_PEOPLES.has(short)))
    );
  }
  // Of the same length, another last letter: another ending.
  return (
    a.length === b.length && a.slice(0, -1) === b.slice(0, -1) && /[aeionsx]$/.test(a) && /[aeionsx]$/.test(b)
  );
}

/** Whether a word is a person's: an office or a given name stands in front of it, or a surname behind. */
function isPerson({ folded, before, after, offices }: Usage): boolean {
  if (offices.size > 0 || KNOWN_GIVEN.has(folded)) return true;
  for (const word of before) if (KNOWN_GIVEN.has(word) && !KNOWN_PLACES.has(word)) return true;
  for (const word of after) if (KNOWN_SURNAMES.has(word) && !KNOWN_PLACES.has(word)) return true;
  return false;
}

/** The words in front of a name that are neither offices nor empty: given names. */
function givenNames({ before }: Usage): string[] {
  return [...before].filter((word) => !OFFICES.has(word) && !WEAK.has(word));
}

/** Whether each has a given name, and not the same. */
function isOtherPerson(right: Usage, wrong: Usage): boolean {
  const given = givenNames(wrong);
  return given.length > 0 && givenNames(right).length > 0 && !given.some((word) => right.before.has(word));
}

function shares(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const word of a) if (!WEAK.has(word) && b.has(word)) return true;
  return false;
}

/** Whether two near words stand in the same place of one person's name. */
function isOnePerson(right: Usage, wrong: Usage): boolean {
  if (!isPerson(right) || isOtherPerson(right, wrong)) return false;
  // The same given name in front of both.
  if (givenNames(wrong).some((word) => right.before.has(word) && word.length > 1)) return true;
  // The given name itself: the same surname behind both.
  if ([...wrong.after].some((word) => right.after.has(word) && !WEAK.has(word) && word.length > 2))
    return true;
  if (wrong.after.size > 0) return false;
  // The same office in front of both surnames.
  if (shares(wrong.offices, right.offices) && right.count > wrong.count)
    return right.folded.length > SHORTEST || right.count > 2;
  // Alone in the text, as people are once they have been introduced.
  return (
    wrong.before.size === 0 &&
    right.after.size === 0 &&
    wrong.alone === wrong.count &&
    right.alone > 0 &&
    right.count > 2 &&
    right.folded.length > SHORTEST
  );
}
