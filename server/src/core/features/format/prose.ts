/** Wraps, unwraps and spaces one paragraph. Only white space between words changes. */
import type { FormatSettings } from '../../config/settings.ts';
import type { Span, TextEdit } from '../../text/span.ts';
import { sentencesOf } from '../sentences.ts';
import { endsWithBackslash, type Gap, readAtoms } from './atoms.ts';
import { isStructure, mayStartLine } from './line-starts.ts';

/** A paragraph within a block's text. */
export interface Paragraph {
  /** From the first visible character (behind list marker or `>`) to the last. */
  readonly span: Span;
  /** Column of the first character, in code points from the line's start. */
  readonly column: number;
  /** What a continuation line begins with: blanks, or `> `. */
  readonly hang: string;
  readonly isQuote: boolean;
  /** The paragraph stands in a list. */
  readonly inList: boolean;
  /** Length of a speaker's label at the start, which is not broken. */
  readonly labelLength: number;
}

/** What the whole document decides. */
export interface ProseContext {
  readonly format: FormatSettings;
  /** `\n`, `\r\n` or `\r`. */
  readonly lineBreak: string;
  readonly hasReferences: boolean;
}

/** The end of a sentence or of a clause that typists set two blanks behind, with closing marks. */
const STOP = /[.!?…:]["'”’)\]*_]{0,6}$/;

/**
 * Edits of one paragraph, spans counted in `text`.
 * @param editable the part of `text` in which edits may be made.
 */
export function proseEdits(
  text: string,
  paragraph: Paragraph,
  context: ProseContext,
  editable: Span,
): TextEdit[] {
  const { width, sentenceSpacing } = context.format;
  if (width === 'off' && sentenceSpacing === 'keep') return [];
  if (isStructure(lineAt(text, paragraph.span.start), true)) return [];
  const read = readAtoms(text, paragraph.span, {
    isQuote: paragraph.isQuote,
    hasReferences: context.hasReferences,
  });
  if (!read) return [];
  const { atoms, gaps } = read;
  for (const gap of gaps) {
    if (gap.breaks && isStructure(lineAt(text, gap.end), paragraph.inList)) return [];
  }
  const words = atoms.map(({ start, end }) => text.slice(start, end));
  const joints = gaps.map((gap, index) => jointOf(text, gap, words, index, paragraph, context, editable));
  const newLine = context.lineBreak + paragraph.hang;
  const heads = headLengths(words, joints, gaps, text);
  const edits: TextEdit[] = [];
  const first = words[0] as string;
  let column = /[\r\n]/.test(first) ? lastLineLength(first) : paragraph.column + columns(first);
  for (let index = 0; index < gaps.length; index++) {
    const gap = gaps[index] as Gap;
    const joint = joints[index] as Joint;
    const word = words[index + 1] as string;
    const written = text.slice(gap.start, gap.end);
    let wanted = written;
    if (!joint.isFixed) {
      if (width === 'off') wanted = gap.breaks ? written : joint.separator;
      else if (
        width !== 'unwrap' &&
        joint.mayBreak &&
        column + joint.room + (heads[index + 1] as number) > width
      )
        wanted = gap.breaks && isLineBreakAnd(written, paragraph.hang) ? written : newLine;
      else wanted = joint.separator;
    }
    if (wanted !== written) edits.push({ span: { start: gap.start, end: gap.end }, newText: wanted });
    const lineBreak = /[\r\n][^\r\n]*$/.exec(wanted);
    const before = lineBreak ? lineBreak[0].length - 1 : column + wanted.length;
    column = /[\r\n]/.test(word) ? lastLineLength(word) : before + columns(word);
  }
  return edits;
}

/** What is decided about one gap before its place on the line is known. */
interface Joint {
  /** The gap stays as it is: a hard break, or outside the part that is formatted. */
  readonly isFixed: boolean;
  readonly mayBreak: boolean;
  /** What stands in the gap where the line goes on. */
  readonly separator: string;
  /**
   * Columns that the gap is counted for where it is asked whether the next word fits: the same whether the gap is a
   * line break or blanks now, so that formatting again changes nothing.
   */
  readonly room: number;
}

function jointOf(
  text: string,
  gap: Gap,
  words: readonly string[],
  index: number,
  paragraph: Paragraph,
  { format }: ProseContext,
  editable: Span,
): Joint {
  const before = words[index] as string;
  const after = words[index + 1] as string;
  const written = text.slice(gap.start, gap.end);
  const isFixed = gap.hard || gap.start < editable.start || gap.end > editable.end;
  const isStop = STOP.test(before);
  const isDouble = format.sentenceSpacing === 'two' && isStop && endsSentence(before, after);
  let separator = gap.breaks ? ' ' : written;
  if (isDouble) separator = '  ';
  else if (format.sentenceSpacing === 'one' && isStop && /^ {2,}$/.test(written)) separator = ' ';
  const isInLabel = gap.start < paragraph.span.start + paragraph.labelLength;
  const mayBreak =
    !isInLabel &&
    (separator === ' ' || (isStop && separator === '  ')) &&
    !endsWithBackslash(text, gap.start) &&
    mayStartLine(after, ahead(words, index + 1));
  const room = isDouble || (format.sentenceSpacing === 'keep' && isStop) ? 2 : 1;
  return { isFixed, mayBreak, separator, room };
}

/** Whether the word ends a sentence that the next one does not continue. */
function endsSentence(before: string, after: string): boolean {
  const tail = before.slice(-60);
  return sentencesOf(`${tail} ${after.slice(0, 60)}`).some(({ end }) => end === tail.length);
}

function ahead(words: readonly string[], index: number): string {
  let joined = words[index] as string;
  if (!/^\*{0,2}[A-Z]/.test(joined)) return joined.slice(0, 140);
  for (let next = index + 1; next < words.length && joined.length < 140; next++) joined += ` ${words[next]}`;
  return joined.slice(0, 140);
}

/** For each word: the columns from its start to the first place at which the line may end. */
function headLengths(
  words: readonly string[],
  joints: readonly Joint[],
  gaps: readonly Gap[],
  text: string,
): number[] {
  const lengths = new Array<number>(words.length).fill(0);
  for (let index = words.length - 1; index >= 0; index--) {
    const word = words[index] as string;
    const lineBreak = /[\r\n]/.exec(word);
    const joint = joints[index];
    const gap = gaps[index];
    if (lineBreak) lengths[index] = columns(word.slice(0, lineBreak.index));
    else if (!joint || !gap || (joint.isFixed ? gap.breaks : joint.mayBreak)) lengths[index] = columns(word);
    else {
      const between = joint.isFixed ? text.slice(gap.start, gap.end) : joint.separator;
      lengths[index] = columns(word) + between.length + (lengths[index + 1] as number);
    }
  }
  return lengths;
}

function isLineBreakAnd(written: string, hang: string): boolean {
  return written.endsWith(hang) && /^(?:\r\n|\n|\r)$/.test(written.slice(0, written.length - hang.length));
}

function lastLineLength(word: string): number {
  const start = Math.max(word.lastIndexOf('\n'), word.lastIndexOf('\r')) + 1;
  return columns(word.slice(start));
}

/** Length in code points; marks that combine with the letter before them take no room. */
export function columns(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if ((unit & 0xfc00) === 0xdc00 || (unit >= 0x300 && unit <= 0x36f) || unit === 0xad || unit === 0x200b)
      continue;
    count++;
  }
  return count;
}

function lineAt(text: string, start: number): string {
  const line = /^[^\r\n]*/.exec(text.slice(start, start + 400));
  return line ? line[0] : '';
}
