/**
 * What can be written at a place: in the frontmatter keys that are missing and values for those that are there; in an
 * empty file a whole frontmatter and the statement templates; in an empty body the templates' passages.
 */
import type { JsonSchema, Settings } from '../config/settings.ts';
import { formatDay } from '../document/calendar.ts';
import { readDay } from '../document/facts.ts';
import type { Frontmatter } from '../document/frontmatter.ts';
import type { Readout } from '../document/readout.ts';
import { addressOf } from '../templates/address.ts';
import { templateSnippet, templatesIn } from '../templates/index.ts';
import { slugOf } from '../text/slug.ts';
import type { Span, TextEdit } from '../text/span.ts';
import { localTime, localTimeOn, timestamp } from './clock.ts';
import { describeKey } from './hover.ts';
import { snippetMoment } from './template-offers.ts';

/** One thing that can be written. */
export interface Completion {
  readonly label: string;
  readonly kind: 'key' | 'value' | 'tag' | 'date' | 'url' | 'template' | 'name';
  /** A few words behind the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** What is replaced, always within one line, and by what. */
  readonly edit: TextEdit;
  /** Whether the new text is a snippet with tab stops, in the protocol's syntax. */
  readonly isSnippet: boolean;
  /** What the characters already written are compared with; by default the label. */
  readonly filter?: string;
  /** Whether more completions should follow at once: a key was written whose value is still to come. */
  readonly opensNext?: boolean;
}

/** What completion needs to know beside the document. */
export interface CompletionRequest {
  readonly readout: Readout;
  readonly settings: Settings;
  readonly offset: number;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: number;
  /** The file's base name, where it has one. */
  readonly fileName: string | undefined;
  /** Whether somebody asked; otherwise a character brought it up, and a file that may be anybody's is left in peace. */
  readonly isAsked: boolean;
  /** Whether the editor understands snippets. */
  readonly snippets: boolean;
}

/** The completions at a place outside running prose, best first. */
export function completionsAt(request: CompletionRequest): readonly Completion[] {
  const { readout, offset } = request;
  if (isBareStart(readout, request.isAsked)) return wholeDocuments(request);
  const { frontmatter } = readout;
  if (frontmatter && isInside(frontmatter, readout, offset))
    return frontmatterCompletions(request, frontmatter);
  if (frontmatter?.close && offset >= frontmatter.end && isBlankBody(readout)) return bodies(request);
  return [];
}

/**
 * Whether all that is written is at most the beginning of a fence or of one word. Unless somebody asked, it must be a
 * fence or the beginning of the word “readout”: any Markdown file begins with some word.
 */
function isBareStart({ length, head, blocks }: Readout, isAsked: boolean): boolean {
  if (length > 60) return false;
  const text = (head + blocks.map((block) => block.text).join('')).replace(/^\ufeff/, '').trim();
  if (isAsked && /^[a-z-]*$/.test(text)) return true;
  return (
    /^-{1,3}$/.test(text) ||
    (text.length > 1 && ('readout'.startsWith(text) || /^readout-[a-z-]*$/.test(text)))
  );
}

function isBlankBody({ blocks }: Readout): boolean {
  return blocks.every(
    (block, index) => block.contentEnd === 0 || (index === 0 && /^\s*[a-z-]{0,30}\s*$/.test(block.text)),
  );
}

function isInside(frontmatter: Frontmatter, readout: Readout, offset: number): boolean {
  const start = frontmatter.content.start;
  if (offset < start) return false;
  if (frontmatter.close) return offset <= frontmatter.close.start;
  if (offset <= frontmatter.end) return true;
  // Never closed: what follows is still meant as frontmatter as long as nothing but blank lines lies between.
  return (
    offset - frontmatter.end < 200 && readout.slice({ start: frontmatter.end, end: offset }).trim() === ''
  );
}

interface Line {
  readonly start: number;
  readonly text: string;
  /** The cursor's place within the line. */
  readonly cursor: number;
}

const LONGEST_LINE = 4000;

function lineAt(readout: Readout, offset: number): Line {
  const { line } = readout.positionAt(offset);
  const start = readout.offsetAt({ line, character: 0 });
  const end = Math.min(
    readout.offsetAt({ line, character: Number.MAX_SAFE_INTEGER }),
    Math.max(offset, start + LONGEST_LINE),
  );
  return { start, text: readout.slice({ start, end }), cursor: offset - start };
}

const KEY_PREFIX = /^([A-Za-z_][\w-]*)?$/;
const LIST_ITEM = /^([ \t]*-[ \t]+)/;
const KEY_AND_COLON = /^([A-Za-z_][\w-]*)[ \t]*:/;

function frontmatterCompletions(request: CompletionRequest, frontmatter: Frontmatter): readonly Completion[] {
  const { readout, offset } = request;
  const line = lineAt(readout, offset);
  const before = line.text.slice(0, line.cursor);
  if (KEY_PREFIX.test(before)) return keys(request, frontmatter, line);
  const item = LIST_ITEM.exec(line.text)?.[1];
  const key = KEY_AND_COLON.exec(line.text);
  if (item !== undefined && line.cursor >= item.length) {
    const above = frontmatter.keyLines.findLast(({ span }) => span.start < line.start)?.key;
    return above === 'tags'
      ? tagCompletions(request, frontmatter, word(line, item.length, line.text.length))
      : [];
  }
  if (key?.[1] !== undefined && line.cursor >= key[0].length) {
    const name = key[1];
    const from = key[0].length;
    const flow = line.text.indexOf('[', from);
    if (name === 'tags' && flow >= 0 && line.cursor > flow) {
      const start = Math.max(flow, line.text.lastIndexOf(',', line.cursor - 1)) + 1;
      const stop = line.text.slice(line.cursor).search(/[,\]]/);
      return tagCompletions(
        request,
        frontmatter,
        word(line, start, stop < 0 ? line.text.length : line.cursor + stop),
      );
    }
    return values(request, frontmatter, name, word(line, from, line.text.length));
  }
  return [];
}

/** A place for a value within a line. */
interface Slot {
  readonly span: Span;
  /** What stands there now. */
  readonly text: string;
  /** What must come first: a blank behind a colon that has none. */
  readonly lead: string;
}

/** The written part of a line between two places, without the blanks around it and a comment behind it. */
function word(line: Line, from: number, to: number): Slot {
  let start = from;
  while (start < Math.min(to, line.cursor) && /[ \t]/.test(line.text.charAt(start))) start++;
  const written = line.text
    .slice(start, to)
    .replace(/[ \t]+#.*$/, '')
    .trimEnd();
  const end = Math.max(line.cursor, start + written.length);
  return {
    span: { start: line.start + start, end: line.start + end },
    text: line.text.slice(start, end),
    lead: start === from && line.text[from - 1] === ':' ? ' ' : '',
  };
}

function schemaOf(key: string, settings: Settings): JsonSchema | undefined {
  const properties = settings.frontmatter.properties ?? {};
  return Object.hasOwn(properties, key) ? properties[key] : undefined;
}

function keys(request: CompletionRequest, frontmatter: Frontmatter, line: Line): readonly Completion[] {
  const { settings, snippets } = request;
  const required = settings.frontmatter.required ?? [];
  const known = [...new Set([...Object.keys(settings.frontmatter.properties ?? {}), ...required])];
  const own = KEY_AND_COLON.exec(line.text);
  const present = new Set(
    frontmatter.keyLines.filter(({ span }) => span.start !== line.start).map(({ key }) => key),
  );
  const written = /^[\w-]*/.exec(line.text)?.[0] ?? '';
  const span = { start: line.start, end: line.start + Math.max(written.length, line.cursor) };
  const ordered = [...known].sort((a, b) => Number(required.includes(b)) - Number(required.includes(a)));
  return ordered
    .filter((key) => !present.has(key))
    .map((key): Completion => {
      const documentation = describeKey(key, settings);
      const common = {
        label: key,
        kind: 'key' as const,
        detail: required.includes(key) ? 'required' : 'optional',
        ...(documentation !== undefined && { documentation }),
      };
      // The key alone is replaced where its colon already stands.
      if (own) return { ...common, edit: { span, newText: key }, isSnippet: false };
      const value = offers(request, frontmatter, key)[0]?.written;
      if (value !== undefined)
        return { ...common, edit: { span, newText: `${key}: ${value}` }, isSnippet: false };
      const quoted = key === 'title' && snippets;
      return {
        ...common,
        edit: { span, newText: quoted ? `${key}: "$1"` : `${key}: ` },
        isSnippet: quoted,
        opensNext: true,
      };
    });
}

/** A value that can be offered for a key. */
interface Offer {
  /** As it is to be written in YAML. */
  readonly written: string;
  readonly label: string;
  readonly kind: Completion['kind'];
  readonly detail: string;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const STAMP = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})/;

/** Values for a key, the best first: what follows from the rest of the document before what the clock says. */
function offers(
  { settings, now, fileName }: CompletionRequest,
  frontmatter: Frontmatter | undefined,
  key: string,
): readonly Offer[] {
  const text = (name: string): string =>
    frontmatter?.fields.find((field) => field.key === name)?.value.text.trim() ?? '';
  const schema = schemaOf(key, settings);
  const zone = settings.timeZone;
  const clock = localTime(now, zone);
  const found: Offer[] = [];
  const add = (written: string, label: string, kind: Offer['kind'], detail: string): void => {
    if (!found.some((offer) => offer.label === label)) found.push({ written, label, kind, detail });
  };
  switch (schema?.['format']) {
    case 'date': {
      const published = STAMP.exec(text('published_time'))?.[1];
      const named = /^\d{4}-\d{2}-\d{2}/.exec(fileName ?? '')?.[0];
      if (published) add(`'${published}'`, published, 'date', 'the day of published_time');
      if (named) add(`'${named}'`, named, 'date', 'from the file’s name');
      add(`'${clock.date}'`, clock.date, 'date', `today in ${zone}`);
      break;
    }
    case 'timestamp': {
      const published = text('published_time');
      if (key !== 'published_time' && STAMP.test(published))
        add(published, published, 'date', 'the same as published_time');
      const day = readDay(text('date'));
      if (day && formatDay(day) !== clock.date) {
        const then = timestamp(localTimeOn(day, now, zone));
        add(then, then, 'date', 'the time now, on the day of date');
      }
      add(timestamp(clock), timestamp(clock), 'date', `now in ${zone}`);
      break;
    }
    case 'uri': {
      const url = derivedUrl(settings, frontmatter);
      if (url !== undefined) add(url, url, 'url', 'from date, tag and title');
      break;
    }
  }
  const choices = schema?.['enum'];
  if (Array.isArray(choices)) {
    for (const choice of choices) {
      if (typeof choice === 'string') add(plainOrQuoted(choice), choice, 'value', 'allowed by the schema');
      else if (typeof choice === 'number' || typeof choice === 'boolean')
        add(String(choice), String(choice), 'value', 'allowed by the schema');
    }
  } else if (schema?.type === 'boolean') {
    for (const choice of ['true', 'false']) add(choice, choice, 'value', 'allowed by the schema');
  }
  return found;
}

/** The address that follows from the date, the first tag and the title; undefined while one of them is missing. */
export function derivedUrl(settings: Settings, frontmatter: Frontmatter | undefined): string | undefined {
  const field = (key: string) => frontmatter?.fields.find((each) => each.key === key)?.value;
  const date = field('date')?.text.trim() ?? '';
  const published = STAMP.exec(field('published_time')?.text ?? '')?.[1];
  const tags = field('tags');
  const tag = (tags?.items[0]?.text ?? tags?.text ?? '').trim();
  const slug = slugOf(field('title')?.text ?? '');
  const [year, month, day] = (DATE.test(date) ? date : (published ?? '')).split('-');
  if (!year || !month || !day || !slug || !/^[\w-]+$/.test(tag)) return undefined;
  return addressOf(settings, { year, month, day, tag, slug });
}

function plainOrQuoted(text: string): string {
  return /^[A-Za-z][\w -]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text)
    ? text
    : JSON.stringify(text);
}

function values(
  request: CompletionRequest,
  frontmatter: Frontmatter,
  key: string,
  slot: Slot,
): readonly Completion[] {
  if (key === 'tags') return tagCompletions(request, frontmatter, slot);
  return offers(request, frontmatter, key)
    .filter(({ written }) => written !== slot.text)
    .map(({ written, label, kind, detail }): Completion => {
      const quote = /^['"]/.exec(slot.text)?.[0];
      const bare = written.replace(/^'(.*)'$/, '$1');
      const newText = quote !== undefined && !/['"\\]/.test(bare) ? `${quote}${bare}${quote}` : written;
      return {
        label,
        kind,
        detail,
        edit: { span: slot.span, newText: slot.lead + newText },
        isSnippet: false,
        filter: slot.lead + (quote === undefined ? bare : newText),
      };
    });
}

function tagCompletions(
  { settings }: CompletionRequest,
  frontmatter: Frontmatter,
  slot: Slot,
): readonly Completion[] {
  const field = frontmatter.fields.find(({ key }) => key === 'tags');
  const used = new Set((field?.value.items ?? []).map(({ text }) => text));
  const quote = /^['"]/.exec(slot.text)?.[0] ?? '';
  return settings.tags
    .filter(({ name }) => !used.has(name) || slot.text.includes(name))
    .map(({ name, description }) => ({
      label: name,
      kind: 'tag',
      documentation: description,
      edit: { span: slot.span, newText: `${slot.lead}${quote}${name}${quote}` },
      isSnippet: false,
      filter: `${slot.lead}${quote}${name}`,
    }));
}

/** What a template offers, with the place where it goes. */
function templateCompletions(
  request: CompletionRequest,
  span: Span,
  withFrontmatter: boolean,
): readonly Completion[] {
  if (!request.snippets) return [];
  const moment = snippetMoment(request.now, request.settings);
  return templatesIn(request.settings)
    .filter(({ kind }) => withFrontmatter || kind !== 'frontmatter')
    .map(
      (template): Completion => ({
        label: template.title,
        kind: 'template',
        detail: 'statement template',
        documentation: template.description,
        edit: {
          span,
          newText: templateSnippet(template, { settings: request.settings, moment, withFrontmatter }),
        },
        isSnippet: true,
      }),
    );
}

/** For an empty file: the frontmatter first, then the templates. */
function wholeDocuments(request: CompletionRequest): readonly Completion[] {
  const { readout, offset } = request;
  const line = lineAt(readout, offset);
  const above = readout.slice({ start: 0, end: line.start });
  const fences = /^\ufeff?---[ \t]*\r?\n/.test(above);
  // The fence that is already written on this line is written anew; one on a line above stays.
  const span = { start: line.start, end: line.start + line.text.length };
  const all = templateCompletions(request, span, true);
  const alone = templatesIn(request.settings).find(({ kind }) => kind === 'frontmatter')?.title;
  const frontmatterFirst = [...all].sort((a, b) => Number(b.label === alone) - Number(a.label === alone));
  return frontmatterFirst.map((completion) => ({
    ...completion,
    edit: {
      span,
      newText: fences ? completion.edit.newText.replace(/^---\n/, '') : completion.edit.newText,
    },
    filter: line.text.trim() === '' ? completion.label : `${line.text.trim()} ${completion.label}`,
  }));
}

/** For an empty body below a finished frontmatter. */
function bodies(request: CompletionRequest): readonly Completion[] {
  const line = lineAt(request.readout, request.offset);
  return templateCompletions(request, { start: line.start, end: line.start + line.text.length }, false).map(
    (completion) =>
      line.text.trim() === ''
        ? completion
        : { ...completion, filter: `${line.text.trim()} ${completion.label}` },
  );
}
