/** Renaming a person or anything else with a name, in the form that each mention has. */
import { PrepareRenameRequest, RenameRequest } from 'vscode-languageserver';
import { renamableAt, renameEdits } from '../../core/features/rename.ts';
import { toOffset, toRange } from '../convert.ts';
import { toWorkspaceEdit } from '../edits.ts';
import { type Feature, onDocument } from '../feature.ts';

export const rename: Feature = {
  capability: (client) => ({
    renameProvider: client.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
  }),
  register(context) {
    onDocument(context, PrepareRenameRequest.type, null, ({ readout, config }, { position }) => {
      const found = renamableAt(readout, config.settings, toOffset(readout, position));
      return found ? { range: toRange(readout, found.span), placeholder: found.placeholder } : null;
    });
    onDocument(context, RenameRequest.type, null, (snapshot, { position, newName }) => {
      const { readout, config } = snapshot;
      const edits = renameEdits(readout, config.settings, toOffset(readout, position), String(newName));
      return edits ? toWorkspaceEdit(context, snapshot, edits) : null;
    });
  },
};
