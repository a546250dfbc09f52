import { defineRule, type Problem } from '../rule.ts';
import { HIDDEN, proseOf } from './prose.ts';

/** Nothing below the frontmatter. */
export const empty = defineRule({
  code: 'body/empty',
  scope: 'document',
  severity: 'error',
  title: 'There is nothing below the frontmatter.',
  why: 'A file with a headline and no text is published as an empty page.',
  bad: [
    {
      title: 'The text was never pasted in.',
      text: "---\ndate: '2023-11-17'\npublished_time: 2023-11-17 17:33:23-05:00\nsource_url: https://www.whitehouse.gov/briefing-room/statements-releases/2023/11/17/a-call/\ntags: statements-releases\ntitle: A Call\n⟦---⟧\n",
      fileName: '2023-11-17-a-call.md',
    },
    {
      title: 'An end mark, and nothing before it.',
      text: "---\ndate: '2023-11-17'\npublished_time: 2023-11-17 17:33:23-05:00\nsource_url: https://www.whitehouse.gov/briefing-room/statements-releases/2023/11/17/a-call/\ntags: statements-releases\ntitle: A Call\n⟦---⟧\n\n\\###\n",
      fileName: '2023-11-17-a-call.md',
    },
  ],
  good: [{ title: 'A text.', body: 'The two leaders spoke today.\n\n\\###\n' }],
  calibration: 'No document of the archive is empty, and none is called so.',
  *check({ readout, mustBeReadout }): Iterable<Problem> {
    const { frontmatter } = readout;
    if (!frontmatter && !mustBeReadout) return;
    for (const { block } of readout.placed()) {
      if (block.kind === 'code') return;
      if (block.kind === 'blank' || block.kind === 'endMark' || block.kind === 'rule') continue;
      // A table, an image or a frame is something to see, words or not.
      const seen = proseOf(block).replaceAll(HIDDEN, '');
      if (seen.trim() !== '' || /<(?:img|iframe|video|table|svg)\b|!\[/i.test(block.text)) return;
    }
    const fence = frontmatter?.close ?? frontmatter?.open;
    yield {
      span: fence ?? { start: 0, end: 0 },
      message: 'There is no text below the frontmatter. Write or paste the statement here.',
    };
  },
});
