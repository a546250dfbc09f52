/** What can be done about findings: their fixes, all fixes of one kind, a suppression, everything that is safe. */
import type { CheckedFile, Finding, Fix } from '../rules/rule.ts';
import { suppressionFix } from '../rules/suppression-fix.ts';
import { type Span, type TextEdit, touches } from '../text/span.ts';

/** `fix`: one fix of one finding; `fixKind`: the safe fixes of all findings with a code; `fixAll`: every safe fix. */
export type ActionKind = 'fix' | 'fixKind' | 'suppress' | 'fixAll';

/** Something that an editor can offer. */
export interface Action {
  readonly kind: ActionKind;
  readonly title: string;
  /** What it is about; absent if it is about many. */
  readonly finding?: Finding;
  /** Whether it is the one to take without a second look. */
  readonly preferred: boolean;
  readonly edits: readonly TextEdit[];
  /** New base name for the file. */
  readonly renameTo?: string;
}

export interface ActionOptions {
  /** Nobody named the kinds: `fixAll` is left out. */
  readonly unasked: boolean;
  /** Whether files can be renamed; without it fixes that only rename are left out. */
  readonly renames: boolean;
}

/**
 * The actions for a span of a document, the fixes first.
 * @param findings all findings of the document, ordered by place.
 * @param span where the cursor or selection is; findings that touch it are meant.
 */
export function actionsFor(
  file: CheckedFile,
  findings: readonly Finding[],
  span: Span,
  kinds: readonly ActionKind[],
  options: ActionOptions,
): Action[] {
  const here = findings.filter((finding) => touches(finding.span, span));
  const actions: Action[] = [];
  if (kinds.includes('fix')) for (const finding of here) actions.push(...fixesOf(finding, options));
  if (kinds.includes('fixKind')) {
    for (const code of new Set(here.map((finding) => finding.code))) {
      const same = findings.filter((finding) => finding.code === code);
      const edits = same.length > 1 ? safeEdits(same) : [];
      const count = same.filter((finding) => safeFix(finding) !== undefined).length;
      if (count > 1)
        actions.push({ kind: 'fixKind', title: `Fix all ${count} of ${code}`, preferred: false, edits });
    }
  }
  if (kinds.includes('suppress')) {
    for (const finding of here) {
      for (const { title, edits } of suppressionFix(file, finding))
        actions.push({ kind: 'suppress', title, finding, preferred: false, edits });
    }
  }
  if (kinds.includes('fixAll') && !options.unasked) {
    const edits = safeEdits(findings);
    if (edits.length > 0)
      actions.push({ kind: 'fixAll', title: 'Apply all safe fixes', preferred: false, edits });
  }
  return actions;
}

function fixesOf(finding: Finding, { renames }: ActionOptions): Action[] {
  return (finding.fixes?.() ?? [])
    .filter((fix) => fix.edits.length > 0 || (fix.renameTo !== undefined && renames))
    .map((fix, index) => ({
      kind: 'fix',
      title: fix.title,
      finding,
      preferred: index === 0 && fix.safe,
      edits: fix.edits,
      ...(fix.renameTo !== undefined && { renameTo: fix.renameTo }),
    }));
}

function safeFix(finding: Finding): Fix | undefined {
  return finding.fixes?.().find((fix) => fix.safe && fix.renameTo === undefined && fix.edits.length > 0);
}

/**
 * The edits of all safe fixes that can be applied together. A fix whose edits touch those of an earlier one is left
 * out as a whole; it is found again, and can be applied, afterwards.
 */
export function safeEdits(findings: readonly Finding[]): TextEdit[] {
  const taken: TextEdit[] = [];
  let last = -1;
  for (const finding of findings) {
    const edits = safeFix(finding)?.edits;
    if (!edits) continue;
    // Findings come in order, so nearly every fix lies behind all others; only then is a look at each of them saved.
    const isBehind = edits.every(({ span }) => span.start > last);
    if (!isBehind && edits.some((edit) => taken.some((other) => touches(edit.span, other.span)))) continue;
    taken.push(...edits);
    for (const { span } of edits) last = Math.max(last, span.end);
  }
  return taken.sort((a, b) => a.span.start - b.span.start);
}
