/** Training of the name model: a semi-Markov conditional random field by stochastic gradient (AdaGrad), seeded. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Block } from '../../server/src/core/document/block.ts';
import { Readout } from '../../server/src/core/document/readout.ts';
import {
  NAME_TYPES,
  type NameType,
  TYPE_COUNT,
  WEIGHT_ROWS,
} from '../../server/src/core/entities/names/decoder.ts';
import { type Evidence, Features, rowOf } from '../../server/src/core/entities/names/features.ts';
import { Lexicon } from '../../server/src/core/entities/names/lexicon.ts';
import { Reader } from '../../server/src/core/entities/names/reader.ts';
import { Tokens } from '../../server/src/core/entities/names/tokens.ts';
import { LIMIT } from '../../server/src/core/entities/names/weights.ts';

/** A marked span in one block. */
export interface GoldSpan {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

export interface GoldBlock {
  readonly block: Block;
  readonly spans: readonly GoldSpan[];
}

/** A marked document. */
export interface GoldDocument {
  readonly file: string;
  readonly text: string;
  readonly readout: Readout;
  readonly bodyStart: number;
  readonly spans: readonly GoldSpan[];
  readonly blocks: readonly GoldBlock[];
}

/** Reads `train.jsonl` or `dev.jsonl` with the texts below `corpus`. */
export function readGold(path: string, corpus: string): GoldDocument[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const row = JSON.parse(line) as { file: string; bodyStart: number; spans: GoldSpan[] };
      return goldDocument(row.file, readFileSync(join(corpus, row.file), 'utf8'), row.bodyStart, row.spans);
    });
}

export function goldDocument(
  file: string,
  text: string,
  bodyStart: number,
  spans: readonly GoldSpan[],
): GoldDocument {
  const readout = Readout.parse(text);
  const blocks = [...readout.placed()].map(({ block, start }) => ({
    block,
    spans: spans
      .filter((span) => span.start >= start && span.end <= start + block.text.length)
      .map((span) => ({ start: span.start - start, end: span.end - start, type: span.type })),
  }));
  return { file, text, readout, bodyStart, spans, blocks };
}

/** Reads a document whose spans are marked inline as `[[TYPE|text]]`. */
export function fromInline(file: string, marked: string): GoldDocument {
  let text = '';
  const spans: GoldSpan[] = [];
  let at = 0;
  for (const match of marked.matchAll(/\[\[([A-Z]+)\|([^\]]+)\]\]/g)) {
    text += marked.slice(at, match.index);
    spans.push({ start: text.length, end: text.length + (match[2] ?? '').length, type: match[1] ?? '' });
    text += match[2];
    at = match.index + match[0].length;
  }
  text += marked.slice(at);
  return goldDocument(file, text, Readout.parse(text).bodyStart, spans);
}

/** A small generator of numbers in [0, 1): mulberry32 (public domain). */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** 1 in a list item, 2 in a heading, 3 elsewhere. */
export function blockKindCode(kind: string): number {
  return kind === 'listItem' ? 1 : kind === 'heading' || kind === 'boldHeading' ? 2 : 3;
}

export interface TrainingOptions {
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  /** Chance that a capitalised word's identity is withheld. */
  readonly withholdWord: number;
  /** Chance that a window's listed names are withheld. */
  readonly withholdLists: number;
  /** Chance that what the document says is withheld from a window. */
  readonly withholdEvidence: number;
  /** Whether the lists of given and family names are withheld: only to measure what they are worth. */
  readonly withholdPersonNames: boolean;
  readonly seed: number;
  /** Weights below this are dropped in the end. */
  readonly least: number;
}

export const DEFAULT_OPTIONS: TrainingOptions = {
  epochs: 10,
  rate: 0.08,
  decay: 2e-5,
  withholdWord: 0.4,
  withholdLists: 0.08,
  withholdEvidence: 0.4,
  withholdPersonNames: false,
  seed: 7,
  least: 0.03,
};

/** Scales weights so that the largest but a few take the whole range, and rounds them. */
export function quantise(weights: Float32Array): { readonly table: Int8Array; readonly scale: number } {
  const sizes = Float32Array.from(weights, Math.abs)
    .filter((size) => size > 0)
    .sort();
  const largest = sizes[Math.floor(sizes.length * 0.9995)] ?? 1;
  const scale = LIMIT / largest;
  const table = new Int8Array(weights.length);
  for (let i = 0; i < weights.length; i++) {
    table[i] = Math.max(-LIMIT, Math.min(LIMIT, Math.round((weights[i] as number) * scale)));
  }
  return { table, scale };
}

/** A row none of whose weights is as large says too little to be carried along. */
const LEAST_IN_ROW = 6;
/** What a weight is rounded to, with either sign. */
const SIZES = [0, 2, 3, 5, 7, 9, 11, 13, 16, 20, 25, 31, 38];

/**
 * A quantised table with less to carry: rows of small weights are left out, and the other weights are rounded to few
 * values, which makes it half as long. Chosen so that F1 on documents that were not learnt from does not fall.
 */
export function reduce(table: Int8Array): Int8Array {
  const nearest = (weight: number): number => {
    const size = Math.abs(weight);
    const rounded = SIZES.reduce((best, each) =>
      Math.abs(each - size) < Math.abs(best - size) ? each : best,
    );
    return weight < 0 ? -rounded : rounded;
  };
  const reduced = new Int8Array(table.length);
  for (let at = 0; at < table.length; at += TYPE_COUNT) {
    const row = table.subarray(at, at + TYPE_COUNT);
    if (row.some((weight) => Math.abs(weight) >= LEAST_IN_ROW)) reduced.set(row.map(nearest), at);
  }
  return reduced;
}

/** What a model says about each document's names, from a first reading. */
export function lexicaOf(
  weights: Float32Array,
  documents: readonly GoldDocument[],
): Map<GoldDocument, Evidence> {
  const { table, scale } = quantise(weights);
  const reader = new Reader(table, scale);
  return new Map(
    documents.map((document) => {
      const lexicon = new Lexicon(contributionsOf(reader, document), new Map());
      return [document, (key: number) => lexicon.answer(key)];
    }),
  );
}

export function contributionsOf(reader: Reader, document: GoldDocument): number[][] {
  const contributions: number[][] = [];
  for (const { block } of document.blocks) {
    if (isSkipped(block.kind)) continue;
    reader.read(block.text, blockKindCode(block.kind), undefined);
    contributions.push(reader.contribution());
  }
  return contributions;
}

export function isSkipped(kind: string): boolean {
  return kind === 'code' || kind === 'blank' || kind === 'rule';
}

/**
 * Trains in two steps: models that have not seen a document read it first, so that the second step learns what such
 * readings are worth.
 */
export function trainTwice(
  documents: readonly GoldDocument[],
  options: TrainingOptions = DEFAULT_OPTIONS,
  folds = 4,
): Float32Array {
  const evidence = new Map<GoldDocument, Evidence>();
  for (let fold = 0; fold < folds; fold++) {
    const weights = train(
      documents.filter((_, index) => index % folds !== fold),
      { ...options, epochs: Math.max(4, options.epochs >> 1) },
    );
    const held = documents.filter((_, index) => index % folds === fold);
    for (const [document, answers] of lexicaOf(weights, held)) evidence.set(document, answers);
  }
  return train(documents, options, evidence);
}

interface Segment {
  readonly from: number;
  readonly last: number;
  readonly features: Int32Array;
}

/** Trains weights on documents. The same documents in the same order give the same weights. */
export function train(
  documents: readonly GoldDocument[],
  options: TrainingOptions = DEFAULT_OPTIONS,
  evidence?: ReadonlyMap<GoldDocument, Evidence>,
): Float32Array {
  const weights = new Float32Array(WEIGHT_ROWS * TYPE_COUNT);
  const squares = new Float32Array(WEIGHT_ROWS * TYPE_COUNT).fill(1e-2);
  const random = seeded(options.seed);
  const tokens = new Tokens();
  const features = new Features(tokens);
  features.withholding = {
    word: () => random() < options.withholdWord,
    lists: () => random() < options.withholdLists,
    evidence: () => random() < options.withholdEvidence,
    personNames: () => options.withholdPersonNames,
  };
  const order = documents.flatMap((document) => document.blocks.map((block) => ({ document, block })));
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      const held = order[i];
      order[i] = order[j] as (typeof order)[number];
      order[j] = held as (typeof order)[number];
    }
    const rate = options.rate * (1 - 0.8 * (epoch / options.epochs));
    for (const { document, block } of order) {
      if (block.block.kind === 'code' || block.block.kind === 'blank' || block.block.kind === 'rule')
        continue;
      features.evidence = evidence?.get(document);
      trainBlock(block, tokens, features, weights, squares, rate, options.decay);
    }
  }
  for (let i = 0; i < weights.length; i++) if (Math.abs(weights[i] as number) < options.least) weights[i] = 0;
  return weights;
}

/** Gold names by first token: last token and type; undefined where a span is not made of whole tokens. */
export function goldNames(
  tokens: Tokens,
  spans: readonly GoldSpan[],
): Map<number, { last: number; type: number }> {
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  for (let i = 0; i < tokens.count; i++) {
    starts.set(tokens.start[i] as number, i);
    ends.set(tokens.end[i] as number, i);
  }
  const names = new Map<number, { last: number; type: number }>();
  for (const span of spans) {
    const type = NAME_TYPES.indexOf(span.type as NameType);
    const first = starts.get(span.start);
    const last = ends.get(span.end);
    if (type < 0 || first === undefined || last === undefined) continue;
    names.set(first, { last, type });
  }
  return names;
}

function trainBlock(
  gold: GoldBlock,
  tokens: Tokens,
  features: Features,
  weights: Float32Array,
  squares: Float32Array,
  rate: number,
  decay: number,
): void {
  tokens.read(gold.block.text);
  features.reset(blockKindCode(gold.block.kind));
  const names = goldNames(tokens, gold.spans);
  for (let from = features.nextWindow(0); from < tokens.count; ) {
    const to = features.windowEnd(from);
    features.prepare(from, to);
    trainWindow(from, to, names, features, weights, squares, rate, decay);
    from = features.nextWindow(to);
  }
}

function take(features: Features): Int32Array {
  return features.slots.subarray(0, features.filled).map(rowOf);
}

function trainWindow(
  from: number,
  to: number,
  names: ReadonlyMap<number, { last: number; type: number }>,
  features: Features,
  weights: Float32Array,
  squares: Float32Array,
  rate: number,
  decay: number,
): void {
  const size = to - from;
  const T = TYPE_COUNT;
  const inside: Int32Array[] = [];
  const starting: (Int32Array | undefined)[] = [];
  const ending: (Int32Array | undefined)[] = [];
  for (let i = 0; i < size; i++) {
    features.inside(from + i);
    inside.push(take(features));
    if (features.canStart(from + i)) {
      features.starting(from + i);
      starting.push(take(features));
    } else starting.push(undefined);
    if (features.canEnd(from + i)) {
      features.ending(from + i);
      ending.push(take(features));
    } else ending.push(undefined);
  }
  const segments: Segment[] = [];
  const firstOf = new Int32Array(size + 1);
  for (let i = 0; i < size; i++) {
    firstOf[i] = segments.length;
    if (starting[i])
      features.segments(from + i, to, (last) =>
        segments.push({ from: i, last: last - from, features: take(features) }),
      );
  }
  firstOf[size] = segments.length;
  const dot = (list: Int32Array, t: number): number => {
    let sum = 0;
    for (const index of list) sum += weights[index * T + t] as number;
    return sum;
  };
  const prefix = new Float64Array((size + 1) * T);
  const startScore = new Float64Array(size * T);
  const endScore = new Float64Array(size * T);
  for (let i = 0; i < size; i++) {
    for (let t = 0; t < T; t++) {
      prefix[(i + 1) * T + t] = (prefix[i * T + t] as number) + dot(inside[i] as Int32Array, t);
      const start = starting[i];
      const end = ending[i];
      if (start) startScore[i * T + t] = dot(start, t);
      if (end) endScore[i * T + t] = dot(end, t);
    }
  }
  const scores = new Float64Array(segments.length * T);
  segments.forEach((segment, index) => {
    for (let t = 0; t < T; t++) {
      scores[index * T + t] =
        dot(segment.features, t) +
        (startScore[segment.from * T + t] as number) +
        (endScore[segment.last * T + t] as number) +
        (prefix[(segment.last + 1) * T + t] as number) -
        (prefix[segment.from * T + t] as number);
    }
  });
  const alpha = new Float64Array(size + 1).fill(-Infinity);
  alpha[0] = 0;
  const add = (a: number, b: number): number => {
    if (a === -Infinity) return b;
    if (b === -Infinity) return a;
    return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
  };
  for (let i = 0; i < size; i++) {
    if (i > 0) alpha[i] = add(alpha[i] as number, alpha[i - 1] as number);
    for (let s = firstOf[i] as number; s < (firstOf[i + 1] as number); s++) {
      const last = (segments[s] as Segment).last;
      for (let t = 0; t < T; t++)
        alpha[last + 1] = add(
          alpha[last + 1] as number,
          (alpha[i] as number) + (scores[s * T + t] as number),
        );
    }
  }
  alpha[size] = add(alpha[size] as number, alpha[size - 1] as number);
  const beta = new Float64Array(size + 1).fill(-Infinity);
  beta[size] = 0;
  for (let i = size - 1; i >= 0; i--) {
    let sum = beta[i + 1] as number;
    for (let s = firstOf[i] as number; s < (firstOf[i + 1] as number); s++) {
      const last = (segments[s] as Segment).last;
      for (let t = 0; t < T; t++) sum = add(sum, (beta[last + 1] as number) + (scores[s * T + t] as number));
    }
    beta[i] = sum;
  }
  const total = alpha[size] as number;
  const startGradient = new Float64Array(size * T);
  const endGradient = new Float64Array(size * T);
  const insideGradient = new Float64Array((size + 1) * T);
  const step = (list: Int32Array, t: number, gradient: number): void => {
    for (const index of list) {
      const at = index * T + t;
      const slope = gradient - decay * (weights[at] as number);
      squares[at] = (squares[at] as number) + slope * slope;
      weights[at] = (weights[at] as number) + (rate * slope) / Math.sqrt(squares[at] as number);
    }
  };
  segments.forEach((segment, index) => {
    const gold = names.get(from + segment.from);
    for (let t = 0; t < T; t++) {
      const probability = Math.exp(
        (alpha[segment.from] as number) +
          (scores[index * T + t] as number) +
          (beta[segment.last + 1] as number) -
          total,
      );
      const isGold = gold && gold.last === from + segment.last && gold.type === t ? 1 : 0;
      const gradient = isGold - probability;
      if (Math.abs(gradient) < 1e-4) continue;
      startGradient[segment.from * T + t] = (startGradient[segment.from * T + t] as number) + gradient;
      endGradient[segment.last * T + t] = (endGradient[segment.last * T + t] as number) + gradient;
      insideGradient[segment.from * T + t] = (insideGradient[segment.from * T + t] as number) + gradient;
      insideGradient[(segment.last + 1) * T + t] =
        (insideGradient[(segment.last + 1) * T + t] as number) - gradient;
      step(segment.features, t, gradient);
    }
  });
  for (let t = 0; t < T; t++) {
    let running = 0;
    for (let i = 0; i < size; i++) {
      running += insideGradient[i * T + t] as number;
      if (Math.abs(running) > 1e-4) step(inside[i] as Int32Array, t, running);
      const startSlope = startGradient[i * T + t] as number;
      const endSlope = endGradient[i * T + t] as number;
      const start = starting[i];
      const end = ending[i];
      if (start && Math.abs(startSlope) > 1e-4) step(start, t, startSlope);
      if (end && Math.abs(endSlope) > 1e-4) step(end, t, endSlope);
    }
  }
}
