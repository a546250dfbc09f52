/** The command line `readout`: finds the command, runs it, turns whatever happens into an exit code. */
import { nearest } from '../core/text/nearest.ts';
import { describeOptions, parseArguments } from './arguments.ts';
import { checkCommand } from './check.ts';
import { clearCommand } from './clear.ts';
import { type Command, EXIT } from './command.ts';
import { entitiesCommand } from './entities.ts';
import { explainCommand } from './explain.ts';
import { exportCommand } from './export.ts';
import { formatCommand } from './format.ts';
import { lspCommand } from './lsp.ts';
import { mergeReportsCommand } from './merge-reports.ts';
import { newCommand } from './new.ts';
import { outlineCommand } from './outline.ts';
import { packageVersion } from './package.ts';
import { BrokenPipe, type Terminal, UsageError } from './terminal.ts';

const COMMANDS: readonly Command[] = [
  checkCommand,
  mergeReportsCommand,
  clearCommand,
  formatCommand,
  exportCommand,
  entitiesCommand,
  outlineCommand,
  explainCommand,
  newCommand,
  lspCommand,
];

/** Runs `readout` with the arguments behind its name. Never throws. @returns the exit code. */
export async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await dispatch(args, terminal);
  } catch (error) {
    if (error instanceof BrokenPipe) return EXIT.ok;
    if (error instanceof UsageError) {
      terminal.err(`readout: ${error.message}\n`);
      return EXIT.usage;
    }
    const detail = error instanceof Error ? error.message : String(error);
    terminal.err(`readout: Something went wrong that should not have: ${detail}\n`);
    if (terminal.env['READOUT_DEBUG'] && error instanceof Error) terminal.err(`${error.stack}\n`);
    else terminal.err('Set READOUT_DEBUG=1 to see where, and please report it.\n');
    return EXIT.usage;
  }
}

async function dispatch(args: readonly string[], terminal: Terminal): Promise<number> {
  const [first, ...rest] = args;
  if (first === undefined) throw new UsageError('Name a command. “readout help” lists them.');
  if (first === '--version' || first === '-v' || first === 'version') {
    await terminal.out(`${packageVersion(terminal)}\n`);
    return EXIT.ok;
  }
  if (first === 'help' || first === '--help' || first === '-h') {
    await terminal.out(rest[0] === undefined ? overview() : help(commandOf(rest[0])));
    return EXIT.ok;
  }
  const command = commandOf(first);
  const end = rest.indexOf('--');
  const own = end < 0 ? rest : rest.slice(0, end);
  if (own.includes('--help') || own.includes('-h')) {
    await terminal.out(help(command));
    return EXIT.ok;
  }
  return command.run(parseArguments(rest, command.options, command.name), terminal);
}

function commandOf(name: string): Command {
  const command = COMMANDS.find((each) => each.name === name);
  if (command) return command;
  const meant = nearest(name.replace(/^-+/, ''), [...COMMANDS.map((each) => each.name), 'help', 'version']);
  const hint = meant
    ? ` Did you mean “readout ${meant}”?`
    : ' “readout help” lists the commands; files are checked with “readout check PATH…”.';
  throw new UsageError(`There is no command “${name}”.${hint}`);
}

function overview(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  const lines = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}\n`).join('');
  return `Readout checks official statements: frontmatter, dates, names and figures.

Usage: readout COMMAND [OPTIONS] …

${lines}
“readout help COMMAND” tells more; “readout --version” prints the version.
Exit codes: 0 no errors, 1 errors or too many warnings, 2 wrong usage, broken settings or an unreadable path.
`;
}

function help(command: Command): string {
  const options = command.options.length > 0 ? `\nOptions:\n${describeOptions(command.options)}` : '';
  const details = command.details ? `\n${command.details}\n` : '';
  return `Usage: readout ${command.name} ${command.usage}\n\n${command.summary}\n${details}${options}`;
}
