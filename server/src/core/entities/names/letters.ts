/** Classes of UTF-16 code units and the folding that makes `Erdoğan` and `ERDOGAN` the same word. */

/** What a code unit is to the tokenizer. */
export const OTHER = 0;
export const LOWER = 1;
export const UPPER = 2;
export const DIGIT = 3;
export const SPACE = 4;
/** A combining mark or an invisible character: part of a word, without weight in it. */
export const IGNORED = 5;

/** In {@link CLASSES}: not asked for yet. */
const UNKNOWN = 255;
/** By code unit; filled as units are met, so that Unicode's properties are asked for once each. */
const CLASSES = new Uint8Array(0x10000).fill(UNKNOWN);
/** By code unit, 0 until it is met. */
const FOLDED = new Uint16Array(0x10000);

const LETTER = /\p{L}/u;
const CAPITAL = /\p{Lu}|\p{Lt}/u;
const MARK = /\p{M}/u;
/** Letters that Unicode does not decompose, with the base letter that English writes for them. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ı: 'i',
  ß: 's',
  æ: 'a',
  œ: 'o',
  ð: 'd',
  þ: 't',
  ħ: 'h',
  ə: 'e',
};

/** The class of a code unit. */
export function classOf(unit: number): number {
  const known = CLASSES[unit] as number;
  return known === UNKNOWN ? classify(unit) : known;
}

function classify(unit: number): number {
  const kind = newClass(unit);
  CLASSES[unit] = kind;
  return kind;
}

function newClass(unit: number): number {
  if (unit >= 48 && unit <= 57) return DIGIT;
  if (unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0 || unit === 0x3000) return SPACE;
  if (unit === 0xad || unit === 0xfeff) return IGNORED;
  if (unit >= 0x2000 && unit <= 0x206f) {
    if (unit <= 0x200a || unit === 0x2028 || unit === 0x2029 || unit === 0x202f || unit === 0x205f)
      return SPACE;
    return unit <= 0x200f || unit >= 0x2060 ? IGNORED : OTHER;
  }
  if (unit >= 0xd800 && unit <= 0xdfff) return OTHER;
  const character = String.fromCharCode(unit);
  if (LETTER.test(character)) return CAPITAL.test(character) ? UPPER : LOWER;
  return MARK.test(character) ? IGNORED : OTHER;
}

/** A letter or digit in lower case without diacritics. */
export function fold(unit: number): number {
  const known = FOLDED[unit] as number;
  return known === 0 ? newFolded(unit) : known;
}

function newFolded(unit: number): number {
  const lower = String.fromCharCode(unit).toLowerCase();
  const folded = (UNDECOMPOSED[lower] ?? lower.normalize('NFD')).charCodeAt(0);
  FOLDED[unit] = folded;
  return folded;
}

/** Seed and step of the 32-bit FNV-1a hash (public domain) over folded code units. */
export const HASH_SEED = 0x811c9dc5 | 0;

export function hashStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** Hash of a word as the tokenizer computes it: folded letters, digits and inner apostrophes; full stops left out. */
export function hashWord(word: string): number {
  let hash = HASH_SEED;
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    if (unit >= 97 && unit <= 122) {
      hash = hashStep(hash, unit);
      continue;
    }
    const kind = classOf(unit);
    if (kind === LOWER || kind === UPPER || kind === DIGIT) hash = hashStep(hash, fold(unit));
    else if (unit === 0x27 || unit === 0x2019) hash = hashStep(hash, 0x27);
  }
  return hash;
}
