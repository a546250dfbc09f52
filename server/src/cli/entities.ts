/** `readout entities`: who and what is mentioned. */
import { readFileSync } from 'node:fs';
import { type EntityType, type Mention, mentionsOf, Readout, WHITE_HOUSE } from '../core/index.ts';
import { palette, wantsColour } from './colour.ts';
import { type Command, EXIT } from './command.ts';
import { findFiles, unreadable } from './find-files.ts';
import { decode } from './read-text.ts';
import { plural, shown } from './report/pretty.ts';
import { type Terminal, UsageError } from './terminal.ts';

const FORMATS = ['pretty', 'jsonl'] as const;

export const entitiesCommand: Command = {
  name: 'entities',
  usage: '[--format pretty|jsonl] PATH…',
  summary: 'Lists the people, places, organisations, dates and figures of documents.',
  details:
    'Reads any Markdown or plain text given by name; below folders, Markdown files. With --format jsonl each line is\none span: {"file","start","end","type","text","value"?}, offsets in UTF-16 code units from the start of the file.',
  options: [
    { name: 'format', value: 'FORMAT', choices: FORMATS, description: 'how to print (default: pretty)' },
  ],
  run: async (args, terminal) => {
    if (args.positionals.length === 0)
      throw new UsageError('Name at least one file or folder: readout entities PATH…');
    const format = args.value('format') ?? 'pretty';
    const found = findFiles(args.positionals, terminal.cwd, {
      file: () => false,
      folder: (path) => /[\\/]node_modules$/.test(path),
    });
    for (const problem of found.problems) terminal.err(`readout: ${problem}\n`);
    let failed = found.problems.length > 0;
    for (const path of found.files) {
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
      const mentions = mentionsOf(readout, WHITE_HOUSE);
      await terminal.out(
        format === 'jsonl' ? jsonl(path, mentions) : pretty(path, readout, mentions, terminal),
      );
    }
    return failed ? EXIT.usage : EXIT.ok;
  },
};

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
    const words = text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ');
    const meaning = value === undefined ? '' : `  ${colours.dim(value)}`;
    return `  ${colours.dim(`${line + 1}:${character + 1}`.padStart(8))}  ${type.padEnd(10)}  ${words}${meaning}\n`;
  });
  const total = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([type, count]) => `${count} ${type}`);
  return `${colours.underline(shown(path, terminal.cwd))}\n${rows.join('')}  ${plural(mentions.length, 'mention', 'mentions')}${total.length > 0 ? `: ${total.join(', ')}` : ''}\n\n`;
}
