/** Names of people, places, organisations, … in one block of prose. */
import { MODEL } from './data/model.generated.ts';
import { Decoder, NAME_TYPES, TYPE_COUNT, WEIGHT_ROWS } from './names/decoder.ts';
import { Features } from './names/features.ts';
import { Tokens } from './names/tokens.ts';
import { unpackWeights } from './names/weights.ts';
import type { Mention } from './types.ts';

const tokens = new Tokens();
const features = new Features(tokens);
const decoder = new Decoder(features, unpackWeights(MODEL, WEIGHT_ROWS * TYPE_COUNT));

/** All names of a text, ordered, without overlaps; spans count from the text's start. Linear in the text's length. */
export function namesIn(text: string): Mention[] {
  tokens.read(text);
  features.reset(3);
  const found: Mention[] = [];
  for (let from = features.nextWindow(0); from < tokens.count; ) {
    const to = features.windowEnd(from);
    features.prepare(from, to);
    decoder.decode(from, to);
    for (let i = decoder.found.length - 3; i >= 0; i -= 3) {
      const start = tokens.start[decoder.found[i] as number] as number;
      const end = tokens.end[decoder.found[i + 1] as number] as number;
      const type = NAME_TYPES[decoder.found[i + 2] as number] ?? 'ORG';
      found.push({ type, span: { start, end }, text: text.slice(start, end) });
    }
    from = features.nextWindow(to);
  }
  return found;
}
