/** Findings of one version of a document, computed once for diagnostics and code actions alike. */
import type { Diagnostic, DiagnosticTag } from 'vscode-languageserver';
import type { Chunk } from '../core/document/chunk.ts';
import { differences } from '../core/document/differences.ts';
import type { PlacedBlock } from '../core/document/readout.ts';
import { type Block, check, type Finding, type Readout, ruleUrl, shift } from '../core/index.ts';
import { lastAtMost } from '../core/text/lines.ts';
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
 * findings do not vanish and come back with each keystroke. Costs a look at each chunk and each finding, and at each
 * block of the chunks that are new.
 */
export function carryMarkdownlint(before: Readout, after: Readout): void {
  const known = linted.get(before);
  if (!known || known.findings.length === 0) return;
  const byChunk = new Map<Chunk, { readonly finding: Finding; readonly block: PlacedBlock }[]>();
  for (const finding of known.findings) {
    const block = before.blockAt(finding.span.start);
    if (!block || finding.span.end > block.start + block.block.text.length) continue;
    const chunk = before.chunks[lastAtMost(before.chunkStarts, block.start)] as Chunk;
    const entries = byChunk.get(chunk) ?? [];
    byChunk.set(chunk, entries);
    entries.push({ finding, block });
  }
  const { gone } = differences(before.chunks, after.chunks);
  const orphans = new Map<Block, { readonly finding: Finding; readonly block: PlacedBlock }[]>();
  for (const chunk of gone) {
    for (const entry of byChunk.get(chunk) ?? []) {
      const entries = orphans.get(entry.block.block) ?? [];
      orphans.set(entry.block.block, entries);
      entries.push(entry);
    }
  }
  const old = new Map(before.chunks.map((chunk, index) => [chunk, before.chunkStarts[index] as number]));
  const findings: Finding[] = [];
  for (const { chunk, start } of after.placedChunks()) {
    const stood = old.get(chunk);
    if (stood !== undefined) {
      for (const { finding } of byChunk.get(chunk) ?? []) findings.push(movedFinding(finding, start - stood));
      continue;
    }
    chunk.blocks.forEach((block, index) => {
      for (const entry of orphans.get(block) ?? [])
        findings.push(
          movedFinding(entry.finding, start + (chunk.starts[index] as number) - entry.block.start),
        );
    });
  }
  if (findings.length > 0) linted.set(after, { config: known.config, findings, isExact: false });
}

function movedFinding(finding: Finding, by: number): Finding {
  if (by === 0) return finding;
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
