/** Reading arguments: each command declares its options once; parsing, help and “did you mean” are made from that. */
import { nearest } from '../core/text/nearest.ts';
import { UsageError } from './terminal.ts';

/** One option of a command. */
export interface OptionDefinition {
  /** Long name without dashes. */
  readonly name: string;
  readonly short?: string;
  /** Name of the value in the help; an option without one is a switch. */
  readonly value?: string;
  /** The value may be left out, and otherwise stands behind `=`: `--cache` or `--cache=FILE`. */
  readonly valueIsOptional?: boolean;
  /** The only values allowed. */
  readonly choices?: readonly string[];
  /** May be given several times. */
  readonly repeated?: boolean;
  readonly description: string;
}

/** What the arguments of a command said. */
export interface ParsedArguments {
  readonly positionals: readonly string[];
  /** Whether a switch was given. */
  readonly has: (name: string) => boolean;
  /** The value of an option (the last one given), or undefined; '' where an optional one was left out. */
  readonly value: (name: string) => string | undefined;
  /** All values of a repeated option. */
  readonly values: (name: string) => readonly string[];
}

/**
 * Reads the arguments behind a command's name. `--` ends the options; `-` alone is a positional.
 * @throws UsageError naming the nearest option for an unknown one, a missing or unwanted value, or a wrong choice.
 */
export function parseArguments(
  args: readonly string[],
  options: readonly OptionDefinition[],
  command: string,
): ParsedArguments {
  const given = new Map<string, string[]>();
  const positionals: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const argument = args[index] as string;
    if (argument === '--') {
      positionals.push(...args.slice(index + 1));
      break;
    }
    if (!argument.startsWith('-') || argument === '-') {
      positionals.push(argument);
      continue;
    }
    const equals = argument.startsWith('--') ? argument.indexOf('=') : -1;
    const written = equals < 0 ? argument : argument.slice(0, equals);
    const option = options.find(({ name, short }) => written === `--${name}` || written === `-${short}`);
    if (!option) throw unknownOption(written, options, command);
    const values = given.get(option.name) ?? [];
    given.set(option.name, values);
    if (option.value === undefined) {
      if (equals >= 0) throw new UsageError(`The option ${written} takes no value.`);
      values.push('');
      continue;
    }
    let value = equals < 0 ? undefined : argument.slice(equals + 1);
    if (value === undefined && option.valueIsOptional) {
      values.push('');
      continue;
    }
    if (value === undefined) {
      const next = args[index + 1];
      // A value that is itself an option is a forgotten value.
      if (next !== undefined && (next === '-' || !next.startsWith('-'))) {
        value = next;
        index++;
      }
    }
    if (value === undefined || value === '') {
      throw new UsageError(`The option ${written} needs a value: ${written} ${option.value}.`);
    }
    if (option.choices && !option.choices.includes(value)) {
      const meant = nearest(value, option.choices);
      throw new UsageError(
        `“${value}” is no value of ${written}.${meant ? ` Did you mean “${meant}”?` : ''} It takes ${option.choices.join(', ')}.`,
      );
    }
    values.push(value);
    if (!option.repeated && values.length > 1)
      throw new UsageError(`The option ${written} was given twice; it takes one value.`);
  }
  return {
    positionals,
    has: (name) => given.has(name),
    value: (name) => given.get(name)?.at(-1),
    values: (name) => given.get(name) ?? [],
  };
}

function unknownOption(written: string, options: readonly OptionDefinition[], command: string): UsageError {
  const meant = nearest(
    written.replace(/^-+/, ''),
    options.map(({ name }) => name),
  );
  return new UsageError(
    `There is no option ${written}.${meant ? ` Did you mean --${meant}?` : ''} “readout help ${command}” lists the options.`,
  );
}

/** A whole number of at least `least` from an option's value. @throws UsageError if it is none. */
export function wholeNumber(option: string, value: string, least: number): number {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= least))
    throw new UsageError(`“${value}” is no value of --${option}: it takes a whole number from ${least}.`);
  return number;
}

function valueInHelp({ choices, value, valueIsOptional }: OptionDefinition): string {
  if (choices) return ` ${choices.join('|')}`;
  if (value === undefined) return '';
  return valueIsOptional ? `[=${value}]` : ` ${value}`;
}

/** The lines of help for options, aligned. */
export function describeOptions(options: readonly OptionDefinition[]): string {
  const rows = options.map((option) => {
    const value = valueInHelp(option);
    return {
      left: `${option.short ? `-${option.short}, ` : '    '}--${option.name}${value}`,
      description: option.description,
    };
  });
  const column = Math.min(28, Math.max(...rows.map(({ left }) => left.length)));
  return rows
    .map(({ left, description }) =>
      left.length > column
        ? `  ${left}\n  ${' '.repeat(column)}  ${description}\n`
        : `  ${left.padEnd(column)}  ${description}\n`,
    )
    .join('');
}
