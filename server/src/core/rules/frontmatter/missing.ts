import type { Frontmatter } from '../../document/frontmatter.ts';
import type { Readout } from '../../document/readout.ts';
import { writeScalar } from '../../document/scalar.ts';
import type { Span, TextEdit } from '../../text/span.ts';
import { knownKeys } from '../fields.ts';
import { defineRule, type Fix, type Problem, type RuleContext } from '../rule.ts';
import { derivedValue } from './derived-value.ts';

/** No frontmatter in a file that must have one, or one that does not begin as such. */
export const missing = defineRule({
  code: 'frontmatter/missing',
  scope: 'frontmatter',
  severity: 'error',
  title: 'The file does not begin with frontmatter.',
  why: 'Without the block between two lines of three hyphens at the very top, a statement has no date, no title and no address, and its fields are printed as text.',
  bad: [
    {
      title: 'The opening fence is gone.',
      text: "⟦date: '2023-11-17'⟧\npublished_time: 2023-11-17 17:33:23-05:00\nsource_url: https://www.whitehouse.gov/statements-releases/2023/11/readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland/\ntags: statements-releases\ntitle: Readout of President Noriega’s Call with Prime Minister Adele Strand of Norland\n---\n\nPresident Noriega spoke today with Prime Minister Adele Strand of Norland.\n\n\\###\n",
      fixed:
        "---\ndate: '2023-11-17'\npublished_time: 2023-11-17 17:33:23-05:00\nsource_url: https://www.whitehouse.gov/statements-releases/2023/11/readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland/\ntags: statements-releases\ntitle: Readout of President Noriega’s Call with Prime Minister Adele Strand of Norland\n---\n\nPresident Noriega spoke today with Prime Minister Adele Strand of Norland.\n\n\\###\n",
    },
    {
      title: 'Four hyphens are no fence.',
      opening: '⟦----⟧',
      fixed: {},
    },
    {
      title: 'No frontmatter at all in a folder of statements.',
      text: '⟦President Noriega spoke today with Prime Minister Adele Strand of Norland.⟧\n\n\\###\n',
      mustBeReadout: true,
      fixed:
        "---\ndate: '2023-11-17'\npublished_time: 2023-11-17 00:00:00-05:00\nsource_url:\ntags:\ntitle: Readout of President Noriegas Call with Prime Minister Adele Strand of Norland\n---\n\nPresident Noriega spoke today with Prime Minister Adele Strand of Norland.\n\n\\###\n",
    },
  ],
  good: [
    { title: 'A complete block at the very top.', frontmatter: {} },
    { title: 'A Markdown file that is no statement.', text: '# Shopping list\n\nFlags, two.\n' },
  ],
  calibration: 'None in 10,067 documents of the archive.',
  *check(context): Iterable<Problem> {
    const { readout, mustBeReadout } = context;
    const { frontmatter } = readout;
    if (!frontmatter) {
      if (mustBeReadout) yield absent(context);
      return;
    }
    if (frontmatter.brokenOpen) {
      const { brokenOpen } = frontmatter;
      yield {
        span: brokenOpen,
        message: `The frontmatter must open with a line of exactly three hyphens, ---. This line is “${readout.slice(brokenOpen).trim()}”.`,
        fixes: () => [
          {
            title: 'Change to ---',
            edits: [{ span: brokenOpen, newText: '---' }],
            safe: true,
          },
        ],
      };
      return;
    }
    if (!frontmatter.open) {
      yield {
        span: firstLine(readout, frontmatter.content.start),
        message: 'The line of three hyphens that opens the frontmatter is missing. Put --- above this line.',
        fixes: () => [
          {
            title: 'Insert --- above',
            edits: [
              { span: emptySpan(frontmatter.content.start), newText: `---${breakOf(readout)}` },
              // Without it, the block would be closed nowhere.
              ...(frontmatter.close ? [] : closing(readout, frontmatter)),
            ],
            safe: true,
          },
        ],
      };
      return;
    }
    const { lead } = frontmatter;
    if (lead.end > lead.start) {
      const before = readout.slice(lead);
      const isBlank = before.trim() === '';
      yield {
        span: frontmatter.open,
        message: isBlank
          ? 'Blank lines stand above the frontmatter, so that it is not read as such. Its --- must be the first line.'
          : 'Text stands above the frontmatter, so that it is not read as such. Its --- must be the first line.',
        fixes: () => [
          isBlank
            ? { title: 'Remove the blank lines', edits: [{ span: lead, newText: '' }], safe: true }
            : {
                title: 'Move the text below the frontmatter',
                edits: [
                  { span: lead, newText: '' },
                  { span: emptySpan(frontmatter.end), newText: `${breakOf(readout)}${before}` },
                ],
                safe: false,
              },
        ],
      };
    }
  },
});

function closing(readout: Readout, frontmatter: Frontmatter): TextEdit[] {
  if (frontmatter.brokenClose) return [{ span: frontmatter.brokenClose, newText: '---' }];
  return [{ span: emptySpan(frontmatter.content.end), newText: `---${breakOf(readout)}` }];
}

function absent(context: RuleContext<unknown>): Problem {
  const { readout } = context;
  const start = readout.bodyStart;
  return {
    span: firstLine(readout, start),
    message:
      'This file must begin with frontmatter: a line ---, the fields (date, title and so on), and a line --- below them.',
    fixes: () => [filledIn(context, start)],
  };
}

/** A block with everything that can be known, and the other required keys to be filled in. */
function filledIn(context: RuleContext<unknown>, start: number): Fix {
  const { settings, readout } = context;
  const lineBreak = breakOf(readout);
  const required = new Set(settings.frontmatter.required ?? []);
  const lines = knownKeys(settings)
    .filter((key) => required.has(key))
    .map((key) => {
      const value = derivedValue(key, context);
      return value ? `${key}: ${writeScalar(value.text, value.style)}` : `${key}:`;
    });
  const block = ['---', ...lines, '---', ''].join(lineBreak);
  const isSeparate = start >= readout.length || /^[ \t]*[\r\n]/.test(firstUnits(readout, start));
  return {
    title: 'Insert frontmatter',
    edits: [{ span: emptySpan(start), newText: isSeparate ? block : `${block}${lineBreak}` }],
    safe: false,
  };
}

function firstUnits(readout: Readout, start: number): string {
  return readout.slice({ start, end: Math.min(readout.length, start + 200) });
}

/** The first line with something on it from `start` on, cut at 200 characters; never longer than its block's text. */
function firstLine(readout: Readout, start: number): Span {
  const head = readout.head.slice(start) || (readout.blocks[0]?.text ?? '');
  const text = head.trim() === '' ? (readout.blocks[1]?.text ?? '') : head;
  const from = head.trim() === '' ? (readout.starts[1] ?? start) : start;
  const at = /[^\s]/.exec(text.slice(0, 2000))?.index ?? 0;
  const line = /^[^\r\n]*/.exec(text.slice(at, at + 200))?.[0].trimEnd() ?? '';
  return { start: from + at, end: from + at + line.length };
}

/** The document's own kind of line break. */
export function breakOf(readout: Readout): string {
  const sample = readout.head || (readout.blocks[0]?.text ?? '');
  return sample.includes('\r\n') ? '\r\n' : '\n';
}

/** The place before a character. */
export function emptySpan(at: number): Span {
  return { start: at, end: at };
}
