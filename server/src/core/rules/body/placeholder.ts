import type { Block } from '../../document/block.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type Problem } from '../rule.ts';
import { HIDDEN, proseOf } from './prose.ts';

/** Nouns that name a slot to be filled. */
const SLOT =
  'name|names|surname|title|titles|country|countries|city|date|time|place|location|venue|leader|counterpart|principal|spokesperson|official|number|amount|percent|percentage|figure|quote|quotation|text|topic|topics|issue|issues|day|month|year|weekday|event|subject|headline|link|url|organization|organisation|agency|office|person|position|phone|email|address|dateline|summary|paragraph|boilerplate|readout|statement|capital|region|state|party|delegation|currency|deliverable|deliverables|details?|placeholder|text';
/** Words that may stand beside a slot noun. */
const SLOT_COMPANION =
  'of|the|a|an|and|or|for|in|on|at|to|with|from|by|here|first|last|full|middle|foreign|prime|vice|head|host|visiting|other|second|next|new|president|minister|secretary|ambassador|king|queen|chancellor|government|house|visit|call|meeting|press|his|her|their|x|y|n|1|2|3|language|key|main|insert|add|enter|your';
const SLOT_PHRASE = new RegExp(`^(?:(?:${SLOT}|${SLOT_COMPANION})(?:[ /_,#-]+|$))+$`, 'i');
const HAS_SLOT = new RegExp(`(?:^|[ /_,#-])(?:${SLOT})(?:[ /_,#-]|$)`, 'i');

/** An instruction to the writer, whatever its letter case. */
const INSTRUCTION =
  /^(?:insert|fill in|enter|add|pls|please|tk|tktk|tbd|tbc|tba|x{2,}|placeholder|check|confirm|verify|update|note to|need|to come|to be (?:added|confirmed|determined|inserted|supplied|completed|announced))(?:[\s:,.#-]|$)/i;
/** Instructions that are also words an editor puts in brackets into a quotation: believed only in capitals. */
const MILD_INSTRUCTION = /^(?:add|check|confirm|verify|update|need|pls|please|enter)\b/i;

/** Numbers in Roman figures: “Super Bowl XXX”, “Title XX”, “the XXX Olympiad”. */
const NUMBERED =
  /(?:\b(?:Bowl|Titles?|(?:sub)?chapters?|Chapters?|Parts?|Articles?|Sections?|Books?|Volumes?|Vol\.|Annex|Schedule|Appendix|Games|Olympiad|Olympics|Session|Congress|Council|Summit|Meeting|Class|Louis|Type|Protocol|Division|Subtitle|Phase|Tome|Siglo|siglo|Edition|Figure|Table|Dos|Malcolm|Expo|MMXX|WrestleMania|UFC|Rocky)[\s\0]+|[IVLCDM]|[(\d./-])$/;
const NUMBERED_BEHIND =
  /^(?:[IVLCDM]|[)]|[\s\0]+(?:Olympi|Winter|Summer|Corps|Bomber|Commonwealth|Paralympic|Pan|Games|chromosome|century|Congress|Session|Summit|Edition|Assembly))/;

const MONTH_OR_TITLE =
  /^[\s\0]+(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|President|Prime|Minister|Secretary|The|On|In|At)\b/;

/** A pattern, and a test of its match's surroundings where the pattern alone could mean something else. */
interface Pattern {
  readonly pattern: RegExp;
  readonly means?: (match: string, before: string, after: string) => boolean;
}

const PATTERNS: readonly Pattern[] = [
  {
    pattern: /(?<![\p{L}\p{N}.’'&/-])(?:TK){1,6}(?![\p{L}\p{N}’'&/]|\.\p{L})/gu,
    // “TK” as somebody's initials.
    means: (match, before, after) =>
      match !== 'TK' ||
      ((!/^[\s\0]+\p{Lu}\p{Ll}/u.test(after) || MONTH_OR_TITLE.test(after)) &&
        !/(?:Mr|Ms|Mrs|Dr)\.[\s\0]*$/i.test(before) &&
        !/^[\s\0]*:/.test(after)),
  },
  {
    pattern: /(?<![\p{L}\p{N}@#])(?:X{2,12}|x{3,12})(?![\p{L}@])/gu,
    means: (_, before, after) => !NUMBERED.test(before) && !NUMBERED_BEHIND.test(after),
  },
  {
    pattern: /(?<![\p{L}\p{N}@#’'/&-])(?:TBD|TBC|TBA)(?![\p{L}\p{N}’'/&-])/gu,
    // Guidance and speech say that something is still to be decided: “the venue is TBD”, “Location: TBD”.
    means: (_, before, after) =>
      !/(?:\b(?:is|are|was|were|be|been|still|remains?|as|so|it|location|venue|time|date|times|dates|place)|[’']s|[’']re)[\s\0]*[:—–-]?[\s\0]*$/i.test(
        before,
      ) && !/^[\s\0]*:/.test(after),
  },
  {
    pattern: /\[([^[\]\n]{1,120}(?:\n[^[\]\n]{1,120})?)\]/g,
    means: (match, before, after) =>
      !/^[[(:]/.test(after) && !/[\p{L}\p{N}]\0*$/u.test(before) && isSlot(match.slice(1, -1), true),
  },
  { pattern: /(?<!<)<(?![/!])([^<>\n]{1,80})>(?!>)/g, means: (match) => isSlot(match.slice(1, -1), false) },
  { pattern: /<<[^<>\n]{1,60}>>/g },
  { pattern: /\{\{[^{}\n]{0,120}\}\}|\{%[^{}\n]{1,120}%\}/g },
  { pattern: /\$\{[^{}\n]{0,120}\}/g },
  { pattern: /(?<![{$])\{([^{}\n]{1,80})\}(?!\})/g, means: (match) => isSlot(match.slice(1, -1), false) },
  { pattern: /\blorem[\s\0]+ipsum\b(?:[\s\0]+dolor\b)?/gi },
  {
    pattern: /(?<![\p{L}\p{N}?!.,”"’)])\?{3,}(?!\p{L})/gu,
  },
  { pattern: /(?<![\p{L}\p{N}/&=_-])_{3,}(?![\p{L}\p{N}/&=_-])/gu },
  { pattern: /\b(?:TODO|FIXME)(?=[\s\0]*[:(])|\bFIXME\b/g },
  { pattern: /\bClick (?:here|or tap here) to enter (?:text|a date)\b\.?/gi },
  {
    pattern:
      /\bError! (?:Reference source not found|Bookmark not defined|Hyperlink reference not valid)\b\.?/g,
  },
  { pattern: /#(?:REF!|VALUE!|DIV\/0!|NAME\?|NULL!)/g },
];
/** One look that tells whether any pattern can match: nine blocks of ten are done with it. */
const POSSIBLE = /[[<{]|TK|XX|xxx|TB[ACD]|\?\?\?|___|TODO|FIXME|Error!|#(?:REF|VALUE|DIV|NAME|NULL)/;

/** Whether a text may hold any; searched for apart what begins with letters that every text is full of. */
function isPossible(text: string): boolean {
  return (
    POSSIBLE.test(text) ||
    text.includes('lorem') ||
    text.includes('Lorem') ||
    text.includes('LOREM') ||
    text.includes('to enter')
  );
}

/** Whether what stands between brackets is a slot or an instruction, not an editor's word or a citation. */
function isSlot(inner: string, inSquareBrackets: boolean): boolean {
  const text = inner.replaceAll(HIDDEN, '').replace(/\s+/g, ' ').trim();
  if (/^[●•○■_…]+$/.test(text)) return !/^…+$/.test(text);
  if (text.length < 2) return false;
  const isCapital = text === text.toUpperCase() && /[A-Z]/.test(text);
  if (INSTRUCTION.test(text)) return isCapital || !MILD_INSTRUCTION.test(text);
  if (!SLOT_PHRASE.test(text) || !HAS_SLOT.test(text)) return false;
  if (isCapital) return true;
  // In lower case, an editor may have put the word into a quotation; between square brackets two are wanted.
  return inSquareBrackets
    ? /^(?:Full |First |Last )?Name$|^(?:name|title|date|number|amount|text|quote) (?:of|here|and)\b/i.test(
        text,
      )
    : /^(?:name|country|date|city|title (?:of|and)|quote|amount|number)\b/i.test(text) && text !== 'title';
}

/** What a template or a hurried hand left in the text. */
export const placeholder = defineRule({
  code: 'body/placeholder',
  scope: 'block',
  severity: 'error',
  title: 'The text still holds a placeholder.',
  why: 'A template’s slot, or a note of the writer to himself, that goes out with the statement is on the front pages within the hour.',
  bad: [
    {
      title: '“To come”, as editors write it.',
      body: 'Trade between the two countries reached ⟦TK⟧ last year.\n\n\\###\n',
    },
    {
      title: 'A slot of the template.',
      body: 'President Noriega spoke today with ⟦[NAME OF PRINCIPAL]⟧ of Norland.\n\n\\###\n',
    },
    { title: 'An instruction.', body: 'The two leaders discussed ⟦<insert topics>⟧ and trade.\n\n\\###\n' },
    {
      title: 'A figure left open.',
      body: 'The fund will hold $⟦XX⟧ million, ⟦TBD⟧ by the ministers.\n\n\\###\n',
    },
    {
      title: 'A snippet’s tab stop.',
      body: 'The two leaders met in ⟦\u0024{1:city}⟧ and ⟦{{venue}}⟧.\n\n\\###\n',
    },
    { title: 'Filler.', body: '⟦Lorem ipsum dolor⟧ sit amet.\n\n\\###\n' },
    { title: 'A blank to fill in.', body: 'The two leaders will meet again in ⟦____⟧ and ⟦???⟧.\n\n\\###\n' },
  ],
  good: [
    {
      title: 'Links and references.',
      body: 'The [NAME](https://www.example.org/name) and [DATE][1] are known.\n\n\\###\n',
    },
    {
      title: 'An editor’s brackets in a quotation.',
      body: '“I told [the President] that [inaudible] is [sic] ready,” \\[Senior Official\\] said. \\[NATO\\] agreed.[1]\n\n\\###\n',
    },
    {
      title: 'Roman figures.',
      body: 'The final, Super Bowl XXX, fell under Title XX and the XXX Olympiad.\n\n\\(xxx\\) the Chair.\n\n\\###\n',
    },
    { title: 'Said in a briefing.', body: 'MS. HOLM: The venue is TBD. Really???\n\n\\###\n' },
    { title: 'Check boxes.', body: '- [ ] Signed\n- [x] Sealed\n\n\\###\n' },
  ],
  calibration:
    'Over the 10,067 documents of the archive: one finding, and it is real (a “[LINK]” that was never put in). Editors’ brackets, redactions (“[reporter name]”), Roman figures and legal lettering stay silent.',
  *check(block: Block): Iterable<Problem> {
    if (block.kind === 'code' || block.kind === 'rule' || !isPossible(block.text)) return;
    for (const span of placeholdersIn(block.text, proseOf(block))) {
      yield {
        span,
        message: `“${block.text.slice(span.start, span.end).replace(/\s+/g, ' ')}” is a placeholder that was never filled in. Write what belongs here, or take it out.`,
      };
    }
  },
});

/**
 * The placeholders of a text, in order, without overlaps.
 * @param prose the text without its markup, as long as the text.
 */
export function placeholdersIn(raw: string, prose: string): Span[] {
  if (!isPossible(raw)) return [];
  const spans: Span[] = [];
  for (const { pattern, means } of PATTERNS) {
    // Underscores and angle brackets may be hidden as markup; there the raw text is read.
    const text = pattern.source.includes('_{3') || pattern.source.includes('<') ? raw : prose;
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (means && !means(match[0], text.slice(Math.max(0, start - 30), start), text.slice(end, end + 30)))
        continue;
      if (text !== prose && isInTarget(prose, start, end)) continue;
      spans.push({ start, end });
    }
  }
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  let last = 0;
  return spans.filter((span) => {
    if (span.start < last) return false;
    last = span.end;
    return true;
  });
}

/** Whether the characters on both sides are hidden too: then this is part of an address or a code span. */
function isInTarget(prose: string, start: number, end: number): boolean {
  return prose[start - 1] === HIDDEN || prose[end] === HIDDEN;
}
