/** What the index wants to know of one document: names and where they stand, never the text. */
import { scalarField } from '../core/document/facts.ts';
import { summaryOf } from '../core/entities/participants.ts';
import { countedWith, officeBefore } from '../core/features/context.ts';
import { type Identity, identitiesOf, identityKey, isAcronym } from '../core/features/identities.ts';
import { detach, type EntityType, type Readout, recognise, type Settings, type Span } from '../core/index.ts';

/** Line and character of start and end, zero-based, four numbers a place. */
export type Places = Int32Array;

/** One name of a document. */
export interface IndexedName {
  readonly type: EntityType;
  /** The fullest form. */
  readonly name: string;
  /** What the same name has in other documents. */
  readonly key: string;
  /** The office borne in front of it, if any. */
  readonly office: string | undefined;
  /** Keys of the acronyms that stand for it in this document. */
  readonly aliases: readonly string[];
  readonly places: Places;
}

/** One figure that counts something. */
export interface IndexedFigure {
  readonly type: EntityType;
  readonly text: string;
  /** What is counted. */
  readonly counted: string;
  readonly places: Places;
}

/** One document, as far as others may want to know it. */
export interface DocumentSummary {
  /** On one line; empty if there is none. */
  readonly title: string;
  /** Where the title stands, or the start of the file. */
  readonly titlePlace: Places;
  /** `YYYY-MM-DD`; empty if there is none, or one written otherwise. */
  readonly date: string;
  /** `source_url` as written; empty if there is none. */
  readonly url: string;
  /** Keys of those on the other side of the table. */
  readonly counterparts: readonly string[];
  readonly names: readonly IndexedName[];
  readonly figures: readonly IndexedFigure[];
}

const FIGURES: ReadonlySet<EntityType> = new Set(['MONEY', 'PERCENT', 'NUMBER']);
/** Longer names have no short form. */
const MOST_WORDS = 12;
/** A document keeps at most this many figures. */
const MOST_FIGURES = 200;
/** The office is looked for in front of at most this many mentions of a person, the definition first. */
const MOST_OFFICE_LOOKUPS = 8;

/** Summarises a document. Costs no more than looking at its mentions, which are kept with its blocks. */
export function summarise(readout: Readout, settings: Settings): DocumentSummary {
  const text = (key: string): string => scalarField(readout.frontmatter, key)?.value.text.trim() ?? '';
  const title = scalarField(readout.frontmatter, 'title');
  return {
    title: detach(text('title').replace(/\s+/g, ' ')),
    titlePlace: placesOf(readout, [title?.value.span ?? { start: 0, end: 0 }]),
    // Documents are put in order by this: a date written otherwise has no place in it.
    date: detach(/^\d{4}-\d{2}-\d{2}$/.test(text('date')) ? text('date') : ''),
    url: detach(text('source_url')),
    counterparts: counterpartsOf(readout, settings),
    names: namesOf(readout, settings),
    figures: figuresOf(readout, settings),
  };
}

/** Keys of the people, countries and organisations on the other side. */
export function counterpartsOf(readout: Readout, settings: Settings): readonly string[] {
  const keys = summaryOf(readout, settings).counterparts.flatMap(({ name, of }) => [
    ...(name ? [identityKey('PERSON', name.text)] : []),
    ...(of ? [identityKey(of.country ? 'PLACE' : 'ORG', of.text)] : []),
  ]);
  return [...new Set(keys)];
}

/** One entry a key: two identities of a document may come to the same. */
function namesOf(readout: Readout, settings: Settings): readonly IndexedName[] {
  const byKey = new Map<string, IndexedName>();
  for (const identity of identitiesOf(readout, settings).all) {
    const name = indexedName(readout, identity);
    const known = byKey.get(name.key);
    byKey.set(name.key, known ? joined(known, name) : name);
  }
  return withShortForms([...byKey.values()]);
}

/** An acronym in front of further words: `NSF Initiative`. */
const SHORT_FORM = /^[\p{Lu}\d][\p{Lu}\d&-]{1,9} \S/u;

/**
 * Lets a name know of its form with an acronym for its first words, if the document has both: `Norland Safety Fund
 * Initiative` and `NSF Initiative`. Not if two names come to the same form.
 */
function withShortForms(names: readonly IndexedName[]): readonly IndexedName[] {
  const short = new Map(
    names.flatMap(({ type, name, key }) =>
      type !== 'PERSON' && SHORT_FORM.test(name) ? [[name.toLowerCase(), key] as const] : [],
    ),
  );
  if (short.size === 0) return names;
  const meant = new Map<string, IndexedName[]>();
  for (const name of names)
    if (name.type !== 'PERSON')
      for (const form of shortForms(name.name)) {
        const key = short.get(form);
        if (key !== undefined && key !== name.key) meant.set(key, [...(meant.get(key) ?? []), name]);
      }
  return names.map((name) => {
    const forms = [...meant].flatMap(([key, owners]) =>
      owners.length === 1 && owners[0] === name ? [key] : [],
    );
    return forms.length === 0 ? name : { ...name, aliases: [...new Set([...name.aliases, ...forms])] };
  });
}

/** In lower case: all forms of a name in which two or more of its first words are drawn together to their initials. */
function shortForms(name: string): readonly string[] {
  const words = name.split(' ', MOST_WORDS);
  const forms: string[] = [];
  for (let end = 2; end < words.length; end++) {
    const initials = words.slice(0, end).flatMap((word) => /^\p{Lu}/u.exec(word)?.[0] ?? []);
    if (initials.length > 1) forms.push([initials.join(''), ...words.slice(end)].join(' ').toLowerCase());
  }
  return forms;
}

function joined(one: IndexedName, other: IndexedName): IndexedName {
  const places = new Int32Array(one.places.length + other.places.length);
  places.set(one.places);
  places.set(other.places, one.places.length);
  return {
    ...one,
    office: one.office ?? other.office,
    aliases: [...new Set([...one.aliases, ...other.aliases])],
    places,
  };
}

function indexedName(readout: Readout, identity: Identity): IndexedName {
  const { type, name, key, mentions } = identity;
  return {
    type,
    name,
    key,
    office: type === 'PERSON' ? officeOf(readout, identity) : undefined,
    aliases: aliasesOf(identity),
    places: placesOf(
      readout,
      mentions.map(({ span }) => span),
    ),
  };
}

/** The office in front of the first full mention of a person, or else of the first mention that has one. */
export function officeOf(readout: Readout, { definition, mentions }: Identity): string | undefined {
  for (const { span } of [definition, ...mentions.slice(0, MOST_OFFICE_LOOKUPS - 1)]) {
    const office = officeBefore(readout, span.start);
    if (office !== undefined) return office;
  }
  return undefined;
}

function aliasesOf({ type, key, mentions }: Identity): readonly string[] {
  if (type === 'PERSON') return [];
  const keys = new Set<string>();
  for (const { mention } of mentions)
    if (isAcronym(mention.text)) keys.add(identityKey(mention.type, mention.text));
  keys.delete(key);
  return [...keys];
}

function figuresOf(readout: Readout, settings: Settings): readonly IndexedFigure[] {
  const found: IndexedFigure[] = [];
  const { blocks } = recognise(readout, settings);
  for (let index = 0; index < blocks.length && found.length < MOST_FIGURES; index++) {
    const block = readout.blocks[index];
    if (!block) continue;
    for (const { type, text, span } of blocks[index] ?? []) {
      const counted = FIGURES.has(type) ? countedWith(block.text, span.end) : undefined;
      if (counted === undefined) continue;
      const start = readout.starts[index] as number;
      found.push({
        type,
        text: text.replace(/\s+/g, ' '),
        counted,
        places: placesOf(readout, [{ start: start + span.start, end: start + span.end }]),
      });
    }
  }
  return found;
}

function placesOf(readout: Readout, spans: readonly Span[]): Places {
  const places = new Int32Array(spans.length * 4);
  spans.forEach((span, index) => {
    const start = readout.positionAt(span.start);
    const end = readout.positionAt(span.end);
    places.set([start.line, start.character, end.line, end.character], index * 4);
  });
  return places;
}
