/** Clean text for what is pasted into the body of a readout. */
import { ProtocolRequestType } from 'vscode-languageserver';
import type { Readout } from '../../core/index.ts';
import { cleanPaste } from '../../paste/paste.ts';
import { type Feature, onDocument } from '../feature.ts';
import { CLEAN_PASTE_REQUEST, type CleanPaste, type CleanPasteParams } from '../protocol.ts';

const TYPE = new ProtocolRequestType<CleanPasteParams, CleanPaste | null, never, void, void>(
  CLEAN_PASTE_REQUEST,
);

export const paste: Feature = {
  capability: () => ({}),
  register(context) {
    onDocument(context, TYPE, null, async ({ readout, config }, { position, text, html }) => {
      if (typeof text !== 'string' || !isProse(readout, readout.offsetAt(position))) return null;
      const markup = typeof html === 'string' ? html : undefined;
      const clean = await cleanPaste({ text, html: markup }, config.settings);
      return clean === text.replace(/\r\n?/g, '\n') ? null : { text: clean };
    });
  },
};

/** Frontmatter, code, tables and raw HTML have rules of their own: there, what is pasted stays as it is. */
function isProse(readout: Readout, offset: number): boolean {
  if (offset < readout.bodyStart) return false;
  const kind = readout.blockAt(offset)?.block.kind;
  return kind !== 'code' && kind !== 'table' && kind !== 'html';
}
