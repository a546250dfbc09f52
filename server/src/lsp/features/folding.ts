/** Folding. */
import { type FoldingRange, FoldingRangeKind, FoldingRangeRequest } from 'vscode-languageserver';
import { foldsOf } from '../../core/features/folding.ts';
import { type Feature, MOST_PASSAGES, onDocument } from '../feature.ts';

export const folding: Feature = {
  capability: () => ({ foldingRangeProvider: true }),
  register(context) {
    onDocument(context, FoldingRangeRequest.type, [], ({ readout }) =>
      foldsOf(readout, MOST_PASSAGES).flatMap(({ kind, span }): FoldingRange[] => {
        const startLine = readout.positionAt(span.start).line;
        const endLine = readout.positionAt(span.end).line;
        if (endLine <= startLine) return [];
        return [{ startLine, endLine, ...(kind === 'comment' && { kind: FoldingRangeKind.Comment }) }];
      }),
    );
  },
};
