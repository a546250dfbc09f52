/** Entities and figures in colour: whole document, a range of it, or what changed since the last time. */
import {
  type SemanticTokens,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver';
import { derive } from '../../core/document/derive.ts';
import { recogniseAlone, unreadChunks } from '../../core/entities/recognise.ts';
import { definitionsOf } from '../../core/features/definitions.ts';
import { recognise } from '../../core/index.ts';
import { lastAtMost } from '../../core/text/lines.ts';
import { toSpan } from '../convert.ts';
import { type Feature, onDocument, type Snapshot } from '../feature.ts';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../protocol.ts';
import type { DocumentSettings } from '../settings.ts';
import {
  type TokenSheet,
  type TokenStyle,
  tokenDelta,
  tokenSheet,
  tokensOnLines,
  writeTokens,
} from '../tokens.ts';
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
      const { chunks } = recognise(readout, config.settings);
      return tokenSheet(readout, chunks, definitionsOf(readout, config.settings), style(config));
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
    const reads = { reads: true };
    onDocument(context, SemanticTokensRequest.type, { data: [] }, full, reads);
    onDocument(
      context,
      SemanticTokensDeltaRequest.type,
      { data: [] },
      (snapshot, { previousResultId }) => {
        const old = sheets.get(uriKey(snapshot.uri));
        if (old === undefined || old.resultId !== previousResultId) return full(snapshot);
        const sheet = sheetOf(snapshot);
        return { resultId: keep(snapshot.uri, sheet), edits: tokenDelta(old.sheet, sheet) };
      },
      reads,
    );
    // What is in sight is coloured at once, however long the document: where it is not yet read, by what each block says.
    onDocument(context, SemanticTokensRangeRequest.type, { data: [] }, (snapshot, { range }) => {
      const { readout, config } = snapshot;
      const { start, end } = toSpan(readout, range);
      const first = lastAtMost(readout.chunkStarts, start);
      const last = lastAtMost(readout.chunkStarts, end) + 1;
      const isRead = unreadChunks(readout).length === 0;
      const sheet = isRead
        ? tokenSheet(
            readout,
            recognise(readout, config.settings).chunks.slice(first, last),
            definitionsOf(readout, config.settings).slice(first, last),
            style(config),
            first,
          )
        : tokenSheet(readout, recogniseAlone(readout.chunks.slice(first, last)), [], style(config), first);
      const from = readout.positionAt(start).line;
      return { data: tokensOnLines(writeTokens(sheet), from, readout.positionAt(end).line) };
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
