/** What the frontmatter says that the prose must agree with: title and tags, ready to be compared. */
import { derive } from '../../document/derive.ts';
import { fieldsByKey, scalarField } from '../../document/facts.ts';
import type { Field, Frontmatter } from '../../document/frontmatter.ts';
import type { Readout } from '../../document/readout.ts';
import { sourceSpanOrWhole } from '../../document/scalar.ts';
import type { Span } from '../../text/span.ts';

/** A title with its field. */
export interface Headline {
  readonly field: Field;
  /** The title with every kind of blank made a plain one; as long as the value's text. */
  readonly text: string;
}

const headlineIn = derive((frontmatter: Frontmatter): Headline | undefined => {
  const field = scalarField(frontmatter, 'title');
  return field && { field, text: field.value.text.replace(/\s/g, ' ') };
});

/** The document's title, if it has one. */
export function headlineOf(readout: Readout): Headline | undefined {
  return readout.frontmatter && headlineIn(readout.frontmatter);
}

/** Where a stretch of the title stands in the file. */
export function spanInHeadline({ field }: Headline, start: number, end: number): Span {
  return sourceSpanOrWhole(field.value, start, end);
}

/** The tags as written, whether one or several. */
export const tagsIn = derive((frontmatter: Frontmatter): readonly string[] => {
  const value = fieldsByKey(frontmatter).get('tags')?.value;
  if (!value) return [];
  const values = value.kind === 'sequence' ? value.items : [value];
  return values.filter(({ kind, text }) => kind === 'scalar' && text !== '').map(({ text }) => text);
});
