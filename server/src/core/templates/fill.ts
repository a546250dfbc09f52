/** A template with its placeholders filled: the text of a file, ready to be written. */
import type { Settings } from '../config/settings.ts';
import { slugOf } from '../text/slug.ts';
import { addressOf, fileNameOf } from './address.ts';
import { frontmatterLines, quoteYaml, tagFor } from './frontmatter.ts';
import { shortNameOf } from './short-name.ts';
import {
  baseOf,
  type Passage,
  partsOf,
  placeholderIn,
  placeholdersOf,
  type Template,
  visibleForm,
} from './template.ts';

/** What the drafter gave, by placeholder. A value of blanks is none. */
export type PlaceholderValues = Readonly<Record<string, string | undefined>>;

/** What a statement needs beside its words. The engine has no clock: the shell passes the moment in. */
export interface FillContext {
  readonly settings: Settings;
  /** The day of publication in the office's time zone, `YYYY-MM-DD`. */
  readonly date: string;
  /** The moment of publication, `YYYY-MM-DD HH:MM:SS±HH:MM`. */
  readonly publishedTime: string;
  /** One of the house's tags; by default the one that fits the template. */
  readonly tag?: string;
}

/** A statement made from a template. */
export interface FilledTemplate {
  /** The whole file, with `\n` line breaks and one at its end. */
  readonly text: string;
  readonly title: string;
  /** The name that the house's settings ask for. */
  readonly fileName: string;
  /** Placeholders that stand in the text in their visible form, in reading order. */
  readonly missing: readonly string[];
}

/** Fills a template. What has no value stays visible as `[NAME OF PRINCIPAL]`, which `body/placeholder` finds. */
export function fillTemplate(
  template: Template,
  values: PlaceholderValues,
  context: FillContext,
): FilledTemplate {
  const { settings, date } = context;
  const words = (name: string): string | undefined => wordsFor(name, template, values, settings);
  const title = fillText(template.headline, template, words);
  const tag = context.tag ?? tagFor(template, settings);
  const [year = '', month = '', day = ''] = date.split('-');
  const parts = { year, month, day, tag, slug: slugOf(title) };
  const head = frontmatterLines(
    settings,
    {
      date: `'${date}'`,
      published_time: context.publishedTime,
      source_url: addressOf(settings, parts) ?? quoteYaml('[ADDRESS OF THE STATEMENT]'),
      tags: tag,
      title: quoteYaml(title),
    },
    (label) => quoteYaml(`[${label}]`),
  );
  const paragraphs = paragraphsOf(template).map((passages) =>
    passages.map((passage) => capitalised(fillText(passage.text, template, words))).join(' '),
  );
  const body = template.passages.length > 0 ? ['', ...separated([...paragraphs, '\\###'])] : [];
  return {
    text: `${[...head, ...body].join('\n')}\n`,
    title,
    fileName: fileNameOf(settings, parts),
    missing: [...new Set(placeholdersOf(template).map((name) => baseOf(name, template)))].filter(
      (name) => words(name) === undefined,
    ),
  };
}

/** The passages of a template by paragraph. */
export function paragraphsOf(template: Template): readonly (readonly Passage[])[] {
  const paragraphs: Passage[][] = [];
  for (const passage of template.passages) {
    const last = paragraphs.at(-1);
    if (passage.joined && last) last.push(passage);
    else paragraphs.push([passage]);
  }
  return paragraphs;
}

/** Lines with a blank one between each two. */
export function separated(lines: readonly string[]): string[] {
  return lines.flatMap((line, index) => (index === 0 ? [line] : ['', line]));
}

function fillText(text: string, template: Template, wordsFor: (name: string) => string | undefined): string {
  let filled = '';
  for (const part of partsOf(text, template)) {
    if ('literal' in part) {
      // A value such as “Washington, D.C.” brings the full stop that the sentence would add.
      filled += filled.endsWith('.') && part.literal.startsWith('.') ? part.literal.slice(1) : part.literal;
    } else {
      const base = placeholderIn(baseOf(part.name, template), template);
      filled += wordsFor(part.name) ?? visibleForm(base);
    }
  }
  return filled;
}

/** What stands for a placeholder: its own value, that of the one it repeats, or the usual words. */
function wordsFor(
  name: string,
  template: Template,
  values: PlaceholderValues,
  settings: Settings,
): string | undefined {
  const base = baseOf(name, template);
  return givenFor(name, template, values, settings) ?? placeholderIn(base, template).usually;
}

/** What the drafter gave for a placeholder, on one line; for a short name, the one that the full name makes. */
export function givenFor(
  name: string,
  template: Template,
  values: PlaceholderValues,
  settings: Settings,
): string | undefined {
  const given = (key: string): string | undefined =>
    (Object.hasOwn(values, key) ? values[key] : undefined)?.replace(/\s+/g, ' ').trim() || undefined;
  const own = given(name);
  if (own !== undefined) return own;
  const base = baseOf(name, template);
  const full = base === name ? undefined : given(base);
  return full === undefined ? undefined : shortNameOf(full, settings);
}

/** With a capital at its start. */
export function capitalised(sentence: string): string {
  const first = String.fromCodePoint(sentence.codePointAt(0) ?? 0x20);
  return first.toUpperCase() + sentence.slice(first.length);
}
