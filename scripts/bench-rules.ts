/**
 * Seeds one mistake at a time into published documents of `../shared/corpus` and prints, per code and per kind of
 * mistake: how many were found on their line, which other errors were raised, and how often `--fix` gives back the
 * original bytes.
 *
 * npx tsx scripts/bench-rules.ts [--each N] [--code CODE] [--verbose]
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fixAll } from '../server/src/core/features/fix-all.ts';
import { check, type Finding, Readout, WHITE_HOUSE } from '../server/src/core/index.ts';
import { BODY_SEEDS } from './seeds/body.ts';
import { FRONTMATTER_SEEDS } from './seeds/frontmatter.ts';
import type { Random, Seed, SeedDocument, Seeded } from './seeds/seed.ts';

const { values } = parseArgs({
  options: {
    each: { type: 'string', default: '20' },
    code: { type: 'string' },
    verbose: { type: 'boolean', default: false },
    corpus: { type: 'string', default: resolve(import.meta.dirname, '../../shared/corpus') },
  },
});

/** Some mistakes fit few documents: so many more are looked at before a kind is given up. */
const MOST_TRIES = 5000;

interface Score {
  seeded: number;
  found: number;
  /** Documents in which an error of another code was raised. */
  others: number;
  restored: number;
  readonly wrong: Map<string, number>;
}

/** A generator of numbers that are the same in every run (mulberry32, public domain). */
function randomFrom(start: number): Random {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function findingsOf(text: string, fileName: string, mustBeReadout: boolean): Finding[] {
  return check({ readout: Readout.parse(text), path: `/statements/${fileName}` }, WHITE_HOUSE, {
    mustBeReadout,
  });
}

const identity = ({ code, message }: Finding) => `${code}\0${message}`;

function firstDifference(before: string, after: string): number {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at++;
  return after.slice(0, at).split('\n').length - 1;
}

async function score(seed: Seed, document: SeedDocument, seeded: Seeded, into: Score): Promise<void> {
  const fileName = seeded.fileName ?? document.fileName;
  const must = seeded.mustBeReadout ?? false;
  const known = new Map<string, number>();
  for (const finding of findingsOf(document.text, document.fileName, must))
    known.set(identity(finding), (known.get(identity(finding)) ?? 0) + 1);
  const fresh = findingsOf(seeded.text, fileName, must).filter((finding) => {
    const left = known.get(identity(finding)) ?? 0;
    known.set(identity(finding), left - 1);
    return left <= 0;
  });
  const readout = Readout.parse(seeded.text);
  const lines = seeded.lines ?? [firstDifference(document.text, seeded.text)];
  const isFound = fresh.some(
    ({ code, span }) => code === seed.code && lines.includes(readout.positionAt(span.start).line),
  );
  const others = fresh.filter(({ code, severity }) => severity === 'error' && code !== seed.code);
  into.seeded++;
  if (isFound) into.found++;
  if (others.length > 0) into.others++;
  const fixed = await fixAll(readout, async (version) =>
    check({ readout: version, path: `/statements/${fileName}` }, WHITE_HOUSE, { mustBeReadout: must }),
  );
  const baseline = await fixAll(Readout.parse(document.text), async (version) =>
    check({ readout: version, path: `/statements/${document.fileName}` }, WHITE_HOUSE, {
      mustBeReadout: must,
    }),
  );
  const isRestored =
    fixed.readout.text === baseline.readout.text &&
    (seeded.fileName === undefined || fixed.renameTo === document.fileName);
  if (isRestored) into.restored++;
  if (!isFound || others.length > 0 || (seed.restores && !isRestored)) {
    const where = isFound
      ? ''
      : ` not found; on ${fresh.map(({ code, span }) => `${code}:${readout.positionAt(span.start).line + 1}`).join(' ') || 'nothing'} (wanted ${lines.map((line) => line + 1).join('/')})`;
    const more = others.length > 0 ? ` also ${[...new Set(others.map(({ code }) => code))].join(' ')}` : '';
    const fix = seed.restores && !isRestored ? ' not restored' : '';
    const what = `${where}${more}${fix}`.trim();
    if (!into.wrong.has(what) && values.verbose) console.log(`    e.g. ${document.fileName}: ${what}`);
    into.wrong.set(what, (into.wrong.get(what) ?? 0) + 1);
  }
}

async function main(): Promise<void> {
  if (!existsSync(values.corpus)) throw new Error(`There is no archive at ${values.corpus}.`);
  const files = readdirSync(values.corpus, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort();
  const random = randomFrom(20231117);
  const seeds = [...FRONTMATTER_SEEDS, ...BODY_SEEDS].filter(
    ({ code }) => !values.code || code.startsWith(values.code),
  );
  const each = Number(values.each);
  const byCode = new Map<string, Score>();
  const fresh = (): Score => ({ seeded: 0, found: 0, others: 0, restored: 0, wrong: new Map() });
  for (const seed of seeds) {
    const own = fresh();
    for (let tries = 0; own.seeded < each && tries < each * 8 + MOST_TRIES; tries++) {
      const path = join(values.corpus, files[Math.floor(random() * files.length)] as string);
      const document: SeedDocument = { text: readFileSync(path, 'utf8'), fileName: basename(path) };
      const seeded = seed.seed(document, random);
      if (seeded) await score(seed, document, seeded, own);
    }
    const total = byCode.get(seed.code) ?? fresh();
    byCode.set(seed.code, total);
    total.seeded += own.seeded;
    total.found += own.found;
    total.others += own.others;
    total.restored += own.restored;
    const isFine =
      own.found === own.seeded && own.others === 0 && (!seed.restores || own.restored === own.seeded);
    if (!isFine || values.verbose || own.seeded === 0) {
      const wrong = [...own.wrong].map(([what, count]) => `\n      ${count} × ${what}`).join('');
      console.log(
        `  ${seed.code} — ${seed.name}: ${own.found}/${own.seeded} found, ${own.others} with other errors, ${own.restored} restored${seed.restores ? '' : ' (not expected)'}${wrong}`,
      );
    }
  }
  console.log('\ncode                              found / seeded   other errors   restored by --fix');
  const sum = fresh();
  for (const [code, total] of [...byCode].sort(([a], [b]) => (a < b ? -1 : 1))) {
    row(code, total);
    sum.seeded += total.seeded;
    sum.found += total.found;
    sum.others += total.others;
    sum.restored += total.restored;
  }
  row('all', sum);
}

function row(code: string, { seeded, found, others, restored }: Score): void {
  console.log(
    `${code.padEnd(34)}${String(found).padStart(5)} / ${String(seeded).padEnd(6)}${String(others).padStart(12)}${String(restored).padStart(18)}`,
  );
}

await main();
