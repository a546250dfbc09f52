/** From a readout's Markdown to the blocks that press text, HTML and DOCX are written from. */
import MarkdownIt from 'markdown-it';
import {
  isAddress,
  type PressBlock,
  type PressInline,
  type PressText,
  printable,
} from '../core/features/press-document.ts';
import type { Readout } from '../core/index.ts';
import { htmlToMarkdown } from '../paste/html-to-markdown.ts';

type Token = ReturnType<MarkdownIt['parse']>[number];

/**
 * CommonMark with the tables and strikethrough that publishing systems know. Bare addresses are looked for below:
 * the parser's own search takes quadratic time.
 */
const markdown = new MarkdownIt('default', { html: true });
/** The same for what was HTML: tags in it are text. */
const withoutHtml = new MarkdownIt('default', { html: false });

/** Blocks nested deeper are read flat. */
const DEEPEST = 40;

/** The blocks of a document's body. Never throws; whatever the Markdown holds, its words come out. */
export function readBody(readout: Readout): PressBlock[] {
  const blocks: PressBlock[] = [];
  const env = {};
  // What defines link references may stand behind their use, and an end mark between.
  const body = readout.slice({ start: readout.bodyStart, end: readout.length });
  if (body.includes(']:')) markdown.parse(body, env);
  let start = readout.bodyStart;
  const readTo = (end: number): void => {
    if (end > start) for (const block of parse(readout.slice({ start, end }), env)) blocks.push(block);
  };
  for (const { block, start: at } of readout.placed()) {
    if (block.kind !== 'endMark') continue;
    readTo(at);
    start = at + block.text.length;
    blocks.push({ kind: 'endMark', text: endMarkOf(block.text) });
  }
  readTo(readout.length);
  return blocks;
}

/** `\###` is `###`, `**-30-**` is `-30-`. */
function endMarkOf(text: string): string {
  return printable(text)
    .replace(/[\\*_]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function parse(text: string, env: object): PressBlock[] {
  return new TokenReader(markdown.parse(text, env)).blocks();
}

/** Reads markdown-it's flat row of tokens, which opens and closes blocks like brackets. */
class TokenReader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** The blocks up to the token that closes what was opened last. */
  blocks(depth = 0): PressBlock[] {
    const blocks: PressBlock[] = [];
    for (; this.#at < this.#tokens.length; ) {
      const token = this.#tokens[this.#at] as Token;
      if (token.nesting < 0) break;
      this.#at++;
      this.#block(token, blocks, depth);
    }
    return blocks;
  }

  #block(token: Token, blocks: PressBlock[], depth: number): void {
    switch (token.type) {
      case 'paragraph_open':
      case 'heading_open': {
        const content = this.#inlines();
        if (content.length === 0) return;
        blocks.push(
          token.type === 'heading_open'
            ? { kind: 'heading', level: Number(token.tag.slice(1)) || 1, content }
            : { kind: 'paragraph', content },
        );
        return;
      }
      case 'bullet_list_open':
      case 'ordered_list_open': {
        const items = this.#items(depth);
        const start = token.type === 'ordered_list_open' ? Number(token.attrGet('start') ?? 1) : undefined;
        if (depth > DEEPEST) for (const block of items.flat()) blocks.push(block);
        else blocks.push({ kind: 'list', start, items });
        return;
      }
      case 'blockquote_open': {
        const inner = this.blocks(depth + 1);
        this.#at++;
        if (depth > DEEPEST) for (const block of inner) blocks.push(block);
        else blocks.push({ kind: 'quote', blocks: inner });
        return;
      }
      case 'table_open': {
        blocks.push({ kind: 'table', rows: this.#rows() });
        return;
      }
      case 'fence':
      case 'code_block':
        blocks.push({ kind: 'code', text: printable(token.content) });
        return;
      case 'hr':
        blocks.push({ kind: 'rule' });
        return;
      case 'html_block':
        for (const block of blocksOfHtml(token.content)) blocks.push(block);
        return;
      case 'inline': {
        const content = inlinesOf(token.children ?? []);
        if (content.length > 0) blocks.push({ kind: 'paragraph', content });
      }
    }
  }

  /** The text of a paragraph, heading or cell, and past its end. */
  #inlines(): PressInline[] {
    let content: PressInline[] = [];
    for (; this.#at < this.#tokens.length; ) {
      const token = this.#tokens[this.#at++] as Token;
      if (token.nesting < 0) break;
      if (token.type === 'inline') content = inlinesOf(token.children ?? []);
    }
    return content;
  }

  #items(depth: number): PressBlock[][] {
    const items: PressBlock[][] = [];
    for (; this.#at < this.#tokens.length; ) {
      const token = this.#tokens[this.#at++] as Token;
      if (token.type !== 'list_item_open') break;
      items.push(this.blocks(depth + 1));
      this.#at++;
    }
    return items;
  }

  #rows(): PressInline[][][] {
    const rows: PressInline[][][] = [];
    for (; this.#at < this.#tokens.length; ) {
      const token = this.#tokens[this.#at++] as Token;
      if (token.type === 'table_close') break;
      if (token.type === 'tr_open') rows.push([]);
      if (token.type === 'th_open' || token.type === 'td_open') rows.at(-1)?.push(this.#inlines());
    }
    return rows;
  }
}

/** The words of raw HTML, without its tags; comments (ours that silence findings among them) are not shown. */
function blocksOfHtml(html: string): PressBlock[] {
  const text = htmlToMarkdown(html);
  return text === undefined ? [] : new TokenReader(withoutHtml.parse(text, {})).blocks();
}

/** Tags that mean what Markdown has marks for. */
const HTML_STYLES: Readonly<Record<string, 'bold' | 'italic' | 'strike' | 'code'>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  s: 'strike',
  del: 'strike',
  code: 'code',
};

/** Tokens within a paragraph, neighbours of one style joined, white space at both ends left out. */
function inlinesOf(tokens: readonly Token[]): PressInline[] {
  const open = { bold: 0, italic: 0, strike: 0, code: 0 };
  const links: (string | undefined)[] = [];
  const result: PressInline[] = [];
  const add = (text: string, more: Partial<PressText> = {}): void => {
    const clean = printable(text);
    if (clean === '') return;
    const next: PressText = {
      kind: 'text',
      text: clean,
      bold: open.bold > 0,
      italic: open.italic > 0,
      strike: open.strike > 0,
      code: open.code > 0,
      href: links.at(-1),
      ...more,
    };
    const last = result.at(-1);
    if (last?.kind === 'text' && isAlike(last, next))
      result[result.length - 1] = { ...last, text: last.text + clean };
    else result.push(next);
  };
  for (const token of tokens) {
    switch (token.type) {
      case 'text':
      case 'text_special':
        add(token.content);
        break;
      case 'softbreak':
        add(' ');
        break;
      case 'hardbreak':
        result.push({ kind: 'break' });
        break;
      case 'code_inline':
        add(token.content, { code: true });
        break;
      case 'strong_open':
      case 'strong_close':
        open.bold += token.nesting;
        break;
      case 'em_open':
      case 'em_close':
        open.italic += token.nesting;
        break;
      case 's_open':
      case 's_close':
        open.strike += token.nesting;
        break;
      case 'link_open':
        links.push(addressOf(token.attrGet('href')));
        break;
      case 'link_close':
        links.pop();
        break;
      case 'image': {
        // A picture would have to be fetched: what it shows is said instead, with the way to it.
        const source = addressOf(token.attrGet('src'));
        const shown = token.content.trim() === '' ? 'Picture' : token.content;
        add(shown, { href: links.at(-1) ?? source });
        break;
      }
      case 'html_inline': {
        const [, slash, name = ''] = /^<(\/?)([A-Za-z][A-Za-z0-9]*)/.exec(token.content) ?? [];
        const style = HTML_STYLES[name.toLowerCase()];
        if (/^br$/i.test(name)) result.push({ kind: 'break' });
        else if (style) open[style] = Math.max(0, open[style] + (slash === '/' ? -1 : 1));
      }
    }
  }
  return trimmed(result.flatMap(withBareAddresses));
}

/** Text with the addresses of the web in it as links. */
function withBareAddresses(inline: PressInline): PressInline[] {
  if (inline.kind === 'break' || inline.code || inline.href !== undefined || !inline.text.includes('://'))
    return [inline];
  const parts: PressInline[] = [];
  let position = 0;
  for (const match of inline.text.matchAll(/(?<![\p{L}\p{N}])https?:\/\/[^\s<>"“”]+/gu)) {
    const address = match[0].slice(0, addressEnd(match[0]));
    if (!isAddress(address)) continue;
    if (match.index > position) parts.push({ ...inline, text: inline.text.slice(position, match.index) });
    parts.push({ ...inline, text: address, href: address });
    position = match.index + address.length;
  }
  if (position < inline.text.length) parts.push({ ...inline, text: inline.text.slice(position) });
  return parts;
}

/** Punctuation at its end is not the address's, nor is a parenthesis that was opened before it (GFM 0.29, 6.9). */
function addressEnd(text: string): number {
  let open = 0;
  for (const character of text) open += character === '(' ? 1 : character === ')' ? -1 : 0;
  let end = text.length;
  for (; end > 0; end--) {
    const last = text[end - 1] ?? '';
    if (last === ')' && open < 0) open++;
    else if (!/[.,;:!?'’*_~]/.test(last)) break;
  }
  return end;
}

function addressOf(href: string | null): string | undefined {
  return href !== null && isAddress(href) ? printable(href) : undefined;
}

function isAlike(a: PressText, b: PressText): boolean {
  return (
    a.bold === b.bold &&
    a.italic === b.italic &&
    a.strike === b.strike &&
    a.code === b.code &&
    a.href === b.href
  );
}

/** Without breaks and blanks at the ends and around breaks, and without doubled blanks where a comment was taken out. */
function trimmed(content: readonly PressInline[]): PressInline[] {
  const result: PressInline[] = [];
  let isStart = true;
  for (const inline of content) {
    if (inline.kind === 'break') {
      trimEnd(result);
      if (result.length > 0) result.push(inline);
      isStart = true;
      continue;
    }
    const text: string = isStart ? inline.text.replace(/^[ \t\n]+/, '') : inline.text;
    if (text === '') continue;
    result.push({ ...inline, text });
    isStart = /[ \n]$/.test(text) && !inline.code;
  }
  trimEnd(result);
  while (result.at(-1)?.kind === 'break') {
    result.pop();
    trimEnd(result);
  }
  return result;
}

function trimEnd(result: PressInline[]): void {
  for (let last = result.at(-1); last?.kind === 'text'; last = result.at(-1)) {
    const text: string = last.text.trimEnd();
    result.pop();
    if (text === '') continue;
    result.push({ ...last, text });
    return;
  }
}
