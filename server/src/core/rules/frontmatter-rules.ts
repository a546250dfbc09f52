/** The rules on the frontmatter, the file's name, and other documents' frontmatter. */
import { duplicateKey } from './frontmatter/duplicate-key.ts';
import type { Rule } from './rule.ts';

export const FRONTMATTER_RULES: readonly Rule[] = [duplicateKey];
