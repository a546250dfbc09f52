/** What a status bar shows of a document's way to release. */
import { changesSince } from '../clearance/changes.ts';
import { recordedClearance } from '../clearance/clearance.ts';
import type { Settings } from '../config/settings.ts';
import type { Readout } from '../document/readout.ts';
import { embargoEnd, statusOf } from '../rules/release/status.ts';

/** Where a document stands. */
export interface DocumentReleaseStatus {
  /** The value of `status` as written; null if there is none. */
  readonly status: string | null;
  /** When the embargo ends, in milliseconds since 1970-01-01T00:00:00Z; null without one. */
  readonly embargoUntil: number | null;
  /** Who cleared the document and on which day; null if no clearance is recorded. */
  readonly cleared: { readonly by: string; readonly day: string } | null;
  /** How many names, figures, dates and quotations are not as they were cleared. */
  readonly changes: number;
}

/** Where a document stands on its way to release. */
export function releaseStatusOf(readout: Readout, settings: Settings): DocumentReleaseStatus {
  const { frontmatter } = readout;
  const clearance = frontmatter && recordedClearance(frontmatter)?.clearance;
  const difference = clearance && changesSince(readout, settings, clearance);
  return {
    status: statusOf(frontmatter) ?? null,
    embargoUntil: embargoEnd(frontmatter) ?? null,
    cleared: clearance ? { by: clearance.by, day: clearance.day } : null,
    changes: difference ? difference.changed.length + difference.removed.length : 0,
  };
}
