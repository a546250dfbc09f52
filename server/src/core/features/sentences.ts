/** Where sentences end. */
import type { Span } from '../text/span.ts';

/** Short forms behind which a full stop ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s(“"‘'[])(?:Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Gov|Sen|Rep|Hon|Amb|Sec|Rev|No|vs|etc|e\.g|i\.e|cf|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[A-Z]|(?:[A-Z]\.)+[A-Z])$/;
/** The last of a run of stops, so that a run of any length is looked at once. */
const STOP = /[.!?…](?![.!?…])[”’"')\]*_]{0,4}(?=\s)/g;

/** The sentences of a text, in order, without the white space between them. Linear in the text's length. */
export function sentencesOf(text: string): Span[] {
  const sentences: Span[] = [];
  let start = skipSpace(text, 0);
  for (const match of text.matchAll(STOP)) {
    const end = match.index + match[0].length;
    if (end <= start) continue;
    const next = skipSpace(text, end);
    if (
      next < text.length &&
      !/[\p{Lu}\p{N}“"‘'(*_[]/u.test(String.fromCodePoint(text.codePointAt(next) ?? 32))
    )
      continue;
    if (match[0] === '.' && ABBREVIATION.test(text.slice(Math.max(start, match.index - 20), match.index)))
      continue;
    sentences.push({ start, end });
    start = next;
  }
  let end = text.length;
  while (end > start && text.slice(end - 1, end).trim() === '') end--;
  if (end > start) sentences.push({ start, end });
  return sentences;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charAt(at).trim() === '') at++;
  return at;
}
