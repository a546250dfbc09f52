import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesSince } from '../../../server/src/core/clearance/changes.ts';
import { fnv1a, normalised } from '../../../server/src/core/clearance/items.ts';
import { releaseStatusOf } from '../../../server/src/core/features/release-status.ts';
import {
  applyEdits,
  check,
  clearanceOf,
  Readout,
  recordClearanceEdits,
  recordedClearance,
  WHITE_HOUSE,
} from '../../../server/src/core/index.ts';

const WHO = { by: 'Ines Holm', day: '2023-11-17' };

function statement(
  body: string,
  title = 'Readout of President Noriega’s Call with Norland',
  extra = '',
): string {
  return `---\ndate: '2023-11-17'\ntitle: ${title}\n${extra}---\n\n${body}\n\n\\###\n`;
}

const BODY =
  'President Noriega spoke today with Prime Minister Adele Strand of Norland.\nThe fund will hold $12 million by March 3, 2024, and 40 percent of it goes to 250 schools.\n\n“We will keep our word to every child in both of our two countries,” said Prime Minister Strand.';

function cleared(text: string): string {
  const edits = recordClearanceEdits(Readout.parse(text), WHITE_HOUSE, WHO);
  if (!edits) throw new Error('not cleared');
  return applyEdits(text, edits).text;
}

const changesIn = (text: string) =>
  check({ readout: Readout.parse(text), path: undefined }, WHITE_HOUSE).filter(
    ({ code }) => code === 'release/changed-since-clearance',
  );

const changed = (from: string, to: string): string[] => {
  const text = cleared(statement(BODY));
  const at = text.lastIndexOf(from);
  const after = `${text.slice(0, at)}${to}${text.slice(at + from.length)}`;
  return changesIn(after).map(({ span, message }) => `${after.slice(span.start, span.end)}: ${message}`);
};

describe('recordClearanceEdits', () => {
  it('writes status and clearance and nothing else', () => {
    const text = statement(BODY);
    const after = cleared(text);
    const at = text.indexOf('---\n\nPresident');
    expect(after.startsWith(text.slice(0, at))).toBe(true);
    expect(after.endsWith(text.slice(at))).toBe(true);
    const record = after.slice(at, after.length - (text.length - at));
    expect(record).toMatch(/^status: cleared\nclearance:\n {2}by: Ines Holm\n {2}day: '2023-11-17'\n/);
    expect(record).toContain("  figures: ['$12 million', '40 percent', '250']\n");
  });

  it.each(['draft', '"draft"', "'released'", ''])('sets the status that is there: %s', (status) => {
    const after = cleared(statement(BODY, undefined, `status: ${status}\n# kept\n`));
    expect(after.match(/^status:/gm)).toHaveLength(1);
    expect(Readout.parse(after).frontmatter?.fields.find(({ key }) => key === 'status')?.value.text).toBe(
      'cleared',
    );
    expect(after).toContain('\n# kept\n');
  });

  it('keeps line breaks, and replaces an earlier clearance', () => {
    const once = cleared(statement(BODY).replaceAll('\n', '\r\n'));
    expect(once).not.toMatch(/[^\r]\n/);
    expect(cleared(once)).toBe(once);
  });

  it.each([
    ['no frontmatter', 'President Noriega spoke today.\n'],
    ['a frontmatter never closed', '---\ntitle: A\ndate: b\n'],
    ['broken YAML', '---\ntitle: "A\ndate: [\n---\n\nText.\n'],
  ])('refuses %s', (_, text) => {
    expect(recordClearanceEdits(Readout.parse(text), WHITE_HOUSE, WHO)).toBeUndefined();
  });

  it('what is recorded reads back as it was, and raises nothing, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ unit: 'binary', maxLength: 30 }),
            fc.constantFrom(
              '“We agree: yes,” ',
              '$5 million ',
              'Adele Strand ',
              '\n\n',
              "'",
              '"',
              '\\',
              '> ',
            ),
          ),
          { maxLength: 12 },
        ),
        fc.string({ maxLength: 20 }).filter((by) => by.trim() !== ''),
        (parts, by) => {
          const text = statement(parts.join(''));
          const readout = Readout.parse(text);
          const edits = recordClearanceEdits(readout, WHITE_HOUSE, { by: by.trim(), day: '2023-11-17' });
          if (!edits) throw new Error('not cleared');
          const after = Readout.parse(applyEdits(text, edits).text);
          expect(after.frontmatter && recordedClearance(after.frontmatter)?.clearance).toEqual({
            by: by.trim(),
            day: '2023-11-17',
            ...clearanceOf(readout, WHITE_HOUSE),
          });
          expect(changesSince(after, WHITE_HOUSE, clearanceOf(readout, WHITE_HOUSE))).toEqual({
            changed: [],
            removed: [],
          });
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('release/changed-since-clearance', () => {
  it('names what stood there', () => {
    expect(changed('$12 million', '$15 million')).toEqual([
      '$15 million: This figure was “$12 million” when the statement was cleared by Ines Holm on 2023-11-17. Have it cleared again, or change it back.',
    ]);
    expect(changed('March 3, 2024', 'March 4, 2024')).toHaveLength(1);
    expect(changed('Adele Strand', 'Adele Strang')).toHaveLength(1);
    expect(changed('every child', 'each child')[0]).toMatch(/^“We will .*This quotation was “We will keep/s);
  });

  it('reports a figure within a quotation once, as a figure', () => {
    const text = cleared(statement('“We will build 40 schools in both of our countries,” he said.'));
    const at = text.lastIndexOf('40 schools');
    const after = `${text.slice(0, at)}5${text.slice(at + 1)}`;
    expect(changesIn(after).map(({ span }) => after.slice(span.start, span.end))).toEqual(['50']);
  });

  it('reports what was added where it stands, what was removed at the record, and a change in the title', () => {
    expect(changed('250 schools', '250 schools and 30 roads')[0]).toMatch(/^30: .*was not in the statement/);
    expect(changed('40 percent', 'much')).toEqual([
      'clearance: Taken out since the statement was cleared by Ines Holm on 2023-11-17: the figure “40 percent”. Have it cleared again, or put it back.',
    ]);
    const title = cleared(statement(BODY, 'President Noriega Gives 40 Ships'));
    expect(changesIn(title.replace('Gives 40', 'Gives 50'))).toHaveLength(1);
  });

  it('tells which of two equal figures was changed', () => {
    const text = cleared(statement('They gave 10 ships.\n\nThey took 20 ships.\n\nThey kept 10 boats.'));
    const after = text.replace('gave 10', 'gave 20');
    const found = changesIn(after);
    expect(found.map(({ span }) => span.start)).toEqual([after.indexOf('20 ships')]);
  });

  it('does not mind a paragraph that was moved, wrapped or set in another kind of quotation mark', () => {
    const text = cleared(
      statement('They gave 10 ships.\n\nThey took 20 planes.\n\n“We all agree on this,” he said.'),
    );
    expect(
      changesIn(
        text.replace(
          'They gave 10 ships.\n\nThey took 20 planes.',
          'They took 20 planes.\n\nThey\ngave 10\nships.',
        ),
      ),
    ).toEqual([]);
    expect(changesIn(text.replace('“We all agree on this,”', '"We all agree\non this,"'))).toEqual([]);
  });

  const words = fc
    .array(fc.constantFrom('and', 'then', 'warmly', 'also', 'again', 'very', 'with', 'great', 'care'), {
      minLength: 1,
      maxLength: 6,
    })
    .map((list) => list.join(' '));
  const sentences = fc.array(
    fc.record({ words, figure: fc.integer({ min: 20, max: 99 }), again: fc.boolean() }),
    { minLength: 1, maxLength: 8 },
  );

  it('is silent about edits that touch no name, figure, date or quotation', () => {
    fc.assert(
      fc.property(sentences, fc.array(words, { minLength: 8, maxLength: 8 }), (list, others) => {
        const write = (which: (index: number) => string) =>
          list.map(({ figure }, i) => `They ${which(i)} built ${figure} ships for Norland.`).join('\n\n');
        const text = cleared(statement(write((i) => list[i]?.words ?? '')));
        const head = text.slice(0, text.indexOf('---\n\n'));
        expect(changesIn(`${head}---\n\n${write((i) => others[i] ?? '')}\n\n\\###\n`)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('raises exactly one finding for any one figure changed', () => {
    fc.assert(
      fc.property(sentences, fc.nat(), fc.integer({ min: 100, max: 999 }), (list, which, other) => {
        const chosen = which % list.length;
        const write = (figure: (index: number) => number) =>
          list.map(({ words: w }, i) => `They ${w} built ${figure(i)} ships for Norland.`).join('\n\n');
        const text = cleared(statement(write((i) => list[i]?.figure ?? 0)));
        const head = text.slice(0, text.indexOf('---\n\n'));
        const body = write((i) => (i === chosen ? other : (list[i]?.figure ?? 0)));
        const after = `${head}---\n\n${body}\n\n\\###\n`;
        expect(changesIn(after).map(({ span }) => after.slice(span.start, span.end))).toEqual([
          String(other),
        ]);
      }),
      { numRuns: 30 },
    );
  });

  it('does not fail on a record that somebody wrote by hand', () => {
    for (const value of ['yes', '[a]', '{}', '{names: 3, figures: [1, null, {a: b}]}', '{by: [x]}'])
      expect(() => changesIn(statement(BODY, undefined, `clearance: ${value}\n`))).not.toThrow();
    expect(
      check(
        { readout: Readout.parse(statement(BODY, undefined, 'clearance: {names: 3}\n')), path: undefined },
        WHITE_HOUSE,
      ).filter(({ code }) => code === 'readout/internal'),
    ).toEqual([]);
  });
});

describe('releaseStatusOf', () => {
  it('tells status, embargo, clearance and the number of changes', () => {
    const text = cleared(statement(BODY, undefined, 'embargo_until: 2023-11-17 18:00:00-05:00\n'));
    expect(releaseStatusOf(Readout.parse(text.replace('hold $12', 'hold $13')), WHITE_HOUSE)).toEqual({
      status: 'cleared',
      embargoUntil: Date.UTC(2023, 10, 17, 23),
      cleared: WHO,
      changes: 1,
    });
    expect(releaseStatusOf(Readout.parse(statement(BODY)), WHITE_HOUSE)).toEqual({
      status: null,
      embargoUntil: null,
      cleared: null,
      changes: 0,
    });
  });
});

describe('normalised and fnv1a', () => {
  it('are what the record in files was made with', () => {
    expect(normalised('**$12\n> million**')).toBe('$12 million');
    // The published test vector of FNV-1a 64 for the empty text; others are over bytes, ours over UTF-16.
    expect(fnv1a('')).toBe('cbf29ce484222325');
    expect(fnv1a('We will')).not.toBe(fnv1a('We may'));
    expect(fnv1a('We will')).toMatch(/^[0-9a-f]{16}$/);
  });
});
