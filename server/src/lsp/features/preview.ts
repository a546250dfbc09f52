/** What the editor's Markdown preview shows of a readout. */
import { ProtocolNotificationType0, ProtocolRequestType } from 'vscode-languageserver';
import { previewOf } from '../../core/features/preview.ts';
import type { Readout, Settings } from '../../core/index.ts';
import { toRange } from '../convert.ts';
import { type Feature, onDocument } from '../feature.ts';
import { PREVIEW_REFRESH, PREVIEW_REQUEST, type PreviewParams, type PreviewReply } from '../protocol.ts';
import { TOKEN_TYPE_OF } from '../tokens.ts';

const TYPE = new ProtocolRequestType<PreviewParams, PreviewReply | null, never, void, void>(PREVIEW_REQUEST);
const REFRESH = new ProtocolNotificationType0<void>(PREVIEW_REFRESH);

export const preview: Feature = {
  capability: () => ({}),
  register(context) {
    let wasAsked = false;
    onDocument(context, TYPE, null, (snapshot) => {
      wasAsked = true;
      const { version, readout, config } = snapshot;
      return previewReply(version, readout, config.settings, config.tokenTypes);
    });
    // Settings decide what is a readout, what is a name, and which kinds are coloured. With a URI it is markdownlint's
    // news, which is none of ours.
    context.events.onRecheck((uri) => {
      if (!uri && wasAsked) void context.connection.sendNotification(REFRESH).catch(() => undefined);
    });
  },
};

/**
 * The answer about one version of a document.
 * @param tokenTypes the kinds of names and figures that are coloured in the editor; no other is marked.
 */
export function previewReply(
  version: number,
  readout: Readout,
  settings: Settings,
  tokenTypes: ReadonlySet<string>,
): PreviewReply {
  const { head, endMark, marks, ...rest } = previewOf(readout, settings);
  return {
    version,
    ...rest,
    headLines: head.end === 0 ? 0 : readout.positionAt(head.end - 1).line + 1,
    endMark: endMark ? { line: readout.positionAt(endMark.span.start).line, text: endMark.text } : null,
    marks: marks.flatMap(({ span, type, label }) => {
      const tokenType = TOKEN_TYPE_OF[type];
      return tokenTypes.has(tokenType) ? [{ ...toRange(readout, span), type: tokenType, label }] : [];
    }),
  };
}
