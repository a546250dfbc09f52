import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../server/src/core/index.ts';
import { Readout, RULES, runRules } from '../../../server/src/core/index.ts';
import { check } from '../../../server/src/core/rules/check.ts';
import { type RenderedExample, renderExample } from '../../../server/src/core/rules/example.ts';
import { applyEdits } from '../../../server/src/core/text/span.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

function findings(example: RenderedExample, text = example.text, fileName = example.fileName): Finding[] {
  return check({ readout: Readout.parse(text), path: `/statements/${fileName}` }, example.settings, {
    mustBeReadout: example.mustBeReadout,
    ...(example.corpus && { corpus: example.corpus }),
    ...(example.releaseAt !== undefined && { release: { now: example.releaseAt } }),
  });
}

const of = (code: string, found: readonly Finding[]) => found.filter((finding) => finding.code === code);

const isSentence = (text: string) =>
  /^[\p{Lu}\p{N}“`[][\s\S]*[.!?]$/u.test(text) && !/ {2}|undefined|NaN|\[object/.test(text);

describe('every rule', () => {
  it('has a code of its own', () => {
    const codes = RULES.map((rule) => rule.code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  for (const rule of RULES) {
    describe(rule.code, () => {
      it('is declared in full', () => {
        expect(rule.code).toMatch(/^[a-z]+\/[a-z]+(?:-[a-z]+)*$/);
        expect(existsSync(resolve(ROOT, `server/src/core/rules/${rule.code}.ts`))).toBe(true);
        expect(rule.title).toSatisfy(isSentence);
        expect(rule.why).toSatisfy(isSentence);
        expect(rule.bad.length).toBeGreaterThan(0);
        expect(rule.good.length).toBeGreaterThan(0);
        for (const option of Object.values(rule.options ?? {}))
          expect(option.description).toSatisfy(isSentence);
      });

      for (const example of rule.bad) {
        it(`reports: ${example.title}`, () => {
          const rendered = renderExample(example);
          const settings = enabled(rendered, rule.code);
          const all = findings({ ...rendered, settings });
          const found = of(rule.code, all);
          expect(found.map(({ span }) => span)).toEqual(rendered.spans);
          expect(rendered.spans.length).toBeGreaterThan(0);
          for (const finding of found) expect(finding.message).toSatisfy(isSentence);
          expect(example.title).toSatisfy(isSentence);
          const others = all.filter(({ code, severity }) => code !== rule.code && severity === 'error');
          expect(others).toEqual([]);
        });

        it(`mends: ${example.title}`, () => {
          const rendered = renderExample(example);
          const settings = enabled(rendered, rule.code);
          const shown = { ...rendered, settings };
          let { text, fileName } = rendered;
          let fixed = false;
          // One finding after the other, each by its first fix.
          for (let round = 0; round < 10; round++) {
            const finding = of(rule.code, findings(shown, text, fileName)).find((each) => each.fixes?.()[0]);
            const fix = finding?.fixes?.()[0];
            if (!fix) break;
            fixed = true;
            expect(fix.title.length).toBeGreaterThan(0);
            text = applyEdits(text, fix.edits).text;
            fileName = fix.renameTo ?? fileName;
          }
          expect(fixed).toBe(rendered.fixedText !== undefined);
          if (!fixed) return;
          expect(text).toBe(rendered.fixedText);
          expect(fileName).toBe(rendered.fixedName);
          expect(of(rule.code, findings(shown, text, fileName))).toEqual([]);
        });
      }

      for (const example of rule.good) {
        it(`is silent: ${example.title}`, () => {
          const rendered = renderExample(example);
          expect(example.title).toSatisfy(isSentence);
          expect(rendered.spans).toEqual([]);
          const settings = enabled(rendered, rule.code);
          expect(of(rule.code, findings({ ...rendered, settings }))).toEqual([]);
        });
      }
    });
  }

  it('is silent about the correct frontmatter and body that examples stand on', () => {
    const rendered = renderExample({ title: 'Nothing is wrong.' });
    expect(findings(rendered)).toEqual([]);
    expect(
      runRules({ readout: Readout.parse(rendered.text), path: rendered.fileName }, rendered.settings),
    ).toEqual([]);
  });
});

/** The example's settings with the rule on, if it is off by default. */
function enabled(example: RenderedExample, code: string): RenderedExample['settings'] {
  const rule = RULES.find((each) => each.code === code);
  if (rule?.severity !== 'off') return example.settings;
  const setting = { severity: 'warning' as const, ...example.settings.rules[code] };
  return { ...example.settings, rules: { ...example.settings.rules, [code]: setting } };
}
