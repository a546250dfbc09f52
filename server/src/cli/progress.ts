/** One line on standard error that says how far long work is; nothing where standard error is no terminal. */
import type { Terminal } from './terminal.ts';

/** Milliseconds before the line appears, and between two of its updates. */
const PAUSE = 120;
const FIRST = 600;

/** The state of the line. */
export interface Progress {
  /** Says that one more file is done. */
  readonly step: () => void;
  /** Takes the line away: before other output on the terminal, and at the end. */
  readonly clear: () => void;
}

/**
 * @param total number of files.
 * @param now milliseconds from any fixed moment.
 */
export function progressLine(
  terminal: Pick<Terminal, 'err' | 'errIsTerminal' | 'columns'>,
  total: number,
  now: () => number = () => performance.now(),
): Progress {
  if (!terminal.errIsTerminal) return { step: () => undefined, clear: () => undefined };
  const start = now();
  let last = start + FIRST - PAUSE;
  let done = 0;
  let visible = false;
  return {
    step: () => {
      done++;
      const time = now();
      if (time - last < PAUSE) return;
      last = time;
      visible = true;
      const rate = (done * 1000) / (time - start);
      const left = Math.ceil((total - done) / rate);
      const line = `${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} files, ${Math.round(rate).toLocaleString('en-US')} a second, ${duration(left)} left`;
      terminal.err(`\r\u001b[K${line.slice(0, (terminal.columns ?? 80) - 1)}`);
    },
    clear: () => {
      if (visible) terminal.err('\r\u001b[K');
      visible = false;
    },
  };
}

function duration(seconds: number): string {
  if (seconds < 100) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 100 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
