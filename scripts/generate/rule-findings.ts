/** What a rule says about its own examples: the pages quote the program, not a description of it. */
import { Readout } from '../../server/src/core/document/readout.ts';
import { check } from '../../server/src/core/rules/check.ts';
import { renderExample } from '../../server/src/core/rules/example.ts';
import type { Example, Rule } from '../../server/src/core/rules/rule.ts';

/** One finding on an example. */
export interface ExampleFinding {
  readonly message: string;
  readonly fixes: readonly { readonly title: string; readonly safe: boolean }[];
}

/** The rule's findings on an example, in reading order; a rule that is off by default is on here. */
export function findingsOn(rule: Rule, example: Example): readonly ExampleFinding[] {
  const rendered = renderExample(example);
  const { settings } = rendered;
  const setting = settings.rules[rule.code];
  const severity = rule.severity === 'off' ? 'warning' : rule.severity;
  const found = check(
    { readout: Readout.parse(rendered.text), path: `/statements/${rendered.fileName}` },
    { ...settings, rules: { ...settings.rules, [rule.code]: { severity, ...setting } } },
    { mustBeReadout: rendered.mustBeReadout, ...(rendered.corpus && { corpus: rendered.corpus }) },
  );
  return found
    .filter(({ code }) => code === rule.code)
    .map(({ message, fixes }) => ({
      message,
      fixes: (fixes?.() ?? []).map(({ title, safe }) => ({ title, safe })),
    }));
}

/** How far a rule's findings mend themselves, as its examples show. */
export function fixKind(rule: Rule): 'none' | 'offered' | 'some' | 'safe' {
  const first = rule.bad
    .flatMap((example) => findingsOn(rule, example))
    .flatMap(({ fixes }) => fixes[0] ?? []);
  if (first.length === 0) return 'none';
  if (first.every(({ safe }) => safe)) return 'safe';
  return first.some(({ safe }) => safe) ? 'some' : 'offered';
}
