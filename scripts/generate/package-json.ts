/** The part of package.json that is made from the rules: the setting `readout.rules` with every code. */
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
      { type: 'string', enum: SEVERITIES, default: rule.severity, description: rule.title },
    ]),
  );
  return `${JSON.stringify(parsed, undefined, 2)}\n`;
}
