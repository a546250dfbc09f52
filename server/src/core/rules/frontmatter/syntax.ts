import type { Settings } from '../../config/settings.ts';
import type { Frontmatter, YamlProblem } from '../../document/frontmatter.ts';
import { knownKeys, quoted } from '../fields.ts';
import { defineRule, type Problem } from '../rule.ts';

/** YAML that does not parse. */
export const syntax = defineRule({
  code: 'frontmatter/syntax',
  scope: 'frontmatter',
  severity: 'error',
  title: 'The frontmatter is not valid YAML.',
  why: 'A publishing system that cannot read the block rejects the statement, or worse, publishes it without date and title.',
  bad: [
    {
      title: 'A headline with a colon needs quotes.',
      frontmatter: { title: 'Norland⟦:⟧ Readout of President Noriega’s Call with Adele Strand' },
      fixed: { title: "'Norland: Readout of President Noriega’s Call with Adele Strand'" },
    },
    {
      title: 'A quotation mark that is never closed.',
      frontmatter: { date: "⟦'2023-11-17⟧" },
      fixed: { date: "'2023-11-17'" },
    },
    {
      title: 'No blank behind the colon.',
      text: "---\ndate: '2023-11-17'\npublished_time: 2023-11-17 17:33:23-05:00\nsource_url: https://www.whitehouse.gov/statements-releases/2023/11/a-call-with-norland/\n⟦tags:⟧statements-releases\ntitle: A Call with Norland\n---\n\nPresident Noriega spoke today with Prime Minister Adele Strand of Norland.\n\n\\###\n",
      fixed:
        "---\ndate: '2023-11-17'\npublished_time: 2023-11-17 17:33:23-05:00\nsource_url: https://www.whitehouse.gov/statements-releases/2023/11/a-call-with-norland/\ntags: statements-releases\ntitle: A Call with Norland\n---\n\nPresident Noriega spoke today with Prime Minister Adele Strand of Norland.\n\n\\###\n",
    },
  ],
  good: [
    {
      title: 'A quoted headline holds a colon.',
      frontmatter: { title: "'Norland: Readout of President Noriega’s Call with Adele Strand'" },
    },
    {
      title: 'Three hyphens inside a quoted headline are no fence.',
      frontmatter: { title: '"Readout --- President Noriega’s Call with Adele Strand of Norland"' },
    },
  ],
  calibration: 'None in 10,067 documents of the archive.',
  *check({ readout, settings }): Iterable<Problem> {
    const { frontmatter } = readout;
    if (!frontmatter) return;
    for (const problem of frontmatter.problems) {
      const { repair } = problem;
      yield {
        span: problem.span,
        message: messageOf(problem, frontmatter.text),
        ...(repair && {
          fixes: () => [
            { title: titleOf(problem), edits: repair, safe: isCertain(problem, frontmatter, settings) },
          ],
        }),
      };
    }
  },
});

/** Repairs that leave a person nothing to decide. */
function isCertain({ code, key }: YamlProblem, frontmatter: Frontmatter, settings: Settings): boolean {
  if (code === 'MISSING_BLANK' || code === 'MISSING_COLON' || code === 'INDENTED_KEY') {
    const isOnce = frontmatter.keyLines.filter((line) => line.key === key).length === 1;
    return key !== undefined && isOnce && knownKeys(settings).includes(key);
  }
  return code !== 'STRAY_LINE';
}

function titleOf({ code, key }: YamlProblem): string {
  switch (code) {
    case 'MISSING_BLANK':
      return 'Insert a blank behind the colon';
    case 'MISSING_COLON':
      return `Insert a colon behind “${key ?? ''}”`;
    case 'INDENTED_KEY':
      return 'Remove the indentation';
    case 'MISSING_INDENT':
      return 'Indent the line';
    case 'TAB_AS_INDENT':
      return 'Replace tabs with blanks';
    case 'UNCLOSED_QUOTE':
      return 'Close the quotation mark';
    case 'UNOPENED_QUOTE':
      return 'Open the quotation mark';
    case 'QUOTE_IN_VALUE':
      return 'Escape the quotation marks inside';
    default:
      return 'Put the value in quotes';
  }
}

function messageOf(problem: YamlProblem, text: string): string {
  const { code, key, span } = problem;
  const name = key === undefined ? 'The value' : `The value of “${key}”`;
  const written = text.slice(span.start, Math.min(span.end, span.start + 40));
  switch (code) {
    case 'MISSING_BLANK':
      return `There is no blank behind “${key ?? ''}:”. Write “${key ?? ''}: …”.`;
    case 'MISSING_COLON':
      return `There is no colon behind “${key ?? ''}”. Write “${key ?? ''}: …”.`;
    case 'INDENTED_KEY':
      return `“${key ?? ''}” is indented, so that it is read as part of the field above. Begin it at the margin.`;
    case 'MISSING_INDENT':
      return 'This line continues the value above and must be indented by two blanks.';
    case 'TAB_AS_INDENT':
      return 'The line is indented with a tab. YAML takes blanks only: use two.';
    case 'UNCLOSED_QUOTE':
      return `${name} opens with a quotation mark that is never closed. Put the same mark at its end.`;
    case 'UNOPENED_QUOTE':
      return `${name} ends with a quotation mark that it does not begin with. Put the same mark at its start, or remove this one.`;
    case 'QUOTE_IN_VALUE':
      return `${name} holds the same quotation mark that encloses it, and ends there for YAML. Escape the mark inside.`;
    case 'COLON_IN_VALUE':
      return `${name} holds a colon with a blank behind it, which begins a new key in YAML. Put the value in quotes.`;
    case 'RESERVED_START':
      return `${name} begins with ${quoted(written)}, which has a meaning of its own in YAML. Put the value in quotes.`;
    case 'BAD_ESCAPE':
      return `${quoted(written)} means nothing between double quotes. For a backslash write \\\\.`;
    case 'STRAY_LINE':
      return 'This line is no field. Every line has the form “key: value”, such as “tags: statements-releases”.';
    case 'NOT_A_MAPPING':
      return 'The frontmatter holds no fields. Every line has the form “key: value”.';
    case 'TOO_LONG':
      return problem.message;
    default:
      return `This cannot be read as YAML: ${plain(problem.message)}`;
  }
}

/** The parser's message as a sentence. */
function plain(message: string): string {
  const first = message.split('\n')[0] ?? message;
  const sentence = first.replace(/ at line \d+, column \d+:?$/, '').trim();
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
