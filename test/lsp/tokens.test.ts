import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definitionsOf } from '../../server/src/core/features/definitions.ts';
import { Readout, recognise, WHITE_HOUSE } from '../../server/src/core/index.ts';
import { TOKEN_TYPES } from '../../server/src/lsp/protocol.ts';
import {
  type TokenSheet,
  type TokenStyle,
  tokenDelta,
  tokenSheet,
  tokensOnLines,
  tokenWork,
  writeTokens,
} from '../../server/src/lsp/tokens.ts';
import { anyEdit, documentText } from '../core/features/fragments.ts';
import { HEAD } from './documents.ts';

const STYLE: TokenStyle = { types: new Set(TOKEN_TYPES), multiline: false };
const sheetOf = (readout: Readout, style = STYLE): TokenSheet =>
  tokenSheet(readout, recognise(readout, WHITE_HOUSE).chunks, definitionsOf(readout, WHITE_HOUSE), style);

/** The texts that tokens cover. */
function covered(readout: Readout, data: readonly number[]): string[] {
  const texts: string[] = [];
  let line = 0;
  let character = 0;
  for (let i = 0; i < data.length; i += 5) {
    const [lines = 0, characters = 0, length = 0] = data.slice(i, i + 3);
    character = lines > 0 ? characters : character + characters;
    line += lines;
    const start = readout.offsetAt({ line, character });
    texts.push(readout.text.slice(start, start + length));
  }
  return texts;
}

describe('semantic tokens', () => {
  it('cover the mentions, line by line', () => {
    fc.assert(
      fc.property(documentText, (text) => {
        const readout = Readout.parse(text);
        const lines = recognise(readout, WHITE_HOUSE)
          .blocks.flat()
          .flatMap((mention) => mention.text.split(/\r\n|\r|\n/).map((line) => line.trim()))
          .filter((line) => line !== '');
        expect(covered(readout, writeTokens(sheetOf(readout)))).toEqual(lines);
      }),
      { numRuns: 300 },
    );
  });

  it('are, as a delta applied, what they are in full', () => {
    fc.assert(
      fc.property(documentText, fc.array(anyEdit, { maxLength: 6 }), (text, edits) => {
        let readout = Readout.parse(text);
        let sheet = sheetOf(readout);
        let data = writeTokens(sheet);
        for (const { at, length, newText } of edits) {
          const start = Math.floor(at * readout.length);
          readout = readout.edit({ span: { start, end: Math.min(readout.length, start + length) }, newText });
          const next = sheetOf(readout);
          for (const edit of tokenDelta(sheet, next))
            data = data.toSpliced(edit.start, edit.deleteCount, ...(edit.data ?? []));
          sheet = next;
          expect(data).toEqual(writeTokens(sheet));
        }
        expect(data).toEqual(writeTokens(sheetOf(Readout.parse(readout.text))));
      }),
      { numRuns: 500 },
    );
  });

  it('of a range are those of the whole that lie on its lines', () => {
    fc.assert(
      fc.property(documentText, fc.nat(30), fc.nat(30), (text, first, count) => {
        const readout = Readout.parse(text);
        const data = writeTokens(sheetOf(readout));
        const wanted: number[] = [];
        let line = 0;
        for (let i = 0; i < data.length; i += 5) {
          line += data[i] as number;
          if (line >= first && line <= first + count) wanted.push(line, data[i + 2] as number);
        }
        const found: number[] = [];
        line = 0;
        const part = tokensOnLines(data, first, first + count);
        for (let i = 0; i < part.length; i += 5) {
          line += part[i] as number;
          found.push(line, part[i + 2] as number);
        }
        expect(found).toEqual(wanted);
        const texts = covered(readout, data);
        expect(texts.join('\n')).toContain(covered(readout, part).join('\n'));
      }),
    );
  });

  it('are encoded for the one chunk that an edit changed, and sent as the few numbers that differ', () => {
    const passage = 'The talks cost $12.5 million, 14% more than before.\n\n';
    const before = Readout.parse(HEAD + passage.repeat(1000));
    const sheet = sheetOf(before);
    const counted = tokenWork.chunksEncoded;
    const at = HEAD.length + passage.length * 510 + 10;
    const after = before.edit({ span: { start: at, end: at }, newText: 'x' });
    const edits = tokenDelta(sheet, sheetOf(after));
    expect(tokenWork.chunksEncoded - counted).toBe(1);
    expect(edits.map(({ deleteCount, data }) => [deleteCount, data?.length])).toEqual([[1, 1]]);
  });

  it('leave out the types that are switched off', () => {
    const readout = Readout.parse('The talks cost $12.5 million, 14% more.\n');
    const style: TokenStyle = { types: new Set(['percent']), multiline: false };
    expect(covered(readout, writeTokens(sheetOf(readout, style)))).toEqual(['14%']);
  });
});
