/** Renaming everybody and everything behind a name, in the form that each mention has. */
import type { Settings } from '../config/settings.ts';
import { scalarField } from '../document/facts.ts';
import type { Readout } from '../document/readout.ts';
import { rewrite } from '../document/scalar.ts';
import type { Span, TextEdit } from '../text/span.ts';
import { nameWords } from './identities.ts';
import { nameAt, titleNames } from './names.ts';
import { oneLine } from './words.ts';

/** What can be renamed at a place. */
export interface Renamable {
  readonly span: Span;
  /** The form that stands there, on one line: what the new name replaces. */
  readonly placeholder: string;
}

/** What stands at an offset that has a name, or undefined if there is none. */
export function renamableAt(readout: Readout, settings: Settings, offset: number): Renamable | undefined {
  const found = nameAt(readout, settings, offset);
  return found?.identity && { span: found.span, placeholder: found.text };
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
  const found = nameAt(readout, settings, offset);
  const name = oneLine(newName);
  if (!found?.identity || name === '') return undefined;
  const form = found.text;
  const forms = new Map([[form, name]]);
  const edits: TextEdit[] = [];
  for (const { mention, span } of found.identity.mentions) {
    const now = renamedForm(oneLine(mention.text), form, name);
    if (now === undefined) continue;
    forms.set(oneLine(mention.text), now);
    const newText = withLineBreak(now, mention.text);
    if (newText !== mention.text) edits.push({ span, newText });
  }
  const title = scalarField(readout.frontmatter, 'title')?.value;
  for (const { text, identity } of titleNames(readout, settings)) {
    const now = identity === found.identity ? renamedForm(text, form, name) : undefined;
    if (now !== undefined) forms.set(text, now);
  }
  const headline = title && replaced(title.text, forms);
  if (title && headline !== title.text) edits.push(rewrite(title, headline ?? ''));
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

/** The headline with each form, where it stands as a whole, replaced; its no-break spaces elsewhere stay. */
function replaced(headline: string, forms: ReadonlyMap<string, string>): string {
  const blanks = headline.replace(/[\s\u00a0]/g, ' ');
  const found: (Span & { readonly now: string })[] = [];
  // The longest form first: a surname is not looked for within a full name.
  for (const [form, now] of [...forms].sort(([a], [b]) => b.length - a.length)) {
    for (let at = blanks.indexOf(form); at >= 0; at = blanks.indexOf(form, at + form.length)) {
      const end = at + form.length;
      const isWhole =
        !/[\p{L}\p{N}]$/u.test(blanks.slice(Math.max(0, at - 2), at)) &&
        !/^[\p{L}\p{N}]/u.test(blanks.slice(end, end + 2));
      if (isWhole && !found.some((other) => other.start < end && at < other.end))
        found.push({ start: at, end, now });
    }
  }
  let text = '';
  let from = 0;
  for (const { start, end, now } of found.sort((a, b) => a.start - b.start)) {
    text += headline.slice(from, start) + now;
    from = end;
  }
  return text + headline.slice(from);
}
