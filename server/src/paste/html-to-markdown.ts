/**
 * HTML of the clipboard as Markdown: paragraphs, headings, lists (Word's too, which are none in its HTML), quotations,
 * tables, bold, italics and links. What is not seen is left out: styles, scripts, comments, hidden text, tracking.
 */
import { Parser } from 'htmlparser2';
import { isAddress } from '../core/features/press-document.ts';
import { inlineMarkdown, type Run, type Style } from './inline.ts';

/**
 * HTML nested deeper, longer, or of more elements and pieces of text was made by no word processor: the plain text has
 * to do.
 */
const DEEPEST = 400;
const LONGEST = 20_000_000;
const MOST_PIECES = 300_000;
/** Lists and quotations nested deeper are written at this depth. */
const MOST_NESTED = 6;

/**
 * Markdown for HTML. Linear in its length.
 * @returns undefined if the HTML is nested or long beyond reason; an empty string if nothing in it is seen.
 */
export function htmlToMarkdown(html: string): string | undefined {
  if (html.length > LONGEST) return undefined;
  const writer = new MarkdownWriter();
  let isDone = false;
  let pieces = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (isDone) return;
        if (!writer.open(name, attributes) || ++pieces > MOST_PIECES) {
          isDone = true;
          parser.pause();
        }
      },
      onclosetag: (name) => {
        if (!isDone) writer.close(name);
      },
      ontext: (text) => {
        if (!isDone && ++pieces <= MOST_PIECES) writer.text(text);
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(html);
  if (isDone || pieces > MOST_PIECES) return undefined;
  parser.end();
  return writer.end();
}

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const UNSEEN = new Set(
  'head style script title xml template noscript object select option textarea button svg math iframe'.split(
    ' ',
  ),
);

interface Element {
  readonly name: string;
  readonly style: Style;
  readonly isHidden: boolean;
  readonly isPre: boolean;
}

const PLAIN: Style = { bold: false, italic: false, strike: false, code: false, href: undefined };

interface List {
  readonly isOrdered: boolean;
  next: number;
  /** Columns of the mark of its last item; 0 while there is none. */
  width: number;
}

/** One block of Markdown, ready but for the blank lines around it. */
interface Written {
  readonly text: string;
  /** Whether it begins an item of a list. */
  readonly item: boolean;
  /** How many quotations it stands in. */
  readonly quotes: number;
  /** Columns of a list that it is moved in by. */
  readonly column: number;
}

interface Table {
  readonly rows: string[][];
  /** Depth of the element stack at which it was opened. */
  readonly depth: number;
  /** Paragraphs of the cell that is open. */
  cell: string[] | undefined;
}

class MarkdownWriter {
  readonly #elements: Element[] = [];
  readonly #lists: List[] = [];
  readonly #blocks: Written[] = [];
  #runs: Run[] = [];
  #quotes = 0;
  #heading = 0;
  #table: Table | undefined;
  /** Mark of the list item whose first text is still to come. */
  #mark: string | undefined;
  /** Columns of the marks of Word’s lists, by level. */
  readonly #levels: number[] = [];
  /** Word's list paragraph: its level, and the mark as it was shown. */
  #word: { readonly level: number; mark: string } | undefined;

  /** @returns whether to go on. */
  open(name: string, attributes: Readonly<Record<string, string>>): boolean {
    const above = this.#elements.at(-1);
    const style = attributes['style']?.slice(0, 10_000).toLowerCase() ?? '';
    const isMarker = /mso-list:\s*ignore/.test(style);
    const isHidden =
      above?.isHidden === true ||
      UNSEEN.has(name) ||
      /^(?:v|w|m):/.test(name) ||
      attributes['hidden'] !== undefined ||
      /(?<![\w-])display:\s*none|(?<![\w-])visibility:\s*hidden|mso-hide:\s*all/.test(style);
    if (BLOCKS.has(name)) this.#openBlock(name, attributes, style, isHidden);
    else if (name === 'br' && !isHidden) this.#break();
    else if (name === 'img' && !isHidden) this.#image(attributes);
    if (isMarker && !isHidden && this.#word) this.#word = { ...this.#word, mark: ' ' };
    this.#elements.push({
      name,
      style: styleOf(name, attributes, style, above?.style ?? PLAIN, this.#heading > 0),
      isHidden: isHidden || isMarker,
      isPre: above?.isPre === true || name === 'pre',
    });
    return this.#elements.length <= DEEPEST;
  }

  close(name: string): void {
    const element = this.#elements.pop();
    if (!element || element.name !== name || !BLOCKS.has(name) || element.isHidden) return;
    if (name === 'pre') this.#flushCode();
    else this.#flush();
    if (name === 'ul' || name === 'ol') this.#lists.pop();
    else if (name === 'li') this.#mark = undefined;
    else if (name === 'blockquote') this.#quotes--;
    else if (/^h[1-6]$/.test(name)) this.#heading = 0;
    else if (name === 'p' || name === 'div') this.#word = undefined;
    else if (name === 'td' || name === 'th') this.#endCell();
    else if (name === 'table' && this.#table?.depth === this.#elements.length) this.#endTable();
  }

  text(text: string): void {
    const element = this.#elements.at(-1);
    if (element?.isHidden) {
      // The bullet that Word shows tells a numbered list from one of bullets.
      if (this.#word && this.#word.mark.length < 20 && this.#word.mark !== '')
        this.#word.mark += text.slice(0, 20);
      return;
    }
    const words = element?.isPre ? text : text.replace(/[ \t\r\n\f]+/g, ' ');
    this.#runs.push({ text: words, ...(element?.style ?? PLAIN) });
  }

  end(): string {
    this.#flush();
    if (this.#table) this.#endTable();
    const parts: string[] = [];
    for (const [index, block] of this.#blocks.entries()) {
      const { text, item, quotes } = block;
      const before = this.#blocks[index - 1];
      if (before?.quotes === quotes && before.item && item && !needsBlankLine(block, before))
        parts.push('\n');
      else if (before?.quotes === quotes && quotes > 0) parts.push(`\n${'> '.repeat(quotes).trimEnd()}\n`);
      else if (before) parts.push('\n\n');
      parts.push(text);
    }
    return parts.join('');
  }

  #openBlock(
    name: string,
    attributes: Readonly<Record<string, string>>,
    style: string,
    isHidden: boolean,
  ): void {
    if (isHidden) return;
    this.#flush();
    if (name === 'ul' || name === 'ol') {
      const start = Number(attributes['start']);
      this.#lists.push({
        isOrdered: name === 'ol',
        next: Number.isInteger(start) && start >= 0 && start < 1e9 ? start : 1,
        width: 0,
      });
    } else if (name === 'li') {
      const list = this.#lists.at(-1);
      const value = Number(attributes['value']);
      if (list && Number.isInteger(value) && value > 0 && value < 1e9) list.next = value;
      this.#mark = list?.isOrdered ? `${list.next++}.` : '-';
    } else if (name === 'blockquote') this.#quotes++;
    else if (name === 'hr') this.#write('***', false);
    else if (/^h[1-6]$/.test(name)) this.#heading = Number(name[1]);
    else if (name === 'table' && !this.#table) {
      this.#table = { rows: [], depth: this.#elements.length, cell: undefined };
    } else if (name === 'tr' && this.#table) this.#table.rows.push([]);
    else if ((name === 'td' || name === 'th') && this.#table) this.#table.cell = [];
    const level = /mso-list:\s*l\d{1,6}\s+level([1-9])/.exec(style)?.[1];
    if (level !== undefined) this.#word = { level: Number(level), mark: '' };
  }

  /** A line break; two of them end the paragraph. */
  #break(): void {
    if (this.#elements.at(-1)?.isPre) {
      this.#runs.push({ text: '\n', ...PLAIN });
      return;
    }
    const last = this.#runs.findLast(({ text }) => text !== ' ' && text !== '');
    if (last?.text === '\n') this.#flush();
    else if (last) this.#runs.push({ text: '\n', ...PLAIN });
  }

  /** A picture of the web with a description; any other one cannot be pasted. */
  #image({ alt, src }: Readonly<Record<string, string>>): void {
    const shown = alt?.replace(/[\s[\]\\`*_<]+/g, ' ').trim() ?? '';
    if (shown === '' || src === undefined || !/^https?:/i.test(src)) return;
    if (isAddress(src)) this.#runs.push({ text: shown, ...PLAIN, href: src });
  }

  /** Ends the paragraph. */
  #flush(): void {
    const runs = this.#runs;
    this.#runs = [];
    const words = inlineMarkdown(runs);
    if (words === '') return;
    if (this.#table?.cell) {
      this.#table.cell.push(words.replace(/\\\n/g, ' '));
      return;
    }
    if (this.#heading > 0) {
      this.#mark = undefined;
      this.#write(`${'#'.repeat(Math.max(2, this.#heading))} ${words.replace(/\\\n/g, ' ')}`, false);
      return;
    }
    if (this.#word && this.#word.mark !== '') {
      const number = /^\s*(\d{1,9})[.)]/.exec(this.#word.mark)?.[1];
      const mark = number === undefined ? '-' : `${number}.`;
      this.#levels.length = Math.min(this.#levels.length, this.#word.level - 1);
      const column = ' '.repeat(this.#levels.slice(0, MOST_NESTED).reduce((sum, width) => sum + width, 0));
      this.#levels.push(mark.length + 1);
      this.#word = { level: this.#word.level, mark: '' };
      this.#write(`${mark} ${words}`, true, column);
      return;
    }
    const mark = this.#mark;
    this.#mark = undefined;
    const list = this.#lists.at(-1);
    if (mark === undefined) {
      this.#write(words, false);
      return;
    }
    if (list) list.width = 0;
    this.#write(`${mark} ${words}`, true);
    if (list) list.width = mark.length + 1;
  }

  #flushCode(): void {
    const written = this.#runs
      .map((run) => run.text)
      .join('')
      .replace(/\r\n?/g, '\n');
    let end = written.length;
    while (end > 0 && written[end - 1] === '\n') end--;
    const text = written.slice(written.startsWith('\n') ? 1 : 0, end);
    this.#runs = [];
    if (text.trim() === '') return;
    let longest = 2;
    for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
    const fence = '`'.repeat(longest + 1);
    this.#write(`${fence}\n${text}\n${fence}`, false);
  }

  /** @param column that it is moved in by; by default that of the lists it stands in. */
  #write(text: string, item: boolean, column = this.#column()): void {
    if (!this.#word) this.#levels.length = 0;
    const quotes = Math.min(this.#quotes, MOST_NESTED);
    const prefix = '> '.repeat(quotes) + column;
    const hang = prefix + (item ? ' '.repeat(text.indexOf(' ') + 1) : '');
    const [first = '', ...more] = text.split('\n');
    this.#blocks.push({
      text: [prefix + first, ...more.map((line) => hang + line)].join('\n'),
      item,
      quotes,
      column: column.length,
    });
  }

  #column(): string {
    return ' '.repeat(this.#lists.slice(0, MOST_NESTED).reduce((sum, { width }) => sum + width, 0));
  }

  #endCell(): void {
    const table = this.#table;
    if (!table?.cell) return;
    if (table.rows.length === 0) table.rows.push([]);
    table.rows.at(-1)?.push(table.cell.join(' '));
    table.cell = undefined;
  }

  /** A table of at least two rows and columns is one; any other was there for the look of the page. */
  #endTable(): void {
    const table = this.#table;
    this.#table = undefined;
    if (!table) return;
    if (table.cell) table.rows.push(table.cell);
    const rows = table.rows.filter((row) => row.some((cell) => cell !== ''));
    const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
    if (rows.length < 2 || width < 2 || width > 50) {
      for (const cell of rows.flat()) if (cell !== '') this.#write(cell, false);
      return;
    }
    const line = (cells: readonly string[]): string =>
      `| ${Array.from({ length: width }, (_, index) => (cells[index] ?? '').replace(/\|/g, '\\|')).join(' | ')} |`;
    const [head = [], ...body] = rows;
    const rule = `| ${Array.from({ length: width }, () => '---').join(' | ')} |`;
    this.#write([line(head), rule, ...body.map(line)].join('\n'), false);
  }
}

/** Behind text, a list within an item begins without a blank line only at 1 (CommonMark 0.31, section 5.2). */
function needsBlankLine({ text, column }: Written, before: Written): boolean {
  return column > before.column && /^[ >]*\d/.test(text) && !/^[ >]*1[.)] /.test(text);
}

/** How text within an element looks: what its name says, unless its style says otherwise. */
function styleOf(
  name: string,
  attributes: Readonly<Record<string, string>>,
  style: string,
  above: Style,
  isHeading: boolean,
): Style {
  let { bold, italic, strike, code, href } = above;
  if (name === 'b' || name === 'strong') bold = true;
  if (name === 'i' || name === 'em' || name === 'cite') italic = true;
  if (name === 's' || name === 'strike' || name === 'del') strike = true;
  if (name === 'code' || name === 'kbd' || name === 'samp' || name === 'tt') code = true;
  const weight = /(?<![\w-])font-weight:\s*(\w+)/.exec(style)?.[1];
  if (weight !== undefined) bold = weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
  const slant = /(?<![\w-])font-style:\s*(\w+)/.exec(style)?.[1];
  if (slant !== undefined) italic = slant === 'italic' || slant === 'oblique';
  if (/(?<![\w-])text-decoration(?:-line)?:[^;]{0,80}line-through/.test(style)) strike = true;
  if (name === 'a') href = addressOf(attributes['href']) ?? href;
  return { bold: bold && !isHeading && name !== 'h1', italic, strike, code, href };
}

/** The address that a link leads to in the end; undefined for what is none, or nobody else can open. */
function addressOf(href: string | undefined): string | undefined {
  const written = href?.trim() ?? '';
  if (written === '' || written.length > 8000 || !/^(?:https?|mailto|tel):/i.test(written)) return undefined;
  const target = withoutDetour(written).replace(/\s/g, '%20');
  return isAddress(target) ? target : undefined;
}

/** Mail programs and search engines lead their links over machines of their own. */
function withoutDetour(href: string): string {
  if (!/^https?:\/\/(?:[\w-]+\.safelinks\.protection\.outlook\.com|www\.google\.com\/url)/i.test(href))
    return href;
  const inner = /[?&](?:url|q)=(https?[^&]+)/i.exec(href)?.[1];
  if (inner === undefined) return href;
  try {
    const target = decodeURIComponent(inner).replace(/\s/g, '%20');
    return isAddress(target) ? target : href;
  } catch {
    return href;
  }
}
