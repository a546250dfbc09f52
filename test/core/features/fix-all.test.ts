import { describe, expect, it } from 'vitest';
import { fixAll } from '../../../server/src/core/features/fix-all.ts';
import type { Finding, Readout, Severity } from '../../../server/src/core/index.ts';
import { Readout as Document } from '../../../server/src/core/index.ts';

/** A finding for each occurrence of a word, mended by another. */
function words(
  readout: Readout,
  word: string,
  better: string,
  severity: Severity = 'warning',
  safe = true,
): Finding[] {
  return [...readout.text.matchAll(new RegExp(word, 'g'))].map((match) => {
    const span = { start: match.index, end: match.index + word.length };
    return {
      code: `word/${word}`,
      severity,
      span,
      message: word,
      fixes: () => [{ title: better, edits: [{ span, newText: better }], safe }],
    };
  });
}

const fixed = async (text: string, check: (readout: Readout) => Finding[]) => {
  const result = await fixAll(Document.parse(text), async (readout) => check(readout));
  return { text: result.readout.text, applied: result.applied, left: result.findings.length };
};

describe('fixAll', () => {
  it('applies fixes that bring each other about, round by round', async () => {
    const check = (readout: Readout) => [...words(readout, 'aa', 'b'), ...words(readout, 'b', 'c')];
    expect(await fixed('aaaa b\n', check)).toEqual({ text: 'cc c\n', applied: 5, left: 0 });
  });

  it('applies no fix that may be wrong', async () => {
    const check = (readout: Readout) => words(readout, 'a', 'b', 'error', false);
    expect(await fixed('a\n', check)).toEqual({ text: 'a\n', applied: 0, left: 1 });
  });

  it('never leaves more errors than there were, yet applies the other fixes', async () => {
    const check = (readout: Readout) => [
      ...words(readout, 'a', 'bad'),
      ...words(readout, 'x', 'y'),
      ...words(readout, 'bad', 'bad', 'error', false),
    ];
    expect(await fixed('a x x\n', check)).toMatchObject({ text: 'a y y\n', applied: 2 });
  });

  it('ends where two fixes undo each other', async () => {
    const check = (readout: Readout) => [...words(readout, 'a', 'b'), ...words(readout, 'b', 'a')];
    expect((await fixed('a\n', check)).text).toMatch(/^[ab]\n$/);
  });

  it('leaves of two fixes that insert at one place the second for the next round', async () => {
    const check = (readout: Readout): Finding[] =>
      ['x', 'y']
        .filter((letter) => !readout.text.includes(letter))
        .map((letter) => ({
          code: letter,
          severity: 'warning',
          span: { start: 0, end: 0 },
          message: letter,
          fixes: () => [
            { title: letter, edits: [{ span: { start: 0, end: 0 }, newText: letter }], safe: true },
          ],
        }));
    expect(await fixed('.\n', check)).toEqual({ text: 'yx.\n', applied: 2, left: 0 });
  });
});
