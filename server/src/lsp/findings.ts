/** Findings of one version of a document, computed once for diagnostics and code actions alike. */
import type { Diagnostic, DiagnosticTag } from 'vscode-languageserver';
import { check, type Finding, type Readout, ruleUrl } from '../core/index.ts';
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
const linted = new WeakMap<
  Readout,
  { readonly config: DocumentSettings; readonly findings: readonly Finding[] }
>();

/** What markdownlint said about a version, if it was asked already. */
export function markdownlintOf({ readout, config }: Snapshot): readonly Finding[] | undefined {
  const known = linted.get(readout);
  return known?.config === config ? known.findings : undefined;
}

/** Keeps what markdownlint said about a version. */
export function keepMarkdownlint({ readout, config }: Snapshot, findings: readonly Finding[]): void {
  linted.set(readout, { config, findings });
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
