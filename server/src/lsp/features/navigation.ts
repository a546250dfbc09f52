/** Moving between the mentions of one name: definition, references, highlights. */
import {
  DefinitionRequest,
  type DocumentHighlight,
  DocumentHighlightKind,
  DocumentHighlightRequest,
  type Location,
  ReferencesRequest,
} from 'vscode-languageserver';
import { mentionAt } from '../../core/features/identities.ts';
import { recognise } from '../../core/index.ts';
import { rangesOfPlaces, toOffset, toRange } from '../convert.ts';
import { type Feature, onDocument, type Snapshot } from '../feature.ts';
import { uriKey } from '../uri.ts';

const at = ({ readout, config }: Snapshot, position: Parameters<typeof toOffset>[1]) =>
  mentionAt(readout, config.settings, toOffset(readout, position));

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
      const { uri, readout } = snapshot;
      const here = identity.mentions
        .filter((mention) => params.context?.includeDeclaration !== false || mention !== identity.definition)
        .map(({ span }): Location => ({ uri, range: toRange(readout, span) }));
      const elsewhere = context.workspace.index
        .occurrencesOf(identity.key)
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
      if (identity)
        return identity.mentions.map(
          (mention): DocumentHighlight => ({
            range: toRange(readout, mention.span),
            kind: mention === identity.definition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
          }),
        );
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
