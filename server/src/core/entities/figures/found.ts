import type { EntityType } from '../types.ts';

/** What the grammar made of a place: a figure, or (`type` undefined) something passed over. */
export interface Found {
  readonly type: EntityType | undefined;
  readonly start: number;
  readonly end: number;
}
