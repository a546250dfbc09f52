/** People, places, organisations, agreements and documents of the whole workspace. */
import { type SymbolInformation, type SymbolKind, WorkspaceSymbolRequest } from 'vscode-languageserver';
import type { EntityType } from '../../core/index.ts';
import { rangesOfPlaces } from '../convert.ts';
import { type Feature, onAny } from '../feature.ts';

/** Numbers are the protocol's `SymbolKind`: their icons are what an editor's user sees. */
const KIND: Readonly<Partial<Record<EntityType, SymbolKind>>> = {
  PERSON: 5,
  PLACE: 3,
  ORG: 2,
  NORP: 10,
  INSTRUMENT: 11,
  EVENT: 24,
};
const DOCUMENT: SymbolKind = 1;
const MOST_NAMES = 150;
const MOST_DOCUMENTS = 100;

export const workspaceSymbols: Feature = {
  capability: () => ({ workspaceSymbolProvider: true }),
  register(context) {
    onAny(context, WorkspaceSymbolRequest.type, [], ({ query }) => {
      const { index } = context.workspace;
      const wanted = typeof query === 'string' ? query.trim() : '';
      const names = index
        .namesMatching(wanted, MOST_NAMES)
        .flatMap(({ type, name, documents, latest }): SymbolInformation[] => {
          const range = rangesOfPlaces(latest.entry.places)[0];
          const kind = KIND[type];
          if (!range || kind === undefined) return [];
          const containerName = documents === 1 ? latest.document.title : `${documents} documents`;
          return [{ name, kind, containerName, location: { uri: latest.document.uri, range } }];
        });
      const titles = index.titlesMatching(wanted, MOST_DOCUMENTS).flatMap((document): SymbolInformation[] => {
        const range = rangesOfPlaces(document.titlePlace)[0];
        if (!range) return [];
        return [
          {
            name: document.title,
            kind: DOCUMENT,
            containerName: document.date,
            location: { uri: document.uri, range },
          },
        ];
      });
      return [...names, ...titles];
    });
  },
};
