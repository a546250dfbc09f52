/** What the Readout Explorer lists: participants, places, organisations, agreements, figures and dates, with counts. */
import type { Settings } from '../config/settings.ts';
import type { Readout } from '../document/readout.ts';
import { type Participant, summaryOf } from '../entities/participants.ts';
import { mentionsOf } from '../entities/recognise.ts';
import type { EntityType } from '../entities/types.ts';
import { withValues } from '../entities/values.ts';
import type { Span } from '../text/span.ts';
import { type Identity, identitiesOf, identityKey } from './identities.ts';
import { oneLine } from './words.ts';

/** A group of the explorer. */
export type ExplorerGroupId =
  | 'participants'
  | 'people'
  | 'places'
  | 'organizations'
  | 'nationalities'
  | 'instruments'
  | 'events'
  | 'figures'
  | 'dates';

/** One line of the explorer. */
export interface ExplorerItem {
  readonly name: string;
  /** A value, an office; may be empty. */
  readonly detail: string;
  /** Where it stands, in order. */
  readonly spans: readonly Span[];
}

export interface ExplorerGroup {
  readonly id: ExplorerGroupId;
  readonly title: string;
  readonly items: readonly ExplorerItem[];
}

const GROUPS: readonly {
  readonly id: ExplorerGroupId;
  readonly title: string;
  readonly types: readonly EntityType[];
}[] = [
  { id: 'people', title: 'People', types: ['PERSON'] },
  { id: 'places', title: 'Places', types: ['PLACE'] },
  { id: 'organizations', title: 'Organisations', types: ['ORG'] },
  { id: 'nationalities', title: 'Nationalities and groups', types: ['NORP'] },
  { id: 'instruments', title: 'Agreements', types: ['INSTRUMENT'] },
  { id: 'events', title: 'Events', types: ['EVENT'] },
  { id: 'figures', title: 'Figures', types: ['MONEY', 'PERCENT', 'NUMBER'] },
  { id: 'dates', title: 'Dates', types: ['DATE'] },
];

/** The groups of a document that have anything in them. */
export function explorerOf(readout: Readout, settings: Settings): readonly ExplorerGroup[] {
  const items = new Map<EntityType, Map<string, { name: string; detail: string; spans: Span[] }>>();
  const add = (type: EntityType, key: string, name: string, detail: string, spans: readonly Span[]): void => {
    const ofType = items.get(type) ?? new Map();
    items.set(type, ofType);
    const item = ofType.get(key);
    if (item) item.spans.push(...spans);
    else ofType.set(key, { name, detail, spans: [...spans] });
  };
  const identities = identitiesOf(readout, settings);
  for (const { type, key, name, mentions } of identities.all)
    add(
      type,
      key,
      name,
      '',
      mentions.map(({ span }) => span),
    );
  const named = new Set(GROUPS.slice(0, 6).flatMap(({ types }) => types));
  for (const { type, text, value, span } of withValues(readout, mentionsOf(readout, settings), settings)) {
    if (!named.has(type)) add(type, value ?? oneLine(text).toLowerCase(), oneLine(text), value ?? '', [span]);
  }
  const { principals, counterparts } = summaryOf(readout, settings);
  const people = identities.all.filter(({ type }) => type === 'PERSON');
  const participants = [...principals, ...counterparts].flatMap((participant) =>
    participantItem(participant, people),
  );
  const groups: ExplorerGroup[] = GROUPS.map(({ id, title, types }) => ({
    id,
    title,
    items: types
      .flatMap((type) => [...(items.get(type)?.values() ?? [])])
      .sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0)),
  }));
  groups.unshift({ id: 'participants', title: 'Participants', items: participants });
  return groups.filter((group) => group.items.length > 0);
}

/** A participant stands wherever the headline and the lead say so, and wherever the text names the person again. */
function participantItem(participant: Participant, people: readonly Identity[]): ExplorerItem[] {
  const name = participantName(participant);
  const own = participant.name?.spans ?? participant.office?.spans ?? [];
  const key = participant.name && identityKey('PERSON', participant.name.text);
  const person =
    people.find(({ mentions }) => mentions.some(({ span }) => own.some((other) => overlap(span, other)))) ??
    people.find((one) => one.key === key);
  const mentions = person?.mentions.map(({ span }) => span) ?? [];
  const spans = [...own.filter((span) => !mentions.some((other) => overlap(span, other))), ...mentions].sort(
    (a, b) => a.start - b.start,
  );
  if (name === '' || spans.length === 0) return [];
  const detail = [participant.name && participant.office?.text, participant.of?.text]
    .filter(Boolean)
    .join(', ');
  return [{ name, detail: oneLine(detail), spans }];
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** How a participant is called: by name, else by office. */
export function participantName({ name, office, of }: Participant): string {
  if (name) return oneLine(name.text);
  return oneLine([office?.text, of?.text && `of ${of.text}`].filter(Boolean).join(' '));
}
