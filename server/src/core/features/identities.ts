/**
 * Who is behind which mention: one identity for all mentions of the same person, place, organisation, agreement or
 * event in a document, whatever form each has.
 */
import type { Settings } from '../config/settings.ts';
import { derive } from '../document/derive.ts';
import type { Readout } from '../document/readout.ts';
import { countryOf } from '../entities/participants/parties.ts';
import { type Recognition, recognise } from '../entities/recognise.ts';
import type { EntityType, Mention } from '../entities/types.ts';
import { type Span, shift } from '../text/span.ts';
import { oneLine } from './words.ts';

/** One mention with its place in the document. */
export interface PlacedMention {
  readonly mention: Mention;
  /** File offsets. */
  readonly span: Span;
  /** Index of its block, and its place in the block's list. */
  readonly block: number;
  readonly index: number;
}

/** Everything that one name stands for. */
export interface Identity {
  readonly type: EntityType;
  /** The fullest form, on one line. */
  readonly name: string;
  /** What the same identity is known by in other documents. */
  readonly key: string;
  /** In order of place. */
  readonly mentions: readonly PlacedMention[];
  /** The first mention in full. */
  readonly definition: PlacedMention;
}

/** The identities of a document, in order of their first mention. */
export interface Identities {
  readonly all: readonly Identity[];
  /** The identity of each mention: by block, then by place in the block's list. */
  readonly of: readonly (readonly (Identity | undefined)[])[];
}

/** Types whose mentions are names of something that lasts; a figure or a date is the same only if its value is. */
export const NAMED_TYPES: ReadonlySet<EntityType> = new Set([
  'PERSON',
  'PLACE',
  'ORG',
  'NORP',
  'INSTRUMENT',
  'EVENT',
]);

const SUFFIX = /,?\s+(?:Jr|Sr|II|III|IV)\.?$/;

/** The words of a name without a suffix such as `Jr.`, on one line. */
export function nameWords(name: string): string[] {
  return oneLine(name).replace(SUFFIX, '').split(' ');
}

/** A name as it is compared: lower case, without article, possessive, suffix, and (for people) middle initials. */
export function identityKey(type: EntityType, name: string): string {
  let words = nameWords(name.replace(/^the\s+/i, '').replace(/[’']s?$/, ''));
  if (type === 'PERSON' && words.length > 2)
    words = words.filter((word, index) => index === 0 || !/^\p{Lu}\.?$/u.test(word));
  // A country is the same by whatever name: United States, U.S., America.
  const country = type === 'PLACE' ? countryOf(words.join(' ')) : undefined;
  return country ? `PLACE ${country}` : `${type} ${words.join(' ').toLowerCase().replaceAll('’', "'")}`;
}

/** What the text of a mention says by itself. Kept with the mention, which stays the same object as its block does. */
interface MentionFacts {
  /** The text on one line. */
  readonly line: string;
  readonly key: string;
  readonly isAcronym: boolean;
  /** How many words there are, a suffix not counted. */
  readonly words: number;
  /** For people: the key without its type, and what is left of it when words are taken from its front. */
  readonly bare: string;
  readonly tails: readonly string[];
}

const factsOf = derive(({ type, text }: Mention): MentionFacts => {
  const line = oneLine(text);
  const key = identityKey(type, text);
  const bare = key.slice(type.length + 1);
  const words = type === 'PERSON' ? bare.split(' ') : [];
  return {
    line,
    key,
    isAcronym: isAcronym(line),
    words: nameWords(line).length,
    bare,
    tails: words.slice(1).map((_, index) => words.slice(index + 1).join(' ')),
  };
});

interface Group {
  readonly type: EntityType;
  /** Those of the fullest mention so far. */
  facts: MentionFacts;
  readonly definition: PlacedMention;
  readonly mentions: PlacedMention[];
}

const memo = derive((_readout: Readout) => new Map<Settings, Identities>());

/** The identities of a document. Computed once for each version and settings. */
export function identitiesOf(readout: Readout, settings: Settings): Identities {
  const known = memo(readout).get(settings);
  if (known) return known;
  const result = group(readout, recognise(readout, settings));
  memo(readout).set(settings, result);
  return result;
}

function group(readout: Readout, { blocks }: Recognition): Identities {
  const groups: Group[] = [];
  const byKey = new Map<string, Group>();
  /** People introduced in full, by each tail of their name: the latest one wins. */
  const people = new Map<string, Group>();
  const acronyms = new Map<string, Group>();
  const groupOf: (Group | undefined)[][] = [];
  let expansion: { group: Group; end: number } | undefined;
  for (let block = 0; block < blocks.length; block++) {
    const row: (Group | undefined)[] = [];
    groupOf.push(row);
    const start = readout.starts[block] as number;
    const text = readout.blocks[block]?.text ?? '';
    expansion = undefined;
    (blocks[block] ?? []).forEach((mention, index) => {
      const placed: PlacedMention = { mention, span: shift(mention.span, start), block, index };
      const { type } = mention;
      if (!NAMED_TYPES.has(type)) {
        row.push(undefined);
        return;
      }
      const facts = factsOf(mention);
      const { key, line, bare } = facts;
      let found = byKey.get(key);
      if (!found && type === 'PERSON') found = people.get(bare);
      if (!found && facts.isAcronym) {
        if (expansion && text.slice(expansion.end, mention.span.start).trim() === '(') {
          found = expansion.group;
          acronyms.set(line, found);
        } else found = acronyms.get(line);
      }
      if (found) {
        found.mentions.push(placed);
        if (isFuller(type, facts, found.facts)) found.facts = facts;
      } else {
        found = { type, facts, definition: placed, mentions: [placed] };
        groups.push(found);
      }
      byKey.set(key, found);
      if (type === 'PERSON') {
        for (const tail of facts.tails) people.set(tail, found);
        if (facts.tails.length === 0) people.set(bare, found);
      }
      expansion = { group: found, end: mention.span.end };
      row.push(found);
    });
  }
  const made = new Map<Group, Identity>();
  const all = groups.map((each): Identity => {
    const { type, facts, mentions } = each;
    const definition =
      mentions.find(({ mention }) => isFull(type, factsOf(mention), facts)) ?? each.definition;
    const identity = { type, name: facts.line, key: facts.key, mentions, definition };
    made.set(each, identity);
    return identity;
  });
  return { all, of: groupOf.map((row) => row.map((each) => each && made.get(each))) };
}

/** Whether a name on one line is nothing but an acronym. */
export function isAcronym(text: string): boolean {
  return /^[\p{Lu}\d][\p{Lu}\d.&-]{1,9}$/u.test(text);
}

/** Whether a mention tells more than the fullest so far: more words, or the words behind an acronym. */
function isFuller(type: EntityType, facts: MentionFacts, fullest: MentionFacts): boolean {
  if (facts.words !== fullest.words) return facts.words > fullest.words;
  return type !== 'PERSON' && fullest.isAcronym && !facts.isAcronym;
}

/** Whether a mention has as many words as the fullest one; of a person, more than one. */
function isFull(type: EntityType, facts: MentionFacts, fullest: MentionFacts): boolean {
  if (fullest.words === 1) return facts.isAcronym === fullest.isAcronym;
  return type === 'PERSON' ? facts.words > 1 : facts.words >= fullest.words;
}

/** The mention at an offset of the document, with its identity if it is a name. */
export function mentionAt(
  readout: Readout,
  settings: Settings,
  offset: number,
): { readonly placed: PlacedMention; readonly identity: Identity | undefined } | undefined {
  const at = readout.blockAt(offset);
  if (!at) return undefined;
  const local = offset - at.start;
  const mentions = recognise(readout, settings).blocks[at.index] ?? [];
  const index = mentions.findIndex(({ span }) => span.start <= local && local <= span.end);
  const mention = mentions[index];
  if (!mention) return undefined;
  return {
    placed: { mention, span: shift(mention.span, at.start), block: at.index, index },
    identity: identitiesOf(readout, settings).of[at.index]?.[index],
  };
}
