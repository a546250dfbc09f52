/** A workspace's own template: a Markdown file with frontmatter. Total: whatever the text, there is a template. */
import type { TemplateFile } from '../config/settings.ts';
import { derive } from '../document/derive.ts';
import { fieldsByKey } from '../document/facts.ts';
import type { Field, Frontmatter } from '../document/frontmatter.ts';
import { Readout } from '../document/readout.ts';
import { sourceSpanOrWhole } from '../document/scalar.ts';
import { nearest } from '../text/nearest.ts';
import type { Span } from '../text/span.ts';
import { PLACEHOLDERS, type Placeholder, type PlaceholderKind } from './placeholders.ts';
import { type Passage, placeholderOf, type Template } from './template.ts';

/** Something wrong in a template's file. It has the shape of a finding, so that shells treat it like any other. */
export interface TemplateFinding {
  readonly code: 'template/frontmatter' | 'template/placeholder' | 'template/passages' | 'template/name';
  readonly severity: 'error' | 'warning';
  /** Offsets in the template's file. */
  readonly span: Span;
  readonly message: string;
}

/** A template as far as its file is right, and what is wrong with it. */
export interface ReadTemplate {
  readonly template: Template;
  readonly findings: readonly TemplateFinding[];
}

const KEYS = ['title', 'description', 'headline', 'kind', 'tags', 'placeholders'];
const KINDS: readonly Template['kind'][] = ['readout', 'announcement', 'statement'];
const PLACEHOLDER_KEYS = ['description', 'example', 'kind', 'usually', 'shortOf'];
const PLACEHOLDER_KINDS: readonly PlaceholderKind[] = [
  'person',
  'country',
  'place',
  'day',
  'organisation',
  'event',
  'words',
];
/** What a statement is asked for beside its placeholders. */
const RESERVED = ['date', 'tag'];
/** More findings than this help nobody. */
const MOST_FINDINGS = 100;

/** Reads a template; once for each file object. */
export const readTemplate = derive((file: TemplateFile): ReadTemplate => new Reader(file).read());

class Reader {
  readonly #file: TemplateFile;
  readonly #readout: Readout;
  readonly #findings: TemplateFinding[] = [];
  /** Its own placeholders, those included that nobody described. */
  readonly #placeholders: Record<string, Placeholder> = {};
  /** Those of them that are named in the text alone. */
  readonly #unknown = new Set<string>();

  constructor(file: TemplateFile) {
    this.#file = file;
    this.#readout = Readout.parse(file.text);
  }

  read(): ReadTemplate {
    const { id } = this.#file;
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))
      this.#report(
        'template/name',
        { start: 0, end: 0 },
        `The file’s name is the template’s name, so it is written in small letters, digits and hyphens: not “${id}.md” but, for example, “${suggestedName(id)}.md”.`,
      );
    const { frontmatter } = this.#readout;
    const fields = frontmatter && fieldsByKey(frontmatter);
    if (frontmatter) this.#checkFrontmatter(frontmatter);
    this.#readPlaceholders(fields?.get('placeholders'));
    const text = (key: string): string | undefined => this.#textOf(fields?.get(key));
    const headline = fields?.get('headline');
    const written = text('headline');
    if (written === undefined)
      this.#report(
        'template/frontmatter',
        frontmatter?.open ?? { start: 0, end: 0 },
        'A template needs frontmatter with a “headline”, for example: headline: Readout of {principal}’s Call with {counterpart}.',
      );
    else if (headline)
      this.#checkText(written, (span) => sourceSpanOrWhole(headline.value, span.start, span.end));
    const passages = this.#passages();
    const template: Template = {
      id,
      title: text('title') ?? titleFrom(id),
      description: text('description') ?? 'A template of this workspace.',
      kind: this.#kind(fields?.get('kind')),
      headline: written ?? '{headline}',
      tags: tagsOf(fields?.get('tags')),
      passages,
      placeholders: this.#placeholders,
    };
    return { template, findings: this.#findings.slice(0, MOST_FINDINGS) };
  }

  #report(code: TemplateFinding['code'], span: Span, message: string): void {
    this.#findings.push({ code, severity: 'error', span, message });
  }

  #checkFrontmatter({ problems, fields }: Frontmatter): void {
    for (const { message, span } of problems)
      this.#report(
        'template/frontmatter',
        span,
        `The template’s frontmatter is not valid YAML: ${message.replace(/\.$/, '')}. A value that begins with a brace is put between quotation marks.`,
      );
    for (const { key, keySpan } of fields) {
      if (KEYS.includes(key)) continue;
      const meant = nearest(key, KEYS);
      this.#report(
        'template/frontmatter',
        keySpan,
        `“${key}” says nothing about a template.${meant ? ` Did you mean “${meant}”?` : ''} It has ${KEYS.join(', ')}; the frontmatter of statements is made from the house’s settings.`,
      );
    }
  }

  #textOf(field: Field | undefined): string | undefined {
    if (!field) return undefined;
    const text = field.value.text.trim();
    if (!field.broken && field.value.kind === 'scalar' && text !== '') return text.replace(/\s+/g, ' ');
    if (!field.broken)
      this.#report(
        'template/frontmatter',
        field.value.kind === 'empty' ? field.keySpan : field.value.span,
        `“${field.key}” takes words. If they begin with a brace, put quotation marks around them all.`,
      );
    return undefined;
  }

  #kind(field: Field | undefined): Template['kind'] {
    const written = this.#textOf(field);
    const kind = KINDS.find((each) => each === written);
    if (field && written !== undefined && !kind)
      this.#report(
        'template/frontmatter',
        field.value.span,
        `“${written}” is no kind of statement: write one of ${KINDS.join(', ')}.`,
      );
    return kind ?? 'statement';
  }

  #readPlaceholders(field: Field | undefined): void {
    if (!field || field.broken) return;
    const { data } = field.value;
    if (field.value.kind !== 'mapping' || typeof data !== 'object' || data === null) {
      this.#report(
        'template/placeholder',
        field.keySpan,
        '“placeholders” takes names with what to write for each, for example: ambassador: The ambassador, with first and last name.',
      );
      return;
    }
    for (const [name, described] of Object.entries(data)) this.#readPlaceholder(name, described, field);
  }

  #readPlaceholder(name: string, described: unknown, field: Field): void {
    const wrong = (why: string): void =>
      this.#report('template/placeholder', this.#placeOf(name, field), `The placeholder “${name}” ${why}`);
    if (!/^[a-zA-Z]+$/.test(name) || RESERVED.includes(name) || name in Object.prototype) {
      wrong('cannot have this name: take letters alone, and neither date nor tag.');
      return;
    }
    const given: ReadonlyMap<string, unknown> = new Map(
      typeof described === 'string'
        ? [['description', described]]
        : Object.entries(typeof described === 'object' && described !== null ? described : {}),
    );
    for (const [key, value] of given) {
      const meant = nearest(key, PLACEHOLDER_KEYS);
      if (!PLACEHOLDER_KEYS.includes(key))
        wrong(
          `has a “${key}” that says nothing.${meant ? ` Did you mean “${meant}”?` : ''} It has ${PLACEHOLDER_KEYS.join(', ')}.`,
        );
      else if (typeof value !== 'string' || value.trim() === '') wrong(`needs words for its “${key}”.`);
    }
    const text = (key: string): string | undefined => {
      const value = given.get(key);
      return typeof value === 'string' && value.trim() !== '' ? value.replace(/\s+/g, ' ').trim() : undefined;
    };
    const kind = PLACEHOLDER_KINDS.find((each) => each === text('kind'));
    if (text('kind') !== undefined && !kind)
      wrong(`is of no known kind: “${text('kind')}”. Write one of ${PLACEHOLDER_KINDS.join(', ')}.`);
    const shared = placeholderOf(name);
    const usually = text('usually') ?? shared?.usually;
    const written = text('shortOf') ?? shared?.sameAs;
    const shortOf = written !== name && this.#isKnown(written, field) ? written : undefined;
    if (written !== undefined && shortOf === undefined)
      wrong(`is the short form of “${written}”, which is no other placeholder.`);
    this.#placeholders[name] = {
      kind: kind ?? shared?.kind ?? 'words',
      label: shared?.label ?? labelFrom(name),
      description: sentence(text('description') ?? shared?.description ?? titleFrom(name)),
      example:
        text('example') ??
        shared?.example ??
        labelFrom(name)
          .replace(/^INSERT /, '')
          .toLowerCase(),
      ...(usually === undefined ? {} : { usually }),
      ...(shortOf === undefined ? {} : { sameAs: shortOf }),
    };
  }

  #isKnown(name: string | undefined, { value }: Field): boolean {
    if (name === undefined) return false;
    const own = value.data;
    return (
      placeholderOf(name) !== undefined ||
      (typeof own === 'object' && own !== null && Object.hasOwn(own, name))
    );
  }

  /** Where a placeholder is described: its name in the lines of the field. */
  #placeOf(name: string, { lines, keySpan }: Field): Span {
    const at = this.#file.text.slice(keySpan.end, lines.end).indexOf(name);
    return at < 0 ? keySpan : { start: keySpan.end + at, end: keySpan.end + at + name.length };
  }

  /** The body's paragraphs. A comment on lines of its own says what the next one is for. */
  #passages(): readonly Passage[] {
    const passages: Passage[] = [];
    let purpose = '';
    let open: { start: number; text: string } | undefined;
    const close = (): void => {
      if (!open) return;
      const { start, text } = open;
      open = undefined;
      this.#checkText(text, (span) => ({ start: start + span.start, end: start + span.end }));
      const number = passages.length + 1;
      passages.push({
        id: `passage-${number}`,
        purpose: purpose || `Passage ${number}.`,
        text: text.replace(/\r\n?/g, '\n').trim(),
      });
      purpose = '';
    };
    this.#readout.blocks.forEach((block, index) => {
      const comment = block.kind === 'html' ? commentIn(block.text) : undefined;
      if (comment !== undefined || block.kind === 'endMark' || block.kind === 'blank') {
        close();
        if (comment !== undefined) purpose = sentence(comment);
        return;
      }
      open ??= { start: this.#readout.starts[index] as number, text: '' };
      open.text += block.text;
      if (block.closed) close();
    });
    close();
    if (passages.length === 0)
      this.#report(
        'template/passages',
        { start: this.#readout.bodyStart, end: this.#readout.bodyStart },
        'This template has no passages: below the frontmatter comes the text, with {placeholders} for what differs.',
      );
    return passages;
  }

  /** Reports every brace that is not part of a known placeholder. */
  #checkText(text: string, placeOf: (span: Span) => Span): void {
    for (const match of text.matchAll(/\\[{}]|\{[^{}\n\r]{0,80}\}|[{}]/g)) {
      const [written] = match;
      if (written.startsWith('\\')) continue;
      const span = placeOf({ start: match.index, end: match.index + written.length });
      const name = /^\{([a-zA-Z]+)\}$/.exec(written)?.[1];
      if (name === undefined) {
        const meant = written
          .slice(1, -1)
          .replace(/[^a-zA-Z]+/g, ' ')
          .trim();
        const hint = meant === '' ? '{principal}' : `{${camelCase(meant)}}`;
        this.#report(
          'template/placeholder',
          span,
          `“${written}” is no placeholder: that is a name of letters alone between braces, such as ${hint}. Write \\${written.charAt(0)} for a brace that shall stand in the text.`,
        );
        continue;
      }
      if (!this.#unknown.has(name) && placeholderOf(name, { placeholders: this.#placeholders })) continue;
      this.#unknown.add(name);
      this.#unknownAt(name, span);
      // It is asked for all the same: what is not filled in must be found in the statement.
      this.#placeholders[name] = {
        kind: 'words',
        label: labelFrom(name),
        description: sentence(titleFrom(name)),
        example: labelFrom(name)
          .replace(/^INSERT /, '')
          .toLowerCase(),
      };
    }
  }

  #unknownAt(name: string, span: Span): void {
    const known = [
      ...Object.keys(this.#placeholders).filter((each) => !this.#unknown.has(each)),
      ...Object.keys(PLACEHOLDERS),
    ];
    const meant = nearest(name, known);
    this.#report(
      'template/placeholder',
      span,
      `There is no placeholder {${name}}.${meant ? ` Did you mean {${meant}}?` : ''} Describe it under “placeholders” in the frontmatter, or take one that all templates share, such as {principal}, {counterpart}, {country} or {topics}.`,
    );
  }
}

/** The words of a comment that is all there is. */
function commentIn(text: string): string | undefined {
  const written = text.trim();
  const isWhole = written.startsWith('<!--') && written.indexOf('-->', 4) === written.length - 3;
  return isWhole ? written.slice(4, -3).replace(/\s+/g, ' ').trim() : undefined;
}

function tagsOf(field: Field | undefined): readonly string[] {
  if (!field || field.broken) return [];
  const { kind, text, items } = field.value;
  return (kind === 'sequence' ? items.map((item) => item.text) : [text])
    .map((tag) => tag.trim())
    .filter(Boolean);
}

/** `leadSpeaker` and `lead-speaker` as words: `Lead speaker`. */
function titleFrom(name: string): string {
  const words = name
    .replace(/([a-z])(?=[A-Z])/g, '$1 ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** As unfilled placeholders stand in a text; with “INSERT” in front, `body/placeholder` finds any of them. */
function labelFrom(name: string): string {
  return `INSERT ${titleFrom(name).toUpperCase()}`;
}

function camelCase(words: string): string {
  return words
    .split(' ')
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
}

function sentence(text: string): string {
  return text === '' || /[.!?…]$/.test(text) ? text : `${text}.`;
}

function suggestedName(id: string): string {
  return (
    id
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'house-statement'
  );
}
