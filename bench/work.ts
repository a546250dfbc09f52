/** The work that one edit makes, counted inside one process. */
import { WHITE_HOUSE } from '../server/src/core/config/white-house.ts';
import { Readout, work } from '../server/src/core/document/readout.ts';
import { entityWork } from '../server/src/core/entities/recognise.ts';
import { definitionsOf } from '../server/src/core/features/definitions.ts';
import { topicsOf, topicWork } from '../server/src/core/features/topics.ts';
import { check, recognise } from '../server/src/core/index.ts';
import { ruleWork } from '../server/src/core/rules/engine.ts';
import { nameWork } from '../server/src/core/rules/name/word-ledger.ts';
import { TOKEN_TYPES } from '../server/src/lsp/protocol.ts';
import { tokenSheet, tokenWork } from '../server/src/lsp/tokens.ts';

const STYLE = { types: new Set<string>(TOKEN_TYPES), multiline: false };

/** Everything that an editor has done for one version: findings, tokens, topics. */
function everything(readout: Readout): void {
  check({ readout, path: '/bench/2023-11-17-a-statement.md' }, WHITE_HOUSE);
  const { chunks } = recognise(readout, WHITE_HOUSE);
  tokenSheet(readout, chunks, definitionsOf(readout, WHITE_HOUSE), STYLE);
  topicsOf(readout, WHITE_HOUSE);
}

function counters(): Record<string, number> {
  return {
    'blocks split': work.blocksParsed,
    'checks of blocks (by themselves, and with the date)': ruleWork.blockChecks,
    'chunks checked': ruleWork.chunkChecks,
    'rules on the frontmatter run': ruleWork.frontmatterChecks,
    'document rules run': ruleWork.documentChecks,
    'names counted anew': nameWork.wordsCounted,
    'pairs of names judged': nameWork.pairsJudged,
    'blocks recognised': entityWork.blocksRead,
    'blocks resolved again': entityWork.blocksResolved,
    'chunks of tokens encoded': tokenWork.chunksEncoded,
    'chunks of topics named': topicWork.chunksNamed,
  };
}

/** A table of what opening a document takes, and an edit of a plain word, of a name, and of the title. */
export function countedWork(text: string): string {
  const words = text.length >> 1;
  const plain = text.indexOf(' the ', words) + 2;
  const name = (/ [A-Z][a-z]{4}/.exec(text.slice(words))?.index ?? 0) + words + 3;
  const title = text.indexOf('title: ') + 10;
  let readout = Readout.parse('');
  const steps: Readonly<Record<string, () => Readout>> = {
    opened: () => Readout.parse(text),
    'a plain word': () => readout.edit({ span: { start: plain, end: plain }, newText: 'x' }),
    'a name': () => readout.edit({ span: { start: name, end: name }, newText: 'x' }),
    'the title': () => readout.edit({ span: { start: title, end: title }, newText: 'x' }),
  };
  const columns = Object.entries(steps).map(([step, edit]) => {
    const before = counters();
    readout = edit();
    everything(readout);
    const after = counters();
    return {
      step,
      done: Object.fromEntries(Object.entries(after).map(([key, n]) => [key, n - (before[key] ?? 0)])),
    };
  });
  return [
    `| ${readout.blockCount} blocks in ${readout.chunks.length} chunks | ${columns.map(({ step }) => step).join(' | ')} |`,
    `| --- | ${columns.map(() => '---').join(' | ')} |`,
    ...Object.keys(counters()).map(
      (key) => `| ${key} | ${columns.map(({ done }) => done[key]).join(' | ')} |`,
    ),
  ].join('\n');
}
