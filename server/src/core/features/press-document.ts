/**
 * A statement as it goes out: what the frontmatter says about it, and the body as a tree of blocks without any Markdown.
 * Press text, HTML and DOCX are written from this. A shell reads the body, because the Markdown parser is no part of
 * the core.
 */
import { formatDay, spellDay } from '../document/calendar.ts';
import { datesOf, readTimestamp, scalarField } from '../document/facts.ts';
import type { Readout } from '../document/readout.ts';

/** A run of text in one style. */
export interface PressText {
  readonly kind: 'text';
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strike: boolean;
  readonly code: boolean;
  /** A complete address: `https:`, `http:`, `mailto:` or `tel:`; undefined for text that is no link. */
  readonly href: string | undefined;
}

/** Text, or a line break that was meant. */
export type PressInline = PressText | { readonly kind: 'break' };

/** One block of the body. */
export type PressBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly content: readonly PressInline[] }
  | { readonly kind: 'paragraph'; readonly content: readonly PressInline[] }
  | {
      readonly kind: 'list';
      /** Number of the first item; undefined for a list of bullets. */
      readonly start: number | undefined;
      readonly items: readonly (readonly PressBlock[])[];
    }
  | { readonly kind: 'quote'; readonly blocks: readonly PressBlock[] }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'table';
      /** Rows of cells; the first row is the header. */
      readonly rows: readonly (readonly (readonly PressInline[])[])[];
    }
  | { readonly kind: 'rule' }
  /** `###`, `-30-` and their like, without backslashes and emphasis. */
  | { readonly kind: 'endMark'; readonly text: string };

/** What the frontmatter says about a statement, as far as it says it. */
export interface PressHead {
  readonly title: string | undefined;
  readonly date:
    | {
        /** `2031-03-04`. */
        readonly iso: string;
        /** `March 4, 2031`. */
        readonly written: string;
      }
    | undefined;
  /** When it was or will be published, in ISO 8601 with offset. */
  readonly published: string | undefined;
  /** End of the embargo in words, unless the statement is released. */
  readonly embargo: string | undefined;
  readonly source: string | undefined;
  readonly tags: readonly string[];
  /** BCP 47; `en` where the frontmatter has no `lang` or `language`. */
  readonly language: string;
}

/** A statement ready to be written out. */
export interface PressDocument {
  readonly head: PressHead;
  readonly blocks: readonly PressBlock[];
}

/** What stands above the text of a statement. */
export function pressHeadOf({ frontmatter }: Readout): PressHead {
  const text = (key: string): string | undefined => {
    const value = scalarField(frontmatter, key)?.value.text;
    const clean = value === undefined ? '' : printable(value).replace(/\s+/g, ' ').trim();
    return clean === '' ? undefined : clean;
  };
  const dates = frontmatter && datesOf(frontmatter);
  const day = dates?.date ?? dates?.published;
  const source = text('source_url');
  const language = text('lang') ?? text('language');
  const tags = frontmatter?.fields.find(({ key }) => key === 'tags')?.value;
  const names =
    tags?.kind === 'sequence' ? tags.items.map((item) => ('text' in item ? item.text : '')) : [text('tags')];
  return {
    title: text('title'),
    date: day && { iso: formatDay(day), written: spellDay(day) },
    published: dates?.published && text('published_time')?.replace(' ', 'T'),
    embargo: text('status')?.toLowerCase() === 'released' ? undefined : writtenMoment(text('embargo_until')),
    source: source !== undefined && isAddress(source) ? source : undefined,
    tags: names.flatMap((name) => (name ? [printable(name).trim()] : [])),
    language:
      language !== undefined && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/.test(language) ? language : 'en',
  };
}

/** `7:00 PM (UTC-05:00), March 4, 2031`; what is no timestamp stays as it is written. */
function writtenMoment(written: string | undefined): string | undefined {
  const reading = readTimestamp(written ?? '');
  if (reading.kind !== 'timestamp') return written;
  const { hour, minute, offset } = reading.timestamp;
  const two = (number: number): string => String(number).padStart(2, '0');
  const minutes = Math.abs(offset);
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  const half = hour < 12 ? 'AM' : 'PM';
  return `${hour % 12 === 0 ? 12 : hour % 12}:${two(minute)} ${half} (UTC${zone}), ${spellDay(reading.timestamp)}`;
}

/** Whether a link may go out: an address of the web, of mail or of a telephone, and nothing that runs. */
export function isAddress(href: string): boolean {
  return /^(?:https?:\/\/[^\s/]|mailto:[^\s]|tel:[\d+])/i.test(href) && !/[\s"<>\\^`{|}\x00-\x1f]/.test(href);
}

/**
 * Text that every format can hold: without control characters (but tab and line feed) and soft hyphens; half a
 * character becomes U+FFFD (XML 1.0, section 2.2).
 */
export function printable(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\x85\u2028\u2029]/g, '\n')
    .replace(/[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b\ufeff\ufffe\uffff\ufffc]/g, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}

/** The words alone. */
export function plainText(content: readonly PressInline[]): string {
  return content.map((inline) => (inline.kind === 'break' ? '\n' : inline.text)).join('');
}
