import { describe, expect, it } from 'vitest';
import { definitionsOf } from '../../../server/src/core/features/definitions.ts';
import { identitiesOf } from '../../../server/src/core/features/identities.ts';
import { renamedForm } from '../../../server/src/core/features/rename.ts';
import { Readout, recognise, WHITE_HOUSE } from '../../../server/src/core/index.ts';

const identities = (text: string) =>
  identitiesOf(Readout.parse(text), WHITE_HOUSE).all.map(
    ({ name, mentions }) =>
      `${name}: ${mentions.map(({ mention }) => mention.text.replace(/\s+/g, ' ')).join(' | ')}`,
  );

describe('identities', () => {
  it('are one behind the forms of a person’s name', () => {
    expect(
      identities(
        'President Luis Noriega met Prime Minister Adele Strand.\n\nPrime Minister Strand thanked President Noriega. Adele Strand smiled.\n',
      ),
    ).toEqual(['Luis Noriega: Luis Noriega | Noriega', 'Adele Strand: Adele Strand | Strand | Adele Strand']);
  });

  it('are one behind the names of a country, and two behind two people of one surname', () => {
    const found = identities(
      'The United States thanked Canada. Canada thanked the U.S. today.\n\nPresident Luis Noriega met Minister Carla Noriega.\n',
    );
    expect(found).toContain('United States: United States | U.S.');
    expect(found.filter((each) => each.includes('Noriega'))).toHaveLength(2);
  });

  it('mark the first mention in full, once', () => {
    const readout = Readout.parse(
      'President Noriega spoke. President Luis Noriega met Prime Minister Adele Strand.\n\nPresident Luis Noriega left.\n',
    );
    const { blocks } = recognise(readout, WHITE_HOUSE);
    const bits = definitionsOf(readout, WHITE_HOUSE).flat();
    const marked = blocks.flatMap((mentions, block) =>
      mentions.filter((_, index) => ((bits[block] ?? 0) >> index) & 1).map(({ text }) => text),
    );
    expect(marked).toEqual(['Luis Noriega', 'Adele Strand']);
  });
});

describe('a renamed form', () => {
  it.each([
    ['Adele Strand', 'Adele Strand', 'Ottoline Vane', 'Ottoline Vane'],
    ['Strand', 'Adele Strand', 'Ottoline Vane', 'Vane'],
    ['Adele', 'Adele Strand', 'Ottoline Vane', 'Ottoline'],
    ['Adele Strand', 'Strand', 'Vane', 'Adele Vane'],
    ['Luis R. Noriega, Jr.', 'Noriega', 'Vane', 'Luis R. Vane, Jr.'],
    ['Luis R. Noriega, Jr.', 'Luis Noriega', 'Ole Vane', 'Ole Vane'],
    ['Ruiz Noriega', 'Luis Ruiz Noriega', 'Ole Bakke', 'Bakke'],
    ['SMO', 'Safe Movement Office', 'Safe Travel Office', undefined],
  ])('of %j, when %j becomes %j, is %j', (form, renamed, newName, expected) => {
    expect(renamedForm(form, renamed, newName)).toBe(expected);
  });
});
