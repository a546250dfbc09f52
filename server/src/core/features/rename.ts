/** Renaming everybody and everything behind a name, in the form that each mention has. */
import type { Settings } from '../config/settings.ts';
import type { FrontmatterValue } from '../document/frontmatter.ts';
import type { Readout } from '../document/readout.ts';
import type { Span, TextEdit } from '../text/span.ts';
import { mentionAt, nameWords } from './identities.ts';
import { oneLine } from './words.ts';

/** What can be renamed at a place. */
export interface Renamable {
  readonly span: Span;
  /** The form that stands there, on one line: what the new name replaces. */
  readonly placeholder: string;
}

/** What stands at an offset that has a name, or undefined if there is none. */
export function renamableAt(readout: Readout, settings: Settings, offset: number): Renamable | undefined {
  const found = mentionAt(readout, settings, offset);
  if (!found?.identity) return undefined;
  return { span: found.placed.span, placeholder: oneLine(found.placed.mention.text) };
}

/**
 * The edits that give everything behind the name at an offset another name. The new name takes the place of the form at
 * the offset; shorter and longer forms change accordingly, and acronyms stay as they are.
 * @returns undefined if nothing can be renamed there or the new name is empty.
 */
export function renameEdits(
  readout: Readout,
  settings: Settings,
  offset: number,
  newName: string,
): readonly TextEdit[] | undefined {
  const found = mentionAt(readout, settings, offset);
  const name = oneLine(newName);
  if (!found?.identity || name === '') return undefined;
  const form = oneLine(found.placed.mention.text);
  const forms = new Map<string, string>();
  const edits: TextEdit[] = [];
  for (const { mention, span } of found.identity.mentions) {
    const now = renamedForm(oneLine(mention.text), form, name);
    if (now === undefined) continue;
    forms.set(oneLine(mention.text), now);
    const newText = withLineBreak(now, mention.text);
    if (newText !== mention.text) edits.push({ span, newText });
  }
  const title = readout.frontmatter?.fields.find(({ key }) => key === 'title')?.value;
  if (title) edits.push(...titleEdits(title, forms));
  return edits.sort((a, b) => a.span.start - b.span.start);
}

/**
 * What a form becomes when another form of the same name is renamed.
 * @returns undefined if it stays: an acronym, or a form that has nothing in common with the renamed one.
 */
export function renamedForm(form: string, renamed: string, newName: string): string | undefined {
  if (form === renamed) return newName;
  const words = nameWords(form);
  const old = nameWords(renamed);
  const now = nameWords(newName);
  const within = indexWithin(words, old);
  // The renamed form is a part of this one: the part changes, with a suffix such as “Jr.” left in place.
  if (within >= 0) {
    const suffix = oneLine(form).slice(words.join(' ').length);
    return [...words.slice(0, within), newName, ...words.slice(within + old.length)].join(' ') + suffix;
  }
  const part = indexWithin(old, words);
  if (part >= 0) {
    // A part of the renamed form: the same words if there are as many, else as many from the same end.
    if (now.length === old.length) return now.slice(part, part + words.length).join(' ');
    const count = Math.max(1, Math.min(words.length, now.length - 1));
    return (part > 0 ? now.slice(-count) : now.slice(0, count)).join(' ');
  }
  // Another full form, such as “Joseph R. Biden, Jr.” beside “Joe Biden”: they share the last word.
  const last = words.at(-1);
  return words.length > 1 && last !== undefined && last === old.at(-1) ? newName : undefined;
}

/** Where `part` stands in `words` as a whole; negative if nowhere. */
function indexWithin(words: readonly string[], part: readonly string[]): number {
  for (let at = 0; at + part.length <= words.length; at++)
    if (part.every((word, index) => words[at + index] === word)) return at;
  return -1;
}

/** Puts back the line break that a mention ran over, so that lines stay as long as they were. */
function withLineBreak(name: string, old: string): string {
  const gap = /\s*[\r\n]\s*/.exec(old);
  const words = name.split(' ');
  if (!gap || words.length < 2) return name;
  const before = old.slice(0, gap.index).trim().split(/\s+/).length;
  const at = Math.min(before, words.length - 1);
  return `${words.slice(0, at).join(' ')}${gap[0]}${words.slice(at).join(' ')}`;
}

/** Edits in the headline, where the forms stand there just as they are and need no escapes. */
function titleEdits(title: FrontmatterValue, forms: ReadonlyMap<string, string>): TextEdit[] {
  if (title.kind !== 'scalar') return [];
  const edits: TextEdit[] = [];
  const taken: Span[] = [];
  // The longest form first: a surname is not looked for within a full name.
  for (const [form, now] of [...forms].sort(([a], [b]) => b.length - a.length)) {
    if (form === now || /["\\:#]/.test(now) || (title.style === 'single' && now.includes("'"))) continue;
    for (let at = title.source.indexOf(form); at >= 0; at = title.source.indexOf(form, at + form.length)) {
      const isWhole =
        !/[\p{L}\p{N}]$/u.test(title.source.slice(Math.max(0, at - 2), at)) &&
        !/^[\p{L}\p{N}]/u.test(title.source.slice(at + form.length, at + form.length + 2));
      const span = { start: title.span.start + at, end: title.span.start + at + form.length };
      if (!isWhole || taken.some((other) => other.start < span.end && span.start < other.end)) continue;
      taken.push(span);
      edits.push({ span, newText: now });
    }
  }
  return edits;
}
