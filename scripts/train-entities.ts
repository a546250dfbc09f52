/**
 * Trains the name model on the hand-marked documents (`train.jsonl` and `dev.jsonl`; the bench measures one of `train.jsonl` alone) and writes it as data:
 * `npx tsx scripts/train-entities.ts [folder with gold/ and corpus/]`. The same input gives the same file.
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { packWeights } from '../server/src/core/entities/names/weights.ts';
import { readStatements, wrapped } from './entities/statements.ts';
import { invented } from './entities/synthetic.ts';
import { type GoldDocument, quantise, readGold, reduce, trainTwice } from './entities/training.ts';

const root = resolve(import.meta.dirname, '..');
const shared = resolve(process.argv[2] ?? join(root, '../shared'));

/** How many invented statements are added to the marked ones. */
export const INVENTED = 400;
/** What the model learns from beside the public statements: invented ones, and our own marked ones. */
export function ownDocuments(): GoldDocument[] {
  const statements = readStatements();
  // Each twice, for they are few: as written, and wrapped as archives are, with names that run over a line break.
  return [...invented(INVENTED), ...statements, ...statements.map(wrapped)];
}

if (process.argv[1] === import.meta.filename) {
  const documents = ['train', 'dev'].flatMap((name) =>
    readGold(join(shared, `gold/${name}.jsonl`), join(shared, 'corpus')),
  );
  const statements = readStatements();
  const { table, scale } = quantise(trainTwice([...documents, ...ownDocuments()]));
  const packed = packWeights(reduce(table));
  const path = join(root, 'server/src/core/entities/data/model.generated.ts');
  writeFileSync(
    path,
    `/**\n * The name model, made by scripts/train-entities.ts from ${documents.length} hand-marked public-domain statements, ${statements.length} marked ones of our own and ${INVENTED} invented ones; do not edit.\n * See names/weights.ts for the form.\n */\n// biome-ignore format: data\nexport const MODEL =\n  '${packed}';\n\n/** What a weight of 1 counts in the table. */\nexport const MODEL_SCALE = ${scale.toFixed(4)};\n`,
  );
  console.log(`${documents.length} documents, ${packed.length} bytes, ${path}`);
}
