import type { Block } from '../../document/block.ts';
import { derive } from '../../document/derive.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type Problem } from '../rule.ts';
import { HIDDEN, proseOf } from './prose.ts';

/** Two equal words with nothing between them but white space and markup, at a place. */
const PAIR =
  /(?<![\p{L}\p{N}\p{M}’'./&@-])(\p{L}[\p{L}\p{M}]{0,40})([\s\0]{1,200})(?=\p{L})(?=\1(?![\p{L}\p{N}\p{M}’'&@-]|\.\p{L}))/iuy;

/** No block is reported more often than this. */
const MOST_FINDINGS = 100;

/** Never right twice in a row; taking one away cannot change what is meant. */
const NEVER_TWICE = new Set(
  'the a an and of or our their its your my we they between among than upon toward towards because which whose when while where these those would should could been being be were'.split(
    ' ',
  ),
);

/** Right twice in a row where one clause ends in the word and the next begins with it, or said twice for emphasis. */
const OFTEN_TWICE = new Set(
  (
    'that had her no very many really never so too now well bye ha ho knock hear yes yeah please long far big good hush night there same boo win go come wait fine okay ok ' +
    'la le da na cha tut chop beep blah bla yada hip rah ta aye tsk dear always ever pretty old much sir do did right real ' +
    'nous vous que si sie das die ja oui non amin amen holy'
  ).split(' '),
);

/** Words that may end a clause whose object stands at its front: “what has been asked for for years”. */
const MAY_STRAND = new Set(
  'in on for to at with about of by as over up through off out around after before under against down away back from into'.split(
    ' ',
  ),
);
/** What puts an object at the front of a clause. */
const FRONTED =
  /^(?:what|whatever|who|whom|which|that|where|wherever|how|whichever|whoever|something|everything|anything|nothing|one|things?|kind|way|worth|all|people|place|as|like)$/i;
/** A particle at home in its verb: “what is going on on the ground”. */
const PARTICLES: Readonly<Record<string, RegExp>> = {
  on: /^(?:going|goes|go|went|gone|moving|moves?|moved|carry|carried|carries|early|later|later|ongoing|so|hold|hang|live[sd]?|working|worked|head|pile[sd]?|piling|and)$/i,
  in: /^(?:swear|swore|sworn|bring|brings|brought|bringing|come|comes|came|coming|weigh|weighs|weighed|weighing|check|checked|checking|move|moved|step|stepped|stepping|factor|factored|kick|kicked|dial|dialed|dialing|phase|phased|tune|tuned|set|sets|all|go|goes|went|going|live|lives|lived|believe|believes|believed|engaged|interested|involved|participate|participated|invest|invested)$/i,
  to: /^(?:needs?|needed|wants?|wanted|travel|go)$/i,
  up: /^./,
  out: /^./,
  off: /^./,
  over: /^./,
  down: /^./,
  back: /^./,
};
/** For the commonest prepositions: the only words behind which they can end a clause. */
const STRANDED_BEHIND: Readonly<Record<string, RegExp>> = {
  of: /^(?:aware|proud|capable|think|thinking|thought|dreamed|dream|dreaming|speak|speaking|spoke|made|afraid|heard|hear|ahead|part)$/i,
  to: /^(?:talk|talked|talking|allud\w+|refer\w*|look\w*|speak\w*|spoke|listen\w*|point\w*|go|goes|going|went|belong\w*|respond\w*|turn\w*|lead\w*|led|need|have|want|supposed|get|travel\w*|come|accustomed|entitled|committed|close|related|access|sell|write|writing|report\w*|appl\w+|connected|subject)$/i,
  as: /^(?:known|described|regarded|seen|treated|referred|identified)$/i,
};
/** What follows the second word where the first ended a clause. */
const NEW_PHRASE: Readonly<Record<string, RegExp>> = {
  for: /^(?:(?:a|the) (?:very |really |pretty |good )?(?:long|while|few|couple|number|moment|year|decade|century|generation|month|week|day|last|past|first|next|duration|rest|time)|as long|decades?|years|months|weeks|days|generations|centuries|some time|so long|so many|many years|several|too long|quite|over \w+ (?:years|decades|months)|more than|nearly|almost|\d|(?:two|three|four|five|six|seven|eight|nine|ten)\b)/i,
  this: /^(?:morning|afternoon|evening|week|weekend|month|year|summer|winter|spring|fall|autumn|time|season|past|coming|term|session|quarter|century|decade|holiday|next|last|early|late|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|is|was)\b/i,
  at: /^(?:least|most|all|this|that|the (?:moment|time|end|beginning|same)|a time|times|once|first|home|\d)\b/i,
};

/** Words that stand at the end of one clause and the start of its predicate: “what it is is”. */
const MAY_MEET = new Set(
  'is was are were do does did have has will can know this it you him them me all'.split(' '),
);

/** Capitalised words that are not names by themselves, so that doubling them is a slip. */
const TITLE_WORDS = new Set(
  (
    'president prime minister vice secretary senator congressman congresswoman representative ambassador governor mayor chairman director administrator general foreign defense ' +
    'united states white house department administration congress senate federal national american americans health council office agency act order section government security ' +
    'leader leaders nation nations european union republic kingdom international treasury state justice energy education commerce labor transportation agriculture interior ' +
    'january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday ' +
    'executive public economic committee commission court supreme force air army navy forces fund bank trade development group summit conference declaration agreement statement readout remarks statement'
  ).split(' '),
);

/** Languages other than English in the archive repeat words by grammar. */
const ENGLISH = /\b(?:the|of|and|to|is|are|was|for|with|that|this|on|by|we|you)\b/i;

/** A word written twice in a row. */
export const repeatedWord = defineRule({
  code: 'body/repeated-word',
  scope: 'block',
  severity: 'warning',
  title: 'A word stands twice in a row.',
  why: 'A doubled word is the slip that every proofreader misses, above all across the end of a line, and the one that every reader sees.',
  bad: [
    {
      title: 'An article twice.',
      body: 'The two leaders met in ⟦the the⟧ capital of Norland.\n\n\\###\n',
      fixed: 'The two leaders met in the capital of Norland.\n\n\\###\n',
    },
    {
      title: 'Across the end of a line.',
      body: 'The two leaders spoke about the security ⟦of\nof⟧ the northern sea.\n\n\\###\n',
      fixed: 'The two leaders spoke about the security of\nthe northern sea.\n\n\\###\n',
    },
    {
      title: 'One of the two in emphasis.',
      body: 'This agreement is ⟦a *a⟧* turning point.\n\n\\###\n',
    },
  ],
  good: [
    {
      title: 'Words that grammar brings together.',
      body: 'He said that that agreement had had its day, and that this is what people have been asking for for years.\n\n\\###\n',
    },
    { title: 'A name.', body: 'The Ministers met in Pago Pago and in Walla Walla.\n\n\\###\n' },
    { title: 'Emphasis.', body: 'It is a very very long road.\n\n\\###\n' },
    {
      title: 'A broken-off sentence, as delivered.',
      body: 'MS. HOLM: The — the talks went well.\n\n\\###\n',
    },
    { title: 'Another language.', body: 'Nous nous engageons à garantir la paix.\n\n\\###\n' },
  ],
  calibration:
    'Over the 10,067 documents of the archive: 80 findings in 74 documents, two thirds of them in transcripts. All were read: an editor would mend nine of ten; the others are constructions of speech (“what agencies are up to to provide”) that only sense can tell.',
  *check(block: Block): Iterable<Problem> {
    if (block.kind === 'code' || block.kind === 'html' || block.kind === 'table') return;
    const prose = proseOf(block);
    let found = 0;
    for (const match of pairsIn(prose)) {
      // Nobody reads on: a paragraph with more is no prose.
      if (found >= MOST_FINDINGS) return;
      const word = match[1] as string;
      const gap = match[2] as string;
      const second = match.index + word.length + gap.length;
      const pair: Pair = {
        word,
        lower: word.toLowerCase(),
        gap,
        second: prose.slice(second, second + word.length),
      };
      if (!isSlip(pair, block, match.index, second + word.length)) continue;
      found++;
      const span = { start: match.index, end: second + word.length };
      const safe = NEVER_TWICE.has(pair.lower) && !gap.includes(HIDDEN);
      yield {
        span,
        message: `“${word}” stands twice in a row. Remove one of the two.`,
        ...(!gap.includes(HIDDEN) && {
          fixes: () => [
            {
              title: `Remove one “${pair.second}”`,
              edits: [{ span: removal(block.text, span, gap, word.length), newText: '' }],
              safe,
            },
          ],
        }),
      };
    }
  },
});

/**
 * The places where `PAIR` matches, in order. Most words differ from their neighbour in the first letters, which is seen
 * without the expression.
 */
export function* pairsIn(prose: string): Iterable<RegExpExecArray> {
  for (let at = 0; at < prose.length; ) {
    if (kindOf(prose.charCodeAt(at)) !== LETTER) {
      at++;
      continue;
    }
    const start = at;
    let isAscii = true;
    for (; at < prose.length; at++) {
      const unit = prose.charCodeAt(at);
      if (kindOf(unit) !== LETTER) break;
      if (unit >= 128) isAscii = false;
    }
    const end = at;
    while (at < prose.length && kindOf(prose.charCodeAt(at)) === SPACE) at++;
    if (at === end || (isAscii && !mayBeEqual(prose, start, end, at))) continue;
    for (let first = start; first < end; first++) {
      // What is above ASCII may be no letter, so that a word begins behind it.
      if (first > start && prose.charCodeAt(first - 1) < 128) continue;
      PAIR.lastIndex = first;
      const match = PAIR.exec(prose);
      if (match) {
        yield match;
        break;
      }
    }
  }
}

type Kind = 0 | 1 | 2;
const SPACE = 1;
/** May be a letter: sure for ASCII, else left to the expression. */
const LETTER = 2;

const KINDS = Uint8Array.from({ length: 128 }, (_, unit): Kind => {
  const character = String.fromCharCode(unit);
  return /[a-z]/i.test(character) ? LETTER : /[\s\0]/.test(character) ? SPACE : 0;
});

function kindOf(unit: number): Kind {
  if (unit < 128) return KINDS[unit] as Kind;
  // Dashes and quotation marks, by far the commonest.
  if (unit >= 0x2010 && unit <= 0x2027) return 0;
  return /\s/.test(String.fromCharCode(unit)) ? SPACE : LETTER;
}

/** Whether a word of ASCII letters may stand again at `second`, letter case aside: no is certain, yes is not. */
function mayBeEqual(prose: string, start: number, end: number, second: number): boolean {
  for (let i = start; i < end; i++) {
    const unit = prose.charCodeAt(second + i - start);
    // What is above ASCII may fold to it.
    if (unit >= 128) return true;
    if ((prose.charCodeAt(i) | 32) !== (unit | 32)) return false;
  }
  return true;
}

/** Whether the block holds a common English word; looked for once, however many pairs ask. */
const isEnglish = derive((block: Block): boolean => ENGLISH.test(proseOf(block)));

interface Pair {
  readonly word: string;
  readonly lower: string;
  readonly gap: string;
  readonly second: string;
}

/** The second word with the blanks before it; if it begins a line, with the blanks behind it. */
function removal(text: string, span: Span, gap: string, length: number): Span {
  if (!/[\r\n]/.test(gap)) return { start: span.end - length - gap.length, end: span.end };
  let end = span.end;
  while (text[end] === ' ') end++;
  // Nothing else on the line: take the line break instead.
  if (end === text.length || text[end] === '\n' || text[end] === '\r')
    return { start: span.end - length - gap.length, end: span.end };
  return { start: span.end - length, end };
}

function isSlip(pair: Pair, block: Block, start: number, end: number): boolean {
  const prose = proseOf(block);
  const { word, lower, gap, second } = pair;
  if (/(?: {2,}|\\)\0?\r?\n/.test(gap) || /\n[\s\0]*\n/.test(gap)) return false;
  const isCapital = word[0] !== word[0]?.toLowerCase();
  const secondIsCapital = second[0] !== second[0]?.toLowerCase();
  // “in In re Smith”, “the The Hague office”: the second begins a name or title.
  if (secondIsCapital && !isCapital) return false;
  if (OFTEN_TWICE.has(lower)) return false;
  if (word.length === 1 && !/^[aI]$/.test(word)) return false;
  // “new New York”, “King King”: shouted or named.
  if (secondIsCapital && word !== 'I' && !NEVER_TWICE.has(lower)) {
    if (!TITLE_WORDS.has(lower) || /[\r\n]/.test(gap) || gap.includes(HIDDEN)) return false;
  }
  if (secondIsCapital && word === word.toUpperCase() && word.length > 1) return false;
  // A label in bold, and the sentence that begins with the same word.
  if (gap.includes(HIDDEN) && !NEVER_TWICE.has(lower)) return false;
  const before = wordsBefore(prose, start);
  const after = prose
    .slice(end, end + 60)
    .replace(/^[\s\0]+/, '')
    .replace(/[\s\0]+/g, ' ');
  if (NEW_PHRASE[lower]?.test(after)) return false;
  const previous = before[before.length - 1] ?? '';
  if (MAY_STRAND.has(lower)) {
    // “sworn in in”, and with an object between: “to swear them in in”.
    if (before.slice(lower === 'in' ? -2 : -1).some((each) => PARTICLES[lower]?.test(each))) return false;
    const behind = STRANDED_BEHIND[lower];
    if (behind && !behind.test(previous)) return isEnglish(block);
    if (before.some((each) => FRONTED.test(each)) && !/^(?:the|a|an|and|of)$/i.test(previous)) return false;
  }
  if (/^(?:us|you|me|them)$/.test(lower) && /^mak(?:es?|ing)$|^made$/.test(previous)) return false;
  if (MAY_MEET.has(lower)) {
    if (before.some((each) => FRONTED.test(each))) return false;
    if (
      /^(?:thing|problem|point|issue|question|truth|reality|fact|answer|reason|goal|news|there)$/i.test(
        previous,
      )
    )
      return false;
    // “nearest to you you can find one”, “what makes us us”.
    if (
      /^(?:you|it|this|him|them|me)$/.test(lower) &&
      /^(?:to|for|with|of|at|from|near|by|without)$/i.test(previous)
    )
      return false;
  }
  return isEnglish(block);
}

/** Up to fourteen words of the clause that ends at `end`, in order. */
function wordsBefore(prose: string, end: number): string[] {
  const stretch = prose.slice(Math.max(0, end - 160), end);
  const clause = stretch.slice(lastBreak(stretch) + 1);
  return (clause.match(/[\p{L}\p{N}’'-]+/gu) ?? []).slice(-14);
}

function lastBreak(stretch: string): number {
  for (let i = stretch.length - 1; i >= 0; i--) {
    if (/[.?!;:]/.test(stretch[i] as string)) return i;
  }
  return -1;
}
