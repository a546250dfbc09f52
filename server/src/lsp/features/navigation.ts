/** Moving between the mentions of one name: definition, references, highlights. */
import {
  DefinitionRequest,
  type DocumentHighlight,
  DocumentHighlightKind,
  DocumentHighlightRequest,
  type Location,
  ReferencesRequest,
} from 'vscode-languageserver';
import { nameAt, placesInTitle } from '../../core/features/names.ts';
import { recognise } from '../../core/index.ts';
import { officeOf } from '../../workspace/summary.ts';
import { rangesOfPlaces, toOffset, toRange } from '../convert.ts';
import { type Feature, onDocument, type Snapshot } from '../feature.ts';
import { uriKey } from '../uri.ts';

const at = ({ readout, config }: Snapshot, position: Parameters<typeof toOffset>[1]) =>
  nameAt(readout, config.settings, toOffset(readout, position));

export const navigation: Feature = {
  capability: () => ({
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
  }),
  register(context) {
    onDocument(context, DefinitionRequest.type, null, (snapshot, { position }) => {
      const identity = at(snapshot, position)?.identity;
      return identity
        ? { uri: snapshot.uri, range: toRange(snapshot.readout, identity.definition.span) }
        : null;
    });
    onDocument(context, ReferencesRequest.type, null, (snapshot, params) => {
      const identity = at(snapshot, params.position)?.identity;
      if (!identity) return null;
      const { uri, readout, config } = snapshot;
      const mentions = identity.mentions.filter(
        (mention) => params.context?.includeDeclaration !== false || mention !== identity.definition,
      );
      const here = [
        ...placesInTitle(readout, config.settings, identity),
        ...mentions.map(({ span }) => span),
      ].map((span): Location => ({ uri, range: toRange(readout, span) }));
      const elsewhere = context.workspace.index
        .occurrencesOf(identity.key, officeOf(readout, identity))
        .filter(({ document }) => uriKey(document.uri) !== uriKey(uri))
        .flatMap(({ document, entry }) =>
          rangesOfPlaces(entry.places).map((range): Location => ({ uri: document.uri, range })),
        );
      return [...here, ...elsewhere];
    });
    onDocument(context, DocumentHighlightRequest.type, null, (snapshot, { position }) => {
      const found = at(snapshot, position);
      if (!found) return null;
      const { readout, config } = snapshot;
      const { identity, placed } = found;
      if (identity) {
        const inTitle = placesInTitle(readout, config.settings, identity).map(
          (span): DocumentHighlight => ({ range: toRange(readout, span), kind: DocumentHighlightKind.Read }),
        );
        const inText = identity.mentions.map(
          (mention): DocumentHighlight => ({
            range: toRange(readout, mention.span),
            kind: mention === identity.definition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
          }),
        );
        return [...inTitle, ...inText];
      }
      if (!placed) return [{ range: toRange(readout, found.span), kind: DocumentHighlightKind.Text }];
      const { type, text } = placed.mention;
      return recognise(readout, config.settings).blocks.flatMap((mentions, block) =>
        mentions
          .filter((mention) => mention.type === type && mention.text === text)
          .map(({ span }): DocumentHighlight => {
            const start = readout.starts[block] ?? 0;
            return {
              range: toRange(readout, { start: start + span.start, end: start + span.end }),
              kind: DocumentHighlightKind.Text,
            };
          }),
      );
    });
  },
};
