/** Every feature of the language server. What is not in this list is neither advertised nor answered. */
import type { Feature } from '../feature.ts';
import { clearance } from './clearance.ts';
import { codeActions } from './code-actions.ts';
import { codeLens } from './code-lens.ts';
import { completion } from './completion.ts';
import { diagnostics } from './diagnostics.ts';
import { documentLinks } from './document-links.ts';
import { documentSymbols } from './document-symbols.ts';
import { explorer } from './explorer.ts';
import { exporting } from './export.ts';
import { folding } from './folding.ts';
import { formatting } from './formatting.ts';
import { hover } from './hover.ts';
import { indexStatus } from './index-status.ts';
import { inlayHints } from './inlay-hints.ts';
import { navigation } from './navigation.ts';
import { newReadout } from './new-readout.ts';
import { paste } from './paste.ts';
import { preview } from './preview.ts';
import { rangeFormatting } from './range-formatting.ts';
import { rename } from './rename.ts';
import { selectionRanges } from './selection-ranges.ts';
import { semanticTokens } from './semantic-tokens.ts';
import { templates } from './templates.ts';
import { workspaceSymbols } from './workspace-symbols.ts';

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
  newReadout,
  navigation,
  rename,
  formatting,
  rangeFormatting,
  workspaceSymbols,
  inlayHints,
  codeLens,
  explorer,
  preview,
  clearance,
  indexStatus,
  paste,
  exporting,
];
