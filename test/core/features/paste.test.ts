import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, type PasteHouse } from '../../../server/src/core/features/paste.ts';
import { WHITE_HOUSE } from '../../../server/src/core/index.ts';

const clean = (text: string, over: Partial<PasteHouse> = {}): string =>
  cleanText(text, { ...WHITE_HOUSE, ...over });

const N = '\u00a0';

describe('cleaning of pasted text', () => {
  it.each([
    ['quotation marks', `"We agreed," he said. "It's 'fine'."`, '“We agreed,” he said. “It’s ‘fine’.”'],
    ['marks within marks', `"'So be it,' she told them."`, '“‘So be it,’ she told them.”'],
    [
      'apostrophes',
      `the leaders' talks in the '90s; 'tis don't`,
      'the leaders’ talks in the ’90s; ’tis don’t',
    ],
    ['an accent used as apostrophe', 'don´t', 'don’t'],
    ['emphasis beside marks', `**"Norland"** and *'Sudavia'*`, '**“Norland”** and *‘Sudavia’*'],
    ['inches and feet stay', `a 6" pipe, 5'10" tall`, `a 6" pipe, 5'10" tall`],
    ['a year in quotation marks', 'the "Agenda 2063" of', 'the “Agenda 2063” of'],
    ['what is curly already', '“Aid” for Norland’s people', '“Aid” for Norland’s people'],
    ['code', 'the key `"a  b"` and "this"', 'the key `"a  b"` and “this”'],
    ['code with its own marks', '``a ` "b"  c`` "d"', '``a ` "b"  c`` “d”'],
    [
      'addresses',
      `[it's](https://a.example/'x'?q="y") https://b.example/it's`,
      `[it’s](https://a.example/'x'?q="y") https://b.example/it's`,
    ],
    ['tags', `<a title="x  y">it's</a>`, `<a title="x  y">it’s</a>`],
    [
      'soft hyphens and zero width',
      'Nor\u00adland\u200b and\ufeff Su\u200cda\u200dvia',
      'Norland and Sudavia',
    ],
    [
      'joiners that mean something',
      'می\u200cخواهم 👩\u200d💻 COVID-\u206019',
      'می\u200cخواهم 👩\u200d💻 COVID-\u206019',
    ],
    ['marks of direction', 'a\u200e b \u202dc', 'a b c'],
    ['control characters', 'a\x00b\x07c', 'abc'],
    [
      'doubled blanks',
      `It was said.  It was done.${N} Then${N}${N}what\u2003next\u3000?`,
      'It was said. It was done. Then what next ?',
    ],
    ['tabs', 'a\tb', 'a b'],
    ['halves of characters', 'a\ud800\u200b\udc00b', 'a\ufffd\ufffdb'],
    ['a blank between characters of Chinese', '你\u3000好', '你\u3000好'],
    ['no-break space without reason', `in${N}Norland${N}the`, 'in Norland the'],
    [
      'number and unit',
      `5${N}km, 10${N}%, $5${N}billion, 3${N}p.m., 9${N}June, 10${N}000`,
      `5${N}km, 10${N}%, $5${N}billion, 3${N}p.m., 9${N}June, 10${N}000`,
    ],
    [
      'counted things',
      `June${N}9, Article${N}5, No.${N}7, §${N}3`,
      `June${N}9, Article${N}5, No.${N}7, §${N}3`,
    ],
    [
      'title and name',
      `President${N}Noriega, Mr.${N}Strand, J.${N}Noriega`,
      `President${N}Noriega, Mr.${N}Strand, J.${N}Noriega`,
    ],
    ['of several blanks the one that binds', `Mr.${N} Strand`, `Mr.${N}Strand`],
    ['a narrow one stays narrow', '5\u202fkm', '5\u202fkm'],
    ['a number before an ordinary word', `In 2031${N}the`, 'In 2031 the'],
    ['line ends', 'a\r\nb\rc\u2028d\u2029e\vf', 'a\nb\nc\nd\n\ne\nf'],
    ['blank lines', 'a\n \n\u00a0\n\nb', 'a\n\nb'],
    ['ends of lines', 'a \t\nb \n', 'a\nb\n'],
    ['a hard break', 'a  \nb', 'a  \nb'],
    ['first lines moved in', `\ta\n    b\n${N}${N}c`, ' a\nb\nc'],
    ['the blanks at both ends', ' a ', ' a '],
    [
      'bullets of Word',
      '•\tOne\n•\tTwo\no\tTwo, one\n§\tTwo, one, one\n·\tThree',
      '- One\n- Two\n  - Two, one\n    - Two, one, one\n- Three',
    ],
    ['bullets of its fonts', '\uf0b7\tOne\n\uf0a7 Two', '- One\n  - Two'],
    ['numbers of Word', '1.\tOne\n2)\tTwo', '1. One\n2) Two'],
    ['a deep bullet on its own is no code', '▪ One', '- One'],
    [
      'Markdown’s own lists',
      '- One\n  more\n  - Two\n\n      code\n\ntext',
      '- One\n  more\n  - Two\n\n      code\n\ntext',
    ],
    ['a dot between words', 'Norland · Sudavia', 'Norland · Sudavia'],
    ['fenced code', '```\n"a"  b\n```\n"c"', '```\n"a"  b\n```\n“c”'],
    ['frontmatter', `---\ntitle: "A  'B'"\n---\n"c"  d`, `---\ntitle: "A  'B'"\n---\n“c” d`],
  ])('%s', (_, before, after) => {
    expect(clean(before)).toBe(after);
    expect(clean(after)).toBe(after);
  });

  it('writes the marks that the house writes', () => {
    const text = '“It’s” "so"';
    expect(clean(text, { paste: { quotes: 'straight' } })).toBe(`"It's" "so"`);
    expect(clean(text, { paste: { quotes: 'keep' } })).toBe(text);
  });

  it('leaves two blanks between sentences where the house wants them', () => {
    const format = { ...WHITE_HOUSE.format, sentenceSpacing: 'two' } as const;
    expect(clean(`Done.${N} Now   then`, { format })).toBe('Done.  Now then');
  });
});

/** Text as it comes from anywhere: words, marks, blanks of every kind, what nobody sees, Markdown. */
const pasted = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          'Norland',
          'it',
          'Mr.',
          'President',
          '5',
          '2031',
          'km',
          'a',
          'é',
          '你',
          'م',
          '👩',
          '.',
          ',',
          '!',
          'No.',
        ),
      },
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          ' ',
          '  ',
          '\t',
          N,
          '\u202f',
          '\u3000',
          '\u2003',
          '\n',
          '\r\n',
          '\n\n',
          '\v',
          '\f',
          '\u2028',
        ),
      },
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          '"',
          "'",
          '“',
          '”',
          '‘',
          '’',
          '„',
          '´',
          '«',
          '»',
          '-',
          '–',
          '—',
          '(',
          ')',
          '[',
          ']',
        ),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          '\u00ad',
          '\u200b',
          '\u200c',
          '\u200d',
          '\u2060',
          '\ufeff',
          '\u200e',
          '\u202d',
          '\x00',
          '\x85',
          '\ud800',
          '\udc00',
        ),
      },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          '`',
          '``',
          '```',
          '~~~',
          '*',
          '**',
          '_',
          '<',
          '>',
          '](',
          'https://a.example/',
          '\\',
          '---\n',
          '#',
          '|',
          '- ',
          '1. ',
          '• ',
          '·',
          '\n• ',
          '\n  - ',
          '\n    ',
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

const house = fc.record({
  paste: fc.record({ quotes: fc.constantFrom('curly' as const, 'straight' as const, 'keep' as const) }),
  format: fc
    .constantFrom('keep' as const, 'two' as const)
    .map((sentenceSpacing) => ({ ...WHITE_HOUSE.format, sentenceSpacing })),
});

/** Word's bullets `o`, `v`, … are letters before a tab: nothing else of a text is ever lost. */
const wordsOf = (text: string): string =>
  (
    text
      .replace(/(^|[\n\r\v\f\x85\u2028\u2029])([^\p{L}\p{N}\n\r]*)[oØüv](?=[^\p{L}\p{N}]*\t)/gu, '$1$2')
      .match(/[\p{L}\p{N}]/gu) ?? []
  ).join('');

describe('cleaning of anything', () => {
  it('is done after one time', () => {
    fc.assert(
      fc.property(pasted, house, (text, settings) => {
        const once = cleanText(text, settings);
        expect(cleanText(once, settings)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps every letter and digit', () => {
    fc.assert(
      fc.property(pasted, house, (text, settings) => {
        expect(wordsOf(cleanText(text, settings))).toBe(wordsOf(text));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['backticks', '` `` '.repeat(300_000)],
    ['angle brackets', '<a'.repeat(700_000)],
    ['links that never end', ']('.repeat(700_000)],
    ['blanks', `${N} `.repeat(700_000)],
    ['marks', `"'`.repeat(500_000)],
    ['bullets', '• '.repeat(500_000)],
    ['lines', '\n'.repeat(1_000_000)],
  ])('goes through a million characters: %s', (_, text) => {
    expect(clean(text).length).toBeLessThanOrEqual(text.length + 10);
  });
});
