import type { Settings } from '../../config/settings.ts';
import type { Frontmatter } from '../../document/frontmatter.ts';
import { writeScalar } from '../../document/scalar.ts';
import { knownKeys, meantKey, schemaOf } from '../fields.ts';
import { defineRule, type Fix, type Problem, type RuleContext } from '../rule.ts';
import { derivedValue } from './derived-value.ts';
import { breakOf, emptySpan } from './missing.ts';

/** A required key is absent. */
export const missingKey = defineRule({
  code: 'frontmatter/missing-key',
  scope: 'frontmatter',
  severity: 'error',
  title: 'A required key is missing from the frontmatter.',
  why: 'Indexes, feeds and the archive sort statements by these fields; one that lacks a field falls out of them without a word.',
  bad: [
    {
      title: 'No date; the time of publication tells it.',
      frontmatter: { date: null },
      opening: '⟦---⟧',
      fixed: { date: "'2023-11-17'" },
    },
    {
      title: 'No tag; the address tells it.',
      frontmatter: { tags: null },
      opening: '⟦---⟧',
      fixed: { tags: 'statements-releases' },
    },
  ],
  good: [
    { title: 'All required keys, and the optional one left out.', frontmatter: { modified_time: null } },
    { title: 'A mistyped key is reported once, as such.', frontmatter: {} },
  ],
  calibration: 'None in 10,067 documents of the archive.',
  *check(context): Iterable<Problem> {
    const { readout, settings } = context;
    const { frontmatter } = readout;
    if (!frontmatter) return;
    const present = new Set(frontmatter.keyLines.map(({ key }) => key));
    // What a mistyped key was meant to be is not missing.
    for (const { key } of [...frontmatter.keyLines, ...frontmatter.fields]) {
      if (knownKeys(settings).includes(key)) continue;
      const meant = meantKey(key, frontmatter, settings);
      if (meant) present.add(meant);
    }
    // A block that is nothing but a broken line has one finding, not one for each key.
    if (frontmatter.problems.some(({ code }) => code === 'NOT_A_MAPPING' || code === 'TOO_LONG')) return;
    const span = frontmatter.open ?? frontmatter.brokenOpen ?? emptySpan(frontmatter.content.start);
    for (const key of settings.frontmatter.required ?? []) {
      if (present.has(key)) continue;
      const what = schemaOf(settings, key)?.description;
      yield {
        span,
        message: `“${key}” is missing.${what ? ` ${what}` : ''}`,
        fixes: () => insertion(key, context, frontmatter),
      };
    }
  },
});

function insertion(key: string, context: RuleContext<unknown>, frontmatter: Frontmatter): Fix[] {
  const { readout, settings } = context;
  const value = derivedValue(key, context);
  const written = value ? writeScalar(value.text, value.style) : '';
  const lineBreak = breakOf(readout);
  const at = placeOf(key, frontmatter, settings);
  const startsLine = at === 0 || /[\r\n\ufeff]/.test(readout.head[at - 1] ?? '\n');
  const line = value ? `${key}: ${written}` : `${key}:`;
  return [
    {
      title: `Insert “${line}”`,
      edits: [{ span: emptySpan(at), newText: startsLine ? `${line}${lineBreak}` : `${lineBreak}${line}` }],
      safe: value?.certain === true && frontmatter.problems.length === 0,
    },
  ];
}

/** The orders in which the archive writes its keys: alphabetical, and the older one of its first year. */
const ORDERS: readonly (readonly string[])[] = [
  ['date', 'modified_time', 'published_time', 'source_url', 'tags', 'title'],
  ['tags', 'date', 'modified_time', 'source_url', 'published_time', 'title'],
];

/** Where a key belongs: behind the one before it in the order that this block keeps. */
function placeOf(key: string, frontmatter: Frontmatter, settings: Settings): number {
  const { fields, content } = frontmatter;
  const present = fields.map((field) => field.key);
  const order =
    [...ORDERS, knownKeys(settings)].find((each) => each.includes(key) && keeps(present, each)) ??
    knownKeys(settings);
  const index = order.indexOf(key);
  for (const before of order.slice(0, Math.max(index, 0)).reverse()) {
    const field = fields.find((each) => each.key === before);
    if (field) return field.lines.end;
  }
  return index >= 0 ? content.start : content.end;
}

function keeps(present: readonly string[], order: readonly string[]): boolean {
  const places = present.map((key) => order.indexOf(key)).filter((place) => place >= 0);
  return places.every((place, index) => index === 0 || place > (places[index - 1] as number));
}
