import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { Readout, type Settings, WHITE_HOUSE } from '../../server/src/core/index.ts';
import { exportReadout } from '../../server/src/export/export.ts';
import type { ExportFormat } from '../../server/src/export/formats.ts';
import { SAMPLE } from './sample.ts';

async function written(text: string, to: ExportFormat, settings: Settings = WHITE_HOUSE): Promise<string> {
  return new TextDecoder().decode(await exportReadout(Readout.parse(text), settings, to));
}

const wide = (width: number | 'off'): Settings => ({ ...WHITE_HOUSE, pressText: { width } });

/** A statement with this body. */
const body = (text: string): string => `---\ntitle: T\n---\n\n${text}\n`;

describe('press text', () => {
  it('has date, title, wrapped lines, links written out once, lists, and the end mark', async () => {
    expect(await written(SAMPLE, 'text')).toBe(`EMBARGOED UNTIL 7:30 PM (UTC-05:00), March 4, 2031

March 4, 2031

Readout of President Noriega’s Call with Adele Strand & <Friends>

President Elena Noriega spoke today with Adele Strand of Norland
(https://norland.example/a?b=1&c=2). The two leaders:

- agreed on $5 billion in “aid”, to be paid over a period of several
  years that begins with the next one;
  - first
- and on Norland once more.

3. third
4. fourth

    A quotation
    of two lines.

Deep heading

Country  Aid
Norland  $5

    <code> & more

Raw HTML

See https://bare.example/x and mail (press@norland.example),
[evil](javascript:alert(1)).

The leaders (https://norland.example/p.png)

###

Notes below the mark.
`);
  });

  it('ends with an end mark though the document has none', async () => {
    expect(await written(body('Words.'), 'text')).toBe('T\n\nWords.\n\n###\n');
    expect(await written(body('Words.\n\n\\# \\# \\#'), 'text')).toBe('T\n\nWords.\n\n# # #\n');
    expect(await written(body('Words.\n\n**-30-**'), 'text')).toBe('T\n\nWords.\n\n-30-\n');
  });

  it('keeps what a no-break space binds on one line', async () => {
    const text = await written(body('aaaa bbbb cccc 5\u00a0billion'), 'text', wide(20));
    expect(text).toContain('aaaa bbbb cccc\n5 billion\n');
  });

  it('leaves out the embargo once released', async () => {
    const text = `---\nstatus: released\nembargo_until: 2031-03-04 19:30:00-05:00\n---\n\nA.\n`;
    expect(await written(text, 'text')).toBe('A.\n\n###\n');
  });

  it('puts the cells of a wide table behind one another', async () => {
    const table = '| One column | Another column |\n| --- | --- |\n| first cell | second cell |';
    expect(await written(body(table), 'text', wide(20))).toContain(
      'One column | Another\ncolumn\nfirst cell | second\ncell\n',
    );
  });

  it('of any document has no longer lines than asked for, unless one word is longer', () => {
    return fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom(
            'word',
            'and',
            '\n',
            '\n\n',
            '- ',
            '> ',
            '5\u00a0km',
            '**b**',
            '你好',
            '👩‍💻',
            '1. ',
            '[x](https://a.example)',
          ),
          { maxLength: 60 },
        ),
        fc.integer({ min: 20, max: 100 }),
        async (parts, width) => {
          const text = await written(body(parts.join(' ')), 'text', wide(width));
          for (const line of text.split('\n'))
            if ([...line].length > width)
              expect(
                line
                  .trim()
                  .replace(/^(?:(?:-|\d+\.) )+/, '')
                  .split(' ').length,
              ).toBeLessThan(8);
          expect(text.endsWith('\n')).toBe(true);
        },
      ),
    );
  });

  it('with width off puts a paragraph on one line', async () => {
    const words = 'word '.repeat(100).trim();
    expect(await written(body(words), 'text', wide('off'))).toBe(`T\n\n${words}\n\n###\n`);
  });
});

describe('HTML', () => {
  it('is one complete page with language, title, time, headings without gaps', async () => {
    const html = await written(SAMPLE, 'html');
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="en">\n/);
    expect(html).toContain(
      '<title>Readout of President Noriega’s Call with Adele Strand &amp; &lt;Friends&gt;</title>',
    );
    expect(html).toContain('<time datetime="2031-03-04">March 4, 2031</time>');
    expect(html).toContain('<p class="embargo">Embargoed until 7:30 PM (UTC-05:00), March 4, 2031</p>');
    expect(html).toContain('<meta name="keywords" content="readouts, statements">');
    expect(html).toContain(
      '<link rel="canonical" href="https://www.norland.example/statements/2031/03/04/call/">',
    );
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html).toContain('<h2>Deep heading</h2>');
    expect(html).toContain('<ol start="3">');
    expect(html).toContain('<a href="https://norland.example/a?b=1&amp;c=2">Norland</a>');
    expect(html).toContain('prefers-color-scheme:dark');
    expect(html).toContain('@media print');
  });

  it('holds neither scripts nor anything from elsewhere', async () => {
    const html = await written(SAMPLE, 'html');
    expect(html).not.toMatch(/<script|<img|<iframe|<object|onclick|@import|url\(|src=/i);
    expect(html).not.toMatch(/href="(?!https?:|mailto:)/);
    expect(html).not.toContain('readout-disable');
    expect(html).toContain("default-src 'none'");
  });

  it('takes the language from the frontmatter, and nothing but a language', async () => {
    expect(await written('---\nlang: es-MX\n---\n\nA.\n', 'html')).toContain('<html lang="es-MX">');
    expect(await written("---\nlang: '\"><script>'\n---\n\nA.\n", 'html')).toContain('<html lang="en">');
  });

  it('of any document is well nested and shows no markup of its own', () => {
    const bits = fc.constantFrom(
      '<script>',
      '</p>',
      '"',
      "'",
      '&',
      '<',
      '>',
      '*',
      '**',
      '[a](',
      ')',
      'javascript:x',
      '`',
      '\n',
      '\n\n',
      '- ',
      '> ',
      '# ',
      '| a | b |\n| - | - |\n',
      '<b>',
      '</b>',
      '<br>',
      '<!--',
      '-->',
      'word',
      '\ud800',
      '\x00',
      '\\###\n',
    );
    return fc.assert(
      fc.asyncProperty(
        fc.array(bits, { maxLength: 40 }),
        fc.string({ unit: 'binary' }),
        async (parts, title) => {
          const html = await written(
            `---\ntitle: ${JSON.stringify(title)}\n---\n\n${parts.join('')}`,
            'html',
          );
          const tags = new Set([...html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, name]) => name));
          for (const name of ['script', 'img', 'iframe']) expect(tags.has(name)).toBe(false);
          expect(html).not.toMatch(/href="javascript/i);
          expect(openTags(html)).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Tags that close in the wrong order, or never. */
function openTags(html: string): string[] {
  const open: string[] = [];
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
    if (/^(?:meta|link|br|hr)$/.test(name)) continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) return ['wrong order', name];
  }
  return open;
}

/** The files of a zip by name (APPNOTE 4.3.12). */
function unzip(bytes: Uint8Array): ReadonlyMap<string, string> {
  const zip = Buffer.from(bytes);
  const files = new Map<string, string>();
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const size = zip.readUInt32LE(at + 20);
    const nameLength = zip.readUInt16LE(at + 28);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(start, start + size);
    const text = zip.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data);
    files.set(zip.toString('utf8', at + 46, at + 46 + nameLength), text.toString('utf8'));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

/** Whether every tag of an XML file is closed in order, and no character stands in it that XML forbids. */
function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  for (const [, slash, name = '', rest = ''] of xml.matchAll(
    /<(\/?)([A-Za-z_][\w:.-]*)((?:"[^"<]*"|[^<>"])*)>/g,
  )) {
    if (slash === '/') {
      if (open.pop() !== name) return false;
    } else if (!rest.endsWith('/')) open.push(name);
  }
  const text = xml.replace(/<(?:"[^"<]*"|[^<>"])*>/g, '');
  return (
    open.length === 0 &&
    !/[<>]/.test(text.replace(/&gt;/g, '')) &&
    !/&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(text) &&
    !/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/u.test(xml)
  );
}

async function docx(text: string): Promise<ReadonlyMap<string, string>> {
  return unzip(await exportReadout(Readout.parse(text), WHITE_HOUSE, 'docx'));
}

describe('DOCX', () => {
  it('is a package of well-formed parts', async () => {
    const files = await docx(SAMPLE);
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        '[Content_Types].xml',
        'word/document.xml',
        'word/styles.xml',
        'word/numbering.xml',
        'docProps/core.xml',
      ]),
    );
    for (const [name, xml] of files) expect([name, isWellFormed(xml)]).toEqual([name, true]);
  });

  it('has Word’s own title, headings, bold, italics, lists, links and table', async () => {
    const files = await docx(SAMPLE);
    const document = files.get('word/document.xml') ?? '';
    const relations = files.get('word/_rels/document.xml.rels') ?? '';
    expect(document).toMatch(/<w:pStyle w:val="Title"\/>.*?Adele\u00a0?\s?Strand &amp; &lt;Friends&gt;/);
    expect(document).toContain('<w:pStyle w:val="Heading2"/>');
    expect(document).toMatch(/<w:b\/>.{0,60}<w:t[^>]*>Elena Noriega</);
    expect(document).toMatch(/<w:i\/>.{0,60}<w:t[^>]*>Adele Strand</);
    expect(document).toMatch(/<w:ilvl w:val="1"\/>/);
    expect(document).toContain('<w:tblHeader/>');
    expect(document).toContain('EMBARGOED UNTIL 7:30 PM (UTC-05:00), March 4, 2031');
    expect(document.match(/<w:hyperlink /g)).toHaveLength(5);
    expect(relations).toContain('Target="https://norland.example/a?b=1&amp;c=2"');
    expect(relations).toContain('Target="mailto:press@norland.example"');
    expect(relations).not.toContain('javascript');
    expect(files.get('word/numbering.xml')).toContain('<w:start w:val="3"/>');
  });

  it('says title, address, tags and date in its properties, and is the same each time', async () => {
    const core = (await docx(SAMPLE)).get('docProps/core.xml') ?? '';
    expect(core).toContain(
      '<dc:title>Readout of President Noriega’s Call with Adele Strand &amp; &lt;Friends&gt;</dc:title>',
    );
    expect(core).toContain('<cp:keywords>readouts, statements</cp:keywords>');
    expect(core).toContain(
      '<dc:description>https://www.norland.example/statements/2031/03/04/call/</dc:description>',
    );
    expect(core).toContain('>2031-03-04T23:00:00Z</dcterms:created>');
    const [first, second] = [await docx(SAMPLE), await docx(SAMPLE)];
    for (const name of ['docProps/core.xml', 'word/numbering.xml', 'word/styles.xml'])
      expect(first.get(name)).toBe(second.get(name));
  });

  it('of any document is well formed', () => {
    const bits = fc.constantFrom(
      '&',
      '<',
      '>',
      '"',
      '**a**',
      '[a](https://a.example/?b&c)',
      '\n\n',
      '- a\n',
      '7. b\n',
      '> ',
      '## h\n',
      '| a | b |\n| - | - |\n| c |\n',
      '\ud800',
      '\x00',
      '\x0b',
      '\ufffe',
      '<br>',
      '`x`',
      '\\###\n\n',
    );
    return fc.assert(
      fc.asyncProperty(
        fc.array(bits, { maxLength: 25 }),
        fc.string({ unit: 'binary' }),
        async (parts, title) => {
          const files = await docx(
            `---\ntitle: ${JSON.stringify(title)}\ntags: [${JSON.stringify(title)}]\n---\n\n${parts.join('')}`,
          );
          for (const [name, xml] of files) expect([name, isWellFormed(xml)]).toEqual([name, true]);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('exports of what is no statement', () => {
  it.each(['', '\ufeff', '---\n', '---\ntitle: [\n---\nx', '\\###', 'no frontmatter'])('%j', async (text) => {
    expect(await written(text, 'text')).toMatch(/#\n$/);
    expect(parseDocument(await written(text, 'html')).children.length).toBeGreaterThan(0);
    expect((await docx(text)).get('word/document.xml')).toContain('<w:body>');
  });

  it.each([
    ['brackets', '['.repeat(50_000)],
    ['marks', '*a_ '.repeat(20_000)],
    ['quotations', `${'> '.repeat(5000)}a`],
    ['lists', `${'- '.repeat(5000)}a`],
    ['backticks', '` `` '.repeat(20_000)],
    ['tags', '<a'.repeat(50_000)],
    ['one line', 'word '.repeat(200_000)],
  ])('many %s', async (_, text) => {
    expect((await written(body(text), 'text')).length).toBeGreaterThan(0);
  });
});
