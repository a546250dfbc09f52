/**
 * Who met or spoke with whom, in which form, where and when: read from the title and from the first sentences of the
 * body. Every part carries the places that say so. What is not said in so many words is left out.
 */
import type { Settings } from '../config/settings.ts';
import type { Block } from '../document/block.ts';
import { scalarField } from '../document/facts.ts';
import type { Readout } from '../document/readout.ts';
import { sourceSpanOrWhole } from '../document/scalar.ts';
import { shift } from '../text/span.ts';
import { namesIn } from './names.ts';
import { attendeeIn, introducesAttendees, itemsBehind } from './participants/attendees.ts';
import { type Contact, contactInLead, contactInTitle } from './participants/contact.ts';
import { type Form, mergeForms } from './participants/forms.ts';
import { isMeantBy, mergeParties, type Part, type Participant, shareParty } from './participants/parties.ts';
import { passageOf } from './participants/passage.ts';
import { recognise } from './recognise.ts';
import type { Mention } from './types.ts';
import { withValues } from './values.ts';

export type { Form, FormKind } from './participants/forms.ts';
export type { Affiliation, Part, Participant } from './participants/parties.ts';

/** What a readout says of the contact it reports. Each list may be empty: then the document does not say, or not plainly. */
export interface Summary {
  /** The house’s own side: who is named first. */
  readonly principals: readonly Participant[];
  /** The other side: with whom they met or spoke. */
  readonly counterparts: readonly Participant[];
  /** Who else took part, from a list that says so (`Participants in today’s meeting included:`). */
  readonly attendees: readonly Participant[];
  /** `call`; `virtual` and `meeting`; `trilateral` and `meeting`; … */
  readonly forms: readonly Form[];
  readonly places: readonly Part[];
  /** The summit or conference on whose margins they met. */
  readonly occasion: Part | undefined;
  /** The days named, with their values. */
  readonly dates: readonly Mention[];
}

/** How many blocks at the head of the body may hold the lead. */
const LEAD_BLOCKS = 6;

/** Reads the participants of a document. Looks at the title, the first paragraphs, and lists of participants. */
export function summaryOf(readout: Readout, settings: Settings): Summary {
  const inTitle = titleContact(readout);
  const inLead = sameWay(leadContact(readout, settings), inTitle);
  const dates = withValues(readout, placed(inLead?.dates ?? []), settings);
  return {
    principals: mergeParties(inLead?.principals ?? [], inTitle?.principals ?? []),
    counterparts: mergeParties(inLead?.counterparts ?? [], inTitle?.counterparts ?? []),
    attendees: attendeesOf(readout, settings),
    forms: mergeForms([...(inTitle?.forms ?? []), ...(inLead?.forms ?? [])], inLead?.verb ?? inTitle?.verb),
    places: mergeParts(inLead?.places ?? [], inTitle?.places ?? []),
    occasion: inLead?.occasion ?? inTitle?.occasion,
    dates,
  };
}

/** The lead with its sides turned round where it names first whom the title names second. */
function sameWay(lead: Contact | undefined, title: Contact | undefined): Contact | undefined {
  if (!lead || !title) return lead;
  const named = lead.principals.flatMap((party) => divided(party, title.counterparts));
  const crossed = shareParty(named, title.counterparts) && !shareParty(named, title.principals);
  if (crossed && named.length === lead.principals.length)
    return { ...lead, principals: lead.counterparts, counterparts: named };
  if (lead.counterparts.length > 0 || title.principals.length === 0) return lead;
  // `President Noriega and President Holm met`: the title tells whose side is whose.
  const isOwn = (party: Participant) => title.principals.some((own) => isMeantBy(party, own));
  const isOther = (party: Participant) =>
    title.counterparts.some((other) => isMeantBy(party, other)) ||
    (lead.isMutual && title.counterparts.length === 0 && !title.isMutual && !isOwn(party));
  const counterparts = named.filter(isOther);
  const principals = named.filter((party) => !isOther(party));
  return principals.length > 0 ? { ...lead, principals, counterparts } : lead;
}

/** The lead’s dates carry spans from the file’s start already; a date said twice is one. */
function placed(dates: readonly Mention[]): Mention[] {
  return dates.filter(
    (date, index) => dates.findIndex(({ span }) => span.start === date.span.start) === index,
  );
}

function mergeParts(lead: readonly Part[], title: readonly Part[]): Part[] {
  const parts = [...lead];
  for (const part of title) {
    const index = parts.findIndex(({ text }) => text === part.text);
    const known = parts[index];
    if (known) parts[index] = { ...known, spans: [...known.spans, ...part.spans] };
    else parts.push(part);
  }
  return parts;
}

/** In `the President and Speaker Ruiz` two offices stand before a name; the title tells that only one is that person’s. */
function divided(party: Participant, others: readonly Participant[]): Participant[] {
  const joint = party.office?.text.lastIndexOf(' and ') ?? -1;
  const { office, name } = party;
  const span = office?.spans[0];
  if (!office || !span || !name || joint < 0) return [party];
  const own = office.text.slice(joint + 5);
  const isOther = others.some((other) => other.office?.text === own && isMeantBy(party, other));
  // Blanks were made single in the text of an office: only where none was do offsets within it hold.
  if (!isOther || span.end - span.start !== office.text.length) return [party];
  const cut = span.start + joint;
  return [
    { office: { text: office.text.slice(0, joint), spans: [{ start: span.start, end: cut }] } },
    { ...party, office: { text: own, spans: [{ start: cut + 5, end: span.end }] } },
  ];
}

function titleContact(readout: Readout): Contact | undefined {
  const field = scalarField(readout.frontmatter, 'title');
  if (!field) return undefined;
  const text = onBlanks(field.value.text);
  const place = (start: number, end: number) => sourceSpanOrWhole(field.value, start, end);
  return contactInTitle(passageOf(text, namesInTitle(field.value.text), place));
}

/**
 * The names in a headline.
 * @param title the value of the `title` field; the mentions' spans are offsets in it.
 */
export function namesInTitle(title: string): Mention[] {
  return namesIn(onBlanks(title)).map(withoutForm);
}

/** A no-break space binds words of a headline and says nothing to the reader of names. */
function onBlanks(title: string): string {
  return title.replace(/[\s\u00a0]/g, ' ');
}

const FORM_BEHIND_NAME =
  / (?:Call|Meeting|Travel|Trip|Visit|Remarks|Conversation|Roundtable|Participation|Video)s?$/;

/** Headlines that leave out the `’s` (`President Noriega Call with …`) make the form look like part of the name. */
function withoutForm(mention: Mention): Mention {
  const form = mention.type === 'PERSON' ? FORM_BEHIND_NAME.exec(mention.text) : null;
  if (!form) return mention;
  const { start } = mention.span;
  return { ...mention, text: mention.text.slice(0, form.index), span: { start, end: start + form.index } };
}

function leadContact(readout: Readout, settings: Settings): Contact | undefined {
  const { blocks } = recognise(readout, settings);
  let count = 0;
  let isFirst = true;
  for (const { block, start, index } of readout.placed()) {
    if (block.kind === 'blank') continue;
    if (++count > LEAD_BLOCKS) return undefined;
    // A line in italics or a link alone is a subtitle.
    if (block.kind !== 'paragraph' || /^\s*[*_[][^*_]*[*_)]\s*$/.test(block.text.slice(0, 600))) continue;
    const place = (from: number, to: number) => ({ start: start + from, end: start + to });
    const passage = passageOf(block.text, blocks[index] ?? [], place);
    const contact = contactInLead(passage);
    if (contact && (isFirst || contact.counterparts.length > 0)) {
      const dates = contact.dates.map((date) => ({ ...date, span: shift(date.span, start) }));
      return { ...contact, dates };
    }
    isFirst = false;
  }
  return undefined;
}

function attendeesOf(readout: Readout, settings: Settings): Participant[] {
  const attendees: Participant[] = [];
  for (const [index, block] of readout.blocks.entries()) {
    if (!introducesAttendees(block)) continue;
    const { blocks } = recognise(readout, settings);
    for (const item of itemsBehind(readout.blocks, index)) {
      const start = readout.starts[item] as number;
      const place = (from: number, to: number) => ({ start: start + from, end: start + to });
      const passage = passageOf((readout.blocks[item] as Block).text, blocks[item] ?? [], place);
      const attendee = attendeeIn(passage);
      if (attendee) attendees.push(attendee);
    }
  }
  return attendees;
}
