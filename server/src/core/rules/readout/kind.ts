import type { Block } from '../../document/block.ts';
import { derive } from '../../document/derive.ts';
import { scalarField } from '../../document/facts.ts';
import type { Readout } from '../../document/readout.ts';
import { HIDDEN, proseOf } from '../body/prose.ts';
import { defineRule, type Problem, replacement } from '../rule.ts';
import { headlineOf, spanInHeadline } from './headline.ts';

type Kind = 'call' | 'meeting';

/** Only what the title names as the subject: not “Call to Action”, “calls on”, “press call”. */
const CALL_TITLE = /\b(?<!press )(?:phone |telephone |video )?calls?\b(?! (?:to action|for|on|out)\b)/i;
const MEETING_TITLE = /\b(?<!virtual |video |phone |telephone )(?:bilateral |trilateral )?meetings?\b/i;

/** Verbs by which the lead says what took place. Bounded: a lead is short, and so is the distance to its object. */
const CALLED =
  /\b(?:spoke|talked)\b(?! (?:about|of|to how|out|at|on (?:the|how|his|her))\b)|\b(?:phoned|telephoned)\b|\bcalled (?!for|on|the|it|this|that|to|upon|out|attention)|\b(?:held|had|joined|hosted|convened|led|conducted|participated in|took part in|received)\b[^.]{0,60}?\b(?:calls?|videoconference|teleconference|conversations?)\b/i;
const MET =
  /\bmet\b(?! (?:his|her|their|the (?:challenge|deadline|goal|target|standard)))|\b(?:held|had|hosted|convened|led|conducted|participated in|took part in)\b[^.]{0,60}?\bmeetings?\b|\bsat down\b/i;
/** Words that leave open which it was: one can speak at a summit, and meet by video. */
const BY_WIRE =
  /\b(?:phone|telephone|calls?|called|video|videoconference|virtual|virtually|conference call|VTC|teleconference)\b/i;
const IN_PERSON =
  /\b(?:met|meet|meets|meetings?|margins|sidelines?|in[- ]person|hosted|welcomed|visit|visited|visiting|gathered|convened|session|summit|roundtable|lunch|dinner|breakfast|trip|travel|travell?ed|bilateral|attended|at the (?:White House|G7|G20|UN|United Nations|Pentagon|Embassy))\b/i;

/** What a paragraph says took place, with the place of its verb in the block. */
interface Statement {
  readonly kind: Kind;
  readonly at: number;
  readonly verb: string;
}

/** The end of a sentence: not of an initial, `Jr.`, `U.S.` or `Dr.` */
const SENTENCE_END = /\p{Ll}{3,}[)”’"]?[.!?][)”’"]?\s/u;
/** From here on the sentence tells what was spoken of: other meetings, visits and calls. */
const SUBJECT =
  /\b(?:about|regarding|concerning|following|ahead of|in advance of|where|after|before|to (?:discuss|prepare|coordinate|congratulate|express|thank|reaffirm|review|follow|welcome|underscore|inaugurate|mark|provide|receive|condemn|convey|offer)|and (?:discussed|reaffirmed|expressed|thanked|welcomed|congratulated)|on (?:the (?!margins|sidelines)|preparations|developments|our|efforts))\b/;

/** What the first sentence of a paragraph says; `open` if it says something that leaves the question open. */
const statementIn = derive((block: Block): Statement | 'open' | undefined => {
  const prose = proseOf(block).slice(0, 1500);
  const end = SENTENCE_END.exec(prose);
  const sentence = end ? prose.slice(0, end.index + end[0].length) : prose;
  const called = CALLED.exec(sentence);
  const met = MET.exec(sentence);
  const first = !met || (called && called.index <= met.index) ? called : met;
  const plain = sentence.replaceAll(HIDDEN, '');
  if (!first) return IN_PERSON.test(plain) || BY_WIRE.test(plain) ? 'open' : undefined;
  const said: Kind = first === called ? 'call' : 'meeting';
  const verbEnd = first.index + first[0].length;
  const subject = SUBJECT.exec(sentence.slice(verbEnd));
  const clause = (subject ? sentence.slice(0, verbEnd + subject.index) : sentence).replaceAll(HIDDEN, '');
  if ((said === 'call' ? IN_PERSON : BY_WIRE).test(clause)) return 'open';
  return { kind: said, at: first.index, verb: first[0].split(/\s/)[0] ?? '' };
});

/** The title says call and the lead says met, or the reverse. */
export const kind = defineRule({
  code: 'readout/kind',
  scope: 'document',
  severity: 'warning',
  title: 'The title says call and the text says met, or the reverse.',
  why: 'Whether two leaders met or only spoke is the news itself; a readout that says both will be quoted for the wrong one.',
  bad: [
    {
      title: 'A call in the title, a meeting in the text.',
      frontmatter: {
        title: 'Readout of President Noriega’s ⟦Call⟧ with Prime Minister Strand of Norland',
        source_url:
          'https://www.whitehouse.gov/briefing-room/statements-releases/2023/11/17/readout-of-president-noriegas-meeting-with-prime-minister-strand-of-norland/',
      },
      body: 'President Noriega met today with Prime Minister Adele Strand of Norland.\n\n\\###\n',
      fixed: {
        title: 'Readout of President Noriega’s Meeting with Prime Minister Strand of Norland',
        source_url:
          'https://www.whitehouse.gov/briefing-room/statements-releases/2023/11/17/readout-of-president-noriegas-meeting-with-prime-minister-strand-of-norland/',
      },
    },
    {
      title: 'The reverse: the address says that the text is wrong.',
      frontmatter: {
        title: 'Readout of President Noriega’s Meeting with Prime Minister Strand of Norland',
        source_url:
          'https://www.whitehouse.gov/briefing-room/statements-releases/2023/11/17/readout-of-president-noriegas-meeting-with-prime-minister-strand-of-norland/',
      },
      body: 'President Noriega ⟦spoke⟧ today with Prime Minister Adele Strand of Norland.\n\n\\###\n',
    },
  ],
  good: [
    {
      title: 'A call.',
      frontmatter: { title: 'Readout of President Noriega’s Call with Prime Minister Strand of Norland' },
      body: 'President Noriega spoke today with Prime Minister Adele Strand of Norland.\n\n\\###\n',
    },
    {
      title: 'A meeting by video.',
      frontmatter: { title: 'Readout of President Noriega’s Call with Northern Leaders' },
      body: 'President Noriega met virtually today with the leaders of the north.\n\n\\###\n',
    },
    {
      title: 'Speaking at a meeting.',
      frontmatter: { title: 'Readout of President Noriega’s Meeting with Prime Minister Strand of Norland' },
      body: 'President Noriega spoke with Prime Minister Adele Strand on the margins of the assembly.\n\n\\###\n',
    },
  ],
  calibration:
    'Over the 10,067 documents of the archive, about 780 of them readouts of calls or meetings: two findings, both real (“Meeting” in the title, “called” and “spoke with” in the text).',
  *check({ readout }): Iterable<Problem> {
    const headline = headlineOf(readout);
    if (!headline || !/\breadout\b/i.test(headline.text)) return;
    const call = CALL_TITLE.exec(headline.text);
    const meeting = MEETING_TITLE.exec(headline.text);
    const word = call ?? meeting;
    if (!word || (call && meeting)) return;
    const titled: Kind = call ? 'call' : 'meeting';
    const lead = leadOf(readout);
    if (!lead || lead.statement.kind === titled) return;
    const { statement, start } = lead;
    const url = scalarField(readout.frontmatter, 'source_url')?.value.text ?? '';
    const slugAgreesWithTitle =
      titled === 'call' ? /-calls?(?:-|\/|$)/.test(url) : /-meetings?(?:-|\/|$)/.test(url);
    const titleSpan = spanInHeadline(headline, word.index, word.index + word[0].length);
    const textSays = statement.kind === 'call' ? 'they spoke from afar' : 'they met';
    const message = `The title says ${titled}, but the text begins with “${statement.verb}”: ${textSays}. Make the two agree.`;
    if (slugAgreesWithTitle) {
      const at = start + statement.at;
      yield { span: { start: at, end: at + statement.verb.length }, message };
      return;
    }
    const better = matchCase(statement.kind, word[0]);
    yield {
      span: titleSpan,
      message,
      fixes: () => [replacement(`Change to “${better}”`, titleSpan, better, false)],
    };
  },
});

/** What the first paragraph that says so says took place; the second is asked if the first is a subtitle or silent. */
function leadOf(readout: Readout): { readonly statement: Statement; readonly start: number } | undefined {
  let asked = 0;
  for (const { block, start } of readout.placed()) {
    if (asked === 2) break;
    if (block.kind !== 'paragraph' && block.kind !== 'speaker') continue;
    // A subtitle: all of it in emphasis.
    if (/^\s*[*_]/.test(block.text) && /[*_]\s*$/.test(block.text)) continue;
    asked++;
    const statement = statementIn(block);
    if (statement === 'open') return undefined;
    if (statement) return { statement, start };
  }
  return undefined;
}

function matchCase(kind: Kind, like: string): string {
  const word = /s$/i.test(like) ? `${kind}s` : kind;
  if (like === like.toUpperCase()) return word.toUpperCase();
  return like[0] === like[0]?.toUpperCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
