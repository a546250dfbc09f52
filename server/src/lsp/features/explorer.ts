/** What the Readout Explorer shows of a document. */
import { ProtocolRequestType } from 'vscode-languageserver';
import { explorerOf } from '../../core/features/explorer.ts';
import { toRange } from '../convert.ts';
import { type Feature, onDocument } from '../feature.ts';
import { EXPLORER_REQUEST, type ExplorerParams, type ExplorerReply } from '../protocol.ts';

const TYPE = new ProtocolRequestType<ExplorerParams, ExplorerReply | null, never, void, void>(
  EXPLORER_REQUEST,
);

export const explorer: Feature = {
  capability: () => ({}),
  register(context) {
    onDocument(context, TYPE, null, ({ version, readout, config }) => ({
      version,
      groups: explorerOf(readout, config.settings).map(({ id, title, items }) => ({
        id,
        title,
        items: items.map(({ name, detail, spans }) => ({
          name,
          detail,
          ranges: spans.map((span) => toRange(readout, span)),
        })),
      })),
    }));
  },
};
