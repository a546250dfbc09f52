/**
 * A plugin of markdown-it, the parser of VS Code's Markdown preview: shows a readout as a press release. What is to be
 * shown was said by the language server before; a text that it said nothing about is left exactly as it is.
 */
import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import type { PreviewReply } from '../../server/src/lsp/protocol.ts';
import {
  type InlineSource,
  type Place,
  place,
  placeAt,
  SourceCursor,
  sourceFinder,
} from './preview-source.ts';
import type { Translate } from './words.ts';

/** What is shown of one text. */
export type PreviewPage = Omit<PreviewReply, 'version'>;

const HEADER = 'readout_header';
const END_MARK = 'readout_end_mark';

/**
 * Adds the plugin.
 * @param pageOf the page of a text, its lines ended by line feeds; undefined for a text that is no readout of ours.
 */
export function addReadouts(
  md: MarkdownIt,
  pageOf: (text: string) => PreviewPage | undefined,
  t: Translate,
): MarkdownIt {
  const { escapeHtml } = md.utils;
  // Behind what turns addresses into links, so that a mark never decides what is one.
  md.core.ruler.after('linkify', 'readout', (state) => {
    const page = pageOf(state.src);
    if (!page) return;
    markNames(md, state, page);
    replaceHead(state, page);
    replaceEndMark(state, page, t);
  });
  md.renderer.rules[HEADER] = (tokens, index, _options, _env, self) => {
    const token = tokens[index];
    return token
      ? `<header${self.renderAttrs(token)}>\n${headerHtml(token.meta, escapeHtml, t)}</header>\n`
      : '';
  };
  md.renderer.rules[END_MARK] = (tokens, index, _options, _env, self) => {
    const token = tokens[index];
    return token ? `<p${self.renderAttrs(token)}>${escapeHtml(token.content)}</p>\n` : '';
  };
  return md;
}

function headerHtml(page: PreviewPage, escapeHtml: (text: string) => string, t: Translate): string {
  const { date, notices, title, participants, attendees } = page;
  const line = (name: string, text: string): string =>
    text === '' ? '' : `<p class="readout-${name}">${escapeHtml(text)}</p>\n`;
  const list = (label: string, people: PreviewPage['participants']): string => {
    if (people.length === 0) return '';
    const items = people.map((person) => {
      const detail = person.detail === '' ? '' : `, <span>${escapeHtml(person.detail)}</span>`;
      return `<li><strong>${escapeHtml(person.name)}</strong>${detail}</li>`;
    });
    return `<section class="readout-people">\n<h2>${escapeHtml(label)}</h2>\n<ul>\n${items.join('\n')}\n</ul>\n</section>\n`;
  };
  return [
    ...notices.map((notice) => line('notice', notice)),
    line('dateline', date),
    title === '' ? '' : `<h1 class="readout-title">${escapeHtml(title)}</h1>\n`,
    list(t('Participants'), participants),
    list(t('Also present'), attendees),
  ].join('');
}

/** Puts the header in the place of the frontmatter, whatever VS Code would have made of that. */
function replaceHead(state: StateCore, page: PreviewPage): void {
  const isHead = ({ type, map }: Token): boolean =>
    type === 'front_matter' || (map !== null && map[1] <= page.headLines);
  const rest = withoutBlocks(state.tokens, isHead);
  const header = new state.Token(HEADER, 'header', 0);
  header.block = true;
  header.map = [0, Math.max(1, page.headLines)];
  header.meta = page;
  header.attrSet('class', 'readout-header');
  state.tokens = [header, ...rest];
}

/** Shows the end mark as it is meant: Markdown makes an empty heading of `###`. */
function replaceEndMark(state: StateCore, { endMark }: PreviewPage, t: Translate): void {
  if (!endMark) return;
  const { line, text } = endMark;
  const index = state.tokens.findIndex(
    ({ level, map, nesting, type }) =>
      level === 0 && map?.[0] === line && map[1] === line + 1 && nesting >= 0 && type !== HEADER,
  );
  if (index < 0) return;
  const token = new state.Token(END_MARK, 'p', 0);
  token.block = true;
  token.map = [line, line + 1];
  token.content = text;
  token.attrSet('class', 'readout-end-mark');
  token.attrSet('title', t('End mark'));
  state.tokens.splice(index, blockEnd(state.tokens, index) - index, token);
}

/** The index behind the last token of the block that begins at `start`. */
function blockEnd(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let index = start; index < tokens.length; index++) {
    depth += tokens[index]?.nesting ?? 0;
    if (depth <= 0) return index + 1;
  }
  return tokens.length;
}

function withoutBlocks(tokens: readonly Token[], isUnwanted: (token: Token) => boolean): Token[] {
  const kept: Token[] = [];
  for (let index = 0; index < tokens.length; ) {
    const end = blockEnd(tokens, index);
    const token = tokens[index];
    if (token && !isUnwanted(token)) for (let i = index; i < end; i++) kept.push(tokens[i] as Token);
    index = end;
  }
  return kept;
}

/** A mark with its ends packed. */
interface Mark {
  readonly start: Place;
  readonly end: Place;
  readonly type: string;
  readonly label: string;
}

function markNames(md: MarkdownIt, state: StateCore, page: PreviewPage): void {
  const marks = page.marks.map(
    ({ start, end, type, label }): Mark => ({
      start: place(start.line, start.character),
      end: place(end.line, end.character),
      type,
      label,
    }),
  );
  if (marks.length === 0) return;
  const find = sourceFinder(state.src.split('\n'));
  let line = 0;
  let next = 0;
  for (const token of state.tokens) {
    if (token.map) [line] = token.map;
    if (token.type !== 'inline' || !token.children) continue;
    const source = find(token.content, line);
    if (!source) continue;
    const from = placeAt(source, 0);
    const to = placeAt(source, source.text.length);
    while (next < marks.length && (marks[next]?.end ?? 0) <= from) next++;
    let last = next;
    while (last < marks.length && (marks[last]?.start ?? 0) < to) last++;
    if (last === next) continue;
    const cursor = new SourceCursor(source.text, md.helpers, md.utils.unescapeAll);
    token.children = markChildren(state, token.children, source, cursor, marks.slice(next, last));
  }
}

/** The children of an inline token with each name and figure in an element of its own. */
function markChildren(
  state: StateCore,
  children: readonly Token[],
  source: InlineSource,
  cursor: SourceCursor,
  marks: readonly Mark[],
): Token[] {
  const result: Token[] = [];
  let next = 0;
  let open: Mark | undefined;
  let openLevel = 0;
  /** The end of the last text. */
  let passed: Place = 0;
  // The level is that of the text around, as rules behind this one compare neighbours by it.
  const push = (type: string, nesting: 1 | -1): Token => {
    const token = new state.Token(type, 'span', nesting);
    token.level = openLevel;
    result.push(token);
    return token;
  };
  const turnTo = (mark: Mark | undefined, level = 0): void => {
    if (mark === open) return;
    if (open) push('readout_mark_close', -1);
    openLevel = level;
    if (mark) {
      const token = push('readout_mark_open', 1);
      token.attrSet('class', `readout-mark readout-${mark.type}`);
      token.attrSet('title', mark.label);
    }
    open = mark;
  };
  for (const child of children) {
    const sourceOf = cursor.pass(child);
    if (!sourceOf) {
      // A mark goes on behind a line's end; emphasis and the like would be torn by it.
      if (child.type !== 'softbreak' || (open && open.end <= passed)) turnTo(undefined);
      result.push(child);
      continue;
    }
    let done = 0;
    while (done < child.content.length) {
      const at = placeAt(source, sourceOf(done));
      while (next < marks.length && (marks[next]?.end ?? 0) <= at) next++;
      const mark = marks[next];
      const isInside = mark !== undefined && mark.start <= at;
      const stop = mark && (isInside ? mark.end : mark.start);
      let end = done + 1;
      if (child.type !== 'text' || stop === undefined) end = child.content.length;
      else while (end < child.content.length && placeAt(source, sourceOf(end)) < stop) end++;
      turnTo(isInside ? mark : undefined, child.level);
      result.push(end - done === child.content.length ? child : pieceOf(state, child, done, end));
      done = end;
    }
    passed = placeAt(source, sourceOf(done));
  }
  turnTo(undefined);
  return result;
}

function pieceOf(state: StateCore, text: Token, start: number, end: number): Token {
  const token = new state.Token('text', '', 0);
  token.level = text.level;
  token.content = text.content.slice(start, end);
  return token;
}
