/** The whole check of one document: the rules, then the suppressions laid over what they found. */
import type { Settings } from '../config/settings.ts';
import { type CheckOptions as EngineOptions, runRules, severityOf } from './engine.ts';
import { RULES, ruleOf } from './registry.ts';
import type { CheckedFile, Finding, ReleaseRule, SuppressionRule } from './rule.ts';
import { suppress, suppressUnused, UNUSED_SUPPRESSION } from './suppression.ts';

/** What a check needs to know beside the file and the settings. */
export interface CheckOptions extends EngineOptions {
  /**
   * What markdownlint found in this file, with codes `markdownlint/MD0xx`, in any order; the result holds it too.
   * Left out if markdownlint was not asked: then no suppression of its codes is called useless.
   */
  readonly markdownlint?: readonly Finding[];
  /** The document is to be released at this moment (milliseconds since 1970): the rules on release run too. */
  readonly release?: { readonly now: number };
}

const RELEASE_RULES = RULES.filter((rule): rule is ReleaseRule => rule.scope === 'release');
const CODES: readonly string[] = RULES.map((rule) => rule.code);

/** All findings of a document that nothing silences, ordered by place. Never throws. */
export function check(file: CheckedFile, settings: Settings, options: CheckOptions = {}): Finding[] {
  const findings = checkDocument(file, settings, options);
  const { release } = options;
  if (!release) return findings;
  const held = RELEASE_RULES.flatMap((rule): Finding[] => {
    const severity = severityOf(rule, settings);
    if (severity === 'off') return [];
    const problems = [...rule.check(file, { now: release.now, findings })];
    return problems.map((problem) => ({ ...problem, code: rule.code, severity }));
  });
  return [...findings, ...held].sort(byPlace);
}

function checkDocument(file: CheckedFile, settings: Settings, options: CheckOptions): Finding[] {
  const found = runRules(file, settings, options);
  if (options.markdownlint?.length) found.push(...options.markdownlint);
  found.sort(byPlace);
  const judges = (code: string): boolean => {
    if (code.startsWith('markdownlint/')) return options.markdownlint !== undefined;
    const rule = ruleOf(code);
    if (!rule || severityOf(rule, settings) === 'off') return false;
    if (rule.scope === 'release') return false;
    return rule.scope !== 'corpus' || options.corpus !== undefined;
  };
  const { findings, judged } = suppress(file.readout, found, CODES, judges);
  const rule = RULES.find((each): each is SuppressionRule => each.scope === 'suppression');
  const severity = rule && severityOf(rule, settings);
  if (judged.length === 0 || !rule || !severity || severity === 'off') return findings;
  const useless = [...rule.check(judged, { readout: file.readout })]
    .map((problem): Finding => ({ ...problem, code: UNUSED_SUPPRESSION, severity }))
    .sort(byPlace);
  return [...findings, ...suppressUnused(file.readout, useless)].sort(byPlace);
}

function byPlace(a: Finding, b: Finding): number {
  return (
    a.span.start - b.span.start || a.span.end - b.span.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
  );
}
