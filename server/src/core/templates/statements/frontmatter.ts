import { defineTemplate } from '../template.ts';

/** The head of a file and nothing else. */
export const frontmatter = defineTemplate({
  id: 'frontmatter',
  title: 'Frontmatter alone',
  description: 'Date, time, address, tag and title for a text that is already written.',
  kind: 'frontmatter',
  headline: '{headline}',
  tags: ['briefings-statements', 'statements-releases'],
  passages: [],
});
