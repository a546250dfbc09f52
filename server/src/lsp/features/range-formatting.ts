/** Formatting of a selection: no edit reaches beyond it. */
import { DocumentRangeFormattingRequest } from 'vscode-languageserver';
import { formatEdits } from '../../core/features/format.ts';
import { toLspEdit, toSpan } from '../convert.ts';
import { type Feature, onDocument } from '../feature.ts';

export const rangeFormatting: Feature = {
  capability: () => ({ documentRangeFormattingProvider: true }),
  register(context) {
    onDocument(context, DocumentRangeFormattingRequest.type, null, ({ readout, config }, { range }) =>
      formatEdits(readout, config.settings, {}, toSpan(readout, range)).map((edit) =>
        toLspEdit(readout, edit),
      ),
    );
  },
};
