/** Every feature of the language server. What is not in this list is neither advertised nor answered. */
import type { Feature } from '../feature.ts';
import { diagnostics } from './diagnostics.ts';

export const FEATURES: readonly Feature[] = [diagnostics];
