import type { Block } from '../../document/block.ts';
import { gather } from '../../document/chunk.ts';
import { derive } from '../../document/derive.ts';
import { proseOf } from '../body/prose.ts';
import { defineRule, type Problem } from '../rule.ts';

/** Known to every reader of a newspaper. */
const COMMON =
  'US USA UK EU UN UAE NATO G7 G8 G20 ASEAN OPEC COVID HIV AIDS TV CEO CEOS FBI CIA NASA GDP AM PM EST EDT CST CDT MST MDT PST PDT UTC GMT DC ID IT AI LGBTQ LGBTQI OK PDF URL FAQ NGO NGOS PhD MD BC AD SOS VIP Q AND THE OF FOR'.split(
    ' ',
  );
const ACRONYM = /(?<![\p{L}\p{N}@#/.-])(\p{Lu}[\p{Lu}\p{N}&]{1,7})(s?)(?![\p{L}\p{N}@/]|-\p{L}|\.\p{L})/gu;
const ROMAN = /^[IVXLCDM]+$/;

interface Use {
  readonly acronym: string;
  readonly start: number;
  /** Whether this is the place where it is spelt out. */
  readonly defines: boolean;
}

const usesInBlock = derive((block: Block): readonly Use[] | undefined => {
  if (
    block.kind === 'code' ||
    block.kind === 'heading' ||
    block.kind === 'boldHeading' ||
    block.kind === 'endMark'
  )
    return undefined;
  const prose = proseOf(block);
  const found: Use[] = [];
  for (const match of prose.matchAll(ACRONYM)) {
    const acronym = match[1] as string;
    if (!/\p{Lu}.*\p{Lu}/u.test(acronym) || ROMAN.test(acronym)) continue;
    const before = prose.slice(Math.max(0, match.index - 120), match.index);
    const after = prose.slice(match.index + match[0].length, match.index + match[0].length + 120);
    // A speaker's label, a signature, a headline in capitals.
    if (/\p{Lu}{3,}[\s\0]+$/u.test(before) || /^[\s\0]+\p{Lu}{3,}/u.test(after) || /^:/.test(after)) continue;
    const inBrackets = /\([\s\0“"]*(?:the[\s\0]+)?[“"]?$/i.test(before) && /^[\s\0]*[”"]?[),;]/.test(after);
    const spelt = /^[\s\0]*\((?:the[\s\0]+)?\p{Lu}?\p{L}+[\s\0]+\p{L}+/u.test(after);
    found.push({ acronym, start: match.index, defines: inBrackets || spelt });
  }
  return found.length > 0 ? found : undefined;
});
const usesIn = gather(usesInBlock);

/** An acronym before it is spelt out. */
export const undefinedAcronym = defineRule({
  code: 'acronym/undefined',
  scope: 'document',
  severity: 'off',
  title: 'An acronym is used before it is spelt out.',
  why: 'What the building says every day, the reader abroad may never have heard.',
  options: {
    known: {
      default: [],
      description:
        'Acronyms that every reader of the house’s statements knows; those of the glossary are known too.',
      schema: { type: 'array', items: { type: 'string' }, uniqueItems: true },
    },
  },
  bad: [
    {
      title: 'Never spelt out.',
      body: 'The two leaders welcomed the work of the ⟦NTC⟧ and agreed to meet again at the NTC.\n\n\\###\n',
    },
    {
      title: 'Spelt out too late.',
      body: 'The ⟦NTC⟧ met today.\n\nThe Northern Trade Council (NTC) has twelve members.\n\n\\###\n',
    },
  ],
  good: [
    {
      title: 'Spelt out at its first use.',
      body: 'The Northern Trade Council (NTC) met today. The NTC has twelve members.\n\n\\###\n',
    },
    { title: 'Known to everybody.', body: 'NATO and the EU welcomed the agreement.\n\n\\###\n' },
  ],
  calibration:
    'Off unless a house asks for it: transcripts and fact sheets of the archive use acronyms freely.',
  *check({ readout, settings, options }): Iterable<Problem> {
    const extra: unknown = options['known'];
    const known = new Set<string>([
      ...COMMON,
      ...Object.keys(settings.glossary.acronyms),
      ...settings.glossary.organisations.flatMap(({ acronym }) => (acronym ? [acronym] : [])),
      ...(Array.isArray(extra) ? extra.filter((each) => typeof each === 'string') : []),
    ]);
    const seen = new Set<string>();
    const first = new Map<string, number>();
    const later = new Set<string>();
    for (const { start, fact } of readout.gathered(usesIn)) {
      for (const use of fact) {
        if (known.has(use.acronym)) continue;
        if (use.defines && first.has(use.acronym)) later.add(use.acronym);
        if (seen.has(use.acronym)) continue;
        seen.add(use.acronym);
        if (!use.defines) first.set(use.acronym, start + use.start);
      }
    }
    for (const [acronym, start] of first) {
      yield {
        span: { start, end: start + acronym.length },
        message: later.has(acronym)
          ? `“${acronym}” is used here before it is spelt out. Spell it out at its first use.`
          : `“${acronym}” is never spelt out. Write the full name at its first use, with the acronym in brackets behind it.`,
      };
    }
  },
});
