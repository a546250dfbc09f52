/** Strict span-and-type F1, as `score-entities.py` computes it. */
import type { Mention } from '../../server/src/core/entities/types.ts';
import type { GoldDocument } from './training.ts';

export interface Counts {
  hits: number;
  gold: number;
  predicted: number;
}

export function f1(counts: Counts): number {
  return (2 * counts.hits) / Math.max(1, counts.gold + counts.predicted);
}

/** Adds one document's counts by type and in all; spans count from the file's start. */
export function count(
  document: GoldDocument,
  mentions: readonly Mention[],
  into: Map<string, Counts>,
  types: ReadonlySet<string>,
  report?: (line: string) => void,
): void {
  const key = (span: { start: number; end: number }, type: string): string =>
    `${span.start} ${span.end} ${type}`;
  const row = (name: string): Counts => {
    let counts = into.get(name);
    if (!counts) {
      counts = { hits: 0, gold: 0, predicted: 0 };
      into.set(name, counts);
    }
    return counts;
  };
  const around = (start: number, end: number): string =>
    `${document.text.slice(Math.max(0, start - 40), start)}⟦${document.text.slice(start, end)}⟧${document.text.slice(end, end + 30)}`.replace(
      /\s+/g,
      ' ',
    );
  const gold = new Set(
    document.spans.filter((span) => types.has(span.type)).map((span) => key(span, span.type)),
  );
  const predicted = new Set<string>();
  for (const mention of mentions) {
    if (mention.span.start < document.bodyStart || !types.has(mention.type)) continue;
    const id = key(mention.span, mention.type);
    predicted.add(id);
    for (const counts of [row(mention.type), row('ALL')]) {
      counts.predicted++;
      if (gold.has(id)) counts.hits++;
    }
    if (!gold.has(id)) report?.(`EXTRA ${mention.type} ${around(mention.span.start, mention.span.end)}`);
  }
  for (const span of document.spans) {
    if (!types.has(span.type)) continue;
    row(span.type).gold++;
    row('ALL').gold++;
    if (!predicted.has(key(span, span.type))) report?.(`MISS  ${span.type} ${around(span.start, span.end)}`);
  }
}

export function table(rows: ReadonlyMap<string, Counts>): string {
  return [...rows]
    .sort(([a], [b]) => (a === 'ALL' ? 1 : b === 'ALL' ? -1 : a < b ? -1 : 1))
    .map(([name, counts]) => {
      const precision = counts.hits / Math.max(1, counts.predicted);
      const recall = counts.hits / Math.max(1, counts.gold);
      return `${name.padEnd(11)} precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  F1 ${f1(counts).toFixed(4)}  gold ${counts.gold}`;
    })
    .join('\n');
}
