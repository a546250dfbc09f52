import type { Block } from '../../document/block.ts';
import { gather } from '../../document/chunk.ts';
import { derive } from '../../document/derive.ts';
import { type Span, shift } from '../../text/span.ts';
import { HIDDEN, proseOf } from '../body/prose.ts';
import { type Headline, headlineOf, spanInHeadline } from '../readout/headline.ts';
import { defineRule, type Problem, replacement } from '../rule.ts';
import { fold } from './fold.ts';
import { OFFICES } from './known.ts';

/** Offices of which nobody holds two: in a text of one day, one of them is a slip. */
const OFFICE =
  /(?<![\p{L}\p{N}-])(Prime[\s\0]+Minister|Foreign[\s\0]+Minister|President|Chancellor|King|Taoiseach|Premier)[\s\0]+(?=\p{Lu}\p{Ll})/gu;
/** In front of an office: it was held at another time, by another body, or is only aspired to. */
const NOT_NOW =
  /(?:\b(?:former|then|ex|late|acting|interim|deputy|vice|incoming|outgoing|past|as|council|commission|bank|company|university|association|union|club|society|senate|assembly|federation|institute|group|foundation)|-)[\s\0]*$/i;
const NAME =
  /^\p{Lu}[\p{L}\p{M}’'-]*(?:[\s\0]+(?:(?:al|bin|de|del|da|van|von|der|la|el)[\s\0]+)?\p{Lu}[\p{L}\p{M}’'-]*){0,4}/u;

const CORRECTED =
  /^[\s\0]*[—–-]+[\s\0]*(?:(?:or|excuse me|I mean|sorry|pardon me),?[\s\0]+)?(?:the[\s\0]+)?(?:Prime|President|Chancellor|King|Foreign|Premier)\b/i;

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
    const byName = new Map<string, Placed[]>();
    const add = (bearing: Bearing, place: Span): void => {
      const list = byName.get(bearing.surname);
      if (list) list.push({ ...bearing, place });
      else byName.set(bearing.surname, [{ ...bearing, place }]);
    };
    const headline = headlineOf(readout);
    if (headline) {
      for (const each of bearingsInTitle(headline))
        add(each, spanInHeadline(headline, each.span.start, each.span.end));
    }
    for (const { start, fact } of readout.gathered(bearingsIn))
      for (const each of fact) add(each, shift(each.span, start));
    for (const bearings of byName.values()) yield* problemsOf(bearings);
  },
});

function* problemsOf(bearings: readonly Placed[]): Iterable<Problem> {
  const counts = new Map<string, number>();
  for (const { office } of bearings) counts.set(office, (counts.get(office) ?? 0) + 1);
  if (counts.size < 2) return;
  // Two given names: two people.
  if (new Set(bearings.map(({ given }) => given).filter((given) => given !== '')).size > 1) return;
  const [usual, rest] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!usual || !rest || counts.size > 2) return;
  // As often one as the other: the first use stands. A second office used again and again is meant.
  const right = usual[1] > rest[1] ? usual[0] : (bearings[0] as Placed).office;
  const wrong = right === usual[0] ? rest : usual;
  if (wrong[1] > 2) return;
  for (const { office, place, written } of bearings) {
    if (office !== wrong[0]) continue;
    yield {
      span: place,
      message: `${written} is ${right} elsewhere in this text, and ${office} here. Check which office is meant.`,
      fixes: () => [replacement(`Change to “${right}”`, place, right, false)],
    };
  }
}
