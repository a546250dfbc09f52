/**
 * Whether markdownlint could have anything to say about a text. Its parser is the dearest step by far, so it is asked
 * only where one of the rules that are on can possibly find something. Each test is a necessary condition: it may say
 * yes in vain, never no in vain (`test/markdownlint/` holds that against the library).
 */

/** By rule: whether a body could break it. A rule that is not here is always asked. Each test is linear. */
export const MAY_FIND: Readonly<Record<string, (body: string) => boolean>> = {
  MD010: (body) => body.includes('\t'),
  MD011: (body) => body.includes(')['),
  MD018: (body) => /(?:^|[\r\n])#+[^# \t\r\n]/.test(body),
  MD037: looseEmphasis,
  // Brackets with white space at their inner side, a line break included.
  MD039: (body) => body.includes('](') && /\[\s|\s\]/.test(body),
  MD042: (body) =>
    /\]\(\s*[#<)"'(]/.test(body) || body.includes(']:') || body.includes('[]') || body.includes(']()'),
  MD045: (body) => body.includes('![') || /<img/i.test(body),
  MD051: (body) => /\]\(\s*<?(?:#|\\#|&)/.test(body) || body.includes(']:'),
  MD052: (body) => body.includes(']['),
  MD053: (body) => body.includes(']:'),
  MD056: (body) => body.includes('|'),
};

const MARKER_RUN = /\\.|[*_]+/gs;
const SPACE = /\s/;

/** A run of `*` or `_` that opens or closes emphasis. */
interface Run {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly opens: boolean;
}

/**
 * MD037 finds emphasis markers that stayed plain characters, with white space at their side. Where the markers of a
 * paragraph come in plain pairs (one that can only open, then the same one that can close, no link, code or tag cut
 * in two), none stays.
 */
function looseEmphasis(body: string): boolean {
  let opener: Run | undefined;
  let paragraphEnd = 0;
  for (const match of body.matchAll(MARKER_RUN)) {
    const text = match[0];
    if (text.startsWith('\\')) continue;
    const start = match.index;
    const end = start + text.length;
    if (start >= paragraphEnd) {
      // An opener left over in the paragraph before.
      if (opener) return true;
      paragraphEnd = endOfParagraph(body, end);
    }
    const before = body[start - 1] ?? '\n';
    const after = body[end] ?? '\n';
    const spaceBefore = SPACE.test(before);
    const spaceAfter = SPACE.test(after);
    if (isBullet(body, start, end) || isRule(body, start)) continue;
    // Within a word or between punctuation: never reported itself, yet it shifts which markers pair.
    if (!spaceBefore && !spaceAfter && isWord(before) && isWord(after) && text.startsWith('_')) continue;
    if (!opener) {
      if (spaceAfter || isWord(before)) return true;
      opener = { text, start, end, opens: true };
    } else {
      if (spaceBefore || isWord(after) || text !== opener.text) return true;
      if (text.length > 3 || cutsInTwo(body, opener.end, start)) return true;
      opener = undefined;
    }
  }
  return opener !== undefined;
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

/** Offset of the next blank line. */
function endOfParagraph(body: string, from: number): number {
  const blank = /\r?\n[ \t\u00a0]*\r?\n|\r[ \t]*\r(?!\n)/g;
  blank.lastIndex = from;
  return blank.exec(body)?.index ?? body.length;
}

function isBullet(body: string, start: number, end: number): boolean {
  return (
    end - start === 1 &&
    body[start] === '*' &&
    /[ \t\r\n]/.test(body[end] ?? '\n') &&
    /^[ \t>]*$/.test(lineBefore(body, start))
  );
}

/** `***`, `* * *`, `___` on a line of their own. */
function isRule(body: string, start: number): boolean {
  const lineStart = start - lineBefore(body, start).length;
  let at = lineStart;
  while (at < body.length && at - lineStart < 200 && !/[\r\n]/.test(body[at] as string)) {
    if (!/[ \t*_]/.test(body[at] as string)) return false;
    at++;
  }
  return true;
}

/** What stands in front of an offset in its line, up to 200 characters. */
function lineBefore(body: string, start: number): string {
  const window = body.slice(Math.max(0, start - 200), start);
  const lineBreak = Math.max(window.lastIndexOf('\n'), window.lastIndexOf('\r'));
  return window.slice(lineBreak + 1);
}

/** Whether a link, code span or tag begins or ends between the markers without its other end. */
function cutsInTwo(body: string, start: number, end: number): boolean {
  let depth = 0;
  for (let at = start; at < end; at++) {
    const character = body[at];
    if (character === '\\') at++;
    else if (character === '`' || character === '<') return true;
    else if (character === '[') depth++;
    else if (character === ']' && --depth < 0) return true;
  }
  return depth !== 0;
}
