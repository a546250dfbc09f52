/** Markdown as the generated pages need it. */

/** Text in a table cell: one line, and no bar ends the cell. */
export function cell(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replaceAll('|', '\\|');
}

/** A table with aligned columns, as the formatter wants it; the first row is the head. */
export function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...rest] = rows;
  const widths = head.map((_, column) => Math.max(3, ...rows.map((row) => [...(row[column] ?? '')].length)));
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, column) => `${row[column] ?? ''}${' '.repeat(width - [...(row[column] ?? '')].length)}`).join(' | ')} |`;
  return [head, widths.map((width) => '-'.repeat(width)), ...rest].map(line).join('\n');
}

/** A fenced block whose fence is longer than any run of backticks within. */
export function fenced(content: string, language = 'text'): string {
  const longest = Math.max(2, ...[...content.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${content.replace(/\n+$/, '')}\n${fence}`;
}

/** Text that shall read as it stands, on one line; words between backticks stay code. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\`*_[\]<>|~]/g, '\\$&')))
    .join('');
}

/** Code in running text. */
export function inlineCode(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** Puts new text between `<!-- generated:NAME -->` and `<!-- /generated:NAME -->`. @throws if the marks are not there. */
export function between(page: string, name: string, content: string): string {
  const open = `<!-- generated:${name} -->`;
  const close = `<!-- /generated:${name} -->`;
  const start = page.indexOf(open);
  const end = page.indexOf(close, start);
  if (start < 0 || end < 0) throw new Error(`The marks ${open} … ${close} are missing.`);
  return `${page.slice(0, start + open.length)}\n\n${content}\n\n${page.slice(end)}`;
}

/**
 * Text with marks of this project (`⟦` and `⟧`) as plain lines, with a line of carets below each line that holds a
 * marked span. Characters that cannot be seen are shown: blanks at a line's end as `·`, others by their code.
 */
export function withCarets(marked: string): string {
  const out: string[] = [];
  let inside = false;
  for (const line of marked.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n')) {
    let text = '';
    let carets = '';
    const trailing = line.length - (/[ \t]+[⟦⟧]*$/.exec(line)?.[0].length ?? 0);
    let at = 0;
    for (const character of line) {
      at += character.length;
      if (character === '⟦') {
        inside = true;
        continue;
      }
      if (character === '⟧') {
        inside = false;
        // A span of no width still needs a place to point at.
        if (carets.length === text.length && !carets.endsWith('^')) carets += '^';
        continue;
      }
      const shown = visible(character, at > trailing);
      carets = carets.padEnd(text.length) + (inside ? '^' : ' ').repeat(shown.length);
      text += shown;
    }
    out.push(text);
    if (carets.includes('^')) out.push(carets.trimEnd());
  }
  return out.join('\n');
}

function visible(character: string, trailing: boolean): string {
  if (trailing && character === ' ') return '·';
  if (character === '\t') return '→';
  if (
    /[\u0000-\u001f\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufffd]|[\ud800-\udfff]$/.test(
      character,
    ) &&
    character.length === 1
  ) {
    return `‹U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}›`;
  }
  return character;
}
