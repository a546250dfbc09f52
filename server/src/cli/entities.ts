/** `readout entities`: who and what is mentioned, and who took part. */
import { readFileSync } from 'node:fs';
import { type LoadedSettings, SettingsFiles } from '../config-files/load.ts';
import { type Part, type Participant, summaryOf } from '../core/entities/participants.ts';
import { withValues } from '../core/entities/values.ts';
import { type EntityType, type Mention, mentionsOf, Readout, type Settings } from '../core/index.ts';
import { palette, wantsColour } from './colour.ts';
import { type Command, EXIT } from './command.ts';
import { exclusionBy, findFiles, unreadable } from './find-files.ts';
import { decode } from './read-text.ts';
import { plural, shown } from './report/pretty.ts';
import { type Terminal, UsageError } from './terminal.ts';

const FORMATS = ['pretty', 'jsonl', 'summary'] as const;
type Format = (typeof FORMATS)[number];

export const entitiesCommand: Command = {
  name: 'entities',
  usage: '[--format pretty|jsonl|summary] PATH…',
  summary: 'Lists the people, places, organisations, dates and figures of documents, or who took part.',
  details:
    'Reads any Markdown or plain text given by name; below folders, Markdown files. With --format jsonl each line is\none span: {"file","start","end","type","text","value"?}, offsets in UTF-16 code units from the start of the file.\nWith --format summary: who met or spoke with whom, in which form, where and when.',
  options: [
    { name: 'format', value: 'FORMAT', choices: FORMATS, description: 'how to print (default: pretty)' },
  ],
  run: async (args, terminal) => {
    if (args.positionals.length === 0)
      throw new UsageError('Name at least one file or folder: readout entities PATH…');
    const format = (args.value('format') ?? 'pretty') as Format;
    const settings = new SettingsFiles();
    const settingsFor = (path: string): LoadedSettings => settings.forFile(path);
    const found = findFiles(args.positionals, terminal.cwd, exclusionBy(settingsFor));
    for (const problem of found.problems) terminal.err(`readout: ${problem}\n`);
    let failed = found.problems.length > 0;
    for (const path of found.files) {
      // Give Ctrl-C its turn.
      await new Promise<void>((resolve) => setImmediate(resolve));
      if (terminal.interrupted.aborted) return EXIT.interrupted;
      let bytes: Uint8Array;
      try {
        bytes = readFileSync(path);
      } catch (error) {
        terminal.err(`readout: ${unreadable(path, error)}\n`);
        failed = true;
        continue;
      }
      const readout = Readout.parse(decode(bytes).text);
      await terminal.out(print(format, path, readout, settingsFor(path).settings, terminal));
    }
    return failed ? EXIT.usage : EXIT.ok;
  },
};

function print(
  format: Format,
  path: string,
  readout: Readout,
  settings: Settings,
  terminal: Terminal,
): string {
  if (format === 'summary') return summary(path, readout, settings, terminal);
  const mentions = withValues(readout, mentionsOf(readout, settings), settings);
  return format === 'jsonl' ? jsonl(path, mentions) : pretty(path, readout, mentions, terminal);
}

function jsonl(path: string, mentions: readonly Mention[]): string {
  return mentions
    .map(({ span, type, text, value }) => {
      const line = { file: path, start: span.start, end: span.end, type, text };
      return `${JSON.stringify(value === undefined ? line : { ...line, value })}\n`;
    })
    .join('');
}

function pretty(path: string, readout: Readout, mentions: readonly Mention[], terminal: Terminal): string {
  const colours = palette(wantsColour(terminal));
  const counts = new Map<EntityType, number>();
  const rows = mentions.map(({ span, type, text, value }) => {
    counts.set(type, (counts.get(type) ?? 0) + 1);
    const { line, character } = readout.positionAt(span.start);
    const meaning = value === undefined ? '' : `  ${colours.dim(value)}`;
    return `  ${colours.dim(`${line + 1}:${character + 1}`.padStart(8))}  ${type.padEnd(10)}  ${words(text)}${meaning}\n`;
  });
  const total = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([type, count]) => `${count} ${type}`);
  const list = total.length > 0 ? `: ${total.join(', ')}` : '';
  return `${colours.underline(shown(path, terminal.cwd))}\n${rows.join('')}  ${plural(mentions.length, 'mention', 'mentions')}${list}\n\n`;
}

function summary(path: string, readout: Readout, settings: Settings, terminal: Terminal): string {
  const colours = palette(wantsColour(terminal));
  const { principals, counterparts, attendees, forms, places, occasion, dates } = summaryOf(
    readout,
    settings,
  );
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['form', [...new Set(forms.map(({ kind }) => kind))]],
    ['principals', principals.map(participant)],
    ['counterparts', counterparts.map(participant)],
    ['attendees', attendees.map(participant)],
    ['places', places.map(part)],
    ['occasion', occasion ? [part(occasion)] : []],
    ['dates', dates.map(({ text, value }) => (value ? `${words(text)} (${value})` : words(text)))],
  ];
  const said = rows.filter(([, values]) => values.length > 0);
  const lines = said.map(([name, values]) => `  ${colours.dim(`${name}:`.padEnd(14))}${values.join('; ')}\n`);
  return `${colours.underline(shown(path, terminal.cwd))}\n${lines.length > 0 ? lines.join('') : '  No participants are named in title and lead.\n'}\n`;
}

function participant({ name, office, of }: Participant): string {
  const who = [name, office].flatMap((each) => (each ? [part(each)] : [])).join(', ');
  const country = of?.country ? ` [${of.country}]` : '';
  return of ? `${who} (${part(of)}${country})` : who;
}

function part({ text }: Part): string {
  return words(text);
}

/** On one line, without characters that would steer the terminal. */
function words(text: string): string {
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ');
}
