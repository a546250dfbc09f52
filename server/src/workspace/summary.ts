/** What the index keeps of one document: names and where they stand, never the text. */
import { scalarField } from '../core/document/facts.ts';
import { summaryOf } from '../core/entities/participants.ts';
import { countedWith, officeBefore } from '../core/features/context.ts';
import { type Identity, identitiesOf, identityKey } from '../core/features/identities.ts';
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
  /** As the editor would write it. */
  readonly uri: string;
  /** Absolute, with forward slashes; undefined if it has none. */
  readonly path: string | undefined;
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

/** Gives the same string for the same text, so that a name that thousands of documents have is kept once. */
export type KeepString = (text: string) => string;

const FIGURES: ReadonlySet<EntityType> = new Set(['MONEY', 'PERCENT', 'NUMBER']);
/** A document keeps at most this many figures. */
const MOST_FIGURES = 200;

/** Summarises a document. Costs no more than looking at its mentions, which are kept with its blocks. */
export function summarise(
  uri: string,
  path: string | undefined,
  readout: Readout,
  settings: Settings,
  keep: KeepString,
): DocumentSummary {
  const text = (key: string): string => scalarField(readout.frontmatter, key)?.value.text.trim() ?? '';
  const title = scalarField(readout.frontmatter, 'title');
  return {
    uri,
    path,
    title: detach(text('title').replace(/\s+/g, ' ')),
    titlePlace: placesOf(readout, [title?.value.span ?? { start: 0, end: 0 }]),
    // Documents are put in order by this: a date written otherwise has no place in it.
    date: detach(/^\d{4}-\d{2}-\d{2}$/.test(text('date')) ? text('date') : ''),
    url: detach(text('source_url')),
    counterparts: counterpartsOf(readout, settings).map((key) => keep(key)),
    names: identitiesOf(readout, settings).all.map((identity) => indexedName(readout, identity, keep)),
    figures: figuresOf(readout, settings, keep),
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

function indexedName(
  readout: Readout,
  { type, name, key, mentions, definition }: Identity,
  keep: KeepString,
): IndexedName {
  const office = type === 'PERSON' ? officeBefore(readout, definition.span.start) : undefined;
  return {
    type,
    name: keep(name),
    key: keep(key),
    office: office === undefined ? undefined : keep(office),
    places: placesOf(
      readout,
      mentions.map(({ span }) => span),
    ),
  };
}

function figuresOf(readout: Readout, settings: Settings, keep: KeepString): readonly IndexedFigure[] {
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
        text: detach(text.replace(/\s+/g, ' ')),
        counted: keep(counted),
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
