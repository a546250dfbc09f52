/** What the command line needs from the outside world; tests hand in their own. */
import { createInterface } from 'node:readline/promises';

/** Where a command reads and writes. */
export interface Terminal {
  /** Absolute path that relative paths count from. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Path of the program's entry module: worker threads start from it, the package lies two folders above its own. */
  readonly entry: string;
  /** Writes to standard output; resolves when more may be written. Throws {@link BrokenPipe} if nobody reads. */
  readonly out: (text: string) => Promise<void>;
  /** Writes to standard error. */
  readonly err: (text: string) => void;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  /** Width of standard error in columns, where known. */
  readonly columns: number | undefined;
  /** Reads standard input to its end. */
  readonly input: () => Promise<Uint8Array>;
  /** Begins to ask; undefined unless standard input and standard error are terminals. */
  readonly prompter?: (() => Prompter) | undefined;
  /** Aborted when the user presses Ctrl-C. */
  readonly interrupted: AbortSignal;
}

/** Asks somebody at a terminal, one question after the other. */
export interface Prompter {
  /** The answer without blanks at its ends; undefined if the user left with Ctrl-C or Ctrl-D. */
  readonly ask: (question: string) => Promise<string | undefined>;
  readonly close: () => void;
}

/** The reader of our output went away (`readout check . | head`): no error, the work is merely over. */
export class BrokenPipe extends Error {}

/** Wrong usage, broken configuration, unreadable path: ends a command with exit code 2 and this sentence. */
export class UsageError extends Error {}

/** The terminal of this process. Ctrl-C is heard once; a second one ends the process as usual. */
export function processTerminal(entry: string): Terminal {
  const interruption = new AbortController();
  process.once('SIGINT', () => interruption.abort());
  let broken = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    broken = true;
  });
  process.stderr.on('error', () => undefined);
  return {
    cwd: process.cwd(),
    env: process.env,
    entry,
    out: (text) =>
      new Promise((resolve, reject) => {
        if (broken) reject(new BrokenPipe());
        else if (text === '') resolve();
        else
          process.stdout.write(text, (error) => {
            if (!error) resolve();
            else reject((error as NodeJS.ErrnoException).code === 'EPIPE' ? new BrokenPipe() : error);
          });
      }),
    err: (text) => void process.stderr.write(text),
    outIsTerminal: process.stdout.isTTY === true,
    errIsTerminal: process.stderr.isTTY === true,
    columns: process.stderr.columns,
    input: async () => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
      return Buffer.concat(chunks);
    },
    prompter:
      process.stdin.isTTY === true && process.stderr.isTTY === true
        ? () => terminalPrompter(interruption)
        : undefined,
    interrupted: interruption.signal,
  };
}

/** Questions go to standard error, so that standard output holds the result alone. */
function terminalPrompter(interruption: AbortController): Prompter {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const leave = (): void => interruption.abort();
  lines.on('SIGINT', leave);
  lines.on('close', leave);
  return {
    ask: async (question) => {
      try {
        return (await lines.question(question, { signal: interruption.signal })).trim();
      } catch (error) {
        if (interruption.signal.aborted) return undefined;
        throw error;
      }
    },
    close: () => {
      lines.off('close', leave);
      lines.close();
    },
  };
}
