/** What can be said about a place in the text: the name or figure there, a frontmatter key, a tag. In Markdown. */
import type { Settings } from '../config/settings.ts';
import { readDay, readTimestamp } from '../document/facts.ts';
import type { Readout } from '../document/readout.ts';
import { COUNTRIES } from '../entities/data/countries.ts';
import { countryOf } from '../entities/participants/parties.ts';
import { mentionsOf } from '../entities/recognise.ts';
import type { EntityType } from '../entities/types.ts';
import { documentDateOf, withValues } from '../entities/values.ts';
import type { Span } from '../text/span.ts';
import { aboutDate, aboutMoment } from './about-date.ts';
import { countedWith, officeBefore } from './context.ts';
import type { Identity, PlacedMention } from './identities.ts';
import { nameAt } from './names.ts';
import { oneLine } from './words.ts';

/** Markdown about a span. */
export interface HoverText {
  readonly span: Span;
  readonly markdown: string;
}

/** How the types are called in front of people. */
export const TYPE_NAMES: Readonly<Record<EntityType, string>> = {
  PERSON: 'Person',
  PLACE: 'Place',
  ORG: 'Organisation',
  NORP: 'Nationality or group',
  INSTRUMENT: 'Agreement or instrument',
  EVENT: 'Event',
  DATE: 'Date',
  MONEY: 'Amount of money',
  PERCENT: 'Percentage',
  NUMBER: 'Number',
};

/** What other documents say about a name or a figure; asked only when somebody hovers. */
export interface WorkspaceFacts {
  /**
   * How often and where a name is known, by its key; undefined if nowhere else.
   * @param office what a person bears in front of it here: it tells whom a surname alone means.
   */
  nameFacts(
    key: string,
    office?: string,
  ):
    | {
        readonly documents: number;
        readonly mentions: number;
        readonly offices: readonly string[];
        readonly first: { readonly date: string; readonly title: string };
        readonly latest: { readonly date: string; readonly title: string };
      }
    | undefined;
  /** Where the same thing is counted. */
  figureFacts(
    type: EntityType,
    counted: string,
  ): readonly { readonly text: string; readonly date: string; readonly title: string }[];
}

/** What to show at an offset, or undefined if there is nothing to say. */
export function hoverAt(
  readout: Readout,
  settings: Settings,
  offset: number,
  workspace?: WorkspaceFacts,
): HoverText | undefined {
  return (
    mentionHover(readout, settings, offset, workspace) ??
    (offset < readout.bodyStart ? frontmatterHover(readout, settings, offset) : undefined)
  );
}

/** Text in which no character means anything to Markdown. */
export function escapeMarkdown(text: string): string {
  return oneLine(text).replace(/[\\`*_{}[\]()#+!|<>~&-]/g, '\\$&');
}

function mentionHover(
  readout: Readout,
  settings: Settings,
  offset: number,
  workspace: WorkspaceFacts | undefined,
): HoverText | undefined {
  const found = nameAt(readout, settings, offset);
  if (!found) return undefined;
  const { type, text, span, placed, identity } = found;
  const lines = [`**${escapeMarkdown(identity?.name ?? text)}** — ${TYPE_NAMES[type].toLowerCase()}`];
  if (identity) lines.push(...aboutName(readout, identity, workspace));
  else if (placed) lines.push(...aboutFigure(readout, settings, placed, workspace));
  else lines.push('The text below the headline does not name it.');
  return { span, markdown: lines.join('\n\n') };
}

function aboutName(readout: Readout, identity: Identity, workspace: WorkspaceFacts | undefined): string[] {
  const { type, name, key, mentions } = identity;
  const lines: string[] = [];
  const offices = new Set<string>();
  if (type === 'PERSON') {
    for (const { span } of mentions) {
      const office = officeBefore(readout, span.start);
      if (office !== undefined) offices.add(office);
    }
  }
  const known = workspace?.nameFacts(key, [...offices][0]);
  for (const office of known?.offices ?? []) offices.add(office);
  if (offices.size > 0) lines.push([...offices].slice(0, MOST_LISTED).map(escapeMarkdown).join(' · '));
  const country = type === 'PLACE' ? countryOf(name) : undefined;
  if (country) lines.push(...aboutCountry(country));
  const forms = new Set(mentions.map(({ mention }) => oneLine(mention.text)));
  forms.delete(name);
  if (forms.size > 0)
    lines.push(
      `Also written ${[...forms]
        .slice(0, MOST_LISTED)
        .map((form) => `“${escapeMarkdown(form)}”`)
        .join(', ')}.`,
    );
  if (mentions.length > 1) lines.push(`${mentions.length} mentions in this document.`);
  if (known && known.documents > 1) {
    const { documents, mentions: all, first, latest } = known;
    lines.push(
      `In ${documents} documents of this workspace, ${all} mentions; first ${when(first)}, latest ${when(latest)}.`,
    );
  }
  return lines;
}

/** A list in a hover names at most this many things. */
const MOST_LISTED = 5;

function when({ date, title }: { readonly date: string; readonly title: string }): string {
  const words = title
    ? `“${escapeMarkdown(title.length > 80 ? `${title.slice(0, 80)}…` : title)}”`
    : 'an untitled document';
  return date ? `${escapeMarkdown(date)}, ${words}` : words;
}

function aboutCountry(code: string): string[] {
  const country = COUNTRIES.find((each) => each.code === code);
  if (!country) return [];
  const { otherNames, capitals, peoples } = country;
  const facts: string[] = [];
  // The lists hold spellings for the recogniser, too: a person wants each name once.
  const bare = otherNames.map((other) => other.replace(/[. ]/g, ''));
  const names = otherNames.filter((_, index) => bare.indexOf(bare[index] ?? '') === index);
  if (names.length > 0) facts.push(`Also: ${names.slice(0, MOST_LISTED).join(', ')}`);
  if (capitals[0]) facts.push(`Capital: ${capitals[0]}`);
  const people = peoples.filter((each) => !each.includes('-'));
  if (people.length > 0) facts.push(`People: ${people.slice(0, 3).join(', ')}`);
  return facts.map(escapeMarkdown);
}

function aboutFigure(
  readout: Readout,
  settings: Settings,
  { mention, span, block }: PlacedMention,
  workspace: WorkspaceFacts | undefined,
): string[] {
  const lines: string[] = [];
  const value = mention.value ?? valueAt(readout, settings, span.start);
  if (mention.type === 'DATE') {
    if (value !== undefined) lines.push(...aboutDate(value, documentDateOf(readout)));
    return lines;
  }
  if (value !== undefined) lines.push(`Exactly \`${value}\``);
  const text = readout.blocks[block]?.text;
  const counted = text && countedWith(text, span.end - (readout.starts[block] as number));
  const others = counted ? (workspace?.figureFacts(mention.type, counted) ?? []) : [];
  if (others.length > 1) {
    lines.push(`The workspace counts ${escapeMarkdown(counted ?? '')} in ${others.length} places:`);
    lines.push(
      others
        .slice(-MOST_LISTED)
        .map((other) => `- ${escapeMarkdown(other.text)} — ${when(other)}`)
        .join('\n'),
    );
  }
  return lines;
}

/** The value of the mention that starts at an offset. */
export function valueAt(readout: Readout, settings: Settings, start: number): string | undefined {
  return withValues(readout, mentionsOf(readout, settings), settings).find(({ span }) => span.start === start)
    ?.value;
}

function frontmatterHover(readout: Readout, settings: Settings, offset: number): HoverText | undefined {
  const field = readout.frontmatter?.fields.find(
    ({ keySpan, value }) =>
      keySpan.start <= offset && offset <= Math.max(keySpan.end, value.span.end, value.span.start),
  );
  if (!field) return undefined;
  if (field.key === 'tags' && offset > field.keySpan.end) {
    const values = field.value.kind === 'sequence' ? field.value.items : [field.value];
    const value = values.find(({ span }) => span.start <= offset && offset <= span.end);
    const tag = settings.tags.find(({ name }) => name === value?.text);
    if (value && tag)
      return { span: value.span, markdown: `**${escapeMarkdown(tag.name)}**\n\n${tag.description}` };
  }
  const about = describeKey(field.key, settings);
  const isOnValue = field.value.kind === 'scalar' && offset > field.keySpan.end;
  const moment = isOnValue ? momentIn(readout, field.value.text) : [];
  if (about === undefined && moment.length === 0) return undefined;
  return {
    span: moment.length > 0 ? field.value.span : field.keySpan,
    markdown: [...moment, ...(about === undefined ? [] : [about])].join('\n\n'),
  };
}

/** What a date or timestamp of the frontmatter means; empty if the value is neither. */
function momentIn(readout: Readout, value: string): string[] {
  if (readDay(value)) return aboutDate(value, documentDateOf(readout));
  const reading = readTimestamp(value);
  return reading.kind === 'timestamp' ? aboutMoment(reading.timestamp) : [];
}

/** What the schema says about a key, or undefined if it does not know it. */
export function describeKey(key: string, settings: Settings): string | undefined {
  const properties = settings.frontmatter.properties ?? {};
  const schema = Object.hasOwn(properties, key) ? properties[key] : undefined;
  const required = settings.frontmatter.required?.includes(key) === true;
  if (!schema && !required) return undefined;
  const lines = [`**${escapeMarkdown(key)}**${required ? ' — required' : ''}`];
  if (typeof schema?.description === 'string') lines.push(schema.description);
  const examples = schema?.['examples'];
  const example: unknown = Array.isArray(examples) ? examples[0] : undefined;
  if (typeof example === 'string') lines.push(`Example: \`${example}\``);
  return lines.join('\n\n');
}
