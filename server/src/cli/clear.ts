/** `readout clear`: records in a document who cleared it, when, and what it said then. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { SettingsFiles } from '../config-files/load.ts';
import { readDay } from '../core/document/facts.ts';
import { localTime } from '../core/features/clock.ts';
import { applyEdits, Readout, recordClearanceEdits } from '../core/index.ts';
import { type Command, EXIT } from './command.ts';
import { unreadable } from './find-files.ts';
import { decode } from './read-text.ts';
import { type Terminal, UsageError } from './terminal.ts';
import { replaceFile, WriteError } from './write-file.ts';

export const clearCommand: Command = {
  name: 'clear',
  usage: '--by NAME [--on DATE] FILE…',
  summary: 'Records a clearance: by whom, when, and the names, figures, dates and quotations cleared.',
  details:
    'Writes “clearance” and “status: cleared” into the frontmatter and changes nothing else. Later changes to what was\ncleared are reported by “readout check” as release/changed-since-clearance.\nExit codes: 0 every file was cleared, 2 one was not.',
  options: [
    { name: 'by', value: 'NAME', description: 'who cleared it' },
    { name: 'on', value: 'DATE', description: 'the day, as 2023-11-17 (default: today in the office)' },
  ],
  run: async (args, terminal) => {
    const by = args.value('by')?.trim();
    const day = args.value('on');
    if (!by) throw new UsageError('Say who cleared it: readout clear --by NAME FILE…');
    if (day !== undefined && !readDay(day))
      throw new UsageError(`--on takes a day as year-month-day, such as 2023-11-17; this is “${day}”.`);
    if (args.positionals.length === 0)
      throw new UsageError('Name at least one file: readout clear --by NAME FILE…');
    const settings = new SettingsFiles();
    let exit: number = EXIT.ok;
    for (const file of args.positionals) {
      const problem = clear(file, by, day, settings, terminal);
      if (problem === undefined) {
        await terminal.out(`${file}: cleared by ${by}.\n`);
      } else {
        terminal.err(`readout: ${problem}\n`);
        exit = EXIT.usage;
      }
    }
    return exit;
  },
};

/** @returns a sentence if the file was not cleared. */
function clear(
  file: string,
  by: string,
  day: string | undefined,
  files: SettingsFiles,
  terminal: Terminal,
): string | undefined {
  const path = resolve(terminal.cwd, file);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return unreadable(file, error);
  }
  const { text, problem } = decode(bytes);
  if (problem) return `${file} was not cleared: ${problem.message}`;
  const { settings, problems } = files.forFile(path);
  if (problems.length > 0)
    return `${file} was not cleared: its settings have mistakes. “readout check” tells more.`;
  const edits = recordClearanceEdits(Readout.parse(text), settings, {
    by,
    day: day ?? localTime(Date.now(), settings.timeZone).date,
  });
  if (!edits)
    return `${file} was not cleared: it has no frontmatter that can be read, or too many names and figures to record.`;
  try {
    replaceFile(path, bytes, applyEdits(text, edits).text);
    return undefined;
  } catch (error) {
    if (error instanceof WriteError) return `${file} was not cleared: ${error.message}.`;
    throw error;
  }
}
