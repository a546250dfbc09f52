/** The words of the release guard. Nothing here knows VS Code. */
import type { ReleaseStatus } from '../../server/src/lsp/protocol.ts';
import { countdownTo } from './countdown.ts';

/** How each status is shown: never by colour alone. */
const STATUS: Readonly<Record<string, { readonly icon: string; readonly word: string }>> = {
  draft: { icon: 'edit', word: 'Draft' },
  cleared: { icon: 'verified', word: 'Cleared' },
  released: { icon: 'broadcast', word: 'Released' },
};

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
): ReleaseText | undefined {
  if (status === null && embargoUntil === null && cleared === null) return undefined;
  const known = status === null ? undefined : STATUS[status];
  const word = known?.word ?? (status === null || status === '' ? 'No status' : status);
  const countdown = embargoUntil === null ? undefined : countdownTo(embargoUntil, now);
  const isHeld = countdown !== undefined && countdown.next !== undefined;
  const changed = changes === 1 ? '1 change' : `${changes} changes`;
  const text = [
    `$(${isHeld ? 'lock' : (known?.icon ?? 'question')}) ${word}`,
    countdown && (isHeld ? `embargo ${countdown.text}` : 'embargo lifted'),
    changes > 0 && `$(warning) ${changed}`,
  ].filter(Boolean);
  const details = [
    `Status: ${word}`,
    cleared &&
      `Cleared${cleared.by ? ` by ${cleared.by}` : ''}${cleared.day ? ` on ${cleared.day}` : ''}, ${changes > 0 ? `${changed} since` : 'nothing has changed since'}`,
    embargoUntil !== null &&
      (countdown && isHeld
        ? `Under embargo for another ${countdown.spoken}, until ${formatTime(embargoUntil)}`
        : `Embargo lifted at ${formatTime(embargoUntil)}`),
  ].filter((line): line is string => typeof line === 'string');
  return {
    text: text.join(' · '),
    spoken: `Readout: ${details.join('. ')}.`,
    details,
    warns: changes > 0,
    next: countdown?.next,
  };
}
