import type { Block } from '../../document/block.ts';
import type { Readout } from '../../document/readout.ts';
import { headlineOf, tagsIn } from '../readout/headline.ts';
import { defineRule, type Problem } from '../rule.ts';
import { endMarks } from './end-marks.ts';

/** Titles of texts that never carry the mark: transcripts, and what the President signs. */
const NEVER_MARKED =
  /\b(?:remarks|briefing|gaggle|press (?:call|conference)|interview|transcript|proclamation|executive order|memorandum|message to|letters?|notice|inaugural|toast|eulogy|schedule|order)\b/i;
/** Titles of the office's own announcements, which carry it under other tags too. */
const ALWAYS_MARKED =
  /^(?:(?:president|vice president)\b.{0,60}\b(?:announces|approves|nominates|appoints|names)\b|press release\b)/i;
/** The close of what is signed: “THE WHITE HOUSE, July 30, 2021.” */
const SIGNED = /\bTHE WHITE HOUSE,?[\s*]{1,8}[A-Z][a-z]+ \d{1,2}, \d{4}\.?\s*$/;
/** A last line that is meant as end mark and is none: `\##`, `# #`, `\#`. */
const BROKEN_MARK = /^(?:[*_]{1,3})?(?:\\?#[ \t\u00a0]*){1,9}(?:[*_]{1,3})?\\?$/;

/** A readout without its end mark. */
export const endMark = defineRule({
  code: 'body/end-mark',
  scope: 'document',
  severity: 'information',
  title: 'The text does not close with an end mark.',
  why: 'The end mark tells every newsroom that nothing is missing: without it, a text cut off in transit looks complete.',
  options: {
    tags: {
      default: ['statements-releases'],
      description:
        'Tags of the documents that close with an end mark. Transcripts, orders, proclamations and letters under these tags are left alone.',
      schema: { type: 'array', items: { type: 'string' }, uniqueItems: true },
    },
  },
  bad: [
    {
      title: 'The text just stops.',
      body: 'President Noriega spoke today with Prime Minister Adele Strand of Norland⟦.⟧\n',
      fixed: 'President Noriega spoke today with Prime Minister Adele Strand of Norland.\n\n\\###\n',
    },
    {
      title: 'A mark that lost a sign.',
      body: 'President Noriega spoke today with Prime Minister Adele Strand of Norland.\n\n⟦\\##⟧\n',
      fixed: 'President Noriega spoke today with Prime Minister Adele Strand of Norland.\n\n\\###\n',
    },
  ],
  good: [
    { title: 'The usual mark.', body: 'The two leaders agreed to stay in touch.\n\n\\###\n' },
    { title: 'The form with blanks.', body: 'The two leaders agreed to stay in touch.\n\n\\# \\# \\#\n' },
    {
      title: 'A transcript ends with the time.',
      frontmatter: { title: 'Remarks by President Noriega on Trade' },
      body: 'THE PRESIDENT: Thank you.\n\n3:30 P.M. EST\n',
    },
  ],
  calibration:
    'In the archive 92 % of the readouts, statements and fact sheets under `statements-releases` carry the mark, none of those published since 2025 under `briefings-statements` does, and transcripts do as they please. The rule therefore asks for it only under the tags given, and for announcements (“President … Announces …”), of which 96 % carry it.',
  *check({ readout, options }): Iterable<Problem> {
    if (readout.chunks.some((chunk) => endMarks(chunk).length > 0)) return;
    let last = readout.blockCount - 1;
    while (last >= 0 && isUnseen(readout.blocks[last] as Block)) last--;
    const block = readout.blocks[last];
    const start = readout.starts[last];
    if (!block || start === undefined || block.contentEnd === 0) return;
    const { content } = block;
    const text = block.text.slice(content.start, content.end);
    if (text.length <= 40 && BROKEN_MARK.test(text)) {
      const span = { start: start + content.start, end: start + content.end };
      yield {
        span,
        message: `“${text}” is no end mark. Close the text with a line that holds only \\### so that readers know nothing is missing.`,
        fixes: () => [{ title: 'Change to \\###', edits: [{ span, newText: '\\###' }], safe: true }],
      };
      return;
    }
    if (!shouldBeMarked(readout, options['tags']) || SIGNED.test(text.slice(-200))) return;
    const end = start + block.contentEnd;
    const lineBreak = block.text.includes('\r\n') || readout.head.includes('\r\n') ? '\r\n' : '\n';
    // Blanks behind the last word stay where they are: a fix changes nothing that it need not.
    let from = block.contentEnd;
    while (from < block.text.length && !/[\r\n]/.test(block.text[from] as string)) from++;
    yield {
      span: { start: end - 1, end },
      message:
        'The text has no end mark. Close it with a line that holds only \\### so that readers know nothing is missing.',
      fixes: () => [
        {
          title: 'Append the end mark',
          edits: [
            {
              span: { start: start + from, end: start + block.text.length },
              newText: `${lineBreak}${lineBreak}\\###${lineBreak}`,
            },
          ],
          safe: true,
        },
      ],
    };
  },
});

/** Blank lines and comments: nobody sees them. */
function isUnseen(block: Block): boolean {
  return block.kind === 'blank' || (block.kind === 'html' && /^\s*<!--/.test(block.text));
}

function shouldBeMarked(readout: Readout, tagsWanted: unknown): boolean {
  const title = headlineOf(readout)?.text ?? '';
  if (NEVER_MARKED.test(title)) return false;
  const tags = readout.frontmatter ? tagsIn(readout.frontmatter) : [];
  const wanted: readonly unknown[] = Array.isArray(tagsWanted) ? tagsWanted : [];
  if (tags.some((tag) => wanted.includes(tag))) return true;
  return tags.length === 0
    ? /^(?:readout|statement)\b/i.test(title)
    : ALWAYS_MARKED.test(title) && tags.includes('presidential-actions');
}
