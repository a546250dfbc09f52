/** Mistakes in the body, one by one. */
import type { Seed } from './seed.ts';

export const BODY_SEEDS: readonly Seed[] = [];
