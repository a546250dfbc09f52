import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FormatOptions, formatEdits } from '../../../server/src/core/features/format.ts';
import { applyEdits, Readout, type Settings, WHITE_HOUSE } from '../../../server/src/core/index.ts';

function format(text: string, options: FormatOptions = {}, settings: Settings = WHITE_HOUSE): string {
  return applyEdits(text, formatEdits(Readout.parse(text), settings, options)).text;
}

const HEAD =
  "---\ndate: '2031-03-04'\nsource_url: https://www.norland.example/x/\ntags: readouts\ntitle: A Call\n---\n";
const body = (text: string, options: FormatOptions): string =>
  format(`${HEAD}\n${text}`, options).slice(HEAD.length + 1);

describe('the order of keys', () => {
  it('moves whole lines with the comments above them, quoting kept', () => {
    const text = `---
# set by the press office
title: "A\\_Call"   # checked
tags:
  - readouts
  # still of tags
date: '2031-03-04'
---

Text.
`;
    expect(format(text)).toBe(`---
  # still of tags
date: '2031-03-04'
tags:
  - readouts
# set by the press office
title: "A\\_Call"   # checked
---

Text.
`);
  });

  it('is that of the schema, the one given, or the one written', () => {
    const text = '---\ntitle: A\nunknown: 1\ndate: 2031-03-04\ntags: b\n---\n\nText.\n';
    expect(format(text)).toBe('---\ndate: 2031-03-04\ntags: b\ntitle: A\nunknown: 1\n---\n\nText.\n');
    expect(format(text, { keyOrder: ['tags', 'title'] })).toBe(
      '---\ntags: b\ntitle: A\nunknown: 1\ndate: 2031-03-04\n---\n\nText.\n',
    );
    expect(format(text, { keyOrder: 'keep' })).toBe(text);
  });

  it('moves as few fields as possible', () => {
    const text = '---\ntags: b\ndate: 2031-03-04\nsource_url: https://a.example/\ntitle: A\n---\n\nText.\n';
    const edits = formatEdits(Readout.parse(text), WHITE_HOUSE);
    expect(edits).toEqual([
      { span: { start: 4, end: 12 }, newText: '' },
      { span: { start: 60, end: 60 }, newText: 'tags: b\n' },
    ]);
  });

  it('keeps a comment at the head, parted by a blank line, where it is', () => {
    expect(format('---\n# Norland\n\n# the headline\ntitle: A\ndate: 2031-03-04\n---\n\nText.\n')).toBe(
      '---\n# Norland\n\ndate: 2031-03-04\n# the headline\ntitle: A\n---\n\nText.\n',
    );
  });

  it.each([
    ['broken YAML', '---\ntitle: "A\ndate: 2031-03-04\n---\n\nText.\n'],
    ['a key twice', '---\ntitle: A\ndate: 2031-03-04\ntitle: B\n---\n\nText.\n'],
    ['a mapping in one line', '---\n{ title: A, date: 2031-03-04 }\n---\n\nText.\n'],
    ['an alias that would stand before its anchor', '---\ntitle: &a A\ndate: *a\n---\n\nText.\n'],
    ['a frontmatter that is never closed', '---\ntitle: A\ndate: 2031-03-04\n\nText.\n'],
  ])('leaves %s alone', (_what, text) => {
    expect(format(text)).toBe(text);
  });
});

describe('blank lines', () => {
  it('puts exactly one behind the frontmatter', () => {
    expect(format(`${HEAD}Text.\n`)).toBe(`${HEAD}\nText.\n`);
    expect(format(`${HEAD}\n \n\nText.\n`)).toBe(`${HEAD}\nText.\n`);
    expect(format(`${HEAD} \nText.\n`)).toBe(`${HEAD} \nText.\n`);
    expect(format(`${HEAD}\n\u00a0\nText.\n`)).toBe(`${HEAD}\n\u00a0\nText.\n`);
    expect(format(HEAD)).toBe(HEAD);
  });

  it('sets the end mark off', () => {
    expect(format(`${HEAD}\nText.\n\\###\n`)).toBe(`${HEAD}\nText.\n\n\\###\n`);
    expect(format(`${HEAD}\nText.\n\\###\nMore.\n`)).toBe(`${HEAD}\nText.\n\n\\###\n\nMore.\n`);
  });

  it('writes the document’s own line breaks', () => {
    const text = `${HEAD}Text.\n\\###\n`.replaceAll('\n', '\r\n');
    expect(format(text)).toBe(`${HEAD}\nText.\n\n\\###\n`.replaceAll('\n', '\r\n'));
  });
});

describe('prose', () => {
  const long = 'President Noriega spoke today with Prime Minister Adele Strand of Norland.';

  it('is left as it is by default', () => {
    expect(body(`${long}\n  ${long}\n`, {})).toBe(`${long}\n  ${long}\n`);
  });

  it('is wrapped and unwrapped', () => {
    const wrapped = body(`${long}\n`, { width: 30 });
    expect(wrapped).toBe('President Noriega spoke today\nwith Prime Minister Adele\nStrand of Norland.\n');
    expect(body(wrapped, { width: 'unwrap' })).toBe(`${long}\n`);
  });

  it('keeps lists at their hanging indent, nested ones too', () => {
    expect(
      body(
        '-   one two three four five\n    - six seven eight nine ten\n\n    more of the first item here\n',
        {
          width: 20,
        },
      ),
    ).toBe(
      '-   one two three\n    four five\n    - six seven\n      eight nine ten\n\n    more of the\n    first item here\n',
    );
    expect(body('10. one two three four five\nsix\n', { width: 20 })).toBe(
      '10. one two three\n    four five six\n',
    );
  });

  it('keeps quotations quoted, paragraph by paragraph', () => {
    expect(body('> one two three four five\n> six\n>\n> seven eight nine ten eleven\n', { width: 20 })).toBe(
      '> one two three four\n> five six\n>\n> seven eight nine\n> ten eleven\n',
    );
  });

  it('keeps a speaker’s label whole', () => {
    expect(body('THE PRIME MINISTER OF NORLAND:  Thank you all.\n', { width: 20 })).toBe(
      'THE PRIME MINISTER OF NORLAND:\nThank you all.\n',
    );
  });

  it.each([
    '`one two three four five`',
    '[one two three four five](https://www.norland.example/ "six seven eight")',
    '![one two three four five](a.png)',
    '<a href="https://www.norland.example/" title="one two three">',
    '[one two three four five][six seven eight nine]',
    'one\u00a0two\u00a0three\u00a0four\u00a0five',
  ])('does not touch a byte of %s', (kept) => {
    expect(body(`a b ${kept} c d\n`, { width: 20 })).toContain(kept);
    const torn = kept.replaceAll(' ', '\n');
    expect(body(`a b ${torn} c d\n`, { width: 'unwrap' })).toContain(torn);
  });

  it.each([
    ['a table', '| a | b |\n|---|---|\n| c c c c c c c c c | d |\n'],
    ['fenced code', '```\none two three four five six\nseven\n```\n'],
    ['indented code', 'Text.\n\n    one two three four five six\n    seven\n'],
    [
      'code in a list',
      '- a\n\n    ```\n    one two three four five\n\n    six seven eight nine ten eleven\n    ```\n',
    ],
    ['HTML', '<div>\none two three four five six\nseven\n</div>\n'],
    [
      'preformatted HTML',
      '<pre>\none two three four five six\n\nseven eight nine ten eleven twelve\n</pre>\n',
    ],
    ['a heading', '# one two three four five six seven\n'],
    ['a heading underlined', 'one two three four five six seven\n=====\n'],
    ['a bold heading', '**One Two Three Four Five Six Seven**\n'],
    ['a definition', '[a]: https://www.norland.example/ "one two three four"\n'],
    ['hard breaks', 'one two\\\nthree four  \nfive\n'],
    ['brackets that do not pair', 'one two three [four five six\nseven\n'],
    ['backticks that do not pair', 'one two three `four five six\nseven\n'],
    ['HTML in a paragraph', 'one two\n<div>three four\nfive\n'],
  ])('leaves %s alone', (_what, text) => {
    expect(body(text, { width: 20 })).toBe(text);
    expect(body(text, { width: 'unwrap' })).toBe(text);
  });

  it.each([
    '-',
    '+',
    '*',
    '#',
    '1.',
    '2.',
    '2031)',
    '>',
    '\\###',
    '###',
    'END',
    '—',
    '---',
    '=',
    '•',
    '|',
    '<b>',
  ])('never begins a line with %s', (word) => {
    for (let width = 20; width < 40; width++) {
      const text = body(`Norland and Ostovia agreed ${word} and they went on to talk ${word}\n`, { width });
      const lines = text.trimEnd().split('\n');
      expect(lines.slice(1).filter((line) => line.startsWith(word))).toEqual([]);
    }
  });

  it('joins a number at the start of a line to the line before', () => {
    expect(body('The trade reached its height in\n2031. It grew.\n', { width: 72 })).toBe(
      'The trade reached its height in 2031. It grew.\n',
    );
  });

  it('never makes a speaker of running text', () => {
    expect(body('The leaders spoke about one THE PRESIDENT: and so on here\n', { width: 28 })).not.toMatch(
      /^THE PRESIDENT:/m,
    );
  });

  it('sets blanks between sentences by the house’s choice', () => {
    const text = 'They met.  They spoke with Mr. Strand. “It was good.” He left at 3 p.m. today.\n';
    expect(body(text, { sentenceSpacing: 'keep' })).toBe(text);
    expect(body(text, { sentenceSpacing: 'one' })).toBe(text.replace('.  T', '. T'));
    expect(body(text, { sentenceSpacing: 'two' })).toBe(
      'They met.  They spoke with Mr. Strand.  “It was good.”  He left at 3 p.m. today.\n',
    );
  });
});

/** Scraps that mean something to Markdown, in any order. */
const scrap = fc.constantFrom(
  ...[
    'Norland',
    'agreed.',
    'the',
    'a',
    '“Yes.”',
    '*b*',
    '**bold**',
    '`c d`',
    '[x y](z)',
    '[x]',
    '[',
    ']',
    '`',
    '<b>',
  ],
  ...[
    '-',
    '+',
    '1.',
    '7)',
    '#',
    '###',
    '\\###',
    '>',
    '> ',
    'END',
    '---',
    '===',
    '|',
    'Q',
    'THE PRESIDENT:',
    '•',
    '\\',
  ],
  ...[
    ' ',
    ' ',
    ' ',
    '  ',
    '\n',
    '\n',
    '\n\n',
    '\r\n',
    '    ',
    '\t',
    '\u00a0',
    '  \n',
    '\\\n',
    '```\n',
    '<div>\n',
    '<pre>',
  ],
);
const markdown = fc.array(scrap, { maxLength: 60 }).map((scraps) => scraps.join(''));
const key = fc.constantFrom(
  'title: A\n',
  "date: '2031-03-04'\n",
  'tags:\n  - b\n',
  '# c\n',
  '\n',
  'x: |\n  y\n\n',
  'a: [b,\n  c]\n',
);
const document = fc
  .tuple(fc.option(fc.array(key, { maxLength: 6 }), { nil: undefined }), markdown)
  .map(([keys, text]) => (keys ? `---\n${keys.join('')}---\n${text}` : text));
const options: fc.Arbitrary<FormatOptions> = fc
  .tuple(
    fc.constantFrom<NonNullable<FormatOptions['width']>>('off', 'unwrap', 20, 33),
    fc.constantFrom<NonNullable<FormatOptions['sentenceSpacing']>>('keep', 'one', 'two'),
  )
  .map(([width, sentenceSpacing]) => ({ width, sentenceSpacing }));

it('a paragraph of a megabyte on one line is wrapped', () => {
  const text = 'word '.repeat(200_000);
  expect(formatEdits(Readout.parse(text), WHITE_HOUSE, { width: 20 })).toHaveLength(49_999);
});

describe('for any document', () => {
  const runs = { numRuns: 600 };
  const bare = (text: string): string => text.replace(/^[ \t]*>/gm, '').replace(/[ \t\r\n]+/g, '');

  it('formatting again changes nothing', () => {
    fc.assert(
      fc.property(document, options, (text, chosen) => {
        const once = format(text, chosen);
        expect(format(once, chosen)).toBe(once);
      }),
      runs,
    );
  });

  it('only white space changes in the body, and the frontmatter says the same', () => {
    fc.assert(
      fc.property(document, options, (text, chosen) => {
        const [before, after] = [Readout.parse(text), Readout.parse(format(text, chosen))];
        expect(bare(after.text.slice(after.bodyStart))).toBe(bare(before.text.slice(before.bodyStart)));
        const said = ({ frontmatter }: Readout) =>
          frontmatter?.fields.map(({ key: name, value }) => `${name} ${JSON.stringify(value.data)}`).sort();
        expect(said(after)).toEqual(said(before));
        const kinds = (readout: Readout) =>
          readout.blocks.map(({ kind }) => kind).filter((kind) => kind !== 'blank');
        expect(kinds(after)).toEqual(kinds(before));
      }),
      runs,
    );
  });

  it('edits are in order, do not overlap, and each changes something', () => {
    fc.assert(
      fc.property(document, options, (text, chosen) => {
        let end = 0;
        for (const { span, newText } of formatEdits(Readout.parse(text), WHITE_HOUSE, chosen)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(span.start, span.end)).not.toBe(newText);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      runs,
    );
  });

  it('formatting a range touches nothing outside it', () => {
    fc.assert(
      fc.property(document, options, fc.nat(200), fc.nat(200), (text, chosen, a, length) => {
        const start = Math.min(a, text.length);
        const range = { start, end: Math.min(start + length, text.length) };
        const readout = Readout.parse(text);
        const edits = formatEdits(readout, WHITE_HOUSE, chosen, range);
        const result = applyEdits(text, edits).text;
        expect(result.startsWith(text.slice(0, range.start))).toBe(true);
        expect(result.endsWith(text.slice(range.end))).toBe(true);
        expect(bare(result.slice(Readout.parse(result).bodyStart))).toBe(bare(text.slice(readout.bodyStart)));
      }),
      runs,
    );
  });

  it('a range that is the whole document is the document', () => {
    const text = `${HEAD}\none two three four five six seven eight\nnine\n`;
    const readout = Readout.parse(text);
    expect(formatEdits(readout, WHITE_HOUSE, { width: 20 }, { start: 0, end: text.length })).toEqual(
      formatEdits(readout, WHITE_HOUSE, { width: 20 }),
    );
  });
});
