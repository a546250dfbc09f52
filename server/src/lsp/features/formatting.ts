/** Formatting of a whole document; the editor’s own setting makes it *format on save*. */
import { DocumentFormattingRequest } from 'vscode-languageserver';
import { formatEdits } from '../../core/features/format.ts';
import { toLspEdit } from '../convert.ts';
import { type Feature, onDocument } from '../feature.ts';

export const formatting: Feature = {
  capability: () => ({ documentFormattingProvider: true }),
  register(context) {
    onDocument(context, DocumentFormattingRequest.type, null, ({ readout, config }) =>
      formatEdits(readout, config.settings).map((edit) => toLspEdit(readout, edit)),
    );
  },
};
