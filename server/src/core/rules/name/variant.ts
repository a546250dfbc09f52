import type { Settings } from '../../config/settings.ts';
import type { Block } from '../../document/block.ts';
import { derive, latest } from '../../document/derive.ts';
import type { Lineage, Readout } from '../../document/readout.ts';
import { shift } from '../../text/span.ts';
import { proseOf } from '../body/prose.ts';
import { type Headline, headlineOf, spanInHeadline } from '../readout/headline.ts';
import { defineRule, type Problem, replacement } from '../rule.ts';
import { WordLedger } from './word-ledger.ts';
import { sourceOfTexts, wordsInChunk } from './word-source.ts';
import { type NameWord, nameWords, nameWordsIn } from './words.ts';

const headlineWords = derive((headline: Headline) => {
  const { words, hash } = nameWordsIn(headline.text);
  return { words, source: sourceOfTexts(hash, [words]) };
});

/** The glossary's names: as words of the document, and as words that are right. */
const glossaryWords = derive((settings: Settings) => {
  const { people, places } = settings.glossary;
  const names = [
    ...people.flatMap(({ name, title, forms }) => [
      [title, name].filter((part) => part !== undefined).join(' '),
      ...(forms ?? []),
    ]),
    ...places.flatMap(({ name, forms }) => [name, ...(forms ?? [])]),
  ];
  const texts = names.map((name) => nameWordsIn(name).words);
  return {
    source: sourceOfTexts(0, texts),
    accepted: new Set(texts.flatMap((words) => words.map(({ word }) => word))),
  };
});

/** The words of an open document, kept up from version to version until the settings change. */
const ledgers = latest<Lineage, { readonly settings: Settings; readonly ledger: WordLedger }>();

function ledgerOf({ lineage }: Readout, settings: Settings): WordLedger {
  const known = ledgers.get(lineage);
  if (known?.settings === settings) return known.ledger;
  const ledger = new WordLedger(glossaryWords(settings).accepted);
  ledgers.set(lineage, { settings, ledger });
  return ledger;
}

/** One person or place spelt two ways. */
export const variant = defineRule({
  code: 'name/variant',
  scope: 'document',
  severity: 'warning',
  title: 'A name is spelt two ways.',
  why: 'A misspelt name is the mistake that its bearer never forgives, and that every search in the archive will miss.',
  bad: [
    {
      title: 'A letter that went missing.',
      body: 'President Noriega spoke today with Prime Minister Adele Strand of Norland. He thanked Prime Minister ⟦Stran⟧ for her friendship.\n\n\\###\n',
      fixed:
        'President Noriega spoke today with Prime Minister Adele Strand of Norland. He thanked Prime Minister Strand for her friendship.\n\n\\###\n',
    },
    {
      title: 'A diacritic that went missing.',
      frontmatter: { title: 'Readout of President Noriega’s Call with President Tomás Muñoz' },
      body: 'President Noriega spoke today with President Tomás Muñoz. He thanked President ⟦Munoz⟧.\n\n\\###\n',
      fixed:
        'President Noriega spoke today with President Tomás Muñoz. He thanked President Muñoz.\n\n\\###\n',
    },
    {
      title: 'Two letters swapped in a country’s name.',
      body: 'President Noriega spoke with Prime Minister Adele Strand of Norland about Ukraine, and reaffirmed the support of both for ⟦Ukarine⟧.\n\n\\###\n',
      fixed:
        'President Noriega spoke with Prime Minister Adele Strand of Norland about Ukraine, and reaffirmed the support of both for Ukraine.\n\n\\###\n',
    },
    {
      title: 'Otherwise than in the title.',
      frontmatter: {
        title: 'Readout of President Noriega’s Call with Prime Minister Adele Strand of Norland',
      },
      body: 'President Noriega spoke today with Prime Minister Adele ⟦Starnd⟧ of Norland. The two leaders thanked Prime Minister Strand’s staff.\n\n\\###\n',
      fixed:
        'President Noriega spoke today with Prime Minister Adele Strand of Norland. The two leaders thanked Prime Minister Strand’s staff.\n\n\\###\n',
    },
  ],
  good: [
    {
      title: 'A family.',
      body: 'President Joe Noriega and First Lady Jill Noriega received the Noriegas of Norland.\n\n\\###\n',
    },
    {
      title: 'Two people whose names are near.',
      body: 'Senator Anna Andersen and Ambassador Karl Anderssen attended. Senator Andersen thanked Ambassador Anderssen.\n\n\\###\n',
    },
    {
      title: 'A country and its people.',
      body: 'Korea and Korean leaders, Slovakia and Slovenia, Iran and Iraq, Niger and Nigeria.\n\n\\###\n',
    },
  ],
  calibration:
    'Over the 10,067 documents of the archive: 60 findings, all read. Nine of ten are real (“Chinse”, “Eqypt”, “Zelenskky”, “Eritrians”, a lost diacritic); the others are two people, or a word of another language, one letter apart in a long text.',
  *check({ readout, settings }): Iterable<Problem> {
    const headline = headlineOf(readout);
    const variants = variantsOf(readout, headline, settings);
    if (variants.size === 0) return;
    if (headline) {
      for (const word of headlineWords(headline).words) {
        const right = variants.get(word.word);
        if (right) yield problemAt(word, right, spanInHeadline(headline, word.start, word.end));
      }
    }
    for (const { chunk, start: chunkStart } of readout.placedChunks()) {
      const { counts } = wordsInChunk(chunk);
      const wrong = [...variants.keys()].filter((word) => counts.has(word));
      if (wrong.length === 0) continue;
      for (let index = 0; index < chunk.blocks.length; index++) {
        const block = chunk.blocks[index] as Block;
        if (!wrong.some((word) => block.text.includes(word))) continue;
        const words = nameWords(block);
        const start = chunkStart + (chunk.starts[index] as number);
        for (let i = 0; i < words.length; i++) {
          const word = words[i] as NameWord;
          const right = variants.get(word.word);
          if (right && !isCorrected(words, i, right, block))
            yield problemAt(word, right, shift({ start: word.start, end: word.end }, start));
        }
      }
    }
  },
});

/** “Donald Tremp — Donald Trump”: the speaker has mended it himself, and the transcript says so. */
function isCorrected(words: readonly NameWord[], at: number, right: string, block: Block): boolean {
  const word = words[at] as NameWord;
  for (let i = at + 1; i <= at + 3; i++) {
    const next = words[i];
    if (!next || next.start - word.end > 40) return false;
    if (next.word === right) return /[—–]/.test(proseOf(block).slice(word.end, next.start));
  }
  return false;
}

function problemAt(word: NameWord, right: string, span: Problem['span']): Problem {
  return {
    span,
    message: `“${word.word}” looks like a misspelling of “${right}”, as it is written elsewhere. Spell the name one way.`,
    fixes: () => [replacement(`Change to “${right}”`, span, right, false)],
  };
}

/** The document's misspelt words with the right ones. */
function variantsOf(
  readout: Readout,
  headline: Headline | undefined,
  settings: Settings,
): ReadonlyMap<string, string> {
  const body = readout.chunks.map(wordsInChunk);
  const sources = [
    glossaryWords(settings).source,
    ...(headline ? [headlineWords(headline).source] : []),
    ...body,
  ];
  const suspicions = ledgerOf(readout, settings).suspicions(sources);
  const found = new Map<string, string>();
  for (const { right, wrong, folded, isSure } of suspicions) {
    if (found.has(wrong) || found.has(right)) continue;
    if (isSure || !body.some((source) => source.hasLowerCase(folded))) found.set(wrong, right);
  }
  return found;
}
