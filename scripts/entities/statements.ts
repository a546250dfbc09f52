/** Reads the statements in `statements/`, written and marked for Readout, as documents to train on. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromInline, type GoldDocument, goldDocument } from './training.ts';

/** The folder of the marked statements. */
export const STATEMENTS_FOLDER = join(import.meta.dirname, 'statements');

/** One statement as it is written: with its marks. */
export interface StatementSource {
  /** The name of the file, with no folder. */
  readonly file: string;
  readonly marked: string;
}

/**
 * The sources of all statements, in the order of their names, so that a training run can be repeated.
 *
 * @param folder where the files are; the README there is left out
 * @throws when the folder or a file cannot be read
 */
export function readStatementSources(folder: string = STATEMENTS_FOLDER): StatementSource[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
    .sort()
    .map((file) => ({ file, marked: readFileSync(join(folder, file), 'utf8') }));
}

/**
 * The marked statements as documents, in the form of the other sources of the training. Offsets are UTF-16 code units in
 * the text without its marks, frontmatter included.
 *
 * @param folder where the files are; the README there is left out
 * @throws when the folder or a file cannot be read
 */
export function readStatements(folder: string = STATEMENTS_FOLDER): GoldDocument[] {
  return readStatementSources(folder).map(({ file, marked }) => fromInline(`statements/${file}`, marked));
}

/** As wide as most archives wrap their text. */
const COLUMNS = 72;

/**
 * The same document with its paragraphs wrapped, so that names run over line breaks as they do in archives. Only blanks
 * become line breaks: every mark stays where it is.
 */
export function wrapped(document: GoldDocument): GoldDocument {
  const { file, text, bodyStart, spans } = document;
  const lines = text.slice(bodyStart).split('\n').map(wrapLine);
  return goldDocument(file, text.slice(0, bodyStart) + lines.join('\n'), bodyStart, spans);
}

function wrapLine(line: string): string {
  // Headings, tables and quotations are not continued on the next line.
  if (line.length <= COLUMNS || /^\s*[#|>]/.test(line)) return line;
  const units = line.split('');
  let start = 0;
  let blank = -1;
  for (let i = 0; i < units.length; i++) {
    if (units[i] === ' ' && i > start) blank = i;
    if (i - start >= COLUMNS && blank > start) {
      units[blank] = '\n';
      start = blank + 1;
    }
  }
  return units.join('');
}
