/** Colours of terminal output, after https://no-color.org and https://force-color.org. */
import type { Severity } from '../core/index.ts';
import type { Terminal } from './terminal.ts';

/** Wraps text in a colour; each function gives the text back unchanged where colours are off. */
export interface Palette {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly underline: (text: string) => string;
  readonly severity: (severity: Severity, text: string) => string;
  readonly good: (text: string) => string;
  readonly added: (text: string) => string;
  readonly removed: (text: string) => string;
}

const SEVERITY_COLOUR: Readonly<Record<Severity, number>> = {
  error: 31,
  warning: 33,
  information: 36,
  hint: 90,
};

/** Whether to colour standard output: `NO_COLOR` beats `FORCE_COLOR` beats whether it is a terminal. */
export function wantsColour(terminal: Pick<Terminal, 'env' | 'outIsTerminal'>): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = terminal.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return terminal.outIsTerminal && TERM !== 'dumb';
}

/** The palette for a terminal with or without colours. */
export function palette(colours: boolean): Palette {
  const wrap = (open: number, close: number) => (text: string) =>
    colours && text !== '' ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return {
    bold: wrap(1, 22),
    dim: wrap(2, 22),
    underline: wrap(4, 24),
    severity: (severity, text) => wrap(SEVERITY_COLOUR[severity], 39)(text),
    good: wrap(32, 39),
    added: wrap(32, 39),
    removed: wrap(31, 39),
  };
}
