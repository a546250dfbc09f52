/**
 * What a check costs, rule by rule, over documents of `../shared/corpus`: processor time in ms per MB, and its share.
 * What several rules share (prose, words) is counted where it is asked for first.
 *
 * npx tsx scripts/rule-costs.ts [--every N] [--corpus FOLDER]
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { check, type Problem, Readout, RULES, WHITE_HOUSE } from '../server/src/core/index.ts';

const { values } = parseArgs({
  options: {
    every: { type: 'string', default: '20' },
    corpus: { type: 'string', default: resolve(import.meta.dirname, '../../shared/corpus') },
  },
});

if (!existsSync(values.corpus)) throw new Error(`There is no archive at ${values.corpus}.`);
const every = Number(values.every);
const texts = readdirSync(values.corpus, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .sort()
  .filter((_, index) => index % every === 0)
  .map((name) => ({ path: `/${name}`, text: readFileSync(join(values.corpus, name), 'utf8') }));
const units = texts.reduce((sum, { text }) => sum + text.length, 0);

const costs = new Map<string, number>();
for (const rule of RULES) {
  const own = rule as { check: (...args: unknown[]) => Iterable<Problem> };
  const original = own.check;
  own.check = (...args) => {
    const began = performance.now();
    const found = [...original.apply(rule, args)];
    costs.set(rule.code, (costs.get(rule.code) ?? 0) + performance.now() - began);
    return found;
  };
}

/** Reads and checks all texts. @returns milliseconds for reading and for everything. */
function run(): { reading: number; all: number } {
  costs.clear();
  const began = performance.now();
  const readouts = texts.map(({ path, text }) => ({ path, readout: Readout.parse(text) }));
  const reading = performance.now() - began;
  for (const file of readouts) check(file, WHITE_HOUSE);
  return { reading, all: performance.now() - began };
}

// Twice, so that the second is not about compiling.
run();
const { reading, all } = run();
const rows = [...costs, ['(reading into blocks and fields)', reading] as const].sort(([, a], [, b]) => b - a);
console.log(
  `${texts.length} documents, ${(units / 1e6).toFixed(1)} MB: ${((all * 1e6) / units).toFixed(1)} ms per MB`,
);
for (const [code, time] of rows)
  console.log(
    `${code.padEnd(36)}${((time * 1e6) / units).toFixed(2).padStart(8)}${((100 * time) / all).toFixed(1).padStart(7)} %`,
  );
