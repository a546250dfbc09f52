import { scalarField } from '../../document/facts.ts';
import { sourceSpanOrWhole } from '../../document/scalar.ts';
import { placeholdersIn } from '../body/placeholder.ts';
import { hideMarkup } from '../body/prose.ts';
import { defineRule, type Problem } from '../rule.ts';

/** What a template or a hurried hand left in the title. */
export const placeholder = defineRule({
  code: 'title/placeholder',
  scope: 'frontmatter',
  severity: 'error',
  title: 'The title still holds a placeholder.',
  why: 'The title is what feeds, searches and news tickers carry first; a slot of the template in it is read before anything else.',
  bad: [
    { title: 'A slot of the template.', frontmatter: { title: '"⟦[HEADLINE]⟧"' } },
    {
      title: 'A name still to come.',
      frontmatter: { title: 'Readout of President Noriega’s Call with ⟦TK⟧ of Norland' },
    },
  ],
  good: [
    { title: 'A title.', frontmatter: {} },
    {
      title: 'An editor’s brackets.',
      frontmatter: { title: "'President Noriega: “[We] Stand with Norland”'" },
    },
  ],
  calibration: 'None in the titles of the archive’s 10,067 documents.',
  *check({ readout }): Iterable<Problem> {
    const value = scalarField(readout.frontmatter, 'title')?.value;
    if (!value) return;
    for (const { start, end } of placeholdersIn(value.text, hideMarkup(value.text))) {
      yield {
        span: sourceSpanOrWhole(value, start, end),
        message: `“${value.text.slice(start, end).replace(/\s+/g, ' ')}” is a placeholder that was never filled in. Write what belongs here, or take it out.`,
      };
    }
  },
});
