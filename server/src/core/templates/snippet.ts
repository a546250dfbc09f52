/**
 * Templates as snippets with tab stops, in the syntax that VS Code and the Language Server Protocol share
 * (LSP 3.17, “Snippet Syntax”; variables and transforms as VS Code documents them under “Snippets”).
 */
import type { Settings } from '../config/settings.ts';
import { slugOf, slugPart } from '../text/slug.ts';
import { addressOf } from './address.ts';
import { capitalised, givenFor, type PlaceholderValues, paragraphsOf, separated } from './fill.ts';
import { escapeYaml, frontmatterLines, tagFor } from './frontmatter.ts';
import { SHORT_NAME_TRANSFORM } from './short-name.ts';
import { baseOf, partsOf, placeholderIn, type Template, visibleForm } from './template.ts';

/** Where date and time come from. */
export interface SnippetMoment {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  /** `HH:MM:SS±HH:MM`. */
  readonly time: string;
}

/** The editor's own variables: the moment of insertion, in the time zone of the machine. */
export const EDITOR_MOMENT: SnippetMoment = {
  year: '$CURRENT_YEAR',
  month: '$CURRENT_MONTH',
  day: '$CURRENT_DATE',
  time: '$CURRENT_HOUR:$CURRENT_MINUTE:$CURRENT_SECOND$CURRENT_TIMEZONE_OFFSET',
};

/** What a snippet is made for. */
export interface SnippetOptions {
  readonly settings: Settings;
  /** By default {@link EDITOR_MOMENT}; a server that knows the office's time zone gives the moment itself. */
  readonly moment?: SnippetMoment;
  /** False: the passages and the end mark alone, for a file that has its frontmatter. */
  readonly withFrontmatter?: boolean;
  /** What is already known: it stands as text, without a tab stop. */
  readonly values?: PlaceholderValues;
  /** One of the house's tags, known already; by default a choice of them. */
  readonly tag?: string;
}

/** Lower-case words joined by hyphens, as far as a snippet transform can: brackets and apostrophes vanish. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: the braces are a snippet’s.
const SLUG_TRANSFORM = '/([A-Za-z0-9]+)|([ -]+)|(.)/${1:/downcase}${2:+-}/g';

/** A template as snippet text, with `\n` line breaks and one at its end. */
export function templateSnippet(template: Template, options: SnippetOptions): string {
  const { settings, moment = EDITOR_MOMENT, values = {} } = options;
  const stops = new TabStops();
  const given = (name: string): string | undefined => givenFor(name, template, values, settings);
  const title = fill(template.headline, template, stops, given, escapeYaml);
  const paragraphs = paragraphsOf(template).map((passages) =>
    passages
      .map((passage) => capitalised(fill(passage.text, template, stops, given, (text) => text)))
      .join(' '),
  );
  const body =
    paragraphs.length > 0
      ? separated([...paragraphs.with(-1, `${paragraphs.at(-1)}$0`), escapeSnippet('\\###')])
      : ['$0'];
  if (options.withFrontmatter === false) return `${body.join('\n')}\n`;
  const tagStop = options.tag === undefined ? stops.next() : undefined;
  const tag = tagStop === undefined ? escapeSnippet(options.tag ?? '') : `$${tagStop}`;
  const { year, month, day } = moment;
  const head = frontmatterLines(
    settings,
    {
      date: `'${year}-${month}-${day}'`,
      published_time: `${year}-${month}-${day} ${moment.time}`,
      source_url:
        addressOf(settings, { year, month, day, tag, slug: slug(template, stops, given) }) ??
        '"[ADDRESS OF THE STATEMENT]"',
      tags: tagStop === undefined ? tag : choice(tagStop, tagFor(template, settings), settings),
      title: `"${title}"`,
    },
    (label) => `"\${${stops.next()}:[${escapeSnippet(label)}]}"`,
  );
  return `${[...head, '', ...body].join('\n')}\n`;
}

/** VS Code's snippet file: one entry for each template. */
export function snippetFile(
  templates: readonly Template[],
  settings: Settings,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    templates.map((template) => [
      template.title,
      {
        prefix: [`readout-${template.id}`],
        description: template.description,
        isFileTemplate: true,
        body: templateSnippet(template, { settings }).replace(/\n$/, '').split('\n'),
      },
    ]),
  );
}

/** Literal text in a snippet: `\`, `$` and `}` lose their meaning there. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** Numbers of tab stops by placeholder, in the order of first use. */
class TabStops {
  readonly #numbers = new Map<string, number>();
  #last = 0;

  /** A stop's number, and whether it is new. */
  of(name: string): { readonly number: number; readonly isNew: boolean } {
    const known = this.#numbers.get(name);
    if (known !== undefined) return { number: known, isNew: false };
    const number = this.next();
    this.#numbers.set(name, number);
    return { number, isNew: true };
  }

  next(): number {
    this.#last++;
    return this.#last;
  }
}

function fill(
  text: string,
  template: Template,
  stops: TabStops,
  givenOf: (name: string) => string | undefined,
  escapeValue: (text: string) => string,
): string {
  let filled = '';
  for (const part of partsOf(text, template)) {
    if ('literal' in part) {
      // A known value such as “Washington, D.C.” brings the full stop that the sentence would add.
      const literal =
        filled.endsWith('.') && part.literal.startsWith('.') ? part.literal.slice(1) : part.literal;
      filled += escapeSnippet(escapeValue(literal));
      continue;
    }
    const given = givenOf(part.name);
    if (given !== undefined) {
      filled += escapeSnippet(escapeValue(given));
      continue;
    }
    const name = baseOf(part.name, template);
    const placeholder = placeholderIn(name, template);
    const { number, isNew } = stops.of(name);
    filled += isNew
      ? `\${${number}:${escapeSnippet(escapeValue(placeholder.usually ?? visibleForm(placeholder)))}}`
      : name === part.name
        ? `$${number}`
        : `\${${number}${SHORT_NAME_TRANSFORM}}`;
  }
  return filled;
}

function slug(template: Template, stops: TabStops, givenOf: (name: string) => string | undefined): string {
  const pieces = partsOf(template.headline, template).map((part) => {
    if ('literal' in part) return { text: part.literal };
    const given = givenOf(part.name);
    return given === undefined ? { stop: stops.of(baseOf(part.name, template)).number } : { text: given };
  });
  // Words that are known on both sides of a seam make one slug: no doubled hyphens.
  const joined: ({ text: string } | { stop: number })[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if ('text' in piece && last && 'text' in last) last.text += piece.text;
    else joined.push({ ...piece } as { text: string } | { stop: number });
  }
  if (joined.length === 1 && joined[0] && 'text' in joined[0]) return slugOf(joined[0].text);
  return joined
    .map((piece) => ('text' in piece ? slugPart(piece.text) : `\${${piece.stop}${SLUG_TRANSFORM}}`))
    .join('');
}

/** A choice among the house's tags, the fitting one first; a plain stop where the house has no vocabulary. */
function choice(stop: number, first: string, settings: Settings): string {
  const tags = [first, ...settings.tags.map((tag) => tag.name).filter((name) => name !== first)];
  if (tags.length < 2) return `\${${stop}:${escapeSnippet(first)}}`;
  return `\${${stop}|${tags.map((tag) => tag.replace(/[\\$},|]/g, '\\$&')).join(',')}|}`;
}
