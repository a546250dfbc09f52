/** A statement as a Word file (Office Open XML, ECMA-376), with Word's own styles, lists and links. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  type FileChild,
  HeadingLevel,
  type ILevelsOptions,
  LevelFormat,
  LineRuleType,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type {
  PressBlock,
  PressDocument,
  PressHead,
  PressInline,
  PressText,
} from '../core/features/press-document.ts';

/** Twentieths of a point: what Word counts in. */
const TWIPS = 20;
/** A quarter of an inch. */
const INDENT = 360;
/** Word's lists have nine levels. */
const DEEPEST = 8;
const FONT = 'Georgia';
const BULLETS = 'bullets';

/** The statement as the bytes of a `.docx` file. */
export async function exportDocx({ head, blocks }: PressDocument): Promise<Uint8Array> {
  const writer = new DocxWriter(head.title === undefined ? 1 : 2);
  const children = [...heading(head), ...writer.blocks(blocks, { quotes: 0 })];
  const document = new Document({
    title: head.title ?? 'Statement',
    ...(head.source === undefined ? {} : { description: head.source }),
    ...(head.tags.length === 0 ? {} : { keywords: head.tags.join(', ') }),
    creator: '',
    lastModifiedBy: '',
    numbering: {
      config: [
        { reference: BULLETS, levels: levels(undefined) },
        ...[...writer.starts].map((start) => ({ reference: numbers(start), levels: levels(start) })),
      ],
    },
    styles: {
      default: {
        document: {
          run: { font: FONT, size: 22, language: { value: head.language } },
          paragraph: { spacing: { after: 8 * TWIPS, line: 300, lineRule: LineRuleType.AUTO } },
        },
        title: {
          run: { font: FONT, size: 36, bold: true },
          paragraph: { spacing: { after: 14 * TWIPS, line: 264, lineRule: LineRuleType.AUTO } },
        },
        ...Object.fromEntries(
          [1, 2, 3, 4, 5, 6].map((level) => [
            `heading${level}`,
            {
              run: { font: FONT, size: Math.max(22, 32 - 2 * level), bold: true, color: '000000' },
              paragraph: { spacing: { before: 14 * TWIPS, after: 6 * TWIPS }, keepNext: true },
            },
          ]),
        ),
      },
    },
    sections: [{ children }],
  });
  return Packer.pack(document, 'uint8array', undefined, [
    { path: 'docProps/core.xml', data: coreProperties(head) },
  ]);
}

/**
 * The file's own properties (ECMA-376, part 2, 8): written here, because the library takes the clock's time for both
 * dates and two exports of one statement would differ.
 */
function coreProperties({ title, tags, source, published, date, language }: PressHead): string {
  const when = momentOf(published) ?? (date && `${date.iso}T00:00:00Z`);
  const stamp = (name: string): string =>
    when === undefined ? '' : `<dcterms:${name} xsi:type="dcterms:W3CDTF">${when}</dcterms:${name}>`;
  const element = (name: string, text: string): string =>
    text === '' ? '' : `<${name}>${xml(text)}</${name}>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${element('dc:title', title ?? 'Statement')}${element('dc:description', source ?? '')}${element('cp:keywords', tags.join(', '))}${element('dc:language', language)}${stamp('created')}${stamp('modified')}</cp:coreProperties>`;
}

/** A timestamp with offset as Word wants it, in universal time without fractions. */
function momentOf(published: string | undefined): string | undefined {
  const moment = published === undefined ? Number.NaN : Date.parse(published);
  return Number.isNaN(moment) ? undefined : `${new Date(moment).toISOString().slice(0, 19)}Z`;
}

function xml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function heading({ embargo, date, title }: PressHead): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  if (embargo !== undefined) {
    const line = { style: BorderStyle.SINGLE, size: 12, space: 6, color: 'auto' };
    paragraphs.push(
      new Paragraph({
        children: [new TextRun({ text: `EMBARGOED UNTIL ${embargo}`, bold: true })],
        border: { top: line, bottom: line, left: line, right: line },
      }),
    );
  }
  if (date)
    paragraphs.push(new Paragraph({ children: [new TextRun({ text: date.written, color: '595959' })] }));
  if (title !== undefined)
    paragraphs.push(new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun({ text: title })] }));
  return paragraphs;
}

function levels(start: number | undefined): ILevelsOptions[] {
  return Array.from({ length: DEEPEST + 1 }, (_, level) => ({
    level,
    start: level === 0 ? (start ?? 1) : 1,
    format: start === undefined ? LevelFormat.BULLET : LevelFormat.DECIMAL,
    text: start === undefined ? (['•', '◦', '▪'][level % 3] ?? '•') : `%${level + 1}.`,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: INDENT * (level + 1), hanging: INDENT } } },
  }));
}

function numbers(start: number): string {
  return `numbers-${start}`;
}

/** What stands around a block. */
interface Place {
  readonly quotes: number;
  /** The list that the next paragraph is an item of, or a further paragraph of an item. */
  readonly list?: {
    readonly reference: string;
    readonly instance: number;
    readonly level: number;
    readonly isFirst: boolean;
  };
}

class DocxWriter {
  /** First numbers of the numbered lists. */
  readonly starts = new Set<number>();
  readonly #open: number[] = [];
  readonly #top: number;
  #lists = 0;

  /** @param top level of the highest heading. */
  constructor(top: number) {
    this.#top = top;
  }

  blocks(blocks: readonly PressBlock[], place: Place): FileChild[] {
    return blocks.flatMap((block) => this.#block(block, place));
  }

  #block(block: PressBlock, place: Place): FileChild[] {
    switch (block.kind) {
      case 'heading': {
        const level = this.#levelOf(block.level);
        return [
          new Paragraph({
            heading: HEADINGS[level - 1] ?? HeadingLevel.HEADING_6,
            children: inlines(block.content),
          }),
        ];
      }
      case 'paragraph':
        return [new Paragraph({ children: inlines(block.content), ...layout(place) })];
      case 'endMark':
        return [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { before: 12 * TWIPS },
            children: [new TextRun(block.text)],
          }),
        ];
      case 'rule':
        return [
          new Paragraph({
            border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: 'auto' } },
          }),
        ];
      case 'quote':
        return this.blocks(block.blocks, { ...place, quotes: Math.min(place.quotes + 1, DEEPEST) });
      case 'code': {
        const lines = block.text.replace(/\n$/, '').split('\n');
        const children = lines.map(
          (text, index) => new TextRun({ text, font: 'Courier New', ...(index > 0 ? { break: 1 } : {}) }),
        );
        return [new Paragraph({ children, ...layout(place) })];
      }
      case 'list':
        return this.#list(block, place);
      case 'table':
        return [table(block.rows), new Paragraph({})];
    }
  }

  #levelOf(level: number): number {
    while (this.#open.length > 0 && (this.#open.at(-1) ?? 0) >= level) this.#open.pop();
    this.#open.push(level);
    return Math.min(6, this.#top + this.#open.length - 1);
  }

  #list({ start, items }: PressBlock & { readonly kind: 'list' }, place: Place): FileChild[] {
    const level = place.list ? Math.min(place.list.level + 1, DEEPEST) : 0;
    // A list of its own begins anew; Word would otherwise go on counting.
    const instance = ++this.#lists;
    // Within another list Word numbers from one.
    const first = start === undefined || level > 0 ? 1 : start;
    if (start !== undefined) this.starts.add(first);
    const reference = start === undefined ? BULLETS : numbers(first);
    return items.flatMap((item) => {
      const at = (isFirst: boolean): Place => ({ ...place, list: { reference, instance, level, isFirst } });
      const [head, ...more] = item;
      if (head?.kind === 'paragraph')
        return [...this.#block(head, at(true)), ...this.blocks(more, at(false))];
      return [new Paragraph({ children: [], ...layout(at(true)) }), ...this.blocks(item, at(false))];
    });
  }
}

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
];

/** Numbering and indentation of a paragraph. */
function layout({ quotes, list }: Place): object {
  const left = INDENT * quotes;
  if (!list) return quotes > 0 ? { indent: { left, right: left } } : {};
  const inner = left + INDENT * (list.level + 1);
  if (!list.isFirst) return { indent: { left: inner } };
  const { reference, instance, level } = list;
  return {
    numbering: { reference, instance, level },
    spacing: { after: 4 * TWIPS },
    ...(quotes > 0 ? { indent: { left: inner, hanging: INDENT } } : {}),
  };
}

function table([header = [], ...rows]: readonly (readonly (readonly PressInline[])[])[]): Table {
  const row = (cells: readonly (readonly PressInline[])[], isHeader: boolean): TableRow =>
    new TableRow({
      tableHeader: isHeader,
      children: Array.from(
        { length: Math.max(1, header.length) },
        (_, index) =>
          new TableCell({
            children: [
              new Paragraph({
                spacing: { before: 3 * TWIPS, after: 3 * TWIPS },
                children: inlines(cells[index] ?? [], isHeader),
              }),
            ],
          }),
      ),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(header, true), ...rows.map((cells) => row(cells, false))],
  });
}

function inlines(content: readonly PressInline[], isBold = false): ParagraphChild[] {
  const children: ParagraphChild[] = [];
  for (let index = 0; index < content.length; ) {
    const inline = content[index] as PressInline;
    if (inline.kind === 'break') {
      children.push(new TextRun({ break: 1 }));
      index++;
      continue;
    }
    const { href } = inline;
    if (href === undefined) {
      children.push(run(inline, isBold));
      index++;
      continue;
    }
    const runs: TextRun[] = [];
    for (let next = content[index]; next?.kind === 'text' && next.href === href; next = content[++index])
      runs.push(run(next, isBold));
    children.push(new ExternalHyperlink({ link: href, children: runs }));
  }
  return children;
}

function run({ text, bold, italic, strike, code, href }: PressText, isBold: boolean): TextRun {
  return new TextRun({
    text: text.replace(/\n/g, ' '),
    ...(bold || isBold ? { bold: true } : {}),
    ...(italic ? { italics: true } : {}),
    ...(strike ? { strike: true } : {}),
    ...(code ? { font: 'Courier New' } : {}),
    ...(href === undefined ? {} : { style: 'Hyperlink' }),
  });
}
