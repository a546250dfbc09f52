/**
 * Which mentions introduce a name: the first of a document in full. Kept up from version to version by the chunks that
 * went and those that came; what comes out depends on the text alone.
 */
import type { Settings } from '../config/settings.ts';
import { derive, latest } from '../document/derive.ts';
import { differences } from '../document/differences.ts';
import type { Lineage, Readout } from '../document/readout.ts';
import { type ChunkMentions, recognise } from '../entities/recognise.ts';
import type { Mention } from '../entities/types.ts';
import { identityKey, NAMED_TYPES } from './identities.ts';

/** Only the first mentions of a block are told of: one bit each in a number. */
const MOST_BITS = 31;

/** What a mention introduces, if it can: a person by the surname, and only if more than that is given. */
function introduces({ type, text }: Mention): string | undefined {
  if (!NAMED_TYPES.has(type)) return undefined;
  const key = identityKey(type, text);
  if (type !== 'PERSON') return key;
  const last = key.lastIndexOf(' ');
  return last > type.length ? `PERSON ${key.slice(last + 1)}` : undefined;
}

/** Where each name first stands in a chunk: the block's index there, and the mention's place in the block's list. */
const introductionsIn = derive(
  ({ blocks }: ChunkMentions): ReadonlyMap<string, { readonly block: number; readonly index: number }> => {
    const found = new Map<string, { block: number; index: number }>();
    blocks.forEach((mentions, block) => {
      for (let index = 0; index < mentions.length && index < MOST_BITS; index++) {
        const key = introduces(mentions[index] as Mention);
        if (key !== undefined && !found.has(key)) found.set(key, { block, index });
      }
    });
    return found;
  },
);

/** For each block of a chunk one bit for each mention that introduces a name. */
export type DefinitionBits = readonly number[];

const NONE: DefinitionBits = [];

class Definitions {
  #chunks: readonly ChunkMentions[] = [];
  /** The chunks in which a name is introduced, each by itself. */
  readonly #holders = new Map<string, ChunkMentions | Set<ChunkMentions>>();
  /** The first of them. */
  readonly #owners = new Map<string, ChunkMentions>();
  readonly #bits = new Map<ChunkMentions, DefinitionBits>();
  readonly #doubtful = new Set<ChunkMentions>();

  follow(chunks: readonly ChunkMentions[]): void {
    const { gone, come } = differences(this.#chunks, chunks);
    this.#chunks = chunks;
    if (gone.length === 0 && come.length === 0) return;
    const keys = new Set<string>();
    for (const chunk of gone) {
      for (const key of introductionsIn(chunk).keys()) {
        keys.add(key);
        this.#remove(key, chunk);
      }
    }
    for (const chunk of come) {
      this.#doubtful.add(chunk);
      for (const key of introductionsIn(chunk).keys()) {
        keys.add(key);
        this.#add(key, chunk);
      }
    }
    const order = new Map(chunks.map((chunk, index) => [chunk, index]));
    for (const key of keys) this.#settleOwner(key, order);
    for (const chunk of gone) if (!order.has(chunk)) this.#bits.delete(chunk);
    for (const chunk of this.#doubtful) if (order.has(chunk)) this.#bits.set(chunk, this.#bitsOf(chunk));
    this.#doubtful.clear();
  }

  #add(key: string, chunk: ChunkMentions): void {
    const known = this.#holders.get(key);
    if (!known) this.#holders.set(key, chunk);
    else if (known instanceof Set) known.add(chunk);
    else if (known !== chunk) this.#holders.set(key, new Set([known, chunk]));
  }

  #remove(key: string, chunk: ChunkMentions): void {
    const known = this.#holders.get(key);
    if (known === chunk) this.#holders.delete(key);
    else if (known instanceof Set) {
      known.delete(chunk);
      if (known.size === 0) this.#holders.delete(key);
    }
  }

  #settleOwner(key: string, order: ReadonlyMap<ChunkMentions, number>): void {
    const holders = this.#holders.get(key);
    let owner: ChunkMentions | undefined;
    if (holders instanceof Set) {
      let first = Number.POSITIVE_INFINITY;
      for (const chunk of holders) {
        const at = order.get(chunk) as number;
        if (at < first) {
          first = at;
          owner = chunk;
        }
      }
    } else owner = holders;
    const before = this.#owners.get(key);
    if (before === owner) return;
    if (before) this.#doubtful.add(before);
    if (owner) {
      this.#doubtful.add(owner);
      this.#owners.set(key, owner);
    } else this.#owners.delete(key);
  }

  /** The bits of a chunk: the object that is known if they are the same. */
  #bitsOf(chunk: ChunkMentions): DefinitionBits {
    let bits: number[] | undefined;
    for (const [key, { block, index }] of introductionsIn(chunk)) {
      if (this.#owners.get(key) !== chunk) continue;
      bits ??= new Array<number>(chunk.blocks.length).fill(0);
      bits[block] = (bits[block] as number) | (1 << index);
    }
    const known = this.#bits.get(chunk);
    if (!bits) return NONE;
    return known && known.length === bits.length && known.every((each, i) => each === bits[i]) ? known : bits;
  }

  bits(chunk: ChunkMentions): DefinitionBits {
    return this.#bits.get(chunk) ?? NONE;
  }
}

const kept = latest<Lineage, { readonly settings: Settings; readonly definitions: Definitions }>();

/** Which mentions of a document introduce a name: for each of its chunks, the same object as long as it says the same. */
export function definitionsOf(readout: Readout, settings: Settings): readonly DefinitionBits[] {
  const { chunks } = recognise(readout, settings);
  let known = kept.get(readout.lineage);
  if (known?.settings !== settings) {
    known = { settings, definitions: new Definitions() };
    kept.set(readout.lineage, known);
  }
  const { definitions } = known;
  definitions.follow(chunks);
  return chunks.map((chunk) => definitions.bits(chunk));
}
