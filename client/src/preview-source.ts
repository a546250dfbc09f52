/**
 * Where the text of a rendered paragraph stands in its document. markdown-it tells the lines of a paragraph and no more:
 * the rest is found by walking through source and result side by side.
 */
import type { Token } from 'markdown-it';

/** Line and character, both from 0, packed so that places compare as numbers. */
export type Place = number;

/** More characters than this on one line are not told apart; a mark beyond them is not shown. */
const WIDEST = 2 ** 26;

/** Packs a place. */
export function place(line: number, character: number): Place {
  return line * WIDEST + Math.min(character, WIDEST - 1);
}

/** An inline token's source: its characters, and where each line of them begins in the document. */
export interface InlineSource {
  readonly text: string;
  /** Index in `text` at which each line begins. */
  readonly starts: readonly number[];
  /** The same beginnings in the document. */
  readonly places: readonly Place[];
}

/**
 * Finds the source of inline tokens, in the order in which they come.
 * @param lines of the document.
 */
export function sourceFinder(
  lines: readonly string[],
): (content: string, firstLine: number) => InlineSource | undefined {
  // The cells of a table's row share a line: each is looked for behind the one before.
  let lastLine = -1;
  let lastEnd = 0;
  return (content, firstLine) => {
    const starts: number[] = [];
    const places: Place[] = [];
    let start = 0;
    for (const [index, part] of content.split('\n').entries()) {
      const line = firstLine + index;
      const at = lines[line]?.indexOf(part, line === lastLine ? lastEnd : 0) ?? -1;
      if (at < 0) return undefined;
      starts.push(start);
      places.push(place(line, at));
      start += part.length + 1;
      lastLine = line;
      lastEnd = at + part.length;
    }
    return { text: content, starts, places };
  };
}

/** The place in the document of an index in an inline token's source. */
export function placeAt({ starts, places }: InlineSource, index: number): Place {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return (places[low] ?? 0) + index - (starts[low] ?? 0);
}

/** What markdown-it lends for reading links. */
export interface LinkHelpers {
  parseLinkDestination(text: string, start: number, end: number): { ok: boolean; pos: number };
  parseLinkTitle(text: string, start: number, end: number): { ok: boolean; pos: number };
}

const MARKUP = /^[*_~]{1,3}$/;

/** The index in the source of a character of text, by its index there; that of the text's end too. */
export type SourceIndex = (index: number) => number;

/** Walks through the source of one inline token as its children are handed over one after the other. */
export class SourceCursor {
  readonly #text: string;
  readonly #helpers: LinkHelpers;
  readonly #decode: (entity: string) => string;
  #at = 0;

  /** @param decode what a character reference such as `&amp;` stands for. */
  constructor(text: string, helpers: LinkHelpers, decode: (entity: string) => string) {
    this.#text = text;
    this.#helpers = helpers;
    this.#decode = decode;
  }

  /**
   * Passes a child.
   * @returns for a child with text, where each of its characters is in the source; undefined for any other, and for text
   * that is not found.
   */
  pass(child: Token): SourceIndex | undefined {
    switch (child.type) {
      case 'text':
        return this.#passText(child.content);
      case 'text_special': {
        // A character reference or an escaped character: several characters of source stand for one of text.
        const start = this.#find(child.markup);
        if (start < 0) return undefined;
        this.#at = start + child.markup.length;
        const end = this.#at;
        return (index) => (index < child.content.length ? end - 1 : end);
      }
      case 'softbreak':
      case 'hardbreak':
        this.#passLineEnd();
        return undefined;
      case 'code_inline':
        this.#passCode(child.markup);
        return undefined;
      case 'html_inline':
        this.#skip(child.content);
        return undefined;
      case 'image':
        this.#skip('![');
        this.#skip(child.content);
        this.#passLinkEnd();
        return undefined;
      case 'link_open':
        if (child.markup === '') this.#skip('[');
        else if (child.markup === 'autolink') this.#skip('<');
        return undefined;
      case 'link_close':
        if (child.markup === '') this.#passLinkEnd();
        else if (child.markup === 'autolink') this.#skip('>');
        return undefined;
      default:
        if (MARKUP.test(child.markup)) this.#skip(child.markup);
        return undefined;
    }
  }

  /** Where a piece of source is: at the cursor, else behind it. */
  #find(piece: string): number {
    return this.#text.startsWith(piece, this.#at) ? this.#at : this.#text.indexOf(piece, this.#at);
  }

  #skip(piece: string): void {
    const at = this.#find(piece);
    if (at >= 0) this.#at = at + piece.length;
  }

  #passText(content: string): SourceIndex | undefined {
    if (content === '') return undefined;
    if (this.#text.startsWith(content, this.#at)) return this.#taken(this.#at, content.length);
    const indexes = this.#align(content);
    if (indexes) return indexes;
    const found = this.#text.indexOf(content, this.#at);
    return found < 0 ? undefined : this.#taken(found, content.length);
  }

  #taken(start: number, length: number): SourceIndex {
    this.#at = start + length;
    return (index) => start + index;
  }

  /** Text in which escapes and character references are already resolved, as older versions of markdown-it have it. */
  #align(content: string): SourceIndex | undefined {
    const indexes: number[] = [];
    let at = this.#at;
    for (let index = 0; index < content.length; ) {
      const unit = this.#text[at];
      if (unit === undefined) return undefined;
      if (unit === content[index]) {
        indexes.push(at++);
        index++;
      } else if (unit === '\\') at++;
      else {
        const entity = unit === '&' ? /^&#?\w{1,32};/.exec(this.#text.slice(at, at + 35))?.[0] : undefined;
        const decoded = entity === undefined ? '' : this.#decode(entity);
        if (entity === undefined || decoded === '' || !content.startsWith(decoded, index)) return undefined;
        for (let i = 0; i < decoded.length; i++) indexes.push(at);
        at += entity.length;
        index += decoded.length;
      }
    }
    this.#at = at;
    return (index) => indexes[index] ?? at;
  }

  /** A line's end, with the blanks around it that markdown-it drops, and the backslash of a hard break. */
  #passLineEnd(): void {
    const end = this.#text.indexOf('\n', this.#at);
    if (end < 0) return;
    this.#at = end + 1;
    while (this.#text[this.#at] === ' ' || this.#text[this.#at] === '\t') this.#at++;
  }

  /** Code between two runs of as many backticks. */
  #passCode(markup: string): void {
    const start = this.#find(markup);
    if (start < 0) return;
    let at = start + markup.length;
    for (;;) {
      at = this.#text.indexOf(markup, at);
      if (at < 0) return;
      let end = at;
      while (this.#text[end] === '`') end++;
      if (end - at === markup.length) {
        this.#at = end;
        return;
      }
      at = end;
    }
  }

  /** What follows a link's text: `](address "title")`, `][reference]`, `][]` or `]`. */
  #passLinkEnd(): void {
    this.#skip(']');
    const inline = this.#inlineEnd();
    if (inline !== undefined) this.#at = inline;
    else if (this.#text[this.#at] === '[') {
      const end = this.#text.indexOf(']', this.#at);
      if (end >= 0) this.#at = end + 1;
    }
  }

  #inlineEnd(): number | undefined {
    if (this.#text[this.#at] !== '(') return undefined;
    const text = this.#text;
    const skipBlanks = (from: number): number => {
      let at = from;
      while (at < text.length && ' \t\n'.includes(text[at] ?? 'x')) at++;
      return at;
    };
    let at = skipBlanks(this.#at + 1);
    const destination = this.#helpers.parseLinkDestination(text, at, text.length);
    if (destination.ok) at = skipBlanks(destination.pos);
    const title = this.#helpers.parseLinkTitle(text, at, text.length);
    if (title.ok) at = skipBlanks(title.pos);
    return text[at] === ')' ? at + 1 : undefined;
  }
}
