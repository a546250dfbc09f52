/** What a name, a figure, a frontmatter key or a tag is. */
import { type Hover, HoverRequest, type MarkupKind } from 'vscode-languageserver';
import { hoverAt } from '../../core/features/hover.ts';
import { settingHoverAt } from '../../core/features/settings-assist.ts';
import type { Readout, Span } from '../../core/index.ts';
import { toOffset, toRange } from '../convert.ts';
import { type Feature, onDocument } from '../feature.ts';

export const hover: Feature = {
  capability: () => ({ hoverProvider: true }),
  register(context) {
    const formats = context.client.textDocument?.hover?.contentFormat;
    const kind: MarkupKind = formats && !formats.includes('markdown') ? 'plaintext' : 'markdown';
    const toHover = (readout: Readout, found: { span: Span; markdown: string } | undefined): Hover | null => {
      if (!found) return null;
      const value = kind === 'markdown' ? found.markdown : found.markdown.replace(/\\(.)|[*`]/g, '$1');
      return { contents: { kind, value }, range: toRange(readout, found.span) };
    };
    onDocument(
      context,
      HoverRequest.type,
      null,
      ({ readout, config }, { position }) =>
        toHover(
          readout,
          hoverAt(readout, config.settings, toOffset(readout, position), context.workspace.facts),
        ),
      {
        settingsFile: ({ readout }, { position }) =>
          toHover(readout, settingHoverAt(readout.text, toOffset(readout, position))),
      },
    );
  },
};
