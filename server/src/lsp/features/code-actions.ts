/** Quick fixes, all fixes of a kind, suppressions, and the one action that applies everything safe. */
import { type CodeAction, CodeActionRequest } from 'vscode-languageserver';
import { type ActionKind, actionsFor } from '../../core/features/actions.ts';
import { toSpan } from '../convert.ts';
import { canRenameFiles, toWorkspaceEdit } from '../edits.ts';
import { type Feature, onDocument } from '../feature.ts';
import { findingsOf, toDiagnostic } from '../findings.ts';
import { FIX_ALL_KIND } from '../protocol.ts';

const KINDS: Readonly<Record<ActionKind, string>> = {
  fix: 'quickfix',
  fixKind: 'quickfix',
  suppress: 'quickfix',
  fixAll: FIX_ALL_KIND,
};

/** Whether the editor, which may have asked for some kinds only, wants this one. */
function wanted(kind: string, only: readonly string[] | undefined): boolean {
  return (
    only === undefined || only.some((each) => each === '' || kind === each || kind.startsWith(`${each}.`))
  );
}

export const codeActions: Feature = {
  capability: () => ({ codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL_KIND] } }),
  register(context) {
    onDocument(context, CodeActionRequest.type, [], (snapshot, params) => {
      const { readout, path } = snapshot;
      const only = Array.isArray(params.context?.only) ? params.context.only : undefined;
      const kinds = (Object.keys(KINDS) as ActionKind[]).filter((kind) => wanted(KINDS[kind], only));
      // The findings are those of the current text, whatever the editor still shows.
      const actions = actionsFor(
        { readout, path },
        findingsOf(context, snapshot),
        toSpan(readout, params.range),
        kinds,
        // Nobody asked for a kind: an editor that shows a menu at the cursor is not offered the whole document.
        { unasked: only === undefined, renames: canRenameFiles(context.client) },
      );
      return actions.map(
        (action): CodeAction => ({
          title: action.title,
          kind: KINDS[action.kind],
          ...(action.finding && { diagnostics: [toDiagnostic(context, readout, action.finding)] }),
          ...(action.preferred && { isPreferred: true }),
          edit: toWorkspaceEdit(context, snapshot, action.edits, action.renameTo),
        }),
      );
    });
  },
};
