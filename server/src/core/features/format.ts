/**
 * Formatting: the frontmatter's keys in the house's order, one blank line behind the closing fence, prose wrapped or
 * unwrapped, blanks between sentences, the end mark set off. Only white space and the order of keys ever change.
 */
import type { FormatSettings, Settings } from '../config/settings.ts';
import { type Block, splitBlocks } from '../document/block.ts';
import type { Readout } from '../document/readout.ts';
import { lineEnd, nextLineStart } from '../text/lines.ts';
import { applyEdits, contains, type Span, shift, type TextEdit } from '../text/span.ts';
import { keyEdits } from './format/keys.ts';
import { ParagraphFinder, sameShape } from './format/paragraphs.ts';
import { type ProseContext, proseEdits } from './format/prose.ts';

/** What a call sets otherwise than the house does. */
export type FormatOptions = Partial<FormatSettings>;

/**
 * The smallest edits that format a document, in order, none overlapping another. Formatting the result again gives
 * none. Linear in the document's length.
 * @param options laid over the house's `format` settings.
 * @param range where edits may be made; the whole document if not given. Lines are wrapped from the range's first line
 *   on; keys are put in order only if the range holds all lines that move.
 */
export function formatEdits(
  readout: Readout,
  settings: Settings,
  options: FormatOptions = {},
  range: Span = { start: 0, end: readout.length },
): TextEdit[] {
  const format = { ...settings.format, ...options };
  const keys = keyEdits(readout.frontmatter, { ...settings, format });
  const edits: readonly TextEdit[] = keys.every(({ span }) => contains(range, span)) ? keys : [];
  const lineBreak = lineBreakOf(readout);
  const inRange = (edit: TextEdit): boolean => contains(range, edit.span);
  const context = { format, lineBreak, hasReferences: hasReferences(readout) };
  return merged(
    edits.concat(
      fenceEdits(readout, lineBreak).filter(inRange),
      bodyEdits(readout, context, range),
      endMarkEdits(readout, lineBreak).filter(inRange),
    ),
  );
}

/** In order of place; edits of the same place come from one source alone, but two may meet at a block's border. */
function merged(edits: readonly TextEdit[]): TextEdit[] {
  const ordered = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const result: TextEdit[] = [];
  for (const edit of ordered) {
    const last = result.at(-1);
    if (last && last.span.end > edit.span.start) continue;
    result.push(edit);
  }
  return result;
}

/** The document's first line break; `\n` if it has none. */
function lineBreakOf(readout: Readout): string {
  const first = (text: string): string | undefined => /\r\n|\n|\r/.exec(text)?.[0];
  let found = first(readout.head);
  for (let i = 0; found === undefined && i < readout.blocks.length; i++)
    found = first((readout.blocks[i] as Block).text);
  return found ?? '\n';
}

/** Exactly one blank line behind a closed frontmatter. A line of blanks is one, and is kept. */
function fenceEdits({ frontmatter, blocks, bodyStart, length }: Readout, lineBreak: string): TextEdit[] {
  if (!frontmatter?.close || frontmatter.close.end >= bodyStart || bodyStart >= length) return [];
  let text = '';
  for (const block of blocks) {
    text += block.text;
    if (block.kind !== 'blank') break;
  }
  const lines: number[] = [0];
  for (let at = 0; at < text.length; ) {
    const end = lineEnd(text, at);
    if (!/^[ \t]*$/.test(text.slice(at, end))) break;
    at = nextLineStart(text, end);
    // Nothing but blank lines: there is no body yet.
    if (at >= text.length) return [];
    lines.push(at);
  }
  if (lines.length === 1) return [{ span: { start: bodyStart, end: bodyStart }, newText: lineBreak }];
  if (lines.length === 2) return [];
  const start = bodyStart + (lines[1] as number);
  return [{ span: { start, end: bodyStart + (lines.at(-1) as number) }, newText: '' }];
}

/** A blank line before the end mark, and behind it if more text follows. */
export function endMarkEdits(readout: Readout, lineBreak: string = lineBreakOf(readout)): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let index = 0; index + 1 < readout.blocks.length; index++) {
    const block = readout.blocks[index] as Block;
    const next = readout.blocks[index + 1] as Block;
    if (block.closed || (next.kind !== 'endMark' && block.kind !== 'endMark')) continue;
    if (block.kind === 'html' || block.kind === 'table' || block.kind === 'code') continue;
    const at = readout.starts[index + 1] as number;
    edits.push({ span: { start: at, end: at }, newText: lineBreak });
  }
  return edits;
}

function hasReferences({ blocks }: Readout): boolean {
  return blocks.some(
    ({ text }) => text.includes(']:') && /(?:^|[\r\n])[ >]{0,12}\[[^\]\r\n]{1,999}\]:/.test(text),
  );
}

function bodyEdits(readout: Readout, context: ProseContext, range: Span): TextEdit[] {
  if (context.format.width === 'off' && context.format.sentenceSpacing === 'keep') return [];
  const finder = new ParagraphFinder();
  const edits: TextEdit[] = [];
  for (let index = 0; index < readout.blocks.length; index++) {
    const block = readout.blocks[index] as Block;
    const start = readout.starts[index] as number;
    if (start >= range.end) break;
    const paragraphs = finder.next(block);
    if (start + block.text.length <= range.start) continue;
    const own = paragraphs.flatMap((paragraph) =>
      proseEdits(block.text, paragraph, context, shift(range, -start)),
    );
    if (own.length === 0) continue;
    // Last look: the block must come out as the one block that it was.
    const after = splitBlocks(applyEdits(block.text, own).text, readout.blocks[index - 1]);
    if (!sameShape(block, after)) continue;
    for (const { span, newText } of own) edits.push({ span: shift(span, start), newText });
  }
  return edits;
}
