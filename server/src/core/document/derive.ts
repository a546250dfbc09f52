/**
 * Caching without invalidation: a derived fact hangs on the immutable value it was derived from and dies with it.
 * The only module of the core, beside the rule engine, that may keep results.
 */

/**
 * A value that carries the facts derived from it. Documents have tens of thousands of blocks and a dozen facts for
 * each: a place on the block itself costs a tenth of what an entry in a `WeakMap` does, in memory and in time.
 */
export abstract class Derivable {
  readonly #facts: unknown[] = [];

  /** The facts kept on an object, by slot. For this module alone. */
  static factsOf(source: Derivable): unknown[] {
    return source.#facts;
  }
}

const { factsOf } = Derivable;

/** Stands for a fact that is `undefined`. */
const ABSENT = Symbol('undefined');

let slots = 0;

/** Memoises a pure function of an object (a Block, a Frontmatter, a Readout, a Settings) on that object. */
export function derive<Source extends object, Fact>(
  compute: (source: Source) => Fact,
): (source: Source) => Fact {
  /** Taken when first needed, so that only what is derived from blocks makes their lists longer. */
  let slot = -1;
  const others = new WeakMap<Source, { readonly fact: Fact }>();
  return (source) => {
    if (source instanceof Derivable) {
      if (slot < 0) slot = slots++;
      const facts = factsOf(source);
      const known = facts[slot];
      if (known !== undefined) return (known === ABSENT ? undefined : known) as Fact;
      const fact = compute(source);
      facts[slot] = fact === undefined ? ABSENT : fact;
      return fact;
    }
    let entry = others.get(source);
    if (!entry) {
      entry = { fact: compute(source) };
      others.set(source, entry);
    }
    return entry.fact;
  };
}

/** A place for the latest of the facts that depend on more than the object they hang on. */
export interface Latest<Source extends Derivable, Fact> {
  readonly get: (source: Source) => Fact | undefined;
  readonly set: (source: Source, fact: Fact) => void;
}

/** Keeps one fact on an object. Whether it still holds, the fact itself must tell: it names what else it came from. */
export function latest<Source extends Derivable, Fact extends object>(): Latest<Source, Fact> {
  const slot = slots++;
  return {
    get: (source) => factsOf(source)[slot] as Fact | undefined,
    set: (source, fact) => {
      factsOf(source)[slot] = fact;
    },
  };
}
