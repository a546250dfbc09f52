/**
 * Prints the mentions of readouts as `readout entities --format jsonl` does: one JSON object a line with file, start,
 * end, type, text and value, for `../shared/score-entities.py`.
 *
 * usage: npx tsx scripts/entities.ts [--gold FILE.jsonl --root DIR] [--figures] FILES…
 *
 * `--gold` takes the files from a gold file's `file` fields below `--root`; `--figures` leaves names out.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { figuresIn } from '../server/src/core/entities/figures.ts';
import { withValues } from '../server/src/core/entities/values.ts';
import { mentionsOf, Readout, shift, WHITE_HOUSE } from '../server/src/core/index.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    gold: { type: 'string' },
    root: { type: 'string', default: '../shared/corpus' },
    figures: { type: 'boolean', default: false },
  },
});

const files = [...positionals];
if (values.gold) {
  for (const line of readFileSync(values.gold, 'utf8').split('\n')) {
    if (line) files.push(join(values.root, (JSON.parse(line) as { file: string }).file));
  }
}
for (const file of files) {
  const readout = Readout.parse(readFileSync(file, 'utf8'));
  const mentions = values.figures
    ? readout.blocks.flatMap((block, index) =>
        figuresIn(block.text).map((mention) => ({
          ...mention,
          span: shift(mention.span, readout.starts[index] as number),
        })),
      )
    : mentionsOf(readout, WHITE_HOUSE);
  for (const { type, span, text, value } of withValues(readout, mentions, WHITE_HOUSE)) {
    console.log(JSON.stringify({ file, start: span.start, end: span.end, type, text, value }));
  }
}
