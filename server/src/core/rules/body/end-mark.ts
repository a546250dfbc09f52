import { defineRule, type Problem } from '../rule.ts';

/** A readout without its end mark. */
export const endMark = defineRule({
  code: 'body/end-mark',
  scope: 'document',
  severity: 'information',
  title: 'The text does not close with an end mark.',
  why: 'The end mark tells every newsroom that nothing is missing: without it, a text cut off in transit looks complete.',
  bad: [
    {
      title: 'The text just stops.',
      body: 'President Noriega spoke today with Prime Minister Adele Strand of Norland⟦.⟧\n',
      fixed: 'President Noriega spoke today with Prime Minister Adele Strand of Norland.\n\n\\###\n',
    },
  ],
  good: [
    { title: 'The usual mark.', body: 'The two leaders agreed to stay in touch.\n\n\\###\n' },
    { title: 'The form with blanks.', body: 'The two leaders agreed to stay in touch.\n\n\\# \\# \\#\n' },
  ],
  *check({ readout }): Iterable<Problem> {
    let last = -1;
    for (let index = readout.blocks.length - 1; index >= 0; index--) {
      const kind = readout.blocks[index]?.kind;
      if (kind === 'endMark') return;
      if (last < 0 && kind !== 'blank') last = index;
    }
    const block = readout.blocks[last];
    const start = readout.starts[last];
    if (!block || start === undefined || block.contentEnd === 0) return;
    const end = start + block.contentEnd;
    const lineBreak = block.text.includes('\r\n') || readout.head.includes('\r\n') ? '\r\n' : '\n';
    yield {
      span: { start: end - 1, end },
      message:
        'The text has no end mark. Close it with a line that holds only \\### so that readers know nothing is missing.',
      fixes: () => [
        {
          title: 'Append the end mark',
          edits: [
            {
              span: { start: end, end: readout.length },
              newText: `${lineBreak}${lineBreak}\\###${lineBreak}`,
            },
          ],
          safe: true,
        },
      ],
    };
  },
});
