import { changesSince } from '../../clearance/changes.ts';
import { recordedClearance } from '../../clearance/clearance.ts';
import type { ClearedKind } from '../../clearance/items.ts';
import { quoted } from '../fields.ts';
import { defineRule, type ExampleFields, type Problem } from '../rule.ts';

const CLEARED: ExampleFields = {
  status: 'cleared',
  clearance:
    "{by: Ines Holm, day: '2023-11-17', names: [Noriega, Adele Strand, Norland, Noriega, Adele Strand, Norland], dates: [today], figures: [$12 million]}",
};

const BODY =
  'President Noriega spoke today with Prime Minister Adele Strand of Norland.\nThe fund will hold $12 million.\n\n\\###\n';

const NAMES: Readonly<Record<ClearedKind, string>> = {
  names: 'name',
  figures: 'figure',
  dates: 'date',
  quotations: 'quotation',
};

/** Most removed items that a message lists. */
const MOST_LISTED = 20;

/** A name, figure, date or quotation is not as it was cleared. */
export const changedSinceClearance = defineRule({
  code: 'release/changed-since-clearance',
  scope: 'document',
  severity: 'warning',
  title: 'A name, figure, date or quotation has changed since the statement was cleared.',
  why: 'Whoever cleared the statement answers for what it said then; a figure changed afterwards goes out in his name without his having seen it.',
  bad: [
    {
      title: 'The amount is another one.',
      frontmatter: CLEARED,
      body: BODY.replace('$12 million', '⟦$15 million⟧'),
    },
    {
      title: 'The amount was taken out.',
      frontmatter: { status: 'cleared', '⟦clearance⟧': CLEARED['clearance'] ?? '' },
      body: BODY.replace('$12 million', 'more'),
    },
  ],
  good: [
    { title: 'As it was cleared.', frontmatter: CLEARED, body: BODY },
    {
      title: 'Other words around the same facts.',
      frontmatter: CLEARED,
      body: BODY.replace('will hold', 'is going to hold'),
    },
    { title: 'Never cleared.', frontmatter: {} },
  ],
  calibration: 'No document of the archive carries a clearance.',
  *check({ readout, settings }): Iterable<Problem> {
    const recorded = readout.frontmatter && recordedClearance(readout.frontmatter);
    if (!recorded) return;
    const { clearance, field } = recorded;
    const cleared = `cleared${clearance.by ? ` by ${clearance.by}` : ''}${clearance.day ? ` on ${clearance.day}` : ''}`;
    const { changed, removed } = changesSince(readout, settings, clearance);
    for (const { kind, item, was } of changed) {
      yield {
        span: item.span,
        message:
          was === undefined
            ? `This ${NAMES[kind]} was not in the statement that was ${cleared}. Have it cleared again, or take it out.`
            : `This ${NAMES[kind]} was ${quoted(was, 100)} when the statement was ${cleared}. Have it cleared again, or change it back.`,
      };
    }
    if (removed.length === 0) return;
    const listed = removed
      .slice(0, MOST_LISTED)
      .map(({ kind, text }) => `the ${NAMES[kind]} ${quoted(text, 100)}`);
    const more = removed.length > MOST_LISTED ? ` and ${removed.length - MOST_LISTED} more` : '';
    yield {
      span: field.keySpan,
      message: `Taken out since the statement was ${cleared}: ${listed.join(', ')}${more}. Have it cleared again, or put it back.`,
    };
  },
});
