/** The words of the status items. Nothing here knows VS Code. */
import type { IndexStatus } from '../../server/src/lsp/protocol.ts';

/** Findings of one document by how grave they are. */
export interface FindingCounts {
  errors: number;
  warnings: number;
  others: number;
}

/** `2 errors, 1 warning`. */
export function findingsText({ errors, warnings, others }: Readonly<FindingCounts>): string {
  const parts = [
    errors > 0 && counted(errors, 'error'),
    warnings > 0 && counted(warnings, 'warning'),
    others > 0 && counted(others, 'suggestion'),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : 'No findings';
}

/** `Reading 120 of 812 files`, `812 readouts known`. @param index undefined while the server does not answer. */
export function indexText(index: IndexStatus | undefined): {
  readonly text: string;
  readonly isBusy: boolean;
} {
  if (!index) return { text: 'Starting…', isBusy: true };
  const { done, total, documents } = index;
  if (total > 0 && done < total)
    return { text: `Reading ${done} of ${counted(total, 'file')}`, isBusy: true };
  return { text: `${counted(documents, 'readout')} known`, isBusy: false };
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
