import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Readout, WHITE_HOUSE } from '../../server/src/core/index.ts';
import type { ServerContext, Snapshot } from '../../server/src/lsp/feature.ts';
import { carryMarkdownlint, findingsOf, isLinted, keepMarkdownlint } from '../../server/src/lsp/findings.ts';

const HEAD = '---\ndate: 2023-11-17\n---\n';
const paragraph = (i: number): string => `Passage ${i} has a link to https://www.example.org/${i} in it.\n\n`;
const config = { settings: WHITE_HOUSE, mustBeReadout: true } as Snapshot['config'];
const snapshotOf = (readout: Readout): Snapshot =>
  ({ readout, config, uri: 'file:///a.md', path: '/a.md', version: 1, languageId: 'markdown' }) as const;
const corpus = { view: { othersWithUrl: () => [] }, version: () => 1 };
const context = { workspace: { corpus } } as unknown as ServerContext;

describe('what markdownlint said', () => {
  it('stays with the blocks that an edit leaves as they were', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(4000), fc.nat(90), (at, removed, added) => {
        const before = Readout.parse(HEAD + Array.from({ length: 200 }, (_, i) => paragraph(i)).join(''));
        const links = [...before.text.matchAll(/https:\S+/g)].map(({ index, 0: link }) => ({
          code: 'markdownlint/MD034',
          severity: 'information' as const,
          span: { start: index, end: index + link.length },
          message: link,
        }));
        keepMarkdownlint(snapshotOf(before), links);
        const start = HEAD.length + (at % (before.length - HEAD.length));
        const span = { start, end: Math.min(before.length, start + removed) };
        const newText = Array.from({ length: added }, (_, i) => paragraph(1000 + i)).join('');
        const after = before.edit({ span, newText });
        carryMarkdownlint(before, after);
        expect(isLinted(snapshotOf(after))).toBe(false);
        const kept = findingsOf(context, snapshotOf(after)).filter(({ code }) =>
          code.startsWith('markdownlint/'),
        );
        for (const { span: place, message } of kept) expect(after.slice(place)).toBe(message);
        const untouched = after.blocks.filter((block) => before.blocks.includes(block));
        expect(kept.map(({ message }) => message)).toEqual(
          untouched.flatMap(({ text }) => [...text.matchAll(/https:\S+/g)].map(([link]) => link)),
        );
      }),
      { numRuns: 40 },
    );
  });
});
