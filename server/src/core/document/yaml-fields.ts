/**
 * Reads the fields of a frontmatter with the `yaml` package. A block that does not parse is taken apart at its keys, so
 * that one broken value neither hides the others nor is reported once for each of them; the usual slips of a hurried
 * hand are recognised as what they are, each with the repair after which the part was seen to parse.
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
import { applyEdits, type Span, shift, type TextEdit } from '../text/span.ts';
import type { Field, FrontmatterValue, ValueStyle, YamlProblem } from './frontmatter.ts';

/** A line at the margin that begins with a key. */
export const KEY = /^(?:"([^"]*)"|'([^']*)'|([A-Za-z_$][\w.$-]*))[ \t]*:(?:[ \t]|$)/;
/** A line that can stand in a YAML block without beginning with a key: a comment, an indented line, a list item. */
export const YAML_LINE = /^(?:[ \t]|#|- |-$|[[\]{}]|%|\? |: )/;
/** `tags:statements`, but not `https://…`. */
const KEY_WITHOUT_BLANK = /^([A-Za-z_][\w-]*)[ \t]*:(?=[^\s/])/;
/** `tags statements`, `tags = statements`, `tags；statements`, with the full-width colon too. */
const KEY_WITHOUT_COLON = /^([a-z_][a-z0-9_-]*)([ \t]*[=;：；][ \t]*|[ \t]+)(?=\S)/;
const INDENTED_KEY = /^([ \t\u00a0]+)([a-z_][a-z0-9_-]*)[ \t]*:(?:[ \t]|$)/;

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

function parses(source: string): boolean {
  const document = parseYaml(source);
  return document.errors.length === 0 && isMap(document.contents as Node | null);
}

/** Frontmatter longer than this (UTF-16 units) is not given to the parser, whose time on hostile input is not linear. */
const LONGEST_YAML = 50_000;
/** Nor is one with more opening brackets than this: nested, they take it seconds. */
const MOST_BRACKETS = 2000;

/** What a frontmatter's YAML holds. Spans are offsets in the file. */
export interface Fields {
  readonly fields: readonly Field[];
  readonly problems: readonly YamlProblem[];
  readonly keyLines: readonly { readonly key: string; readonly span: Span }[];
}

/**
 * Reads the YAML between the fences. Never throws.
 * @param source the YAML.
 * @param base where it begins in the file.
 */
export function readFields(source: string, base: number): Fields {
  const lines = findKeyLines(source);
  const keyLines = lines.map(({ key, span }) => ({ key, span: shift(span, base) }));
  if (source.length > LONGEST_YAML) {
    const span: Span = { start: base, end: base + lineEnd(source, 0) };
    const message = `The frontmatter is ${source.length.toLocaleString('en')} characters long; at most 50,000 are read.`;
    const problem = { code: 'TOO_LONG', message, span, key: undefined, repair: undefined };
    return { fields: [], problems: [problem], keyLines };
  }
  if ((source.match(/[[{]/g) ?? []).length > MOST_BRACKETS) {
    const span: Span = { start: base, end: base + lineEnd(source, 0) };
    const message = `The frontmatter holds more than ${MOST_BRACKETS} opening brackets. Fields are written “key: value”.`;
    const problem = { code: 'TOO_LONG', message, span, key: undefined, repair: undefined };
    return { fields: [], problems: [problem], keyLines };
  }
  const whole = parseYaml(source);
  if (whole.errors.length === 0) {
    const fields = fieldsOf(whole, source, base);
    const glued = fields.flatMap((field) => gluedKey(field, source, base));
    const strays = [...fields.flatMap((field) => strayQuote(field)), ...glued];
    const broken = new Set(strays.map(({ key }) => key));
    const names = new Map(glued.map(({ key, span }) => [span.start, key]));
    return {
      fields: fields
        .filter(({ keySpan }) => !names.has(keySpan.start))
        .map((field) => (broken.has(field.key) ? { ...field, broken: true } : field)),
      problems: [...rootProblems(whole, source, base), ...strays],
      keyLines: [
        ...(keyLines.length > 0 ? keyLines : fields.map(({ key, keySpan }) => ({ key, span: keySpan }))),
        ...glued.map(({ key, span }) => ({ key: key ?? '', span })),
      ],
    };
  }
  const { fields, problems, recovered } = takeApart(source, base);
  // The whole does not parse, yet every part does: the parser's own word stands.
  if (problems.length === 0) problems.push(...problemsOf(whole, source, base, undefined).slice(0, 1));
  return {
    fields,
    problems,
    keyLines: [...keyLines, ...recovered].sort((a, b) => a.span.start - b.span.start),
  };
}

function findKeyLines(source: string): { key: string; span: Span }[] {
  const found: { key: string; span: Span }[] = [];
  for (const { start, text } of linesOf(source)) {
    const match = KEY.exec(text);
    if (!match) continue;
    const written = /^(?:"[^"]*"|'[^']*'|[^\s:]+)/.exec(match[0])?.[0] ?? match[0];
    found.push({
      key: match[1] ?? match[2] ?? match[3] ?? '',
      span: { start, end: start + written.length },
    });
  }
  return found;
}

interface Line {
  readonly start: number;
  /** Without the line break. */
  readonly text: string;
}

function* linesOf(source: string): Generator<Line> {
  let position = 0;
  while (position < source.length) {
    const end = lineEnd(source, position);
    yield { start: position, text: source.slice(position, end) };
    position = nextLineStart(source, end);
  }
}

type Part = { readonly start: number; readonly kind: 'field' | 'stray' | 'indented' };

/** Slips mended in one block; more of them are no slips. Bounds the parses that a hostile block can ask for. */
const MOST_RECOVERED = 10;
/** Indented keys looked at; each costs two parses of its part. */
const MOST_INDENTED = 8;

interface TakenApart {
  readonly fields: Field[];
  readonly problems: YamlProblem[];
  /** Keys seen only with their slip mended. */
  readonly recovered: { readonly key: string; readonly span: Span }[];
}

function takeApart(source: string, base: number): TakenApart {
  const parts: Part[] = [];
  for (const { start, text } of linesOf(source)) {
    if (KEY.test(text)) parts.push({ start, kind: 'field' });
    else if (text.trim() !== '' && !YAML_LINE.test(text)) parts.push({ start, kind: 'stray' });
    else if (parts.length === 0 && text.trim() !== '') parts.push({ start: 0, kind: 'field' });
  }
  const result: TakenApart = { fields: [], problems: [], recovered: [] };
  parts.forEach((part, index) => {
    const end = parts[index + 1]?.start ?? source.length;
    const text = source.slice(part.start, end);
    if (part.kind === 'stray') readStray(source, parts[index - 1]?.start, part.start, text, base, result);
    else if (index === 0 && parts.length > 1 && INDENTED_KEY.test(text)) readIndented(text, base, 0, result);
    else readPart(text, base + part.start, result, true);
  });
  return result;
}

function readPart(text: string, base: number, result: TakenApart, mayNest: boolean): void {
  const parsed = parseYaml(text);
  if (parsed.errors.length === 0) {
    const fields = fieldsOf(parsed, text, base);
    const strays = fields.flatMap((field) => strayQuote(field));
    result.fields.push(...fields.map((field) => (strays.length > 0 ? { ...field, broken: true } : field)));
    result.problems.push(...rootProblems(parsed, text, base), ...strays);
    return;
  }
  if (mayNest && result.recovered.length < MOST_RECOVERED) {
    const inner = indentedKey(text);
    if (inner !== undefined) {
      readPart(text.slice(0, inner), base, result, false);
      readIndented(text, base, inner, result);
      return;
    }
  }
  const key = KEY.exec(text);
  const name = key ? (key[1] ?? key[2] ?? key[3]) : undefined;
  const slip = slipOf(text);
  if (slip) {
    result.problems.push({
      code: slip.code,
      message: slip.message,
      span: shift(slip.span, base),
      key: name,
      repair: slip.repair?.map((edit) => ({ ...edit, span: shift(edit.span, base) })),
    });
  } else {
    result.problems.push(...problemsOf(parsed, text, base, name).slice(0, 1));
  }
  result.fields.push(...fieldsOf(parsed, text, base).map((field) => ({ ...field, broken: true })));
}

/** Reads a part whose line at `start` is a key with blanks before it that do not belong there. */
function readIndented(text: string, base: number, start: number, result: TakenApart): void {
  const match = INDENTED_KEY.exec(text.slice(start));
  if (!match) return;
  const key = match[2] ?? '';
  const indent: Span = { start: base + start, end: base + start + (match[1] ?? '').length };
  const span: Span = { start: indent.end, end: indent.end + key.length };
  result.problems.push({
    code: 'INDENTED_KEY',
    message: `“${key}” is indented.`,
    span: { start: indent.start, end: span.end },
    key,
    repair: [{ span: indent, newText: '' }],
  });
  result.recovered.push({ key, span });
  readPart(text.slice(indent.end - base), indent.end, result, true);
}

/** Where the first indented key of a part stands at which the part falls into two that parse. */
function indentedKey(text: string): number | undefined {
  let tried = 0;
  for (const line of linesOf(text)) {
    const match = INDENTED_KEY.exec(line.text);
    if (!match || ++tried > MOST_INDENTED) continue;
    const before = text.slice(0, line.start);
    const after = text.slice(line.start + (match[1] ?? '').length);
    const afterEnd = nextLineStart(after, lineEnd(after, 0));
    if ((before.trim() === '' || parses(before)) && (parses(after.slice(0, afterEnd)) || parses(after)))
      return line.start;
  }
  return undefined;
}

interface Slip {
  readonly code: string;
  readonly message: string;
  readonly span: Span;
  readonly repair: readonly TextEdit[] | undefined;
}

/** The slip that a field's text shows, with its repair if the field parses after it. Spans count from the text. */
function slipOf(text: string): Slip | undefined {
  const key = KEY.exec(text);
  const tab = /(?:^|\n)([ ]*\t[ \t]*)(?=\S)/.exec(text);
  if (tab) {
    const edits = [...text.matchAll(/(?<=^|\n)[ ]*\t[ \t]*(?=\S)/g)].map(
      (match): TextEdit => ({
        span: { start: match.index, end: match.index + match[0].length },
        newText: '  ',
      }),
    );
    const start = tab.index + tab[0].length - (tab[1] ?? '').length;
    return {
      code: 'TAB_AS_INDENT',
      message: 'A line begins with a tab; YAML wants blanks.',
      span: { start, end: start + (tab[1] ?? '').length },
      repair: repaired(text, edits),
    };
  }
  if (!key) return undefined;
  let start = key[0].length;
  while (text[start] === ' ' || text[start] === '\t') start++;
  let end = text.length;
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  if (end <= start) return undefined;
  const value = text.slice(start, end);
  const quote = value[0];
  if (quote === '"' || quote === "'") return quoteSlip(text, start, end, quote);
  // A list or mapping that is broken; but “[Updated] Readout” is a text that begins with a bracket.
  if (/^[|>]/.test(value) || (/^[[{]/.test(value) && !/[\]}].*[^\]}\s]$/.test(value))) return undefined;
  const mark = /["']$/.exec(value)?.[0];
  if (mark && value.split(mark).length === 2) {
    // With the colon or another sign that only quotes allow, the mark at the end is half of a pair.
    const opened = repaired(text, [{ span: { start, end: start }, newText: mark }]);
    if (opened)
      return {
        code: 'UNOPENED_QUOTE',
        message: `The value closes with ${mark} and never opens with it.`,
        span: { start, end: lineEnd(text, start) },
        repair: opened,
      };
  }
  const repair = repaired(text, quotedWhole(value, start));
  const special = /^[@`%*&!?[{]/.exec(value);
  if (special)
    return {
      code: 'RESERVED_START',
      message: `The value begins with “${special[0]}”, which means something else in YAML.`,
      span: { start, end: start + 1 },
      repair,
    };
  const colon = /:(?=\s|$)/.exec(value);
  if (colon && repair)
    return {
      code: 'COLON_IN_VALUE',
      message: 'The value holds a colon, so that YAML takes it for a key.',
      span: { start: start + colon.index, end: start + colon.index + 1 },
      repair,
    };
  return undefined;
}

function quoteSlip(text: string, start: number, end: number, quote: string): Slip | undefined {
  const value = text.slice(start, end);
  const closing: TextEdit = { span: { start: end, end }, newText: quote };
  const inner = value.slice(1, value.endsWith(quote) && value.length > 1 ? -1 : undefined);
  // Quotation marks inside that look like the closing one.
  const marks = [...inner.matchAll(quote === '"' ? /\\[\s\S]|"/g : /''|'/g)].filter(
    ({ 0: mark }) => mark === quote,
  );
  if (value.length > 1 && value.endsWith(quote) && marks.length > 0) {
    const edits = marks.map(({ index }): TextEdit => {
      const at = start + 1 + index;
      return { span: { start: at, end: at }, newText: quote === '"' ? '\\' : "'" };
    });
    const at = start + 1 + (marks[0]?.index ?? 0);
    const repair = repaired(text, edits);
    if (repair)
      return {
        code: 'QUOTE_IN_VALUE',
        message: 'The value holds the same quotation mark that encloses it.',
        span: { start: at, end: at + 1 },
        repair,
      };
  }
  if (!value.endsWith(quote) || value.length === 1) {
    const repair = repaired(text, [closing]);
    if (repair || marks.length === 0)
      return {
        code: 'UNCLOSED_QUOTE',
        message: `The value opens with ${quote} and never closes with it.`,
        span: { start, end: Math.min(end, lineEnd(text, start)) },
        repair,
      };
  }
  if (quote === '"') {
    const upToBad =
      /^(?:[^\\]|\\(?:[0abtnvfre "/\\N_LP\t\r\n]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}))*\\/.exec(
        value,
      );
    if (upToBad && upToBad[0].length < value.length) {
      const at = start + upToBad[0].length - 1;
      return {
        code: 'BAD_ESCAPE',
        message: `“${text.slice(at, at + 2)}” means nothing in double quotes.`,
        span: { start: at, end: at + 2 },
        repair: undefined,
      };
    }
  }
  return undefined;
}

/** Encloses a plain value in the quotes that its content asks for. */
function quotedWhole(value: string, start: number): TextEdit[] {
  // The archive's own escapes show that the value stood in double quotes.
  const isEscaped = /\\(?:_|x[0-9A-F]{2}|u[0-9A-Fa-f]{4}|\r?\n)/.test(value);
  const edits: TextEdit[] = [{ span: { start, end: start }, newText: isEscaped ? '"' : "'" }];
  for (const match of value.matchAll(isEscaped ? /(?<!\\)"/g : /'/g)) {
    const at = start + match.index;
    edits.push({ span: { start: at, end: at }, newText: isEscaped ? '\\' : "'" });
  }
  const end = start + value.length;
  edits.push({ span: { start: end, end }, newText: isEscaped ? '"' : "'" });
  return edits;
}

function repaired(text: string, edits: readonly TextEdit[]): readonly TextEdit[] | undefined {
  return parses(applyEdits(text, edits).text) ? edits : undefined;
}

/** A line at the margin that is neither a key nor anything else that YAML knows. */
function readStray(
  source: string,
  before: number | undefined,
  start: number,
  text: string,
  base: number,
  result: TakenApart,
): void {
  const at = base + start;
  const lineLength = lineEnd(text, 0);
  const span: Span = { start: at, end: at + lineLength };
  const slip = KEY_WITHOUT_BLANK.exec(text) ?? KEY_WITHOUT_COLON.exec(text);
  // A line torn out of the quoted value before it: indented, it belongs there.
  if (before !== undefined && result.problems.length > 0) {
    const joined = source.slice(before, start);
    const last = result.problems[result.problems.length - 1] as YamlProblem;
    if (last.code === 'UNCLOSED_QUOTE' && last.span.start >= base + before && parses(`${joined}  ${text}`)) {
      result.problems.pop();
      result.problems.push({
        code: 'MISSING_INDENT',
        message: 'This line continues the value above, but is not indented.',
        span,
        key: last.key,
        repair: [{ span: { start: at, end: at }, newText: '  ' }],
      });
      return;
    }
  }
  if (slip) {
    const key = slip[1] ?? '';
    const keySpan: Span = { start: at, end: at + key.length };
    const edit: TextEdit = { span: { start: at + key.length, end: at + slip[0].length }, newText: ': ' };
    const mended = `${key}: ${text.slice(slip[0].length)}`;
    const hasColon = slip[2] === undefined;
    result.recovered.push({ key, span: keySpan });
    result.problems.push({
      code: hasColon ? 'MISSING_BLANK' : 'MISSING_COLON',
      message: hasColon ? `There is no blank behind “${key}:”.` : `There is no colon behind “${key}”.`,
      span: hasColon ? { start: at, end: at + slip[0].length } : keySpan,
      key,
      repair: parses(mended) ? [edit] : undefined,
    });
    return;
  }
  result.problems.push({
    code: 'STRAY_LINE',
    message: 'This line is no “key: value”.',
    span,
    key: undefined,
    repair: undefined,
  });
}

/** A plain value that ends with a quotation mark it never opened with: somebody lost the first one. */
function strayQuote({ key, value }: Field): YamlProblem[] {
  if (value.kind !== 'scalar' || value.style !== 'plain' || value.text.length < 2) return [];
  const mark = /["']$/.exec(value.source)?.[0];
  if (!mark || value.source.split(mark).length !== 2) return [];
  // “the 12"” and “the workers'” end so by right, unless something else shows that quotes were meant.
  const wasQuoted = /\\(?:_|x[0-9A-F]{2}|u[0-9A-Fa-f]{4}|\r?\n)/.test(value.source);
  const isBare = /^[^\s]+$/.test(value.source) && mark === "'" && /^[\d:T+.-]+'$/.test(value.source);
  if (!wasQuoted && !isBare && !(mark === '"' && !/\d"$/.test(value.source))) return [];
  const { start, end } = value.span;
  const edit: TextEdit = { span: { start, end: start }, newText: mark };
  return [
    {
      code: 'UNOPENED_QUOTE',
      message: `The value closes with ${mark} and never opens with it.`,
      span: { start, end },
      key,
      repair: parses(`${key}: ${mark}${value.source}`) ? [edit] : undefined,
    },
  ];
}

/** `title:Norland: A Call` parses, with the key “title:Norland”. */
function gluedKey({ keySpan }: Field, source: string, base: number): YamlProblem[] {
  const line = source.slice(keySpan.start - base, lineEnd(source, keySpan.start - base));
  if (KEY.test(line)) return [];
  const written = source.slice(keySpan.start - base, keySpan.end - base);
  // “source url” is a key with a slip in it; “title 'Fact Sheet” is a key and the headline behind it.
  const isProse = /["'A-Z]| \S+ /.test(written);
  const match = KEY_WITHOUT_BLANK.exec(line) ?? (isProse ? KEY_WITHOUT_COLON.exec(line) : null);
  if (!match) return [];
  const hasColon = match[2] === undefined;
  const key = match[1] ?? '';
  const start = keySpan.start;
  const mended = `${key}: ${line.slice(match[0].length)}`;
  const edit: TextEdit = { span: { start: start + key.length, end: start + match[0].length }, newText: ': ' };
  return [
    {
      code: hasColon ? 'MISSING_BLANK' : 'MISSING_COLON',
      message: hasColon ? `There is no blank behind “${key}:”.` : `There is no colon behind “${key}”.`,
      span: { start, end: start + (hasColon ? match[0].length : key.length) },
      key,
      repair: parses(mended) || /^["']/.test(line.slice(match[0].length)) ? [edit] : undefined,
    },
  ];
}

function problemsOf(
  document: Document.Parsed,
  source: string,
  base: number,
  key: string | undefined,
): YamlProblem[] {
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
      key,
      repair: undefined,
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
      key: undefined,
      repair: undefined,
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
      broken: false,
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
