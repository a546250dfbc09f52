/** What looks like a figure and is none: numbers in names, list markers, footnotes; URLs, code, tags. */
import {
  isBlank,
  isDash,
  isDigit,
  isLetter,
  isUpper,
  lastVisible,
  skipGap,
  smallInteger,
  wordEnd,
} from './cursor.ts';

const NONE = -1;

function isSpace(unit: number): boolean {
  return unit === 10 || unit === 13 || isBlank(unit);
}

/** The end of a run of letters, digits and the marks that hold a serial together, from within such a run. */
export function serialEnd(text: string, at: number): number {
  let i = at;
  while (i < text.length) {
    const unit = text.charCodeAt(i);
    if (isDigit(unit) || isLetter(unit) || unit === 95) i++;
    else if ((isDash(unit) || unit === 46) && isDigit(text.charCodeAt(i + 1))) i++;
    else return i;
  }
  return i;
}

/** The end of a code span that opens at `at`: behind the closing run of as many backticks, or behind the opening. */
export function codeEnd(text: string, at: number): number {
  let open = at;
  while (text.charCodeAt(open) === 96) open++;
  const size = open - at;
  let run = 0;
  // Farther than this no press office writes code; the limit keeps runs without an end from costing a search each.
  const limit = Math.min(text.length, open + 400 + size);
  for (let i = open; i <= limit; i++) {
    if (i < limit && text.charCodeAt(i) === 96) run++;
    else {
      if (run === size) return i;
      run = 0;
    }
  }
  return open;
}

/**
 * The end of markup that begins at `at`: a tag `<…>`, an autolink, a link’s target `](…)`, a bare URL, an entity
 * `&#8217;`. A target or URL ends at white space whatever its brackets do.
 */
export function markupEnd(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit === 38) return entityEnd(text, at);
  if (unit === 60) return tagEnd(text, at);
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    const next = text.charCodeAt(i);
    if (isSpace(next) || next === 60 || next === 62) return i;
    if (next === 40) depth++;
    else if (next === 41 && --depth <= 0) return unit === 93 || depth < 0 ? i + 1 : i;
  }
  return text.length;
}

function entityEnd(text: string, at: number): number {
  const numeric = text.charCodeAt(at + 1) === 35;
  let i = at + (numeric ? 2 : 1);
  const limit = Math.min(text.length, at + 12);
  while (i < limit && (isLetter(text.charCodeAt(i)) || isDigit(text.charCodeAt(i)))) i++;
  return text.charCodeAt(i) === 59 ? i + 1 : at + 1;
}

function tagEnd(text: string, at: number): number {
  const next = text.charCodeAt(at + 1);
  if (!isLetter(next) && next !== 47 && next !== 33) return at + 1;
  // The search ends at the next `<`, so that each unit is looked at once.
  for (let i = at + 1; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 60) return at + 1;
    if (unit !== 62) continue;
    // A raised number is a footnote's.
    if (text.startsWith('<sup>', at)) {
      const note = smallInteger(text, i + 1);
      if (note && text.charCodeAt(note.end) === 60) return note.end;
    }
    return i + 1;
  }
  return at + 1;
}

/** The end of the numbers behind a word that makes them a name: `Title 42`, `Articles 5 and 6`, `section 301(b)(2)`. */
export function designatedEnd(text: string, start: number, end: number, needsCapital: boolean): number {
  if (needsCapital && !isUpper(text.charCodeAt(start))) return NONE;
  const word = text.slice(start, end).toLowerCase();
  // `**Sec**. 2`, `*Sec.* 2`
  let behind = end;
  while (behind < end + 4 && isEmphasis(text.charCodeAt(behind))) behind++;
  const dotted = text.charCodeAt(behind) === 46;
  // `No. 5`; `no 5 countries` is something else.
  if ((word === 'no' || word === 'nos') && !dotted) return NONE;
  let at = dotted ? behind + 1 : behind;
  while (at < end + 6 && isEmphasis(text.charCodeAt(at))) at++;
  const mark = text.charCodeAt(at);
  at = isDash(mark) ? at + 1 : skipGap(text, at);
  if (text.charCodeAt(at) === 35) at++;
  if (at === end || !isDigit(text.charCodeAt(at))) return NONE;
  let last = bracketsEnd(text, serialEnd(text, at));
  for (let count = 0; count < 12; count++) {
    let next = last;
    if (text.charCodeAt(next) === 44) next++;
    next = skipGap(text, next);
    const joint = wordEnd(text, next);
    const joined = /^(?:and|or|to|through)$/.test(text.slice(next, joint));
    if (joined) next = skipGap(text, joint);
    if (next === last || !isDigit(text.charCodeAt(next))) break;
    const number = smallInteger(text, next);
    const noun = number ? skipGap(text, number.end) : next;
    // `under Article 5, 32 allies met` goes on with a figure, `Articles 5, 6 and 7` with a name.
    const counts = number !== undefined && noun > number.end && isLetter(text.charCodeAt(noun));
    if (!joined && counts) break;
    last = bracketsEnd(text, serialEnd(text, next));
    if (joined) break;
  }
  return last;
}

function isEmphasis(unit: number): boolean {
  return unit === 42 || unit === 95;
}

/** Behind a number: `301(b)(2)`, and the year of a resolution, `2231 (2015)`. */
function bracketsEnd(text: string, at: number): number {
  const gap = skipGap(text, at);
  if (gap > at && text.charCodeAt(gap) === 40) {
    const year = smallInteger(text, gap + 1);
    if (year && year.end === gap + 5 && text.charCodeAt(year.end) === 41) return year.end + 1;
  }
  let end = at;
  for (let count = 0; count < 6 && text.charCodeAt(end) === 40; count++) {
    let i = end + 1;
    const limit = Math.min(text.length, end + 8);
    while (i < limit && (isLetter(text.charCodeAt(i)) || isDigit(text.charCodeAt(i)))) i++;
    if (text.charCodeAt(i) !== 41 || i === end + 1) return end;
    end = i + 1;
  }
  return end;
}

const ADDRESS =
  /^(?:[NSEW]\.?W?\.?\s)?[A-Z][\p{L}.]{0,20}(?:\s[A-Z][\p{L}.]{0,20}){0,3}\s(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Square|Plaza)\b/u;
const CODE_OF_LAW =
  /^(?:U\.S\.C\.?|U\.S\. Code|C\.F\.R\.?|CFR|USC|Stat\.|Fed\. Reg\.?|F\.R\.?|FR)\s*(?:§+\s*)?/;
/** Dates and hours that are a name: the attacks of September 11, round-the-clock, an even chance. */
const NAMED_NUMBERS = /^(?:9\/11|24\/7(?:\/365)?|7\/7|50[-/]50|20\/20|\d\+\d)(?![\d/])/;
const PHONE = /^\d{3}[-.]\d{4}(?!\d)/;

/**
 * Whether the digits at `start` are part of a name, a list's marker, a footnote, a telephone number or another thing
 * that counts nothing: the end of what to pass over, or −1 if they are a figure.
 */
export function isNameNumber(text: string, start: number): number {
  const before = text.charCodeAt(start - 1);
  // `COVID-19`, `F-16`, `Su-25`; in `mid-2023` and `pre-2020` the year stands for itself.
  if (isDash(before) && before < 0x2013) {
    const letter = text.charCodeAt(start - 2);
    if (isLetter(letter) && !isPrefix(text, start - 1)) return serialEnd(text, start);
    if (isDigit(letter) || letter === 41) return serialEnd(text, start);
  }
  if (before === 35 || before === 95 || before === 64 || before === 47 || before === 0xa7) {
    if (before !== 95 || isLetter(text.charCodeAt(start - 2))) return serialEnd(text, start);
  }
  if (joinsWithin(text, start)) {
    const first = text.slice(start, start + 16);
    const named = NAMED_NUMBERS.exec(first) ?? PHONE.exec(first);
    if (named) return start + named[0].length;
  }
  let end = start;
  while (end < text.length && isDigit(text.charCodeAt(end))) end++;
  if (isMarker(text, start, end)) return end;
  if (isSerial(text, start, end)) return serialEnd(text, end);
  return inCodeOfLaw(text, end);
}

/** Whether one of the marks that {@link NAMED_NUMBERS} and {@link PHONE} have stands behind one to three digits. */
function joinsWithin(text: string, start: number): boolean {
  for (let i = start + 1; i < start + 4; i++) {
    const unit = text.charCodeAt(i);
    if (!isDigit(unit)) return unit === 43 || (unit >= 45 && unit <= 47);
  }
  return false;
}

/** `42 U.S.C. 1983`, `5 CFR 316.401(a)`: the end behind the section, for the number of the title that ends at `end`. */
function inCodeOfLaw(text: string, end: number): number {
  const behind = skipGap(text, end);
  if (behind === end || !isUpper(text.charCodeAt(behind))) return NONE;
  const code = CODE_OF_LAW.exec(text.slice(behind, behind + 40));
  if (!code) return NONE;
  return bracketsEnd(text, serialEnd(text, behind + code[0].length));
}

/** Whether the word before a hyphen is a prefix that leaves the year behind it free. */
function isPrefix(text: string, hyphen: number): boolean {
  return /(?:^|[^\p{L}])(?:mid|pre|post|early|late|non)$/iu.test(text.slice(Math.max(0, hyphen - 7), hyphen));
}

/** A list's `1.`, an enumerating `(1)`, a footnote's `[1]`, a name in quotation marks (`the “123” agreement`). */
function isMarker(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  const short = end - start <= 3;
  if (before === 40 && after === 41) return short;
  if ((before === 91 || before === 94) && (after === 93 || after === 92)) return short;
  if ((before === 0x201c && after === 0x201d) || (before === 34 && after === 34)) return short;
  if ((after === 46 || after === 41) && short && startsLine(text, start)) {
    const next = text.charCodeAt(end + 1);
    return isSpace(next) || Number.isNaN(next);
  }
  return after === 92 && text.charCodeAt(end + 1) === 46 && startsLine(text, start);
}

function startsLine(text: string, at: number): boolean {
  for (let i = at - 1; i >= 0 && i > at - 40; i--) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || unit === 13) return true;
    if (!isBlank(unit) && unit !== 62 && unit !== 42) return false;
  }
  return at < 40;
}

function isSerial(text: string, start: number, end: number): boolean {
  if (end - start > 30) return true;
  // `007`, ZIP codes behind a state (`DC 20500`), numbers with two full stops (`1.2.3`).
  if (end - start > 1 && text.charCodeAt(start) === 48) return text.charCodeAt(end) !== 58;
  const last = lastVisible(text, start);
  const mark = last > 0 ? text.charCodeAt(last) : 0;
  if (mark === 46 || (mark >= 65 && mark <= 90)) {
    const before = text.slice(Math.max(0, last - 5), last + 1);
    if (end - start === 5 && /[^A-Z][A-Z]\.?[A-Z]\.?$/.test(before)) return true;
    // Bills: `H.R. 1234`, `S. 1234`, `S.J.Res. 12`.
    if (/(?:H\.\s?R\.|[^.A-Z]S\.|^S\.|Res\.|Con\.|Pub\. L\.)$/.test(before)) return true;
    // `SECURE 2.0`, `COP 28`
    if (/[A-Z]{3}$/.test(before) && text.startsWith('.0', end)) return true;
  }
  const behind = skipGap(text, end);
  if (behind > end && isUpper(text.charCodeAt(behind))) {
    const next = text.slice(behind, behind + 90);
    if (end - start <= 5 && ADDRESS.test(next)) return true;
  }
  return false;
}
