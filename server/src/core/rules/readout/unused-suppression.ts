import type { Readout } from '../../document/readout.ts';
import { nearest } from '../../text/nearest.ts';
import type { Span } from '../../text/span.ts';
import {
  defineRule,
  type Fix,
  type JudgedSuppression,
  type Problem,
  replacement,
  type Suppression,
} from '../rule.ts';
import { remainingCodes, SUPPRESSION_VERBS } from '../suppression.ts';

/** A suppression that suppresses nothing, or that names what does not exist. */
export const unusedSuppression = defineRule({
  code: 'readout/unused-suppression',
  scope: 'suppression',
  severity: 'warning',
  title: 'A suppression silences nothing, or names a code that does not exist.',
  why: 'A comment that once silenced a known finding will silence the next, real one at the same place. What it no longer needs to say, it should not say.',
  bad: [
    {
      title: 'The mistake was mended, the comment was left.',
      body: '⟦<!-- readout-disable-next-line body/repeated-word -->⟧\nThe two leaders agreed to stay in touch.\n\n\\###\n',
      fixed: 'The two leaders agreed to stay in touch.\n\n\\###\n',
    },
    {
      title: 'A code with a slip in it.',
      body: 'The two leaders met in the the hall. <!-- readout-disable-line ⟦body/repeated-wrd⟧ -->\n\n\\###\n',
      fixed:
        'The two leaders met in the the hall. <!-- readout-disable-line body/repeated-word -->\n\n\\###\n',
    },
    {
      title: 'A word that is no suppression.',
      body: '<!-- readout-⟦disable-nextline⟧ body/repeated-word -->\nThe two leaders met in the the hall.\n\n\\###\n',
      fixed:
        '<!-- readout-disable-next-line body/repeated-word -->\nThe two leaders met in the the hall.\n\n\\###\n',
    },
  ],
  good: [
    {
      title: 'A suppression at work, with its reason.',
      body: '<!-- readout-disable-next-line body/repeated-word -- as delivered -->\nThe two leaders met in the the capital.\n\n\\###\n',
    },
  ],
  *check(judged, { readout }): Iterable<Problem> {
    for (const each of judged) yield* problemsOf(each, readout);
  },
});

function* problemsOf(judged: JudgedSuppression, readout: Readout): Iterable<Problem> {
  const { suppression } = judged;
  const verbs: readonly string[] = SUPPRESSION_VERBS;
  if (!verbs.includes(suppression.verb)) {
    const meant = nearest(suppression.verb, verbs);
    yield {
      span: suppression.verbSpan,
      message: `“readout-${suppression.verb}” is not a suppression, so this comment does nothing.${meant ? ` Did you mean “readout-${meant}”?` : ` Write ${verbs.map((verb) => `readout-${verb}`).join(', ')}.`}`,
      ...(meant && {
        fixes: (): readonly Fix[] => [
          replacement(`Change to “readout-${meant}”`, suppression.verbSpan, meant, false),
        ],
      }),
    };
    return;
  }
  for (const { code, span, meant } of judged.unknownCodes) {
    yield {
      span,
      message: `There is no rule “${code}”.${meant ? ` Did you mean “${meant}”?` : ''}`,
      ...(meant && {
        fixes: (): readonly Fix[] => [replacement(`Change to “${meant}”`, span, meant, false)],
      }),
    };
  }
  if (judged.useless) {
    yield {
      span: suppression.span,
      message:
        suppression.verb === 'enable'
          ? 'Nothing is disabled here that this comment could enable again. Remove it.'
          : `This comment silences nothing: ${reasonOf(judged)}. Remove it.`,
      fixes: () => [
        {
          title: 'Remove the comment',
          edits: [{ span: removalOf(suppression, readout), newText: '' }],
          safe: false,
        },
      ],
    };
    return;
  }
  for (const { code, span } of judged.uselessCodes) {
    yield {
      span,
      message: `Nothing is found here under “${code}”, so there is nothing to silence. Remove the code from the comment.`,
      fixes: () => {
        const { codes } = suppression;
        const first = codes[0];
        const last = codes[codes.length - 1];
        const rest = remainingCodes(codes, [{ code, span }]);
        return first && last && rest.length > 0
          ? [
              replacement(
                `Remove “${code}”`,
                { start: first.span.start, end: last.span.end },
                rest.join(', '),
                false,
              ),
            ]
          : [];
      },
    };
  }
}

function reasonOf({ suppression }: JudgedSuppression): string {
  const where =
    suppression.verb === 'disable-line'
      ? 'on this line'
      : suppression.verb === 'disable-next-line'
        ? 'on the next line'
        : 'from here on';
  const codes = suppression.codes.map(({ code }) => `“${code}”`).join(' or ');
  return codes ? `nothing is found ${where} under ${codes}` : `nothing is found ${where}`;
}

/** The comment, with the line it stands on if it stands there alone, else with the blanks in front of it. */
function removalOf({ span }: Suppression, readout: Readout): Span {
  const placed = readout.blockAt(span.start);
  const text = placed ? placed.block.text : readout.head;
  const base = placed?.start ?? 0;
  let start = span.start - base;
  let end = span.end - base;
  while (start > 0 && /[ \t]/.test(text[start - 1] as string)) start--;
  const aloneBefore = start === 0 || /[\r\n]/.test(text[start - 1] as string);
  while (end < text.length && /[ \t]/.test(text[end] as string)) end++;
  const aloneAfter = end === text.length || /[\r\n]/.test(text[end] as string);
  if (!aloneBefore) return { start: base + start, end: span.end };
  if (!aloneAfter) return { start: span.start, end: base + end };
  if (text[end] === '\r' && text[end + 1] === '\n') end += 2;
  else if (end < text.length) end += 1;
  return { start: base + start, end: base + end };
}
