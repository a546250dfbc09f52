import { describe, expect, it } from 'vitest';
import { Readout, WHITE_HOUSE } from '../../server/src/core/index.ts';
import { knownPeople } from '../../server/src/workspace/known-people.ts';
import { bearerOf, type FullName, personsOf } from '../../server/src/workspace/people.ts';
import { summarise } from '../../server/src/workspace/summary.ts';
import { type IndexedDocument, WorkspaceIndex } from '../../server/src/workspace/workspace-index.ts';
import { statement } from './texts.ts';

function indexOf(...bodies: readonly string[]): WorkspaceIndex {
  const index = new WorkspaceIndex();
  bodies.forEach((body, i) => {
    const readout = Readout.parse(statement(`Statement ${i}`, `${i}`, body));
    index.set(
      `${i}`,
      { uri: `file:///${i}.md`, path: `/${i}.md`, fingerprint: undefined },
      summarise(readout, WHITE_HOUSE),
    );
  });
  return index;
}

const where = (index: WorkspaceIndex, key: string, office?: string) =>
  index.occurrencesOf(key, office).map(({ document }) => document.path);

const full = (bare: string, ...offices: readonly string[]): FullName => ({ bare, offices: new Set(offices) });
const grouped = (...names: readonly FullName[]) => personsOf(names).map((person) => person.names);

describe('one person behind several names', () => {
  it('is seen where a given name is shortened and an office shared', () => {
    expect(grouped(full('joseph strand', 'president'), full('joe strand', 'president'))).toEqual([
      ['joe strand', 'joseph strand'],
    ]);
    expect(grouped(full('antony osk', 'secretary'), full('anthony osk', 'secretary'))).toHaveLength(1);
    expect(grouped(full('luis prado noriega', 'president'), full('prado noriega', 'president'))).toHaveLength(
      1,
    );
  });

  it('is not taken for another', () => {
    expect(grouped(full('joseph strand', 'president'), full('joe strand', 'mayor'))).toHaveLength(2);
    expect(grouped(full('joseph strand'), full('joe strand'))).toHaveLength(2);
    expect(grouped(full('karl strand', 'president'), full('joe strand', 'president'))).toHaveLength(2);
    expect(grouped(full('mary jane osk', 'senator'), full('jane osk', 'senator'))).toHaveLength(2);
    // Steve may be Stephen or Steven: who is meant nobody can tell.
    expect(
      grouped(full('steve osk', 'mayor'), full('stephen osk', 'mayor'), full('steven osk', 'mayor')),
    ).toHaveLength(3);
  });

  it('is meant by a surname with an office that nobody else of that surname bore', () => {
    const strand = personsOf([full('adele strand', 'prime minister'), full('karl strand', 'minister')]);
    expect(bearerOf('strand', 'prime minister', strand)?.names).toEqual(['adele strand']);
    expect(bearerOf('strand', 'ambassador', strand)).toBeUndefined();
    const two = personsOf([full('adele strand', 'minister'), full('karl strand', 'minister')]);
    expect(bearerOf('strand', 'minister', two)).toBeUndefined();
    // Behind “King” stands a given name.
    expect(bearerOf('halvard', 'king', personsOf([full('osk halvard', 'king')]))).toBeUndefined();
  });
});

describe('the index', () => {
  const index = indexOf(
    'President Joseph R. Strand, Jr. spoke in Norhaven.',
    'President Strand thanked the farmers.',
    'President Joe Strand met the press.',
    'Mayor Karl Strand opened the bridge.',
    'Mr. Strand was mentioned by the press.',
    'Mayor Strand opened the school.',
    'Ambassador Strand arrived.',
  );

  it('finds a person under all names that are certain', () => {
    const everywhere = ['/0.md', '/1.md', '/2.md'];
    expect(where(index, 'PERSON joseph strand')).toEqual(everywhere);
    expect(where(index, 'PERSON joe strand')).toEqual(everywhere);
    expect(where(index, 'PERSON strand', 'President')).toEqual(everywhere);
    expect(where(index, 'PERSON karl strand')).toEqual(['/3.md', '/5.md']);
    expect(where(index, 'PERSON strand', 'Mayor')).toEqual(['/3.md', '/5.md']);
  });

  it('leaves a surname alone that does not say whom it means', () => {
    const lone = ['/1.md', '/4.md', '/5.md', '/6.md'];
    expect(where(index, 'PERSON strand')).toEqual(lone);
    expect(where(index, 'PERSON strand', 'Ambassador')).toEqual(lone);
  });

  it('changes its mind when a second bearer of name and office appears', () => {
    const growing = indexOf('Senator Ida Holm spoke.', 'Senator Holm spoke again.');
    expect(where(growing, 'PERSON ida holm')).toEqual(['/0.md', '/1.md']);
    const other = Readout.parse(statement('Other', 'o', 'Senator Nils Holm spoke.'));
    const origin = { uri: 'file:///2.md', path: '/2.md', fingerprint: undefined };
    growing.set('2', origin, summarise(other, WHITE_HOUSE));
    expect(where(growing, 'PERSON ida holm')).toEqual(['/0.md']);
    growing.delete('2');
    expect(where(growing, 'PERSON ida holm')).toEqual(['/0.md', '/1.md']);
  });

  it('offers a person once', () => {
    const names = knownPeople(index, 50).map(({ name }) => name);
    expect(names.filter((name) => /Jo(?:e|seph)/.test(name))).toHaveLength(1);
    expect(names.filter((name) => name.includes('Karl'))).toHaveLength(1);
  });

  it('knows what an acronym stands for in documents that do not say so', () => {
    const pact = indexOf(
      'The North Sea Fisheries Council (NSFC) met in Norhaven.',
      'President Noriega wrote to the NSFC.',
    );
    const key = pact
      .contentOf(pact.get('0') as IndexedDocument)
      .names.find(({ name }) => name.includes('Fisheries'))?.key;
    expect(key).toBeDefined();
    expect(where(pact, key ?? '')).toEqual(['/0.md', '/1.md']);
    expect(where(pact, 'ORG nsfc')).toEqual(['/0.md', '/1.md']);
  });

  it('knows a name with an acronym for its first words', () => {
    const named = indexOf(
      'They praised the Norland Safety Office Initiative. The NSO Initiative began in May.',
      'President Noriega praised the NSO Initiative.',
      'President Noriega praised the Norland Safety Office Initiative.',
    );
    const names = named
      .contentOf(named.get('0') as IndexedDocument)
      .names.filter(({ name }) => name.endsWith('Initiative'));
    expect(names.map(({ name }) => name)).toEqual(['Norland Safety Office Initiative', 'NSO Initiative']);
    for (const { key } of names)
      expect(new Set(where(named, key))).toEqual(new Set(['/0.md', '/1.md', '/2.md']));
  });
});
