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

/** @param total number of files. */
export function progressLine(terminal: Terminal, total: number): Progress {
  if (!terminal.errIsTerminal) return { step: () => undefined, clear: () => undefined };
  const start = performance.now();
  let last = start + FIRST - PAUSE;
  let done = 0;
  let visible = false;
  return {
    step: () => {
      done++;
      const now = performance.now();
      if (now - last < PAUSE) return;
      last = now;
      visible = true;
      const rate = (done * 1000) / (now - start);
      const left = Math.ceil((total - done) / rate);
      const line = `${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} files, ${Math.round(rate).toLocaleString('en-US')} a second, ${left} s left`;
      terminal.err(`\r\u001b[K${line.slice(0, (terminal.columns ?? 80) - 1)}`);
    },
    clear: () => {
      if (visible) terminal.err('\r\u001b[K');
      visible = false;
    },
  };
}
