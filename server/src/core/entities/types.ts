/** What the recogniser finds. Types and span rules follow the annotation guidelines in docs/entities.md. */
import type { Span } from '../text/span.ts';

/** The ten types of span. */
export const ENTITY_TYPES = [
  'PERSON',
  'PLACE',
  'ORG',
  'NORP',
  'INSTRUMENT',
  'EVENT',
  'DATE',
  'MONEY',
  'PERCENT',
  'NUMBER',
] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** One mention of an entity or figure. */
export interface Mention {
  readonly type: EntityType;
  /** Half-open, in UTF-16 code units; from the block's start in a block's list, from the file's start elsewhere. */
  readonly span: Span;
  /** The characters of the span as they stand in the text, line breaks included. */
  readonly text: string;
  /** ISO 8601 for dates and intervals, `863400000000 USD` for money, plain decimals for the rest; absent if unknown. */
  readonly value?: string;
}
