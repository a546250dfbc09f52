import { derive } from '../../document/derive.ts';
import type { Readout } from '../../document/readout.ts';
import { editDistance } from '../../text/nearest.ts';
import { proseOf } from '../body/prose.ts';
import { fold } from '../name/fold.ts';
import { defineRule, type Problem } from '../rule.ts';
import { capitalisedIn, capitalisedWords } from './capitalised.ts';
import { type Headline, headlineOf, spanInHeadline } from './headline.ts';

/** Who speaks or signs is named in front of these; the text need not name them. */
const AUTHORED =
  /^(?:joint )?(?:statements?|message|letters?|memorandum|op-ed|readout|excerpts|press release|comments|note)\s(?:by|from|of)\s/i;
/** What comes behind is what the statement is about. */
const SUBJECT =
  /\s(?:on|regarding|about|following|after|ahead of|announcing|honoring|marking|condemning|celebrating|congratulating)\s/i;
const TRANSCRIPT =
  /\b(?:remarks|gaggle|briefing|press (?:call|conference)|interview|toasts?|transcript|in conversation|moderated)\b/i;
/** Offices in front of a name. A name without one is not looked for: headlines capitalise every word. */
const OFFICE =
  /(?<![\p{L}\p{N}])(?:(?:Vice |Former |Interim |Acting )?President(?:-Elect)?|(?:Deputy )?Prime Minister(?:-Designate)?|(?:Deputy |Foreign |Defense |Finance |Interior |Trade )?Minister|Chancellor|Taoiseach|Premier|King|Queen|(?:Crown )?Prince(?:ss)?|Emir|Amir|Sultan|Pope|Patriarch|Archbishop|Cardinal|Senator|Congressman|Congresswoman|Representative|Speaker|Leader|Governor|Mayor|Ambassador|(?:Secretary|Director)[ -]General|Secretary|Attorney General|National Security Advis[eo]r|Chairman|Chairwoman|Chair|General|Admiral|Director|Chief of Staff|State Councilor|Commissioner|High Representative|Administrator|Spokesperson|Judge|Dr\.|Sir|Sheikh)\s(?=\p{Lu})/gu;
const NAME_WORD =
  /^(?:\p{Lu}[\p{L}\p{M}’'‑-]*\.?|al|bin|bint|ibn|de|del|della|da|dos|das|der|den|di|du|el|la|le|van|von|y|e)(?![\p{L}\p{N}])/u;
/** Words of headlines and offices that end a name, or show that none has begun. */
const NOT_A_NAME = new Set(
  'call calls meeting meetings visit trip travel readout statement president presidents vice prime minister ministers secretary senator senators governor governors the and with of on before after during one en route act award day medal family administration bilateral virtual participation remarks house white general director national security leader leaders speaker emeritus elect signs announces tempore pro for interagency congressional republican democratic state foreign defense deputy counterpart phone video telephone joint press first lady gentleman of nominations nomination candidacy candidate filing leak reform designee appointments appointment order executive'.split(
    ' ',
  ),
);

interface Person {
  /** The office in front of the name, as written. */
  readonly office: string;
  readonly start: number;
  readonly end: number;
  /** The name's words, folded, particles and numerals left out. */
  readonly words: readonly string[];
}

const personsInTitle = derive((headline: Headline): readonly Person[] => {
  const { text } = headline;
  const isReadout = /\breadout\b/i.test(text);
  const author = AUTHORED.exec(text);
  if (!isReadout && !author) return [];
  let from = 0;
  // “Readout of the President’s call …” is about its first name; “Statement by the Press Secretary on …” is not.
  if (author && !(isReadout && /\bof\s$/i.test(author[0]))) {
    const subject = SUBJECT.exec(text.slice(author[0].length));
    from = subject ? author[0].length + subject.index : text.length;
  }
  const persons: Person[] = [];
  for (const match of text.matchAll(OFFICE)) {
    const start = match.index + match[0].length;
    if (start < from) continue;
    const person = personAt(text, start, match[0].trim());
    if (person && persons[persons.length - 1]?.end !== person.end) persons.push(person);
  }
  return persons;
});

/** The name that begins at an offset of the title: up to a word that is none, a comma, or a possessive. */
function personAt(text: string, start: number, office: string): Person | undefined {
  const words: string[] = [];
  let at = start;
  let end = start;
  while (at < text.length && words.length < 7) {
    const written = NAME_WORD.exec(text.slice(at, at + 60))?.[0];
    if (written === undefined) break;
    const bare = written.replace(/[’'](?:s|$)$/, '');
    const word = fold(bare.replaceAll('.', ''));
    if (NOT_A_NAME.has(word)) break;
    const isCapital = /^\p{Lu}/u.test(written);
    if (isCapital) end = at + bare.length;
    if (isCapital && word.length >= 2 && !/^(?:jr|sr|ii|iii|iv)$/.test(word)) words.push(word);
    at += written.length;
    if (bare !== written || text[at] !== ' ') break;
    at++;
  }
  return words.length > 0 ? { office, start, end, words } : undefined;
}

/** A person named in the title whom the text never names. */
export const participants = defineRule({
  code: 'readout/participants',
  scope: 'document',
  severity: 'warning',
  title: 'The text never names a person whom the title names.',
  why: 'Either the title still names the last guest, or the text leaves out the one whom it is about.',
  bad: [
    {
      title: 'Another guest in the text.',
      frontmatter: { title: 'Readout of President Noriega’s Call with Prime Minister ⟦Anders Falk⟧' },
      body: 'President Noriega spoke today with Prime Minister Adele Strand of Norland.\n\n\\###\n',
    },
  ],
  good: [
    {
      title: 'Named by the surname.',
      frontmatter: { title: 'Readout of President Noriega’s Call with Prime Minister Adele Strand' },
      body: 'President Noriega spoke today with Prime Minister Strand of Norland.\n\n\\###\n',
    },
    {
      title: 'Who issues a statement need not name himself.',
      frontmatter: { title: 'Statement by Press Secretary Anders Falk on Trade with Norland' },
      body: 'The President welcomes the agreement with Norland.\n\n\\###\n',
    },
  ],
  calibration:
    'Over the 10,067 documents of the archive, 2,400 of them readouts and statements about somebody: no finding, once “the President” counts as a mention of the President. (Titles that name only a family or an office are not looked at.)',
  *check({ readout }): Iterable<Problem> {
    const headline = headlineOf(readout);
    if (!headline || TRANSCRIPT.test(headline.text)) return;
    const persons = personsInTitle(headline);
    for (const person of persons) {
      if (
        isNamed(readout, person) ||
        (persons.indexOf(person) < 2 && isMeantByOffice(readout, person, persons))
      )
        continue;
      const written = headline.text.slice(person.start, person.end);
      yield {
        span: spanInHeadline(headline, person.start, person.end),
        message: `The title names ${written}, but the text never does. Check who is meant.`,
      };
    }
  },
});

/**
 * Whether the text names a person: by the surname or another part of the name, as it is written or with a slip
 * (that is another rule's matter); by the first of several only where it stands last in a name, as in “President Xi”.
 */
function isNamed(readout: Readout, { words }: Person): boolean {
  const rest = words.length > 1 ? words.slice(1) : words;
  const first = words.length > 1 ? words[0] : undefined;
  for (const block of readout.blocks) {
    if (block.kind === 'blank' || block.kind === 'code') continue;
    const { all, last } = capitalisedWords(block);
    if (rest.some((word) => all.has(word)) || (first !== undefined && last.has(first))) return true;
  }
  // Spelt otherwise in the text.
  const surname = rest[rest.length - 1] as string;
  if (surname.length < 5) return false;
  return readout.blocks.some(
    (block) =>
      block.kind !== 'blank' &&
      [...capitalisedWords(block).all].some(
        (word) => Math.abs(word.length - surname.length) <= 2 && editDistance(word, surname, 2) <= 2,
      ),
  );
}

/**
 * Whether the text speaks of “the President” (or Vice President) and of no president by a name that the title lacks:
 * then the one whom the title names is meant.
 */
function isMeantByOffice(readout: Readout, { office }: Person, persons: readonly Person[]): boolean {
  if (!/^(?:Vice )?President$/.test(office)) return false;
  const titled = new Set(persons.flatMap(({ words }) => words));
  const definite = new RegExp(`\\b(?:[Tt]he|and)[\\s\\0]+${office}(?![\\s\\0]+\\p{Lu})`, 'u');
  let isMeant = false;
  for (const block of readout.blocks) {
    if (block.kind === 'blank' || block.kind === 'code') continue;
    const prose = proseOf(block);
    isMeant ||= definite.test(prose);
    for (const match of prose.matchAll(
      // Not across a hard break, where the next person of a list stands, nor behind “Counselor to the President”.
      /(?<!Vice[\s\0]{1,4}|\b(?:to|for)[\s\0]{1,4}the[\s\0]{1,4})\bPresident(?:[ \u00a0\0]{1,4}(?![ \r\n])|\r?\n)((?:\p{Lu}[\p{L}.’'-]*[\s\0]*){1,4})/gu,
    )) {
      const { all } = capitalisedIn(match[1] ?? '');
      if (all.size > 0 && ![...all].some((word) => titled.has(word))) return false;
    }
  }
  return isMeant;
}
