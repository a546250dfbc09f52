import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PressBlock, plainText } from '../../server/src/core/features/press-document.ts';
import { Readout } from '../../server/src/core/index.ts';
import { readBody } from '../../server/src/export/read-body.ts';
import { htmlToMarkdown } from '../../server/src/paste/html-to-markdown.ts';

/** What Word puts on the clipboard around its paragraphs. */
const word = (body: string): string =>
  `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0} --></style><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head><body lang=EN-US><!--StartFragment-->${body}<!--EndFragment--></body></html>`;

const item = (list: string, mark: string, text: string): string =>
  `<p class=MsoListParagraph style='text-indent:-.25in;mso-list:${list} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;

describe('HTML of the clipboard', () => {
  it.each([
    [
      'Word: paragraphs, styles, links',
      word(
        "<p class=MsoNormal>President <b style='mso-bidi-font-weight:normal'>Elena Noriega</b> spoke\r\ntoday with <i style='mso-bidi-font-style:normal'>Adele Strand</i> of <a href=\"https://norland.example/\"><span style='color:blue'>Norland</span></a>.<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>###</p>",
      ),
      'President **Elena Noriega** spoke today with *Adele Strand* of [Norland](https://norland.example/).\n\n\\###',
    ],
    [
      'Word: its lists, which are none in its HTML',
      word(
        item('l0 level1', '·', 'First') +
          item('l0 level2', 'o', 'Within') +
          item('l1 level1', '1.', 'One') +
          item('l1 level1', '2.', 'Two'),
      ),
      '- First\n  - Within\n1. One\n2. Two',
    ],
    [
      'Google Docs: style alone',
      '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:700">Bold</span><span style="font-style:italic"> slanted </span><span>plain</span></p><ul><li><p>One</p></li><ul><li><p>Sub</p></li></ul><li><p>Two</p></li></ul></b>',
      '**Bold** *slanted* plain\n\n- One\n  - Sub\n- Two',
    ],
    [
      'numbered lists',
      '<ol start="3"><li>three<ol><li>a</li></ol></li><li value="7">seven</li></ol>',
      '3. three\n   1. a\n7. seven',
    ],
    [
      'a list within that begins elsewhere',
      '<ul><li>a<ol start="4"><li>b</li></ol></li></ul>',
      '- a\n\n  4. b',
    ],
    ['items of several paragraphs', '<ul><li><p>a</p><p>b</p></li><li>c</li></ul>', '- a\n\n  b\n\n- c'],
    ['headings', '<h1>Fact <b>Sheet</b></h1><h3>More</h3>', '## Fact Sheet\n\n### More'],
    ['quotations', '<blockquote><p>a</p><p>b<br>c</p></blockquote>', '> a\n>\n> b\\\n> c'],
    ['breaks', 'a<br>b<br><br>c<br>', 'a\\\nb\n\nc'],
    [
      'a table',
      '<table><tr><th>A</th><th>B|C</th></tr><tr><td>1</td><td><p>2</p><p>3</p></td></tr></table>',
      '| A | B\\|C |\n| --- | --- |\n| 1 | 2 3 |',
    ],
    ['a table for the look', '<table><tr><td><p>a</p></td></tr><tr><td>b</td></tr></table>', 'a\n\nb'],
    ['code', '<p>the <code>a `b`</code></p><pre>x\n  y</pre>', 'the `` a `b` ``\n\n```\nx\n  y\n```'],
    ['blanks beside marks', '<p>a<b> b </b>c<i>d</i></p>', 'a **b** c*d*'],
    ['punctuation beside marks', '<p><b>Note:</b>text</p>', '**Note**:text'],
    ['empty marks', '<p>a<b></b><b> </b>b</p>', 'a b'],
    ['neighbours of one style', '<p><b>a</b><b>b</b> <b>c</b></p>', '**ab** **c**'],
    ['marks within marks', '<p><b>a <i>b</i></b> <i>c</i></p>', '**a *b*** *c*'],
    ['struck out', '<p><del>old</del> new</p>', '~~old~~ new'],
    [
      'what Markdown would read',
      '<p># a</p><p>- b</p><p>1. c</p><p>*d* _e_ f_g [h](i) &lt;b&gt; &amp;amp; `</p><p>[TOPICS]</p><p>=</p>',
      '\\# a\n\n\\- b\n\n1\\. c\n\n\\*d\\* \\_e\\_ f_g [h\\](i) \\<b> \\&amp; \\`\n\n[TOPICS]\n\n\\=',
    ],
    [
      'links that run something',
      '<a href="javascript:alert(1)">a</a> <a href="data:text/html,x">b</a> <a href="/c">c</a>',
      'a b c',
    ],
    [
      'an address as its own text',
      '<a href="https://a.example/">https://a.example/</a> <a href="mailto:press@a.example">press@a.example</a>',
      '<https://a.example/> <press@a.example>',
    ],
    [
      'detours',
      '<a href="https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2Fb%3Fc&amp;data=1">a</a>',
      '[a](https://a.example/b?c)',
    ],
    [
      'parentheses in an address',
      '<a href="https://a.example/b_(c)">a</a>',
      '[a](https://a.example/b_%28c%29)',
    ],
    [
      'pictures',
      '<img src="https://a.example/b.png" alt="The leaders"><img src="file:///C:/x.png" alt="x"><img src="https://t.example/1.gif">',
      '[The leaders](https://a.example/b.png)',
    ],
    [
      'what nobody sees',
      '<title>t</title><p>a<span style="display:none">b</span><!-- c --><script>d()</script><style>e{}</style><span hidden>f</span></p>',
      'a',
    ],
    ['nothing', '<p>&nbsp;</p>', ''],
    ['text alone', 'a  b\n c', 'a b c'],
    ['tags that are not closed', '<p>a<b>b<p>c</b>d', 'a**b**\n\n**c**\n\nd'],
  ])('%s', (_, html, markdown) => {
    expect(htmlToMarkdown(html)).toBe(markdown);
  });

  it.each([
    ['elements', '<div>'.repeat(100_000)],
    ['styles', '<b>x'.repeat(100_000)],
    ['pieces', '<p>'.repeat(400_000)],
    ['angle brackets', '<'.repeat(400_000)],
  ])('gives up on %s beyond reason, so that the plain text is taken', (_, html) => {
    expect(htmlToMarkdown(html)).toBeUndefined();
  });

  it.each([
    ['closing tags', '</x>'.repeat(200_000)],
    ['attributes', `<a ${'x=1 '.repeat(200_000)}>b`],
    ['ampersands', '&'.repeat(500_000)],
    ['comments', '<!--'.repeat(200_000)],
    ['backticks', `<code>${'`'.repeat(300_000)}`],
    ['blanks', `<p>${'&nbsp; '.repeat(100_000)}x`],
    ['a style', `<p style="${'font-weight:'.repeat(100_000)}">x`],
    ['marks', '<b>*_</b>'.repeat(30_000)],
    ['lists', `${'<ul><li>'.repeat(150)}x`],
  ])('goes through hundreds of thousands of %s', (_, html) => {
    expect(htmlToMarkdown(html)).toBeTypeOf('string');
  });
});

/** HTML as word processors and pages write it, and as they do not. */
const inline = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom('Norland', 'a', 'B2', ' ', ' ', '.', ',', ':', '-', '&nbsp;', '&amp;', '&lt;'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '*',
      '_',
      '`',
      '[',
      ']',
      '(',
      ')',
      '#',
      '1. ',
      '- ',
      '>',
      '|',
      '~',
      '\\',
      '=',
      '!',
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '<b>',
      '</b>',
      '<i>',
      '</i>',
      '<s>',
      '</s>',
      '<br>',
      '<code>',
      '</code>',
      '<span style="font-weight:bold">',
      '</span>',
      '<a href="https://a.example/x">',
      '</a>',
    ),
  },
);
const block = fc.constantFrom(
  '<p>',
  '</p>',
  '<div>',
  '</div>',
  '<ul>',
  '</ul>',
  '<ol start=4>',
  '</ol>',
  '<li>',
  '</li>',
  '<blockquote>',
  '</blockquote>',
  '<h2>',
  '</h2>',
  '<table>',
  '<tr>',
  '<td>',
  '</td>',
  '</tr>',
  '</table>',
  '<hr>',
);
const page = fc
  .array(fc.oneof({ weight: 5, arbitrary: inline }, { weight: 1, arbitrary: block }), { maxLength: 50 })
  .map((parts) => parts.join(''));

/** Letters and digits that a reader sees, numbers of lists left out. */
function words(blocks: readonly PressBlock[]): string {
  return blocks
    .map((each): string => {
      if (each.kind === 'list') return each.items.map(words).join('');
      if (each.kind === 'quote') return words(each.blocks);
      if (each.kind === 'table') return each.rows.map((row) => row.map(plainText).join('')).join('');
      if (each.kind === 'code' || each.kind === 'endMark') return each.text;
      return each.kind === 'rule' ? '' : plainText(each.content);
    })
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

describe('any HTML', () => {
  it('becomes Markdown that says the same words', () => {
    fc.assert(
      fc.property(page, (html) => {
        const markdown = htmlToMarkdown(html) ?? '';
        const said = html
          .replace(/<[^>]*>/g, '')
          .replace(/&\w+;/g, ' ')
          .replace(/[^\p{L}\p{N}]/gu, '');
        const read = words(readBody(Readout.parse(`---\ntitle: x\n---\n\n${markdown}\n`)));
        expect(read).toBe(said);
      }),
      { numRuns: 3000 },
    );
  });

  it('never fails', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), page, (text, html) => {
        expect(htmlToMarkdown(text + html + text)).toBeTypeOf('string');
      }),
    );
  });
});
