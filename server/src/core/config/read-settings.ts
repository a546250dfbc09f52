/** From the text of a `.readout.yaml` to settings. Total: whatever the text, there are settings in force. */
import { type Document, parseDocument } from 'yaml';
import type { Span } from '../text/span.ts';
import type {
  FrontmatterSchema,
  Glossary,
  GlossaryName,
  GlossaryPerson,
  RuleSetting,
  Settings,
  SeverityOrOff,
  TagDefinition,
} from './settings.ts';
import { type RuleDescription, settingsTable } from './settings-table.ts';
import { type SettingsFinding, validate } from './validate.ts';

/** The name of a settings file. */
export const SETTINGS_FILE = '.readout.yaml';

/** What one settings file says, as far as it is right. */
export interface SettingsLayer {
  /** Names of profiles and paths of files that it builds on, the nearest last. */
  readonly extends: readonly { readonly name: string; readonly span: Span }[];
  /** Path of the file with the frontmatter's schema, where it is not written in place. */
  readonly frontmatterFile: { readonly path: string; readonly span: Span } | undefined;
  /** Path of the folder with templates, if it names one. */
  readonly templatesFolder: { readonly path: string; readonly span: Span } | undefined;
  /** The settings written, checked and ready to be laid over others. */
  readonly values: Partial<LayerValues>;
}

interface LayerValues {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly timeZone: string;
  readonly currency: string;
  readonly fiscalYearStart: number;
  readonly frontmatter: FrontmatterSchema;
  readonly url: Partial<Settings['url']>;
  readonly tags: readonly TagDefinition[];
  readonly fileName: string;
  readonly glossary: Partial<Glossary>;
  readonly format: Partial<Settings['format']>;
  readonly paste: Partial<Settings['paste']>;
  readonly pressText: Partial<Settings['pressText']>;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly markdownlint: Readonly<Record<string, unknown>>;
  readonly templates: string;
}

/** A settings file that says nothing: what is in force where there is none, or none that can be read. */
export const EMPTY_LAYER: SettingsLayer = {
  extends: [],
  frontmatterFile: undefined,
  templatesFolder: undefined,
  values: {},
};

/** Reads one settings file by itself. What is wrong in it is left out and reported; the rest stands. Never throws. */
export function readLayer(
  text: string,
  rules: readonly RuleDescription[],
): { readonly layer: SettingsLayer; readonly findings: readonly SettingsFinding[] } {
  const document: Document = parseDocument(text, {
    schema: 'core',
    prettyErrors: false,
    uniqueKeys: true,
    logLevel: 'silent',
  });
  if (document.errors.length > 0) return { layer: EMPTY_LAYER, findings: syntaxFindings(document, text) };
  const { value, findings, spans } = validate(document, settingsTable(rules));
  const written = value as Readonly<Record<string, unknown>>;
  const whole: Span = { start: 0, end: 0 };
  const parents = written['extends'];
  const frontmatter = written['frontmatter'];
  const templates = written['templates'];
  return {
    layer: {
      extends: Array.isArray(parents)
        ? (parents as string[]).map((name, index) => ({
            name,
            span: spans.get(`extends/${index + 1}`) ?? whole,
          }))
        : typeof parents === 'string'
          ? [{ name: parents, span: spans.get('extends') ?? whole }]
          : [],
      frontmatterFile:
        typeof frontmatter === 'string'
          ? { path: frontmatter, span: spans.get('frontmatter') ?? whole }
          : undefined,
      templatesFolder:
        typeof templates === 'string'
          ? { path: templates, span: spans.get('templates') ?? whole }
          : undefined,
      values: valuesOf(written),
    },
    findings,
  };
}

/** Lays a file's settings over those that it builds on. */
export function applyLayer(base: Settings, { values }: SettingsLayer): Settings {
  const { url, glossary, format, paste, pressText, rules, markdownlint, exclude = [], ...whole } = values;
  // Templates have frontmatter of their own kind: they are no readouts.
  const templates = values.templates?.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '');
  return {
    ...base,
    ...whole,
    exclude: [
      ...base.exclude,
      ...exclude,
      ...(templates ? [`${templates.replace(/[*?[\]{}!\\]/g, '?')}/**`] : []),
    ],
    url: { ...base.url, ...url },
    glossary: glossary ? mergeGlossaries(base.glossary, glossary) : base.glossary,
    format: { ...base.format, ...format },
    paste: { ...base.paste, ...paste },
    pressText: { ...base.pressText, ...pressText },
    rules: rules ? mergeRules(base.rules, rules) : base.rules,
    markdownlint: { ...base.markdownlint, ...markdownlint },
  };
}

/**
 * Reads a settings file that names no other file: the settings in force, and what is wrong.
 * @param base the settings that it builds on, and those in force where it is wrong.
 */
export function parseSettings(
  text: string,
  base: Settings,
  rules: readonly RuleDescription[],
): { readonly settings: Settings; readonly findings: readonly SettingsFinding[] } {
  const { layer, findings } = readLayer(text, rules);
  return { settings: applyLayer(base, layer), findings };
}

function syntaxFindings(document: Document, text: string): SettingsFinding[] {
  return document.errors.slice(0, 20).map((error): SettingsFinding => {
    const start = Math.min(error.pos[0], text.length);
    // Of a key that stands twice the parser names the first character alone.
    const key = error.code === 'DUPLICATE_KEY' ? /^[^\s:]+/.exec(text.slice(start, start + 200)) : null;
    const end = key ? start + key[0].length : Math.max(start, Math.min(error.pos[1], text.length));
    const what =
      error.code === 'DUPLICATE_KEY' ? 'This setting stands twice' : error.message.replace(/\.$/, '');
    return {
      code: 'settings/syntax',
      severity: 'error',
      span: { start, end },
      message: `${what}. Until this is mended the whole file is left aside, and the built-in white-house profile is in force.`,
    };
  });
}

function valuesOf(written: Readonly<Record<string, unknown>>): Partial<LayerValues> {
  const { extends: _extends, frontmatter, tags, glossary, rules, ...plain } = written;
  return {
    ...(plain as Partial<LayerValues>),
    ...(typeof frontmatter === 'object' && frontmatter !== null
      ? { frontmatter: frontmatter as FrontmatterSchema }
      : {}),
    ...(tags === undefined ? {} : { tags: tagsOf(tags) }),
    ...(glossary === undefined
      ? {}
      : { glossary: glossaryOf(glossary as Readonly<Record<string, unknown>>) }),
    ...(rules === undefined ? {} : { rules: rulesOf(rules as Readonly<Record<string, unknown>>) }),
  };
}

function tagsOf(written: unknown): TagDefinition[] {
  if (!Array.isArray(written)) {
    return Object.entries(written as Readonly<Record<string, string>>).map(([name, description]) => ({
      name,
      description,
    }));
  }
  return (written as (string | { name: string; description?: string })[]).map((tag) =>
    typeof tag === 'string'
      ? { name: tag, description: '' }
      : { name: tag.name, description: tag.description ?? '' },
  );
}

function glossaryOf(written: Readonly<Record<string, unknown>>): Partial<Glossary> {
  const { acronyms, ...lists } = written;
  const named = Object.fromEntries(
    Object.entries(lists).map(([kind, list]) => [
      kind,
      (list as (string | GlossaryPerson | GlossaryName)[]).map((entry) =>
        typeof entry === 'string' ? { name: entry } : entry,
      ),
    ]),
  );
  return { ...named, ...(acronyms === undefined ? {} : { acronyms: acronyms as Glossary['acronyms'] }) };
}

function mergeGlossaries(base: Glossary, over: Partial<Glossary>): Glossary {
  return {
    people: [...base.people, ...(over.people ?? [])],
    organisations: [...base.organisations, ...(over.organisations ?? [])],
    places: [...base.places, ...(over.places ?? [])],
    instruments: [...base.instruments, ...(over.instruments ?? [])],
    events: [...base.events, ...(over.events ?? [])],
    acronyms: { ...base.acronyms, ...over.acronyms },
  };
}

function rulesOf(written: Readonly<Record<string, unknown>>): Record<string, RuleSetting> {
  return Object.fromEntries(
    Object.entries(written).map(([code, entry]): [string, RuleSetting] => {
      if (typeof entry === 'string') return [code, { severity: entry as SeverityOrOff }];
      if (Array.isArray(entry)) {
        const [severity, options] = entry as [SeverityOrOff, Readonly<Record<string, unknown>> | undefined];
        return [code, { severity, ...(options && { options }) }];
      }
      const { severity, ...options } = entry as { severity?: SeverityOrOff } & Record<string, unknown>;
      return [code, { ...(severity && { severity }), ...(Object.keys(options).length > 0 && { options }) }];
    }),
  );
}

function mergeRules(
  base: Settings['rules'],
  over: Readonly<Record<string, RuleSetting>>,
): Record<string, RuleSetting> {
  const merged: Record<string, RuleSetting> = { ...base };
  for (const [code, setting] of Object.entries(over)) {
    const options = { ...merged[code]?.options, ...setting.options };
    merged[code] = {
      ...merged[code],
      ...setting,
      ...(Object.keys(options).length > 0 && { options }),
    };
  }
  return merged;
}
