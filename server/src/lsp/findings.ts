/** Findings of one version of a document, computed once for diagnostics and code actions alike. */
import type { Diagnostic, DiagnosticTag } from 'vscode-languageserver';
import { type Block, check, type Finding, type Readout, ruleUrl, shift } from '../core/index.ts';
import { LSP_SEVERITY, toRange } from './convert.ts';
import type { ServerContext, Snapshot } from './feature.ts';
import type { DocumentSettings } from './settings.ts';

interface Checked {
  readonly config: DocumentSettings;
  readonly path: string | undefined;
  /** Undefined while markdownlint has not been heard. */
  readonly markdownlint: readonly Finding[] | undefined;
  readonly corpusVersion: number;
  readonly findings: readonly Finding[];
}

const checked = new WeakMap<Readout, Checked>();
/** What markdownlint said about a version; not exact where it was said about an earlier one. */
interface Linted {
  readonly config: DocumentSettings;
  readonly findings: readonly Finding[];
  readonly isExact: boolean;
}

const linted = new WeakMap<Readout, Linted>();

/** What is known of markdownlint's opinion about a version. */
function markdownlintOf({ readout, config }: Snapshot): readonly Finding[] | undefined {
  const known = linted.get(readout);
  return known?.config === config ? known.findings : undefined;
}

/** Whether markdownlint was asked about this very version. */
export function isLinted({ readout, config }: Snapshot): boolean {
  const known = linted.get(readout);
  return known?.config === config && known.isExact;
}

/** Keeps what markdownlint said about a version. */
export function keepMarkdownlint({ readout, config }: Snapshot, findings: readonly Finding[]): void {
  linted.set(readout, { config, findings, isExact: true });
}

/**
 * Carries what markdownlint said about blocks that an edit left as they were over to the next version, so that its
 * findings do not vanish and come back with each keystroke. Costs a look at each block, and only if there are any.
 */
export function carryMarkdownlint(before: Readout, after: Readout): void {
  const known = linted.get(before);
  if (!known || known.findings.length === 0) return;
  const byBlock = new Map<Block, { readonly start: number; readonly findings: Finding[] }>();
  for (const finding of known.findings) {
    const placed = before.blockAt(finding.span.start);
    if (!placed || finding.span.end > placed.start + placed.block.text.length) continue;
    const entry = byBlock.get(placed.block) ?? { start: placed.start, findings: [] };
    byBlock.set(placed.block, entry);
    entry.findings.push(finding);
  }
  const findings = after.blocks.flatMap((block, index) => {
    const entry = byBlock.get(block);
    if (!entry) return [];
    const by = (after.starts[index] as number) - entry.start;
    return by === 0 ? entry.findings : entry.findings.map((finding) => movedFinding(finding, by));
  });
  if (findings.length > 0) linted.set(after, { config: known.config, findings, isExact: false });
}

function movedFinding(finding: Finding, by: number): Finding {
  const { fixes } = finding;
  return {
    ...finding,
    span: shift(finding.span, by),
    ...(fixes && {
      fixes: () =>
        fixes().map((fix) => ({
          ...fix,
          edits: fix.edits.map((edit) => ({ ...edit, span: shift(edit.span, by) })),
        })),
    }),
  };
}

/**
 * All findings of a document's version that nothing silences, ordered by place. The same findings are the same list,
 * whoever asks and however often.
 */
export function findingsOf(context: ServerContext, snapshot: Snapshot): readonly Finding[] {
  const { readout, path, config } = snapshot;
  const markdownlint = markdownlintOf(snapshot);
  const corpusVersion = context.workspace.corpus.version();
  const known = checked.get(readout);
  if (
    known?.config === config &&
    known.path === path &&
    known.markdownlint === markdownlint &&
    known.corpusVersion === corpusVersion
  )
    return known.findings;
  const found = check({ readout, path }, config.settings, {
    mustBeReadout: config.mustBeReadout,
    corpus: context.workspace.corpus.view,
    ...(markdownlint && { markdownlint }),
  });
  const findings = known && known.config === config && isSame(known.findings, found) ? known.findings : found;
  checked.set(readout, { config, path, markdownlint, corpusVersion, findings });
  return findings;
}

function isSame(a: readonly Finding[], b: readonly Finding[]): boolean {
  return (
    a.length === b.length &&
    a.every((finding, index) => {
      const other = b[index];
      return (
        other !== undefined &&
        finding.code === other.code &&
        finding.message === other.message &&
        finding.severity === other.severity &&
        finding.span.start === other.span.start &&
        finding.span.end === other.span.end
      );
    })
  );
}

/** The codes whose text is not wanted at all, so that editors may fade it: the protocol's tag “unnecessary”. */
const UNNECESSARY: ReadonlySet<string> = new Set(['readout/unused-suppression', 'body/repeated-word']);

/** The protocol's form of a finding. */
export function toDiagnostic(context: ServerContext, readout: Readout, finding: Finding): Diagnostic {
  const href = ruleUrl(finding.code, context.docs);
  return {
    range: toRange(readout, finding.span),
    severity: LSP_SEVERITY[finding.severity],
    code: finding.code,
    ...(href && { codeDescription: { href } }),
    source: 'readout',
    message: finding.message,
    ...(UNNECESSARY.has(finding.code) && { tags: [1 satisfies DiagnosticTag] }),
  };
}
