/** `readout export`: a statement as press text, HTML or a Word file. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { SettingsFiles } from '../config-files/load.ts';
import { Readout, type Settings } from '../core/index.ts';
import { EXPORT_FORMATS, EXTENSIONS, type ExportFormat } from '../export/formats.ts';
import { type ParsedArguments, wholeNumber } from './arguments.ts';
import { type Command, EXIT } from './command.ts';
import { unreadable } from './find-files.ts';
import { decode } from './read-text.ts';
import { shown } from './report/pretty.ts';
import { type Terminal, UsageError } from './terminal.ts';
import { createFile, replaceFile, WriteError } from './write-file.ts';

export const exportCommand: Command = {
  name: 'export',
  usage: 'FILE --to text|html|docx [-o OUT] [--force]',
  summary: 'Writes a statement out as press text, as a web page, or as a Word file.',
  details:
    'Text and HTML are printed unless -o names a file. -o FOLDER/ takes the statement’s own name with another ending.\nWithout --to, the ending of OUT says what is wanted. FILE may be “-” for standard input.',
  options: [
    { name: 'to', value: 'FORMAT', choices: EXPORT_FORMATS, description: 'what to write' },
    { name: 'output', short: 'o', value: 'OUT', description: 'the file to write, or a folder' },
    { name: 'force', description: 'overwrites the file' },
    { name: 'width', value: 'N', description: 'columns of press text, or off; else as the settings say' },
    { name: 'config', value: 'F', description: 'this settings file' },
  ],
  run: async (args, terminal) => {
    const [file, ...more] = args.positionals;
    if (file === undefined)
      throw new UsageError('Name a statement: readout export FILE --to text|html|docx [-o OUT]');
    if (more.length > 0) throw new UsageError('One statement at a time: readout export FILE');
    const output = args.value('output');
    const to = formatOf(args.value('to'), output);
    if (to === 'docx' && output === undefined)
      throw new UsageError('A Word file cannot be printed: name the file to write with -o OUT.');
    if (args.has('width') && to !== 'text') throw new UsageError('--width is for press text: --to text.');
    const settings = settingsFor(file, args, terminal);
    const readout = Readout.parse(await read(file, terminal));
    const { ExportError, exportReadout } = await import('../export/export.ts');
    const bytes = await exportReadout(readout, settings, to).catch((error: unknown) => {
      if (error instanceof ExportError) throw new UsageError(`${file} was not exported: ${error.message}`);
      throw error;
    });
    if (output === undefined) {
      await terminal.out(new TextDecoder().decode(bytes));
      return EXIT.ok;
    }
    const path = targetOf(output, file, to, terminal);
    if (file !== '-' && path === resolve(terminal.cwd, file))
      throw new UsageError(
        `${shown(path, terminal.cwd)} is the statement itself: name another file with -o.`,
      );
    write(path, bytes, args.has('force'), terminal);
    terminal.err(`Written: ${shown(path, terminal.cwd)}\n`);
    return EXIT.ok;
  },
};

function formatOf(to: string | undefined, output: string | undefined): ExportFormat {
  const chosen = EXPORT_FORMATS.find((format) => format === to);
  if (chosen) return chosen;
  const ending = extname(output ?? '')
    .slice(1)
    .toLowerCase();
  const implied = EXPORT_FORMATS.find((format) => ending === EXTENSIONS[format] || ending === `${format}`);
  if (implied) return implied;
  if (ending === 'htm') return 'html';
  throw new UsageError('Say what to write: --to text, --to html or --to docx.');
}

function settingsFor(file: string, args: ParsedArguments, terminal: Terminal): Settings {
  const config = args.value('config');
  const files = new SettingsFiles();
  if (config !== undefined && !existsSync(resolve(terminal.cwd, config)))
    throw new UsageError(`There is no settings file ${config}.`);
  const { settings, problems } =
    config !== undefined
      ? files.load(resolve(terminal.cwd, config))
      : files.forFile(resolve(terminal.cwd, file === '-' ? 'untitled' : file));
  const problem = problems.find(({ finding }) => finding.severity === 'error');
  if (problem) throw new UsageError(`${shown(problem.file, terminal.cwd)}: ${problem.finding.message}`);
  const width = args.value('width');
  if (width === undefined) return settings;
  return { ...settings, pressText: { width: width === 'off' ? 'off' : wholeNumber('width', width, 20) } };
}

async function read(file: string, terminal: Terminal): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = file === '-' ? await terminal.input() : readFileSync(resolve(terminal.cwd, file));
  } catch (error) {
    throw new UsageError(unreadable(file, error));
  }
  const { text, problem } = decode(bytes);
  if (problem)
    throw new UsageError(`${file === '-' ? 'Standard input' : file} was not exported: ${problem.message}`);
  return text;
}

function targetOf(output: string, file: string, to: ExportFormat, terminal: Terminal): string {
  const path = resolve(terminal.cwd, output);
  const isFolder = /[\\/]$/.test(output) || (existsSync(path) && statSync(path).isDirectory());
  if (!isFolder) return path;
  const name = file === '-' ? 'statement' : basename(file).replace(/\.(?:md|markdown)$/i, '');
  return join(path, `${name}.${EXTENSIONS[to]}`);
}

function write(path: string, bytes: Uint8Array, force: boolean, terminal: Terminal): void {
  try {
    if (!existsSync(path)) createFile(path, bytes);
    else if (force) replaceFile(path, readFileSync(path), bytes);
    else throw new WriteError('there is already a file of that name; --force overwrites it');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${shown(path, terminal.cwd)} was not written: ${why}.`);
  }
}
