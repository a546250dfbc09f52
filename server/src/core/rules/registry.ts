/** Every rule, in the order of the catalogue. A rule that is in neither list does not exist. */
import { BODY_RULES } from './body-rules.ts';
import { FRONTMATTER_RULES } from './frontmatter-rules.ts';
import type { Rule } from './rule.ts';

export const RULES: readonly Rule[] = [...FRONTMATTER_RULES, ...BODY_RULES];

const byCode = new Map(RULES.map((rule) => [rule.code, rule]));

/** The rule with a code, if there is one. */
export function ruleOf(code: string): Rule | undefined {
  return byCode.get(code);
}
