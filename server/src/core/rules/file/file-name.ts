/** What the name of a file says, read by the house's shape. */
import type { Settings } from '../../config/settings.ts';
import type { Day } from '../../document/calendar.ts';
import { derive } from '../../document/derive.ts';
import { readDay } from '../../document/facts.ts';

/** The parts of a file name of the house's shape. */
export interface FileNameParts {
  readonly date: Day | undefined;
  readonly slug: string | undefined;
}

const shapeOf = derive((settings: Settings): RegExp => {
  const seen = new Set<string>();
  const source = settings.fileName
    .replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
    .replace(/\\\{(date|slug)\\\}/g, (_, name: string) => {
      const content = name === 'date' ? '\\d{4}-\\d{2}-\\d{2}' : '[a-z0-9%-]+';
      if (seen.has(name)) return `(?:${content})`;
      seen.add(name);
      return `(?<${name}>${content})`;
    });
  return new RegExp(`^${source}$`);
});

/** Lower-case words joined by hyphens; what an address writes with percent signs stays so in the archive's names. */
const SLUG = /^(?!-)(?:[a-z0-9]|%[0-9a-f]{2}|-(?!-|$))+$/;
/** A file's base name may be this long (POSIX and Windows alike allow 255). */
const LONGEST_NAME = 255;

/** Reads a base name by the house's shape; undefined if it has another. */
export function readFileName(name: string, settings: Settings): FileNameParts | undefined {
  const match = name.length <= LONGEST_NAME ? shapeOf(settings).exec(name) : null;
  if (!match) return undefined;
  const slug = match.groups?.['slug'];
  if (slug !== undefined && !SLUG.test(slug)) return undefined;
  return { date: readDay(match.groups?.['date'] ?? ''), slug };
}

/** The day with which a name begins or ends, whatever else it is like: `2023-11-17 A Call.md`. */
export function dayInName(name: string): Day | undefined {
  const match = /(?<!\d)(\d{4})[-_. ]?(\d{2})[-_. ]?(\d{2})(?!\d)/.exec(name.slice(0, LONGEST_NAME));
  return match ? readDay(`${match[1]}-${match[2]}-${match[3]}`) : undefined;
}
