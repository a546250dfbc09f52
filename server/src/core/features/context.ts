/** What stands around a mention: the office in front of a person's name, the thing that a figure counts. */
import type { Readout } from '../document/readout.ts';
import { isCommonWord, oneLine, WORD } from './words.ts';

/**
 * Offices in front of a name: a head word, with what qualifies it before and after. Each part is bounded, so that no
 * text makes the search long.
 */
const OFFICE =
  /(?:(?:\p{Lu}[\p{L}-]{1,20}[ \n]){0,3})(?:President|Minister|Chancellor|Premier|Secretary-General|Secretary|King|Queen|Prince|Princess|Emir|Sultan|Ambassador|Advisor|Adviser|Director|Governor|Senator|Representative|Speaker|Chair|Chairman|Chairwoman|Commissioner|General|Admiral|Pope|Taoiseach|Counselor|Envoy|Administrator|Mayor|Director-General|High Representative)(?:[ \n](?:of|for)[ \n](?:the[ \n])?\p{Lu}[\p{L}-]{1,20}(?:[ \n](?:and[ \n])?\p{Lu}[\p{L}-]{1,20}){0,3})?,?[ \n]{1,2}$/u;

/** Words that begin a sentence or headline and are no part of an office that follows. */
const OPENING =
  /^(?:(?:The|And|With|But|When|As|In|On|At|For|While|After|Before|Today|Yesterday|Tonight|Tomorrow|Earlier|Later|Then|Also|Both|Readout|Statement|Remarks|Joint|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\s)+/;

/** The office that stands in front of a name, on one line, or undefined if there is none. */
export function officeBefore(readout: Readout, nameStart: number): string | undefined {
  const placed = readout.blockAt(nameStart);
  if (!placed) return undefined;
  const local = nameStart - placed.start;
  const before = placed.block.text
    .slice(Math.max(0, local - 120), local)
    .replace(/[\s\u00a0]/g, (space) => (space === '\n' ? '\n' : ' '));
  const found = OFFICE.exec(before)?.[0];
  return found === undefined ? undefined : oneLine(found).replace(/,$/, '').replace(OPENING, '');
}

/** Words between a figure and the thing it counts. */
const BETWEEN = new Set([
  'in',
  'of',
  'for',
  'the',
  'a',
  'an',
  'more',
  'new',
  'additional',
  'to',
  'worth',
  'its',
  'their',
  'our',
]);

/**
 * What a figure counts, by the words behind it: `300,000 refugees` counts `refugees`.
 * @param text the block's text.
 * @param end where the figure ends.
 */
export function countedWith(text: string, end: number): string | undefined {
  const behind = /^[^.,;:!?()“”"]*/.exec(text.slice(end, end + 60))?.[0] ?? '';
  for (const match of behind.matchAll(WORD)) {
    const word = match[0].toLowerCase();
    if (BETWEEN.has(word)) continue;
    return isCommonWord(word) && !/^(?:people|individuals|members|countries)$/.test(word) ? undefined : word;
  }
  return undefined;
}
