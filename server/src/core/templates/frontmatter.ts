/** The frontmatter that a template writes: the keys that the house requires, in its order. */
import type { Settings } from '../config/settings.ts';
import type { Template } from './template.ts';

/** Values for the keys whose meaning is known, as they are to be written, already quoted. */
export interface FrontmatterValues {
  readonly date: string;
  readonly published_time: string;
  readonly source_url: string;
  readonly tags: string;
  readonly title: string;
}

/** Keys written where the house's schema names none as required. */
const USUAL_KEYS = ['date', 'published_time', 'source_url', 'tags', 'title'];

/**
 * The lines between and with the fences. A required key whose meaning is not known to us gets a visible placeholder.
 * @param placeholder makes the written value of such a key from its label in capitals.
 */
export function frontmatterLines(
  settings: Settings,
  values: FrontmatterValues,
  placeholder: (label: string) => string,
): readonly string[] {
  const required = settings.frontmatter.required ?? [];
  const known: Readonly<Record<string, string>> = { ...values };
  const keys = required.length > 0 ? required : USUAL_KEYS;
  return [
    '---',
    ...keys.map(
      (key) => `${key}: ${known[key] ?? placeholder(key.toUpperCase().replace(/[^A-Z0-9]+/g, ' '))}`,
    ),
    '---',
  ];
}

/**
 * The tag for a statement of this kind: the template's best that the vocabulary knows, else one named after the kind
 * (`readouts`, `statements`, …), else the vocabulary's first.
 */
export function tagFor(template: Template, settings: Settings): string {
  const wanted = [...template.tags, `${template.kind}s`, template.kind, 'statements', 'releases'];
  const vocabulary = settings.tags.map((tag) => tag.name);
  return wanted.find((tag) => vocabulary.includes(tag)) ?? vocabulary[0] ?? template.tags[0] ?? '';
}

/** Text as a double-quoted YAML scalar on one line (YAML 1.2.2, section 7.3.1). */
export function quoteYaml(text: string): string {
  return `"${escapeYaml(text)}"`;
}

/** The inside of a double-quoted YAML scalar. */
export function escapeYaml(text: string): string {
  return text
    .replace(/["\\]/g, '\\$&')
    .replace(
      /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}
