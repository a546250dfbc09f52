/**
 * Readers of single characters, words and gaps. Each looks at a bounded number of units, so that whatever is tried
 * at a place costs no more than a constant and a scan of a text stays linear.
 */

/** A gap inside a figure is at most this long; a longer run of white space is none. */
const LONGEST_GAP = 48;
/** No word of the lexicon is longer. */
const LONGEST_WORD = 24;

export function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** Latin letters with and without accents, Greek, Cyrillic and all beyond; no punctuation, sign or space. */
export function isLetter(unit: number): boolean {
  if (unit < 128) return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
  if (unit < 0x2000) return unit >= 0xc0 && unit !== 0xd7 && unit !== 0xf7;
  return unit >= 0x2c00 && !(unit >= 0x2e00 && unit <= 0x303f) && !(unit >= 0xfe00 && unit <= 0xffef);
}

export function isUpper(unit: number): boolean {
  return (unit >= 65 && unit <= 90) || (unit >= 0xc0 && unit <= 0xde && unit !== 0xd7);
}

/** A blank that may stand between words: space, tab, no-break, thin and other typographic spaces, word joiner. */
export function isBlank(unit: number): boolean {
  if (unit < 128) return unit === 32 || unit === 9;
  return (
    unit === 0xa0 ||
    (unit >= 0x2000 && unit <= 0x200b) ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x2060 ||
    unit === 0x3000
  );
}

/** Hyphen, non-breaking hyphen, figure dash, en and em dash. */
export function isDash(unit: number): boolean {
  return unit === 45 || (unit >= 0x2010 && unit <= 0x2014);
}

/**
 * Where the gap that begins at `at` ends: blanks with at most one line break among them, and the `>` of a quotation
 * that goes on behind it. Equal to `at` if there is no gap, or one too long or with a blank line to stand in a figure.
 */
export function skipGap(text: string, at: number): number {
  let i = at;
  let breaks = 0;
  const limit = Math.min(text.length, at + LONGEST_GAP);
  while (i < limit) {
    const unit = text.charCodeAt(i);
    if (isBlank(unit)) i++;
    else if (unit === 10 || unit === 13) {
      if (++breaks > 1) return at;
      i += unit === 13 && text.charCodeAt(i + 1) === 10 ? 2 : 1;
    } else if (unit === 62 && breaks === 1) i++;
    else if (unit === 38 && text.startsWith('&nbsp;', i)) i += 6;
    else return i;
  }
  return i >= text.length ? i : at;
}

/** Where the run of letters at `at` ends; looks at no more than the longest word of the lexicon and one more. */
export function wordEnd(text: string, at: number): number {
  let i = at;
  const limit = Math.min(text.length, at + LONGEST_WORD);
  while (i < limit && isLetter(text.charCodeAt(i))) i++;
  return i;
}

/** The run of letters at `at`, lower-cased; '' if there is none. */
export function wordAt(text: string, at: number): string {
  return text.slice(at, wordEnd(text, at)).toLowerCase();
}

/** Where the word behind a gap begins and ends, and the word lower-cased; '' if there is none. */
export function nextWord(
  text: string,
  at: number,
): { readonly start: number; readonly end: number; readonly word: string } {
  const start = skipGap(text, at);
  if (start === at) return { start, end: start, word: '' };
  const end = wordEnd(text, start);
  return { start, end, word: text.slice(start, end).toLowerCase() };
}

/** Where the last unit before `at` that is no blank or line break lies; −1 if none within a gap's length. */
export function lastVisible(text: string, at: number): number {
  for (let i = at - 1; i >= 0 && i >= at - LONGEST_GAP; i--) {
    const unit = text.charCodeAt(i);
    if (!isBlank(unit) && unit !== 10 && unit !== 13) return i;
  }
  return -1;
}

/** The word that ends right before `at` (behind a gap), as written; '' if something else stands there. */
export function wordBefore(text: string, at: number): string {
  const last = lastVisible(text, at);
  if (last < 0 || !isLetter(text.charCodeAt(last))) return '';
  let start = last;
  while (start > 0 && last - start < LONGEST_WORD && isLetter(text.charCodeAt(start - 1))) start--;
  return text.slice(start, last + 1);
}

/** Whether a sentence, line of a list, heading or quotation begins at `at`. */
export function startsSentence(text: string, at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - LONGEST_GAP; i--) {
    const unit = text.charCodeAt(i);
    if (isBlank(unit) || unit === 10 || unit === 13) continue;
    // Emphasis and quotation marks and brackets open with the sentence.
    if (unit === 42 || unit === 95 || unit === 34 || unit === 0x201c || unit === 40 || unit === 91) continue;
    return unit === 46 || unit === 33 || unit === 63 || unit === 58 || unit === 45 || unit === 0x2022;
  }
  return true;
}

/** The number written in at most four digits at `at`, with its end; undefined if no digit or more of them. */
export function smallInteger(
  text: string,
  at: number,
): { readonly value: number; readonly end: number } | undefined {
  let value = 0;
  let i = at;
  while (i < text.length && isDigit(text.charCodeAt(i))) {
    if (i - at >= 4) return undefined;
    value = value * 10 + text.charCodeAt(i) - 48;
    i++;
  }
  return i > at ? { value, end: i } : undefined;
}
