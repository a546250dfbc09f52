/** The words of the status items. Nothing here knows VS Code. */
import type { IndexStatus } from '../../server/src/lsp/protocol.ts';
import type { Translate } from './words.ts';

/** Findings of one document by how grave they are. */
export interface FindingCounts {
  errors: number;
  warnings: number;
  others: number;
}

/** `2 errors, 1 warning`. */
export function findingsText({ errors, warnings, others }: Readonly<FindingCounts>, t: Translate): string {
  const parts = [
    errors > 0 && (errors === 1 ? t('1 error') : t('{0} errors', errors)),
    warnings > 0 && (warnings === 1 ? t('1 warning') : t('{0} warnings', warnings)),
    others > 0 && (others === 1 ? t('1 suggestion') : t('{0} suggestions', others)),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : t('No findings');
}

/** `Reading 120 of 812 files`, `812 readouts known`. @param index undefined while the server does not answer. */
export function indexText(
  index: IndexStatus | undefined,
  t: Translate,
): {
  readonly text: string;
  readonly isBusy: boolean;
} {
  if (!index) return { text: t('Starting…'), isBusy: true };
  const { done, total, documents } = index;
  if (total > 0 && done < total) return { text: t('Reading file {0} of {1}', done, total), isBusy: true };
  const text = documents === 1 ? t('1 readout known') : t('{0} readouts known', documents);
  return { text, isBusy: false };
}
