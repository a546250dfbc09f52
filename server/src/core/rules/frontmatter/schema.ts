import { fieldsByKey, isNothing } from '../../document/facts.ts';
import { rewrite } from '../../document/scalar.ts';
import { nearest } from '../../text/nearest.ts';
import { formatOf, schemaOf } from '../fields.ts';
import { defineRule, type Problem, type RuleContext } from '../rule.ts';
import { type Instance, instanceOf, type Violation, validate } from './json-schema.ts';

/** Any other violation of the workspace's own schema. */
export const schema = defineRule({
  code: 'frontmatter/schema',
  scope: 'frontmatter',
  severity: 'error',
  title: 'The frontmatter does not obey the house’s own schema.',
  why: 'The schema says what the house’s systems accept: a value outside it is rejected when it is too late to ask.',
  bad: [
    {
      title: 'A status that the house does not know.',
      frontmatter: { status: '⟦drfat⟧' },
      settings: {
        frontmatter: {
          required: ['title'],
          properties: {
            title: { type: 'string' },
            status: { type: 'string', enum: ['draft', 'cleared', 'published'] },
          },
        },
      },
      fixed: { status: 'draft' },
    },
    {
      title: 'A number outside its range.',
      frontmatter: { release: '⟦0⟧' },
      settings: { frontmatter: { properties: { release: { type: 'integer', minimum: 1 } } } },
    },
    {
      title: 'A reference of another form.',
      frontmatter: { reference: '⟦23/17⟧' },
      settings: {
        frontmatter: { properties: { reference: { type: 'string', pattern: '^PR-\\d{4}-\\d{3}$' } } },
      },
    },
    {
      title: 'What is under embargo must say until when.',
      frontmatter: { status: 'embargoed' },
      opening: '⟦---⟧',
      settings: {
        frontmatter: {
          properties: { status: { type: 'string' } },
          if: { properties: { status: { const: 'embargoed' } }, required: ['status'] },
          // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
          then: { required: ['embargo_until'] },
        },
      },
    },
  ],
  good: [
    { title: 'The built-in schema.', frontmatter: {} },
    {
      title: 'A value of the list.',
      frontmatter: { status: 'cleared' },
      settings: {
        frontmatter: { properties: { status: { type: 'string', enum: ['draft', 'cleared', 'published'] } } },
      },
    },
  ],
  calibration: 'None in 10,067 documents of the archive, with the built-in schema.',
  *check(context): Iterable<Problem> {
    const { readout, settings } = context;
    const { frontmatter } = readout;
    if (
      !frontmatter ||
      frontmatter.problems.some(({ code }) => code === 'TOO_LONG' || code === 'NOT_A_MAPPING')
    )
      return;
    const fields = fieldsByKey(frontmatter);
    const members = new Map<string, Instance>();
    for (const [key, field] of fields) members.set(key, instanceOf(field.value));
    const root: Instance = {
      data: {},
      span: frontmatter.open ?? frontmatter.brokenOpen ?? { start: 0, end: 0 },
      text: undefined,
      items: [],
      members,
    };
    const seen = new Set<string>();
    for (const violation of validate(root, settings.frontmatter)) {
      const key = violation.path[0];
      const field = typeof key === 'string' ? fields.get(key) : undefined;
      if (isJudgedElsewhere(violation, context) || (field && (field.broken || isNothing(field.value))))
        continue;
      const id = `${violation.span.start}:${violation.message}`;
      if (seen.has(id)) continue;
      seen.add(id);
      const written = violation.path.length === 1 ? field?.value : undefined;
      const meant = written && (nearest(written.text, violation.allowed) ?? onlyOne(violation.allowed));
      yield {
        span: violation.span,
        message: meant ? `${violation.message} Did you mean “${meant}”?` : violation.message,
        ...(written &&
          meant !== undefined && {
            fixes: () => [
              { title: `Change to “${meant}”`, edits: [rewrite(written, meant, written.style)], safe: false },
            ],
          }),
      };
    }
  },
});

function onlyOne(values: readonly string[]): string | undefined {
  return values.length === 1 ? values[0] : undefined;
}

/** What rules of their own say better. */
function isJudgedElsewhere(
  { keyword, path, isDirect }: Violation,
  { settings, readout }: RuleContext<unknown>,
): boolean {
  const [key] = path;
  if (!isDirect) {
    // A key that is broken or mistyped is there all the same.
    return keyword === 'required' && readout.frontmatter?.problems.length !== 0;
  }
  if (path.length === 0) return keyword === 'required' || keyword === 'type';
  if (keyword === 'additionalProperties') return path.length === 1;
  if (keyword === 'type') return true;
  if (keyword === 'format')
    return path.length === 1 && formatOf(schemaOf(settings, String(key))) !== undefined;
  return keyword === 'uniqueItems' && key === 'tags';
}
