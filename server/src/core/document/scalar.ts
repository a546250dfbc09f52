/**
 * YAML scalars as they are written: which characters of the file make which characters of the value, and how a piece
 * of text is written into a scalar without changing how the rest of it is quoted (YAML 1.2.2, chapters 5.7 and 7.3).
 */
import type { Span, TextEdit } from '../text/span.ts';
import { derive } from './derive.ts';
import type { FrontmatterValue, ValueStyle } from './frontmatter.ts';

/** The escapes of double-quoted scalars that stand for one fixed character (YAML 1.2.2, section 5.7). */
const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};
const HEX: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** A scalar's content, unit by unit, with the place of each in the source. */
interface Decoded {
  readonly text: string;
  /** `starts[i]` and `ends[i]` enclose, in the source, what makes unit `i` of the text. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const decoded = derive((value: FrontmatterValue): Decoded | undefined => {
  if (value.kind !== 'scalar' || value.style === 'literal' || value.style === 'folded') return undefined;
  const result = decode(value.source, value.style);
  // Whatever this reading and the parser's do not agree on is not given a place.
  return result.text === value.text ? result : undefined;
});

function decode(source: string, style: ValueStyle): Decoded {
  const isQuoted = style === 'single' || style === 'double';
  const starts: number[] = [];
  const ends: number[] = [];
  const parts: string[] = [];
  const push = (units: string, start: number, end: number) => {
    for (const unit of units.split('')) {
      parts.push(unit);
      starts.push(start);
      ends.push(end);
    }
  };
  const last = isQuoted ? source.length - 1 : source.length;
  // Blanks at the end of a line are dropped when the line is folded; escaped ones are not.
  let keep = 0;
  let i = isQuoted ? 1 : 0;
  while (i < last) {
    const unit = source[i] as string;
    if (unit === '\n' || unit === '\r') {
      while (parts.length > keep && isBlank(parts[parts.length - 1])) {
        parts.pop();
        starts.pop();
        ends.pop();
      }
      const from = starts.length === 0 ? i : (ends[ends.length - 1] as number);
      let breaks = 0;
      while (i < last && isWhite(source[i])) {
        if (source[i] === '\r' && source[i + 1] === '\n') i++;
        if (source[i] === '\n' || source[i] === '\r') breaks++;
        i++;
      }
      push(breaks === 1 ? ' ' : '\n'.repeat(breaks - 1), from, i);
      keep = parts.length;
    } else if (style === 'single' && unit === "'") {
      push("'", i, i + 2);
      i += 2;
    } else if (style === 'double' && unit === '\\') {
      const letter = source[i + 1] ?? '';
      const hex = HEX[letter];
      if (letter === '\n' || letter === '\r') {
        i += letter === '\r' && source[i + 2] === '\n' ? 3 : 2;
        let breaks = 0;
        while (i < last && isWhite(source[i])) {
          if (source[i] === '\r' && source[i + 1] === '\n') i++;
          if (source[i] === '\n' || source[i] === '\r') breaks++;
          i++;
        }
        push('\n'.repeat(breaks), i, i);
      } else if (hex !== undefined) {
        const code = Number.parseInt(source.slice(i + 2, i + 2 + hex), 16);
        push(code <= 0x10ffff ? String.fromCodePoint(code) : '', i, i + 2 + hex);
        i += 2 + hex;
      } else {
        push(ESCAPES[letter] ?? letter, i, i + 2);
        i += 2;
      }
      keep = parts.length;
    } else {
      push(unit, i, i + 1);
      i++;
    }
  }
  return { text: parts.join(''), starts, ends };
}

function isBlank(unit: string | undefined): boolean {
  return unit === ' ' || unit === '\t';
}

function isWhite(unit: string | undefined): boolean {
  return unit === ' ' || unit === '\t' || unit === '\n' || unit === '\r';
}

/**
 * Where a stretch of a scalar's content stands in the file, quotes around it not included; undefined if that cannot be
 * said (a collection, a block scalar, a scalar that is broken).
 * @param start offset in `value.text`.
 * @param end offset in `value.text`; the same as `start` for the place between two characters.
 */
export function sourceSpan(value: FrontmatterValue, start: number, end: number): Span | undefined {
  const map = decoded(value);
  if (!map || start < 0 || end < start || end > map.text.length) return undefined;
  const base = value.span.start;
  const inner = value.style === 'single' || value.style === 'double' ? 1 : 0;
  const before = start > 0 ? (map.ends[start - 1] as number) : inner;
  const from = start < map.text.length ? (map.starts[start] as number) : before;
  if (start === end) return { start: base + from, end: base + from };
  return { start: base + from, end: base + (map.ends[end - 1] as number) };
}

/** The same, or the whole value where the stretch has no place of its own. */
export function sourceSpanOrWhole(value: FrontmatterValue, start: number, end: number): Span {
  return sourceSpan(value, start, end) ?? value.span;
}

/** A stretch of text as it is written inside a scalar of this style, quotes not included. */
export function escapeFor(style: ValueStyle, text: string): string {
  if (style === 'single') return text.replaceAll("'", "''");
  if (style !== 'double') return text;
  return text
    .replace(/["\\]/g, '\\$&')
    .replaceAll('\xa0', '\\_')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replace(
      /[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}

/** Text that means the same without quotes, on one line, in every YAML version (1.1's dates and booleans included). */
export function canBePlain(text: string): boolean {
  // Valid, but it reads as a quoted value whose opening quote was lost.
  if (/["']$/.test(text)) return false;
  if (!/^[A-Za-z0-9/][^\x00-\x1f\x7f-\x9f]*$/.test(text) || /\s$|:(?:\s|$)|\s#/.test(text)) return false;
  if (/^(?:true|false|yes|no|on|off|null|y|n|\.?inf|nan)$/i.test(text)) return false;
  return !/^[\d.,_+:eExXoO-]+$/.test(text);
}

/** A whole scalar on one line: in the wanted style if it can be written so, else in quotes. */
export function writeScalar(text: string, style: ValueStyle = 'plain'): string {
  if (style === 'plain' && canBePlain(text)) return text;
  const needsDouble = /[\x00-\x1f\x7f-\x9f\xa0\u2028\u2029\ufeff]/.test(text);
  if (style === 'double' || needsDouble) return `"${escapeFor('double', text)}"`;
  return `'${escapeFor('single', text)}'`;
}

/**
 * The smallest edit that makes a scalar's content another one, in the quoting it has. A value that is no flow scalar
 * (a collection, a block scalar) is replaced as a whole; a missing one is filled in behind the colon.
 * @param style the quoting of a value that has none yet.
 */
export function rewrite(value: FrontmatterValue, text: string, style: ValueStyle = 'plain'): TextEdit {
  if (value.kind === 'empty') return { span: value.span, newText: ` ${writeScalar(text, style)}` };
  const old = value.text;
  if (value.kind !== 'scalar' || value.data === null || !decoded(value) || old.trim() === '')
    return { span: value.span, newText: writeScalar(text, style) };
  if (value.style === 'plain' && style === 'plain' && !canBePlain(text) && !isTimestampLike(text))
    return { span: value.span, newText: writeScalar(text, 'single') };
  let head = 0;
  while (head < old.length && head < text.length && old[head] === text[head]) head++;
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < text.length - head &&
    old[old.length - 1 - tail] === text[text.length - 1 - tail]
  )
    tail++;
  const span = sourceSpanOrWhole(value, head, old.length - tail);
  return { span, newText: escapeFor(value.style, text.slice(head, text.length - tail)) };
}

/** Dates and timestamps hold nothing that YAML could take for anything else but a date, and the archive writes them so. */
function isTimestampLike(text: string): boolean {
  return /^\d[\d-]*(?:[ T][\d:]+(?:[+-][\d:]+)?)?$/.test(text);
}
