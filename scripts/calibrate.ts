/**
 * Runs all rules over the archive in `../shared/corpus` and prints, per code, how often each reports and some of what
 * it reports. The archive's documents are published ones: an error there is a mistake of ours, or one worth showing.
 *
 * npx tsx scripts/calibrate.ts [--sample N] [--code CODE] [--show N]
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { scalarField } from '../server/src/core/document/facts.ts';
import { type CorpusView, check, type Finding, Readout, WHITE_HOUSE } from '../server/src/core/index.ts';

const { values } = parseArgs({
  options: {
    sample: { type: 'string' },
    code: { type: 'string' },
    show: { type: 'string', default: '3' },
    corpus: { type: 'string', default: resolve(import.meta.dirname, '../../shared/corpus') },
  },
});

/** Every n-th file of the archive, so that all sections and years are in a sample. */
function corpusFiles(folder: string, sample: number): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort();
  const step = Math.max(1, files.length / sample);
  const picked: string[] = [];
  for (let at = 0; at < files.length; at += step) picked.push(join(folder, files[Math.floor(at)] as string));
  return picked;
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

function main(): void {
  const folder = values.corpus;
  if (!existsSync(folder)) throw new Error(`There is no archive at ${folder}.`);
  const files = corpusFiles(folder, Number(values.sample ?? Number.POSITIVE_INFINITY));
  const show = values.code ? Number.POSITIVE_INFINITY : Number(values.show);
  const documents = files.map((path) => ({ path, readout: Readout.parse(readFileSync(path, 'utf8')) }));
  const byUrl = groupBy(
    documents,
    ({ readout }) => scalarField(readout.frontmatter, 'source_url')?.value.text ?? '',
  );
  const corpus: CorpusView = {
    othersWithUrl: (url, self) =>
      (byUrl.get(url) ?? []).map(({ path }) => path).filter((path) => path !== self),
  };
  const byCode = new Map<string, { finding: Finding; path: string; readout: Readout }[]>();
  for (const { path, readout } of documents) {
    for (const finding of check({ readout, path }, WHITE_HOUSE, { corpus })) {
      const list = byCode.get(finding.code) ?? [];
      byCode.set(finding.code, list);
      list.push({ finding, path, readout });
    }
  }
  console.log(`${files.length} documents`);
  const order = ['error', 'warning', 'information', 'hint'];
  const entries = [...byCode].sort(
    ([, a], [, b]) =>
      order.indexOf(a[0]?.finding.severity ?? '') - order.indexOf(b[0]?.finding.severity ?? '') ||
      b.length - a.length,
  );
  for (const [code, found] of entries) {
    if (values.code && code !== values.code) continue;
    const inDocuments = new Set(found.map(({ path }) => path)).size;
    console.log(`\n${code} (${found[0]?.finding.severity}): ${found.length} in ${inDocuments} documents`);
    const step = Math.max(1, found.length / show);
    for (let at = 0; at < found.length; at += step) {
      const each = found[Math.floor(at)];
      if (!each) break;
      const { finding, path, readout } = each;
      const { line } = readout.positionAt(finding.span.start);
      const written = readout.slice(finding.span).slice(0, 80).replaceAll('\n', '⏎');
      console.log(`  ${path.slice(folder.length + 1)}:${line + 1} [${written}]\n    ${finding.message}`);
    }
  }
}

main();
