import type { Block } from '../../document/block.ts';
import { gather } from '../../document/chunk.ts';
import { derive } from '../../document/derive.ts';
import type { Readout } from '../../document/readout.ts';
import { defineRule, type Fix, type Problem, replacement } from '../rule.ts';
import { HIDDEN, proseOf } from './prose.ts';

/**
 * A quotation that is not reopened in each of its paragraphs may still close this many blocks later (a law quoted with
 * its sections does); beyond, its end was forgotten.
 */
const LONGEST_REACH = 40;

type Trouble = 'unclosed' | 'unopened' | 'turned-open' | 'turned-close';

/** No block is reported more often than this: one with more is no prose. */
const MOST_FINDINGS = 100;

interface Mark {
  readonly at: number;
  readonly mark: string;
}

/** What remains of a block's quotation marks once every pair within it is taken out. */
interface Remainder {
  /** Whether the block's first character is an opening mark, as where a quotation goes on. */
  readonly reopens: boolean;
  readonly closing: readonly Mark[];
  readonly opening: readonly Mark[];
  /** Marks turned the wrong way: `”so“`. */
  readonly turned: readonly (Mark & { readonly trouble: Trouble })[];
}

const MARKS = /[“”„‟"]/g;
const OPENS_BEHIND = /(?:^|[\s([{—–\-/“‘„>|:])$/;

const remainderOf = derive((block: Block): Remainder | undefined => {
  if (block.kind === 'code' || block.kind === 'html' || block.kind === 'table') return undefined;
  if (block.kind === 'blank' || block.kind === 'rule') return undefined;
  if (block.text.search(MARKS) < 0) return undefined;
  const prose = proseOf(block);
  const closing: Mark[] = [];
  const opening: Mark[] = [];
  const turned: (Mark & { trouble: Trouble })[] = [];
  let reopens = false;
  for (const match of prose.matchAll(MARKS)) {
    const at = match.index;
    const mark = match[0];
    const before = visible(prose, at, -1);
    const after = visible(prose, at, 1);
    if (isFirst(prose, at)) reopens = true;
    const wordBehind = /[\p{L}\p{N}.,!?…;’%$*)\]—]/u.test(before);
    const wordAhead = /[\p{L}\p{N}$#@[(‘…]/u.test(after);
    const isOpen = opening.length > 0;
    if (mark === '„') {
      opening.push({ at, mark });
    } else if (mark === '“' || mark === '‟') {
      if (opening[opening.length - 1]?.mark === '„' && wordBehind) opening.pop();
      else if (
        isOpen &&
        !wordAhead &&
        (/\s/.test(before) ? /[\s[(]/.test(after) : wordBehind && before !== '(')
      ) {
        opening.pop();
        turned.push({ at, mark, trouble: 'turned-open' });
      } else opening.push({ at, mark });
    } else if (mark === '”') {
      if (isOpen) opening.pop();
      else if (/\d/.test(before)) continue;
      else if (
        OPENS_BEHIND.test(before)
          ? (after !== '' && !isFirst(prose, at)) || wordAhead
          : before === '…' && wordAhead
      ) {
        opening.push({ at, mark });
        turned.push({ at, mark, trouble: 'turned-close' });
      } else closing.push({ at, mark });
    } else {
      // A straight mark: what is around it tells which way it looks.
      const looksOpening = OPENS_BEHIND.test(before) && !/^(?:\s|)$/.test(after);
      const last = opening[opening.length - 1];
      if (looksOpening && last?.mark !== '"') opening.push({ at, mark });
      else if (isOpen && !(looksOpening && last?.mark === '"' && /[\s(]/.test(before))) opening.pop();
      else if (isOpen) opening.push({ at, mark });
      // 6'2", 12" of snow.
      else if (!/\d/.test(before)) closing.push({ at, mark });
    }
  }
  if (!reopens && closing.length === 0 && opening.length === 0 && turned.length === 0) return undefined;
  return {
    reopens,
    closing: closing.slice(0, MOST_FINDINGS),
    opening,
    turned: turned.slice(0, MOST_FINDINGS),
  };
});

const remainders = gather(remainderOf);

/** The index of the nearest block above one that is neither blank nor a rule; -1 if there is none. */
function blockAbove({ blocks }: Readout, index: number): number {
  let above = index - 1;
  while (above >= 0 && (blocks[above]?.kind === 'blank' || blocks[above]?.kind === 'rule')) above--;
  return above;
}

/** The nearest visible character before (`-1`) or behind (`1`) a place; '' at the block's ends. */
function visible(prose: string, at: number, step: 1 | -1): string {
  let i = at + step;
  while (prose[i] === HIDDEN) i += step;
  return prose[i] ?? '';
}

/** Whether nothing but blanks, list marks and markup stands in front. */
function isFirst(prose: string, at: number): boolean {
  return at < 40 && /^[\s\0>•·▪–—+-]*(?:\d+[.)]\s)?[\s\0\u200b\ufeff]*$/.test(prose.slice(0, at));
}

/** A quotation without its end, or an end without its quotation. */
export const unbalancedQuotes = defineRule({
  code: 'body/unbalanced-quotes',
  scope: 'document',
  severity: 'warning',
  title: 'A quotation is never closed, or never opened.',
  why: 'Without the mark nobody can tell where the leader’s words end and the office’s begin; that is how words are put into mouths.',
  bad: [
    {
      title: 'Never closed.',
      body: 'President Noriega said, ⟦“We stand with Norland.⟧\n\nThe two leaders agreed to stay in touch.\n\n\\###\n',
    },
    {
      title: 'Never opened.',
      body: 'President Noriega said, We stand with Norland.⟦”⟧\n\n\\###\n',
    },
    {
      title: 'A mark turned the wrong way.',
      body: 'He called the talks ⟦”⟧useful and frank.”\n\n\\###\n',
      fixed: 'He called the talks “useful and frank.”\n\n\\###\n',
    },
    {
      title: 'Straight marks.',
      body: 'He called the talks ⟦"useful and frank.⟧\n\n\\###\n',
    },
  ],
  good: [
    {
      title: 'Over several paragraphs: each opens anew, the last closes.',
      body: '“We stand with Norland.\n\n“We always have.\n\n“We always will.”\n\n\\###\n',
    },
    {
      title: 'A law quoted with its sections.',
      body: 'Section 2 is amended to read: “(b) The Council consists of:\n\n(i) the Minister; and\n\n(ii) the Governor.”\n\n\\###\n',
    },
    {
      title: 'Apostrophes and inches.',
      body: 'In the ’90s he was 6’2” and wouldn’t say ’tis the workers’ fault; the snow lay 12" deep.\n\n\\###\n',
    },
    { title: 'Marks within marks.', body: 'She said, “We read “Northern Lights” together.”\n\n\\###\n' },
  ],
  calibration:
    'Over the 10,067 documents of the archive: 244 findings in 139 documents, half of them in collections of quotations and of posts. More than 120 were read: nearly all are slips an editor would mend; the others are speakers who break off within a quotation.',
  *check({ readout }): Iterable<Problem> {
    let pending: { mark: Mark; start: number; index: number; end: number } | undefined;
    for (const { block, index, start, fact: remainder } of readout.gathered(remainders)) {
      for (const each of remainder.turned) yield turnedProblem(each, start);
      let { closing } = remainder;
      // Items of a list are quotations of their own.
      const above = pending ? blockAbove(readout, index) : -1;
      const goesOn =
        remainder.reopens && !(block.kind === 'listItem' && readout.blocks[above]?.kind === 'listItem');
      if (pending && goesOn && pending.index === above) pending = undefined;
      else if (pending && closing.length > 0 && index - pending.index <= LONGEST_REACH) {
        closing = closing.slice(1);
        pending = undefined;
      }
      for (const each of closing) yield problemAt(each, 'unopened', start);
      const first = remainder.opening.find(({ at }) => !remainder.turned.some((each) => each.at === at));
      if (first) {
        if (pending) yield problemAt(pending.mark, 'unclosed', pending.start, pending.end);
        pending = { mark: first, start, index, end: start + block.contentEnd };
      }
    }
    if (pending) yield problemAt(pending.mark, 'unclosed', pending.start, pending.end);
  },
});

/** An unclosed quotation is reported from its mark to the end of its block: somewhere there the other mark is missing. */
function problemAt(
  { at, mark }: Mark,
  trouble: 'unclosed' | 'unopened',
  start: number,
  end = start + at + mark.length,
): Problem {
  return {
    span: { start: start + at, end },
    message:
      trouble === 'unclosed'
        ? `The quotation that opens here is never closed. Add the closing mark (${mark === '"' ? '"' : '”'}) where the words quoted end.`
        : `This closing quotation mark has no opening one. Add it (${mark === '"' ? '"' : '“'}) where the words quoted begin.`,
  };
}

function turnedProblem({ at, mark, trouble }: Mark & { readonly trouble: Trouble }, start: number): Problem {
  const span = { start: start + at, end: start + at + 1 };
  const right = mark === '”' ? '“' : '”';
  return {
    span,
    message:
      trouble === 'turned-close'
        ? 'A closing quotation mark (”) stands where the quotation opens. Turn it round (“).'
        : 'An opening quotation mark (“) stands where the quotation closes. Turn it round (”).',
    fixes: (): readonly Fix[] => [replacement(`Change to ${right}`, span, right, false)],
  };
}
