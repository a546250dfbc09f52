/** What the rules on frontmatter share: what the house's schema says of a key, and how a finding's words are put. */
import type { JsonSchema, Settings } from '../config/settings.ts';
import { derive } from '../document/derive.ts';
import { fieldsByKey, isNothing } from '../document/facts.ts';
import type { Field, Frontmatter } from '../document/frontmatter.ts';
import { nearest } from '../text/nearest.ts';

/** What a value is to be, beyond its type. */
export type FieldFormat = 'date' | 'timestamp' | 'url';

const FORMATS: Readonly<Record<string, FieldFormat>> = {
  date: 'date',
  timestamp: 'timestamp',
  'date-time': 'timestamp',
  uri: 'url',
  url: 'url',
  iri: 'url',
};

/** The format that the schema gives a key's values, as far as rules know it. */
export function formatOf(schema: JsonSchema | undefined): FieldFormat | undefined {
  const format = schema?.['format'];
  return typeof format === 'string' && Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
}

/** A key's part of the schema; undefined if the schema does not name the key. */
export function schemaOf(settings: Settings, key: string): JsonSchema | undefined {
  const properties = settings.frontmatter.properties;
  return properties && Object.hasOwn(properties, key) ? properties[key] : undefined;
}

/** The keys that the schema names, in its order. */
export const knownKeys = derive((settings: Settings): readonly string[] => [
  ...new Set([
    ...Object.keys(settings.frontmatter.properties ?? {}),
    ...(settings.frontmatter.required ?? []),
  ]),
]);

/** The first field of each key that the schema gives a format, where the value is a scalar that can be judged. */
export function* fieldsOfFormat(
  frontmatter: Frontmatter | undefined,
  settings: Settings,
  format: FieldFormat,
): Iterable<Field> {
  if (!frontmatter) return;
  for (const field of fieldsByKey(frontmatter).values()) {
    if (formatOf(schemaOf(settings, field.key)) !== format || isWrongKind(field, format)) continue;
    yield field;
  }
}

/**
 * Whether `frontmatter/type` (or a rule on emptiness or syntax) answers for a field, so that the rules on its content
 * keep silent. A number of eight digits is somebody's date, one of fourteen somebody's timestamp.
 */
export function isWrongKind({ value, broken }: Field, format: FieldFormat | undefined): boolean {
  if (broken || value.kind !== 'scalar' || isNothing(value)) return true;
  if (typeof value.data === 'string' || value.style !== 'plain') return false;
  if (format === 'date') return !/^\d{6}(?:\d\d)?$/.test(value.source);
  if (format === 'timestamp') return !/^\d{12}(?:\d\d)?$/.test(value.source);
  return true;
}

/**
 * The known key that an unknown one was meant to be: one that is missing from this frontmatter first, so that `tag`
 * beside `tags` is not taken for it.
 */
export function meantKey(key: string, frontmatter: Frontmatter, settings: Settings): string | undefined {
  const present = new Set(frontmatter.keyLines.map((line) => line.key));
  const absent = knownKeys(settings).filter((known) => !present.has(known));
  const bare = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const same = absent.find((known) => bare(known) === bare(key));
  return same ?? SYNONYMS[bare(key)]?.find((known) => absent.includes(known)) ?? nearest(key, absent);
}

/** What other systems call our keys. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  headline: ['title'],
  heading: ['title'],
  name: ['title'],
  subject: ['title'],
  url: ['source_url'],
  link: ['source_url'],
  href: ['source_url'],
  source: ['source_url'],
  permalink: ['source_url'],
  canonicalurl: ['source_url'],
  tag: ['tags'],
  category: ['tags'],
  categories: ['tags'],
  section: ['tags'],
  keywords: ['tags'],
  published: ['published_time'],
  publishedat: ['published_time'],
  publisheddate: ['published_time'],
  pubdate: ['published_time'],
  publishdate: ['published_time'],
  modified: ['modified_time'],
  modifiedat: ['modified_time'],
  updated: ['modified_time'],
  updatedat: ['modified_time'],
  updatedtime: ['modified_time'],
  lastmod: ['modified_time'],
  lastmodified: ['modified_time'],
  day: ['date'],
};

/** A key as people call it. */
export function nameOf(key: string): string {
  return `“${key}”`;
}

/** Text in curly quotes, cut if long, with what cannot be seen made visible. */
export function quoted(text: string, longest = 60): string {
  const visible = text
    .replaceAll('\n', '⏎')
    .replaceAll('\t', '⇥')
    .replace(
      /[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060\ufeff\ud800-\udfff]/g,
      (unit, index: number) =>
        isHalf(text, index) ? `[U+${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]` : unit,
    );
  return `“${visible.length > longest ? `${visible.slice(0, longest - 1)}…` : visible}”`;
}

/** Whether the unit is to be shown by its number: anything but half of a whole surrogate pair. */
function isHalf(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  if (unit >= 0xd800 && unit <= 0xdbff) return (text.charCodeAt(index + 1) & 0xfc00) !== 0xdc00;
  if (unit >= 0xdc00 && unit <= 0xdfff) return (text.charCodeAt(index - 1) & 0xfc00) !== 0xd800;
  return true;
}
