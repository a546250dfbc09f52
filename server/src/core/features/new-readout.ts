/** A new statement: what must be known for it, what may be offered, and the file made from the answers. */
import type { Settings } from '../config/settings.ts';
import { type Day, dayNumber, dayOf, formatDay, isDay, weekdayOf } from '../document/calendar.ts';
import {
  fillTemplate,
  type Placeholder,
  type PlaceholderKind,
  type PlaceholderValues,
  placeholderIn,
  placeholdersOf,
  type Template,
  templateSnippet,
} from '../templates/index.ts';
import { nearest } from '../text/nearest.ts';
import { localTime, localTimeOn, timestamp } from './clock.ts';

/** Somebody whom earlier statements name. */
export interface KnownPerson {
  /** First and last name. */
  readonly name: string;
  /** The title borne last. */
  readonly title?: string | undefined;
  /** Country or organisation. */
  readonly of?: string | undefined;
}

/** A value that may be taken for an answer. */
export interface OfferedAnswer {
  readonly value: string;
  /** What to tell beside it; may be empty. */
  readonly detail: string;
  /** Answers to other questions that go with it, such as the country of a person. */
  readonly with: Readonly<Record<string, string>>;
}

/** Keys beside the placeholders: the day of publication and the house's tag. */
const OWN_KEYS = ['date', 'tag'] as const;

/** One thing to be asked. */
export interface NewReadoutQuestion {
  /** A placeholder's name, or `date` for the day of publication. */
  readonly key: string;
  /** As a person reads it: `Name of counterpart`. */
  readonly label: string;
  readonly type: PlaceholderKind | 'date';
  readonly description: string;
  readonly example: string;
  /** Taken if nothing is answered; a question without one must be answered before the statement is whole. */
  readonly default: string | undefined;
  readonly offers: readonly OfferedAnswer[];
}

/** What a statement is asked for and made in. */
export interface NewReadoutContext {
  readonly settings: Settings;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: number;
}

/** Answers by key. One of blanks is none. */
export type NewReadoutAnswers = Readonly<Record<string, string>>;

/** Why answers cannot be used. */
export interface AnswerProblem {
  readonly key: string;
  readonly kind: 'unknown' | 'invalid';
  /** A sentence. */
  readonly message: string;
}

/** A statement ready to be written. */
export interface NewReadout {
  /** In the house's shape; may hold folders, with forward slashes. */
  readonly fileName: string;
  /** Relative to the folder of the settings file, with forward slashes; empty if the settings say nothing. */
  readonly folder: string;
  readonly title: string;
  /** The whole file; what was not answered stays visible as `[TOPICS]`. */
  readonly text: string;
  /** The same in the Language Server Protocol's snippet syntax: a tab stop for each gap, the passages' first. */
  readonly snippet: string;
  /** Placeholders without an answer, in reading order. */
  readonly missing: readonly string[];
}

/**
 * What to ask for a template: what its headline and its lead need, then the day of publication. The other passages
 * are written in the text itself.
 * @param people whom earlier statements name, the likeliest first.
 * @param extent `all`: also what the other passages need.
 */
export function questionsOf(
  template: Template,
  people: readonly KnownPerson[],
  context: NewReadoutContext,
  extent: 'opening' | 'all' = 'opening',
): readonly NewReadoutQuestion[] {
  const { settings } = context;
  const asked = extent === 'all' ? template : { ...template, passages: template.passages.slice(0, 1) };
  const known = allPeople(people, settings);
  const today = localTime(context.now, settings.timeZone).date;
  const names = placeholdersOf(asked).filter((name) => placeholderIn(name, template).sameAs === undefined);
  return [
    ...names.map((name): NewReadoutQuestion => {
      const placeholder = placeholderIn(name, template);
      const { kind, description, example, usually } = placeholder;
      return {
        key: name,
        label: labelOf(placeholder),
        type: kind,
        description,
        example,
        default: usually,
        offers: offersFor(name, kind, known, settings, today),
      };
    }),
    {
      key: 'date',
      label: 'Date of publication',
      type: 'date',
      description: 'The day on which the statement is published: year, month and day.',
      example: today,
      default: today,
      offers: [],
    },
  ];
}

/** Every key that may be answered for a template. */
export function answerKeys(template: Template): readonly string[] {
  return [...placeholdersOf(template), ...OWN_KEYS];
}

/** A placeholder's label in small letters: `Name of counterpart`. */
export function labelOf({ label }: Placeholder): string {
  const words = label.replace(/^INSERT /, '').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What is wrong with answers, if anything: keys that the template does not have, and days that do not exist. */
export function answerProblems(
  template: Template,
  answers: NewReadoutAnswers,
  settings: Settings,
): readonly AnswerProblem[] {
  const keys = answerKeys(template);
  const problems: AnswerProblem[] = [];
  for (const [key, value] of Object.entries(answers)) {
    const message = keys.includes(key)
      ? answerProblem(key, value, settings)
      : unknownKey(key, keys, template);
    if (message !== undefined)
      problems.push({ key, kind: keys.includes(key) ? 'invalid' : 'unknown', message });
  }
  return problems;
}

/** What is wrong with one answer, in a sentence; undefined if nothing is. */
export function answerProblem(key: string, value: string, settings: Settings): string | undefined {
  const written = value.trim();
  if (written === '') return undefined;
  if (key === 'date' && dayFrom(written) === undefined)
    return `“${written}” is no day. Write the year, the month and the day with hyphens, as in 2026-06-09.`;
  const tags = settings.tags.map(({ name }) => name);
  if (key === 'tag' && tags.length > 0 && !tags.includes(written)) {
    const meant = nearest(written, tags);
    return `“${written}” is no tag of this house.${meant ? ` Did you mean “${meant}”?` : ''} It has ${tags.join(', ')}.`;
  }
  return undefined;
}

function unknownKey(key: string, keys: readonly string[], template: Template): string {
  const meant = nearest(key, keys);
  return `“${key}” is nothing that “${template.id}” asks for.${meant ? ` Did you mean “${meant}”?` : ''} It has ${keys.join(', ')}.`;
}

/**
 * Makes the statement. What is not answered stays visible, and is a tab stop in the snippet.
 * @throws RangeError if {@link answerProblems} finds any.
 */
export function createReadout(
  template: Template,
  answers: NewReadoutAnswers,
  { settings, now }: NewReadoutContext,
): NewReadout {
  const [problem] = answerProblems(template, answers, settings);
  if (problem) throw new RangeError(problem.message);
  const day = dayFrom(answers['date']?.trim() ?? '');
  const moment = day ? localTimeOn(day, now, settings.timeZone) : localTime(now, settings.timeZone);
  const values: PlaceholderValues = answers;
  const tag = answers['tag']?.trim() || undefined;
  const { text, title, fileName, missing } = fillTemplate(template, values, {
    settings,
    date: moment.date,
    publishedTime: timestamp(moment),
    ...(tag === undefined ? {} : { tag }),
  });
  const [year = '', month = '', dayOfMonth = ''] = moment.date.split('-');
  const snippet = templateSnippet(template, {
    settings,
    values,
    moment: { year, month, day: dayOfMonth, time: `${moment.time}${moment.offset}` },
    ...(tag === undefined ? {} : { tag }),
  });
  return { fileName, folder: folderOf(settings), title, text, snippet, missing };
}

/** The folder that the first `include` pattern names before its first wildcard. */
function folderOf(settings: Settings): string {
  const parts = (settings.include[0] ?? '').split('/');
  const wild = parts.findIndex((part) => /[*?[\]{}!]/.test(part));
  const fixed = parts.slice(0, wild < 0 ? -1 : wild);
  return fixed.filter((part) => part !== '' && part !== '.' && part !== '..').join('/');
}

function dayFrom(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isDay(day) ? day : undefined;
}

/** The glossary's people, then those of earlier statements whom it does not have, each once. */
function allPeople(people: readonly KnownPerson[], settings: Settings): readonly KnownPerson[] {
  const written = new Map(people.map((person) => [person.name.toLowerCase(), person]));
  const found = new Map<string, KnownPerson>();
  for (const { name, title, of } of settings.glossary.people) {
    const earlier = written.get(name.toLowerCase());
    found.set(name.toLowerCase(), { name, title: title ?? earlier?.title, of: of ?? earlier?.of });
  }
  for (const person of people)
    if (!found.has(person.name.toLowerCase())) found.set(person.name.toLowerCase(), person);
  return [...found.values()];
}

/** The question that a person's country answers. */
const COUNTRY_OF: Readonly<Record<string, string>> = {
  principal: 'homeCountry',
  counterpart: 'country',
  secondCounterpart: 'secondCountry',
};

function offersFor(
  name: string,
  kind: PlaceholderKind,
  people: readonly KnownPerson[],
  settings: Settings,
  today: string,
): readonly OfferedAnswer[] {
  const { glossary } = settings;
  switch (kind) {
    case 'person': {
      const country = Object.hasOwn(COUNTRY_OF, name) ? COUNTRY_OF[name] : undefined;
      return people.map((person) => ({
        value: person.title ? `${person.title} ${person.name}` : person.name,
        detail: person.of ?? '',
        with: country !== undefined && person.of ? { [country]: person.of } : {},
      }));
    }
    case 'country':
      return plain(people.flatMap(({ of }) => of ?? []));
    case 'place':
      return plain(glossary.places.map((place) => place.name));
    case 'organisation':
      return plain(glossary.organisations.map((organisation) => organisation.name));
    case 'event':
      return plain(glossary.events.map((event) => event.name));
    case 'day':
      return name === 'day' ? lastDays(today) : [];
    default:
      return [];
  }
}

function plain(values: readonly string[]): readonly OfferedAnswer[] {
  return [...new Set(values)].map((value) => ({ value, detail: '', with: {} }));
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Today and the six days before it, as statements name them. */
function lastDays(today: string): readonly OfferedAnswer[] {
  const day = dayFrom(today);
  if (!day) return [];
  return [0, 1, 2, 3, 4, 5, 6].map((ago) => {
    const then = dayOf(dayNumber(day) - ago);
    const value = ago === 0 ? 'today' : `on ${WEEKDAYS[weekdayOf(then)] ?? ''}`;
    return { value, detail: formatDay(then), with: {} };
  });
}
