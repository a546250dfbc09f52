/** Applies every safe fix of a document, again and again until nothing is left to mend. */
import { Readout } from '../document/readout.ts';
import type { Finding, Fix } from '../rules/rule.ts';
import { applyEdits, type TextEdit } from '../text/span.ts';

/** Fixes may bring each other about; a document that is still changing after this many rounds is left as it is then. */
const MOST_ROUNDS = 12;

/** A document with its safe fixes applied. */
export interface FixedDocument {
  readonly readout: Readout;
  /** What is left to say about it. */
  readonly findings: readonly Finding[];
  /** How many findings were mended. */
  readonly applied: number;
  /** New base name for the file, if a safe fix asks for one. */
  readonly renameTo: string | undefined;
}

/**
 * Applies the safe fixes whose edits do not overlap, checks again, and goes on. A round that would leave more errors
 * than there were is taken back, and its fixes are tried one by one. Applied to its own result it changes nothing.
 * @param findingsOf all findings of a version of the document.
 */
export async function fixAll(
  readout: Readout,
  findingsOf: (readout: Readout) => Promise<readonly Finding[]>,
): Promise<FixedDocument> {
  let current = { readout, findings: await findingsOf(readout) };
  let applied = 0;
  const seen = new Set([readout.text]);
  const versionWith = async (fixes: readonly Fix[]): Promise<typeof current | undefined> => {
    const { text } = applyEdits(
      current.readout.text,
      fixes.flatMap((fix) => fix.edits),
    );
    // Back at a version that was there before: two fixes undo each other.
    if (seen.has(text)) return undefined;
    const next = Readout.parse(text);
    const findings = await findingsOf(next);
    if (errorsIn(findings) > errorsIn(current.findings)) return undefined;
    seen.add(text);
    return { readout: next, findings };
  };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fixes = together(current.findings);
    if (fixes.length === 0) break;
    let next = await versionWith(fixes);
    let count = fixes.length;
    for (let index = 0; !next && fixes.length > 1 && index < fixes.length; index++) {
      next = await versionWith([fixes[index] as Fix]);
      count = 1;
    }
    if (!next) break;
    current = next;
    applied += count;
  }
  return { ...current, applied, renameTo: renameIn(current.findings) };
}

function errorsIn(findings: readonly Finding[]): number {
  return findings.filter(({ severity }) => severity === 'error').length;
}

/** The first safe fix of each finding, without those that overlap an earlier one. */
function together(findings: readonly Finding[]): Fix[] {
  const taken: TextEdit[] = [];
  const fixes: Fix[] = [];
  for (const finding of findings) {
    const fix = finding.fixes?.().find(({ safe, edits }) => safe && edits.length > 0);
    if (!fix || fix.edits.some((edit) => taken.some((other) => collide(edit, other)))) continue;
    taken.push(...fix.edits);
    fixes.push(fix);
  }
  return fixes;
}

/** Whether two edits overlap, or insert at the same place. */
function collide(a: TextEdit, b: TextEdit): boolean {
  return a.span.start <= b.span.end && b.span.start <= a.span.end;
}

function renameIn(findings: readonly Finding[]): string | undefined {
  for (const finding of findings) {
    const fix = finding.fixes?.().find(({ safe, renameTo }) => safe && renameTo !== undefined);
    if (fix?.renameTo !== undefined) return fix.renameTo;
  }
  return undefined;
}
