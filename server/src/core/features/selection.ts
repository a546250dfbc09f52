/** What “expand selection” grows through: word, name, sentence, passage, section, body, file. */
import type { Settings } from '../config/settings.ts';
import type { Readout } from '../document/readout.ts';
import { recognise } from '../entities/recognise.ts';
import { lastAtMost } from '../text/lines.ts';
import { contains, type Span, shift } from '../text/span.ts';
import { sentencesOf } from './sentences.ts';

const WORD_UNIT = /[\p{L}\p{N}_’'-]/u;

/** The spans around an offset, each strictly within the next; the last is the whole file. */
export function selectionsAt(readout: Readout, settings: Settings, offset: number): Span[] {
  const file: Span = { start: 0, end: readout.length };
  const candidates =
    offset < readout.bodyStart ? inFrontmatter(readout, offset) : inBody(readout, settings, offset);
  const spans: Span[] = [];
  for (const span of [...candidates, file]) {
    const last = spans.at(-1);
    if (span.end < span.start || span.start > offset || span.end < offset) continue;
    if (last && (!contains(span, last) || (span.start === last.start && span.end === last.end))) continue;
    spans.push(span);
  }
  return spans;
}

function inBody(readout: Readout, settings: Settings, offset: number): Span[] {
  const placed = readout.blockAt(offset);
  if (!placed) return [];
  const { block, start, index } = placed;
  const local = offset - start;
  const spans: Span[] = [shift(wordAt(block.text, local), start)];
  for (const { span } of recognise(readout, settings).blocks[index] ?? []) {
    if (span.start <= local && local <= span.end) spans.push(shift(span, start));
  }
  for (const span of sentencesOf(block.text)) {
    if (span.start <= local && local <= span.end) spans.push(shift(span, start));
  }
  spans.push(shift(block.content, start));
  // The section: from the heading above to the one below that is not deeper.
  let first = index;
  const isHeading = (at: number): boolean =>
    readout.blocks[at]?.kind === 'heading' || readout.blocks[at]?.kind === 'boldHeading';
  while (first > 0 && !isHeading(first)) first--;
  if (isHeading(first)) {
    const level = readout.blocks[first]?.level || 7;
    let last = first + 1;
    while (last < readout.blocks.length && readout.blocks[last]?.kind !== 'endMark') {
      if (isHeading(last) && (readout.blocks[last]?.level || 7) <= level) break;
      last++;
    }
    const end = (readout.starts[last - 1] as number) + (readout.blocks[last - 1]?.contentEnd ?? 0);
    spans.push({ start: readout.starts[first] as number, end });
  }
  spans.push({ start: readout.bodyStart, end: readout.length });
  return spans;
}

function inFrontmatter(readout: Readout, offset: number): Span[] {
  const { frontmatter, head } = readout;
  if (!frontmatter) return [];
  const spans: Span[] = [wordAt(head, offset)];
  const { fields } = frontmatter;
  const field =
    fields.length > 0
      ? fields[
          lastAtMost(
            fields.map(({ lines }) => lines.start),
            offset,
          )
        ]
      : undefined;
  if (field && field.lines.start <= offset && offset <= field.lines.end) {
    const { value, keySpan } = field;
    if (value.style === 'single' || value.style === 'double')
      spans.push({ start: value.span.start + 1, end: value.span.end - 1 });
    for (const item of value.items) spans.push(item.span);
    spans.push(keySpan, value.span, { start: keySpan.start, end: Math.max(keySpan.end, value.span.end) });
  }
  spans.push(frontmatter.content, {
    start: frontmatter.open?.start ?? 0,
    end: frontmatter.close?.end ?? frontmatter.end,
  });
  return spans;
}

/** The word at an offset; empty where there is none. */
export function wordAt(text: string, offset: number): Span {
  let start = offset;
  let end = offset;
  while (start > 0 && offset - start < 200 && WORD_UNIT.test(text.charAt(start - 1))) start--;
  while (end < text.length && end - offset < 200 && WORD_UNIT.test(text.charAt(end))) end++;
  return { start, end };
}
