/** Characters of pasted text that nobody sees. */

/** Whether a unit is a blank of any width: ASCII's, no-break, en, em, thin, hair, mathematical, ideographic. */
export function isBlankUnit(unit: number): boolean {
  return (
    unit === 0x20 ||
    unit === 0x09 ||
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000
  );
}

/** Control characters, soft hyphens, byte order marks, zero-width spaces, pictures that a word processor left out. */
const NEVER_MEANT = /[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u180e\u200b\ufeff\ufffc\u206a-\u206f\ufff9-\ufffb]/g;
const DIRECTIONS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const JOINERS = /(?:\u200c|\u200d|\u2060)+/g;
const HYPHEN = /[-\u2010-\u2015\u2212]/;
/** Scripts and signs in which joiners mean something; between letters of Latin, Greek and Cyrillic they are left over. */
const JOINABLE =
  /^(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}]|(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{L})/u;

/**
 * Takes out what nobody sees and nobody meant. Joiners stay in scripts that need them and within emoji, marks of
 * direction in text that runs from right to left, a word joiner behind a hyphen.
 */
export function withoutUnseen(text: string): string {
  // Half a character first: with what stands between taken out, two halves would become a letter that nobody wrote.
  let clean = text.replace(/\p{Surrogate}/gu, '\ufffd').replace(NEVER_MEANT, '');
  if (!RIGHT_TO_LEFT.test(clean)) clean = clean.replace(DIRECTIONS, '');
  return clean.replace(JOINERS, (run, at: number) => {
    const before = characterBefore(clean, at);
    if (run.includes('\u2060') && HYPHEN.test(before)) return '\u2060';
    const after = clean.slice(at + run.length, at + run.length + 2);
    return JOINABLE.test(before) && JOINABLE.test(after) ? run.replaceAll('\u2060', '') : '';
  });
}

function characterBefore(text: string, at: number): string {
  const unit = text.charCodeAt(at - 1);
  return text.slice(unit >= 0xdc00 && unit <= 0xdfff ? Math.max(0, at - 2) : Math.max(0, at - 1), at);
}
