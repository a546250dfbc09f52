import { fieldsByKey } from '../../document/facts.ts';
import type { FrontmatterValue } from '../../document/frontmatter.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type Problem } from '../rule.ts';
import { isWellFormed, tagsOf } from './tags.ts';

/** A tag twice. */
export const duplicate = defineRule({
  code: 'tag/duplicate',
  scope: 'frontmatter',
  severity: 'warning',
  title: 'A tag stands twice.',
  why: 'The statement appears twice in its list.',
  bad: [
    {
      title: 'Twice in a list on one line.',
      frontmatter: { tags: '[statements-releases, remarks, ⟦remarks⟧]' },
      fixed: { tags: '[statements-releases, remarks]' },
    },
    {
      title: 'Twice in a list of lines.',
      frontmatter: { tags: '\n- statements-releases\n- ⟦statements-releases⟧' },
      fixed: { tags: '\n- statements-releases' },
    },
  ],
  good: [{ title: 'Two tags, each once.', frontmatter: { tags: '[statements-releases, remarks]' } }],
  calibration: 'None in 10,067 documents of the archive: each has one tag.',
  *check({ readout }): Iterable<Problem> {
    const { frontmatter, head } = readout;
    const list = frontmatter && fieldsByKey(frontmatter).get('tags')?.value;
    if (list?.kind !== 'sequence') return;
    const seen = new Set<string>();
    for (const { text, span, value } of tagsOf(frontmatter)) {
      if (!isWellFormed(text)) continue;
      if (!seen.has(text)) {
        seen.add(text);
        continue;
      }
      yield {
        span,
        message: `The tag “${text}” stands twice. Remove one.`,
        fixes: () => {
          const gone = entrySpan(list, value, head);
          return gone
            ? [{ title: `Remove the second “${text}”`, edits: [{ span: gone, newText: '' }], safe: true }]
            : [];
        },
      };
    }
  },
});

/** An entry with what parts it from the one before: the comma, or its whole line. */
function entrySpan(list: FrontmatterValue, item: FrontmatterValue, head: string): Span | undefined {
  const index = list.items.indexOf(item);
  const before = list.items[index - 1];
  if (!before) return undefined;
  if (list.style === 'flow') return { start: before.span.end, end: item.span.end };
  const start = head.lastIndexOf('\n', item.span.start - 1) + 1;
  const end = head.indexOf('\n', item.span.end);
  return end < 0 ? undefined : { start, end: end + 1 };
}
