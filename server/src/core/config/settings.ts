/** What a workspace decides: parsed once, at the border, from `.readout.yaml`; complete and read-only inside. */

/** How grave a finding is; `off` silences its rule. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';
export type SeverityOrOff = Severity | 'off';

/** One word of the tag vocabulary. */
export interface TagDefinition {
  readonly name: string;
  readonly description: string;
}

/** A person the house writes about. */
export interface GlossaryPerson {
  readonly name: string;
  /** Title borne in front of the name, such as `President`. */
  readonly title?: string;
  /** Other accepted ways to write the name. */
  readonly forms?: readonly string[];
  /** The country or organisation the person stands for. */
  readonly of?: string;
}

/** A place, organisation, agreement or event with its accepted forms. */
export interface GlossaryName {
  readonly name: string;
  readonly forms?: readonly string[];
  readonly acronym?: string;
}

/** The house's own names; recognised first and held to be spelt right. */
export interface Glossary {
  readonly people: readonly GlossaryPerson[];
  readonly organisations: readonly GlossaryName[];
  readonly places: readonly GlossaryName[];
  readonly instruments: readonly GlossaryName[];
  readonly events: readonly GlossaryName[];
  /** Acronym to expansion. */
  readonly acronyms: Readonly<Record<string, string>>;
}

/** Severity and options set for one rule. */
export interface RuleSetting {
  readonly severity?: SeverityOrOff;
  readonly options?: Readonly<Record<string, unknown>>;
}

/** The part of JSON Schema (draft 2020-12) that describes the frontmatter. Kept as plain JSON. */
export interface FrontmatterSchema {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly [keyword: string]: unknown;
}

/** A JSON Schema as plain JSON. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly [keyword: string]: unknown;
}

/** How the formatter lays a document out. */
export interface FormatSettings {
  /**
   * Columns (code points) at which prose is wrapped; `unwrap`: a paragraph on one line; `off`: line breaks are kept.
   */
  readonly width: number | 'off' | 'unwrap';
  /** Blanks between two sentences on one line. */
  readonly sentenceSpacing: 'keep' | 'one' | 'two';
  /** Order of the frontmatter's keys: that of the schema's `properties`, as written, or the one given here. */
  readonly keyOrder: 'schema' | 'keep' | readonly string[];
}

/** How pasted text is cleaned. */
export interface PasteSettings {
  /** What quotation marks and apostrophes are made: `“ ” ‘ ’`, `" '`, or left as they are. */
  readonly quotes: 'curly' | 'straight' | 'keep';
}

/** How press text is laid out. */
export interface PressTextSettings {
  /** Columns (code points) at which it is wrapped; `off`: a paragraph on one line. */
  readonly width: number | 'off';
}

/** Complete settings for one document. */
export interface Settings {
  /** Globs (relative to the folder of the settings file) whose files must be readouts. */
  readonly include: readonly string[];
  /** Globs whose files are never looked at. */
  readonly exclude: readonly string[];
  /** The office's IANA time zone. */
  readonly timeZone: string;
  /** ISO 4217 code of the money that a bare `$` means. */
  readonly currency: string;
  /** Month (1–12) in which the fiscal year begins. */
  readonly fiscalYearStart: number;
  readonly frontmatter: FrontmatterSchema;
  readonly url: {
    /** Host names allowed in `source_url`; `*` stands for any run of characters but a dot. */
    readonly hosts: readonly string[];
    /** Path shapes with `{tag}`, `{yyyy}`, `{mm}`, `{dd}`, `{slug}`, the newest first: the one used to derive a URL. */
    readonly paths: readonly string[];
  };
  /** The tag vocabulary; empty means any well-formed tag. */
  readonly tags: readonly TagDefinition[];
  /** The shape of a file name, with `{date}` and `{slug}`. */
  readonly fileName: string;
  readonly glossary: Glossary;
  readonly format: FormatSettings;
  readonly paste: PasteSettings;
  readonly pressText: PressTextSettings;
  /** By rule code. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** markdownlint's own configuration object, laid over ours. */
  readonly markdownlint: Readonly<Record<string, unknown>>;
  /** Folder with the workspace's own templates, relative to the settings file; by default {@link TEMPLATES_FOLDER}. */
  readonly templates: string | undefined;
  /** The templates in it, read by the shell; a later one takes the place of an earlier one of the same id. */
  readonly templateFiles: readonly TemplateFile[];
}

/** A template of a workspace's own. */
export interface TemplateFile {
  /** The file's name without `.md`. */
  readonly id: string;
  readonly text: string;
}

/** Where a workspace's own templates are looked for if its settings name no folder. */
export const TEMPLATES_FOLDER = '.readout/templates';

/** A glossary with nothing in it. */
export const EMPTY_GLOSSARY: Glossary = {
  people: [],
  organisations: [],
  places: [],
  instruments: [],
  events: [],
  acronyms: {},
};
