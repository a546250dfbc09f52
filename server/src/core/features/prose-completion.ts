/** Completion of names in prose: those of the document first, then those of the workspace. */
import type { Settings } from '../config/settings.ts';
import type { Readout } from '../document/readout.ts';
import type { EntityType } from '../entities/types.ts';
import type { Completion } from './completion.ts';
import { officeBefore } from './context.ts';
import { TYPE_NAMES } from './hover.ts';
import { identitiesOf, nameWords, type PlacedMention } from './identities.ts';
import { familyName } from './short-name.ts';
import { oneLine } from './words.ts';

/** A name that other documents have. */
export interface KnownName {
  readonly type: EntityType;
  readonly key: string;
  readonly name: string;
  /** The office under which other documents know a person. */
  readonly office: string | undefined;
  readonly documents: number;
}

const COMPLETED: ReadonlySet<EntityType> = new Set(['PERSON', 'PLACE', 'ORG', 'INSTRUMENT', 'EVENT']);
/** The part of a word in front of the cursor. */
const PREFIX = /(?:^|[^\p{L}\p{N}’'-])(\p{L}[\p{L}\p{N}’'-]{0,40})$/u;
const MOST = 50;

/**
 * Names that can stand at a place in the body. After the first letters of a word only names with a word that begins so
 * are offered, and only if it begins with a capital; without any letters all names of the document.
 * @param workspace gives names of other documents for the beginning of a word.
 * @param isAsked whether somebody asked for completions; otherwise nothing is offered without a first letter.
 */
export function namesAt(
  readout: Readout,
  settings: Settings,
  offset: number,
  workspace: (beginning: string) => readonly KnownName[],
  isAsked: boolean,
): readonly Completion[] {
  const placed = readout.blockAt(offset);
  if (!placed || placed.block.kind === 'code' || placed.block.kind === 'html') return [];
  const local = offset - placed.start;
  const prefix = PREFIX.exec(placed.block.text.slice(Math.max(0, local - 60), local))?.[1] ?? '';
  if (prefix === '' ? !isAsked : !/^\p{Lu}/u.test(prefix)) return [];
  const span = { start: offset - prefix.length, end: offset };
  const wanted = prefix.toLowerCase();
  const found = new Map<string, Completion>();
  for (const { type, key, name, mentions, definition } of identitiesOf(readout, settings).all) {
    if (!COMPLETED.has(type) || !beginsSo(name, wanted)) continue;
    // The word that is being typed is no name to be offered.
    if (mentions.length === 1 && definition.span.start <= offset && offset <= definition.span.end) continue;
    const isIntroduced = definition.span.end < offset;
    const short = type === 'PERSON' && isIntroduced ? shortForm(name, mentions) : name;
    found.set(key, {
      label: name,
      kind: 'name',
      detail: `${TYPE_NAMES[type].toLowerCase()}, ${mentions.length} in this document`,
      edit: { span, newText: short },
      isSnippet: false,
      filter: filterOf(name, wanted),
    });
  }
  const known = workspace(prefix).filter(({ type, name }) => COMPLETED.has(type) && beginsSo(name, wanted));
  /** Family names of those who are offered in full: the family name alone would leave out who it is. */
  const families = new Set(
    [...found.values(), ...known.map(({ name }) => ({ label: name }))].map(lastOfMany),
  );
  const inOrder = known
    .filter(({ type, name }) => type !== 'PERSON' || name.includes(' ') || !families.has(name))
    .map((each) => ({ each, rank: headOf(each, wanted) }))
    .sort((a, b) => b.rank - a.rank || b.each.documents - a.each.documents);
  for (const { each } of inOrder) {
    const { type, key, name, office, documents } = each;
    if (found.size >= MOST) break;
    if (found.has(key)) continue;
    const before = officeBefore(readout, span.start);
    found.set(key, {
      label: name,
      kind: 'name',
      detail: [office ?? TYPE_NAMES[type].toLowerCase(), `${documents} in the workspace`].join(', '),
      edit: { span, newText: office !== undefined && before === undefined ? `${office} ${name}` : name },
      isSnippet: false,
      filter: filterOf(name, wanted),
    });
  }
  return [...found.values()];
}

/** The last word of a name of several; nothing for others. */
function lastOfMany({ label }: { readonly label: string }): string | undefined {
  const words = nameWords(label);
  return words.length > 1 ? words.at(-1) : undefined;
}

/** The short form that the document uses already, else the family name. */
function shortForm(name: string, mentions: readonly PlacedMention[]): string {
  const used = mentions
    .map(({ mention }) => oneLine(mention.text))
    .find((form) => form !== name && name.includes(form));
  return used ?? familyName(name);
}

/** 1 if the name, or a person's family name, begins as wanted; 0 if another word in it does. */
function headOf({ type, name }: KnownName, wanted: string): number {
  const lower = name.toLowerCase();
  return lower.startsWith(wanted) || (type === 'PERSON' && familyName(lower).startsWith(wanted)) ? 1 : 0;
}

function beginsSo(name: string, wanted: string): boolean {
  const lower = name.toLowerCase();
  return wanted === '' || lower.startsWith(wanted) || lower.includes(` ${wanted}`);
}

/** The name from the word on that begins as wanted: editors compare from the first letter. */
function filterOf(name: string, wanted: string): string {
  const lower = name.toLowerCase();
  const at = wanted === '' || lower.startsWith(wanted) ? 0 : lower.indexOf(` ${wanted}`) + 1;
  return name.slice(Math.max(0, at));
}
