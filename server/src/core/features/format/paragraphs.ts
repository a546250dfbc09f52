/** Which parts of a body are prose that may be wrapped, and how their lines begin. */
import { Block } from '../../document/block.ts';
import { lineEnd, nextLineStart } from '../../text/lines.ts';
import { isBlank } from './atoms.ts';
import { DEFINITION } from './line-starts.ts';
import { columns, type Paragraph } from './prose.ts';

const ITEM = /^( *)([-+*•·▪‣]|\d{1,9}[.)])([ \u00a0\t]+)/;
const QUOTE_PREFIX = /^ {0,3}> ?/;
const LABEL = /^(?:\*\*|__)?(?:Q(?=[ \t\u00a0:*])|[A-Z][A-Z.’' \u00a0-]{1,60}(?:\([^)]{1,60}\))?:)/;
/** HTML whose content is taken as it is up to its closing tag, blank lines or not (CommonMark 0.31, section 4.6). */
const RAW_HTML = /^ {0,3}<(pre|script|style|textarea)(?=[\s>]|$)/i;

/**
 * Finds the prose of blocks given one after another from the start of a body: it remembers which lists are open, so
 * that an indented paragraph of an item is told from indented code.
 */
export class ParagraphFinder {
  /** Columns at which the content of the open list items begins. */
  #columns: number[] = [];
  #before: Block | undefined;
  /** The closing tag that ends raw HTML. */
  #rawUntil: string | undefined;
  /** A fence was opened within a list item: nothing is prose until the list ends. */
  #inFence = false;

  /** The paragraphs of the next block, spans counted in its text; none if it is no prose. */
  next(block: Block): readonly Paragraph[] {
    const before = this.#before;
    this.#before = block;
    const { text } = block;
    if (this.#rawUntil !== undefined) {
      if (text.toLowerCase().includes(this.#rawUntil)) this.#rawUntil = undefined;
      return [];
    }
    const raw = RAW_HTML.exec(text);
    if (raw) {
      const closing = `</${(raw[1] as string).toLowerCase()}>`;
      if (!text.toLowerCase().includes(closing)) this.#rawUntil = closing;
      return [];
    }
    if (block.kind === 'blank') return [];
    const indent = indentOf(text);
    const isLazy = before !== undefined && !before.closed && block.kind !== 'listItem';
    if (!isLazy) this.#leave(indent);
    const content = text.slice(indent, indent + 3);
    if (this.#columns.length > 0 && (content === '```' || content === '~~~')) this.#inFence = true;
    if (this.#inFence || text[indent] === '\t') return [];
    // What follows these without a blank line may still belong to them.
    if (before && !before.closed && (before.kind === 'html' || before.kind === 'table')) return [];
    if (indent - (this.#columns.at(-1) ?? 0) >= 4) return [];
    switch (block.kind) {
      case 'paragraph':
      case 'speaker':
        return this.#paragraph(block, indent);
      case 'listItem':
        return this.#item(block, indent);
      case 'quote':
        return this.#columns.length > 0 ? [] : quoted(text, contentEnd(text));
      default:
        return [];
    }
  }

  #leave(indent: number): void {
    while (this.#columns.length > 0 && indent < (this.#columns.at(-1) as number)) this.#columns.pop();
    if (this.#columns.length === 0) this.#inFence = false;
  }

  #paragraph({ kind, text }: Block, indent: number): Paragraph[] {
    if (DEFINITION.test(text.slice(0, 1200))) return [];
    const inList = this.#columns.length > 0;
    return [
      {
        span: { start: indent, end: contentEnd(text) },
        column: indent,
        hang: inList ? ' '.repeat(indent) : '',
        isQuote: false,
        inList,
        labelLength: kind === 'speaker' ? (LABEL.exec(text.slice(indent, indent + 200))?.[0].length ?? 0) : 0,
      },
    ];
  }

  #item({ text }: Block, indent: number): Paragraph[] {
    const [prefix, , marker, gap] = ITEM.exec(text.slice(0, 200)) ?? [];
    const end = contentEnd(text);
    if (prefix === undefined || marker === undefined || gap === undefined || prefix.length >= end) return [];
    const isMarkdown = /^[-+*\d]/.test(marker) && /^ +$/.test(gap);
    if (gap.includes('\t') || (isMarkdown && gap.length > 4)) return [];
    const column = columns(prefix);
    if (isMarkdown) this.#columns.push(indent + marker.length + gap.length);
    return [
      {
        span: { start: prefix.length, end },
        column,
        hang: ' '.repeat(column),
        isQuote: false,
        inList: true,
        labelLength: 0,
      },
    ];
  }
}

/** Where the text ends that is no blank, tab or line break; no-break spaces are text. */
function contentEnd(text: string): number {
  let end = text.length;
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

function indentOf(text: string): number {
  let indent = 0;
  while (text[indent] === ' ') indent++;
  return indent;
}

/** The paragraphs of a quotation, which lines with nothing but `>` part. */
function quoted(text: string, end: number): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: { start: number; end: number; prefix: string } | undefined;
  const close = (): void => {
    if (open)
      paragraphs.push({
        span: { start: open.start, end: open.end },
        column: open.prefix.length,
        hang: open.prefix,
        isQuote: true,
        inList: false,
        labelLength: 0,
      });
    open = undefined;
  };
  for (let at = 0; at < end; ) {
    const stop = Math.min(lineEnd(text, at), end);
    const prefix = QUOTE_PREFIX.exec(text.slice(at, at + 6))?.[0] ?? '';
    let last = stop;
    while (last > at + prefix.length && isBlank(text.charCodeAt(last - 1))) last--;
    if (last <= at + prefix.length) close();
    else if (open) open.end = last;
    else {
      const start = at + prefix.length;
      // Indented further: a list’s second paragraph, or code. Lists themselves are left alone as structure.
      if (prefix === '' || text[start] === ' ' || text[start] === '\t') return paragraphs;
      open = { start, end: last, prefix };
    }
    at = nextLineStart(text, stop);
  }
  close();
  return paragraphs;
}

/** Whether the block still is what it was, and one block, after an edit: else the edit is not made. */
export function sameShape(block: Block, blocks: readonly Block[]): boolean {
  const [only, ...more] = blocks;
  return (
    only instanceof Block &&
    more.length === 0 &&
    only.kind === block.kind &&
    only.level === block.level &&
    only.closed === block.closed
  );
}
