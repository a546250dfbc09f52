/** Finds the words of a document that are another word of it, misspelt. */
import { editDistance } from '../../text/nearest.ts';
import { fold, hasDiacritic } from './fold.ts';
import { isKnown, KNOWN_GIVEN, KNOWN_PEOPLES, KNOWN_PLACES, KNOWN_SURNAMES, OFFICES } from './known.ts';
import { ORDINARY } from './ordinary.ts';
import type { NameWord } from './words.ts';

/** Shorter words are too near to too many others. */
const SHORTEST = 5;
const LONGEST = 24;
/** A form that is written more often than this is meant, unless it lacks nothing but diacritics. */
const MOST_SLIPS = 2;

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

/** A pair of words, as written, that may be one name. */
interface Pair {
  readonly a: string;
  readonly b: string;
}

/** What a document says about one word of a pair. */
interface Usage {
  readonly word: string;
  readonly folded: string;
  readonly count: number;
  /** Folded words right before and right behind it in its runs of capitalised words. */
  readonly before: Set<string>;
  readonly after: Set<string>;
  /** Offices anywhere before it in its runs. */
  readonly offices: Set<string>;
  /** How often it stands alone within a sentence. */
  alone: number;
  /** How often it stands anywhere but at the start of a sentence. */
  inside: number;
}

/** Counts the capitalised words of a document, as far as they can be names or their misspellings. */
export function countWords(texts: Iterable<readonly NameWord[]>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const words of texts) {
    for (const { word } of words) {
      if (word.length >= 4) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}

/**
 * The misspelt words of a document with the right ones.
 * @param texts the capitalised words of its parts, title and glossary included.
 * @param accepted words that are right whatever the document says (the glossary's).
 * @param isOrdinary whether a folded word occurs in lower case in the document; asked only about few.
 */
export function findVariants(
  texts: readonly (readonly NameWord[])[],
  accepted: ReadonlySet<string>,
  isOrdinary: (folded: string) => boolean,
): Map<string, string> {
  const counts = countWords(texts);
  const pairs = pairsIn(counts);
  const found = new Map<string, string>();
  if (pairs.length === 0) return found;
  const usages = usagesOf(new Set(pairs.flatMap(({ a, b }) => [a, b])), counts, texts);
  for (const pair of pairs) {
    const a = usages.get(pair.a);
    const b = usages.get(pair.b);
    if (!a || !b) continue;
    const [right, wrong] = order(a, b, accepted);
    if (accepted.has(wrong.word) || found.has(wrong.word) || found.has(right.word)) continue;
    if (right.folded === wrong.folded) {
      if (isOneName(right, wrong) || (isBareSurname(right, wrong) && !isOrdinary(wrong.folded)))
        found.set(wrong.word, right.word);
    } else if (isOneName(right, wrong) && !isOrdinary(wrong.folded)) found.set(wrong.word, right.word);
  }
  return found;
}

/**
 * Words that differ in diacritics alone, and words one edit apart of which one is rare and on no list: found by the
 * words that come of leaving one letter out (symmetric deletion), so in time linear in the number of words.
 */
function pairsIn(counts: ReadonlyMap<string, number>): Pair[] {
  const byFolded = new Map<string, string>();
  const pairs: Pair[] = [];
  const totals = new Map<string, number>();
  for (const [word, count] of counts) {
    if (isShouted(word)) continue;
    const folded = fold(word);
    const other = byFolded.get(folded);
    if (other === undefined) byFolded.set(folded, word);
    else {
      pairs.push({ a: other, b: word });
      if (count > (counts.get(other) ?? 0)) byFolded.set(folded, word);
    }
    totals.set(folded, (totals.get(folded) ?? 0) + count);
  }
  const byDeletion = new Map<string, string[]>();
  const rare: string[] = [];
  for (const [folded, total] of totals) {
    if (folded.length < SHORTEST - 1 || folded.length > LONGEST) continue;
    if (total <= MOST_SLIPS && !isKnown(folded) && !ORDINARY.has(folded)) rare.push(folded);
  }
  if (rare.length === 0) return pairs;
  for (const folded of rare) {
    for (const key of deletions(folded)) {
      const others = byDeletion.get(key);
      if (!others) byDeletion.set(key, [folded]);
      else if (others.length < 8) others.push(folded);
    }
  }
  for (const folded of totals.keys()) {
    if (folded.length < SHORTEST - 1 || folded.length > LONGEST) continue;
    for (const key of deletions(folded)) {
      for (const slip of byDeletion.get(key) ?? []) {
        if (slip === folded || Math.max(slip.length, folded.length) < SHORTEST) continue;
        if (editDistance(slip, folded, 1) > 1) continue;
        pairs.push({ a: byFolded.get(folded) as string, b: byFolded.get(slip) as string });
      }
    }
  }
  return pairs;
}

/** All in capitals: a speaker's label, an acronym. */
function isShouted(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase();
}

/** The word, and what comes of leaving out any letter but the first: names that differ there are two names. */
function deletions(word: string): string[] {
  const keys = [word];
  for (let i = 1; i < word.length; i++) {
    if (word[i] !== word[i - 1]) keys.push(word.slice(0, i) + word.slice(i + 1));
  }
  return keys;
}

function usagesOf(
  wanted: ReadonlySet<string>,
  counts: ReadonlyMap<string, number>,
  texts: readonly (readonly NameWord[])[],
): Map<string, Usage> {
  const usages = new Map<string, Usage>();
  for (const words of texts) {
    for (let i = 0; i < words.length; i++) {
      const { word, joins, opens } = words[i] as NameWord;
      if (word.length < 4 || !wanted.has(word)) continue;
      let usage = usages.get(word);
      if (!usage) {
        usage = {
          word,
          folded: fold(word),
          count: counts.get(word) ?? 0,
          before: new Set(),
          after: new Set(),
          offices: new Set(),
          alone: 0,
          inside: 0,
        };
        usages.set(word, usage);
      }
      const following = words[i + 1];
      const hasAfter = following?.joins === true;
      if (joins) usage.before.add(fold((words[i - 1] as NameWord).word));
      if (hasAfter) usage.after.add(fold(following.word));
      for (let j = i; j > 0 && i - j < 5 && words[j]?.joins; j--) {
        const office = fold((words[j - 1] as NameWord).word);
        if (OFFICES.has(office)) usage.offices.add(office);
      }
      if (!opens) {
        usage.inside++;
        if (!joins && !hasAfter) usage.alone++;
      }
    }
  }
  return usages;
}

/** The form that is right, then the other: the accepted, else the known, the more frequent, the one with diacritics. */
function order(a: Usage, b: Usage, accepted: ReadonlySet<string>): readonly [Usage, Usage] {
  const differs = a.folded !== b.folded;
  const rank = (usage: Usage): number[] => [
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

function isOneName(right: Usage, wrong: Usage): boolean {
  // “Adviser” and “Advisor” are two spellings of an office; letter case, apostrophes and hyphens are matters of style.
  if (OFFICES.has(wrong.folded) || plain(right.word) === plain(wrong.word)) return false;
  if (right.folded === wrong.folded) return isOneNameButForMarks(right, wrong);
  if (isKnown(wrong.folded) || ORDINARY.has(wrong.folded) || wrong.count > MOST_SLIPS) return false;
  if (/[-‑]/.test(right.word) !== /[-‑]/.test(wrong.word) || isInflection(right.folded, wrong.folded))
    return false;
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
