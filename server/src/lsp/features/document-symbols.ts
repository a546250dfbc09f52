/** The outline. */
import { type DocumentSymbol, DocumentSymbolRequest, type SymbolKind } from 'vscode-languageserver';
import { type OutlineItem, type OutlineKind, outlineOf } from '../../core/features/outline.ts';
import type { Readout } from '../../core/index.ts';
import { toRange } from '../convert.ts';
import { type Feature, MOST_PASSAGES, onDocument } from '../feature.ts';

/** Numbers are the protocol's `SymbolKind`: their icons are what an editor's user sees. */
const KIND: Readonly<Record<OutlineKind, SymbolKind>> = {
  frontmatter: 4,
  field: 7,
  heading: 15,
  lead: 1,
  passage: 1,
  listItem: 18,
  quotation: 15,
  speaker: 5,
  person: 5,
  figure: 16,
  endMark: 14,
};

function toSymbol(readout: Readout, item: OutlineItem): DocumentSymbol {
  return {
    name: item.name.trim() || item.kind,
    detail: item.detail,
    kind: KIND[item.kind],
    range: toRange(readout, item.span),
    selectionRange: toRange(readout, item.selection),
    children: item.children.map((child) => toSymbol(readout, child)),
  };
}

export const documentSymbols: Feature = {
  capability: () => ({ documentSymbolProvider: { label: 'Readout' } }),
  register(context) {
    const headings = context.editorListsHeadings ? 'own' : 'all';
    onDocument(
      context,
      DocumentSymbolRequest.type,
      [],
      ({ readout, config }) =>
        outlineOf(readout, config.settings, config.outline, headings, MOST_PASSAGES).map((item) =>
          toSymbol(readout, item),
        ),
      { reads: true },
    );
  },
};
