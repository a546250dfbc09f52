/**
 * Globs as in `.gitignore` and editors: `*` any characters of one name, `?` one, `**` any number of folders,
 * `[a-z]` / `[!a-z]` one of a set, `{a,b}` either, `!` in front takes files out again, `\` takes the next character
 * literally. Matching never backtracks over more than the last star: its time is at most pattern × path.
 */

/** One element of a name: a literal character, any one (`?`), any run (`*`), or one of a set. */
type Token =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'star' }
  | {
      readonly kind: 'set';
      readonly negated: boolean;
      readonly ranges: readonly (readonly [number, number])[];
    };

/** The names of a path, one after another; `**` stands for any number of them. */
type Segment = readonly Token[] | '**';

/** A compiled glob. */
export interface Glob {
  readonly negated: boolean;
  /** Without a slash inside it, a glob may match at any depth. */
  readonly alternatives: readonly (readonly Segment[])[];
}

/** Braces multiply: beyond this many alternatives a glob is refused. */
const MOST_ALTERNATIVES = 256;
/** The longest glob that is read. */
const LONGEST = 1000;

/** Why a text is no glob. */
export class GlobError extends Error {}

/** Compiles a glob. @throws GlobError in plain words: a bracket never closed, too many alternatives. */
export function parseGlob(text: string): Glob {
  if (text.length > LONGEST) throw new GlobError(`it is longer than ${LONGEST} characters`);
  const negated = text.startsWith('!');
  let pattern = negated ? text.slice(1) : text;
  if (pattern === '' || pattern === '/') throw new GlobError('it is empty');
  pattern = pattern.replace(/^\.\//, '').replace(/\/$/, '');
  const anchored = pattern.includes('/');
  const alternatives = expandBraces(pattern).map((each) => {
    const names = splitNames(each).filter((name) => name !== '');
    const segments = names.map((name): Segment => (name === '**' ? '**' : tokens(name)));
    return anchored ? segments : (['**', ...segments] as const);
  });
  return { negated, alternatives };
}

/** Splits at slashes outside sets and not escaped. */
function splitNames(pattern: string): string[] {
  const names: string[] = [];
  let start = 0;
  for (let at = 0; at < pattern.length; at++) {
    if (pattern[at] === '\\') at++;
    else if (pattern[at] === '/') {
      names.push(pattern.slice(start, at));
      start = at + 1;
    }
  }
  names.push(pattern.slice(start));
  return names;
}

/** `a{b,c{d,e}}` → `ab`, `acd`, `ace`. */
function expandBraces(pattern: string): string[] {
  let open = -1;
  for (let at = 0; at < pattern.length; at++) {
    if (pattern[at] === '\\') at++;
    else if (pattern[at] === '{') {
      open = at;
      break;
    } else if (pattern[at] === '}') throw new GlobError('a } stands without its {');
  }
  if (open < 0) return [pattern];
  const parts: string[] = [];
  let depth = 0;
  let start = open + 1;
  let close = -1;
  for (let at = open; at < pattern.length && close < 0; at++) {
    const character = pattern[at];
    if (character === '\\') at++;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) {
      parts.push(pattern.slice(start, at));
      close = at;
    } else if (character === ',' && depth === 1) {
      parts.push(pattern.slice(start, at));
      start = at + 1;
    }
  }
  if (close < 0) throw new GlobError('a { is never closed');
  const head = pattern.slice(0, open);
  const tails = expandBraces(pattern.slice(close + 1));
  const result: string[] = [];
  for (const part of parts.flatMap(expandBraces)) {
    for (const tail of tails) {
      result.push(head + part + tail);
      if (result.length > MOST_ALTERNATIVES)
        throw new GlobError(`its braces give more than ${MOST_ALTERNATIVES} alternatives`);
    }
  }
  return result;
}

function tokens(name: string): Token[] {
  const result: Token[] = [];
  for (let at = 0; at < name.length; at++) {
    const character = name[at] as string;
    if (character === '*') {
      if (result.at(-1)?.kind !== 'star') result.push({ kind: 'star' });
    } else if (character === '?') result.push({ kind: 'any' });
    else if (character === '[') {
      const close = name.indexOf(']', at + (/^\[[!^]?\]/.test(name.slice(at, at + 3)) ? 3 : 1));
      if (close < 0) throw new GlobError('a [ is never closed');
      result.push(characterSet(name.slice(at + 1, close)));
      at = close;
    } else if (character === '\\' && at + 1 < name.length) {
      at++;
      result.push({ kind: 'literal', text: name[at] as string });
    } else result.push({ kind: 'literal', text: character });
  }
  return result;
}

function characterSet(content: string): Token {
  const negated = /^[!^]/.test(content);
  const members = negated ? content.slice(1) : content;
  const ranges: [number, number][] = [];
  for (let at = 0; at < members.length; at++) {
    const from = members.charCodeAt(at);
    if (members[at + 1] === '-' && at + 2 < members.length) {
      ranges.push([from, members.charCodeAt(at + 2)]);
      at += 2;
    } else ranges.push([from, from]);
  }
  return { kind: 'set', negated, ranges };
}

/** Wildcard matching with one point of return per star: at most items × pattern steps, never exponential. */
function matchRun<Item, Element>(
  pattern: readonly Element[],
  items: ArrayLike<Item>,
  isStar: (element: Element) => boolean,
  matches: (element: Element, item: Item) => boolean,
): boolean {
  let p = 0;
  let i = 0;
  let star = -1;
  let resume = 0;
  while (i < items.length) {
    const element = pattern[p];
    if (element !== undefined && isStar(element)) {
      star = p++;
      resume = i;
    } else if (element !== undefined && matches(element, items[i] as Item)) {
      p++;
      i++;
    } else if (star >= 0) {
      p = star + 1;
      i = ++resume;
    } else return false;
  }
  while (p < pattern.length && isStar(pattern[p] as Element)) p++;
  return p === pattern.length;
}

function matchesName(pattern: readonly Token[], name: string): boolean {
  return matchRun(
    pattern,
    name,
    (token) => token.kind === 'star',
    (token, character) => {
      if (token.kind === 'literal') return token.text === character;
      if (token.kind === 'set') {
        const unit = character.charCodeAt(0);
        return token.ranges.some(([from, to]) => from <= unit && unit <= to) !== token.negated;
      }
      return true;
    },
  );
}

/** Whether a glob (its `!` left aside) matches a path of names joined by `/`. */
export function matchesGlob(glob: Glob, path: string): boolean {
  const names = path.split('/').filter((name) => name !== '');
  return glob.alternatives.some((segments) => matchesNames(segments, names));
}

function matchesNames(segments: readonly Segment[], names: readonly string[]): boolean {
  return matchRun(
    segments,
    names,
    (segment) => segment === '**',
    (segment, name) => segment !== '**' && matchesName(segment, name),
  );
}

/** A list of globs in which the last one that matches decides. */
export interface GlobList {
  readonly globs: readonly Glob[];
  /** Whether a folder that matches settles the matter for all below it. */
  readonly prunes: boolean;
}

/** Compiles a list; what is no glob is left out (the settings reader reports it). */
export function globList(patterns: readonly string[]): GlobList {
  const globs = patterns.flatMap((pattern) => {
    try {
      return [parseGlob(pattern)];
    } catch (error) {
      if (error instanceof GlobError) return [];
      throw error;
    }
  });
  return { globs, prunes: globs.every(({ negated }) => !negated) };
}

/** Whether a list covers a file or folder: itself, or a folder that it lies in. The last glob that matches decides. */
export function covers(list: GlobList, path: string): boolean {
  const names = path.split('/').filter((name) => name !== '');
  let covered = false;
  for (const glob of list.globs) {
    if (glob.negated !== covered) continue;
    const matched = glob.alternatives.some((segments) => {
      for (let length = names.length; length > 0; length--)
        if (matchesNames(segments, names.slice(0, length))) return true;
      return false;
    });
    if (matched) covered = !glob.negated;
  }
  return covered;
}
