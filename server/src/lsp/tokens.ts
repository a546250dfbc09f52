/**
 * Semantic tokens, encoded chunk by chunk: a chunk's numbers count from its own first line and are kept with it, so that
 * an edit encodes one chunk anew, and a delta is found by comparing chunks, and numbers only of those that differ.
 */
import type { SemanticTokensEdit } from 'vscode-languageserver';
import { latest } from '../core/document/derive.ts';
import type { ChunkMentions } from '../core/entities/recognise.ts';
import type { DefinitionBits } from '../core/features/definitions.ts';
import type { Block, EntityType, Mention, Readout } from '../core/index.ts';
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
export const tokenWork = { chunksEncoded: 0 };

/** How tokens are to be made. The same style is the same object. */
export interface TokenStyle {
  /** The types shown. */
  readonly types: ReadonlySet<string>;
  /** Whether the editor takes a token that runs over a line's end. */
  readonly multiline: boolean;
}

/** The tokens of one chunk, five numbers each as in the protocol; the first one's line counts from the chunk's first. */
export interface EncodedChunk {
  readonly data: Int32Array;
  /** Line of the last token, counted from the chunk's first. */
  readonly lastLine: number;
}

const NONE: EncodedChunk = { data: new Int32Array(0), lastLine: 0 };
const INDEX = new Map<string, number>(TOKEN_TYPES.map((type, index) => [type, index]));
const DEFINITION = 1;

interface Kept {
  readonly definitions: DefinitionBits;
  readonly style: TokenStyle;
  readonly shift: number;
  readonly encoded: EncodedChunk;
}

const kept = latest<ChunkMentions, Kept>();

/**
 * @param definitions which of the mentions are first mentions, one number for each block with one bit for each.
 * @param shift characters in front of the chunk on its first line.
 */
function encodeChunk(
  mentions: ChunkMentions,
  definitions: DefinitionBits,
  style: TokenStyle,
  shift: number,
): EncodedChunk {
  const known = kept.get(mentions);
  if (known && known.definitions === definitions && known.style === style && known.shift === shift)
    return known.encoded;
  tokenWork.chunksEncoded++;
  const { chunk } = mentions;
  const data: number[] = [];
  let lastLine = 0;
  let lastCharacter = 0;
  const push = (line: number, character: number, length: number, type: number, modifiers: number): void => {
    data.push(
      line - lastLine,
      line === lastLine && data.length > 0 ? character - lastCharacter : character,
      length,
      type,
      modifiers,
    );
    lastLine = line;
    lastCharacter = character;
  };
  for (let i = 0; i < chunk.blocks.length; i++) {
    const own = mentions.blocks[i] as readonly Mention[];
    if (own.length === 0) continue;
    const block = chunk.blocks[i] as Block;
    const firstLine = chunk.lines[i] as number;
    const bits = definitions[i] ?? 0;
    for (const each of tokensIn(block, own, bits, style)) {
      const onFirstLine = firstLine + each.line === 0;
      push(
        firstLine + each.line,
        each.character + (onFirstLine ? shift : 0),
        each.length,
        each.type,
        each.modifiers,
      );
    }
  }
  const encoded = data.length === 0 ? NONE : { data: Int32Array.from(data), lastLine };
  kept.set(mentions, { definitions, style, shift, encoded });
  return encoded;
}

interface Token {
  /** From the block's first. */
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly type: number;
  readonly modifiers: number;
}

/** The tokens of a block; a mention over several lines is cut at their ends where the editor wants that. */
function* tokensIn(
  { text, lineStarts }: Block,
  mentions: readonly Mention[],
  definitions: number,
  style: TokenStyle,
): Generator<Token> {
  for (let index = 0; index < mentions.length; index++) {
    const mention = mentions[index] as Mention;
    const name = TOKEN_TYPE_OF[mention.type];
    if (!style.types.has(name)) continue;
    const type = INDEX.get(name) as number;
    const modifiers = index < 31 && (definitions >> index) & 1 ? DEFINITION : 0;
    const { start, end } = mention.span;
    const first = lastAtMost(lineStarts, start);
    const last = style.multiline ? first : lastAtMost(lineStarts, Math.max(start, end - 1));
    for (let line = first; line <= last; line++) {
      const lineStart = lineStarts[line] as number;
      let from = Math.max(start, lineStart);
      let to = line < last ? Math.min(end, lineStarts[line + 1] as number) : end;
      if (first < last) {
        while (from < to && isSpace(text.charCodeAt(from))) from++;
        while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
      }
      if (to > from) yield { line, character: from - lineStart, length: to - from, type, modifiers };
    }
  }
}

function isSpace(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 10 || unit === 13 || unit === 0xa0 || unit === 62;
}

/** The tokens of one version of a document, not yet written out. */
export interface TokenSheet {
  readonly chunks: readonly EncodedChunk[];
  /** `lines[i]` is the line on which `chunks[i]` begins. */
  readonly lines: readonly number[];
}

/**
 * Encodes a document, or some of its chunks. Only chunks that are new, or whose mentions are, cost more than a look.
 * @param chunks the mentions of the readout's chunks from `first` on.
 * @param definitions by the same chunks.
 */
export function tokenSheet(
  readout: Readout,
  chunks: readonly ChunkMentions[],
  definitions: readonly DefinitionBits[],
  style: TokenStyle,
  first = 0,
): TokenSheet {
  const shift = readout.positionAt(readout.bodyStart).character;
  return {
    chunks: chunks.map((each, i) =>
      encodeChunk(each, definitions[i] ?? [], style, first + i === 0 ? shift : 0),
    ),
    lines: readout.chunkLines.slice(first, first + chunks.length),
  };
}

/** Writes out the tokens of the chunks from `first` up to, but without, `end`, counting lines from `lineBefore`. */
export function writeTokens(
  sheet: TokenSheet,
  first = 0,
  end = sheet.chunks.length,
  lineBefore = 0,
): number[] {
  const data: number[] = [];
  let previous = lineBefore;
  for (let index = first; index < end; index++) {
    const { data: own, lastLine } = sheet.chunks[index] as EncodedChunk;
    if (own.length === 0) continue;
    const start = sheet.lines[index] as number;
    data.push(start + (own[0] as number) - previous);
    for (let i = 1; i < own.length; i++) data.push(own[i] as number);
    previous = start + lastLine;
  }
  return data;
}

/** Those of some written tokens that lie on the lines from `first` to `last`. */
export function tokensOnLines(data: readonly number[], first: number, last: number): number[] {
  const kept: number[] = [];
  let line = 0;
  let character = 0;
  let keptLine = 0;
  let keptCharacter = 0;
  for (let i = 0; i < data.length; i += 5) {
    const lines = data[i] as number;
    character = (lines > 0 ? 0 : character) + (data[i + 1] as number);
    line += lines;
    if (line < first || line > last) continue;
    const sameLine = kept.length > 0 && line === keptLine;
    kept.push(line - keptLine, character - (sameLine ? keptCharacter : 0));
    for (let j = 2; j < 5; j++) kept.push(data[i + j] as number);
    keptLine = line;
    keptCharacter = character;
  }
  return kept;
}

/** The edits that make one sheet's numbers into another's: none, or one. */
export function tokenDelta(old: TokenSheet, now: TokenSheet): SemanticTokensEdit[] {
  const most = Math.min(old.chunks.length, now.chunks.length);
  let head = 0;
  let start = 0;
  let lineBefore = 0;
  while (head < most && old.chunks[head] === now.chunks[head] && old.lines[head] === now.lines[head]) {
    const { data, lastLine } = now.chunks[head] as EncodedChunk;
    start += data.length;
    if (data.length > 0) lineBefore = (now.lines[head] as number) + lastLine;
    head++;
  }
  let tail = 0;
  while (
    tail < most - head &&
    old.chunks[old.chunks.length - 1 - tail] === now.chunks[now.chunks.length - 1 - tail]
  )
    tail++;
  // The first token behind the change counts its line from the last one before it: its chunk is compared as well.
  while (tail > 0) {
    tail--;
    if ((now.chunks[now.chunks.length - 1 - tail] as EncodedChunk).data.length > 0) break;
  }
  const before = writeTokens(old, head, old.chunks.length - tail, lineBefore);
  const after = writeTokens(now, head, now.chunks.length - tail, lineBefore);
  // Of what is left, only the numbers in the middle that differ are sent.
  const shorter = Math.min(before.length, after.length);
  let same = 0;
  while (same < shorter && before[same] === after[same]) same++;
  let sameEnd = 0;
  while (
    sameEnd < shorter - same &&
    before[before.length - 1 - sameEnd] === after[after.length - 1 - sameEnd]
  )
    sameEnd++;
  const deleteCount = before.length - sameEnd - same;
  const data = after.slice(same, after.length - sameEnd);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start: start + same, deleteCount, data }];
}
