import type { Block } from '../../document/block.ts';
import { type Chunk, gather } from '../../document/chunk.ts';
import { derive } from '../../document/derive.ts';
import type { Readout } from '../../document/readout.ts';
import { type Span, shift } from '../../text/span.ts';
import { HIDDEN, proseOf } from '../body/prose.ts';
import { type Headline, headlineOf, spanInHeadline } from '../readout/headline.ts';
import { defineRule, type Problem, replacement } from '../rule.ts';
import { fold } from './fold.ts';
import { OFFICES } from './known.ts';

/** Offices of which nobody holds two: in a text of one day, one of them is a slip. */
const OFFICE =
  /(?=[PFCKT])(?<![\p{L}\p{N}-])(Prime[\s\0]+Minister|Foreign[\s\0]+Minister|President|Chancellor|King|Taoiseach|Premier)[\s\0]+(?=\p{Lu}\p{Ll})/gu;
/** In front of an office: it was held at another time, by another body, or is only aspired to. */
const NOT_NOW =
  /(?:\b(?:former|then|ex|late|acting|interim|deputy|vice|incoming|outgoing|past|as|council|commission|bank|company|university|association|union|club|society|senate|assembly|federation|institute|group|foundation)|-)[\s\0]*$/i;
const NAME =
  /^\p{Lu}[\p{L}\p{M}’'-]*(?:[\s\0]+(?:(?:al|bin|de|del|da|van|von|der|la|el)[\s\0]+)?\p{Lu}[\p{L}\p{M}’'-]*){0,4}/u;

const CORRECTED =
  /^[\s\0]*[—–-]+[\s\0]*(?:(?:or|excuse me|I mean|sorry|pardon me),?[\s\0]+)?(?:the[\s\0]+)?(?:Prime|President|Chancellor|King|Foreign|Premier)\b/i;

/** An office given more often than this is meant. */
const MOST_SLIPS = 2;

/** An office given to somebody. Spans count from the start of the text. */
interface Bearing {
  readonly office: string;
  readonly span: Span;
  readonly surname: string;
  readonly written: string;
  /** The word before the surname, folded, if the name has several. */
  readonly given: string;
}

function bearingsOf(prose: string): Bearing[] {
  const found: Bearing[] = [];
  for (const match of prose.matchAll(OFFICE)) {
    const start = match.index;
    if (NOT_NOW.test(prose.slice(Math.max(0, start - 16), start))) continue;
    const from = start + match[0].length;
    const name = NAME.exec(prose.slice(from, from + 80))?.[0] ?? '';
    const words: string[] = [];
    for (const part of name.split(/[\s\0]+/)) {
      const bare = part.replace(/[’'](?:s)?$/, '');
      if (OFFICES.has(fold(bare)) || /^(?:of|and|of)$/i.test(bare)) break;
      words.push(bare);
      if (bare !== part) break;
    }
    const last = words[words.length - 1];
    if (last === undefined || last.length < 3 || /^(?:Pro|Emeritus|Elect|Day|Days)$/.test(last)) continue;
    // “President Strand — or Prime Minister Strand”: the speaker has mended it himself.
    if (CORRECTED.test(prose.slice(from + name.length, from + name.length + 40))) continue;
    found.push({
      office: (match[1] ?? '').replace(/[\s\0]+/g, ' '),
      span: { start, end: start + (match[1] ?? '').length },
      surname: fold(last),
      written: last,
      given: words.length > 1 ? fold(words[words.length - 2] as string) : '',
    });
  }
  return found;
}

const bearingsInBlock = derive((block: Block): readonly Bearing[] | undefined => {
  if (block.kind === 'code' || !/President|Minister|Chancellor|King|Taoiseach|Premier/.test(block.text))
    return undefined;
  // What is struck out is not said any more.
  const struck = block.text.includes('<s>')
    ? block.text.replace(/<s>[^<]{0,200}<\/s>/g, (text) => HIDDEN.repeat(text.length))
    : undefined;
  const found = bearingsOf(struck ?? proseOf(block));
  return found.length > 0 ? found : undefined;
});
const bearingsIn = gather(bearingsInBlock);

/** What a text says of one surname: how often it is given each office, and the given names in front of it. */
interface Holder {
  readonly offices: Map<string, number>;
  readonly given: Set<string>;
}

function addTo(
  holders: Map<string, Holder>,
  surname: string,
  offices: Iterable<[string, number]>,
  given: Iterable<string>,
) {
  let holder = holders.get(surname);
  if (!holder) {
    holder = { offices: new Map(), given: new Set() };
    holders.set(surname, holder);
  }
  for (const [office, count] of offices)
    holder.offices.set(office, (holder.offices.get(office) ?? 0) + count);
  for (const name of given) if (name !== '') holder.given.add(name);
}

const holdersIn = derive((chunk: Chunk): ReadonlyMap<string, Holder> => {
  const holders = new Map<string, Holder>();
  for (const { fact } of bearingsIn(chunk))
    for (const { surname, office, given } of fact) addTo(holders, surname, [[office, 1]], [given]);
  return holders;
});

/** The surnames that are given two offices, one of them by a slip, with the number of times each office is given. */
function doubtfulNames(
  readout: Readout,
  headline: Headline | undefined,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const holders = new Map<string, Holder>();
  if (headline)
    for (const { surname, office, given } of bearingsInTitle(headline))
      addTo(holders, surname, [[office, 1]], [given]);
  for (const chunk of readout.chunks)
    for (const [surname, { offices, given }] of holdersIn(chunk)) addTo(holders, surname, offices, given);
  const doubtful = new Map<string, ReadonlyMap<string, number>>();
  for (const [surname, { offices, given }] of holders) {
    // Two given names: two people. A second office used again and again is meant.
    if (offices.size === 2 && given.size < 2 && Math.min(...offices.values()) <= MOST_SLIPS)
      doubtful.set(surname, offices);
  }
  return doubtful;
}

const bearingsInTitle = derive((headline: Headline) => bearingsOf(headline.text));

interface Placed extends Bearing {
  readonly place: Span;
}

/** One person under two offices. */
export const role = defineRule({
  code: 'name/role',
  scope: 'document',
  severity: 'warning',
  title: 'One person is given two offices.',
  why: 'To call a prime minister president is the slip that his embassy will call about first.',
  bad: [
    {
      title: 'President once, Prime Minister otherwise.',
      body: 'President Noriega spoke today with Prime Minister Adele Strand of Norland. Prime Minister Strand thanked him. He assured ⟦President⟧ Strand of his support.\n\n\\###\n',
      fixed:
        'President Noriega spoke today with Prime Minister Adele Strand of Norland. Prime Minister Strand thanked him. He assured Prime Minister Strand of his support.\n\n\\###\n',
    },
  ],
  good: [
    {
      title: 'Another time.',
      body: 'President Noriega met with Prime Minister Strand. As then-Foreign Minister Strand said, and former President Strand repeated, the treaty stands.\n\n\\###\n',
    },
    {
      title: 'Two people of one name.',
      body: 'President Adele Falk met with Prime Minister Anders Falk. President Falk thanked Prime Minister Falk.\n\n\\###\n',
    },
  ],
  calibration:
    'Over the 10,067 documents of the archive: two findings, both real (two prime ministers called President in briefings).',
  *check({ readout }): Iterable<Problem> {
    const headline = headlineOf(readout);
    const doubtful = doubtfulNames(readout, headline);
    if (doubtful.size === 0) return;
    const byName = new Map<string, Placed[]>();
    const add = (bearing: Bearing, place: () => Span): void => {
      const count = doubtful.get(bearing.surname)?.get(bearing.office);
      if (count === undefined || count > MOST_SLIPS) return;
      const list = byName.get(bearing.surname);
      if (list) list.push({ ...bearing, place: place() });
      else byName.set(bearing.surname, [{ ...bearing, place: place() }]);
    };
    if (headline) {
      for (const each of bearingsInTitle(headline))
        add(each, () => spanInHeadline(headline, each.span.start, each.span.end));
    }
    for (const { chunk, start } of readout.placedChunks()) {
      const here = holdersIn(chunk);
      if (![...doubtful.keys()].some((surname) => here.has(surname))) continue;
      for (const each of bearingsIn(chunk))
        for (const bearing of each.fact) add(bearing, () => shift(bearing.span, start + each.start));
    }
    for (const [surname, bearings] of byName)
      yield* problemsOf(bearings, doubtful.get(surname) as ReadonlyMap<string, number>);
  },
});

/**
 * @param bearings those of the office that was given by a slip; of both, where each is given as often.
 * @param counts how often each of the two is given.
 */
function* problemsOf(bearings: readonly Placed[], counts: ReadonlyMap<string, number>): Iterable<Problem> {
  const [[one, oneCount], [other, otherCount]] = [...counts] as [[string, number], [string, number]];
  // As often one as the other: the first use stands.
  const usual =
    oneCount === otherCount ? (bearings[0] as Placed).office : oneCount > otherCount ? one : other;
  for (const { office, place, written } of bearings) {
    if (office === usual) continue;
    yield {
      span: place,
      message: `${written} is ${usual} elsewhere in this text, and ${office} here. Check which office is meant.`,
      fixes: () => [replacement(`Change to “${usual}”`, place, usual, false)],
    };
  }
}
