/** Checks of single settings that a schema cannot express. */
import { GlobError, parseGlob } from './glob.ts';
import type { SettingFormat } from './settings-table.ts';

/** What is wrong with a value of a format, as a sentence that continues “…: ”; undefined if nothing is. */
export function formatProblem(format: SettingFormat, value: string): string | undefined {
  switch (format) {
    case 'time-zone':
      return isTimeZone(value) ? undefined : 'no time zone has this name';
    case 'glob':
      return globProblem(value);
    case 'host-pattern':
      if (/^[a-z][a-z0-9+.-]*:/i.test(value) || value.includes('/'))
        return 'a host name has neither https:// nor a path';
      return /^[\p{L}\p{N}*.-]+(?::\d{1,5})?$/u.test(value)
        ? undefined
        : 'a host name holds letters, digits, hyphens, dots and * only';
    case 'url-path':
      if (!value.startsWith('/')) return 'a path begins with /';
      return unknownPlaceholder(value, ['tag', 'yyyy', 'mm', 'dd', 'slug']);
    case 'file-name-shape':
      if (/[/\\]/.test(value)) return 'a file name holds no slash';
      return unknownPlaceholder(value, ['date', 'slug']);
    case 'path':
      return /^[a-z][a-z0-9+.-]+:\/\//i.test(value)
        ? 'it must be a path on this machine, nothing is fetched from the network'
        : undefined;
  }
}

function globProblem(value: string): string | undefined {
  try {
    parseGlob(value);
    return undefined;
  } catch (error) {
    if (error instanceof GlobError) return error.message;
    throw error;
  }
}

function unknownPlaceholder(value: string, known: readonly string[]): string | undefined {
  for (const match of value.matchAll(/\{([^{}]*)\}/g)) {
    const name = match[1] ?? '';
    if (!known.includes(name))
      return `{${name}} stands for nothing here; there are ${known.map((each) => `{${each}}`).join(', ')}`;
  }
  return undefined;
}

/** Whether the runtime knows a time zone by this name (IANA names; `UTC`). */
export function isTimeZone(name: string): boolean {
  // Offsets such as `+05:00` are accepted by Intl, but know no daylight saving: no office has one.
  if (/^[+-]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
