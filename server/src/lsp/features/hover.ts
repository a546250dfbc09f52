/** What a name, a figure, a frontmatter key or a tag is. */
import { HoverRequest, type MarkupKind } from 'vscode-languageserver';
import { hoverAt } from '../../core/features/hover.ts';
import { toOffset, toRange } from '../convert.ts';
import { type Feature, onDocument } from '../feature.ts';

export const hover: Feature = {
  capability: () => ({ hoverProvider: true }),
  register(context) {
    const formats = context.client.textDocument?.hover?.contentFormat;
    const kind: MarkupKind = formats && !formats.includes('markdown') ? 'plaintext' : 'markdown';
    onDocument(context, HoverRequest.type, null, ({ readout, config }, { position }) => {
      const found = hoverAt(readout, config.settings, toOffset(readout, position), context.workspace.facts);
      if (!found) return null;
      const value = kind === 'markdown' ? found.markdown : found.markdown.replace(/\\(.)|[*`]/g, '$1');
      return { contents: { kind, value }, range: toRange(readout, found.span) };
    });
  },
};
