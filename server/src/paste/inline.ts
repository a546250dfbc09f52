/** Runs of styled text as Markdown, escaped so that nothing in them is taken for markup. */

/** How a run of text looks. */
export interface Style {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strike: boolean;
  readonly code: boolean;
  /** Complete address; undefined for text that is no link. */
  readonly href: string | undefined;
}

/** A run of text in one style. A line feed is a line break that was meant. */
export interface Run extends Style {
  readonly text: string;
}

/** What is marked around a run, from the outside in. */
const MARKS = [
  ['bold', '**'],
  ['italic', '*'],
  ['strike', '~~'],
] as const;

/** The runs of one paragraph as Markdown, without white space at the ends. Line breaks become hard ones. */
export function inlineMarkdown(runs: readonly Run[]): string {
  const lines = trimmed(linked(joined(runs))).text.split('\n');
  const words = lines.map((line) => line.replace(/^ +/, '')).filter((line) => line.trim() !== '');
  return escapedStart(words.map((line) => withoutEnd(line)).join('\\\n'));
}

/** Without blanks at the end. */
function withoutEnd(line: string): string {
  let end = line.length;
  while (end > 0 && line[end - 1] === ' ') end--;
  return line.slice(0, end);
}

/** Neighbours of one style in one run; blanks take the style of what stands around them. */
function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (run.text === '') continue;
    if (last && isAlike(last, run)) result[result.length - 1] = { ...last, text: last.text + run.text };
    else result.push(run);
  }
  return result;
}

function isAlike(a: Style, b: Style): boolean {
  return (
    a.bold === b.bold &&
    a.italic === b.italic &&
    a.strike === b.strike &&
    a.code === b.code &&
    a.href === b.href
  );
}

function linked(runs: readonly Run[]): string {
  const parts: string[] = [];
  for (const group of grouped(runs, ({ href }) => href)) {
    const href = group[0]?.href;
    const inner = marked(group, 0);
    const { before, text, after } = trimmed(inner);
    if (href === undefined || text === '') {
      parts.push(inner);
      continue;
    }
    const plain = group
      .map((run) => run.text)
      .join('')
      .trim();
    const isBare = plain === href || `mailto:${plain}` === href;
    // An exclamation mark would make a picture of the link.
    if (before === '' && parts.at(-1)?.endsWith('!')) parts.push(`${parts.pop()?.slice(0, -1)}\\!`);
    const link = isBare ? `<${plain}>` : `[${text.replace(/\n+/g, ' ')}](${escapedAddress(href)})`;
    parts.push(before, link, after);
  }
  return parts.join('');
}

/** One style after the other; at the end of a mark no blank and no letter may stand in the way of reading it. */
function marked(runs: readonly Run[], level: number): string {
  const mark = MARKS[level];
  if (!mark) return runs.map((run) => (run.code ? code(run.text) : escaped(run))).join('');
  const [name, sign] = mark;
  const groups = grouped(runs, (run) => run[name]);
  const pieces = groups.map((group) => marked(group, level + 1));
  return pieces
    .map((piece, index) => {
      if (!groups[index]?.[0]?.[name]) return piece;
      const { before, text, after } = trimmed(piece);
      if (text === '') return piece;
      const left = before === '' ? (pieces[index - 1] ?? '').slice(-1) : ' ';
      const right = after === '' ? (pieces[index + 1] ?? '').slice(0, 1) : ' ';
      const [head, core, tail] = flanked(text, left, right);
      return core === '' ? piece : `${before}${head}${sign}${core}${sign}${tail}${after}`;
    })
    .join('');
}

/**
 * Beside a letter a mark reads only next to another letter (CommonMark 0.31, section 6.2): punctuation between them is
 * left outside.
 */
function flanked(text: string, left: string, right: string): [string, string, string] {
  const isWord = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);
  let start = 0;
  let end = text.length;
  if (isWord(left)) while (start < end && !isWord(text[start] ?? '')) start++;
  if (isWord(right)) while (end > start && !isWord(text[end - 1] ?? '')) end--;
  return [text.slice(0, start), text.slice(start, end), text.slice(end)];
}

function grouped(runs: readonly Run[], by: (run: Run) => unknown): Run[][] {
  const groups: Run[][] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    if (last?.[0] && by(last[0]) === by(run)) last.push(run);
    else groups.push([run]);
  }
  return groups;
}

/** Blanks and line breaks at both ends apart. No-break spaces are text. */
function trimmed(text: string): { readonly before: string; readonly text: string; readonly after: string } {
  let start = 0;
  let end = text.length;
  const isSpace = (at: number): boolean => text[at] === ' ' || text[at] === '\n' || text[at] === '\u00a0';
  while (start < end && isSpace(start)) start++;
  while (end > start && isSpace(end - 1)) end--;
  return { before: text.slice(0, start), text: text.slice(start, end), after: text.slice(end) };
}

function code(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  if (words === '') return text;
  let longest = 0;
  for (const [run] of words.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const fence = '`'.repeat(longest + 1);
  const pad = words.startsWith('`') || words.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${words}${pad}${fence}`;
}

/**
 * Marks that Markdown would read are escaped, and no others: placeholders keep their brackets, words with underscores
 * stay as they are.
 */
function escaped({ text, href }: Run): string {
  return text
    .replace(/\\/g, '\\\\')
    .replace(href === undefined ? /\](?=[([:])/g : /[[\]]/g, '\\$&')
    .replace(/[*`]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/~(?=~|$)|^~/g, '\\~')
    .replace(/<(?=[A-Za-z/!?])/g, '\\<')
    .replace(/&(?=#?[A-Za-z0-9]{1,40};)/g, '\\&');
}

/** A paragraph must not begin like a heading, a list, a quotation, a table or a rule; `###` becomes an end mark so. */
function escapedStart(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .replace(/^(?=#{1,6}(?:[ #]|$)|[-+](?:[ \t\u00a0]|$)|>|={1,}\s*$|\||~~~|-{2,}\s*$)/, '\\')
        .replace(/^(\d{1,9})([.)])(?=[ \t\u00a0]|$)/, '$1\\$2'),
    )
    .join('\n');
}

function escapedAddress(href: string): string {
  return href.replace(
    /[()\\<> ]/g,
    (unit) => `%${unit.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
