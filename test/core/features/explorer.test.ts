import { describe, expect, it } from 'vitest';
import { explorerOf } from '../../../server/src/core/features/explorer.ts';
import { Readout, WHITE_HOUSE } from '../../../server/src/core/index.ts';

const TEXT = `---
date: 2024-03-05
title: Readout of President Noriega’s Call with Prime Minister Adele Strand of Norland
---

President Luis Noriega spoke today with Prime Minister Adele Strand of Norland. They agreed on $5 million.

Prime Minister Strand thanked President Noriega for the $5 million.
`;

/** The items of a group, each with the texts of its mentions. */
function items(group: string): Record<string, string[]> {
  const found = explorerOf(Readout.parse(TEXT), WHITE_HOUSE).find(({ id }) => id === group);
  return Object.fromEntries(
    (found?.items ?? []).map(({ name, spans }) => [
      name,
      spans.map(({ start, end }) => TEXT.slice(start, end)),
    ]),
  );
}

describe('explorer', () => {
  it('lists a participant wherever the headline, the lead and the text name them', () => {
    expect(items('participants')).toEqual({
      'Luis Noriega': ['Noriega', 'Luis Noriega', 'Noriega'],
      'Adele Strand': ['Adele Strand', 'Adele Strand', 'Strand'],
    });
  });

  it('counts a figure by its value', () => {
    expect(items('figures')).toEqual({ '$5 million': ['$5 million', '$5 million'] });
  });

  it('leaves out groups that have nothing', () => {
    const groups = explorerOf(Readout.parse(TEXT), WHITE_HOUSE).map(({ id }) => id);
    expect(groups).not.toContain('events');
    expect(explorerOf(Readout.parse('Nothing.\n'), WHITE_HOUSE)).toEqual([]);
  });
});
