import { fieldsByKey, isNothing } from '../../document/facts.ts';
import type { FrontmatterValue } from '../../document/frontmatter.ts';
import { writeScalar } from '../../document/scalar.ts';
import { formatOf, isWrongKind, schemaOf } from '../fields.ts';
import { defineRule, type Fix, type Problem } from '../rule.ts';

/** A value of the wrong kind. */
export const type = defineRule({
  code: 'frontmatter/type',
  scope: 'frontmatter',
  severity: 'error',
  title: 'A value is of the wrong kind.',
  why: 'A list where a text is expected, or a number where a headline is, breaks the page that shows it.',
  bad: [
    {
      title: 'A list of one title.',
      frontmatter: { title: '⟦[Readout of President Noriega’s Call with Norland]⟧' },
      fixed: { title: 'Readout of President Noriega’s Call with Norland' },
    },
    { title: 'A number for a headline.', frontmatter: { title: '⟦2023⟧' }, fixed: { title: "'2023'" } },
    { title: 'A mapping for a date.', frontmatter: { date: '⟦{ year: 2023, month: 11 }⟧' } },
    { title: 'A yes for a tag.', frontmatter: { tags: '⟦true⟧' }, fixed: { tags: "'true'" } },
  ],
  good: [
    { title: 'A date is a text, quoted or not.', frontmatter: { date: '2023-11-17' } },
    { title: 'Tags may be one or a list.', frontmatter: { tags: '[statements-releases]' } },
  ],
  calibration: 'None in 10,067 documents of the archive.',
  *check({ readout, settings }): Iterable<Problem> {
    const { frontmatter } = readout;
    if (!frontmatter) return;
    for (const field of fieldsByKey(frontmatter).values()) {
      const { key, value, broken } = field;
      const schema = schemaOf(settings, key);
      const wanted = typesOf(schema?.type);
      if (!schema || broken || isNothing(value) || wanted.length === 0) continue;
      const kinds = kindsOf(value);
      if (kinds.some((kind) => wanted.includes(kind))) {
        yield* itemProblems(key, value, schema['items']);
        continue;
      }
      // The digits of a date, run together: the rule on its form says more.
      const format = formatOf(schema);
      if (format && value.kind === 'scalar' && !isWrongKind(field, format)) continue;
      yield {
        // A list in lines of its own begins below; what is wrong is the field.
        span: value.style === 'block' ? field.keySpan : value.span,
        message: `“${key}” must be ${list(wanted)}, and this is ${NAMES[kinds[0] ?? 'object']}.`,
        fixes: () => fixesOf(value, wanted, readout.head.indexOf(':', field.keySpan.end) + 1),
      };
    }
  },
});

function* itemProblems(key: string, value: FrontmatterValue, items: unknown): Iterable<Problem> {
  if (value.kind !== 'sequence' || typeof items !== 'object' || items === null) return;
  const wanted = typesOf((items as { readonly type?: unknown }).type);
  if (wanted.length === 0) return;
  for (const item of value.items) {
    const kinds = kindsOf(item);
    if (kinds.some((kind) => wanted.includes(kind))) continue;
    yield {
      span: item.span,
      message: `An entry of “${key}” must be ${list(wanted)}, and this is ${NAMES[kinds[0] ?? 'object']}.`,
      fixes: () => fixesOf(item, wanted),
    };
  }
}

const NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'a yes or no (true, false)',
  null: 'nothing',
  array: 'a list',
  object: 'a mapping',
};

function list(types: readonly string[]): string {
  return types.map((each) => NAMES[each] ?? each).join(' or ');
}

function typesOf(type: unknown): readonly string[] {
  if (typeof type === 'string') return [type];
  return Array.isArray(type) ? type.filter((each): each is string => typeof each === 'string') : [];
}

/** JSON Schema's types of a value as written. */
function kindsOf(value: FrontmatterValue): readonly string[] {
  if (value.kind === 'sequence') return ['array'];
  if (value.kind === 'mapping' || value.kind === 'alias') return ['object'];
  if (value.kind === 'empty' || value.data === null) return ['null'];
  if (typeof value.data === 'boolean') return ['boolean'];
  if (typeof value.data === 'number' || typeof value.data === 'bigint')
    return Number.isInteger(Number(value.data)) ? ['integer', 'number'] : ['number'];
  return ['string'];
}

/** @param behindColon offset at which a list in lines of its own begins with its line break; undefined in a list. */
function fixesOf(value: FrontmatterValue, wanted: readonly string[], behindColon?: number): Fix[] {
  if (!wanted.includes('string')) return [];
  if (value.kind === 'scalar')
    return [
      {
        title: `Write it as a text, ${writeScalar(value.source, 'single')}`,
        edits: [{ span: value.span, newText: writeScalar(value.source, 'single') }],
        safe: false,
      },
    ];
  const only = value.kind === 'sequence' && value.items.length === 1 ? value.items[0] : undefined;
  if (only?.kind !== 'scalar' || /[\r\n]/.test(only.source) || typeof only.data !== 'string') return [];
  const isBlock = value.style === 'block';
  if (isBlock && behindColon === undefined) return [];
  const edit = isBlock
    ? { span: { start: behindColon ?? 0, end: only.span.end }, newText: ` ${only.source}` }
    : { span: value.span, newText: only.source };
  return [{ title: `Write ${only.source} without the list`, edits: [edit], safe: true }];
}
