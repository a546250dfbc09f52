import type { Block } from '../../document/block.ts';
import { derive } from '../../document/derive.ts';
import type { Readout } from '../../document/readout.ts';
import { COUNTRIES, type Country } from '../../entities/data/countries.ts';
import { fold } from '../name/fold.ts';
import { defineRule, type Problem } from '../rule.ts';
import { capitalisedWords, someBlockHas } from './capitalised.ts';
import { type Headline, headlineOf, spanInHeadline } from './headline.ts';

/** Words that name a country and, in a title, as often something else. */
const AMBIGUOUS = new Set([
  'US', // the house's own
  'CAR',
  'Georgia',
  'Jordan',
  'Chad',
  'Turkey',
  'Jersey',
  'Guernsey',
  'Indian',
  'Indians',
  'Polish',
  'Dane',
  'Danes',
  'Pole',
  'Poles',
  'Turk',
  'Swiss',
  'Dutch',
  'Congo',
  'Micronesia',
  'Guinea',
]);
/** `Franco-Norlandic`: prefixes that name a country. */
const PREFIXES: Readonly<Record<string, string>> = {
  franco: 'FR',
  anglo: 'GB',
  sino: 'CN',
  russo: 'RU',
  indo: 'IN',
  italo: 'IT',
  hispano: 'ES',
  luso: 'PT',
  austro: 'AT',
  nippon: 'JP',
  greco: 'GR',
  polono: 'PL',
};
/** In front of a country's name these make it another place: “New Mexico”, “Northern Ireland”. */
const OTHER_PLACE =
  /\b(?:New|Northern|Equatorial|Papua New|American|British|Dutch|French|West|East|South|North|Little|Mount|Lake|University of|Port|Fort|Camp|Gulf of|Native|Sea of)\s$/;

/** Titles that name who speaks or signs; their own text need not. */
const NAMES_SPEAKERS =
  /\b(?:remarks|gaggle|briefing|press (?:call|conference)|interview|toasts?|transcript)\b|\bjoint (?:leaders[’'] )?statement (?:by|from|of)\b/i;

const capitalised = (name: string): string[] =>
  (name.match(/\p{Lu}[\p{L}\p{M}.’'-]*/gu) ?? []).map((word) => fold(word.replaceAll('.', '')));

const wordsByCountry = new Map<Country, readonly (readonly string[])[]>();

/**
 * Every way to name a country, its people's and capital's included, as the capitalised words, folded, that must all
 * stand in one block for the country to be mentioned. Read when it is first asked for.
 */
function namesOf(country: Country): readonly (readonly string[])[] {
  const known = wordsByCountry.get(country);
  if (known) return known;
  const names = [country.name, ...country.otherNames, ...country.peoples, ...country.capitals]
    .map(capitalised)
    .filter((words) => words.length > 0);
  wordsByCountry.set(country, names);
  return names;
}

interface TitleNames {
  /** Names looked for in titles, longest first, so that “South Sudan” is not found as “Sudan”. */
  readonly pattern: RegExp;
  readonly byName: ReadonlyMap<string, Country>;
}

let titleNames: TitleNames | undefined;

/** Made when the first title is read: a program that starts should not wait for it. */
function namesInTitles(): TitleNames {
  titleNames ??= {
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}-])(?:${COUNTRIES.flatMap(({ code, name, otherNames, peoples }) =>
        code === 'US' ? [] : [name, ...otherNames, ...peoples],
      )
        .filter((name) => name.length > 3 && !AMBIGUOUS.has(name))
        .sort((a, b) => b.length - a.length)
        .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['’]/g, "['’]"))
        .join('|')})(?![\\p{L}\\p{N}])`,
      'gu',
    ),
    byName: new Map(
      COUNTRIES.flatMap((country) =>
        [country.name, ...country.otherNames, ...country.peoples].map((name): [string, Country] => [
          name.replace(/’/g, "'"),
          country,
        ]),
      ).reverse(),
    ),
  };
  return titleNames;
}

interface Found {
  readonly country: Country;
  readonly start: number;
  readonly end: number;
}

const countriesInTitle = derive((headline: Headline): readonly Found[] => {
  const found: Found[] = [];
  const { pattern, byName } = namesInTitles();
  // Behind a bar stands the place where it was said.
  const bar = headline.text.indexOf(' | ');
  for (const match of headline.text.matchAll(pattern)) {
    const country = byName.get(match[0].replace(/’/g, "'"));
    if (bar >= 0 && match.index > bar) break;
    if (!country || OTHER_PLACE.test(headline.text.slice(0, match.index))) continue;
    found.push({ country, start: match.index, end: match.index + match[0].length });
  }
  return found;
});

/** A country in the title that the text never mentions. */
export const country = defineRule({
  code: 'readout/country',
  scope: 'document',
  severity: 'warning',
  title: 'The text never mentions a country that the title names.',
  why: 'Most often the title was taken over from the last readout, and with it somebody else’s country.',
  bad: [
    {
      title: 'Last week’s country.',
      frontmatter: { title: 'Readout of President Noriega’s Call with President Lindqvist of ⟦Finland⟧' },
      body: 'President Noriega spoke today with President Lindqvist. They agreed to deepen ties between the United States and Sweden.\n\n\\###\n',
    },
  ],
  good: [
    {
      title: 'Mentioned by its people’s name.',
      frontmatter: { title: 'Readout of President Noriega’s Call with President Lindqvist of Finland' },
      body: 'President Noriega spoke today with Finnish President Lindqvist.\n\n\\###\n',
    },
    {
      title: 'By another of its names.',
      frontmatter: {
        title: 'Readout of President Noriega’s Call with Prime Minister Blake of the United Kingdom',
      },
      body: 'President Noriega spoke today with the British Prime Minister.\n\n\\###\n',
    },
    {
      title: 'A state, not a country.',
      frontmatter: { title: 'President Noriega Approves New Mexico Disaster Declaration' },
      body: 'President Noriega declared that a disaster exists.\n\n\\###\n',
    },
  ],
  calibration:
    'Over the 10,067 documents of the archive: two findings, both readouts that name a guest’s country in the title alone. Transcripts and joint statements, whose titles list who speaks, are left alone.',
  *check({ readout }): Iterable<Problem> {
    const headline = headlineOf(readout);
    if (!headline || NAMES_SPEAKERS.test(headline.text)) return;
    const reported = new Set<string>();
    for (const { country: named, start, end } of countriesInTitle(headline)) {
      if (reported.has(named.code) || isMentioned(readout, named)) continue;
      reported.add(named.code);
      yield {
        span: spanInHeadline(headline, start, end),
        message: `The title names ${headline.text.slice(start, end)}, but the text never mentions ${named.name} or its people. Check which country is meant.`,
      };
    }
  },
});

function isMentioned(readout: Readout, country: Country): boolean {
  if (namesOf(country).some((words) => someBlockHas(readout, words))) return true;
  return readout.blocks.some(
    (block: Block) =>
      block.kind !== 'blank' &&
      [...capitalisedWords(block).all].some((word) => PREFIXES[word] === country.code),
  );
}
