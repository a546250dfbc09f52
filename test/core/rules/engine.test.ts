import { beforeEach, describe, expect, it, vi } from 'vitest';
import { WHITE_HOUSE } from '../../../server/src/core/config/white-house.ts';
import { Readout } from '../../../server/src/core/document/readout.ts';
import { ruleWork, runRules } from '../../../server/src/core/rules/engine.ts';
import type { Problem } from '../../../server/src/core/rules/rule.ts';

vi.mock('../../../server/src/core/rules/registry.ts', async () => {
  const { defineRule } = await import('../../../server/src/core/rules/rule.ts');
  const facts = { severity: 'warning', title: 'A rule.', why: 'A test.', bad: [], good: [] } as const;
  return {
    RULES: [
      defineRule({
        ...facts,
        code: 'test/words',
        scope: 'block',
        *check(block): Iterable<Problem> {
          for (const match of block.text.matchAll(/bad/g)) {
            const span = { start: match.index, end: match.index + 3 };
            yield {
              span,
              message: 'Bad.',
              fixes: () => [{ title: 'Mend', edits: [{ span, newText: 'good' }], safe: true }],
            };
          }
        },
      }),
      defineRule({
        ...facts,
        code: 'test/date',
        scope: 'block',
        needsDate: true,
        *check(block, { documentDate }): Iterable<Problem> {
          if (block.text.includes('today')) yield { span: block.content, message: `On ${documentDate}.` };
        },
      }),
      defineRule({
        ...facts,
        code: 'test/throws',
        scope: 'document',
        check(): Iterable<Problem> {
          throw new Error('a slip in a rule');
        },
      }),
    ],
  };
});

const text = '---\ndate: 2023-11-17\ntitle: A\n---\n\nGood.\n\nA bad word.\n\nWe met today.\n';
const run = (readout: Readout) => runRules({ readout, path: undefined }, WHITE_HOUSE);

describe('the rule engine', () => {
  beforeEach(() => {
    ruleWork.blockChecks = 0;
  });

  it('puts findings and fixes of a block in file offsets', () => {
    const finding = run(Readout.parse(text)).find((each) => each.code === 'test/words');
    expect(text.slice(finding?.span.start, finding?.span.end)).toBe('bad');
    expect(finding?.fixes?.()[0]?.edits[0]?.span).toEqual(finding?.span);
  });

  it('lets a rule that throws cost only itself', () => {
    const codes = run(Readout.parse(text)).map((each) => each.code);
    expect(codes).toContain('test/words');
    expect(codes.filter((code) => code === 'readout/internal')).toHaveLength(1);
  });

  it('checks one block for an edit of one block', () => {
    const first = Readout.parse(text);
    run(first);
    const before = ruleWork.blockChecks;
    const at = text.indexOf('word');
    const second = first.edit({ span: { start: at, end: at }, newText: 'worse ' });
    const again = run(second);
    // Once for the plain rules and once for those that need the date.
    expect(ruleWork.blockChecks - before).toBeLessThanOrEqual(2);
    expect(again).toEqual(
      run(Readout.parse(second.text)).map((each) =>
        expect.objectContaining({ code: each.code, span: each.span }),
      ),
    );
  });

  it('checks dated rules again when the date changes, and the others not', () => {
    const first = Readout.parse(text);
    expect(run(first).find((each) => each.code === 'test/date')?.message).toBe('On 2023-11-17.');
    const at = text.indexOf('2023');
    const second = first.edit({ span: { start: at, end: at + 4 }, newText: '2024' });
    expect(run(second).find((each) => each.code === 'test/date')?.message).toBe('On 2024-11-17.');
  });

  it('keeps findings in place when text grows before them', () => {
    const first = Readout.parse(text);
    run(first);
    const at = text.indexOf('Good.');
    const second = first.edit({ span: { start: at, end: at }, newText: 'Very ' });
    const finding = run(second).find((each) => each.code === 'test/words');
    expect(second.slice(finding?.span ?? { start: 0, end: 0 })).toBe('bad');
  });
});
