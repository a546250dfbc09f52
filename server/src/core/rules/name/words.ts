/** The capitalised words of a block with what stands beside them: the raw material for comparing names. */
import type { Block } from '../../document/block.ts';
import { derive } from '../../document/derive.ts';
import { HIDDEN, proseOf } from '../body/prose.ts';

/** One capitalised word. Offsets count from the start of the text it was found in. */
export interface NameWord {
  /** As written, a possessive ending left out. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** Whether it belongs to the same run of capitalised words as the one before it. */
  readonly joins: boolean;
  /** Whether it is the first word of a sentence. */
  readonly opens: boolean;
}

/** The words of one text, with a number that tells texts with other words apart. */
export interface NameWords {
  readonly words: readonly NameWord[];
  readonly hash: number;
}

/** What may stand between two words of one name. */
const GAP =
  /^(?:[\s\0]{1,8}|\.[\s\0]{1,8}|[\s\0]{1,4}(?:al|bin|bint|ibn|de|del|della|da|dos|das|der|den|di|du|el|la|le|van|von|d[’']|of the|of)[\s\0-]{0,4})$/;
const ABBREVIATED =
  /^(?:\p{Lu}|Mr|Mrs|Ms|Dr|Jr|Sr|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|St|Prof|Hon|Rev|Amb)$/u;
const SENTENCE_START = /(?:^|[.!?:;—–•“”"‘(>|*-]|\d[.)])[\s\0]*$/;

/** Whether the letter at `at` goes on a word, by itself or behind an apostrophe or a hyphen. */
function isInWord(text: string, at: number): boolean {
  if (at === 0) return false;
  if (isInner(text.charCodeAt(at - 1))) return at > 1 && isLetter(text, at - 2);
  return isLetter(text, at - 1);
}

/** Whether each unit below 0xc0 is a letter. */
const LETTERS = Uint8Array.from({ length: 0xc0 }, (_, unit) =>
  Number((unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90)),
);

function isUpper(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0xc0) return unit >= 65 && unit <= 90;
  return /\p{Lu}/u.test(text[at] as string);
}

function isLetter(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const unit = text.charCodeAt(at);
  if (unit < 0xc0) return LETTERS[unit] === 1;
  return (unit < 0x2000 || unit > 0x206f) && /[\p{L}\p{M}]/u.test(text[at] as string);
}

function isInner(unit: number): boolean {
  return (
    unit === 0x27 ||
    unit === 0x2019 ||
    unit === 0x2018 ||
    unit === 0x2bc ||
    unit === 0x2bb ||
    unit === 0x2d ||
    unit === 0x2011
  );
}

/** End of the word that begins at `start`: letters, with single apostrophes and hyphens between them. */
function wordEnd(text: string, start: number): number {
  let at = start + 1;
  for (;;) {
    while (isLetter(text, at)) at++;
    if (isInner(text.charCodeAt(at)) && isLetter(text, at + 1)) at++;
    else return at;
  }
}

const JOINS = 1;
const OPENS = 2;

/** Words as they are kept: two numbers each, the start with two bits behind it, and the length. */
interface PackedWords {
  readonly numbers: readonly number[] | Int32Array;
  readonly hash: number;
}

const NONE: PackedWords = { numbers: [], hash: 0 };

/** Whether `[sic]` may stand behind the word that ends at `at`: whether a bracket opens there. */
function hasBracketNear(text: string, at: number): boolean {
  for (let i = at; i < at + 7; i++) if (text.charCodeAt(i) === 0x5b) return true;
  return false;
}

/** Whether a word ends in `’s`. */
function isPossessive(text: string, start: number, end: number): boolean {
  if (end - start < 3 || (text.charCodeAt(end - 1) | 0x20) !== 0x73) return false;
  const mark = text.charCodeAt(end - 2);
  return mark === 0x27 || mark === 0x2019;
}

/** Whether a word that begins at `start` is the first of a sentence. */
function opensSentence(text: string, start: number): boolean {
  // Nearly always a letter stands right before the blank, and nothing needs to be cut out.
  if (start > 1 && text.charCodeAt(start - 1) === 0x20 && LETTERS[text.charCodeAt(start - 2)] === 1)
    return false;
  return SENTENCE_START.test(text.slice(Math.max(0, start - 6), start).replaceAll(HIDDEN, ''));
}

/** Capitals, and what may be one: most characters are none, and the search passes over them. */
const MAY_BE_CAPITAL = /[A-Z\u00c0-\u1fff\u2070-\uffff]/g;

/** Finds the capitalised words of a text and joins neighbours to runs. Linear. */
function packWords(prose: string): PackedWords {
  const numbers: number[] = [];
  let hash = 0;
  let previousStart = -1;
  let previousEnd = 0;
  let previousStop = 0;
  for (let at = 0; ; ) {
    MAY_BE_CAPITAL.lastIndex = at;
    if (!MAY_BE_CAPITAL.test(prose)) break;
    const start = MAY_BE_CAPITAL.lastIndex - 1;
    at = start + 1;
    if (!isLetter(prose, start) || isInWord(prose, start)) continue;
    at = wordEnd(prose, start);
    if (!isUpper(prose, start)) continue;
    const next = prose.charCodeAt(at);
    // “Stat- — the States”: a word that the speaker broke off.
    if (next === 0x2d || next === 0x2013 || next === 0x2014) continue;
    // “Tairan [sic]”: said so, and left so on purpose.
    if (hasBracketNear(prose, at) && /^[’'s]{0,2}[\s\0]{0,4}\[[\s\0]?sic\b/i.test(prose.slice(at, at + 12)))
      continue;
    const end = isPossessive(prose, start, at) ? at - 2 : at;
    const joins =
      previousStart >= 0 &&
      previousStop === previousEnd &&
      start - previousEnd <= 14 &&
      joinsOver(prose, previousStart, previousEnd, start);
    const opens = !joins && opensSentence(prose, start);
    previousStart = start;
    previousEnd = end;
    previousStop = next === 0x27 || next === 0x2019 ? at + 1 : at;
    numbers.push(start * 4 + (joins ? JOINS : 0) + (opens ? OPENS : 0), end - start);
    let code = joins ? Math.imul(hash, 31) | 1 : 17;
    for (let i = start; i < end; i++) code = Math.imul(code ^ prose.charCodeAt(i), 0x01000193);
    hash = (Math.imul(hash, 31) + (code ^ (code >>> 15))) | 0;
  }
  return numbers.length === 0 ? NONE : { numbers, hash };
}

/** Whether what stands between two words makes one run of them. */
function joinsOver(text: string, previousStart: number, previousEnd: number, start: number): boolean {
  const first = text.charCodeAt(previousEnd);
  if (first === 0x20 && start === previousEnd + 1) return true;
  const gap = text.slice(previousEnd, start);
  return GAP.test(gap) && (first !== 0x2e || ABBREVIATED.test(text.slice(previousStart, previousEnd)));
}

function unpack(prose: string, { numbers }: PackedWords): NameWord[] {
  const words: NameWord[] = [];
  for (let i = 0; i < numbers.length; i += 2) {
    const packed = numbers[i] as number;
    const start = packed >>> 2;
    const end = start + (numbers[i + 1] as number);
    words.push({
      word: prose.slice(start, end),
      start,
      end,
      joins: (packed & JOINS) !== 0,
      opens: (packed & OPENS) !== 0,
    });
  }
  return words;
}

/** The capitalised words of a text. */
export function nameWordsIn(prose: string): NameWords {
  const packed = packWords(prose);
  return { words: unpack(prose, packed), hash: packed.hash };
}

const packedWords = derive((block: Block): PackedWords => {
  if (block.kind === 'code' || block.kind === 'blank' || block.kind === 'rule' || block.kind === 'endMark')
    return NONE;
  const { numbers, hash } = packWords(proseOf(block));
  return numbers.length === 0 ? NONE : { numbers: new Int32Array(numbers), hash };
});

/** The capitalised words of a block's prose. */
export function nameWords(block: Block): NameWord[] {
  const packed = packedWords(block);
  return packed.numbers.length === 0 ? [] : unpack(proseOf(block), packed);
}

/** Calls `see` with each of a block's words that has at least `shortest` letters. */
export function eachWord(block: Block, shortest: number, see: (word: string) => void): void {
  const { numbers } = packedWords(block);
  if (numbers.length === 0) return;
  const prose = proseOf(block);
  for (let i = 0; i < numbers.length; i += 2) {
    const length = numbers[i + 1] as number;
    if (length < shortest) continue;
    const start = (numbers[i] as number) >>> 2;
    see(prose.slice(start, start + length));
  }
}

/** A number that tells blocks with other capitalised words apart; 0 for a block that has none. */
export function nameWordsHash(block: Block): number {
  return packedWords(block).hash;
}
