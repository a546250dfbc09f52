/**
 * The YAML block at the head of a readout: where it lies (found by whole lines, never by substring) and its fields
 * with their places in the file. Nothing here throws on any input, and nothing is ever written back from parsed YAML.
 */
import { lineEnd, nextLineStart } from '../text/lines.ts';
import { detach, type Span, type TextEdit } from '../text/span.ts';
import { KEY, readFields, YAML_LINE } from './yaml-fields.ts';

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
  /** Whether the YAML around the value is broken, so that the value need not be what was meant. */
  readonly broken: boolean;
}

/** Something the YAML parser could not read. */
export interface YamlProblem {
  /** One of ours for a slip that is recognised as such, else the `yaml` package's error code, such as `BAD_INDENT`. */
  readonly code: string;
  readonly message: string;
  readonly span: Span;
  /** The key of the field that the problem is in, if there is one. */
  readonly key: string | undefined;
  /** Edits after which this part was tried and parses; undefined if none is known. */
  readonly repair: readonly TextEdit[] | undefined;
}

/** The frontmatter of one version of a document. A value: never changed after it is made. */
export interface Frontmatter {
  /** What stands between the start of the file and the opening fence, where there should be nothing. */
  readonly lead: Span;
  /** The opening `---`, without line break; undefined if the fields begin without one. */
  readonly open: Span | undefined;
  /** A line that was meant as opening fence and is none (`--`, `----`, `---yaml`). */
  readonly brokenOpen: Span | undefined;
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
  /** Every line that begins like a key (`key:`, or one mistyped a little), even where the YAML around it is broken. */
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
/** `--`, `----`, `—`, `–––`, `- - -`, `--- end`, an indented `---`: somebody's fence. */
const BROKEN_FENCE =
  /^(?:-{2}|-{4,}|[\u2012-\u2015]{1,4}|- - -|\*\*\*|===+|-{3,}[ \t\u00a0]*[^\s-][^\n]{0,40}|[ \t\u00a0]+-{3,})[ \t\u00a0]*$/;
/** The same at the head of the file, and the fence of a code block. */
const BROKEN_OPEN =
  /^(?:-{1,2}|-{4,}|[\u2012-\u2015]{1,4}|- - -|\*\*\*|===+|-{3,}[ \t\u00a0]*[^\s-][^\n]{0,40}|[ \t\u00a0]+-{3,}|[`~]{3}(?:ya?ml)?)[ \t\u00a0]*$/;
const BLANK = /^[ \t\u00a0]*$/;
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
  return {
    ...region,
    ...readFields(source, region.content.start),
    text: detach(text.slice(0, region.end)),
  };
}

type Region = Pick<Frontmatter, 'lead' | 'open' | 'brokenOpen' | 'close' | 'brokenClose' | 'content' | 'end'>;

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
  const next = nextLineStart(text, first.end);
  if (BROKEN_OPEN.test(firstText) && hasTwoKeys(text, next)) {
    const region = scan(text, lead, undefined, next, first.end);
    return { ...region, brokenOpen: { start: first.start, end: first.end } };
  }
  // Fields without an opening fence: believed only if at least two lines in a row read as keys, closed or not.
  if (KEY.test(firstText) && /^[a-z]/.test(firstText)) {
    if (hasTwoKeys(text, first.start)) return scan(text, lead, undefined, first.start, first.start);
    return undefined;
  }
  return findBelow(text, bom, next);
}

/** Whether two of the three lines from `start` on begin with a key in small letters. */
function hasTwoKeys(text: string, start: number): boolean {
  let position = start;
  let keys = 0;
  for (let count = 0; count < 3 && position < text.length; count++) {
    const end = lineEnd(text, position);
    const line = text.slice(position, Math.min(end, position + 200));
    // What stands behind a fence is the body's.
    if (CLOSING_FENCE.test(line)) break;
    if (KEY.test(line) && /^[a-z"']/.test(line)) keys++;
    position = nextLineStart(text, end);
  }
  return keys >= 2;
}

/** A frontmatter, closed, with one to three lines of something else before it. */
function findBelow(text: string, bom: number, start: number): Region | undefined {
  let position = start;
  for (let count = 0; count < 3 && position < text.length; count++) {
    const end = lineEnd(text, position);
    const next = nextLineStart(text, end);
    if (end - position < 200 && FENCE.test(text.slice(position, end))) {
      if (!hasTwoKeys(text, next)) return undefined;
      const open: Span = { start: position, end: position + 3 };
      const region = scan(text, { start: bom, end: position }, open, next, end);
      return region.close && region;
    }
    position = next;
  }
  return undefined;
}

/** Whether a fence closes the block after nothing but lines that read as YAML. */
function closesLater(text: string, start: number): boolean {
  let position = start;
  for (let count = 0; count < MOST_LINES && position < text.length; count++) {
    const end = lineEnd(text, position);
    const line = text.slice(position, Math.min(end, position + 10_000));
    if (CLOSING_FENCE.test(line)) return true;
    if (BLANK.test(line) || !readsAsYaml(line)) return false;
    position = nextLineStart(text, end);
  }
  return false;
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
        brokenOpen: undefined,
        close: { start: position, end: position + 3 },
        brokenClose: undefined,
        content: { start: contentStart, end: position },
        end: next === end && end < text.length ? end : next,
      };
    }
    if (!stop) {
      if (BLANK.test(line)) {
        afterBlank = true;
      } else if (sawKey && BROKEN_FENCE.test(line) && !closesLater(text, next)) {
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
      brokenOpen: undefined,
      close: undefined,
      brokenClose: undefined,
      content: { start: contentStart, end: contentStart },
      end: contentStart,
    };
  const end = Math.max(stop.resume, Math.min(nextLineStart(text, openEnd), text.length));
  return {
    lead,
    open,
    brokenOpen: undefined,
    close: undefined,
    brokenClose,
    content: { start: contentStart, end: Math.max(contentStart, stop.at) },
    end: open ? end : stop.resume,
  };
}
