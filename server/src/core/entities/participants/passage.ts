/** A short text with its mentions, made ready for the grammar of participants: title or lead. */
import type { Span } from '../../text/span.ts';
import type { Mention } from '../types.ts';

/** No lead is read farther than this: what is told later tells no longer who met. */
const MOST_UNITS = 2_000;

/** A passage to read, and where it lies in the file. */
export interface Passage {
  /** The text with blanks for line breaks, emphasis marks and the marks and targets of links; as long as the original. */
  readonly text: string;
  /** The text as it stands. */
  readonly source: string;
  /** Names and dates, with spans within the text. */
  readonly mentions: readonly Mention[];
  /** Where a stretch of the text lies in the file. */
  readonly place: (start: number, end: number) => Span;
}

/** Makes a passage of a text and the mentions in it. */
export function passageOf(
  source: string,
  mentions: readonly Mention[],
  place: (start: number, end: number) => Span,
): Passage {
  const cut = source.slice(0, MOST_UNITS);
  return {
    text: blanked(cut),
    source: cut,
    mentions: mentions.filter(({ span }) => span.end <= cut.length),
    place,
  };
}

function blanked(source: string): string {
  const units = source.replace(/[\s\u00a0\u2000-\u200b\u202f\u2060\u3000]/g, ' ').split('');
  let target = false;
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as string;
    if (target) {
      if (unit === ')' || unit === ' ') target = false;
      units[i] = ' ';
    } else if (unit === ']' && units[i + 1] === '(') {
      units[i] = ' ';
      target = true;
    } else if (unit === '*' || unit === '[' || unit === ']') units[i] = ' ';
    else if (unit === '’' || unit === '‘') units[i] = "'";
  }
  return units.join('');
}

/** The mention that begins at an offset. */
export function mentionAt(passage: Passage, at: number): Mention | undefined {
  return passage.mentions.find(({ span }) => span.start === at);
}

/** The match of a sticky pattern at an offset. */
export function matchAt(passage: Passage, pattern: RegExp, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(passage.text) ?? undefined;
}

/** Where the blanks that begin at an offset end. */
export function skipBlanks(passage: Passage, at: number): number {
  let i = at;
  while (passage.text.charCodeAt(i) === 32) i++;
  return i;
}
