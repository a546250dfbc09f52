import { describe, expect, it } from 'vitest';
import { foldsOf } from '../../../server/src/core/features/folding.ts';
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

describe('the outline of a very long document', () => {
  const passages = (count: number) =>
    Array.from(
      { length: count },
      (_, i) => `Norland opened harbour number ${i} with “${'words '.repeat(9)}” today.`,
    );
  const TEXT = `${HEAD}President Adele Strand met partners.\n\n${passages(10).join('\n\n')}\n\n# Trade\n\n${passages(5).join('\n\n')}\n\n\\###\n`;
  const outline = (most?: number) => outlineOf(Readout.parse(TEXT), WHITE_HOUSE, undefined, undefined, most);
  const all = (items: readonly OutlineItem[]): OutlineItem[] =>
    items.flatMap((item) => [item, ...all(item.children)]);

  it('is left as it is up to the bound', () => {
    expect(outline(16)).toEqual(outline());
    expect(all(outline()).filter(({ kind }) => kind === 'quotation')).toHaveLength(15);
  });

  it('has neighbouring passages share entries beyond it, never across a heading, and nothing below them', () => {
    const items = all(outline(4));
    const shared = items.filter(({ kind }) => kind === 'passage');
    expect(shared.map(({ detail }) => /\(and (\d+) more\)$/.exec(detail)?.[1])).toEqual([
      '3',
      '3',
      '1',
      '3',
      undefined,
    ]);
    expect(items.filter(({ kind }) => kind === 'lead')).toHaveLength(1);
    expect(items.some(({ kind }) => kind === 'quotation')).toBe(false);
    const heading = TEXT.indexOf('# Trade');
    for (const { span } of shared) expect(span.start > heading).toBe(span.end > heading);
    // The shared entries cover what they stand for: every passage lies within one.
    for (const match of TEXT.matchAll(/Norland opened/g))
      expect(shared.some(({ span }) => span.start <= match.index && match.index < span.end)).toBe(true);
  });

  it('folds sections, but no passages by themselves', () => {
    const text = TEXT.replaceAll(' with ', '\nwith ');
    const kinds = (most?: number) => foldsOf(Readout.parse(text), most).map(({ kind }) => kind);
    expect(kinds(16).filter((kind) => kind === 'passage').length).toBeGreaterThan(10);
    expect(kinds(16)).toEqual(kinds());
    expect(kinds(15)).toEqual(['frontmatter', 'section']);
  });

  it('stays within the bound without a lead', () => {
    const list = Readout.parse(
      `${HEAD}${passages(40)
        .map((each) => `- ${each}`)
        .join('\n')}\n`,
    );
    expect(outlineOf(list, WHITE_HOUSE, undefined, undefined, 10).length).toBeLessThanOrEqual(11);
  });
});
