/** What stands above the title: who took part, in which form. */
import type { Settings } from '../config/settings.ts';
import { scalarField } from '../document/facts.ts';
import type { Readout } from '../document/readout.ts';
import { summaryOf } from '../entities/participants.ts';
import type { Span } from '../text/span.ts';
import { participantName } from './explorer.ts';

/** One line above a span. */
export interface Lens {
  readonly span: Span;
  readonly title: string;
}

/** The participants of a document, or undefined if it does not say. */
export function participantsLens(readout: Readout, settings: Settings): Lens | undefined {
  const { principals, counterparts, forms } = summaryOf(readout, settings);
  const sides = [principals, counterparts]
    .map((side) => side.map(participantName).filter(Boolean).join(', '))
    .filter(Boolean);
  if (sides.length === 0) return undefined;
  const form = forms.map(({ kind }) => kind).join(', ');
  return { span: titleSpan(readout), title: `${form ? `${form}: ` : ''}${sides.join(' — ')}` };
}

/** Where the title stands, or the start of the file. */
export function titleSpan(readout: Readout): Span {
  return scalarField(readout.frontmatter, 'title')?.keySpan ?? { start: 0, end: 0 };
}
