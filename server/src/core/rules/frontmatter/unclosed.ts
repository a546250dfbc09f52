import { defineRule, type Problem } from '../rule.ts';
import { breakOf, emptySpan } from './missing.ts';

const HEAD =
  "---\ndate: '2023-11-17'\npublished_time: 2023-11-17 17:33:23-05:00\nsource_url: https://www.whitehouse.gov/statements-releases/2023/11/readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland/\ntags: statements-releases\ntitle: Readout of President Noriega’s Call with Prime Minister Adele Strand of Norland\n";
const TAIL = '\nPresident Noriega spoke today with Prime Minister Adele Strand of Norland.\n\n\\###\n';

/** The opening fence is never closed. */
export const unclosed = defineRule({
  code: 'frontmatter/unclosed',
  scope: 'frontmatter',
  severity: 'error',
  title: 'The frontmatter is never closed.',
  why: 'Without the second line of three hyphens the whole statement is read as part of its fields, and the page comes out empty or with its fields printed.',
  bad: [
    {
      title: 'The closing fence was deleted.',
      text: `⟦---⟧${HEAD.slice(3)}${TAIL}`,
      fixed: `${HEAD}---\n${TAIL}`,
    },
    {
      title: 'Two hyphens close nothing.',
      text: `${HEAD}⟦--⟧\n${TAIL}`,
      fixed: `${HEAD}---\n${TAIL}`,
    },
  ],
  good: [
    { title: 'Closed with three hyphens.', frontmatter: {} },
    { title: 'Closed with three dots, as YAML allows.', text: `${HEAD}...\n${TAIL}` },
  ],
  calibration: 'None in 10,067 documents of the archive.',
  *check({ readout }): Iterable<Problem> {
    const { frontmatter } = readout;
    if (!frontmatter || frontmatter.close) return;
    const { brokenClose, open, content, brokenOpen } = frontmatter;
    if (brokenClose) {
      yield {
        span: brokenClose,
        message: `“${readout.slice(brokenClose).trim()}” does not close the frontmatter. Write exactly three hyphens, ---.`,
        fixes: () => [{ title: 'Change to ---', edits: [{ span: brokenClose, newText: '---' }], safe: true }],
      };
      return;
    }
    // Without an opening fence either, that one is reported, and its fix closes the block too.
    const fence = open ?? brokenOpen;
    if (!fence) return;
    yield {
      span: fence,
      message:
        'The frontmatter that opens here is never closed. Put a line of three hyphens, ---, below its last field.',
      fixes: () => {
        const lineBreak = breakOf(readout);
        const startsLine = /[\r\n]$/.test(readout.slice({ start: 0, end: content.end }));
        return [
          {
            title: 'Close the frontmatter with ---',
            edits: [
              {
                span: emptySpan(content.end),
                newText: `${startsLine ? '' : lineBreak}---${content.end < readout.length || startsLine ? lineBreak : ''}`,
              },
            ],
            safe: frontmatter.fields.length > 0,
          },
        ];
      },
    };
  },
});
