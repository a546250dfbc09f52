import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../server/src/core/document/block.ts';
import { gather } from '../../../server/src/core/document/chunk.ts';
import { derive } from '../../../server/src/core/document/derive.ts';
import { Readout, work } from '../../../server/src/core/document/readout.ts';

const HEAD = '---\ndate: 2023-11-17\n---\n';
const paragraphs = (count: number, from = 0): string =>
  Array.from({ length: count }, (_, i) => `Paragraph ${from + i} of Norland.\n\n`).join('');

function tiling(readout: Readout): void {
  let start = readout.bodyStart;
  let first = 0;
  readout.chunks.forEach((chunk, i) => {
    expect(readout.chunkStarts[i]).toBe(start);
    expect(readout.chunkFirsts[i]).toBe(first);
    expect(chunk.blocks.length).toBeGreaterThan(0);
    expect(chunk.blocks.length).toBeLessThanOrEqual(128);
    if (readout.chunks.length > 1) expect(chunk.blocks.length).toBeGreaterThanOrEqual(32);
    start += chunk.length;
    first += chunk.blocks.length;
  });
  expect(start).toBe(readout.length);
  expect(first).toBe(readout.blocks.length);
}

describe('Chunks', () => {
  it('tile the body and stay of middling size, whatever is edited', () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(9000), fc.nat(200)), { maxLength: 12 });
    fc.assert(
      fc.property(fc.nat(400), edits, (count, changes) => {
        let readout = Readout.parse((count % 2 ? HEAD : '') + paragraphs(count));
        for (const [at, removed, added] of changes) {
          const start = at % (readout.length + 1);
          const span = { start, end: Math.min(readout.length, start + removed) };
          readout = readout.edit({ span, newText: paragraphs(added, 1000) });
          tiling(readout);
        }
        expect(readout.blocks.map(({ text }) => text)).toEqual(
          Readout.parse(readout.text).blocks.map(({ text }) => text),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('stay the same objects where nothing was edited', () => {
    const before = Readout.parse(HEAD + paragraphs(1000));
    const blocks = work.blocksParsed;
    const chunk = before.chunks[3];
    const after = before.edit({ span: { start: 12_007, end: 12_008 }, newText: 'X' });
    expect(work.blocksParsed - blocks).toBeLessThanOrEqual(3);
    const changed = after.chunks.filter((each, i) => each !== before.chunks[i]);
    expect(changed).toHaveLength(1);
    expect(after.chunks).toHaveLength(before.chunks.length);
    expect(after.chunks).toContain(chunk);
  });

  it('gather asks each block once, and after an edit only those that are new', () => {
    let asked = 0;
    const mention = derive((block: Block): string | undefined => {
      asked++;
      return block.text.includes('X') ? block.text : undefined;
    });
    const mentions = gather(mention);
    const all = (readout: Readout) =>
      [...readout.placedChunks()].flatMap(({ chunk, start }) =>
        mentions(chunk).map((each) => readout.text.slice(start + each.start).slice(0, each.fact.length)),
      );
    const before = Readout.parse(HEAD + paragraphs(500));
    expect(all(before)).toEqual([]);
    expect(asked).toBe(500);
    const after = before.edit({ span: { start: 5007, end: 5007 }, newText: 'X' });
    expect(all(after)).toEqual([expect.stringContaining('X')]);
    expect(asked).toBe(501);
  });
});
