/** The words of the release guard. Nothing here knows VS Code. */
import type { ReleaseStatus } from '../../server/src/lsp/protocol.ts';
import { countdownTo } from './countdown.ts';
import type { Translate } from './words.ts';

/** How a status is shown: never by colour alone. */
function statusText(
  status: string | null,
  t: Translate,
): { readonly icon: string | undefined; readonly word: string } {
  switch (status) {
    case 'draft':
      return { icon: 'edit', word: t('Draft') };
    case 'cleared':
      return { icon: 'verified', word: t('Cleared') };
    case 'released':
      return { icon: 'broadcast', word: t('Released') };
    default:
      return { icon: undefined, word: status || t('No status') };
  }
}

/** `Cleared by Ines Holm on 2023-11-17`, as far as it is known. */
export function clearedText(
  { by, day }: { readonly by?: string | null; readonly day?: string | null },
  t: Translate,
): string {
  if (by && day) return t('Cleared by {0} on {1}', by, day);
  if (by) return t('Cleared by {0}', by);
  return day ? t('Cleared on {0}', day) : t('Cleared');
}

/** What the item shows. */
export interface ReleaseText {
  readonly text: string;
  /** For a screen reader. */
  readonly spoken: string;
  /** Markdown; each sentence is a line. */
  readonly details: readonly string[];
  /** Whether something has changed since it was cleared. */
  readonly warns: boolean;
  /** Milliseconds until it must be shown anew; undefined if no time makes a difference. */
  readonly next: number | undefined;
}

/** What to show of a status at a moment; undefined if the document says nothing about its release. */
export function releaseText(
  { status, embargoUntil, cleared, changes }: Omit<ReleaseStatus, 'version'>,
  now: number,
  formatTime: (moment: number) => string,
  t: Translate,
): ReleaseText | undefined {
  if (status === null && embargoUntil === null && cleared === null) return undefined;
  const { icon, word } = statusText(status, t);
  const countdown = embargoUntil === null ? undefined : countdownTo(embargoUntil, now, t);
  const isHeld = countdown !== undefined && countdown.next !== undefined;
  const changed = changesText(changes, t);
  const text = [
    `$(${isHeld ? 'lock' : (icon ?? 'question')}) ${word}`,
    countdown && (isHeld ? t('embargo {0}', countdown.text) : t('embargo lifted')),
    changes > 0 && `$(warning) ${changed}`,
  ].filter(Boolean);
  const details = [
    t('Status: {0}', word),
    cleared &&
      (changes > 0
        ? t('{0}, {1} since', clearedText(cleared, t), changed)
        : t('{0}, nothing has changed since', clearedText(cleared, t))),
    embargoUntil !== null &&
      (countdown && isHeld
        ? t('Under embargo for another {0}, until {1}', countdown.spoken, formatTime(embargoUntil))
        : t('Embargo lifted: {0}', formatTime(embargoUntil))),
  ].filter((line): line is string => typeof line === 'string');
  return {
    text: text.join(' · '),
    spoken: `Readout: ${details.join('. ')}.`,
    details,
    warns: changes > 0,
    next: countdown?.next,
  };
}

/** `1 change`, `2 changes`. */
export function changesText(count: number, t: Translate): string {
  return count === 1 ? t('1 change') : t('{0} changes', count);
}
