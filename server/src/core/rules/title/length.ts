import { scalarField } from '../../document/facts.ts';
import { sourceSpanOrWhole } from '../../document/scalar.ts';
import { defineRule, type Problem } from '../rule.ts';

/** A title longer than the house allows. */
export const length = defineRule({
  code: 'title/length',
  scope: 'frontmatter',
  severity: 'information',
  title: 'The title is longer than the house allows.',
  why: 'Search engines and news tickers cut long headlines, often in front of the name that matters.',
  options: {
    longest: {
      default: 0,
      description: 'The most characters a title may have; 0 sets no limit.',
      schema: { type: 'integer', minimum: 0 },
    },
  },
  bad: [
    {
      title: 'A house that allows sixty characters.',
      frontmatter: {
        title: 'Readout of President Noriega’s Call with Prime Minister Adel⟦e Strand of Norland⟧',
      },
      settings: { rules: { 'title/length': { options: { longest: 60 } } } },
    },
  ],
  good: [
    { title: 'No limit is set.', frontmatter: {} },
    {
      title: 'Within the limit.',
      frontmatter: { title: 'Readout of President Noriega’s Call with Norland' },
      settings: { rules: { 'title/length': { options: { longest: 60 } } } },
    },
  ],
  calibration: 'Off until a length is set. The archive’s median title has 82 characters, its longest 332.',
  *check({ readout, options }): Iterable<Problem> {
    const longest = options['longest'];
    const field = scalarField(readout.frontmatter, 'title');
    if (!field || typeof longest !== 'number' || longest <= 0) return;
    const { value } = field;
    // Characters as people count them: a surrogate pair is one.
    let units = 0;
    let count = 0;
    for (const character of value.text) {
      if (count < longest) units += character.length;
      count++;
    }
    if (count <= longest) return;
    yield {
      span: sourceSpanOrWhole(value, units, value.text.length),
      message: `The title has ${count} characters; the house allows ${longest}.`,
    };
  },
});
