/**
 * Runs the rules over one version of a document. Findings of a block are kept with the block, so that after an edit
 * only the blocks that changed are checked again.
 */
import type { Settings, SeverityOrOff } from '../config/settings.ts';
import type { Block } from '../document/block.ts';
import { derive } from '../document/derive.ts';
import { shift } from '../text/span.ts';
import { RULES } from './registry.ts';
import type {
  BlockRule,
  CheckedFile,
  CorpusRule,
  CorpusView,
  DocumentRule,
  Finding,
  Fix,
  FrontmatterRule,
  Problem,
  Rule,
  RuleContext,
} from './rule.ts';

/** Counts work done since the process started; tests assert on differences, the bench prints them. */
export const ruleWork = { blockChecks: 0, frontmatterChecks: 0, documentChecks: 0 };

interface Active<R extends Rule> {
  readonly rule: R;
  readonly severity: Exclude<SeverityOrOff, 'off'>;
  readonly options: Readonly<Record<string, unknown>>;
}

interface ActiveRules {
  readonly frontmatter: readonly Active<FrontmatterRule>[];
  readonly block: readonly Active<BlockRule>[];
  readonly datedBlock: readonly Active<BlockRule>[];
  readonly document: readonly Active<DocumentRule>[];
  readonly corpus: readonly Active<CorpusRule>[];
  /** Findings per block; `date` is the key of the dated ones. */
  readonly blocks: WeakMap<
    Block,
    { plain: readonly Finding[]; dated: readonly Finding[]; date: string | undefined }
  >;
}

/** The severity in force for a rule. */
export function severityOf(rule: Rule, settings: Settings): SeverityOrOff {
  return settings.rules[rule.code]?.severity ?? rule.severity;
}

const activeRules = derive((settings: Settings): ActiveRules => {
  const of = <R extends Rule>(wanted: (rule: Rule) => rule is R): Active<R>[] =>
    RULES.filter(wanted).flatMap((rule) => {
      const severity = severityOf(rule, settings);
      if (severity === 'off') return [];
      const defaults = Object.fromEntries(
        Object.entries(rule.options ?? {}).map(([name, option]) => [name, option.default]),
      );
      return [{ rule, severity, options: { ...defaults, ...settings.rules[rule.code]?.options } }];
    });
  const block = of((rule): rule is BlockRule => rule.scope === 'block');
  return {
    frontmatter: of((rule): rule is FrontmatterRule => rule.scope === 'frontmatter'),
    block: block.filter(({ rule }) => !rule.needsDate),
    datedBlock: block.filter(({ rule }) => rule.needsDate),
    document: of((rule): rule is DocumentRule => rule.scope === 'document'),
    corpus: of((rule): rule is CorpusRule => rule.scope === 'corpus'),
    blocks: new WeakMap(),
  };
});

/** What a check needs to know beside the file and the settings. */
export interface CheckOptions {
  /** Whether the file lies under the configured globs. */
  readonly mustBeReadout?: boolean;
  /** The other documents; without it, rules that compare documents do not run. */
  readonly corpus?: CorpusView;
}

/**
 * All findings of our own rules, ordered by place, suppressions not yet applied. Never throws: a rule that does is
 * reported as a finding under `readout/internal` and costs only itself.
 */
export function runRules(file: CheckedFile, settings: Settings, options: CheckOptions = {}): Finding[] {
  const active = activeRules(settings);
  const { readout, path } = file;
  const findings: Finding[] = [];
  const context: Omit<RuleContext<never>, 'options'> = {
    readout,
    path,
    fileName: path?.slice(path.lastIndexOf('/') + 1),
    mustBeReadout: options.mustBeReadout ?? false,
    settings,
  };
  for (const each of active.frontmatter) {
    ruleWork.frontmatterChecks++;
    collect(each, findings, () => each.rule.check({ ...context, options: each.options }));
  }
  const date =
    active.datedBlock.length > 0
      ? readout.frontmatter?.fields.find((field) => field.key === 'date')?.value.text
      : undefined;
  for (let index = 0; index < readout.blocks.length; index++) {
    const block = readout.blocks[index] as Block;
    let entry = active.blocks.get(block);
    if (!entry) {
      entry = {
        plain: checkBlock(active.block, block, settings, undefined),
        dated: checkBlock(active.datedBlock, block, settings, date),
        date,
      };
      active.blocks.set(block, entry);
    } else if (entry.date !== date) {
      entry = { plain: entry.plain, dated: checkBlock(active.datedBlock, block, settings, date), date };
      active.blocks.set(block, entry);
    }
    if (entry.plain.length > 0 || entry.dated.length > 0) {
      const start = readout.starts[index] as number;
      for (const finding of entry.plain) findings.push(moved(finding, start));
      for (const finding of entry.dated) findings.push(moved(finding, start));
    }
  }
  for (const each of active.document) {
    ruleWork.documentChecks++;
    collect(each, findings, () => each.rule.check({ ...context, options: each.options }));
  }
  const corpus = options.corpus;
  if (corpus) {
    for (const each of active.corpus)
      collect(each, findings, () => each.rule.check({ ...context, options: each.options }, corpus));
  }
  return findings.sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.code < b.code ? -1 : 1),
  );
}

function checkBlock(
  rules: readonly Active<BlockRule>[],
  block: Block,
  settings: Settings,
  documentDate: string | undefined,
): Finding[] {
  const findings: Finding[] = [];
  if (block.kind === 'blank') return findings;
  ruleWork.blockChecks++;
  for (const each of rules) {
    collect(each, findings, () => each.rule.check(block, { settings, options: each.options, documentDate }));
  }
  return findings;
}

function collect(active: Active<Rule>, findings: Finding[], check: () => Iterable<Problem>): void {
  try {
    for (const problem of check())
      findings.push({ ...problem, code: active.rule.code, severity: active.severity });
  } catch (error) {
    findings.push({
      code: 'readout/internal',
      severity: 'warning',
      span: { start: 0, end: 0 },
      message: `The rule ${active.rule.code} failed on this document (${error instanceof Error ? error.message : String(error)}). The other rules are not affected; please report this.`,
    });
  }
}

function moved(finding: Finding, by: number): Finding {
  const fixes = finding.fixes;
  return {
    ...finding,
    span: shift(finding.span, by),
    ...(fixes && {
      fixes: (): readonly Fix[] =>
        fixes().map((fix) => ({
          ...fix,
          edits: fix.edits.map((edit) => ({ ...edit, span: shift(edit.span, by) })),
        })),
    }),
  };
}
