/**
 * Semantic tokens, encoded block by block: a block's numbers count from its own first line and are kept with it, so
 * that an edit encodes one block anew and a delta is found by comparing blocks, not numbers.
 */
import type { SemanticTokensEdit } from 'vscode-languageserver';
import type { Block, EntityType, Mention, Readout, Recognition } from '../core/index.ts';
import { lastAtMost } from '../core/text/lines.ts';
import { TOKEN_TYPES, type TokenType } from './protocol.ts';

/** The token type of each entity type. */
export const TOKEN_TYPE_OF: Readonly<Record<EntityType, TokenType>> = {
  PERSON: 'person',
  PLACE: 'place',
  ORG: 'organization',
  NORP: 'nationality',
  INSTRUMENT: 'instrument',
  EVENT: 'event',
  DATE: 'date',
  MONEY: 'money',
  PERCENT: 'percent',
  NUMBER: 'figure',
};

/** Counts work done since the process started; tests assert on differences. */
export const tokenWork = { blocksEncoded: 0 };

/** How tokens are to be made. The same style is the same object. */
export interface TokenStyle {
  /** The types shown. */
  readonly types: ReadonlySet<string>;
  /** Whether the editor takes a token that runs over a line's end. */
  readonly multiline: boolean;
}

/** One block's tokens, five numbers each as in the protocol; the first one's line counts from the block's first. */
export interface EncodedBlock {
  readonly data: readonly number[];
  /** Line of the last token, counted from the block's first. */
  readonly lastLine: number;
}

const NONE: EncodedBlock = { data: [], lastLine: 0 };
const INDEX = new Map<string, number>(TOKEN_TYPES.map((type, index) => [type, index]));
const DEFINITION = 1;

interface Kept {
  readonly mentions: readonly Mention[];
  readonly definitions: number;
  readonly style: TokenStyle;
  readonly shift: number;
  readonly encoded: EncodedBlock;
}

const kept = new WeakMap<Block, Kept>();

/**
 * @param definitions which of the block's mentions are first mentions, one bit each (of the first 31).
 * @param shift characters in front of the block on its first line.
 */
function encodeBlock(
  block: Block,
  mentions: readonly Mention[],
  definitions: number,
  style: TokenStyle,
  shift: number,
): EncodedBlock {
  if (mentions.length === 0) return NONE;
  const known = kept.get(block);
  if (
    known &&
    known.mentions === mentions &&
    known.definitions === definitions &&
    known.style === style &&
    known.shift === shift
  )
    return known.encoded;
  tokenWork.blocksEncoded++;
  const data: number[] = [];
  const { text, lineStarts } = block;
  let lastLine = 0;
  let lastCharacter = 0;
  const push = (line: number, start: number, end: number, type: number, modifiers: number): void => {
    const character = start - (lineStarts[line] as number) + (line === 0 ? shift : 0);
    data.push(
      line - lastLine,
      line === lastLine && data.length > 0 ? character - lastCharacter : character,
      end - start,
      type,
      modifiers,
    );
    lastLine = line;
    lastCharacter = character;
  };
  mentions.forEach((mention, index) => {
    const name = TOKEN_TYPE_OF[mention.type];
    if (!style.types.has(name)) return;
    const type = INDEX.get(name) as number;
    const modifiers = index < 31 && (definitions >> index) & 1 ? DEFINITION : 0;
    const { start, end } = mention.span;
    const first = lastAtMost(lineStarts, start);
    const last = style.multiline ? first : lastAtMost(lineStarts, Math.max(start, end - 1));
    if (first === last) {
      push(first, start, end, type, modifiers);
      return;
    }
    for (let line = first; line <= last; line++) {
      let from = Math.max(start, lineStarts[line] as number);
      let to = Math.min(end, line < last ? (lineStarts[line + 1] as number) : end);
      while (from < to && isSpace(text.charCodeAt(from))) from++;
      while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
      if (to > from) push(line, from, to, type, modifiers);
    }
  });
  const encoded = data.length === 0 ? NONE : { data, lastLine };
  kept.set(block, { mentions, definitions, style, shift, encoded });
  return encoded;
}

function isSpace(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 10 || unit === 13 || unit === 0xa0 || unit === 62;
}

/** The tokens of one version of a document, not yet written out. */
export interface TokenSheet {
  readonly blocks: readonly EncodedBlock[];
  /** `lines[i]` is the line on which `blocks[i]` begins. */
  readonly lines: readonly number[];
}

/** Encodes a document. Only blocks that are new, or whose mentions are, cost more than a look. */
export function tokenSheet(
  readout: Readout,
  recognition: Recognition,
  definitions: (block: number) => number,
  style: TokenStyle,
): TokenSheet {
  const lines = new Array<number>(readout.blocks.length);
  const start = readout.positionAt(readout.bodyStart);
  let line = start.line;
  const blocks = readout.blocks.map((block, index) => {
    lines[index] = line;
    line += block.lineBreaks;
    return encodeBlock(
      block,
      recognition.blocks[index] ?? [],
      definitions(index),
      style,
      index === 0 ? start.character : 0,
    );
  });
  return { blocks, lines };
}

/** Writes out the tokens of the blocks from `first` up to, but without, `end`, as if nothing stood before them. */
export function writeTokens(
  sheet: TokenSheet,
  first = 0,
  end = sheet.blocks.length,
  lineBefore = 0,
): number[] {
  const data: number[] = [];
  let previous = lineBefore;
  for (let index = first; index < end; index++) {
    const { data: own, lastLine } = sheet.blocks[index] as EncodedBlock;
    if (own.length === 0) continue;
    const start = sheet.lines[index] as number;
    data.push(start + (own[0] as number) - previous);
    for (let i = 1; i < own.length; i++) data.push(own[i] as number);
    previous = start + lastLine;
  }
  return data;
}

/** The edits that make one sheet's numbers into another's: none, or one. */
export function tokenDelta(old: TokenSheet, now: TokenSheet): SemanticTokensEdit[] {
  const most = Math.min(old.blocks.length, now.blocks.length);
  let head = 0;
  let start = 0;
  let lineBefore = 0;
  while (head < most && old.blocks[head] === now.blocks[head] && old.lines[head] === now.lines[head]) {
    const { data, lastLine } = now.blocks[head] as EncodedBlock;
    start += data.length;
    if (data.length > 0) lineBefore = (now.lines[head] as number) + lastLine;
    head++;
  }
  let tail = 0;
  while (
    tail < most - head &&
    old.blocks[old.blocks.length - 1 - tail] === now.blocks[now.blocks.length - 1 - tail]
  )
    tail++;
  // The first token behind the change counts its line from the last one before it: it is written anew.
  let oldEnd = old.blocks.length - tail;
  let nowEnd = now.blocks.length - tail;
  while (tail > 0 && (now.blocks[nowEnd] as EncodedBlock).data.length === 0) {
    oldEnd++;
    nowEnd++;
    tail--;
  }
  const bridge = tail > 0 ? 1 : 0;
  const written = writeTokens(now, head, nowEnd + bridge, lineBefore);
  let deleteCount = 0;
  for (let index = head; index < oldEnd + bridge; index++)
    deleteCount += (old.blocks[index] as EncodedBlock).data.length;
  if (deleteCount === 0 && written.length === 0) return [];
  return [{ start, deleteCount, data: written }];
}
