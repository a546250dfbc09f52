/**
 * Caching without invalidation: a derived fact hangs on the immutable value it was derived from and dies with it.
 * The only module of the core, beside the rule engine, that may keep results.
 */

/** Memoises a pure function of an object (a Block, a Frontmatter, a Readout, a Settings) on that object. */
export function derive<Source extends object, Fact>(
  compute: (source: Source) => Fact,
): (source: Source) => Fact {
  const facts = new WeakMap<Source, { readonly fact: Fact }>();
  return (source) => {
    let entry = facts.get(source);
    if (!entry) {
      entry = { fact: compute(source) };
      facts.set(source, entry);
    }
    return entry.fact;
  };
}
