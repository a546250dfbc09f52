import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitBlocks } from '../../../server/src/core/document/block.ts';
import { Readout, work } from '../../../server/src/core/document/readout.ts';
import { lineStartsOf } from '../../../server/src/core/text/lines.ts';

/** Fragments that, strung together, reach every branch of the block reader and of the frontmatter finder. */
const fragment = fc.constantFrom(
  '---\n',
  '---',
  '...\n',
  'date: 2023-11-17\n',
  "title: 'A --- B'\n",
  'tags: x\n',
  '\n',
  '\r\n',
  '\r',
  ' \n',
  '\u00a0\n',
  'President Noriega met today with\n',
  'word',
  ' ',
  '\\###\n',
  '\\###',
  '# Heading\n',
  '## ',
  '**Bold line**\n',
  '- item\n',
  '1. first\n',
  '2. second\n',
  '> quoted\n',
  '```\n',
  '~~~\n',
  'THE PRESIDENT:  Good morning.\n',
  'Q    Why?\n',
  '***\n',
  '===\n',
  '<!-- note',
  ' -->\n',
  '<div>\n',
  '| a | b |\n',
  '|---|---|\n',
  '    indented\n',
  '\ufeff',
  '\ud83d',
  '🙂',
  'END 3:07 P.M. EST\n',
  '$0',
);
const text = fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join(''));

function shape(readout: Readout) {
  return {
    text: readout.text,
    blocks: readout.blocks.map((block) => [block.kind, block.level, block.closed, block.text]),
    starts: readout.starts,
    bodyStart: readout.bodyStart,
    fields: readout.frontmatter?.fields,
    close: readout.frontmatter?.close,
  };
}

describe('Readout', () => {
  it('tiles the file: head and blocks joined are the text', () => {
    fc.assert(
      fc.property(text, (source) => {
        const readout = Readout.parse(source);
        expect(readout.head + readout.blocks.map((block) => block.text).join('')).toBe(source);
        expect(readout.length).toBe(source.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same after any edits as when read afresh', () => {
    const edits = fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat(12),
        fc.array(fragment, { maxLength: 3 }).map((parts) => parts.join('')),
      ),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(text, edits, (source, changes) => {
        let readout = Readout.parse(source);
        let plain = source;
        for (const [at, length, newText] of changes) {
          const start = at % (plain.length + 1);
          const end = Math.min(plain.length, start + length);
          readout = readout.edit({ span: { start, end }, newText });
          plain = plain.slice(0, start) + newText + plain.slice(end);
          expect(shape(readout)).toEqual(shape(Readout.parse(plain)));
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('converts offsets to positions and back, as line starts have it', () => {
    fc.assert(
      fc.property(text, fc.nat(), (source, at) => {
        const readout = Readout.parse(source);
        const offset = at % (source.length + 1);
        const starts = lineStartsOf(source);
        const line = starts.filter((start) => start <= offset).length - 1;
        const position = readout.positionAt(offset);
        expect(position).toEqual({ line, character: offset - (starts[line] ?? 0) });
        expect(readout.lineCount).toBe(starts.length);
        const insideBreak = /^\r?\n/.test(source.slice(offset)) && source[offset - 1] === '\r';
        if (!insideBreak) expect(readout.offsetAt(position)).toBe(offset);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads only the blocks around a change, whatever the length of the document', () => {
    const long = Array.from({ length: 2000 }, (_, i) => `Paragraph ${i} of a long statement.\n\n`).join('');
    const readout = Readout.parse(`---\ndate: 2023-11-17\ntitle: A\n---\n\n${long}`);
    const before = work.blocksParsed;
    const edited = readout.edit({ span: { start: 40_000, end: 40_000 }, newText: 'x' });
    expect(work.blocksParsed - before).toBeLessThanOrEqual(3);
    const kept = edited.blocks.filter((block, i) => block === readout.blocks[i]).length;
    expect(kept).toBe(readout.blocks.length - 1);
  });

  it('keeps the body when the frontmatter is edited', () => {
    const readout = Readout.parse('---\ndate: 2023-11-17\ntitle: A\n---\n\nOne.\n\nTwo.\n');
    const edited = readout.edit({ span: { start: 10, end: 14 }, newText: '2024' });
    expect(edited.chunks).toBe(readout.chunks);
    expect(edited.frontmatter?.fields[0]?.value.text).toBe('2024-11-17');
  });
});

describe('frontmatter', () => {
  const close = (source: string) => {
    const frontmatter = Readout.parse(source).frontmatter;
    return frontmatter?.close && source.slice(0, frontmatter.close.start).split('\n').length - 1;
  };

  it('closes only at a whole line, never at dashes inside a title', () => {
    expect(close('---\ntitle: "A\n  --- B"\ntags: x\n---\nText\n')).toBe(4);
    expect(close('---\ntitle: A --- B\n---\nText\n')).toBe(2);
  });
  it('understands a BOM, CRLF and a `...` closer', () => {
    expect(close('\ufeff---\r\ntitle: A\r\n...\r\nText')).toBe(2);
    expect(Readout.parse('\ufeff---\r\ntitle: A\r\n...\r\nText').blocks[0]?.text).toBe('Text');
  });
  it('ends a block that is never closed after the last line that reads as YAML', () => {
    const source = '---\ndate: 2023-11-17\ntitle: A\n\nPresident Noriega met today.\n\n---\n\nMore.\n';
    const frontmatter = Readout.parse(source).frontmatter;
    expect(frontmatter?.close).toBeUndefined();
    expect(source.slice(frontmatter?.content.start, frontmatter?.content.end)).toBe(
      'date: 2023-11-17\ntitle: A\n',
    );
    expect(frontmatter?.fields.map((field) => field.key)).toEqual(['date', 'title']);
  });
  it('reads the other fields when one value is broken', () => {
    const frontmatter = Readout.parse('---\ndate: 2023-11-17\ntitle: "A\ntags: x\n---\nText\n').frontmatter;
    expect(frontmatter?.problems).toHaveLength(1);
    expect(frontmatter?.fields.find((field) => field.key === 'tags')?.value.text).toBe('x');
  });
  it('takes a block without its opening fence for what it is', () => {
    const frontmatter = Readout.parse('date: 2023-11-17\ntitle: A\n---\nText\n').frontmatter;
    expect(frontmatter?.open).toBeUndefined();
    expect(frontmatter?.fields).toHaveLength(2);
  });
  it('is none in prose', () => {
    expect(Readout.parse('President Noriega met today.\n\n---\n\nMore.').frontmatter).toBeUndefined();
    expect(Readout.parse('Note: this is prose.\n\nMore.').frontmatter).toBeUndefined();
  });
  it('never makes a date of a scalar', () => {
    const field = Readout.parse('---\ndate: 2023-02-31\npublished_time: 2023-11-17 17:33:23-05:00\n---\n')
      .frontmatter?.fields;
    expect(field?.map((each) => each.value.data)).toEqual(['2023-02-31', '2023-11-17 17:33:23-05:00']);
  });
});

describe('blocks', () => {
  const kinds = (source: string) => splitBlocks(source).map((block) => block.kind);
  it('knows the forms the archive uses', () => {
    expect(kinds('**A bold line**\n\nText.\n\n\\###\n')).toEqual(['boldHeading', 'paragraph', 'endMark']);
    expect(kinds('# A\nText\n- one\n- two\n\n> quoted\n\n***\n')).toEqual([
      'heading',
      'paragraph',
      'listItem',
      'listItem',
      'quote',
      'rule',
    ]);
    expect(kinds('THE PRESIDENT:  Good.\n\nQ    Why?\n\nEND 3:07 P.M. EST\n')).toEqual([
      'speaker',
      'speaker',
      'endMark',
    ]);
    expect(kinds('```\na\n\nb\n```\nText\n')).toEqual(['code', 'paragraph']);
    expect(kinds('**\\###**\n')).toEqual(['endMark']);
    expect(kinds('\\# \\# \\#\n')).toEqual(['endMark']);
    expect(kinds('<!-- readout-disable-next-line x -->\nText\n')).toEqual(['html', 'paragraph']);
    expect(kinds('**a** and **b**\n')).toEqual(['paragraph']);
  });
});
