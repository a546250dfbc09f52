import { defineRule, type Problem } from '../rule.ts';

/** A key written twice. */
export const duplicateKey = defineRule({
  code: 'frontmatter/duplicate-key',
  scope: 'frontmatter',
  severity: 'error',
  title: 'A key stands twice in the frontmatter.',
  why: 'YAML readers keep one of the two values and say nothing: which one is published is a matter of luck.',
  bad: [
    {
      title: 'Two titles.',
      text: "---\ndate: '2023-11-17'\npublished_time: 2023-11-17 17:33:23-05:00\nsource_url: https://www.whitehouse.gov/statements-releases/2023/11/a-call/\ntags: statements-releases\ntitle: A Call\n⟦title⟧: A Call\n---\n\nText.\n\n\\###\n",
      fixed:
        "---\ndate: '2023-11-17'\npublished_time: 2023-11-17 17:33:23-05:00\nsource_url: https://www.whitehouse.gov/statements-releases/2023/11/a-call/\ntags: statements-releases\ntitle: A Call\n---\n\nText.\n\n\\###\n",
    },
  ],
  good: [{ title: 'Every key once.', frontmatter: {} }],
  *check({ readout }): Iterable<Problem> {
    const first = new Map<string, string>();
    for (const field of readout.frontmatter?.fields ?? []) {
      const earlier = first.get(field.key);
      if (earlier === undefined) {
        first.set(field.key, field.value.source);
        continue;
      }
      const same = earlier === field.value.source;
      yield {
        span: field.keySpan,
        message: same
          ? `“${field.key}” is written twice with the same value. Remove one of the two lines.`
          : `“${field.key}” is written twice, with different values. Keep the right one and remove the other.`,
        fixes: () => [
          // With two different values a person must choose; the offer is there, never applied by itself.
          { title: `Remove this “${field.key}”`, edits: [{ span: field.lines, newText: '' }], safe: same },
        ],
      };
    }
  },
});
