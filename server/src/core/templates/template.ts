/**
 * What a statement template is: the passages of one kind of statement in the order in which press offices write them,
 * with placeholders for what differs. VS Code's snippet file, the server's completions and the command line's
 * `readout new` are made from these; `docs/templates.md` says what was counted to arrive at them.
 */
import { PLACEHOLDERS, type Placeholder, type PlaceholderName } from './placeholders.ts';

/** One passage: a sentence or two with one purpose. */
export interface Passage {
  /** Unique within the template. */
  readonly id: string;
  /** What the passage is for, as one would tell a new colleague. */
  readonly purpose: string;
  /** The words, with `{name}` for each placeholder. */
  readonly text: string;
  /** Whether it continues the paragraph of the passage before it. */
  readonly joined?: boolean;
}

/** One kind of statement. */
export interface Template {
  /** Lower-case words joined by hyphens; never renamed: `readout new ID`, and the snippet `readout-ID`. */
  readonly id: string;
  /** Its name in lists: `Readout of a call`. */
  readonly title: string;
  /** One sentence: when to take it. */
  readonly description: string;
  /** Family, for grouping in lists. */
  readonly kind: 'readout' | 'announcement' | 'statement' | 'frontmatter';
  /** The headline, with placeholders. */
  readonly headline: string;
  /** Tags that fit, the best first; the first that the house's vocabulary has is taken. */
  readonly tags: readonly string[];
  readonly passages: readonly Passage[];
  /** Placeholders of its own, by name; they go before those that templates share. */
  readonly placeholders?: Readonly<Record<string, Placeholder>>;
}

/** Declares a template; for the type alone. */
export function defineTemplate(template: Template): Template {
  return template;
}

/** A piece of template text: words as they stand, or a placeholder. */
export type TemplatePart =
  | { readonly literal: string }
  | { readonly placeholder: Placeholder; readonly name: string };

/** A placeholder in template text; a brace behind a backslash is a brace. */
const PLACEHOLDER = /(?<!\\)\{([a-zA-Z]+)\}/g;

/** The placeholder of a name as a template means it: its own, or the one that all share. */
export function placeholderOf(
  name: string,
  template?: Pick<Template, 'placeholders'>,
): Placeholder | undefined {
  const own = template?.placeholders;
  if (own && Object.hasOwn(own, name)) return own[name];
  return isPlaceholderName(name) ? PLACEHOLDERS[name] : undefined;
}

/** As {@link placeholderOf}. @throws if there is none: a fault in a template of ours. */
export function placeholderIn(name: string, template: Pick<Template, 'placeholders'>): Placeholder {
  const placeholder = placeholderOf(name, template);
  if (!placeholder) throw new Error(`Template text names an unknown placeholder: {${name}}`);
  return placeholder;
}

/** Splits text of a template at its placeholders. @throws as {@link placeholderIn}. */
export function partsOf(text: string, template: Pick<Template, 'placeholders'>): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let last = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    const name = match[1] ?? '';
    if (match.index > last) parts.push({ literal: text.slice(last, match.index) });
    parts.push({ placeholder: placeholderIn(name, template), name });
    last = match.index + match[0].length;
  }
  if (last < text.length) parts.push({ literal: text.slice(last) });
  return parts;
}

/** Whether all templates share a placeholder of this name. */
export function isPlaceholderName(name: string): name is PlaceholderName {
  return Object.hasOwn(PLACEHOLDERS, name);
}

/** The placeholder whose value stands in for this one: a short name is made from the full one. */
export function baseOf(name: string, template: Pick<Template, 'placeholders'>): string {
  const { sameAs } = placeholderIn(name, template);
  return sameAs !== undefined && placeholderOf(sameAs, template) ? sameAs : name;
}

/** The placeholders of a template, in the order in which a drafter meets them: headline first. */
export function placeholdersOf(template: Template): readonly string[] {
  const names = new Set<string>();
  for (const text of [template.headline, ...template.passages.map((passage) => passage.text)])
    for (const part of partsOf(text, template)) if ('name' in part) names.add(part.name);
  return [...names];
}

/** How an unfilled placeholder stands in a text, such that `body/placeholder` finds it: `[NAME OF PRINCIPAL]`. */
export function visibleForm(placeholder: Placeholder): string {
  return `[${placeholder.label}]`;
}
