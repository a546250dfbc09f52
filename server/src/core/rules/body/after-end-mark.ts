import type { Chunk } from '../../document/chunk.ts';
import { defineRule, type Problem } from '../rule.ts';
import { endMarks } from './end-marks.ts';
import { HIDDEN, proseOf } from './prose.ts';

/** What may follow the mark: a time or its zone, a footnote, and from an annex's heading on anything. */
const TIME = /^(?:\d{1,2}:\d{2}\s*[ap]\.?m\.?\s*)?(?:[A-Z]{1,4}|\(local\))?\.?$/i;
const FOOTNOTE =
  /^(?:\[\^?[\w*]{1,4}\]|[*†‡§]|\(\d{1,2}\)|\d{1,2}[.)]\s|notes?\b|footnotes?\b|sources?\b|\*+\s*denotes)/i;
const ANNEX = /^(?:annex|appendix|attachments?|enclosures?|schedule|table|exhibit)\b/i;
/** Whether a text closes with its time, as transcripts do: `END  3:30 P.M. EST`. */
const TRANSCRIPT_END = /^\W*END\b/;

/** Text behind the end mark. */
export const afterEndMark = defineRule({
  code: 'body/after-end-mark',
  scope: 'document',
  severity: 'warning',
  title: 'There is text behind the end mark.',
  why: 'Who stops reading at the mark, as newsrooms do, never sees it; most often it is something that was not meant to go out at all.',
  bad: [
    {
      title: 'A forgotten note.',
      body: 'The two leaders agreed to stay in touch.\n\n\\###\n\n⟦Cleared by the front office on Friday.⟧\n',
    },
  ],
  good: [
    { title: 'Nothing but blank lines.', body: 'The two leaders agreed to stay in touch.\n\n\\###\n\n\n' },
    {
      title: 'A translation with its own mark.',
      body: 'The leaders met.\n\n\\###\n\nDie Führung traf sich.\n\n\\###\n',
    },
    {
      title: 'Footnotes and the time of a transcript.',
      body: 'Thank you.[1]\n\nEND  3:30 P.M.\nEST\n\n\\[1\\] Figures of May.\n',
    },
  ],
  calibration:
    'Over the 10,067 documents of the archive: two findings, both real: a mark above the transcript it should close, and a note behind the mark.',
  *check({ readout }): Iterable<Problem> {
    let at = readout.chunks.length - 1;
    while (at >= 0 && endMarks(readout.chunks[at] as Chunk).length === 0) at--;
    const mark = at < 0 ? undefined : endMarks(readout.chunks[at] as Chunk).at(-1);
    if (!mark) return;
    const isTranscript = TRANSCRIPT_END.test(mark.block.text);
    const last = (readout.chunkFirsts[at] as number) + mark.index;
    for (const { block, start: blockStart, index } of readout.placed(at)) {
      if (index <= last) continue;
      if (block.kind === 'rule' || block.kind === 'blank' || block.kind === 'code') continue;
      const text = proseOf(block).replaceAll(HIDDEN, '').replace(/\s+/g, ' ').trim();
      if (text === '' || !/[\p{L}\p{N}]/u.test(text)) continue;
      if (TIME.test(text) || FOOTNOTE.test(text) || /^\s*<sup>/.test(block.text)) continue;
      if (ANNEX.test(text) || (isTranscript && /^to view\b/i.test(text))) return;
      const start = blockStart + block.content.start;
      const lineEnd = block.text.slice(block.content.start, block.contentEnd).search(/[\r\n]/);
      const end = lineEnd < 0 ? blockStart + block.contentEnd : start + lineEnd;
      yield {
        span: { start, end },
        message:
          'This stands behind the end mark. Move it in front of the mark if it belongs to the statement, or take it out.',
      };
      return;
    }
  },
});
