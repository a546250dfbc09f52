import type { Block } from '../../document/block.ts';
import { gather } from '../../document/chunk.ts';
import { derive } from '../../document/derive.ts';
import { type Span, shift } from '../../text/span.ts';
import { defineRule, type Problem } from '../rule.ts';
import { HIDDEN, proseOf } from './prose.ts';

const PARTNER: Readonly<Record<string, string>> = {
  ')': '(',
  ']': '[',
  '}': '{',
  '(': ')',
  '[': ']',
  '{': '}',
};

/** A bracket that opens in one block may close this many blocks later; beyond, it was forgotten. */
const LONGEST_REACH = 12;

/** What stands in front of the bracket of a label: `a)`, `1.)`, `iv)`. */
const LABEL = /(?:^|[\s\0:;,.–—*•-])(?:[a-zA-Z]{1,2}|[ivxlIVXL]{1,5}|\d{1,3})\.?\0*$/;

/** No block is reported more often than this: one with more is no prose. */
const MOST_FINDINGS = 100;

interface Bracket {
  readonly at: number;
  readonly mark: string;
  /** A closing bracket behind a label, `a)` or `1.)`: by itself it needs no opening one. */
  readonly isLabel: boolean;
}

/** What remains of a block's brackets once every pair within it is taken out. */
interface Remainder {
  readonly closing: readonly Bracket[];
  readonly opening: readonly Bracket[];
}

const remainderOf = derive((block: Block): Remainder | undefined => {
  if (block.kind === 'code' || block.kind === 'html' || block.kind === 'table' || block.kind === 'blank')
    return undefined;
  if (!/[()[\]{}]/.test(block.text)) return undefined;
  const prose = proseOf(block);
  const closing: Bracket[] = [];
  const opening: Bracket[] = [];
  const brackets = /[()[\]{}]/g;
  // Where the labels of a list stand in brackets on both sides, one with a single bracket has lost the other.
  const bracketed = /\((?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})\)/i.test(prose);
  for (let match = brackets.exec(prose); match; match = brackets.exec(prose)) {
    const mark = match[0];
    const at = match.index;
    const before = prose.slice(Math.max(0, at - 12), at).replaceAll(HIDDEN, '');
    // `:)`, `;-(`
    if (/(?:^|\s)[:;=]-?$/.test(before) && /[()]/.test(mark)) continue;
    const wanted = PARTNER[mark] as string;
    if ('([{'.includes(mark)) {
      opening.push({ at, mark, isLabel: false });
      continue;
    }
    // The nearest opening one of the same kind; what opened since then has no end.
    let partner = opening.length - 1;
    while (partner >= Math.max(0, opening.length - 4) && opening[partner]?.mark !== wanted) partner--;
    if (partner >= 0 && opening[partner]?.mark === wanted) {
      opening.splice(partner, 1);
    } else {
      closing.push({
        at,
        mark,
        isLabel: mark === ')' && !bracketed && LABEL.test(prose.slice(Math.max(0, at - 16), at)),
      });
    }
  }
  return closing.length > 0 || opening.length > 0
    ? { closing: closing.slice(0, MOST_FINDINGS), opening }
    : undefined;
});

const remainders = gather(remainderOf);

/** A bracket without its partner. */
export const unbalancedBrackets = defineRule({
  code: 'body/unbalanced-brackets',
  scope: 'document',
  severity: 'warning',
  title: 'A bracket has no partner.',
  why: 'The reader cannot tell where the aside ends, and in a legal text the difference may be the law.',
  bad: [
    {
      title: 'Never closed.',
      body: 'The Northern Trade Union ⟦(⟧NTU welcomed the agreement.\n\n\\###\n',
    },
    {
      title: 'Never opened.',
      body: 'The Northern Trade Union NTU⟦)⟧ welcomed the agreement.\n\n\\###\n',
    },
    {
      title: 'Closed by another kind.',
      body: 'The agreement ⟦(⟧see Annex II⟦]⟧ enters into force today.\n\n\\###\n',
    },
  ],
  good: [
    {
      title: 'Legal lettering.',
      body: 'Sec. 2. \\(a\\) The Secretary shall:\n\n\\(i\\) report; and\n\na) consult,\n\n1) decide.\n\n\\###\n',
    },
    {
      title: 'A link, and a smile.',
      body: 'The [agreement](https://www.example.org/a_(b)) is signed. :)\n\n\\###\n',
    },
    {
      title: 'An aside of two paragraphs.',
      body: '(The leaders then left the hall.\n\nThe press stayed.)\n\n\\###\n',
    },
  ],
  calibration:
    'Over the 10,067 documents of the archive: 59 findings in 51 documents, all read. Most are slips of the text; the rest are links whose address breaks off at a bracket, so that it shows on the page.',
  *check({ readout }): Iterable<Problem> {
    let pending: { bracket: Bracket; start: number; index: number }[] = [];
    for (const { index, start, fact: remainder } of readout.gathered(remainders)) {
      const forgotten = pending.filter((each) => index - each.index > LONGEST_REACH);
      pending = pending.filter((each) => index - each.index <= LONGEST_REACH);
      for (const each of forgotten) yield problemAt(each.bracket, each.start);
      for (const bracket of remainder.closing) {
        const partner = pending.findLastIndex((each) => PARTNER[each.bracket.mark] === bracket.mark);
        if (partner >= 0) pending.splice(partner, 1);
        else if (!bracket.isLabel) yield problemAt(bracket, start);
      }
      // A block with many open brackets is a drawing or a formula; the first few say all there is to say.
      for (const bracket of remainder.opening.slice(0, 8)) pending.push({ bracket, start, index });
    }
    for (const each of pending) yield problemAt(each.bracket, each.start);
  },
});

function problemAt({ at, mark }: Bracket, blockStart: number): Problem {
  const span: Span = shift({ start: at, end: at + 1 }, blockStart);
  const opens = '([{'.includes(mark);
  const partner = PARTNER[mark] as string;
  return {
    span,
    message: opens
      ? `The bracket “${mark}” is never closed. Add “${partner}” where the aside ends, or take the bracket out.`
      : `The bracket “${mark}” closes nothing. Add “${partner}” where the aside begins, or take the bracket out.`,
  };
}
