/** Cleaning of one line of prose: quotation marks and blanks. Code, links' addresses and tags are left as they are. */
import type { Settings } from '../../config/settings.ts';
import { binds } from './binding.ts';

/** A link's address or a tag longer than this is none. */
const LONGEST_MARKUP = 4000;
/** More backticks in a row begin no code. */
const LONGEST_RUN = 32;
/** As many characters before a place are looked at. */
const CONTEXT = 32;

/** Blanks, marks of quotation, and what begins something that is to be left alone. */
const INTERESTING =
  /[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+|["'´“”„‟‘’‚‛]|`+|<|\]\(|(?:https?|mailto):[^\s<>"“”]{1,4000}|\\[!-/:-@[-`{-~]/g;

/** Words that begin with an apostrophe. */
const ELIDED = /^(?:[0-9]|(?:tis|twas|til|till|em|cause|bout|round|n)(?![\p{L}\p{N}]))/iu;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Cleans line after line; it knows which quotation is open within a paragraph. */
export class LineCleaner {
  readonly #quotes: Settings['paste']['quotes'];
  readonly #isWide: boolean;
  #isOpen = false;
  #isSingleOpen = false;

  constructor({ paste, format }: Pick<Settings, 'paste' | 'format'>) {
    this.#quotes = paste.quotes;
    this.#isWide = format.sentenceSpacing === 'two';
  }

  /** Quotations do not reach beyond a paragraph: who forgot to close one must not turn all that follow. */
  endParagraph(): void {
    this.#isOpen = false;
    this.#isSingleOpen = false;
  }

  /** The line cleaned. It begins and ends with something visible. Linear in its length. */
  clean(line: string): string {
    const next = finder(line);
    const parts: string[] = [];
    let tail = '';
    const emit = (text: string): void => {
      parts.push(text);
      tail = (tail + text.slice(-CONTEXT)).slice(-CONTEXT);
    };
    let position = 0;
    INTERESTING.lastIndex = 0;
    for (let match = INTERESTING.exec(line); match; match = INTERESTING.exec(line)) {
      const at = match.index;
      const found = match[0];
      emit(line.slice(position, at));
      position = at + found.length;
      const first = found.charCodeAt(0);
      if (/^[\s]/.test(found)) {
        emit(this.#blank(found, tail, line.slice(position, position + CONTEXT)));
      } else if (found === '<' || found === '](' || first === 0x60) {
        position = markupEnd(line, at, found, next);
        emit(line.slice(at, position));
      } else if (found.length > 1) {
        emit(found);
      } else {
        emit(this.#quote(found, tail, line.slice(position, position + CONTEXT)));
      }
      INTERESTING.lastIndex = position;
    }
    parts.push(line.slice(position));
    return parts.join('');
  }

  #blank(run: string, left: string, right: string): string {
    if (run === ' ') return run;
    const unbreakable = /[\u00a0\u202f\u2007]/.exec(run)?.[0];
    if (unbreakable !== undefined && binds(left, right))
      return unbreakable === '\u202f' ? unbreakable : '\u00a0';
    if (run === '\u3000' && (CJK.test(left.slice(-1)) || CJK.test(right.slice(0, 1)))) return run;
    return this.#isWide && run.length > 1 && /[.?!:…]["”’')\]*_]{0,4}$/.test(left) ? '  ' : ' ';
  }

  #quote(mark: string, left: string, right: string): string {
    if (this.#quotes === 'keep') return mark;
    if (mark === '´') return /\p{L}$/u.test(left) && /^\p{L}/u.test(right) ? this.#apostrophe() : mark;
    if (this.#quotes === 'straight') return /["“”„‟]/.test(mark) ? '"' : "'";
    if (mark === '"') return this.#double(left, right);
    if (mark === "'") return this.#single(left, right);
    if (mark === '“' || mark === '„') this.#isOpen = true;
    else if (mark === '”') this.#isOpen = false;
    else if (mark === '‘') this.#isSingleOpen = true;
    else if (mark === '’' && !/^[\p{L}\p{N}]/u.test(right)) this.#isSingleOpen = false;
    return mark;
  }

  #apostrophe(): string {
    return this.#quotes === 'straight' ? "'" : '’';
  }

  #double(left: string, right: string): string {
    // Inches.
    if (/[0-9]$/.test(left) && !this.#isOpen) return '"';
    const isOpening = opensBehind(left) ? beginsWord(right) || !this.#isOpen : false;
    this.#isOpen = isOpening;
    return isOpening ? '“' : '”';
  }

  #single(left: string, right: string): string {
    // Feet and minutes.
    if (/[0-9]$/.test(left) && (/^[0-9]/.test(right) || (!this.#isSingleOpen && !/^\p{L}/u.test(right))))
      return "'";
    if (opensBehind(left)) {
      if (ELIDED.test(right)) return '’';
      if (beginsWord(right)) {
        this.#isSingleOpen = true;
        return '‘';
      }
      // Alone between blanks: nobody can say what it was meant to be.
      if (!this.#isSingleOpen) return "'";
    }
    if (!/^[\p{L}\p{N}]/u.test(right)) this.#isSingleOpen = false;
    return '’';
  }
}

/** Whether what stands before a mark lets a quotation begin. Marks of emphasis do not count. */
function opensBehind(left: string): boolean {
  return /(?:^|[\s([{—–\-/“‘„«|])[*_~]{0,6}$/.test(left);
}

function beginsWord(right: string): boolean {
  return /^[*_~]{0,6}[^\s*_~]/.test(right) && !/^[*_~]{0,6}[,.;:!?)\]}”]/.test(right);
}

/** Finds the next place of a string; asked with rising places, all searches together look at the line once. */
function finder(line: string): (what: string, from: number) => number {
  const places = new Map<string, number>();
  return (what, from) => {
    let place = places.get(what);
    if (place === undefined || (place < from && place >= 0)) {
      place = line.indexOf(what, from);
      places.set(what, place);
    }
    return place;
  };
}

/** Where code, a link's address or a tag ends; behind its first characters if it is none. */
function markupEnd(
  line: string,
  at: number,
  found: string,
  next: (what: string, from: number) => number,
): number {
  const start = at + found.length;
  if (found === '<') {
    if (!/[A-Za-z/!]/.test(line[start] ?? '')) return start;
    const close = next('>', start);
    return close >= 0 && close - at < LONGEST_MARKUP ? close + 1 : start;
  }
  if (found === '](') {
    const close = next(')', start);
    return close >= 0 && close - at < LONGEST_MARKUP ? close + 1 : start;
  }
  // Code ends at the next run of as many backticks (CommonMark 0.31, section 6.1).
  if (found.length > LONGEST_RUN) return start;
  for (let close = next(found, start); close >= 0; close = next(found, close)) {
    let end = close + found.length;
    while (line[end] === '`') end++;
    if (end - close === found.length) return end;
    close = end;
  }
  return start;
}
