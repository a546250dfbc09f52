/** Lists of those who took part: `Participants in today’s meeting included:` with an item for each. */
import type { Block } from '../../document/block.ts';
import { affiliationAt, type Participant, partiesAt } from './parties.ts';
import { matchAt, type Passage } from './passage.ts';

/** How much of a paragraph's end says what the list behind it is. */
const INTRODUCTION_UNITS = 200;
/** Longer lists are of something else. */
const MOST_ITEMS = 200;
const INTRODUCTION =
  /\b(?:participants|attendees|those (?:present|attending)|(?:officials|leaders|people) (?:who participated|participating|in attendance|present|attending))\b[^.!?]{0,100}(?:included?|were|are|was)[^.!?:]{0,30}:[\s*_]*$/i;
const HEADING = /^[\s*_#]*(?:[A-Z][\w ]{0,30} )?(?:participants|attendees)[\s*_:]*$/i;
const MARKER = /\s*(?:[-+*•]|\d{1,3}[.)]) +/y;

/** Whether a block introduces a list of participants. */
export function introducesAttendees(block: Block): boolean {
  if (block.kind === 'listItem' || block.text.length > 4_000) return false;
  const end = block.text.slice(Math.max(0, block.contentEnd - INTRODUCTION_UNITS), block.contentEnd);
  return INTRODUCTION.test(end) || (block.contentEnd < 80 && HEADING.test(end));
}

/** The blocks of the list behind an introduction, with their indexes. */
export function* itemsBehind(blocks: readonly Block[], index: number): Generator<number> {
  const last = Math.min(blocks.length, index + 1 + MOST_ITEMS);
  for (let i = index + 1; i < last && blocks[i]?.kind === 'listItem'; i++) yield i;
}

/** Who an item names: `Secretary of State Peter Hall`, `Anna Berg, Director, Harbour Institute`; undefined if nobody. */
export function attendeeIn(passage: Passage): Participant | undefined {
  const marker = matchAt(passage, MARKER, 0);
  const { parties, end } = partiesAt(passage, marker?.[0].length ?? 0);
  const [party] = parties;
  if (parties.length !== 1 || !party?.name) return undefined;
  if (party.of) return party;
  // `Anna Berg, Harbour Institute`; behind an office, too.
  const comma = matchAt(passage, /, *(?:the )?/y, end);
  const of = comma && affiliationAt(passage, end + comma[0].length);
  return of ? { ...party, of } : party;
}
