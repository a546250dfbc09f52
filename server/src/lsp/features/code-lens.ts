/** Above the title: who took part, and earlier readouts with the same counterpart. */
import { type CodeLens, CodeLensRefreshRequest, CodeLensRequest, type Location } from 'vscode-languageserver';
import { participantsLens, titleSpan } from '../../core/features/lens.ts';
import { counterpartsOf } from '../../workspace/summary.ts';
import { rangesOfPlaces, toRange } from '../convert.ts';
import { type Feature, onDocument } from '../feature.ts';
import { uriKey } from '../uri.ts';

export const codeLens: Feature = {
  capability: () => ({ codeLensProvider: {} }),
  register(context) {
    onDocument(context, CodeLensRequest.type, null, ({ uri, readout, config }) => {
      const lenses: CodeLens[] = [];
      const participants = participantsLens(readout, config.settings);
      const range = toRange(readout, titleSpan(readout));
      // An empty command is shown as mere text.
      if (participants) lenses.push({ range, command: { title: participants.title, command: '' } });
      const { index } = context.workspace;
      const date = index.get(uriKey(uri))?.date ?? '';
      const earlier = new Map<string, Location>();
      for (const key of counterpartsOf(readout, config.settings)) {
        for (const document of index.withCounterpart(key)) {
          const place = rangesOfPlaces(document.titlePlace)[0];
          if (uriKey(document.uri) === uriKey(uri) || !place || !document.date || document.date >= date)
            continue;
          earlier.set(document.uri, { uri: document.uri, range: place });
        }
      }
      if (earlier.size > 0) {
        const count = earlier.size === 1 ? '1 earlier readout' : `${earlier.size} earlier readouts`;
        const command = context.showLocationsCommand;
        lenses.push({
          range,
          command: {
            title: `${count} with the same counterpart`,
            command: command ?? '',
            ...(command !== undefined && { arguments: [uri, range.start, [...earlier.values()]] }),
          },
        });
      }
      return lenses;
    });
    context.events.onRecheck((uri) => {
      if (!uri && context.client.workspace?.codeLens?.refreshSupport)
        void context.connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
    });
  },
};
