/** Addresses that can be opened. */
import { DocumentLinkRequest } from 'vscode-languageserver';
import { linksOf } from '../../core/features/links.ts';
import { toRange } from '../convert.ts';
import { type Feature, onDocument } from '../feature.ts';

export const documentLinks: Feature = {
  capability: () => ({ documentLinkProvider: {} }),
  register(context) {
    onDocument(context, DocumentLinkRequest.type, [], ({ readout }) =>
      linksOf(readout).map(({ span, target }) => ({ range: toRange(readout, span), target })),
    );
  },
};
