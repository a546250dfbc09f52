/** `readout outline`: a document's structure. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { SettingsFiles } from '../config-files/load.ts';
import { type OutlineItem, outlineOf } from '../core/features/outline.ts';
import { type Position, Readout } from '../core/index.ts';
import { type Palette, palette, wantsColour } from './colour.ts';
import { type Command, EXIT } from './command.ts';
import { unreadable } from './find-files.ts';
import { decode } from './read-text.ts';
import { type Terminal, UsageError } from './terminal.ts';

const FORMATS = ['pretty', 'json'] as const;

export const outlineCommand: Command = {
  name: 'outline',
  usage: '[--format pretty|json] FILE',
  summary: 'Prints the outline of a document: frontmatter, lead, passages by topic, quotations, end mark.',
  details:
    'With --format json: an array of {"kind","name","detail","range","selectionRange","children"}, ranges zero-based\nand in UTF-16 characters, as in the Language Server Protocol.',
  options: [
    { name: 'format', value: 'FORMAT', choices: FORMATS, description: 'how to print (default: pretty)' },
  ],
  run: async (args, terminal) => {
    const [file, ...more] = args.positionals;
    if (file === undefined) throw new UsageError('Name a file: readout outline FILE');
    if (more.length > 0) throw new UsageError('One file at a time: readout outline FILE');
    const path = resolve(terminal.cwd, file);
    const readout = read(path, file);
    const items = outlineOf(readout, new SettingsFiles().forFile(path).settings);
    await terminal.out(
      args.value('format') === 'json'
        ? `${JSON.stringify(
            items.map((item) => jsonOf(item, readout)),
            undefined,
            2,
          )}\n`
        : pretty(items, readout, terminal),
    );
    return EXIT.ok;
  },
};

function read(path: string, shown: string): Readout {
  try {
    return Readout.parse(decode(readFileSync(path)).text);
  } catch (error) {
    throw new UsageError(unreadable(shown, error));
  }
}

interface JsonItem {
  readonly kind: string;
  readonly name: string;
  readonly detail: string;
  readonly range: { readonly start: Position; readonly end: Position };
  readonly selectionRange: { readonly start: Position; readonly end: Position };
  readonly children: readonly JsonItem[];
}

function jsonOf(item: OutlineItem, readout: Readout): JsonItem {
  const range = ({ start, end }: OutlineItem['span']) => ({
    start: readout.positionAt(start),
    end: readout.positionAt(end),
  });
  return {
    kind: item.kind,
    name: item.name,
    detail: item.detail,
    range: range(item.span),
    selectionRange: range(item.selection),
    children: item.children.map((child) => jsonOf(child, readout)),
  };
}

function pretty(items: readonly OutlineItem[], readout: Readout, terminal: Terminal): string {
  const colours = palette(wantsColour(terminal));
  const lines = (list: readonly OutlineItem[], depth: number): string =>
    list.map((item) => line(item, depth, readout, colours) + lines(item.children, depth + 1)).join('');
  return lines(items, 0);
}

function line(item: OutlineItem, depth: number, readout: Readout, colours: Palette): string {
  const number = String(readout.positionAt(item.selection.start).line + 1).padStart(5);
  const words = (text: string): string => text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ');
  const detail = item.detail === '' ? '' : `  ${colours.dim(words(item.detail))}`;
  return `${colours.dim(number)}  ${'  '.repeat(depth)}${colours.dim(item.kind)} ${words(item.name)}${detail}\n`;
}
