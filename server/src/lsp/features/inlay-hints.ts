/** The day behind *today* and *Friday*. Off unless a setting turns it on. */
import { type InlayHint, InlayHintRequest } from 'vscode-languageserver';
import { dateHints } from '../../core/features/date-hints.ts';
import { toSpan } from '../convert.ts';
import { type Feature, onDocument } from '../feature.ts';

export const inlayHints: Feature = {
  capability: () => ({ inlayHintProvider: true }),
  register(context) {
    onDocument(context, InlayHintRequest.type, [], ({ readout, config }, { range }) => {
      if (!config.dateHints) return [];
      return dateHints(readout, config.settings, toSpan(readout, range)).map(
        ({ span, label }): InlayHint => ({
          position: readout.positionAt(span.end),
          label: `= ${label}`,
          paddingLeft: true,
        }),
      );
    });
    context.events.onRecheck((uri) => {
      if (!uri && context.client.workspace?.inlayHint?.refreshSupport)
        context.connection.languages.inlayHint.refresh();
    });
  },
};
