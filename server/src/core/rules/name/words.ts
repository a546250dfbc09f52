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

function isUpper(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0xc0) return unit >= 65 && unit <= 90;
  return /\p{Lu}/u.test(text[at] as string);
}

function isLetter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0xc0) return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
  return at < text.length && (unit < 0x2000 || unit > 0x206f) && /[\p{L}\p{M}]/u.test(text[at] as string);
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

/** Finds the capitalised words of a text and joins neighbours to runs. Linear. */
export function nameWordsIn(prose: string): NameWords {
  const words: NameWord[] = [];
  let hash = 0;
  let previous: NameWord | undefined;
  let previousStop = 0;
  for (let at = 0; at < prose.length; ) {
    if (!isLetter(prose, at)) {
      at++;
      continue;
    }
    const start = at;
    at = wordEnd(prose, start);
    if (!isUpper(prose, start)) continue;
    const next = prose.charCodeAt(at);
    // “Stat- — the States”: a word that the speaker broke off.
    if (next === 0x2d || next === 0x2013 || next === 0x2014) continue;
    // “Tairan [sic]”: said so, and left so on purpose.
    if (/^[’'s]{0,2}[\s\0]{0,4}\[[\s\0]?sic\b/i.test(prose.slice(at, at + 12))) continue;
    let word = prose.slice(start, at);
    if (/[’']s$/i.test(word)) word = word.slice(0, -2);
    const end = start + word.length;
    const gap = previous && start - previous.end <= 14 ? prose.slice(previousStop, start) : '';
    const joins =
      previous !== undefined &&
      previousStop === previous.end &&
      GAP.test(gap) &&
      (!gap.startsWith('.') || ABBREVIATED.test(previous.word));
    const opens =
      !joins && SENTENCE_START.test(prose.slice(Math.max(0, start - 6), start).replaceAll(HIDDEN, ''));
    previous = { word, start, end, joins, opens };
    previousStop = next === 0x27 || next === 0x2019 ? at + 1 : at;
    words.push(previous);
    let code = joins ? Math.imul(hash, 31) | 1 : 17;
    for (let i = 0; i < word.length; i++) code = Math.imul(code ^ word.charCodeAt(i), 0x01000193);
    hash = (Math.imul(hash, 31) + (code ^ (code >>> 15))) | 0;
  }
  return { words, hash };
}

/** A block's words as they are kept: two numbers each, the start with two bits behind it, and the length. */
interface PackedWords {
  readonly numbers: Int32Array;
  readonly hash: number;
}

const JOINS = 1;
const OPENS = 2;
const NONE: PackedWords = { numbers: new Int32Array(0), hash: 0 };

const packedWords = derive((block: Block): PackedWords => {
  if (block.kind === 'code' || block.kind === 'blank' || block.kind === 'rule' || block.kind === 'endMark')
    return NONE;
  const { words, hash } = nameWordsIn(proseOf(block));
  if (words.length === 0) return NONE;
  const numbers = new Int32Array(2 * words.length);
  words.forEach(({ start, end, joins, opens }, i) => {
    numbers[2 * i] = start * 4 + (joins ? JOINS : 0) + (opens ? OPENS : 0);
    numbers[2 * i + 1] = end - start;
  });
  return { numbers, hash };
});

/** The capitalised words of a block's prose. */
export function nameWords(block: Block): NameWord[] {
  const { numbers } = packedWords(block);
  if (numbers.length === 0) return [];
  const prose = proseOf(block);
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

/** A number that tells blocks with other capitalised words apart; 0 for a block that has none. */
export function nameWordsHash(block: Block): number {
  return packedWords(block).hash;
}
