/**
 * Formats the published documents of `../shared/corpus` in several ways and proves, for each: how many documents
 * change; that no character but white space changes (code, tables and links byte for byte); that the frontmatter says
 * the same; that the rendered HTML is the same but for white space; that formatting again changes nothing.
 *
 * npx tsx scripts/bench-format.ts [--files N] [--only NAME] [--verbose]
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { endMarkEdits, type FormatOptions, formatEdits } from '../server/src/core/features/format.ts';
import { applyEdits, Readout, WHITE_HOUSE } from '../server/src/core/index.ts';

const { values } = parseArgs({
  options: {
    files: { type: 'string' },
    only: { type: 'string' },
    verbose: { type: 'boolean', default: false },
    corpus: { type: 'string', default: resolve(import.meta.dirname, '../../shared/corpus') },
  },
});

const WAYS: Readonly<Record<string, FormatOptions>> = {
  default: {},
  'wrap 72': { width: 72 },
  'wrap 40, two blanks': { width: 40, sentenceSpacing: 'two' },
  unwrap: { width: 'unwrap' },
  'unwrap, one blank': { width: 'unwrap', sentenceSpacing: 'one' },
};

interface Micromark {
  readonly micromark: (text: string, options: object) => string;
}
interface Gfm {
  readonly gfm: () => object;
  readonly gfmHtml: () => object;
}

/** The reference renderer comes with the tools that we measure against. */
async function renderer(): Promise<(body: string) => string> {
  const require = createRequire(resolve(import.meta.dirname, '../bench/package.json'));
  const load = async (name: string): Promise<unknown> =>
    import(pathToFileURL(join(resolve(require.resolve.paths(name)?.[0] ?? ''), name, 'index.js')).href);
  const { micromark } = (await load('micromark')) as Micromark;
  const { gfm, gfmHtml } = (await load('micromark-extension-gfm')) as Gfm;
  const options = { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] };
  return (body) => micromark(body, options);
}

/** White space as HTML folds it; that of code blocks is kept. */
function folded(html: string): string {
  return html
    .split(/(<pre>[\s\S]*?<\/pre>)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[ \t\r\n]+/g, ' ')))
    .join('')
    .replace(/ (?=<br)/g, '');
}

const bare = (text: string): string => text.replace(/[ \t\r\n]+/g, '');

/** Bodies of code, tables and links, byte for byte; the marks of quotations do not count as text. */
function untouchables(readout: Readout): string {
  return readout.blocks
    .map(({ kind, text, contentEnd }) => {
      if (['code', 'table', 'html', 'heading', 'boldHeading', 'rule'].includes(kind))
        return text.slice(0, contentEnd);
      return [...text.matchAll(/`[^`]+`|\]\([^)]*\)|https?:\/\/\S+/g)].map(([match]) => match).join('\n');
    })
    .filter((text) => text !== '')
    .join('\n');
}

function frontmatterValues(readout: Readout): string {
  return JSON.stringify(
    (readout.frontmatter?.fields ?? [])
      .map(({ key, value }) => [key, value.source, value.data])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
}

interface Score {
  changed: number;
  keys: number;
  prose: number;
  endMarks: number;
  content: number;
  kept: number;
  yaml: number;
  html: number;
  again: number;
  milliseconds: number;
}

async function main(): Promise<void> {
  if (!existsSync(values.corpus)) throw new Error(`There is no archive at ${values.corpus}.`);
  const render = await renderer();
  const all = readdirSync(values.corpus, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort();
  const step = values.files ? Math.max(1, Math.floor(all.length / Number(values.files))) : 1;
  const files = all.filter((_, index) => index % step === 0);
  let failures = 0;
  console.log(`${files.length} documents\n`);
  for (const [name, options] of Object.entries(WAYS)) {
    if (values.only && values.only !== name) continue;
    const score: Score = {
      changed: 0,
      keys: 0,
      prose: 0,
      endMarks: 0,
      content: 0,
      kept: 0,
      yaml: 0,
      html: 0,
      again: 0,
      milliseconds: 0,
    };
    const wrong = (what: 'content' | 'kept' | 'yaml' | 'html' | 'again', file: string, detail = ''): void => {
      score[what]++;
      failures++;
      if (values.verbose && score[what] <= 10) console.log(`    ${what}: ${file} ${detail}`);
    };
    for (const file of files) {
      const before = Readout.parse(readFileSync(join(values.corpus, file), 'utf8'));
      const start = performance.now();
      const edits = formatEdits(before, WHITE_HOUSE, options);
      score.milliseconds += performance.now() - start;
      if (edits.length === 0) continue;
      const text = applyEdits(before.text, edits).text;
      const after = Readout.parse(text);
      score.changed++;
      if (edits.some(({ span }) => span.start < before.bodyStart)) score.keys++;
      const marks = endMarkEdits(before);
      if (marks.length > 0) score.endMarks++;
      if (after.text.slice(after.bodyStart) !== before.text.slice(before.bodyStart)) score.prose++;
      const body = (readout: Readout): string => readout.text.slice(readout.bodyStart);
      const quotes = (each: string): string => each.replace(/^[ \t]*>/gm, '');
      if (bare(quotes(body(before))) !== bare(quotes(body(after)))) wrong('content', file);
      if (untouchables(before) !== untouchables(after)) wrong('kept', file);
      if (frontmatterValues(before) !== frontmatterValues(after) || after.head.length !== before.head.length)
        wrong('yaml', file);
      if (body(before) !== body(after)) {
        // An end mark set off becomes a paragraph of its own: that is the one change wanted.
        const base = marks.length > 0 ? Readout.parse(applyEdits(before.text, marks).text) : before;
        const [was, is] = [folded(render(body(base))), folded(render(body(after)))];
        if (was !== is) {
          let at = 0;
          while (was[at] === is[at]) at++;
          wrong('html', file, `\n      ${was.slice(at - 60, at + 60)}\n      ${is.slice(at - 60, at + 60)}`);
        }
      }
      const again = formatEdits(after, WHITE_HOUSE, options);
      if (again.length > 0)
        wrong(
          'again',
          file,
          JSON.stringify(again[0]) +
            text.slice((again[0]?.span.start ?? 0) - 70, (again[0]?.span.end ?? 0) + 40),
        );
    }
    console.log(
      `${name}: ${score.changed} changed (${score.keys} in the frontmatter, ${score.prose} in the body, ${score.endMarks} end marks set off); ` +
        `differences: ${score.content} text, ${score.kept} code, tables, links, ${score.yaml} YAML, ${score.html} HTML, ${score.again} in a second run; ${Math.round(score.milliseconds)} ms`,
    );
  }
  if (failures > 0) process.exitCode = 1;
}

await main();
