import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { figuresIn } from '../server/src/core/entities/figures.ts';
import { type Counts, count, table } from './entities/score.ts';
import { fromInline, goldDocument, isSkipped, readGold, type GoldDocument } from './entities/training.ts';
const T = new Set(['DATE', 'MONEY', 'PERCENT', 'NUMBER']);
const dir = '/tmp/readout/st1';
const B = '/tmp/readout/blind';
const docs: GoldDocument[] = process.argv[2] === 'bdev' ? readFileSync(join(B, 'dev.jsonl'), 'utf8').split('\n').filter(Boolean).map((line) => { const r = JSON.parse(line); return goldDocument(r.file, readFileSync(join(B, 'docs', r.file), 'utf8'), r.bodyStart, r.spans); })
 : process.argv[2] === 'gold' ? ['train', 'dev'].flatMap((n) => readGold(`/work/shared/gold/${n}.jsonl`, '/work/shared/corpus'))
 : readdirSync(dir).filter((f) => f.endsWith('.md')).map((f) => fromInline(f, readFileSync(join(dir, f), 'utf8')));
const rows = new Map<string, Counts>();
for (const d of docs) {
  const got = d.blocks.flatMap(({ block }, i) => isSkipped(block.kind) ? [] : figuresIn(block.text).map((m) => ({ ...m, span: { start: m.span.start + (d.readout.starts[i] as number), end: m.span.end + (d.readout.starts[i] as number) } })));
  // figures inside gold names are no errors of the figures
  const names = d.spans.filter((s) => !T.has(s.type));
  const kept = got.filter((m) => !names.some((s) => s.start <= m.span.start && m.span.end <= s.end));
  count(d, kept, rows, T, (l) => console.log(l));
}
console.log(table(rows));
