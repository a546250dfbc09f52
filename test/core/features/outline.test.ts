import { describe, expect, it } from 'vitest';
import { type OutlineItem, outlineOf } from '../../../server/src/core/features/outline.ts';
import { Readout, WHITE_HOUSE } from '../../../server/src/core/index.ts';

const HEAD = '---\ndate: 2024-03-05\ntitle: Fact Sheet on Norland\n---\n\n';
const SHEET = `${HEAD}President Adele Strand met today with partners of Norland.

# Energy in Norland

Norland will build twelve wind parks by 2030.

## Offshore

The wind parks at Port Amsel come first.

**Trade:**

Sudavia will buy grain from Norland.

Underlined
----------

The treaty of Port Amsel stays in force.

\\###
`;

const names = (items: readonly OutlineItem[]): unknown[] =>
  items
    .filter(({ kind }) => kind !== 'frontmatter')
    .map(({ kind, name, children }) =>
      children.length > 0 ? [kind === 'heading' ? `# ${name}` : kind, names(children)] : kind,
    );
const outline = (headings?: 'all' | 'own') =>
  names(outlineOf(Readout.parse(SHEET), WHITE_HOUSE, new Set(), headings));

describe('the outline of a document with headings', () => {
  it('nests passages under them', () => {
    expect(outline()).toEqual([
      'lead',
      [
        '# Energy in Norland',
        ['passage', ['# Offshore', ['passage', ['# Trade:', ['passage']]]], ['# Underlined', ['passage']]],
      ],
      'endMark',
    ]);
  });

  it('leaves Markdown’s own headings to an editor that lists them itself', () => {
    expect(outline('own')).toEqual([
      'lead',
      'passage',
      'passage',
      ['# Trade:', ['passage']],
      'passage',
      'endMark',
    ]);
  });
});
