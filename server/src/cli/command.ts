import type { OptionDefinition, ParsedArguments } from './arguments.ts';
import type { Terminal } from './terminal.ts';

/** One command of `readout`. */
export interface Command {
  readonly name: string;
  /** What stands behind the name in the usage line. */
  readonly usage: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** Further paragraphs of its help. */
  readonly details?: string;
  readonly options: readonly OptionDefinition[];
  /** Runs it. @returns the exit code. @throws UsageError to end with code 2 and a sentence. */
  readonly run: (args: ParsedArguments, terminal: Terminal) => Promise<number>;
}

/** Exit codes, the same for every command. */
export const EXIT = { ok: 0, findings: 1, usage: 2, interrupted: 130 } as const;
