import { fieldsByKey, isNothing } from '../../document/facts.ts';
import { rewrite } from '../../document/scalar.ts';
import { schemaOf } from '../fields.ts';
import { defineRule, type Problem } from '../rule.ts';
import { derivedValue } from './derived-value.ts';

/** A key with nothing behind it. */
export const emptyValue = defineRule({
  code: 'frontmatter/empty-value',
  scope: 'frontmatter',
  severity: 'error',
  title: 'A key has no value.',
  why: 'An empty field looks filled to a hurried eye and is empty to every machine: the statement is published without it.',
  bad: [
    {
      title: 'Nothing behind the colon.',
      frontmatter: { '⟦tags⟧': '' },
      fixed: { tags: 'statements-releases' },
    },
    {
      title: 'Blanks in quotes.',
      frontmatter: { title: "⟦'  '⟧" },
      fixed: { title: "'Readout of President Noriegas Call with Prime Minister Adele Strand of Norland'" },
    },
    { title: 'YAML’s word for nothing.', frontmatter: { date: '⟦null⟧' }, fixed: { date: "'2023-11-17'" } },
  ],
  good: [
    { title: 'Every key with its value.', frontmatter: {} },
    {
      title: 'The word “null” as a text.',
      frontmatter: { title: "'Null: A Readout of President Noriega’s Call with Norland'" },
    },
  ],
  calibration: 'None in 10,067 documents of the archive.',
  *check(context): Iterable<Problem> {
    const { readout, settings } = context;
    const { frontmatter } = readout;
    if (!frontmatter) return;
    for (const field of fieldsByKey(frontmatter).values()) {
      if (field.broken || !isNothing(field.value) || !schemaOf(settings, field.key)) continue;
      const isRequired = settings.frontmatter.required?.includes(field.key) ?? false;
      yield {
        span: field.value.kind === 'empty' ? field.keySpan : field.value.span,
        message: `“${field.key}” has no value. ${isRequired ? 'Fill it in.' : 'Fill it in, or remove the line.'}`,
        fixes: () => {
          const value = derivedValue(field.key, context);
          if (value)
            return [
              {
                title: `Fill in “${value.text}”`,
                edits: [rewrite(field.value, value.text, styleOf(field.value.style, value.style))],
                safe: value.certain,
              },
            ];
          return isRequired
            ? []
            : [{ title: `Remove “${field.key}”`, edits: [{ span: field.lines, newText: '' }], safe: false }];
        },
      };
    }
  },
});

/** The quotes that are there stay. */
function styleOf<Style extends string>(written: Style, usual: Style): Style {
  return written === 'single' || written === 'double' ? written : usual;
}
