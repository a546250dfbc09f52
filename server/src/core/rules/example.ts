/** Makes whole documents of the rules' examples: for tests, documentation pages and `readout explain`. */
import type { Settings } from '../config/settings.ts';
import { WHITE_HOUSE } from '../config/white-house.ts';
import { instantOf } from '../document/calendar.ts';
import { readTimestamp } from '../document/facts.ts';
import type { Span } from '../text/span.ts';
import type { CorpusView, Example, ExampleFields } from './rule.ts';

/** An example as a whole document. */
export interface RenderedExample {
  /** The file's text without marks. */
  readonly text: string;
  readonly fileName: string;
  readonly mustBeReadout: boolean;
  readonly settings: Settings;
  /** What the rule reports, in order. */
  readonly spans: readonly Span[];
  /** The file's text after the first fix; undefined if there is none. */
  readonly fixedText: string | undefined;
  /** The file's name after the first fix. */
  readonly fixedName: string;
  /** The moment of release in milliseconds since 1970; undefined where the example names none. */
  readonly releaseAt: number | undefined;
  /** The other documents; undefined where the example names none. */
  readonly corpus: CorpusView | undefined;
}

/** A frontmatter with nothing wrong. Norland and everybody in it are invented. */
export const CORRECT_FIELDS: ExampleFields = {
  date: "'2023-11-17'",
  published_time: '2023-11-17 17:33:23-05:00',
  source_url:
    'https://www.whitehouse.gov/statements-releases/2023/11/readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland/',
  tags: 'statements-releases',
  title: 'Readout of President Noriega’s Call with Prime Minister Adele Strand of Norland',
};

/** A body with nothing wrong that fits {@link CORRECT_FIELDS}. */
export const CORRECT_BODY =
  'President Noriega spoke today with Prime Minister Adele Strand of Norland.\nThe two leaders agreed to stay in touch.\n\n\\###\n';

const MARKS = /[⟦⟧]/g;

/** Renders an example. Marks are taken out of the text and returned as spans. */
export function renderExample(example: Example): RenderedExample {
  const marked = wholeText(example, example.frontmatter ?? {}, example.body, example.opening);
  const { text, spans } = takeMarks(marked);
  const fileName = example.fileName ?? fittingName(text);
  return {
    text,
    fileName,
    mustBeReadout: example.mustBeReadout ?? false,
    settings: { ...WHITE_HOUSE, ...example.settings },
    spans,
    fixedText: fixedText(example, text),
    fixedName: example.fixedName ?? fileName,
    releaseAt: example.releaseAt === undefined ? undefined : momentOf(example.releaseAt),
    corpus: example.others && corpusOf(example.others),
  };
}

function momentOf(text: string): number | undefined {
  const reading = readTimestamp(text);
  return reading.kind === 'timestamp' ? instantOf(reading.timestamp, reading.timestamp.offset) : undefined;
}

function wholeText(
  example: Example,
  fields: ExampleFields,
  body = CORRECT_BODY,
  opening: string | undefined = undefined,
): string {
  if (example.text !== undefined) return example.text;
  return `${opening ?? '---'}\n${fieldLines(fields).join('\n')}\n---\n\n${body}`;
}

function fieldLines(fields: ExampleFields): string[] {
  const laidOver = new Map(
    Object.entries(fields).map(([key, value]) => [key.replace(MARKS, ''), { key, value }]),
  );
  const line = (key: string, value: string) => (value === '' ? `${key}:` : `${key}: ${value}`);
  const lines: string[] = [];
  for (const [key, value] of Object.entries(CORRECT_FIELDS)) {
    const over = laidOver.get(key);
    laidOver.delete(key);
    if (!over) lines.push(line(key, value ?? ''));
    else if (over.value !== null) lines.push(line(over.key, over.value));
  }
  for (const { key, value } of laidOver.values()) if (value !== null) lines.push(line(key, value));
  return lines;
}

function takeMarks(marked: string): { text: string; spans: Span[] } {
  const spans: Span[] = [];
  const parts: string[] = [];
  let length = 0;
  let open: number | undefined;
  let position = 0;
  for (const match of marked.matchAll(MARKS)) {
    const part = marked.slice(position, match.index);
    parts.push(part);
    length += part.length;
    position = match.index + 1;
    if (match[0] === '⟦') {
      open = length;
    } else if (open !== undefined) {
      spans.push({ start: open, end: length });
      open = undefined;
    }
  }
  parts.push(marked.slice(position));
  return { text: parts.join(''), spans };
}

function fixedText(example: Example, text: string): string | undefined {
  const { fixed, fixedName } = example;
  if (fixed === undefined) return fixedName === undefined ? undefined : text;
  if (typeof fixed !== 'string') return wholeText(example, fixed, example.body?.replace(MARKS, ''));
  if (example.text !== undefined) return fixed;
  return wholeText(example, example.frontmatter ?? {}, fixed, example.opening).replace(MARKS, '');
}

/** The name that the house would give a file with this frontmatter, as far as it says. */
function fittingName(text: string): string {
  const date = /^date: '?(\d{4}-\d{2}-\d{2})'?$/m.exec(text)?.[1] ?? '2023-11-17';
  const slug =
    /^source_url: https?:\S*\/([a-z0-9-]+)\/?(?:[?#]\S*)?$/m.exec(text)?.[1] ??
    'readout-of-president-noriegas-call-with-prime-minister-adele-strand-of-norland';
  return `${date}-${slug}.md`;
}

function corpusOf(others: Readonly<Record<string, string>>): CorpusView {
  return {
    othersWithUrl: (url, self) =>
      Object.entries(others)
        .filter(([name, address]) => address === url && name !== self)
        .map(([name]) => name)
        .sort(),
  };
}
