/**
 * Measures the recogniser and writes docs/entities-measured.md: strict F1 by type (cross-validated on train.jsonl, and
 * on dev.jsonl and our own check set with a model trained on train.jsonl alone), what each ingredient is worth, and the
 * time per megabyte beside two Markdown parsers and compromise on the same texts in the same run.
 *
 * usage: npm run bench:entities [-- folder with gold/ and corpus/]; needs `npm ci` in bench/.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { WHITE_HOUSE } from '../server/src/core/config/white-house.ts';
import { Readout } from '../server/src/core/document/readout.ts';
import { MODEL } from '../server/src/core/entities/data/model.generated.ts';
import { figuresIn } from '../server/src/core/entities/figures.ts';
import { NAME_TYPES } from '../server/src/core/entities/names/decoder.ts';
import type { Withholding } from '../server/src/core/entities/names/features.ts';
import { Lexicon } from '../server/src/core/entities/names/lexicon.ts';
import { Reader } from '../server/src/core/entities/names/reader.ts';
import { namesIn } from '../server/src/core/entities/names.ts';
import { mergeMentions, recognise } from '../server/src/core/entities/recognise.ts';
import { ENTITY_TYPES, type Mention } from '../server/src/core/entities/types.ts';
import { type Counts, count, f1 } from './entities/score.ts';
import { invented } from './entities/synthetic.ts';
import {
  blockKindCode,
  contributionsOf,
  DEFAULT_OPTIONS,
  fromInline,
  type GoldDocument,
  isSkipped,
  quantise,
  readGold,
  type TrainingOptions,
  train,
  trainTwice,
} from './entities/training.ts';
import { INVENTED } from './train-entities.ts';

const root = resolve(import.meta.dirname, '..');
const shared = resolve(process.argv[2] ?? join(root, '../shared'));
const TYPES: ReadonlySet<string> = new Set(ENTITY_TYPES);

interface Variant {
  readonly name: string;
  readonly options: TrainingOptions;
  readonly withholding?: Withholding;
  readonly invented: boolean;
  readonly agreement: boolean;
}

const never = (): boolean => false;
const always = (): boolean => true;
const NOTHING: Withholding = { word: never, lists: never, evidence: never, personNames: never };

const WHOLE: Variant = { name: 'everything', options: DEFAULT_OPTIONS, invented: true, agreement: true };

const VARIANTS: readonly Variant[] = [
  WHOLE,
  { ...WHOLE, name: 'without agreement within the document', agreement: false },
  { ...WHOLE, name: 'without the invented statements of other houses', invented: false },
  {
    ...WHOLE,
    name: 'without lists of countries, cities, bodies, agreements, offices, …',
    options: { ...DEFAULT_OPTIONS, withholdLists: 1 },
    withholding: { ...NOTHING, lists: always },
  },
  {
    ...WHOLE,
    name: 'without lists of given and family names',
    options: { ...DEFAULT_OPTIONS, withholdPersonNames: true },
    withholding: { ...NOTHING, personNames: always },
  },
  {
    ...WHOLE,
    name: 'without the identity of capitalised words',
    options: { ...DEFAULT_OPTIONS, withholdWord: 1 },
    withholding: { ...NOTHING, word: always },
  },
  {
    ...WHOLE,
    name: 'with all words’ identity in training (nothing withheld)',
    options: { ...DEFAULT_OPTIONS, withholdWord: 0, withholdLists: 0 },
  },
];

function weightsOf(documents: readonly GoldDocument[], variant: Variant, folds: number): Float32Array {
  const all = variant.invented ? [...documents, ...invented(INVENTED)] : documents;
  return variant.agreement ? trainTwice(all, variant.options, folds) : train(all, variant.options);
}

/** Names by the given weights and figures as shipped, with spans from the file's start. */
function predict(weights: Float32Array, document: GoldDocument, variant: Variant): Mention[] {
  const { table, scale } = quantise(weights);
  const reader = new Reader(table, scale, variant.withholding);
  const lexicon = variant.agreement ? new Lexicon(contributionsOf(reader, document), new Map()) : undefined;
  return document.blocks.flatMap(({ block }, index) => {
    if (isSkipped(block.kind)) return [];
    reader.read(block.text, blockKindCode(block.kind), lexicon ? (key) => lexicon.answer(key) : undefined);
    const names: Mention[] = [];
    for (let i = 0; i < reader.found.length; i += 3) {
      const start = reader.found[i] as number;
      const end = reader.found[i + 1] as number;
      names.push({
        type: NAME_TYPES[reader.found[i + 2] as number] ?? 'ORG',
        span: { start, end },
        text: block.text.slice(start, end),
      });
    }
    const at = document.readout.starts[index] as number;
    return mergeMentions(names, figuresIn(block.text)).map((mention) => ({
      ...mention,
      span: { start: mention.span.start + at, end: mention.span.end + at },
    }));
  });
}

function scored(
  weights: Float32Array,
  documents: readonly GoldDocument[],
  variant: Variant,
): Map<string, Counts> {
  const rows = new Map<string, Counts>();
  for (const document of documents) count(document, predict(weights, document, variant), rows, TYPES);
  return rows;
}

function crossValidated(documents: readonly GoldDocument[], folds: number): Map<string, Counts> {
  const rows = new Map<string, Counts>();
  for (let fold = 0; fold < folds; fold++) {
    const weights = weightsOf(
      documents.filter((_, index) => index % folds !== fold),
      WHOLE,
      2,
    );
    for (const document of documents.filter((_, index) => index % folds === fold)) {
      count(document, predict(weights, document, WHOLE), rows, TYPES);
    }
  }
  return rows;
}

const show = (rows: ReadonlyMap<string, Counts>, type: string): string => {
  const counts = rows.get(type);
  return counts ? f1(counts).toFixed(3) : '–';
};

/** The best of several runs, as milliseconds of processor time per megabyte. */
function perMegabyte(units: number, work: () => void, runs = 5): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage();
    work();
    best = Math.min(best, process.cpuUsage(before).user / 1000);
  }
  return best / (units / 1e6);
}

async function timings(texts: readonly string[]): Promise<(readonly [string, number])[]> {
  const units = texts.reduce((sum, text) => sum + text.length, 0);
  const blocks = texts
    .flatMap((text) => [...Readout.parse(text).blocks])
    .filter((block) => !isSkipped(block.kind));
  const rows: (readonly [string, number])[] = [
    ['names in blocks', perMegabyte(units, () => blocks.forEach((block) => void namesIn(block.text)))],
    ['figures in blocks', perMegabyte(units, () => blocks.forEach((block) => void figuresIn(block.text)))],
    [
      'whole documents: split into blocks, names, figures, agreement',
      perMegabyte(units, () => texts.forEach((text) => void recognise(Readout.parse(text), WHITE_HOUSE))),
    ],
  ];
  if (!existsSync(join(root, 'bench/node_modules/compromise'))) return rows;
  const load = async (name: string): Promise<Record<string, unknown>> =>
    (await import(
      pathToFileURL(createRequire(join(root, 'bench/package.json')).resolve(name)).href
    )) as Record<string, unknown>;
  const MarkdownIt = (await load('markdown-it'))['default'] as new () => {
    parse(text: string, env: object): unknown;
  };
  const parser = new MarkdownIt();
  rows.push([
    'markdown-it, parse',
    perMegabyte(units, () => texts.forEach((text) => void parser.parse(text, {}))),
  ]);
  const { micromark } = (await import(
    pathToFileURL(join(root, 'bench/node_modules/micromark/index.js')).href
  )) as { micromark(text: string): string };
  rows.push([
    'micromark, to HTML',
    perMegabyte(units, () => texts.forEach((text) => void micromark(text)), 2),
  ]);
  const nlp = (await load('compromise'))['default'] as (text: string) => { topics(): { json(): unknown } };
  rows.push([
    'compromise, topics',
    perMegabyte(units, () => texts.forEach((text) => void nlp(text).topics().json()), 1),
  ]);
  return rows;
}

const corpus = join(shared, 'corpus');
const documents = readGold(join(shared, 'gold/train.jsonl'), corpus);
const dev = readGold(join(shared, 'gold/dev.jsonl'), corpus);
const houses = readFileSync(join(root, 'test/core/entities/houses.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { file: string; marked: string })
  .map(({ file, marked }) => fromInline(file, marked));

const lines: string[] = [
  '# The recogniser, measured',
  '',
  'Written by `npm run bench:entities`. Strict F1: span and type exact. The model measured here is trained on `train.jsonl`',
  'alone, with the invented statements of `scripts/entities/`; the shipped one is trained on `dev.jsonl` as well, so scoring',
  'it there says nothing. *Other houses* is `test/core/entities/houses.jsonl`: 22 short texts of our own in the manner of',
  'other governments and the United Nations. Their misses were read while the templates of the invented statements were',
  'written, so that column is a development figure, not a blind test.',
  '',
];
const whole = weightsOf(documents, WHOLE, 4);
const columns = [
  crossValidated(documents, 3),
  scored(whole, dev, WHOLE),
  scored(whole, houses, WHOLE),
] as const;
lines.push('| type | train, cross-validated (3 parts) | dev | other houses |', '| --- | --- | --- | --- |');
for (const type of [...ENTITY_TYPES, 'ALL']) {
  lines.push(`| ${type} | ${columns.map((rows) => show(rows, type)).join(' | ')} |`);
}
lines.push(
  '',
  '## What each ingredient is worth',
  '',
  '| ingredients | dev | other houses |',
  '| --- | --- | --- |',
);
for (const variant of VARIANTS) {
  const weights = variant === WHOLE ? whole : weightsOf(documents, variant, 2);
  const row = [dev, houses].map((set) => show(scored(weights, set, variant), 'ALL'));
  lines.push(`| ${variant.name} | ${row.join(' | ')} |`);
}
lines.push('', '## Time and size', '', `The model is ${Math.round(MODEL.length / 1000)} kB of text.`, '');
lines.push(
  'Processor time per megabyte of Markdown (the texts of `train.jsonl` and `dev.jsonl`), the best of several runs:',
  '',
);
lines.push('| what | ms per MB |', '| --- | --- |');
for (const [name, time] of await timings([...documents, ...dev].map((document) => document.text))) {
  lines.push(`| ${name} | ${time.toFixed(0)} |`);
}
const report = `${lines.join('\n')}\n`;
console.log(report);
writeFileSync(join(root, 'docs/entities-measured.md'), report);
