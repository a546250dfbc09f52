import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedWork } from '../../bench/work.ts';
import { WHITE_HOUSE } from '../../server/src/core/config/white-house.ts';
import { Readout, work } from '../../server/src/core/document/readout.ts';
import { definitionsOf } from '../../server/src/core/features/definitions.ts';
import { outlineOf } from '../../server/src/core/features/outline.ts';
import { check } from '../../server/src/core/index.ts';
import { anyEdit, documentText } from '../core/features/fragments.ts';

const HEAD = `---
date: '2023-11-17'
published_time: 2023-11-17 17:33:23-05:00
source_url: https://www.example.org/2023/11/a-statement/
tags: statements-releases
title: A Statement
---

`;
const PASSAGE =
  'President Noriega spoke today with Prime Minister Adele Strand of Norland about the treaty.\n\n' +
  '-   They agreed on the Northern Harbour Compact of June 2023.\n\n' +
  'He thanked Prime Minister Strand for the help of Sudmark’s ministers.\n\n';

describe('the work of an edit', () => {
  it('does not grow with the document', () => {
    for (const copies of [60, 600]) {
      const rows = new Map(
        countedWork(HEAD + PASSAGE.repeat(copies))
          .split('\n')
          .slice(2)
          .map((row) => {
            const [name = '', ...counts] = row
              .split('|')
              .slice(1, -1)
              .map((cell) => cell.trim());
            return [name, counts.map(Number)] as const;
          }),
      );
      const most = (name: string, plain: number, named: number, title: number): void => {
        const [, ofPlain, ofName, ofTitle] = rows.get(name) as readonly number[];
        expect(ofPlain, `${name}, a plain word, ${copies}`).toBeLessThanOrEqual(plain);
        expect(ofName, `${name}, a name, ${copies}`).toBeLessThanOrEqual(named);
        expect(ofTitle, `${name}, the title, ${copies}`).toBeLessThanOrEqual(title);
      };
      most('blocks split', 3, 3, 0);
      most('checks of blocks (by themselves, and with the date)', 2, 2, 0);
      most('chunks checked', 1, 1, 0);
      most('rules on the frontmatter run', 0, 0, 60);
      most('names counted anew', 0, 8, 4);
      most('pairs of names judged', 0, 8, 4);
      most('blocks recognised', 1, 1, 0);
      most('blocks resolved again', 1, 1, 0);
      most('chunks of tokens encoded', 1, 1, 0);
      // The name that changes here is in every chunk: what is rare is told anew.
      most('chunks of topics named', 1, Number.POSITIVE_INFINITY, 0);
      expect(rows.get('blocks recognised')?.[0]).toBe(3 * copies);
    }
  });

  it('never joins the text', () => {
    const readout = Readout.parse(HEAD + PASSAGE.repeat(50));
    const joined = work.textsJoined;
    const at = HEAD.length + 1000;
    check(
      { readout: readout.edit({ span: { start: at, end: at }, newText: 'x' }), path: 'a.md' },
      WHITE_HOUSE,
    );
    expect(work.textsJoined).toBe(joined);
  });
});

describe('what is kept up from version to version', () => {
  it('is after any edits what a fresh reading says', () => {
    const body = PASSAGE.repeat(30);
    fc.assert(
      fc.property(fc.array(fc.tuple(anyEdit, documentText), { maxLength: 5 }), (edits) => {
        let readout = Readout.parse(HEAD + body);
        for (const [{ at, length, newText }, more] of edits) {
          const start = HEAD.length + Math.floor(at * Math.max(0, readout.length - HEAD.length));
          const span = { start, end: Math.min(readout.length, start + length * 40) };
          const before = readout;
          readout = readout.edit({ span, newText: newText + more });
          const fresh = Readout.parse(readout.text);
          expect(outlineOf(readout, WHITE_HOUSE)).toEqual(outlineOf(fresh, WHITE_HOUSE));
          const bits = definitionsOf(readout, WHITE_HOUSE).flatMap((each, i) =>
            (readout.chunks[i]?.blocks ?? []).map((_, j) => each[j] ?? 0),
          );
          const freshBits = definitionsOf(fresh, WHITE_HOUSE).flatMap((each, i) =>
            (fresh.chunks[i]?.blocks ?? []).map((_, j) => each[j] ?? 0),
          );
          expect(bits).toEqual(freshBits);
          // Asking about an earlier version in between changes nothing.
          outlineOf(before, WHITE_HOUSE);
          definitionsOf(before, WHITE_HOUSE);
          const findings = check({ readout, path: 'a.md' }, WHITE_HOUSE);
          check({ readout: before, path: 'a.md' }, WHITE_HOUSE);
          const plain = (all: typeof findings): string[] =>
            all.map(({ code, span: { start: from, end }, message }) => `${code} ${from} ${end} ${message}`);
          expect(plain(check({ readout, path: 'a.md' }, WHITE_HOUSE))).toEqual(
            plain(check({ readout: fresh, path: 'a.md' }, WHITE_HOUSE)),
          );
          expect(plain(findings)).toEqual(plain(check({ readout: fresh, path: 'a.md' }, WHITE_HOUSE)));
        }
      }),
      { numRuns: 15 },
    );
  });
});
