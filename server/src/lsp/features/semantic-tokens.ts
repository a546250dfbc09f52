/** Entities and figures in colour: whole document, a range of it, or what changed since the last time. */
import {
  type SemanticTokens,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver';
import { derive } from '../../core/document/derive.ts';
import { definitionBits } from '../../core/features/identities.ts';
import { recognise } from '../../core/index.ts';
import { toSpan } from '../convert.ts';
import { type Feature, onDocument, type Snapshot } from '../feature.ts';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../protocol.ts';
import type { DocumentSettings } from '../settings.ts';
import { type TokenSheet, type TokenStyle, tokenDelta, tokenSheet, writeTokens } from '../tokens.ts';
import { uriKey } from '../uri.ts';

export const semanticTokens: Feature = {
  capability: () => ({
    semanticTokensProvider: {
      legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
      full: { delta: true },
      range: true,
    },
  }),
  register(context) {
    const multiline = context.client.textDocument?.semanticTokens?.multilineTokenSupport === true;
    const style = derive(
      ({ tokenTypes }: DocumentSettings): TokenStyle => ({ types: tokenTypes, multiline }),
    );
    /** The last answer for each document. */
    const sheets = new Map<string, { readonly resultId: string; readonly sheet: TokenSheet }>();
    let count = 0;
    const sheetOf = ({ readout, config }: Snapshot): TokenSheet => {
      const recognition = recognise(readout, config.settings);
      const definitions = definitionBits(recognition);
      return tokenSheet(readout, recognition, (block) => definitions.get(block) ?? 0, style(config));
    };
    const keep = (uri: string, sheet: TokenSheet): string => {
      const resultId = String(++count);
      sheets.set(uriKey(uri), { resultId, sheet });
      return resultId;
    };
    const full = (snapshot: Snapshot): SemanticTokens => {
      const sheet = sheetOf(snapshot);
      return { resultId: keep(snapshot.uri, sheet), data: writeTokens(sheet) };
    };
    onDocument(context, SemanticTokensRequest.type, { data: [] }, full);
    onDocument(context, SemanticTokensDeltaRequest.type, { data: [] }, (snapshot, { previousResultId }) => {
      const old = sheets.get(uriKey(snapshot.uri));
      if (old === undefined || old.resultId !== previousResultId) return full(snapshot);
      const sheet = sheetOf(snapshot);
      return { resultId: keep(snapshot.uri, sheet), edits: tokenDelta(old.sheet, sheet) };
    });
    onDocument(context, SemanticTokensRangeRequest.type, { data: [] }, (snapshot, { range }) => {
      const { readout } = snapshot;
      const span = toSpan(readout, range);
      const first = readout.blockAt(span.start)?.index ?? 0;
      const end = (readout.blockAt(span.end)?.index ?? -1) + 1;
      return { data: writeTokens(sheetOf(snapshot), first, end) };
    });
    context.events.onRecheck((uri) => {
      // Settings may have changed which types are shown.
      if (!uri && context.client.workspace?.semanticTokens?.refreshSupport)
        context.connection.languages.semanticTokens.refresh();
    });
    context.documents.listen(({ kind, document }) => {
      if (kind === 'closed') sheets.delete(uriKey(document.uri));
    });
  },
};
