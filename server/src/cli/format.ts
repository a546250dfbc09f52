/** `readout format`: lays documents out as the house does. */
import { existsSync, readFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { type LoadedSettings, SettingsFiles } from '../config-files/load.ts';
import { looksLikeReadout, mustBeReadout } from '../core/config/ownership.ts';
import { formatEdits } from '../core/features/format.ts';
import { applyEdits, Readout } from '../core/index.ts';
import { type Command, EXIT } from './command.ts';
import { fileDiff } from './diff.ts';
import { exclusionBy, findFiles, unreadable } from './find-files.ts';
import { docsUrl } from './package.ts';
import { decode } from './read-text.ts';
import { reporterOf } from './report/formats.ts';
import { settingsReports } from './report/settings-report.ts';
import { type Terminal, UsageError } from './terminal.ts';
import { replaceFile, WriteError } from './write-file.ts';

export const formatCommand: Command = {
  name: 'format',
  usage: '[--check | --write] [OPTIONS] PATH…',
  summary:
    'Lays documents out: order of keys, blank lines, line lengths. Only white space and key order change.',
  details:
    'Without --check or --write it prints what would change, as a unified diff. How documents are laid out is said\nunder “format” in .readout.yaml. A Markdown file that is no readout is left alone.\nExit codes: 0 done, or nothing to do; 1 --check found files to format; 2 wrong usage, broken settings or an\nunreadable path.',
  options: [
    {
      name: 'check',
      short: 'c',
      description: 'list the files that are not formatted, and exit with 1 if any',
    },
    { name: 'write', short: 'w', description: 'format the files in place' },
    { name: 'stdin', description: 'format standard input and print the result' },
    { name: 'stdin-filename', value: 'F', description: 'its name, for settings' },
    { name: 'config', value: 'F', description: 'this settings file for all files' },
  ],
  run: async (args, terminal) => {
    const stdin = args.has('stdin');
    const named = args.value('stdin-filename');
    const config = args.value('config');
    const configPath = config === undefined ? undefined : resolve(terminal.cwd, config);
    if (configPath !== undefined && !existsSync(configPath))
      throw new UsageError(`There is no settings file ${config}.`);
    if (args.has('check') && args.has('write')) throw new UsageError('Either --check or --write, not both.');
    if (stdin && args.positionals.some((path) => path !== '-'))
      throw new UsageError(
        'Either --stdin or paths, not both. The name of standard input is --stdin-filename F.',
      );
    if (stdin && args.has('write'))
      throw new UsageError('--write writes files; standard input is printed formatted without it.');
    if (!stdin && named !== undefined)
      throw new UsageError('--stdin-filename names standard input: it needs --stdin.');
    if (!stdin && args.positionals.length === 0)
      throw new UsageError('Name at least one file or folder: readout format PATH…');
    const mode: Mode = args.has('check') ? 'check' : args.has('write') ? 'write' : 'diff';
    const formatter = new Formatter(terminal, configPath);
    if (stdin) return formatter.input(named === undefined ? undefined : resolve(terminal.cwd, named), mode);
    return formatter.files(args.positionals, mode);
  },
};

type Mode = 'check' | 'write' | 'diff';

class Formatter {
  readonly #terminal: Terminal;
  readonly #config: string | undefined;
  readonly #settings = new SettingsFiles();

  constructor(terminal: Terminal, config: string | undefined) {
    this.#terminal = terminal;
    this.#config = config;
  }

  async files(paths: readonly string[], mode: Mode): Promise<number> {
    const terminal = this.#terminal;
    const found = findFiles(
      paths,
      terminal.cwd,
      exclusionBy((path) => this.#settingsFor(path)),
    );
    let problems = found.problems.length;
    const tell = (problem: string): void => {
      problems++;
      terminal.err(`readout: ${problem}\n`);
    };
    for (const problem of found.problems) terminal.err(`readout: ${problem}\n`);
    const broken = await this.#tellSettings(found.files);
    let changed = 0;
    let looked = 0;
    for (const path of found.files) {
      if (terminal.interrupted.aborted) {
        terminal.err('readout: Interrupted; files that were not reached are as they were.\n');
        return EXIT.interrupted;
      }
      const shown = relative(terminal.cwd, path) || path;
      let bytes: Uint8Array;
      try {
        bytes = readFileSync(path);
      } catch (error) {
        tell(unreadable(shown, error));
        continue;
      }
      const decoded = decode(bytes);
      const before = decoded.text;
      const after = this.#formatted(path, before);
      if (after === undefined) continue;
      if (decoded.problem) {
        tell(`${shown} was not formatted: ${decoded.problem.message}`);
        continue;
      }
      looked++;
      if (after === before) continue;
      changed++;
      if (mode === 'diff') await terminal.out(fileDiff(before, after, shown, shown));
      else if (mode === 'check') await terminal.out(`${shown}\n`);
      else {
        try {
          replaceFile(path, bytes, after);
          await terminal.out(`${shown}\n`);
        } catch (error) {
          if (!(error instanceof WriteError)) throw error;
          changed--;
          tell(`${shown} was not formatted: ${error.message}.`);
        }
      }
    }
    terminal.err(summary(mode, changed, looked));
    if (problems > 0 || broken) return EXIT.usage;
    return mode === 'check' && changed > 0 ? EXIT.findings : EXIT.ok;
  }

  async input(path: string | undefined, mode: Mode): Promise<number> {
    const decoded = decode(await this.#terminal.input());
    if (decoded.problem) throw new UsageError(decoded.problem.message);
    const name = path ?? resolve(this.#terminal.cwd, 'untitled');
    const broken = await this.#tellSettings([name]);
    const after = this.#formatted(path, decoded.text) ?? decoded.text;
    if (mode === 'check') {
      if (after !== decoded.text)
        await this.#terminal.out(`${path === undefined ? '<stdin>' : relative(this.#terminal.cwd, path)}\n`);
    } else await this.#terminal.out(after);
    if (broken) return EXIT.usage;
    return mode === 'check' && after !== decoded.text ? EXIT.findings : EXIT.ok;
  }

  /** The formatted text; undefined if it is no readout. */
  #formatted(path: string | undefined, text: string): string | undefined {
    const { settings, root } = this.#settingsFor(path ?? resolve(this.#terminal.cwd, 'untitled'));
    const readout = Readout.parse(text);
    const must =
      path !== undefined &&
      mustBeReadout(posix(path), settings, root === undefined ? undefined : posix(root));
    if (!must && !looksLikeReadout(readout, settings)) return undefined;
    return applyEdits(text, formatEdits(readout, settings)).text;
  }

  #settingsFor(path: string): LoadedSettings {
    return this.#config === undefined ? this.#settings.forFile(path) : this.#settings.load(this.#config);
  }

  /** Says on standard error what is wrong in the settings files in force. @returns whether anything is. */
  async #tellSettings(paths: readonly string[]): Promise<boolean> {
    const used = new Set(paths.map((path) => this.#settingsFor(path)));
    if (this.#config !== undefined) used.add(this.#settingsFor(this.#config));
    const broken = [...used].filter(({ problems }) => problems.length > 0);
    const reporter = reporterOf('pretty', this.#terminal);
    for (const report of settingsReports(broken, docsUrl(this.#terminal)))
      this.#terminal.err(reporter.file(report));
    return broken.length > 0;
  }
}

function posix(path: string): string {
  return path.split(sep).join('/');
}

function summary(mode: Mode, changed: number, looked: number): string {
  const files = (count: number): string => (count === 1 ? '1 file' : `${count} files`);
  if (looked === 0) return 'readout: No readouts found.\n';
  if (changed === 0)
    return looked === 1
      ? 'readout: The file is formatted.\n'
      : `readout: All ${files(looked)} are formatted.\n`;
  if (mode === 'write') return `readout: ${files(changed)} of ${looked} formatted.\n`;
  return `readout: ${files(changed)} of ${looked} not formatted. “readout format --write” formats them.\n`;
}
