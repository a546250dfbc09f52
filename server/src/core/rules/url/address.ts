/** The parts of an address, each with its place in it (RFC 3986, section 3), and what the house's shapes make of it. */
import type { Settings } from '../../config/settings.ts';
import { type Day, isDay } from '../../document/calendar.ts';
import { derive } from '../../document/derive.ts';

/** A piece of a text with its place in it. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** An address with a scheme and a host. */
export interface Address {
  readonly scheme: Piece;
  /** User and password, with the `@`. */
  readonly credentials: Piece | undefined;
  /** Host name without the port. */
  readonly host: Piece;
  /** With the colon. */
  readonly port: Piece | undefined;
  readonly path: Piece;
  /** With the `?`. */
  readonly query: Piece | undefined;
  /** With the `#`. */
  readonly fragment: Piece | undefined;
}

/** Longer addresses are reported as such, not taken apart. */
export const LONGEST_ADDRESS = 4096;

function piece(text: string, start: number, end: number): Piece {
  return { text: text.slice(start, end), start, end };
}

/** Takes an absolute address with `//` apart, or returns undefined. Does not judge the parts. */
export function readAddress(text: string): Address | undefined {
  if (text.length > LONGEST_ADDRESS) return undefined;
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):\/\//.exec(text);
  if (!scheme) return undefined;
  const authorityStart = scheme[0].length;
  const indexFrom = (set: RegExp, from: number, otherwise: number): number => {
    const at = text.slice(from, otherwise).search(set);
    return at < 0 ? otherwise : from + at;
  };
  const authorityEnd = indexFrom(/[/?#]/, authorityStart, text.length);
  const pathEnd = indexFrom(/[?#]/, authorityEnd, text.length);
  const queryEnd = indexFrom(/#/, pathEnd, text.length);
  const at = text.slice(authorityStart, authorityEnd).lastIndexOf('@');
  const hostStart = at < 0 ? authorityStart : authorityStart + at + 1;
  const colon = /:\d*$/.exec(text.slice(hostStart, authorityEnd));
  const hostEnd = colon ? hostStart + colon.index : authorityEnd;
  return {
    scheme: piece(text, 0, (scheme[1] ?? '').length),
    credentials: at < 0 ? undefined : piece(text, authorityStart, hostStart),
    host: piece(text, hostStart, hostEnd),
    port: colon ? piece(text, hostEnd, authorityEnd) : undefined,
    path: piece(text, authorityEnd, pathEnd),
    query: queryEnd > pathEnd ? piece(text, pathEnd, queryEnd) : undefined,
    fragment: queryEnd < text.length ? piece(text, queryEnd, text.length) : undefined,
  };
}

/** Whether a host name is one that the settings allow. No list allows every host. */
export function isAllowedHost(host: string, settings: Settings): boolean {
  const patterns = hostPatterns(settings);
  return patterns.length === 0 || patterns.some((pattern) => pattern.test(host));
}

const hostPatterns = derive((settings: Settings): readonly RegExp[] =>
  settings.url.hosts.map((host) => new RegExp(`^${escapePattern(host).replaceAll('\\*', '[^.]*')}$`, 'i')),
);

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** What a path says where its shape has a placeholder. */
export interface PathParts {
  /** Index of the shape in the settings. */
  readonly shape: number;
  readonly tag: Piece | undefined;
  readonly yyyy: Piece | undefined;
  readonly mm: Piece | undefined;
  readonly dd: Piece | undefined;
  readonly slug: Piece | undefined;
}

type Placeholder = 'tag' | 'yyyy' | 'mm' | 'dd' | 'slug';

function shapeOf(path: string): RegExp {
  const seen = new Set<string>();
  const source = escapePattern(path.replace(/\/$/, '')).replace(
    /\\\{(tag|yyyy|mm|dd|slug)\\\}/g,
    (_, name: string) => {
      const content = name === 'tag' || name === 'slug' ? '[^/]+' : '\\d+';
      if (seen.has(name)) return content;
      seen.add(name);
      return `(?<${name}>${content})`;
    },
  );
  return new RegExp(`^${source}/?$`, 'd');
}

const shapesOf = derive((settings: Settings): readonly RegExp[] => settings.url.paths.map(shapeOf));

/** Reads a path by the first of the house's shapes that it has; undefined if it has none of them. */
export function readPath(path: Piece, settings: Settings): PathParts | undefined {
  const shapes = shapesOf(settings);
  for (let shape = 0; shape < shapes.length; shape++) {
    const match = (shapes[shape] as RegExp).exec(path.text);
    if (!match) continue;
    const part = (name: Placeholder): Piece | undefined => {
      const place = match.indices?.groups?.[name];
      if (!place) return undefined;
      const [start, end] = place;
      return { text: path.text.slice(start, end), start: path.start + start, end: path.start + end };
    };
    return {
      shape,
      tag: part('tag'),
      yyyy: part('yyyy'),
      mm: part('mm'),
      dd: part('dd'),
      slug: part('slug'),
    };
  }
  return undefined;
}

/** A path that would have one of the house's shapes if its month or day were there. */
export interface PathWithoutPart {
  readonly missing: 'mm' | 'dd';
  /** Where the missing part belongs: behind this offset of the address. */
  readonly at: number;
}

const incompleteShapes = derive((settings: Settings): readonly { missing: 'mm' | 'dd'; shape: RegExp }[] =>
  settings.url.paths.flatMap((path) =>
    (['dd', 'mm'] as const)
      .filter((missing) => path.includes(`/{${missing}}/`))
      .map((missing) => ({ missing, shape: shapeOf(path.replace(`/{${missing}}`, '')) })),
  ),
);

/** Reads a path that {@link readPath} does not know by the house's shapes without their month, or without their day. */
export function readIncompletePath(path: Piece, settings: Settings): PathWithoutPart | undefined {
  for (const { missing, shape } of incompleteShapes(settings)) {
    const match = shape.exec(path.text);
    const groups = match?.indices?.groups;
    const { yyyy = '', tag = '', slug = '' } = match?.groups ?? {};
    // What is missing may as well be the section or the last part, with a number in its place.
    if (yyyy.length !== 4 || /^\d+$/.test(tag) || /^\d{1,2}$/.test(slug)) continue;
    const end = (missing === 'dd' ? groups?.['mm'] : groups?.['yyyy'])?.[1];
    if (end !== undefined) return { missing, at: path.start + end };
  }
  return undefined;
}

/** The date that a path holds; the day is undefined where the shape has none. */
export interface PathDate {
  readonly year: number;
  readonly month: number;
  readonly day: number | undefined;
  /** From the first digit to the last. */
  readonly start: number;
  readonly end: number;
  /** Written in full width (`2023/01/05`), and a day or month that exists. */
  readonly isValid: boolean;
}

/** The date in a path; undefined if its shape holds none. */
export function readPathDate({ yyyy, mm, dd }: PathParts): PathDate | undefined {
  if (!yyyy || !mm) return undefined;
  const year = Number(yyyy.text);
  const month = Number(mm.text);
  const day = dd && Number(dd.text);
  const isFull = yyyy.text.length === 4 && mm.text.length === 2 && (!dd || dd.text.length === 2);
  return {
    year,
    month,
    day,
    start: Math.min(yyyy.start, mm.start, dd?.start ?? yyyy.start),
    end: Math.max(yyyy.end, mm.end, dd?.end ?? yyyy.end),
    isValid: isFull && isDay({ year, month, day: day ?? 1 }),
  };
}

/** Whether a path's date, as far as it goes, is this day's. */
export function isOfDay(date: PathDate, day: Day): boolean {
  return date.year === day.year && date.month === day.month && (date.day ?? day.day) === day.day;
}
