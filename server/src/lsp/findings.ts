/** Findings of one version of a document, computed once for diagnostics and code actions alike. */
import type { Diagnostic, DiagnosticTag } from 'vscode-languageserver';
import { check, type Finding, type Readout, ruleUrl } from '../core/index.ts';
import { LSP_SEVERITY, toRange } from './convert.ts';
import type { ServerContext, Snapshot } from './feature.ts';
import type { DocumentSettings } from './settings.ts';

interface Checked {
  readonly config: DocumentSettings;
  readonly path: string | undefined;
  readonly findings: readonly Finding[];
}

const checked = new WeakMap<Readout, Checked>();

/** All findings of a document's version that nothing silences, ordered by place. */
export function findingsOf({ readout, path, config }: Snapshot): readonly Finding[] {
  const known = checked.get(readout);
  if (known && known.config === config && known.path === path) return known.findings;
  const findings = check({ readout, path }, config.settings, { mustBeReadout: config.mustBeReadout });
  checked.set(readout, { config, path, findings });
  return findings;
}

/** The codes whose text is not wanted at all, so that editors may fade it: the protocol's tag “unnecessary”. */
const UNNECESSARY: ReadonlySet<string> = new Set(['readout/unused-suppression', 'text/repeated-word']);

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
