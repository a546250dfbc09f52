/** Whom the statements of a workspace name, with the title that each bore last. */
import type { KnownPerson } from '../core/features/new-readout.ts';
import type { WorkspaceIndex } from './workspace-index.ts';

/** As many names of all kinds are looked through, the most frequent first. */
const MOST_NAMES = 2_000;

/** People named with first and last name; those who sat on the other side of the table first, then by frequency. */
export function knownPeople(index: WorkspaceIndex, most: number): readonly KnownPerson[] {
  const found: { person: KnownPerson; met: boolean }[] = [];
  const seen = new Set<string>();
  for (const { type, key, name } of index.namesMatching('', MOST_NAMES)) {
    // A last name alone does not tell whom it means.
    if (type !== 'PERSON' || !name.includes(' ') || seen.has(key)) continue;
    for (const same of index.keysLike(key)) seen.add(same);
    const title = index.occurrencesOf(key).findLast(({ entry }) => entry.office !== undefined)?.entry.office;
    const met = index.withCounterpart(key);
    const of = met
      .map((document) => sideOf(index.contentOf(document).counterparts, key))
      .findLast((side) => side !== undefined);
    found.push({
      person: { name, title, of: of === undefined ? undefined : nameOf(index, of) },
      met: met.length > 0,
    });
  }
  const people = [...found.filter(({ met }) => met), ...found.filter(({ met }) => !met)];
  return people.slice(0, most).map(({ person }) => person);
}

/** The key of the country or organisation that follows a person among a document's counterparts. */
function sideOf(counterparts: readonly string[], person: string): string | undefined {
  const next = counterparts[counterparts.indexOf(person) + 1];
  return next?.startsWith('PERSON ') ? undefined : next;
}

/** A country that we have in no list is kept among the counterparts as an organisation, and named as a place. */
function nameOf(index: WorkspaceIndex, key: string): string | undefined {
  return (index.latestOf(key) ?? index.latestOf(key.replace(/^ORG /, 'PLACE ')))?.entry.name;
}
