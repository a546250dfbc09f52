/**
 * The recogniser: which people, places, organisations, … and figures a document mentions. Work hangs on blocks: a
 * block is read once, and again only if what the rest of the document says about its names has changed.
 */
import type { Settings } from '../config/settings.ts';
import type { Block } from '../document/block.ts';
import { derive } from '../document/derive.ts';
import type { Readout } from '../document/readout.ts';
import { shift } from '../text/span.ts';
import { figuresIn } from './figures.ts';
import { namesIn } from './names.ts';
import type { Mention } from './types.ts';

/** What was recognised in one version of a document. */
export interface Recognition {
  /** `blocks[i]` are the mentions in the readout's `blocks[i]`: ordered, never overlapping, from the block's start. */
  readonly blocks: readonly (readonly Mention[])[];
}

/** Counts work done since the process started; tests assert on differences, the bench prints them. */
export const entityWork = { blocksRead: 0 };

const mentionsInBlock = derive((block: Block): readonly Mention[] => {
  if (block.kind === 'code' || block.kind === 'blank' || block.kind === 'rule') return [];
  entityWork.blocksRead++;
  return merge(namesIn(block.text), figuresIn(block.text));
});

/** Two ordered lists as one without overlaps: of two that overlap the longer stands, of two as long the name. */
function merge(names: readonly Mention[], figures: readonly Mention[]): Mention[] {
  const merged: Mention[] = [];
  let n = 0;
  let f = 0;
  while (n < names.length || f < figures.length) {
    const name = names[n];
    const figure = figures[f];
    if (!name || (figure && figure.span.end <= name.span.start)) {
      if (figure) merged.push(figure);
      f++;
    } else if (!figure || name.span.end <= figure.span.start) {
      merged.push(name);
      n++;
    } else if (figure.span.end - figure.span.start > name.span.end - name.span.start) {
      n++;
    } else {
      f++;
    }
  }
  return merged;
}

/** Recognises entities and figures in a document's body. Memoised on the readout's blocks. */
export function recognise(readout: Readout, _settings: Settings): Recognition {
  return { blocks: readout.blocks.map(mentionsInBlock) };
}

/** All mentions of a document, ordered, with spans from the file's start. */
export function mentionsOf(readout: Readout, settings: Settings): Mention[] {
  return recognise(readout, settings).blocks.flatMap((mentions, index) =>
    mentions.map((mention) => ({ ...mention, span: shift(mention.span, readout.starts[index] as number) })),
  );
}
