import { describe, expect, it } from 'vitest';
import { type KnownName, namesAt } from '../../../server/src/core/features/prose-completion.ts';
import { familyName } from '../../../server/src/core/features/short-name.ts';
import { Readout, WHITE_HOUSE } from '../../../server/src/core/index.ts';

const HEAD = '---\ndate: 2024-03-05\ntitle: A Statement\n---\n\n';

const person = (name: string, office: string | undefined, documents: number): KnownName => ({
  type: 'PERSON',
  key: `PERSON ${name.toLowerCase()}`,
  name,
  office,
  documents,
});

/** What is offered at the end of a text, and what accepting it writes. */
function offered(text: string, known: readonly KnownName[] = []): string[] {
  const readout = Readout.parse(HEAD + text);
  return namesAt(readout, WHITE_HOUSE, readout.length, () => known, true).map(
    ({ label, edit }) => `${label} → ${edit.newText}`,
  );
}

describe('names offered in prose', () => {
  it('a person of this document comes first, in the short form that it uses', () => {
    const text =
      'President Ana Ruiz Noriega met Prime Minister Adele Strand. President Ruiz Noriega smiled.\n\nThen ';
    expect(offered(`${text}Ru`)).toEqual(['Ana Ruiz Noriega → Ruiz Noriega']);
    expect(offered(`${text}S`, [person('Ole Strandberg', 'Foreign Minister', 3)])).toEqual([
      'Adele Strand → Strand',
      'Ole Strandberg → Foreign Minister Ole Strandberg',
    ]);
  });

  it('a person of the workspace comes with full name and office, and never by the family name alone', () => {
    const known = [
      person('Tolv', 'Chancellor', 9),
      person('Inga Tolv', 'Chancellor', 4),
      person('Tove Bakke', undefined, 2),
    ];
    expect(offered('She thanked T', known)).toEqual([
      'Inga Tolv → Chancellor Inga Tolv',
      'Tove Bakke → Tove Bakke',
    ]);
    expect(offered('She thanked Chancellor T', known)[0]).toBe('Inga Tolv → Inga Tolv');
  });
});

describe('the family name', () => {
  it.each([
    ['Adele Strand', 'Strand'],
    ['Luis R. Noriega, Jr.', 'Noriega'],
    ['Manuel Luis Prado Ruiz', 'Prado Ruiz'],
    ['Anna van der Berg', 'van der Berg'],
    ['Omar bin Hamdan', 'bin Hamdan'],
    ['Strand', 'Strand'],
  ])('of %s is %s', (name, family) => {
    expect(familyName(name)).toBe(family);
  });
});
