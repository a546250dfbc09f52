/**
 * The YAML block at the head of a readout: where it lies (found by whole lines, never by substring) and its fields
 * with their places in the file. Nothing here throws on any input, and nothing is ever written back from parsed YAML.
 */
import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type Scalar,
} from 'yaml';
import { lineEnd, nextLineStart } from '../text/lines.ts';
import { detach, type Span } from '../text/span.ts';

/** How a scalar is written. `flow` and `block` are collections; `missing` is a key with nothing behind it. */
export type ValueStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded' | 'flow' | 'block' | 'missing';

/** A value as written, with its place. */
export interface FrontmatterValue {
  readonly kind: 'scalar' | 'sequence' | 'mapping' | 'empty' | 'alias';
  readonly style: ValueStyle;
  /** Offsets in the file, quotes included, comments and white space around it not. Empty, behind the colon, if missing. */
  readonly span: Span;
  /** The characters of `span` as they stand in the file. */
  readonly source: string;
  /** A scalar's content with quotes and escapes undone, always a string (`2023-11-17` is never made a date); else ''. */
  readonly text: string;
  /** What YAML 1.2 (core schema) makes of it: string, number, boolean, null, array or object. */
  readonly data: unknown;
  /** The elements of a sequence. */
  readonly items: readonly FrontmatterValue[];
}

/** One `key: value` of the frontmatter's top level. */
export interface Field {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: FrontmatterValue;
  /** Whole lines from the key's to the value's last, with the line break. */
  readonly lines: Span;
}

/** Something the YAML parser could not read. */
export interface YamlProblem {
  /** The `yaml` package's error code, such as `BAD_INDENT`. */
  readonly code: string;
  readonly message: string;
  readonly span: Span;
}

/** The frontmatter of one version of a document. A value: never changed after it is made. */
export interface Frontmatter {
  /** Blank lines between the start of the file and the opening fence, where there should be none. */
  readonly lead: Span;
  /** The opening `---`, without line break; undefined if the fields begin without one. */
  readonly open: Span | undefined;
  /** The closing `---` or `...`; undefined if it is never closed. */
  readonly close: Span | undefined;
  /** A line that was meant as closing fence and is none (`--`, `----`, a dash of another kind). */
  readonly brokenClose: Span | undefined;
  /** The YAML between the fences; if never closed, up to the last line that reads as YAML. */
  readonly content: Span;
  /** End of the whole region, with the closing fence's line break: where the body starts. */
  readonly end: number;
  /** In the order written; a key written twice is here twice. */
  readonly fields: readonly Field[];
  readonly problems: readonly YamlProblem[];
  /** Every line that begins like a key (`key:`), even where the YAML around it is broken. */
  readonly keyLines: readonly { readonly key: string; readonly span: Span }[];
  /** The region's own text, from the file's first character to `end`. */
  readonly text: string;
}

interface Line {
  readonly start: number;
  readonly end: number;
}

const FENCE = /^---[ \t]*$/;
const CLOSING_FENCE = /^(?:---|\.\.\.)[ \t]*$/;
/** `--`, `----`, `—`, `–––`, `- - -`: somebody's closing fence. */
const BROKEN_FENCE = /^(?:-{2}|-{4,}|[\u2012-\u2015]{1,4}|- - -|\*\*\*|===+)[ \t]*$/;
const KEY = /^(?:"([^"]*)"|'([^']*)'|([A-Za-z_$][\w.$-]*))[ \t]*:(?:[ \t]|$)/;
const BLANK = /^[ \t\u00a0]*$/;
/** A line that can stand in a YAML block: a key, a comment, an indented line, a list item, a flow collection. */
const YAML_LINE = /^(?:[ \t]|#|- |-$|[[\]{}]|%|\? |: )/;
/** A frontmatter of more lines than this is none: keeps the search short in documents without a closing fence. */
const MOST_LINES = 400;
/** The opening fence may follow this many blank lines. */
const MOST_BLANK_LINES = 20;
/** No line beyond this one (zero-based) has a say in where the frontmatter ends. */
export const MOST_LINES_SEARCHED = MOST_LINES + MOST_BLANK_LINES + 2;

function readsAsYaml(line: string): boolean {
  return KEY.test(line) || YAML_LINE.test(line);
}

/** Reads the frontmatter at the head of `text`, or returns undefined if there is none. Linear in the block's length. */
export function readFrontmatter(text: string): Frontmatter | undefined {
  const region = findRegion(text);
  if (!region) return undefined;
  const source = text.slice(region.content.start, region.content.end);
  const { fields, problems } = readFields(source, region.content.start);
  return {
    ...region,
    fields,
    problems,
    keyLines: findKeyLines(source, region.content.start),
    text: detach(text.slice(0, region.end)),
  };
}

type Region = Pick<Frontmatter, 'lead' | 'open' | 'close' | 'brokenClose' | 'content' | 'end'>;

function findRegion(text: string): Region | undefined {
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let position = bom;
  let first: Line | undefined;
  // Skip blank lines: a fence after them is still meant as one.
  for (let count = 0; count < MOST_BLANK_LINES && position < text.length; count++) {
    const line: Line = { start: position, end: lineEnd(text, position) };
    if (!BLANK.test(text.slice(line.start, Math.min(line.end, line.start + 200)))) {
      first = line;
      break;
    }
    position = nextLineStart(text, line.end);
  }
  if (!first || first.end - first.start > 10_000) return undefined;
  const lead: Span = { start: bom, end: first.start };
  const firstText = text.slice(first.start, first.end);
  if (FENCE.test(firstText)) {
    const open: Span = { start: first.start, end: first.start + 3 };
    return scan(text, lead, open, nextLineStart(text, first.end), first.end);
  }
  // Fields without an opening fence: believed only if at least two lines in a row read as keys, closed or not.
  const match = KEY.exec(firstText);
  if (!match || !/^[a-z]/.test(firstText)) return undefined;
  const region = scan(text, lead, undefined, first.start, first.start);
  const keys = findKeyLines(text.slice(region.content.start, region.content.end), 0);
  return keys.length >= 2 ? region : undefined;
}

function scan(
  text: string,
  lead: Span,
  open: Span | undefined,
  contentStart: number,
  openEnd: number,
): Region {
  let position = contentStart;
  let lastYamlEnd = contentStart;
  let afterBlank = false;
  let sawKey = false;
  let stop: { at: number; resume: number } | undefined;
  let brokenClose: Span | undefined;
  for (let count = 0; position < text.length && count < MOST_LINES; count++) {
    const end = lineEnd(text, position);
    const line = text.slice(position, Math.min(end, position + 10_000));
    const next = nextLineStart(text, end);
    if (CLOSING_FENCE.test(line)) {
      if (stop && sawKey) break;
      return {
        lead,
        open,
        close: { start: position, end: position + 3 },
        brokenClose: undefined,
        content: { start: contentStart, end: position },
        end: next === end && end < text.length ? end : next,
      };
    }
    if (!stop) {
      if (BLANK.test(line)) {
        afterBlank = true;
      } else if (BROKEN_FENCE.test(line) && sawKey) {
        brokenClose = { start: position, end };
        stop = { at: lastYamlEnd, resume: next };
        break;
      } else if (readsAsYaml(line) && !(afterBlank && sawKey && !/^(?:[a-z"'#]|- )/.test(line))) {
        if (KEY.test(line)) sawKey = true;
        lastYamlEnd = next;
        afterBlank = false;
      } else if (afterBlank || !sawKey) {
        // Prose: if a fence follows, it is a rule in the body, not the end of this block.
        stop = { at: lastYamlEnd, resume: lastYamlEnd };
        if (sawKey) break;
      }
    }
    position = next;
  }
  if (!stop) {
    // Never closed and no prose after a blank line: the block ends with the last line that reads as YAML.
    stop = { at: lastYamlEnd, resume: lastYamlEnd };
  }
  if (open === undefined && !sawKey)
    return {
      lead,
      open,
      close: undefined,
      brokenClose: undefined,
      content: { start: contentStart, end: contentStart },
      end: contentStart,
    };
  const end = Math.max(stop.resume, Math.min(nextLineStart(text, openEnd), text.length));
  return {
    lead,
    open,
    close: undefined,
    brokenClose,
    content: { start: contentStart, end: Math.max(contentStart, stop.at) },
    end: open ? end : stop.resume,
  };
}

function findKeyLines(source: string, base: number): { key: string; span: Span }[] {
  const found: { key: string; span: Span }[] = [];
  let position = 0;
  while (position < source.length) {
    const end = lineEnd(source, position);
    const match = KEY.exec(source.slice(position, end));
    if (match) {
      const written = /^(?:"[^"]*"|'[^']*'|[^\s:]+)/.exec(match[0])?.[0] ?? match[0];
      found.push({
        key: match[1] ?? match[2] ?? match[3] ?? '',
        span: { start: base + position, end: base + position + written.length },
      });
    }
    position = nextLineStart(source, end);
    if (end >= source.length) break;
  }
  return found;
}

const PARSE_OPTIONS = {
  schema: 'core',
  prettyErrors: false,
  uniqueKeys: false,
  keepSourceTokens: false,
  logLevel: 'silent',
  strict: true,
} as const;

function parseYaml(source: string): Document.Parsed {
  return parseDocument(source, PARSE_OPTIONS) as Document.Parsed;
}

/** Frontmatter longer than this (UTF-16 units) is not given to the parser, whose time on hostile input is not linear. */
const LONGEST_YAML = 50_000;

function readFields(source: string, base: number): { fields: Field[]; problems: YamlProblem[] } {
  if (source.length > LONGEST_YAML) {
    const span: Span = { start: base, end: base + lineEnd(source, 0) };
    const message = `The frontmatter is ${source.length.toLocaleString('en')} characters long; at most 50,000 are read.`;
    return { fields: [], problems: [{ code: 'TOO_LONG', message, span }] };
  }
  const whole = parseYaml(source);
  if (whole.errors.length === 0) {
    return { fields: fieldsOf(whole, source, base), problems: rootProblems(whole, source, base) };
  }
  // One broken value must not hide the others: read every top-level key by itself.
  const starts = findKeyLines(source, 0).map((line) => line.span.start);
  if (starts.length < 2) {
    return { fields: fieldsOf(whole, source, base), problems: problemsOf(whole, source, base) };
  }
  const fields: Field[] = [];
  const problems: YamlProblem[] = [];
  const head = source.slice(0, starts[0]);
  if (head.trim() !== '') {
    const parsed = parseYaml(head);
    problems.push(...problemsOf(parsed, head, base));
    if (parsed.errors.length === 0) problems.push(...rootProblems(parsed, head, base));
  }
  starts.forEach((start, index) => {
    const chunk = source.slice(start, starts[index + 1] ?? source.length);
    const parsed = parseYaml(chunk);
    problems.push(...problemsOf(parsed, chunk, base + start));
    fields.push(...fieldsOf(parsed, chunk, base + start));
  });
  // The whole does not parse, yet every part does: the parser's own word stands.
  if (problems.length === 0) problems.push(...problemsOf(whole, source, base));
  return { fields, problems };
}

function problemsOf(document: Document.Parsed, source: string, base: number): YamlProblem[] {
  const seen = new Set<string>();
  const problems: YamlProblem[] = [];
  for (const error of document.errors) {
    const start = Math.min(error.pos[0], source.length);
    const end = Math.max(start, Math.min(error.pos[1], source.length));
    const id = `${error.code}:${start}`;
    if (seen.has(id)) continue;
    seen.add(id);
    // Beyond the first few, errors are echoes of the same slip.
    if (problems.length >= 20) break;
    problems.push({
      code: error.code,
      message: error.message,
      span: { start: base + start, end: base + end },
    });
  }
  return problems;
}

/** A block that is valid YAML but no mapping: a lone sentence or a list between the fences. */
function rootProblems(document: Document.Parsed, source: string, base: number): YamlProblem[] {
  const contents = document.contents as Node | null;
  if (contents === null || isMap(contents)) return [];
  if (isScalar(contents) && contents.value === null) return [];
  const range = contents.range ?? [0, source.length, source.length];
  return [
    {
      code: 'NOT_A_MAPPING',
      message: 'The frontmatter is not a list of `key: value` lines.',
      span: { start: base + range[0], end: base + Math.max(range[0], range[1]) },
    },
  ];
}

function fieldsOf(document: Document.Parsed, source: string, base: number): Field[] {
  const contents = document.contents as Node | null;
  if (!isMap(contents)) return [];
  const fields: Field[] = [];
  for (const pair of contents.items) {
    if (!isPair(pair)) continue;
    const key = pair.key as Node | null;
    const keyRange = key?.range;
    if (!key || !keyRange || !isScalar(key)) continue;
    const value = readValue(pair.value as Node | null, document, source, base, keyRange[1]);
    const lastOffset = Math.max(keyRange[1], value.span.end - base);
    let lineStart = keyRange[0];
    while (lineStart > 0 && !isLineBreak(source.charCodeAt(lineStart - 1))) lineStart--;
    const atLineStart =
      lastOffset > 0 && lastOffset > keyRange[1] && isLineBreak(source.charCodeAt(lastOffset - 1));
    const lineStop = atLineStart ? lastOffset : nextLineStart(source, lineEnd(source, lastOffset));
    fields.push({
      key: scalarText(key),
      keySpan: { start: base + keyRange[0], end: base + keyRange[1] },
      value,
      lines: { start: base + lineStart, end: base + lineStop },
    });
  }
  return fields;
}

function isLineBreak(unit: number): boolean {
  return unit === 10 || unit === 13;
}

function scalarText(node: Scalar): string {
  if (node.type === 'PLAIN' && node.source !== undefined) return node.source;
  return typeof node.value === 'string' ? node.value : String(node.value ?? '');
}

const SCALAR_STYLE: Record<string, ValueStyle> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

function readValue(
  node: Node | null,
  document: Document.Parsed,
  source: string,
  base: number,
  keyEnd: number,
): FrontmatterValue {
  const range = node?.range;
  // Behind the colon, where a missing value would stand.
  const colon = source.indexOf(':', keyEnd);
  const gap = colon < 0 ? keyEnd : colon + 1;
  if (!node || !range || (isScalar(node) && node.value === null && range[0] === range[1])) {
    const at = base + gap;
    return {
      kind: 'empty',
      style: 'missing',
      span: { start: at, end: at },
      source: '',
      text: '',
      data: null,
      items: [],
    };
  }
  const span: Span = { start: base + range[0], end: base + Math.max(range[0], range[1]) };
  const written = source.slice(range[0], range[1]);
  if (isScalar(node)) {
    return {
      kind: 'scalar',
      style: SCALAR_STYLE[node.type ?? 'PLAIN'] ?? 'plain',
      span,
      source: written,
      text: scalarText(node),
      data: node.value,
      items: [],
    };
  }
  if (isAlias(node)) {
    return { kind: 'alias', style: 'plain', span, source: written, text: '', data: undefined, items: [] };
  }
  let data: unknown;
  try {
    data = (node as Node).toJS(document, { maxAliasCount: 100 });
  } catch {
    // An alias bomb or an unresolved alias: the field is there, its content is not.
    data = undefined;
  }
  const items = isSeq(node)
    ? node.items.map((item) => readValue(item as Node | null, document, source, base, range[0]))
    : [];
  return {
    kind: isSeq(node) ? 'sequence' : 'mapping',
    style: (node as { flow?: boolean }).flow ? 'flow' : 'block',
    span,
    source: written,
    text: '',
    data,
    items,
  };
}
