/** The parts of package.json and package.nls.json that are made from the rules: the setting `readout.rules`. */
import type { Rule } from '../../server/src/core/rules/rule.ts';

const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'];

/**
 * The manifest with the `properties` of the setting `readout.rules` written anew, in whichever group of
 * `contributes.configuration` it stands; everything else stays as it is. @throws if the setting is not there.
 */
export function withRuleSettings(manifest: string, rules: readonly Rule[]): string {
  const parsed = JSON.parse(manifest) as {
    contributes?: {
      configuration?: readonly { properties?: Readonly<Record<string, Record<string, unknown>>> }[];
    };
  };
  const groups = parsed.contributes?.configuration ?? [];
  const setting = groups.map(({ properties }) => properties?.['readout.rules']).find(Boolean);
  if (!setting) throw new Error('package.json has no setting readout.rules.');
  setting['properties'] = Object.fromEntries(
    rules.map((rule) => [
      rule.code,
      { type: 'string', enum: SEVERITIES, default: rule.severity, description: `%${wordOf(rule)}%` },
    ]),
  );
  return `${JSON.stringify(parsed, undefined, 2)}\n`;
}

/** Keys of package.nls.json that are a rule's title begin so. */
const RULE = 'rule.';

/** VS Code's packager knows keys without slashes only. */
function wordOf({ code }: Rule): string {
  return `${RULE}${code.replaceAll('/', '.')}`;
}

/** package.nls.json, the English words of the manifest, with the titles of the rules written anew at its end. */
export function withRuleWords(words: string, rules: readonly Rule[]): string {
  const own = Object.entries(JSON.parse(words) as Readonly<Record<string, string>>).filter(
    ([key]) => !key.startsWith(RULE),
  );
  const titles = rules.map((rule) => [wordOf(rule), rule.title] as const);
  return `${JSON.stringify(Object.fromEntries([...own, ...titles]), undefined, 2)}\n`;
}
