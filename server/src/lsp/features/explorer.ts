/** What the Readout Explorer shows of a document. */
import { ProtocolNotificationType0, ProtocolRequestType } from 'vscode-languageserver';
import { explorerOf } from '../../core/features/explorer.ts';
import { toRange } from '../convert.ts';
import { type Feature, isOurs, onDocument, type Snapshot } from '../feature.ts';
import { EXPLORER_REFRESH, EXPLORER_REQUEST, type ExplorerParams, type ExplorerReply } from '../protocol.ts';

const TYPE = new ProtocolRequestType<ExplorerParams, ExplorerReply | null, never, void, void>(
  EXPLORER_REQUEST,
);
const REFRESH = new ProtocolNotificationType0<void>(EXPLORER_REFRESH);

export const explorer: Feature = {
  capability: () => ({}),
  register(context) {
    let wasAsked = false;
    onDocument(
      context,
      TYPE,
      null,
      (snapshot) => {
        wasAsked = true;
        return isOurs(snapshot) ? replyOf(snapshot) : null;
      },
      { anyMarkdown: true },
    );
    // Settings decide what is a readout, and what is a name. With a URI it is markdownlint's news, which is none of ours.
    context.events.onRecheck((uri) => {
      if (!uri && wasAsked) void context.connection.sendNotification(REFRESH).catch(() => undefined);
    });
  },
};

function replyOf({ version, readout, config }: Snapshot): ExplorerReply {
  return {
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
  };
}
