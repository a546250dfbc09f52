/**
 * Completion and hover in `.readout.yaml`. Keys are placed by their lines' indentation, so that both work while the
 * YAML around the cursor does not parse yet.
 */
import { type SettingSchema, settingsTable } from '../config/settings-table.ts';
import { derive } from '../document/derive.ts';
import { RULES } from '../rules/registry.ts';
import { lineEnd } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** One key or value that may be written in a settings file. */
export interface SettingOffer {
  readonly label: string;
  readonly kind: 'key' | 'value';
  /** Markdown. */
  readonly documentation: string | undefined;
  /** What is replaced, within one line, and by what. */
  readonly span: Span;
  readonly newText: string;
}

/** What is known about the setting under the cursor, in Markdown. */
export interface SettingHover {
  readonly span: Span;
  readonly markdown: string;
}

const table = derive((rules: typeof RULES) => settingsTable(rules));

/** A line of at most this many units is read; nobody writes a longer setting. */
const LONGEST_LINE = 2000;
/** Lines above the cursor that are searched for the keys around it. */
const MOST_LINES = 2000;

interface KeyLine {
  /** Where the key starts in its line, list dashes counted as indentation. */
  readonly indent: number;
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  /** Where the value starts, or the line's end. */
  readonly valueStart: number;
}

const KEY_LINE =
  /^((?:[ \t]|- )*)(?:"([^"\n]*)"|'([^'\n]*)'|([^\s#"'[\]{},:-][^#:\n]{0,120}?))[ \t]*:(?:[ \t]+|$)/;

function readKeyLine(line: string): KeyLine | undefined {
  const match = KEY_LINE.exec(line);
  if (!match) return undefined;
  const indent = match[1]?.length ?? 0;
  const key = match[2] ?? match[3] ?? match[4] ?? '';
  const quoted = match[4] === undefined ? 2 : 0;
  return {
    indent,
    key,
    keyStart: indent,
    keyEnd: indent + key.length + quoted,
    valueStart: match[0].length,
  };
}

/** The lines of a text up to and with the one that holds `offset`, last first, with their offsets. */
function* linesUp(text: string, offset: number): Generator<{ start: number; line: string }> {
  let end = lineEnd(text, offset);
  for (let count = 0; count < MOST_LINES; count++) {
    // `lastIndexOf` takes a place before the text for its first character.
    const start =
      end === 0 ? 0 : Math.max(text.lastIndexOf('\n', end - 1), text.lastIndexOf('\r', end - 1)) + 1;
    yield { start, line: text.slice(start, Math.min(end, start + LONGEST_LINE)) };
    if (start === 0) return;
    end = start - 1;
    if (text[end] === '\n' && text[end - 1] === '\r') end--;
  }
}

/** Keys around a place that is indented by `indent`, outermost first, from the lines above it. */
function pathAbove(text: string, lineStart: number, indent: number): string[] {
  const path: string[] = [];
  let below = indent;
  if (lineStart === 0) return path;
  for (const { line } of linesUp(text, lineStart - 1)) {
    if (below === 0) break;
    const found = readKeyLine(line);
    if (found && found.indent < below) {
      path.unshift(found.key);
      below = found.indent;
    }
  }
  return path;
}

/** Everything that may stand under a path of keys: alternatives and list items flattened. */
function schemasAt(path: readonly string[]): SettingSchema[] {
  let here: SettingSchema[] = open(table(RULES));
  for (const key of path) {
    here = here.flatMap((schema) => {
      const own =
        schema.properties && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
      const inner = own ?? (schema.additionalProperties || undefined);
      return inner ? open(inner) : [];
    });
  }
  return here;
}

function open(schema: SettingSchema): SettingSchema[] {
  return [schema, ...(schema.anyOf ?? []).flatMap(open), ...(schema.items ? open(schema.items) : [])];
}

function describe(schema: SettingSchema): string | undefined {
  const parts = [
    schema.description,
    schema.title && `Expected: ${schema.title}.`,
    schema.default !== undefined && `By default \`${JSON.stringify(schema.default)}\`.`,
    schema.examples?.length &&
      `For example \`${schema.examples.map((example) => JSON.stringify(example)).join('`, `')}\`.`,
  ].filter((part): part is string => typeof part === 'string' && part !== '');
  return parts.length > 0 ? parts.join('\n\n') : undefined;
}

/**
 * What the setting at an offset means; undefined where there is none that we know.
 * @param text the whole settings file.
 */
export function settingHoverAt(text: string, offset: number): SettingHover | undefined {
  const [current] = linesUp(text, offset);
  if (!current) return undefined;
  const found = readKeyLine(current.line);
  if (!found) return undefined;
  const at = offset - current.start;
  if (at < found.keyStart || at > found.keyEnd) return undefined;
  const path = [...pathAbove(text, current.start, found.indent), found.key];
  const schema = schemasAt(path)[0];
  const description = schema && describe(schema);
  if (!description) return undefined;
  return {
    span: { start: current.start + found.keyStart, end: current.start + found.keyEnd },
    markdown: `**${path.join(' › ')}**\n\n${description}`,
  };
}

/** What may be written at an offset of a settings file: keys that are not there yet, or the values of a key. */
export function settingOffersAt(text: string, offset: number): SettingOffer[] {
  const [current] = linesUp(text, offset);
  if (!current) return [];
  const at = offset - current.start;
  const before = current.line.slice(0, at);
  if (/(?:^|\s)#/.test(before)) return [];
  const found = readKeyLine(current.line);
  if (found && at >= found.valueStart) {
    return values(
      [...pathAbove(text, current.start, found.indent), found.key],
      text,
      current.start + found.valueStart,
      offset,
    );
  }
  const indent = /^(?:[ \t]|- )*/.exec(before)?.[0].length ?? 0;
  const path = pathAbove(text, current.start, indent);
  const word = {
    start: current.start + indent,
    end: current.start + (found?.keyEnd ?? wordEnd(current.line, indent)),
  };
  const offers = keys(path, text, current.start, indent, word, found !== undefined);
  // After a dash, a value of the list may stand as well as a mapping's first key.
  return before.slice(0, indent).includes('-')
    ? [...offers, ...values(path, text, word.start, offset)]
    : offers;
}

function wordEnd(line: string, from: number): number {
  let end = from;
  while (end < line.length && !/[\s:#]/.test(line[end] as string)) end++;
  return end;
}

function keys(
  path: readonly string[],
  text: string,
  lineStart: number,
  indent: number,
  span: Span,
  hasColon: boolean,
): SettingOffer[] {
  const there = siblings(text, lineStart, indent);
  const offers = new Map<string, SettingOffer>();
  for (const schema of schemasAt(path)) {
    for (const [key, inner] of Object.entries(schema.properties ?? {})) {
      if (there.has(key) || offers.has(key)) continue;
      offers.set(key, {
        label: key,
        kind: 'key',
        documentation: describe(inner),
        span,
        newText: hasColon ? key : `${key}: `,
      });
    }
  }
  return [...offers.values()];
}

/** Keys that stand beside a place: on lines with its indentation, up and down to a line with less. */
function siblings(text: string, lineStart: number, indent: number): Set<string> {
  const found = new Set<string>();
  const take = (line: string): boolean => {
    const key = readKeyLine(line);
    if (key && key.indent === indent) found.add(key.key);
    return key === undefined || key.indent >= indent;
  };
  if (lineStart > 0) for (const { line } of linesUp(text, lineStart - 1)) if (!take(line)) break;
  let position = lineEnd(text, lineStart);
  for (let count = 0; position < text.length && count < MOST_LINES; count++) {
    const start = text[position] === '\r' && text[position + 1] === '\n' ? position + 2 : position + 1;
    position = lineEnd(text, start);
    if (!take(text.slice(start, Math.min(position, start + LONGEST_LINE)))) break;
  }
  return found;
}

function values(path: readonly string[], text: string, start: number, offset: number): SettingOffer[] {
  const end = Math.max(offset, start + wordEnd(text.slice(start, start + LONGEST_LINE), 0));
  const span = { start: Math.min(start, offset), end: Math.max(start, Math.min(end, lineEnd(text, start))) };
  const offers = new Map<string, SettingOffer>();
  for (const schema of schemasAt(path)) {
    const written = [
      ...(schema.enum ?? []),
      ...(schema.type === 'boolean' ? ['true', 'false'] : []),
      ...(schema.examples ?? []).filter((example): example is string => typeof example === 'string'),
      ...(schema.format === 'glob' ? ['**/*.md'] : []),
    ];
    for (const value of written) {
      if (!offers.has(value))
        offers.set(value, {
          label: value,
          kind: 'value',
          documentation: describe(schema),
          span,
          newText: value,
        });
    }
  }
  return [...offers.values()];
}
