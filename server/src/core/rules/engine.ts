/**
 * Runs the rules over one version of a document. Findings of a block are kept with the block, and those of a chunk with
 * the chunk, so that after an edit only the blocks that changed are checked again and only their chunk is looked through.
 */
import type { Settings, SeverityOrOff } from '../config/settings.ts';
import type { Block } from '../document/block.ts';
import type { Chunk } from '../document/chunk.ts';
import { derive, latest } from '../document/derive.ts';
import type { Frontmatter } from '../document/frontmatter.ts';
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
export const ruleWork = { blockChecks: 0, chunkChecks: 0, frontmatterChecks: 0, documentChecks: 0 };

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
}

const NONE: readonly Finding[] = [];

/** What the rules found in a block, from the block's start: those that read the document's date apart. */
interface CheckedBlock {
  readonly active: ActiveRules;
  readonly date: string | undefined;
  readonly plain: readonly Finding[];
  readonly dated: readonly Finding[];
}

/** What the block rules found in a chunk, from the chunk's start. */
interface CheckedChunk {
  readonly active: ActiveRules;
  readonly date: string | undefined;
  readonly findings: readonly Finding[];
}

/** What the frontmatter's rules found. */
interface CheckedFrontmatter {
  readonly active: ActiveRules;
  readonly path: string | undefined;
  readonly mustBeReadout: boolean;
  readonly findings: readonly Finding[];
}

const checkedFrontmatters = new WeakMap<Frontmatter, CheckedFrontmatter>();
const checkedBlocks = latest<Block, CheckedBlock>();
const checkedChunks = latest<Chunk, CheckedChunk>();

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
  const fileName = path?.slice(path.lastIndexOf('/') + 1);
  const { mustBeReadout = false } = options;
  const context: Context = { readout, path, fileName, mustBeReadout, settings };
  findings.push(...checkFrontmatter(active, context));
  const date =
    active.datedBlock.length > 0
      ? readout.frontmatter?.fields.find((field) => field.key === 'date')?.value.text
      : undefined;
  for (const { chunk, start } of readout.placedChunks()) {
    for (const finding of checkChunk(active, chunk, settings, date)) findings.push(moved(finding, start));
  }
  for (const each of active.document) {
    ruleWork.documentChecks++;
    collect(each, findings, () => each.rule.check(contextFor(each, context)));
  }
  const corpus = options.corpus;
  if (corpus) {
    for (const each of active.corpus)
      collect(each, findings, () => each.rule.check(contextFor(each, context), corpus));
  }
  return findings.sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.code < b.code ? -1 : 1),
  );
}

/** What a rule is given beside its options. */
type Context = Omit<RuleContext<never>, 'options'>;

/** Written out field by field: a spread costs more than many a rule. */
function contextFor<Options>(
  { options }: { options: Options },
  context: Context,
): Context & { options: Options } {
  const { readout, path, fileName, mustBeReadout, settings } = context;
  return { readout, path, fileName, mustBeReadout, settings, options };
}

/**
 * What the frontmatter's rules find. They depend on the frontmatter, the file's name and the settings alone, so an edit
 * of the text does not run them again.
 */
function checkFrontmatter(active: ActiveRules, context: Context): readonly Finding[] {
  const { path, mustBeReadout, readout } = context;
  // Where a fence is missing, or text stands above, mends reach into the text.
  const isWhole =
    readout.frontmatter?.open && readout.frontmatter.close && readout.frontmatter.lead.end === 0;
  const frontmatter = isWhole ? readout.frontmatter : undefined;
  const known = frontmatter && checkedFrontmatters.get(frontmatter);
  if (known && known.active === active && known.path === path && known.mustBeReadout === mustBeReadout)
    return known.findings;
  const findings: Finding[] = [];
  for (const each of active.frontmatter) {
    ruleWork.frontmatterChecks++;
    collect(each, findings, () => each.rule.check(contextFor(each, context)));
  }
  if (frontmatter) checkedFrontmatters.set(frontmatter, { active, path, mustBeReadout, findings });
  return findings;
}

function checkChunk(
  active: ActiveRules,
  chunk: Chunk,
  settings: Settings,
  date: string | undefined,
): readonly Finding[] {
  const known = checkedChunks.get(chunk);
  if (known && known.active === active && known.date === date) return known.findings;
  ruleWork.chunkChecks++;
  const findings: Finding[] = [];
  /** Most blocks have no findings: they share one record. */
  const clean: CheckedBlock = { active, date, plain: NONE, dated: NONE };
  chunk.blocks.forEach((block, index) => {
    let entry = checkedBlocks.get(block);
    if (!entry || entry.active !== active || entry.date !== date) {
      const plain =
        entry?.active === active ? entry.plain : checkBlock(active.block, block, settings, undefined);
      const dated = checkBlock(active.datedBlock, block, settings, date);
      entry = plain.length === 0 && dated.length === 0 ? clean : { active, date, plain, dated };
      checkedBlocks.set(block, entry);
    }
    const start = chunk.starts[index] as number;
    for (const finding of entry.plain) findings.push(moved(finding, start));
    for (const finding of entry.dated) findings.push(moved(finding, start));
  });
  checkedChunks.set(chunk, { active, date, findings: findings.length === 0 ? NONE : findings });
  return findings;
}

function checkBlock(
  rules: readonly Active<BlockRule>[],
  block: Block,
  settings: Settings,
  documentDate: string | undefined,
): readonly Finding[] {
  if (block.kind === 'blank') return NONE;
  const findings: Finding[] = [];
  ruleWork.blockChecks++;
  for (const each of rules) {
    collect(each, findings, () => each.rule.check(block, { settings, options: each.options, documentDate }));
  }
  return findings.length === 0 ? NONE : findings;
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
