/**
 * What a preview shows of a readout beside its prose: the head of a press release, the marks on names and figures, the
 * end mark. Plain text and places alone; whoever shows it escapes it.
 */
import type { Settings } from '../config/settings.ts';
import { type Day, spellDay, weekdayOf } from '../document/calendar.ts';
import { datesOf, readDay, readTimestamp, scalarField, type Timestamp } from '../document/facts.ts';
import type { Frontmatter } from '../document/frontmatter.ts';
import type { Readout } from '../document/readout.ts';
import { type Participant, summaryOf } from '../entities/participants.ts';
import { mentionsOf } from '../entities/recognise.ts';
import type { EntityType } from '../entities/types.ts';
import { withValues } from '../entities/values.ts';
import { statusOf } from '../rules/release/status.ts';
import type { Span } from '../text/span.ts';
import { participantName } from './explorer.ts';
import { TYPE_NAMES } from './hover.ts';
import { identitiesOf } from './identities.ts';
import { oneLine } from './words.ts';

/** A name or figure in the text. */
export interface PreviewMark {
  readonly span: Span;
  readonly type: EntityType;
  /** What it is, in words: `Person: Adele Strand`. */
  readonly label: string;
}

/** Somebody who took part. */
export interface PreviewParticipant {
  readonly name: string;
  /** Office and country; may be empty. */
  readonly detail: string;
}

/** A readout as a press release. */
export interface Preview {
  /** On one line; empty without a title. */
  readonly title: string;
  /** `Tuesday, March 5, 2024`; a date that cannot be read stands as it is written; empty without one. */
  readonly date: string;
  /** What keeps the statement from going out: `Draft`, `Embargoed until …`. */
  readonly notices: readonly string[];
  readonly participants: readonly PreviewParticipant[];
  /** Who else was there, by a list that says so. */
  readonly attendees: readonly PreviewParticipant[];
  /** The frontmatter, from the file's start; empty without one. */
  readonly head: Span;
  /** The last end mark, and how it reads without Markdown's escapes. */
  readonly endMark: { readonly span: Span; readonly text: string } | undefined;
  /** In order. */
  readonly marks: readonly PreviewMark[];
}

/** The preview of a document. Linear in its length. */
export function previewOf(readout: Readout, settings: Settings): Preview {
  const { frontmatter } = readout;
  const { principals, counterparts, attendees } = summaryOf(readout, settings);
  return {
    title: oneLine(scalarField(frontmatter, 'title')?.value.text ?? ''),
    date: dateLine(frontmatter),
    notices: noticesOf(frontmatter),
    participants: [...principals, ...counterparts].flatMap(participantOf),
    attendees: attendees.flatMap(participantOf),
    head: { start: 0, end: frontmatter ? readout.bodyStart : 0 },
    endMark: endMarkOf(readout),
    marks: marksOf(readout, settings),
  };
}

function dateLine(frontmatter: Frontmatter | undefined): string {
  const day = frontmatter && datesOf(frontmatter).date;
  return day ? spellOut(day) : oneLine(scalarField(frontmatter, 'date')?.value.text ?? '');
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function spellOut(day: Day): string {
  return `${WEEKDAYS[weekdayOf(day)] ?? ''}, ${spellDay(day)}`;
}

function noticesOf(frontmatter: Frontmatter | undefined): string[] {
  const notices: string[] = [];
  if (statusOf(frontmatter) === 'draft') notices.push('Draft');
  const embargo = oneLine(scalarField(frontmatter, 'embargo_until')?.value.text ?? '');
  if (embargo) {
    const reading = readTimestamp(embargo);
    notices.push(
      `Embargoed until ${reading.kind === 'timestamp' ? spellMoment(reading.timestamp) : embargo}`,
    );
  }
  return notices;
}

/** `March 5, 2024, 10:00 (UTC−05:00)`. */
function spellMoment(moment: Timestamp): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  const ahead = Math.abs(moment.offset);
  const offset = `${moment.offset < 0 ? '−' : '+'}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
  return `${spellDay(moment)}, ${two(moment.hour)}:${two(moment.minute)} (UTC${offset})`;
}

function participantOf(participant: Participant): PreviewParticipant[] {
  const name = participantName(participant);
  if (name === '') return [];
  const detail = [participant.name && participant.office?.text, participant.name && participant.of?.text];
  return [{ name, detail: oneLine(detail.filter(Boolean).join(', ')) }];
}

function endMarkOf(readout: Readout): Preview['endMark'] {
  for (let index = readout.blocks.length - 1; index >= 0; index--) {
    const block = readout.blocks[index];
    if (block?.kind !== 'endMark') continue;
    const { start, end } = block.content;
    const at = readout.starts[index] ?? 0;
    const text = oneLine(block.text.slice(start, end).replace(/[\\*_]/g, ''));
    return { span: { start: at + start, end: at + end }, text };
  }
  return undefined;
}

function marksOf(readout: Readout, settings: Settings): PreviewMark[] {
  const names = new Map<number, string>();
  for (const { name, mentions } of identitiesOf(readout, settings).all)
    for (const { span } of mentions) names.set(span.start, name);
  return withValues(readout, mentionsOf(readout, settings), settings).map(({ type, span, text, value }) => ({
    span,
    type,
    label: `${TYPE_NAMES[type]}: ${names.get(span.start) ?? valueInWords(type, value) ?? oneLine(text)}`,
  }));
}

/** A day with its weekday; any other value as it is. */
function valueInWords(type: EntityType, value: string | undefined): string | undefined {
  const day = type === 'DATE' && value !== undefined ? readDay(value) : undefined;
  return day ? `${spellOut(day)} (${value})` : value;
}
