import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, Readout, WHITE_HOUSE } from '../../../../server/src/core/index.ts';
import { nameWork } from '../../../../server/src/core/rules/name/word-ledger.ts';

const HEAD =
  '---\ntitle: Readout of President Noriega’s Call with Prime Minister Adele Strand of Norland\n---\n';

function variants(readout: Readout): unknown[] {
  return check({ path: undefined, readout }, WHITE_HOUSE)
    .filter(({ code }) => code === 'name/variant')
    .map(({ span, message }) => [span, message]);
}

const PIECES = [
  'Prime Minister Adele Strand',
  'Prime Minister Stran',
  'President Tomás Muñoz',
  'President Munoz',
  'Ukraine',
  'Ukarine',
  'Secretary Erdoğan',
  'Erdogan',
  'Starnd',
  'the',
  'STRAND',
  'Strand’s',
  'Tairan [sic]',
  'Andersen',
  'Anderssen',
  ' ',
  '. ',
  ', ',
  '\n\n',
];

describe('name/variant', () => {
  it('finds after any edits what it finds in the text read anew', () => {
    const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((parts) => parts.join(' '));
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 30 }), text), { maxLength: 5 });
    fc.assert(
      fc.property(text, edits, (body, changes) => {
        let readout = Readout.parse(`${HEAD}\n${body}\n`);
        variants(readout);
        for (const [at, length, newText] of changes) {
          const start = HEAD.length + (at % (readout.text.length - HEAD.length + 1));
          const end = Math.min(readout.text.length, start + length);
          readout = readout.edit({ span: { start, end }, newText });
          expect(variants(readout)).toEqual(variants(Readout.parse(readout.text)));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('counts the words of an edit, and not those of the document', () => {
    const paragraph = (n: number): string => {
      const own = [n % 26, Math.floor(n / 26)].map((at) => String.fromCharCode(97 + at)).join('');
      return `Prime Minister Strand met Ambassador Vel${own}ran in Port${own}mouth about the Ostmark Treaty.`;
    };
    const body = Array.from({ length: 400 }, (_, n) => paragraph(n)).join('\n\n');
    const first = Readout.parse(`${HEAD}\n${body}\n`);
    variants(first);
    const at = first.text.indexOf('Ostmark', first.text.length / 2);
    const before = { ...nameWork };
    const second = first.edit({ span: { start: at, end: at }, newText: 'Halvorsen ' });
    variants(second);
    expect(nameWork.wordsCounted - before.wordsCounted).toBeLessThan(10);
    expect(nameWork.pairsJudged - before.pairsJudged).toBeLessThan(10);
  });

  it('judges no pair of which the words alone say that they are two', () => {
    const before = nameWork.pairsJudged;
    variants(Readout.parse(`${HEAD}\nTexans and Texan leaders met in Norway and in Norwat County.\n`));
    variants(Readout.parse(`${HEAD}\nThe Advisers met the Adviser, an Advisor, in Halberg with Halbergs.\n`));
    expect(nameWork.pairsJudged - before).toBeLessThanOrEqual(1);
  });
});
