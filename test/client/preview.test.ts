import fc from 'fast-check';
import MarkdownIt, { type Options as MarkdownItOptions } from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { carriedOver } from '../../client/src/preview-carry.ts';
import { addReadouts, type PreviewPage } from '../../client/src/preview-plugin.ts';
import { Readout, WHITE_HOUSE } from '../../server/src/core/index.ts';
import { previewReply } from '../../server/src/lsp/features/preview.ts';
import { TOKEN_TYPES } from '../../server/src/lsp/protocol.ts';
import { english } from './languages.ts';

/** As VS Code makes its parser. */
const parser = () => new MarkdownIt({ html: true, linkify: true });

const pageOf = (text: string): PreviewPage =>
  previewReply(1, Readout.parse(text), WHITE_HOUSE, new Set(TOKEN_TYPES));

/** A text as the preview shows it, with the page that belongs to it or another one. */
function shown(
  text: string,
  page: PreviewPage | undefined = pageOf(text),
  options: MarkdownItOptions = {},
): string {
  return addReadouts(parser().set(options), () => page, english).render(text);
}

const TEXT = `---
date: 2024-03-05
title: Readout of President Noriega’s Call with Prime Minister Adele Strand of Norland
---

President Luis Noriega spoke today with **Prime Minister Adele
Strand** of Norland. They agreed on \\$5 million.

> Prime Minister Strand thanked him.

| Who          | What       |
| ------------ | ---------- |
| Adele Strand | $3 million |

\\###
`;

/** The texts of all marks of a kind, without tags. */
function marked(html: string, type: string): string[] {
  return [
    ...html.matchAll(new RegExp(`<span class="readout-mark readout-${type}"[^>]*>([^<]*)</span>`, 'g')),
  ].map(([, text = '']) => text);
}

const NO_PAGE = {
  date: '',
  title: '',
  notices: [],
  participants: [],
  attendees: [],
  headLines: 0,
  endMark: null,
};

/** A page that marks a name wherever it stands in a text. */
function marking(text: string, name: string): PreviewPage {
  const marks: PreviewPage['marks'][number][] = [];
  for (const [line, content] of text.split('\n').entries())
    for (let at = content.indexOf(name); at >= 0; at = content.indexOf(name, at + name.length))
      marks.push({
        start: { line, character: at },
        end: { line, character: at + name.length },
        type: 'person',
        label: `Person: ${name}`,
      });
  return { ...NO_PAGE, marks };
}

const withoutMarks = (html: string): string => html.replace(/<span class="readout-mark [^>]*>|<\/span>/g, '');
const withoutHeader = (html: string): string => html.replace(/^<header[\s\S]*?<\/header>\n/, '');

describe('the preview of a readout', () => {
  it('begins as a press release does', () => {
    const html = shown(TEXT);
    expect(html).toMatch(/^<header class="readout-header">\n/);
    expect(html).toContain('<p class="readout-dateline">Tuesday, March 5, 2024</p>');
    expect(html).toContain('<h1 class="readout-title">Readout of President Noriega’s Call');
    expect(html).toContain('<li><strong>Luis Noriega</strong>, <span>President</span></li>');
    expect(html).toContain('<li><strong>Adele Strand</strong>, <span>Prime Minister, Norland</span></li>');
    expect(html).not.toContain('<hr');
    expect(html).not.toContain('date: 2024');
  });

  it('marks names and figures in paragraphs, emphasis, quotations and tables, over line ends and escapes', () => {
    const html = shown(TEXT);
    expect(marked(html, 'person')).toEqual(['Luis Noriega', 'Adele\nStrand', 'Strand', 'Adele Strand']);
    expect(marked(html, 'money')).toEqual(['$5 million', '$3 million']);
    expect(html).toContain('title="Amount of money: 5000000 USD"');
    expect(html).toContain('title="Date: Tuesday, March 5, 2024 (2024-03-05)">today</span>');
  });

  it('ends with the end mark, however it is written', () => {
    for (const [written, meant] of [
      ['\\###', '###'],
      ['###', '###'],
      ['# # #', '# # #'],
      ['-30-', '-30-'],
    ] as const) {
      const html = shown(TEXT.replace('\\###', written));
      expect(html).toMatch(new RegExp(`<p class="readout-end-mark" title="End mark">${meant}</p>\n$`));
    }
  });

  it('takes the place of the frontmatter that another plugin has read', () => {
    const md = addReadouts(parser(), pageOf, english);
    md.block.ruler.before('fence', 'front_matter', (state, start, end, silent) => {
      if (start !== 0 || silent) return false;
      let line = 1;
      while (line < end && state.src.slice(state.bMarks[line], state.eMarks[line]) !== '---') line++;
      const token = state.push('front_matter', '', 0);
      token.block = true;
      token.map = [0, line + 1];
      state.line = line + 1;
      return true;
    });
    expect(withoutHeader(md.render(TEXT))).toBe(withoutHeader(shown(TEXT)));
  });

  it('escapes everything that a document says', () => {
    const hostile = `---
date: "<img src=x onerror=alert(1)>"
title: "</h1><script>alert(1)</script> & \\"quotes\\""
embargo_until: "<b>never</b>"
---

President Luis "><script>alert(2)</script> Noriega spoke with "><b onmouseover=x>Adele Strand.
`;
    // Without HTML of the document's own, whatever tag is there would be ours.
    const md = addReadouts(
      new MarkdownIt({ html: false }),
      () => ({
        ...pageOf(hostile),
        participants: [{ name: '<i>Ole</i>', detail: '"&<script>' }],
        attendees: [{ name: '<u>', detail: '' }],
        endMark: { line: 6, text: '<script>' },
        marks: [
          {
            start: { line: 6, character: 0 },
            end: { line: 6, character: 9 },
            type: 'person',
            label: '"><script>alert(3)</script>',
          },
        ],
      }),
      english,
    );
    const tags = new Set([...md.render(hostile).matchAll(/<\/?([a-z]\w*)/g)].map(([, tag]) => tag));
    expect([...tags].sort()).toEqual(
      ['h1', 'h2', 'header', 'li', 'p', 'section', 'span', 'strong', 'ul'].filter(
        (tag) => tag !== 'span' || tags.has('span'),
      ),
    );
    expect(md.render(hostile)).toContain(
      '&lt;/h1&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;',
    );
    const label = addReadouts(
      new MarkdownIt({ html: false }),
      () => ({
        ...NO_PAGE,
        marks: [
          {
            start: { line: 0, character: 0 },
            end: { line: 0, character: 3 },
            type: 'person',
            label: '"><b>',
          },
        ],
      }),
      english,
    );
    expect(label.render('Ole')).toContain(
      '<span class="readout-mark readout-person" title="&quot;&gt;&lt;b&gt;">Ole</span>',
    );
  });

  it('leaves any other text exactly as it is', () => {
    const other = addReadouts(parser(), () => undefined, english);
    const plain = parser();
    expect(other.render(TEXT)).toBe(plain.render(TEXT));
    fc.assert(
      fc.property(fragments, (text) => {
        expect(other.render(text)).toBe(plain.render(text));
      }),
    );
  });
});

const NAME = 'Adele Strand';

const inline = fc.constantFrom(
  NAME,
  `**${NAME}**`,
  `*a ${NAME}*`,
  `\`${NAME}\``,
  `[${NAME}](https://norland.example/${NAME.length} "${NAME}")`,
  `[x](<${NAME}>)`,
  `[${NAME}][ref]`,
  `![${NAME}](a.png)`,
  `x<b title="${NAME}">`,
  `<https://norland.example/x>`,
  'https://norland.example/x ',
  ' adele.strand@norland.example ',
  'R\\&D &amp; ',
  '\\*',
  '*',
  ' \\\n',
  '  \n',
  '\n',
  ' of ',
  '~~x~~',
  '\\$',
  '`',
  '[',
  '](',
  '"',
  "'",
  ' “',
);
const block = fc.tuple(
  fc.constantFrom('', '> ', '- ', '1. ', '# ', '    ', '\n\n', '\n> > ', '| a | ', '```\n'),
  fc.array(inline, { maxLength: 6 }),
);
/** Markdown of many kinds, with a name in every place where one can be. */
const fragments = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: block },
      fc.string().map((text) => ['', [text]] as [string, string[]]),
    ),
    {
      maxLength: 6,
    },
  )
  .map(
    (blocks) =>
      `${blocks.map(([lead, parts]) => lead + parts.join('')).join('\n\n')}\n\n[ref]: https://x.example\n`,
  );

describe('marks', () => {
  it('change nothing but what they mark', () => {
    fc.assert(
      fc.property(
        fragments,
        fc.record({ typographer: fc.boolean(), breaks: fc.boolean() }),
        (text, options) => {
          const full = shown(text, marking(text, NAME), options);
          const bare = shown(text, { ...NO_PAGE, marks: [] }, options);
          expect(withoutMarks(full)).toBe(bare);
        },
      ),
    );
  });

  it('stand on the text they are meant for, in every place where it is seen', () => {
    fc.assert(
      fc.property(fragments, (text) => {
        const html = shown(text, marking(text, NAME));
        for (const found of marked(html, 'person')) expect(found).toBe(NAME);
        const seen = html.replace(
          /<header[\s\S]*?<\/header>|<pre>[\s\S]*?<\/pre>|<code>[^<]*<\/code>|<[^>]*>/g,
          (tag) => (tag.startsWith('<span class="readout') ? '\u0001' : ''),
        );
        // No name is seen without a mark in front of it.
        expect(
          seen
            .split(NAME)
            .slice(0, -1)
            .every((before) => before.endsWith('\u0001')),
        ).toBe(true);
      }),
    );
  });

  it('are found in old texts of an editor being typed in', () => {
    const before = `${NAME} came.\n\nA line.\n\n${NAME} left.\n`;
    const now = `${NAME} came.\n\nA line and\nmore of it.\n\n${NAME} left.\n`;
    const page = carriedOver(marking(before, NAME), before, now);
    expect(page).toEqual(marking(now, NAME));
    expect(marked(shown(now, page), 'person')).toEqual([NAME, NAME]);
    const edited = before.replace('came', 'went');
    expect(carriedOver(marking(before, NAME), before, edited).marks.map(({ start }) => start.line)).toEqual([
      4,
    ]);
  });

  it('keep frontmatter and end mark in place while one types', () => {
    const page = pageOf(TEXT);
    const now = TEXT.replace('title:', 'tags: readouts\ntitle:').replace('him.', 'him.\n> Twice.');
    const carried = carriedOver(page, TEXT, now);
    const fresh = pageOf(now);
    expect(carried.endMark).toEqual(fresh.endMark);
    const once = TEXT.replace('title:', 'tags: readouts\ntitle:');
    expect(carriedOver(page, TEXT, once)).toMatchObject({
      headLines: fresh.headLines,
      endMark: pageOf(once).endMark,
      marks: pageOf(once).marks,
    });
    expect(carriedOver(page, TEXT, '')).toMatchObject({ endMark: null, marks: [] });
  });

  it('of a page that belongs to another text are never out of bounds', () => {
    fc.assert(
      fc.property(fragments, fragments, (text, other) => {
        shown(text, marking(other, NAME));
        expect(() => shown(text, carriedOver(marking(other, NAME), other, text))).not.toThrow();
      }),
    );
  });
});
