/** Mistakes in the body, and between body and title, one by one. */
import { pick, type Random, type Seed, type Seeded } from './seed.ts';

/** Where the body starts: behind the closing fence. */
function bodyStart(text: string): number {
  const fence = text.indexOf('\n---\n', 3);
  return fence < 0 ? text.length : fence + 5;
}

/** The zero-based lines that a stretch of text covers. */
function linesOf(text: string, start: number, end: number): number[] {
  const first = text.slice(0, start).split('\n').length - 1;
  return text
    .slice(start, end)
    .split('\n')
    .map((_, index) => first + index);
}

/** Replaces one match of a pattern in the body, chosen at random. */
function one(
  code: string,
  name: string,
  pattern: RegExp,
  change: (match: RegExpMatchArray, random: Random) => string | undefined,
  restores?: boolean,
): Seed {
  return {
    code,
    name,
    seed({ text }, random): Seeded | undefined {
      const start = bodyStart(text);
      const body = text.slice(start);
      const matches = [...body.matchAll(pattern)];
      if (matches.length === 0) return undefined;
      const match = pick(matches, random);
      const changed = change(match, random);
      if (changed === undefined || changed === match[0]) return undefined;
      const at = start + match.index;
      return { text: text.slice(0, at) + changed + text.slice(at + match[0].length) };
    },
    ...(restores !== undefined && { restores }),
  };
}

/** Changes the written title. */
function title(
  code: string,
  name: string,
  change: (title: string, random: Random) => string | undefined,
): Seed {
  return {
    code,
    name,
    seed({ text }, random): Seeded | undefined {
      const match = /^title: .*(?:\n .*)*$/m.exec(text.slice(0, bodyStart(text)));
      if (!match) return undefined;
      const changed = change(match[0], random);
      if (changed === undefined || changed === match[0]) return undefined;
      const first = text.slice(0, match.index).split('\n').length - 1;
      const lines = match[0].split('\n').map((_, index) => first + index);
      return { text: text.replace(match[0], () => changed), lines };
    },
  };
}

/** A line break of running prose is as good a blank as any. */
const WORD_IN_PROSE = /(?<=[a-z,] )([a-z]{2,12})(?= [a-z]{2})/g;
const PLACEHOLDERS = [
  'TK',
  'TKTK',
  'XXX',
  'TBD',
  '[NAME OF PRINCIPAL]',
  '[INSERT QUOTE]',
  '[COUNTRY]',
  '[DATE]',
  '<insert name>',
  '<insert topics here>',
  '$'.concat('{1:city}'),
  '{{name}}',
  '???',
  '____',
  'lorem ipsum dolor sit amet',
];
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const DATED =
  /\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday),? (January|February|March|April|May|June|July|August|September|October|November|December) (\d{1,2})(?!\d)/g;

/** Swaps two letters, drops one, or doubles none: what a hurried hand does to a name. */
function misspell(name: string, random: Random): string {
  const at = 1 + Math.floor(random() * (name.length - 2));
  if (random() < 0.5) return name.slice(0, at) + name.slice(at + 1);
  return name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2);
}

export const BODY_SEEDS: readonly Seed[] = [
  {
    code: 'body/empty',
    name: 'the text left out',
    seed: ({ text }) => {
      const start = bodyStart(text);
      const fence = text.slice(0, start).split('\n').length - 2;
      return { text: text.slice(0, start), lines: [fence, fence + 1] };
    },
  },
  {
    code: 'body/end-mark',
    name: 'the end mark left out',
    seed: ({ text }) => {
      const match = /\n\n\\###\n$/.exec(text);
      if (!match || !/^tags: statements-releases$/m.test(text)) return undefined;
      const kept = `${text.slice(0, match.index)}\n`;
      const last = kept.trimEnd().split('\n').length - 1;
      return { text: kept, lines: [last] };
    },
    restores: true,
  },
  {
    code: 'body/after-end-mark',
    name: 'a note behind the end mark',
    seed: ({ text }) =>
      /\\###\s*$/.test(text)
        ? {
            text: `${text.trimEnd()}\n\nCleared by the front office, please post at five.\n`,
            lines: [text.trimEnd().split('\n').length + 1],
          }
        : undefined,
  },
  {
    code: 'body/after-end-mark',
    name: 'the end mark above the last paragraph',
    seed: ({ text }) => {
      const match = /\n\n([A-Z][^\n]{20,}(?:\n[^\n]+)*)\n\n\\###\n$/.exec(text);
      if (!match) return undefined;
      const moved = `${text.slice(0, match.index)}\n\n\\###\n\n${match[1]}\n`;
      return { text: moved, lines: [text.slice(0, match.index).split('\n').length + 3] };
    },
  },
  one('body/placeholder', 'a placeholder for a word', WORD_IN_PROSE, (_, random) =>
    pick(PLACEHOLDERS, random),
  ),
  one('body/repeated-word', 'a word twice', WORD_IN_PROSE, ([word]) =>
    /^(?:that|had|very|many|so|more|no|in|on|for|to|at|with|about|of|by|as|over|up|is|was)$/.test(word)
      ? undefined
      : `${word} ${word}`,
  ),
  one(
    'body/repeated-word',
    'a preposition twice',
    /(?<=[a-z,] )(?:in|on|for|to|at|with|about|of|by|as)(?= [a-z]{2})/g,
    ([word]) => `${word} ${word}`,
  ),
  one(
    'body/repeated-word',
    '“the the”',
    /(?<=[a-z,] )(?:the|a|an|and|of|our|their)(?= [a-z]{2})/g,
    ([word]) => `${word} ${word}`,
    true,
  ),
  {
    code: 'body/repeated-word',
    name: 'twice across the end of a line',
    seed({ text }, random) {
      const start = bodyStart(text);
      const matches = [...text.slice(start).matchAll(/ (the|of|and|our)\n(?=[a-z])/g)];
      if (matches.length === 0) return undefined;
      const match = pick(matches, random);
      const at = start + match.index + match[0].length;
      const lineOf = text.slice(0, at).split('\n').length - 1;
      return { text: `${text.slice(0, at)}${match[1]} ${text.slice(at)}`, lines: [lineOf - 1, lineOf] };
    },
    restores: true,
  },
  {
    code: 'body/unbalanced-quotes',
    name: 'a closing mark left out',
    seed({ text }, random) {
      const start = bodyStart(text);
      const matches = [...text.slice(start).matchAll(/“[^“”]{3,400}(?<=[\p{L}.,!?])”(?=[ \n])/gu)];
      if (matches.length === 0) return undefined;
      const match = pick(matches, random);
      const at = start + match.index;
      // The quotation begins where it begins; where it should end, only its author knows.
      return {
        text: text.slice(0, at) + match[0].slice(0, -1) + text.slice(at + match[0].length),
        lines: linesOf(text, at, at + match[0].length),
      };
    },
  },
  {
    code: 'body/unbalanced-quotes',
    name: 'an opening mark left out',
    seed({ text }, random) {
      const start = bodyStart(text);
      const matches = [...text.slice(start).matchAll(/(?<=[ \n])“(?=\p{L})[^“”]{3,400}”/gu)];
      if (matches.length === 0) return undefined;
      const match = pick(matches, random);
      const at = start + match.index;
      return {
        text: text.slice(0, at) + match[0].slice(1) + text.slice(at + match[0].length),
        lines: linesOf(text, at, at + match[0].length),
      };
    },
  },
  one(
    'body/unbalanced-brackets',
    'a closing bracket left out',
    /(?<=\([^()\n]{3,40})\)(?=[ .,;\n])/g,
    () => '',
  ),
  one(
    'body/unbalanced-brackets',
    'an opening bracket left out',
    /(?<= )\((?=[^()\n]{3,40}\)[ .,;\n])/g,
    () => '',
  ),
  one('date/weekday', 'another weekday', DATED, ([whole, weekday], random) =>
    whole.replace(
      weekday as string,
      pick(
        WEEKDAYS.filter((each) => each !== weekday),
        random,
      ),
    ),
  ),
  one('date/weekday', 'another day', DATED, ([whole, , , day], random) => {
    const other = Number(day) + 1 + Math.floor(random() * 5);
    return other > 28 ? undefined : whole.replace(/\d+$/, String(other));
  }),
  one(
    'date/impossible',
    'a day too many',
    /\b(February|April|June|September|November) (\d{1,2})(?=,? (?:20\d\d)?)(?!\d)/g,
    ([whole, month]) => whole.replace(/\d+$/, month === 'February' ? '30' : '31'),
  ),
  title('readout/kind', 'meeting for call, or the reverse', (written) => {
    if (!/Readout/.test(written)) return undefined;
    if (/\bCall with\b/.test(written)) return written.replace(/\bCall with\b/, 'Meeting with');
    return /\b(?<!Virtual |Video )Meeting with (?:President|Prime|Chancellor|King|Crown)/.test(written)
      ? written.replace(/\bMeeting with\b/, 'Call with')
      : undefined;
  }),
  title('readout/country', 'another country', (written, random) => {
    if (!/Readout|Statement/.test(written)) return undefined;
    const match =
      / of (Mexico|France|Germany|Canada|Japan|India|Israel|Ukraine|Italy|Poland|Brazil|Egypt|Türkiye|Turkey|Australia)\b/.exec(
        written,
      );
    return match
      ? written.replace(match[1] as string, pick(['Bhutan', 'Paraguay', 'Tuvalu', 'Malawi'], random))
      : undefined;
  }),
  title('readout/participants', 'another guest', (written, random) => {
    if (!/Readout/.test(written)) return undefined;
    const match =
      /with (?:President|Prime Minister|Chancellor|King) ((?:[A-Z][a-zé]+ ){0,2}[A-Z][a-zé]+)(?= of)/.exec(
        written,
      );
    return match
      ? written.replace(match[1] as string, pick(['Anders Falk', 'Lindqvist', 'Teresa Obando'], random))
      : undefined;
  }),
  {
    code: 'name/variant',
    name: 'a leader’s name misspelt once',
    seed({ text }, random) {
      const start = bodyStart(text);
      const matches = [
        ...text
          .slice(start)
          .matchAll(/(?<=(?:President|Prime Minister|Secretary|Chancellor) )([A-Z][a-z]{5,12})(?=[ ,.])/g),
      ];
      const names = matches.filter(([name]) => matches.filter((each) => each[0] === name).length > 2);
      if (names.length === 0) return undefined;
      const match = pick(names, random);
      const wrong = misspell(match[0], random);
      if (wrong === match[0]) return undefined;
      const at = start + match.index;
      return { text: text.slice(0, at) + wrong + text.slice(at + match[0].length) };
    },
  },
  {
    code: 'name/variant',
    name: 'a country misspelt once',
    seed({ text }, random) {
      const start = bodyStart(text);
      const matches = [
        ...text
          .slice(start)
          .matchAll(
            /(?<=\b(?:of|in|with|to|and|for) )(Ukraine|Israel|Mexico|Russia|Japan|Germany|France|Canada|Afghanistan|Poland|Australia|Ethiopia)(?=[ ,.\n’])/g,
          ),
      ];
      const names = matches.filter(([name]) => matches.filter((each) => each[0] === name).length > 1);
      if (names.length === 0) return undefined;
      const match = pick(names, random);
      const wrong = misspell(match[0], random);
      if (wrong === match[0]) return undefined;
      const at = start + match.index;
      return { text: text.slice(0, at) + wrong + text.slice(at + match[0].length) };
    },
  },
  {
    code: 'name/variant',
    name: 'a diacritic lost once',
    seed({ text }, random) {
      const start = bodyStart(text);
      const matches = [
        ...text.slice(start).matchAll(/(?<=[a-z] )\p{Lu}[\p{L}]*[áéíóúñçãöüğšžčćėą][\p{L}]*(?=[ ,.\n’])/gu),
      ];
      const names = matches.filter(([name]) => matches.filter((each) => each[0] === name).length > 1);
      if (names.length === 0) return undefined;
      const match = pick(names, random);
      const wrong = match[0].normalize('NFD').replace(/\p{M}/gu, '');
      const at = start + match.index;
      return { text: text.slice(0, at) + wrong + text.slice(at + match[0].length) };
    },
  },
];
