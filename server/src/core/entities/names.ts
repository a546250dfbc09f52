/**
 * Names of people, places, organisations, … in one block of prose. A block is read once by itself; what the rest of the
 * document says about its names then settles the doubtful ones (see names/lexicon.ts).
 */
import { MODEL, MODEL_SCALE } from './data/model.generated.ts';
import { NAME_TYPES, TYPE_COUNT, WEIGHT_ROWS } from './names/decoder.ts';
import type { Contribution, Lexicon } from './names/lexicon.ts';
import { Reader } from './names/reader.ts';
import { unpackWeights } from './names/weights.ts';
import type { Mention } from './types.ts';

let made: Reader | undefined;

/** The one reader; made when the first text is read, as the model and the lists take milliseconds to unfold. */
function theReader(): Reader {
  made ??= new Reader(unpackWeights(MODEL, WEIGHT_ROWS * TYPE_COUNT), MODEL_SCALE);
  return made;
}

/** The names of a text by themselves. */
export interface NamesRead {
  /** Ordered, without overlaps; spans count from the text's start. */
  readonly mentions: readonly Mention[];
  /** What the text says about names to the rest of the document. */
  readonly contribution: Contribution;
  /** Keys that the rest of the document may know something about, each followed by the type found here, or -1; a key may come back. */
  readonly candidates: Int32Array;
}

function mentionsFrom(text: string, found: readonly number[]): Mention[] {
  const mentions: Mention[] = [];
  for (let i = 0; i < found.length; i += 3) {
    const start = found[i] as number;
    const type = NAME_TYPES[found[i + 2] as number] ?? 'ORG';
    const read = text.slice(start, found[i + 1] as number);
    const name = type === 'PERSON' ? beforePossessive(read) : read;
    mentions.push({ type, span: { start, end: start + name.length }, text: name });
  }
  return mentions;
}

/** Nobody's name goes on behind a possessive: in headlines what follows has a capital, too (`Noriega’s Pull-Aside`). */
function beforePossessive(name: string): string {
  const at = name.search(/[’']s\s/);
  return at > 0 ? name.slice(0, at) : name;
}

/**
 * Reads the names of a text. Linear in the text's length.
 * @param position 1 in a list item, 2 in a heading, 3 elsewhere.
 */
export function readNames(text: string, position: number): NamesRead {
  const reader = theReader();
  reader.read(text, position, undefined);
  return {
    mentions: mentionsFrom(text, reader.found),
    contribution: reader.contribution(),
    candidates: reader.candidates(),
  };
}

/** Reads the names of a text in the light of what the whole document says. */
export function readNamesWith(text: string, position: number, lexicon: Lexicon): Mention[] {
  const reader = theReader();
  reader.read(text, position, (key) => lexicon.answer(key));
  return mentionsFrom(text, reader.found);
}

/** All names of a text by itself, ordered, without overlaps; spans count from the text's start. */
export function namesIn(text: string): Mention[] {
  const reader = theReader();
  reader.read(text, 3, undefined);
  return mentionsFrom(text, reader.found);
}

/** The key under which a lexicon has a name. */
export function nameKey(name: string): number {
  return theReader().key(name);
}
