/** Expanding the selection: word, name, sentence, passage, section, body, file. */
import { type Position, type SelectionRange, SelectionRangeRequest } from 'vscode-languageserver';
import { selectionsAt } from '../../core/features/selection.ts';
import { toOffset, toRange } from '../convert.ts';
import { type Feature, onDocument, type Snapshot } from '../feature.ts';

function rangesAt({ readout, config }: Snapshot, position: Position): SelectionRange {
  const spans = selectionsAt(readout, config.settings, toOffset(readout, position));
  let range: SelectionRange | undefined;
  for (const span of spans.reverse())
    range = range ? { range: toRange(readout, span), parent: range } : { range: toRange(readout, span) };
  return range ?? { range: { start: position, end: position } };
}

export const selectionRanges: Feature = {
  capability: () => ({ selectionRangeProvider: true }),
  register(context) {
    onDocument(context, SelectionRangeRequest.type, [], (snapshot, { positions }) =>
      (Array.isArray(positions) ? positions : []).map((position) => rangesAt(snapshot, position)),
    );
  },
};
