/** Headlines as they stand in addresses and file names. */

/** Letters that Unicode does not take apart into a base letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
};

/** The words of a text in small letters without marks, joined by hyphens: `The President’s Call` → `the-presidents-call`. */
export function slugOf(text: string): string {
  return slugPart(text).replace(/^-|-$/g, '');
}

/** As {@link slugOf} for a piece of a text: blanks at its ends stay as hyphens. */
export function slugPart(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}|[’‘'.[\]\u2060\u00ad\u200b]/gu, '')
    .replace(/[ßæœøđðþłħı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^a-z0-9]+/g, '-');
}
