/**
 * Cleaning of pasted text: quotation marks as the house writes them, no soft hyphens and invisible characters, one
 * blank where there were several, Word's bullets as Markdown's. No-break spaces stay where they were meant. Letters and
 * digits are never touched, nor code, addresses and frontmatter; cleaning twice changes nothing more.
 */
import type { Settings } from '../config/settings.ts';
import { readFrontmatter } from '../document/frontmatter.ts';
import { LineCleaner } from './paste/line.ts';
import { isBlankUnit, withoutUnseen } from './paste/unseen.ts';

/** What cleaning needs to know of the house. */
export type PasteHouse = Pick<Settings, 'paste' | 'format'>;

/**
 * Cleans plain text or Markdown. Linear in its length. Line breaks come out as line feeds.
 * @param text what was pasted; frontmatter at its head is left as it is.
 */
export function cleanText(text: string, house: PasteHouse): string {
  const frontmatter = readFrontmatter(text);
  if (frontmatter?.open && frontmatter.close && frontmatter.end <= text.length)
    return text.slice(0, frontmatter.end) + cleanBody(text.slice(frontmatter.end), house);
  return cleanBody(text, house);
}

function cleanBody(text: string, house: PasteHouse): string {
  const lines = withoutUnseen(
    text.replace(/\r\n?|[\v\x85\u2028]/g, '\n').replace(/[\f\u2029]/g, '\n\n'),
  ).split('\n');
  const result: string[] = [];
  const cleaner = new LineCleaner(house);
  let fence = '';
  let list: number | undefined;
  let blankLines = 0;
  for (const [index, line] of lines.entries()) {
    const isLast = index === lines.length - 1;
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line.slice(0, 2000))?.[1];
    if (fence !== '') {
      result.push(line);
      if (mark?.startsWith(fence) && line.trim() === mark) fence = '';
      continue;
    }
    const start = blanksFrom(line, 0);
    if (start === line.length) {
      blankLines++;
      // The last line is no blank line: it is where the text behind goes on.
      if (blankLines === 1 || isLast) result.push('');
      cleaner.endParagraph();
      continue;
    }
    const bullet = bulletOf(line, start);
    const columns = bullet || list !== undefined ? columnsOf(line, start) : '';
    if (blankLines > 0 && columns === '' && !bullet) list = undefined;
    blankLines = 0;
    if (mark) {
      fence = mark;
      result.push(line);
      continue;
    }
    const from = bullet ? bullet.end : start;
    const end = lastVisible(line, from);
    const words = cleaner.clean(line.slice(from, end));
    const closing = isLast ? (end < line.length ? ' ' : '') : hardBreak(line, end, lines[index + 1] ?? '');
    if (bullet) {
      const level = bullet.level === undefined ? undefined : levelOf(bullet.level, list, columns);
      list = level ?? Math.floor(columns.length / 2);
      const margin = level === undefined ? columns : '  '.repeat(level);
      result.push(`${margin}${bullet.mark}${words === '' && closing === '' ? '' : ' '}${words}${closing}`);
    } else {
      // Text is often pasted behind a word: the blank before it was meant.
      const margin = list === undefined && index === 0 && start > 0 ? ' ' : columns;
      result.push(margin + words + closing);
    }
  }
  return result.join('\n');
}

/** Where the blanks end that begin at `at`. */
function blanksFrom(line: string, at: number): number {
  let end = at;
  while (end < line.length && isBlankUnit(line.charCodeAt(end))) end++;
  return end;
}

/** Where the last word ends. */
function lastVisible(line: string, from: number): number {
  let end = line.length;
  while (end > from && isBlankUnit(line.charCodeAt(end - 1))) end--;
  return end;
}

/** Deepest column that a line of a list keeps. */
const MOST_COLUMNS = 24;

/** The indentation of a list's line as blanks of ASCII; a tab counts as four. */
function columnsOf(line: string, end: number): string {
  return line
    .slice(0, Math.min(end, MOST_COLUMNS))
    .replace(/\t/g, '    ')
    .replace(/[^ ]/g, '')
    .slice(0, MOST_COLUMNS);
}

/** Two blanks before a line break are Markdown's hard break. */
function hardBreak(line: string, end: number, next: string): string {
  return end > 0 && line.startsWith('  ', end) && blanksFrom(next, 0) < next.length ? '  ' : '';
}

interface Bullet {
  /** Markdown's mark. */
  readonly mark: string;
  /** For a bullet that is none of Markdown's: how deep it stands, 0 for the outermost. */
  readonly level: number | undefined;
  /** Where the item's text begins. */
  readonly end: number;
}

/**
 * Bullets: round, square and triangular ones, and those of the fonts Symbol and Wingdings, which come as private
 * characters.
 */
const BULLETS: Readonly<Record<string, number>> = {
  '•': 0,
  '●': 0,
  '\uf0b7': 0,
  '·': 0,
  '‣': 0,
  '\uf0d8': 0,
  '\uf076': 0,
  '\uf0fc': 0,
  '◦': 1,
  '○': 1,
  '▪': 2,
  '■': 2,
  '\uf0a7': 2,
};

/** Word's further bullets, which are ordinary characters: only with its tab behind them. */
const WITH_TAB: Readonly<Record<string, number>> = { o: 1, '§': 2, Ø: 0, ü: 0, v: 0, '–': 0 };

/** The bullet or number that a line begins with at `at`. */
function bulletOf(line: string, at: number): Bullet | undefined {
  const first = line[at] ?? '';
  const gap = blanksFrom(line, at + 1);
  const level = BULLETS[first];
  if (level !== undefined && (gap > at + 1 || gap === line.length)) return { mark: '-', level, end: gap };
  const tabbed = WITH_TAB[first];
  if (tabbed !== undefined && line.slice(at + 1, Math.min(gap, at + 9)).includes('\t'))
    return { mark: '-', level: tabbed, end: gap };
  const mark = /^(?:[-+*]|\d{1,9}[.)])/.exec(line.slice(at, at + 12))?.[0];
  if (mark === undefined) return undefined;
  const end = blanksFrom(line, at + mark.length);
  return end > at + mark.length || end === line.length ? { mark, level: undefined, end } : undefined;
}

/** A level deeper by more than one would be code in Markdown. */
function levelOf(wanted: number, before: number | undefined, columns: string): number {
  if (before === undefined) return 0;
  return Math.min(before + 1, Math.max(wanted, columns.length >= 2 ? 1 : 0));
}
