/** The rules on the body, and on how the prose agrees with the frontmatter. */
import { endMark } from './body/end-mark.ts';
import { unusedSuppression } from './readout/unused-suppression.ts';
import type { Rule } from './rule.ts';

export const BODY_RULES: readonly Rule[] = [endMark, unusedSuppression];
