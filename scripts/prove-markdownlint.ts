/**
 * Holds the markdownlint stage, which reads as little as it can, against the library on whole documents, over every
 * document of `../shared/corpus`: each finding with its place, message and fix has to be the same.
 *
 * npx tsx scripts/prove-markdownlint.ts [--every N] [--corpus FOLDER]
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Finding, Readout, type Settings, WHITE_HOUSE } from '../server/src/core/index.ts';
import { lintMarkdown, markdownlintWork } from '../server/src/markdownlint/stage.ts';

const { values } = parseArgs({
  options: {
    every: { type: 'string', default: '1' },
    corpus: { type: 'string', default: resolve(import.meta.dirname, '../../shared/corpus') },
  },
});
if (!existsSync(values.corpus)) throw new Error(`There is no archive at ${values.corpus}.`);
const every = Number(values.every);
const names = readdirSync(values.corpus, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .sort()
  .filter((_, index) => index % every === 0);

/** A name that is no rule's makes the stage read everything; the rules that are on stay the same. */
const WHOLE: Settings = { ...WHITE_HOUSE, markdownlint: { default: false } };

function shown(findings: readonly Finding[]): string[] {
  return findings.map(({ fixes, ...finding }) => JSON.stringify({ ...finding, fixes: fixes?.() })).sort();
}

/** Processor time of some work, in milliseconds. */
async function timed<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / 1000];
}

let units = 0;
let parsed = 0;
let findings = 0;
let differing = 0;
const time = { gated: 0, whole: 0 };
for (const name of names) {
  const text = readFileSync(join(values.corpus, name), 'utf8');
  units += text.length;
  const before = markdownlintWork.documentsParsed;
  const [gated, gatedTime] = await timed(() => lintMarkdown(Readout.parse(text), WHITE_HOUSE));
  parsed += markdownlintWork.documentsParsed - before;
  const [whole, wholeTime] = await timed(() => lintMarkdown(Readout.parse(text), WHOLE));
  time.gated += gatedTime;
  time.whole += wholeTime;
  findings += whole.length;
  const [ours, theirs] = [shown(gated), shown(whole)];
  if (ours.join('\n') === theirs.join('\n')) continue;
  differing++;
  const lost = theirs.filter((each) => !ours.includes(each));
  const added = ours.filter((each) => !theirs.includes(each));
  console.log(`${name}: ${lost.length} lost, ${added.length} added\n  ${[...lost, ...added].join('\n  ')}`);
}
console.log(
  `${names.length} documents (${(units / 1e6).toFixed(1)} million characters), ${parsed} of them handed to the parser in part or whole; ${findings} findings; ${differing} documents differ. Processor time ${(time.gated / 1000).toFixed(1)} s, whole documents ${(time.whole / 1000).toFixed(1)} s (${((100 * time.gated) / time.whole).toFixed(1)} %).`,
);
process.exitCode = differing > 0 ? 1 : 0;
