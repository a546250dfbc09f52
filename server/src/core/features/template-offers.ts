/** The statement templates as snippets for one document. */
import type { Settings } from '../config/settings.ts';
import type { Readout } from '../document/readout.ts';
import { type SnippetMoment, templateSnippet, templatesIn } from '../templates/index.ts';
import { localTime } from './clock.ts';

/** A template ready to be inserted. */
export interface TemplateSnippet {
  readonly title: string;
  readonly description: string;
  /** In the Language Server Protocol's snippet syntax. */
  readonly snippet: string;
}

/** The moment as snippets want it, on the office's clock. */
export function snippetMoment(now: number, settings: Settings): SnippetMoment {
  const { date, time, offset } = localTime(now, settings.timeZone);
  const [year = '', month = '', day = ''] = date.split('-');
  return { year, month, day, time: `${time}${offset}` };
}

/**
 * Every template; for a document that has frontmatter, only those with passages, and these without frontmatter.
 * @param now milliseconds since 1970-01-01T00:00:00Z.
 */
export function offersFor(
  readout: Readout | undefined,
  settings: Settings,
  now: number,
): readonly TemplateSnippet[] {
  const withFrontmatter = readout?.frontmatter === undefined;
  const moment = snippetMoment(now, settings);
  return templatesIn(settings)
    .filter(({ passages }) => withFrontmatter || passages.length > 0)
    .map((template) => ({
      title: template.title,
      description: template.description,
      snippet: templateSnippet(template, { settings, moment, withFrontmatter }),
    }));
}
