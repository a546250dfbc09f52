/**
 * Press text: a statement as plain text for mail and wire services. Date and title on top, lines wrapped, links
 * written out, an end mark below.
 */
import { binds } from './paste/binding.ts';
import { type PressBlock, type PressDocument, type PressInline, plainText } from './press-document.ts';

/** As many characters beside a no-break space say whether it was meant. */
const CONTEXT = 24;
/** Columns of a nested block. */
const INDENT = 4;
/** However deep blocks are nested, as many columns are left for words. */
const LEAST_WIDTH = 20;
/** Deeper ones are not moved further to the right. */
const DEEPEST = 12;

/** How press text is laid out. */
export interface PressTextOptions {
  /** Columns (code points) at which lines are wrapped; `off`: a paragraph is one line. */
  readonly width: number | 'off';
}

/** The statement as plain text with line feeds, ending with an end mark and a line feed. Linear in its length. */
export function pressText({ head, blocks }: PressDocument, options: PressTextOptions): string {
  const writer = new TextWriter(options.width === 'off' ? Number.POSITIVE_INFINITY : options.width);
  if (head.embargo !== undefined) writer.paragraph(`EMBARGOED UNTIL ${head.embargo}`, 0, '');
  if (head.date) writer.paragraph(head.date.written, 0, '');
  if (head.title !== undefined) writer.paragraph(head.title, 0, '');
  writer.blocks(blocks, 0);
  if (!blocks.some(({ kind }) => kind === 'endMark')) writer.paragraph('###', 0, '');
  return writer.text();
}

class TextWriter {
  readonly #width: number;
  readonly #lines: string[] = [];
  /** Addresses written out already: each stands there once. */
  readonly #links = new Set<string>();

  constructor(width: number) {
    this.#width = width;
  }

  text(): string {
    return `${this.#lines.join('\n')}\n`;
  }

  blocks(blocks: readonly PressBlock[], depth: number): void {
    for (const block of blocks) this.#block(block, depth);
  }

  /** A paragraph behind a blank line. @param label stands before its first line, in columns of its own. */
  paragraph(text: string, column: number, label: string, isTight = false): void {
    const lines = text.split('\n').flatMap((line) => {
      const room = Math.max(LEAST_WIDTH, this.#width - column - label.length);
      return wrapped(line, room);
    });
    if (lines.length === 0 && label === '') return;
    if (!isTight && this.#lines.length > 0) this.#lines.push('');
    const hang = ' '.repeat(column + label.length);
    const first = ' '.repeat(column) + label;
    if (lines.length === 0) this.#lines.push(first.trimEnd());
    for (const [index, line] of lines.entries()) this.#lines.push((index === 0 ? first : hang) + line);
  }

  #block(block: PressBlock, column: number): void {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        this.paragraph(this.#words(block.content), column, '');
        return;
      case 'endMark':
        this.paragraph(block.text, 0, '');
        return;
      case 'rule':
        this.paragraph('* * *', column, '');
        return;
      case 'quote':
        this.blocks(block.blocks, deeper(column, INDENT));
        return;
      case 'code':
        this.#code(block.text, deeper(column, INDENT));
        return;
      case 'list':
        this.#list(block, column);
        return;
      case 'table':
        this.#table(block.rows, column);
    }
  }

  #code(text: string, column: number): void {
    this.#lines.push('');
    for (const line of text.replace(/\n$/, '').split('\n'))
      this.#lines.push((' '.repeat(column) + line).trimEnd());
  }

  #list({ start, items }: PressBlock & { readonly kind: 'list' }, column: number): void {
    // Items of one paragraph each stand close together.
    const isTight = items.every(([first, ...more]) => first?.kind === 'paragraph' && more.every(isList));
    for (const [index, [first, ...more]] of items.entries()) {
      const label = start === undefined ? '- ' : `${start + index}. `;
      const content = first?.kind === 'paragraph' ? this.#words(first.content) : '';
      this.paragraph(content, column, label, isTight && (index > 0 || column > 0));
      const rest = first && first.kind !== 'paragraph' ? [first, ...more] : more;
      this.blocks(rest, deeper(column, label.length));
    }
  }

  /** Columns side by side where they fit; otherwise the cells of a row behind one another. */
  #table(rows: readonly (readonly (readonly PressInline[])[])[], column: number): void {
    const cells = rows.map((row) => row.map((cell) => folded(this.#words(cell)).replace(/\n/g, ' ')));
    const widths: number[] = [];
    for (const row of cells)
      for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, columns(cell));
    const total = widths.reduce((sum, width) => sum + width + 2, -2);
    if (column + total > this.#width) {
      for (const [index, row] of cells.entries()) this.paragraph(row.join(' | '), column, '', index > 0);
      return;
    }
    this.#lines.push('');
    for (const row of cells) {
      const padded = row.map((cell, index) => cell + ' '.repeat((widths[index] ?? 0) - columns(cell)));
      this.#lines.push((' '.repeat(column) + padded.join('  ')).trimEnd());
    }
  }

  /** The words of a paragraph, each link's address behind its text unless the text says it. */
  #words(content: readonly PressInline[]): string {
    const parts: string[] = [];
    for (let index = 0; index < content.length; ) {
      const href = hrefOf(content[index]);
      let end = index + 1;
      while (end < content.length && href !== undefined && hrefOf(content[end]) === href) end++;
      const text = plainText(content.slice(index, end));
      if (href === undefined) parts.push(text);
      else parts.push(this.#link(text, href));
      index = end;
    }
    return parts.join('');
  }

  #link(text: string, href: string): string {
    const address = href.replace(/^(?:mailto|tel):/i, '');
    const bare = (url: string): string =>
      url
        .trim()
        .replace(/^https?:\/\//i, '')
        .replace(/\/$/, '')
        .toLowerCase();
    if (bare(text) === bare(address)) return text.trim() === '' ? address : text;
    if (this.#links.has(href)) return text;
    this.#links.add(href);
    const trailing = /\s*$/.exec(text.slice(-20))?.[0] ?? '';
    return `${text.slice(0, text.length - trailing.length)} (${address})${trailing}`;
  }
}

function isList({ kind }: PressBlock): boolean {
  return kind === 'list';
}

function hrefOf(inline: PressInline | undefined): string | undefined {
  return inline?.kind === 'text' ? inline.href : undefined;
}

function deeper(column: number, by: number): number {
  return column + by > DEEPEST * INDENT ? column : column + by;
}

function columns(text: string): number {
  let count = text.length;
  for (const _ of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) count--;
  return count;
}

/** White space as a reader of plain text expects it: one blank. A no-break space stays where it was meant. */
function folded(text: string): string {
  const single = text
    .replace(/[ \t\u00a0\u2000-\u200a\u202f\u205f]{2,}|[\t\u2000-\u200a\u205f]/g, ' ')
    .trim();
  return single.replace(/[\u00a0\u202f]/g, (blank, at: number) =>
    binds(single.slice(Math.max(0, at - CONTEXT), at), single.slice(at + 1, at + 1 + CONTEXT)) ? blank : ' ',
  );
}

/** The line's words in lines of at most `width` columns; a longer word has a line of its own. */
function wrapped(line: string, width: number): string[] {
  const lines: string[] = [];
  let current: string[] = [];
  let length = 0;
  for (const word of folded(line).split(' ')) {
    if (word === '') continue;
    const size = columns(word);
    if (current.length > 0 && length + 1 + size > width) {
      lines.push(current.join(' '));
      current = [];
      length = 0;
    }
    length += current.length > 0 ? size + 1 : size;
    current.push(word.replace(/[\u00a0\u202f]/g, ' '));
  }
  if (current.length > 0) lines.push(current.join(' '));
  return lines;
}
