/** The tags of a document, each with its place. */
import { fieldsByKey, isNothing } from '../../document/facts.ts';
import type { Frontmatter, FrontmatterValue } from '../../document/frontmatter.ts';
import type { Span } from '../../text/span.ts';

/** One tag as written. */
export interface Tag {
  readonly text: string;
  /** What stands between its quotes, if it has any. */
  readonly span: Span;
  readonly value: FrontmatterValue;
}

const WELL_FORMED = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Longer ones are no tags. */
const LONGEST_TAG = 200;

/** Lower-case words joined by hyphens. */
export function isWellFormed(tag: string): boolean {
  return tag.length <= LONGEST_TAG && WELL_FORMED.test(tag);
}

/** The tags in the order written; none where `tags` is broken, empty or of a kind that is reported as wrong. */
export function tagsOf(frontmatter: Frontmatter | undefined): readonly Tag[] {
  const field = frontmatter && fieldsByKey(frontmatter).get('tags');
  if (!field || field.broken) return [];
  const values = field.value.kind === 'sequence' ? field.value.items : [field.value];
  return values
    .filter((value) => value.kind === 'scalar' && !isNothing(value) && typeof value.data === 'string')
    .map((value) => {
      const isQuoted = value.style === 'single' || value.style === 'double';
      const span = isQuoted ? { start: value.span.start + 1, end: value.span.end - 1 } : value.span;
      return { text: value.text, span, value };
    });
}
