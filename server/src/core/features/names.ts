/** The name or figure at a place of the document, in its text or in its headline, and everything behind that name. */
import type { Settings } from '../config/settings.ts';
import { scalarField } from '../document/facts.ts';
import type { Readout } from '../document/readout.ts';
import { sourceSpan } from '../document/scalar.ts';
import { namesInTitle } from '../entities/participants.ts';
import type { EntityType } from '../entities/types.ts';
import type { Span } from '../text/span.ts';
import {
  type Identity,
  identitiesOf,
  identityKey,
  mentionAt,
  NAMED_TYPES,
  nameWords,
  type PlacedMention,
} from './identities.ts';
import { oneLine } from './words.ts';

/** What stands at a place. */
export interface NameAt {
  readonly type: EntityType;
  /** As it stands there, on one line. */
  readonly text: string;
  /** File offsets. */
  readonly span: Span;
  /** Everything in the text that is meant by the same name; undefined for figures, and for names of the headline alone. */
  readonly identity: Identity | undefined;
  /** The mention in the text; undefined in the headline. */
  readonly placed: PlacedMention | undefined;
}

/** A name in the headline. */
export interface TitleName extends NameAt {
  readonly placed: undefined;
}

/** The name or figure at an offset of the document, or undefined if there is none. */
export function nameAt(readout: Readout, settings: Settings, offset: number): NameAt | undefined {
  if (offset < readout.bodyStart)
    return titleNames(readout, settings).find(({ span }) => span.start <= offset && offset <= span.end);
  const found = mentionAt(readout, settings, offset);
  if (!found) return undefined;
  const { placed, identity } = found;
  const { type, text } = placed.mention;
  return { type, text: oneLine(text), span: placed.span, identity, placed };
}

/** The names in the headline, in order, each with what it means in the text. Empty if the headline has no place of its own. */
export function titleNames(readout: Readout, settings: Settings): readonly TitleName[] {
  const title = scalarField(readout.frontmatter, 'title')?.value;
  if (!title) return [];
  const names: TitleName[] = [];
  for (const { type, text, span } of namesInTitle(title.text)) {
    const there = sourceSpan(title, span.start, span.end);
    if (!there || !NAMED_TYPES.has(type)) continue;
    const identity = identityOf(readout, settings, type, text);
    names.push({ type, text: oneLine(text), span: there, identity, placed: undefined });
  }
  return names;
}

/** The places in the headline that mean an identity of the text. */
export function placesInTitle(readout: Readout, settings: Settings, identity: Identity): readonly Span[] {
  return titleNames(readout, settings)
    .filter((name) => name.identity === identity)
    .map(({ span }) => span);
}

/** The identity of the text that a name elsewhere means: the same name, or the only person with the same last word. */
function identityOf(
  readout: Readout,
  settings: Settings,
  type: EntityType,
  text: string,
): Identity | undefined {
  const { all } = identitiesOf(readout, settings);
  const key = identityKey(type, text);
  const same = all.find((identity) => identity.key === key);
  if (same || type !== 'PERSON') return same;
  const last = nameWords(text).at(-1);
  const namesakes = all.filter(
    (identity) => identity.type === type && nameWords(identity.name).at(-1) === last,
  );
  return namesakes.length === 1 ? namesakes[0] : undefined;
}
