/** The capitalised words of a block: the cheapest answer to “does the text name …?”. */
import type { Block } from '../../document/block.ts';
import { derive } from '../../document/derive.ts';
import type { Readout } from '../../document/readout.ts';
import { proseOf } from '../body/prose.ts';
import { fold } from '../name/fold.ts';

/** Words with a capital, folded; hyphenated ones whole and in their parts, possessives without their ending. */
export interface CapitalisedWords {
  readonly all: ReadonlySet<string>;
  /** Those that no capitalised word follows: a surname, or a name that stands alone. */
  readonly last: ReadonlySet<string>;
}

const WORD = /\p{Lu}[\p{L}\p{M}.’'ʼ‑-]*/gu;

/** The words of one text. */
export function capitalisedIn(text: string): CapitalisedWords {
  const all = new Set<string>();
  const last = new Set<string>();
  let previous: string | undefined;
  let end = -1;
  const finish = () => {
    if (previous !== undefined) last.add(previous);
  };
  for (const match of text.matchAll(WORD)) {
    const word = match[0].replace(/[’'](?:s|S)?$/, '').replace(/[.’'‑-]+$/, '');
    const folded = fold(word.replaceAll('.', ''));
    if (folded === '') continue;
    // Nothing but one blank between: the two are one name.
    if (match.index - end > 2 || !/^[\s\0]+$/.test(text.slice(end, match.index))) finish();
    end = match.index + match[0].length;
    previous = folded;
    if (/[’']s?$/i.test(match[0])) {
      finish();
      previous = undefined;
    }
    all.add(folded);
    for (const part of folded.split(/[‑-]/)) {
      all.add(part);
      if (part !== folded) last.add(part);
    }
  }
  finish();
  return { all, last };
}

/** The capitalised words of a block's prose. */
export const capitalisedWords = derive((block: Block): CapitalisedWords => capitalisedIn(proseOf(block)));

/** Whether any block has all these folded words among its capitalised ones. */
export function someBlockHas(readout: Readout, words: readonly string[]): boolean {
  return readout.blocks.some((block) => {
    if (block.kind === 'blank' || block.kind === 'code') return false;
    const { all } = capitalisedWords(block);
    return words.every((word) => all.has(word));
  });
}
