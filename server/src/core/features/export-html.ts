/**
 * A statement as one HTML file that needs nothing else: no script, no picture, no font from elsewhere. Everything is
 * escaped; light and dark follow the reader's own choice; printed, links are followed by their addresses.
 */
import type { PressBlock, PressDocument, PressHead, PressInline, PressText } from './press-document.ts';

const STYLE = `:root{color-scheme:light dark;--ink:#1b1b1b;--paper:#fff;--faint:#595959;--line:#c6c6c6;--link:#0b4a8f}
@media (prefers-color-scheme:dark){:root{--ink:#ececec;--paper:#161616;--faint:#b4b4b4;--line:#4d4d4d;--link:#9cc7ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 Georgia,"Times New Roman",serif}
main{max-width:42rem;margin:0 auto;padding:2.5rem 1.25rem}
h1{font-size:1.75rem;line-height:1.25;margin:.25rem 0 1.5rem}
h2,h3,h4,h5,h6{line-height:1.3;margin:2rem 0 .75rem}
.date,.source{color:var(--faint);margin:0}
.embargo{border:2px solid currentColor;font-weight:bold;margin:0 0 1.5rem;padding:.5rem .75rem}
a{color:var(--link);overflow-wrap:anywhere}
blockquote{border-left:3px solid var(--line);margin:1.25rem 0;padding-left:1rem}
pre{overflow:auto;padding:.75rem;border:1px solid var(--line)}
pre,code{font:.9375em/1.5 ui-monospace,Consolas,monospace}
.table{overflow-x:auto}
table{border-collapse:collapse}
th,td{border:1px solid var(--line);padding:.35rem .6rem;text-align:left;vertical-align:top}
hr{border:0;border-top:1px solid var(--line);margin:2rem 0}
.end{text-align:center;margin:2rem 0}
footer{border-top:1px solid var(--line);margin-top:2rem;padding-top:.75rem;font-size:.875rem}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@page{margin:2.5cm}
@media print{:root{--ink:#000;--paper:#fff;--faint:#000;--line:#888;--link:#000}body{font-size:11pt}main{max-width:none;padding:0}
h1,h2,h3,h4,h5,h6{break-after:avoid}p{orphans:3;widows:3}.table{overflow:visible}
article a[href^="http"]::after{content:" (" attr(href) ")";font-size:.85em}}`;

/** The statement as a complete HTML document with line feeds. Linear in its length. */
export function exportHtml({ head, blocks }: PressDocument): string {
  const title = head.title ?? 'Statement';
  return `<!DOCTYPE html>
<html lang="${escaped(head.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
${metadata(head)}<style>
${STYLE}
</style>
</head>
<body>
<main>
<article>
<header>
${header(head)}</header>
${new HtmlWriter(head.title === undefined ? 1 : 2).blocks(blocks)}${footer(head)}</article>
</main>
</body>
</html>
`;
}

function metadata({ published, date, tags, source }: PressHead): string {
  const when = published ?? date?.iso;
  return [
    when === undefined ? '' : `<meta name="date" content="${escaped(when)}">\n`,
    tags.length === 0 ? '' : `<meta name="keywords" content="${escaped(tags.join(', '))}">\n`,
    source === undefined ? '' : `<link rel="canonical" href="${escaped(source)}">\n`,
  ].join('');
}

function header({ embargo, date, title }: PressHead): string {
  return [
    embargo === undefined ? '' : `<p class="embargo">Embargoed until ${escaped(embargo)}</p>\n`,
    date ? `<p class="date"><time datetime="${date.iso}">${date.written}</time></p>\n` : '',
    title === undefined ? '' : `<h1>${escaped(title)}</h1>\n`,
  ].join('');
}

function footer({ source }: PressHead): string {
  if (source === undefined) return '';
  const shown = escaped(source);
  return `<footer><p class="source">Published at <a href="${shown}">${shown}</a></p></footer>\n`;
}

class HtmlWriter {
  /** Levels of the headings above, as written in the document; their count decides the level in HTML. */
  readonly #open: number[] = [];
  readonly #top: number;

  /** @param top level of the highest heading. */
  constructor(top: number) {
    this.#top = top;
  }

  blocks(blocks: readonly PressBlock[]): string {
    return blocks.map((block) => this.#block(block)).join('');
  }

  #block(block: PressBlock): string {
    switch (block.kind) {
      case 'heading': {
        const level = this.#levelOf(block.level);
        return `<h${level}>${inlines(block.content)}</h${level}>\n`;
      }
      case 'paragraph':
        return `<p>${inlines(block.content)}</p>\n`;
      case 'endMark':
        return `<p class="end"><span aria-hidden="true">${escaped(block.text)}</span><span class="hidden">End of the statement</span></p>\n`;
      case 'rule':
        return '<hr>\n';
      case 'quote':
        return `<blockquote>\n${this.blocks(block.blocks)}</blockquote>\n`;
      case 'code':
        return `<pre tabindex="0"><code>${escaped(block.text)}</code></pre>\n`;
      case 'list':
        return this.#list(block);
      case 'table':
        return table(block.rows);
    }
  }

  /** No level is left out, whatever the document does: who navigates by headings must not miss one. */
  #levelOf(level: number): number {
    while (this.#open.length > 0 && (this.#open.at(-1) ?? 0) >= level) this.#open.pop();
    this.#open.push(level);
    return Math.min(6, this.#top + this.#open.length - 1);
  }

  #list({ start, items }: PressBlock & { readonly kind: 'list' }): string {
    const name = start === undefined ? 'ul' : 'ol';
    const from = start === undefined || start === 1 ? '' : ` start="${start}"`;
    const rows = items.map(([first, ...more]) =>
      first?.kind === 'paragraph'
        ? `<li>${inlines(first.content)}${more.length > 0 ? `\n${this.blocks(more)}` : ''}</li>\n`
        : `<li>${this.blocks(first ? [first, ...more] : [])}</li>\n`,
    );
    return `<${name}${from}>\n${rows.join('')}</${name}>\n`;
  }
}

function table([header = [], ...rows]: readonly (readonly (readonly PressInline[])[])[]): string {
  const cells = header.map((cell) => `<th scope="col">${inlines(cell)}</th>`).join('');
  const body = rows
    .map((row) => `<tr>${row.map((cell) => `<td>${inlines(cell)}</td>`).join('')}</tr>\n`)
    .join('');
  return `<div class="table" role="region" aria-label="Table" tabindex="0">
<table>
<thead><tr>${cells}</tr></thead>
<tbody>
${body}</tbody>
</table>
</div>
`;
}

function inlines(content: readonly PressInline[]): string {
  const parts: string[] = [];
  let open: string | undefined;
  for (const inline of content) {
    const href = inline.kind === 'text' ? inline.href : undefined;
    if (href !== open) {
      if (open !== undefined) parts.push('</a>');
      if (href !== undefined) parts.push(`<a href="${escaped(href)}">`);
      open = href;
    }
    parts.push(inline.kind === 'break' ? '<br>\n' : styled(inline));
  }
  if (open !== undefined) parts.push('</a>');
  return parts.join('');
}

function styled({ text, bold, italic, strike, code }: PressText): string {
  let html = escaped(text);
  if (code) html = `<code>${html}</code>`;
  if (strike) html = `<s>${html}</s>`;
  if (italic) html = `<em>${html}</em>`;
  if (bold) html = `<strong>${html}</strong>`;
  return html;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for content and quoted attributes (HTML Standard, 13.3). */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
