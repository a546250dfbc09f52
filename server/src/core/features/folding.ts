/** What an editor can fold away: frontmatter, sections, a speaker's turn, runs of list items, long passages, comments. */
import type { Block, BlockKind } from '../document/block.ts';
import type { Readout } from '../document/readout.ts';
import type { Span } from '../text/span.ts';
import { passageCount } from './topics.ts';

/** A part of the document that can be folded, without the blank lines behind it. */
export interface Fold {
  readonly kind: 'frontmatter' | 'section' | 'turn' | 'list' | 'passage' | 'comment';
  readonly span: Span;
}

/** Blocks that fold with what follows them, or not at all. */
const NO_FOLD: ReadonlySet<BlockKind> = new Set(['heading', 'boldHeading', 'endMark', 'speaker']);

/**
 * The folds of a document, those that begin earlier first. One look at each block.
 * @param mostPassages in a document of more passages than this, none is folded by itself: sections, turns, lists and
 * comments still are.
 */
export function foldsOf(readout: Readout, mostPassages = Number.POSITIVE_INFINITY): Fold[] {
  const foldsPassages = passageCount(readout) <= mostPassages;
  const folds: Fold[] = [];
  const { frontmatter, blocks } = readout;
  if (frontmatter?.open && frontmatter.close)
    folds.push({
      kind: 'frontmatter',
      span: { start: frontmatter.open.start, end: frontmatter.close.end },
    });
  const sections: { level: number; start: number }[] = [];
  let turn: number | undefined;
  let list: { start: number; count: number } | undefined;
  /** End of the last visible text so far. */
  let end = readout.bodyStart;
  const closeList = (): void => {
    if (list && list.count > 1) folds.push({ kind: 'list', span: { start: list.start, end } });
    list = undefined;
  };
  const closeTurn = (): void => {
    if (turn !== undefined) folds.push({ kind: 'turn', span: { start: turn, end } });
    turn = undefined;
  };
  const closeSections = (level: number): void => {
    while (sections.length > 0 && (sections[sections.length - 1]?.level ?? 0) >= level) {
      const section = sections.pop();
      if (section) folds.push({ kind: 'section', span: { start: section.start, end } });
    }
  };
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as Block;
    if (block.kind === 'blank') continue;
    const start = (readout.starts[index] as number) + block.content.start;
    if (block.kind !== 'listItem') closeList();
    if (block.kind === 'heading' || block.kind === 'boldHeading') {
      closeTurn();
      const level = block.level || 7;
      closeSections(level);
      sections.push({ level, start });
    } else if (block.kind === 'endMark') {
      closeTurn();
      closeSections(0);
    } else if (block.kind === 'speaker') {
      closeTurn();
      turn = start;
    } else if (block.kind === 'listItem') {
      list = { start: list?.start ?? start, count: (list?.count ?? 0) + 1 };
    }
    end = (readout.starts[index] as number) + block.contentEnd;
    if (block.lineBreaks > 1 && !NO_FOLD.has(block.kind)) {
      const comment = block.kind === 'html' && block.text.startsWith('<!--', block.content.start);
      if (!comment && !foldsPassages) continue;
      folds.push({ kind: comment ? 'comment' : 'passage', span: { start, end } });
    }
  }
  closeList();
  closeTurn();
  closeSections(0);
  return folds.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}
