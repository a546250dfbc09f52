/** Addresses in a document that an editor can open: `source_url`, Markdown links, bare URLs. */
import type { Block } from '../document/block.ts';
import { derive } from '../document/derive.ts';
import type { Frontmatter } from '../document/frontmatter.ts';
import type { Readout } from '../document/readout.ts';
import { type Span, shift } from '../text/span.ts';

/** An address and where it stands. */
export interface Link {
  readonly span: Span;
  /** Absolute `http` or `https` URL. */
  readonly target: string;
}

/** A URL up to white space or a character that cannot stand in one. No part can match what another does. */
const BARE = /https?:\/\/[^\s<>"“”`{}|\\^]{1,2000}/gi;

/** Cuts off what belongs to the sentence: closing punctuation, and brackets that the URL does not open. */
function trimmed(url: string): string {
  let end = url.length;
  let opened = 0;
  for (const unit of url) opened += unit === '(' ? 1 : unit === ')' ? -1 : 0;
  for (; end > 0; end--) {
    const last = url[end - 1] as string;
    if (last === ')' && opened < 0) opened++;
    else if (!/[.,;:!?'’*_\]]/.test(last)) break;
  }
  return url.slice(0, end);
}

function linksIn(text: string, escaped: boolean): Link[] {
  const found: Link[] = [];
  for (const match of text.matchAll(BARE)) {
    const url = trimmed(match[0]);
    if (!/^https?:\/\/[^/]*\w/i.test(url)) continue;
    // In Markdown a backslash or an emphasis mark may be escaped; the pattern ends before a backslash.
    found.push({
      span: { start: match.index, end: match.index + url.length },
      target: escaped ? url : encodeURI(decodeSafely(url)),
    });
  }
  return found;
}

/** Half a character, which no address can hold and `encodeURI` refuses. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function decodeSafely(url: string): string {
  const whole = url.replace(LONE_SURROGATE, '');
  try {
    return decodeURI(whole);
  } catch {
    return whole;
  }
}

const linksInBlock = derive((block: Block): readonly Link[] =>
  block.kind === 'code' || !block.text.includes('://') ? [] : linksIn(block.text, false),
);

const linksInFrontmatter = derive((frontmatter: Frontmatter): readonly Link[] =>
  frontmatter.fields.flatMap(({ value }) => {
    if (value.kind !== 'scalar' || !/^https?:\/\/[^\s/]/i.test(value.text) || /\s/.test(value.text))
      return [];
    const quotes = value.style === 'single' || value.style === 'double' ? 1 : 0;
    return [
      {
        span: { start: value.span.start + quotes, end: Math.max(value.span.start, value.span.end - quotes) },
        target: encodeURI(decodeSafely(value.text)),
      },
    ];
  }),
);

/** The links of a document, in order. Kept with each block. */
export function linksOf(readout: Readout): Link[] {
  const found: Link[] = readout.frontmatter ? [...linksInFrontmatter(readout.frontmatter)] : [];
  for (let index = 0; index < readout.blocks.length; index++) {
    for (const { span, target } of linksInBlock(readout.blocks[index] as Block))
      found.push({ span: shift(span, readout.starts[index] as number), target });
  }
  return found;
}
