/** How somebody is named after the first mention: `President Elena Noriega`, then `President Noriega`. */
import type { Settings } from '../config/settings.ts';
import { Readout } from '../document/readout.ts';
import { recognise } from '../entities/recognise.ts';

/** Words before a family name that belong to it. */
const PARTICLES = [
  'von',
  'van',
  'der',
  'den',
  'de',
  'del',
  'della',
  'da',
  'das',
  'dos',
  'di',
  'du',
  'la',
  'le',
  'ten',
  'ter',
  'zu',
  'bin',
  'ibn',
  'al',
];

/** Who bears such a title is not named by a family name. */
const NOT_BY_FAMILY_NAME =
  /(?:^|\s)(?:King|Queen|Prince|Princess|Emperor|Empress|Emir|Sultan|Sheikh|Sheikha|Pope|Patriarch|Duke|Duchess|Saint|Mother|Father|Sister|Brother)(?:\s|$)/;

/** Family names of peoples who write them in front. `Kim` and `Lee` are given names elsewhere: see below. */
const FAMILY_FIRST: ReadonlySet<string> = new Set(
  'Xi Li Wang Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Zhu Hu Guo Lin Luo Zheng Deng Jiang Yoon Yun Moon Park Choi Jung Jeong Kang Cho Jang Lim Han Roh Kim Lee Nguyen Nguyễn Tran Trần Pham Phạm Phan Vo Võ Vu Vũ Dang Đặng Truong Trương'.split(
    ' ',
  ),
);
const GIVEN_ELSEWHERE: ReadonlySet<string> = new Set(['Kim', 'Lee', 'Park', 'Sun', 'Jung', 'Dang', 'Moon']);

/** A generation's mark or a degree behind a name. */
const SUFFIX = /,? (?:Jr\.?|Sr\.?|II|III|IV|Ph\.?D\.?)$/;

/** Names longer than this (in UTF-16 units) are left as they are: they are no names. */
const LONGEST = 200;

/**
 * Title and family name of a person given with title, first name and last name. What is no such name comes back as it
 * is: a monarch, several people, an office alone.
 */
export function shortNameOf(full: string, settings: Settings): string {
  const office = /^(the [^,]{1,80}?) of [^,]+$/i.exec(full);
  if (full.length > LONGEST) return full;
  const readout = Readout.parse(`${full} spoke today.\n`);
  const people = recognise(readout, settings).blocks.flatMap((mentions) =>
    mentions.filter(({ type }) => type === 'PERSON'),
  );
  const [person] = people;
  if (!person) return office?.[1] ?? full;
  const title = full
    .slice(0, person.span.start)
    .replace(/^former /i, '')
    .trim();
  if (people.length > 1 || person.span.end !== full.length || title === '' || /[,;&]| and /.test(title))
    return full;
  if (NOT_BY_FAMILY_NAME.test(title)) return full;
  // The ministry is named once: “Secretary of State Anna Berg” is “Secretary Berg”.
  const rank = title.replace(/^(\S.{0,60}?) (?:of|for) .*$/, '$1');
  return `${rank} ${familyNameOf(person.text.replace(SUFFIX, ''))}`;
}

function familyNameOf(name: string): string {
  const words = name.split(' ');
  const [first = '', second = ''] = words;
  const isAsian =
    words.length > 1 &&
    FAMILY_FIRST.has(first) &&
    !FAMILY_FIRST.has(words.at(-1) ?? '') &&
    (!GIVEN_ELSEWHERE.has(first) || words.length === 3 || second.includes('-'));
  if (isAsian) return first;
  let from = words.length - 1;
  while (from > 1 && PARTICLES.includes((words[from - 1] ?? '').toLowerCase())) from--;
  return words.slice(from).join(' ');
}

const TITLES =
  'President|Minister|Chancellor|Premier|Secretary|Ambassador|Senator|Governor|Mayor|Director|Commissioner|Speaker|Advisor|Adviser|General|Taoiseach';

/**
 * The same as far as a snippet's transform can tell, for a name that is still to be typed: a title of the usual ones,
 * and the last word. Names of another kind stay as they are.
 */
export const SHORT_NAME_TRANSFORM = `/^(?:former )?((?:[A-Z][A-Za-z-]+ )*?(?:${TITLES}))(?: .*?)? ((?:(?:${PARTICLES.join('|')}) )*[^ ]+)$/$1 $2/`;
