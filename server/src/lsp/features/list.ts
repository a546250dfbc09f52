/** Every feature of the language server. What is not in this list is neither advertised nor answered. */
import type { Feature } from '../feature.ts';
import { codeActions } from './code-actions.ts';
import { completion } from './completion.ts';
import { diagnostics } from './diagnostics.ts';
import { documentLinks } from './document-links.ts';
import { documentSymbols } from './document-symbols.ts';
import { folding } from './folding.ts';
import { hover } from './hover.ts';
import { selectionRanges } from './selection-ranges.ts';
import { semanticTokens } from './semantic-tokens.ts';
import { templates } from './templates.ts';

export const FEATURES: readonly Feature[] = [
  diagnostics,
  codeActions,
  semanticTokens,
  documentSymbols,
  hover,
  folding,
  selectionRanges,
  documentLinks,
  completion,
  templates,
];
