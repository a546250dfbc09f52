import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { figuresIn } from '../server/src/core/entities/figures.ts';
import { NAME_TYPES } from '../server/src/core/entities/names/decoder.ts';
import { Lexicon } from '../server/src/core/entities/names/lexicon.ts';
import { Reader } from '../server/src/core/entities/names/reader.ts';
import { mergeMentions } from '../server/src/core/entities/recognise.ts';
import { ENTITY_TYPES, type Mention } from '../server/src/core/entities/types.ts';
import { type Counts, count, f1, table } from './entities/score.ts';
import { invented } from './entities/synthetic.ts';
import {
  blockKindCode,
  contributionsOf,
  DEFAULT_OPTIONS,
  fromInline,
  type GoldDocument,
  goldDocument,
  isSkipped,
  quantise,
  readGold,
  train,
  trainTwice,
} from './entities/training.ts';

const S = '/work/shared';
const B = '/tmp/readout/blind';
const TYPES: ReadonlySet<string> = new Set(ENTITY_TYPES);
function predict(weights: Float32Array, document: GoldDocument): Mention[] {
  const { table, scale } = quantise(weights);
  const reader = new Reader(table, scale);
  const lexicon = new Lexicon(contributionsOf(reader, document), new Map());
  return document.blocks.flatMap(({ block }, index) => {
    if (isSkipped(block.kind)) return [];
    reader.read(block.text, blockKindCode(block.kind), (key) => lexicon.answer(key));
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
    return (
      process.env.SWAP
        ? mergeMentions(figuresIn(block.text), names)
        : mergeMentions(names, figuresIn(block.text))
    ).map((m) => ({ ...m, span: { start: m.span.start + at, end: m.span.end + at } }));
  });
}
const blind = (half: string) =>
  readFileSync(join(B, `${half}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const r = JSON.parse(line);
      return goldDocument(r.file, readFileSync(join(B, 'docs', r.file), 'utf8'), r.bodyStart, r.spans);
    });
const stateDir = process.env['STATEMENTS'];
const statements: GoldDocument[] =
  stateDir && existsSync(stateDir)
    ? readdirSync(stateDir)
        .filter((f) => f.endsWith('.md') && f !== 'README.md')
        .sort()
        .flatMap((f) => [fromInline(f, readFileSync(join(stateDir, f), 'utf8'))])
    : [];
const sets: Record<string, GoldDocument[]> = {
  dev: readGold(join(S, 'gold/dev.jsonl'), join(S, 'corpus')),
  bdev: blind('dev'),
  btest: blind('test'),
};
const times = Number(process.env['TIMES'] ?? 1);
const INV = Number(process.env['INVENTED'] ?? 400);
const extra = Array.from({ length: times }, () => statements).flat();
const trainSet = [
  ...readGold(join(S, 'gold/train.jsonl'), join(S, 'corpus')),
  ...invented(INV),
  ...extra,
  ...(process.env['WITHBDEV'] ? sets['bdev']! : []),
];
const t0 = Date.now();
const opts = { ...DEFAULT_OPTIONS, ...JSON.parse(process.env['OPTS'] ?? '{}') };
const w = process.env['ONCE'] ? train(trainSet, opts) : trainTwice(trainSet, opts);
let nz = 0;
for (const x of w) if (x) nz++;
const line: string[] = [];
for (const [name, docs] of Object.entries(sets)) {
  const rows = new Map<string, Counts>();
  const out: string[] = [];
  for (const d of docs) {
    out.push('## ' + d.file);
    count(d, predict(w, d), rows, TYPES, (l) => out.push(l));
  }
  if (name !== 'btest') writeFileSync(`/tmp/readout/exp-${name}.txt`, out.join('\n'));
  line.push(`${name} ${f1(rows.get('ALL')!).toFixed(4)}`);
  if (process.env['V']) console.log(name + '\n' + table(rows));
}
console.log(
  `statements ${statements.length} nz ${nz} ${((Date.now() - t0) / 1000).toFixed(0)}s  ${line.join('  ')}`,
);
