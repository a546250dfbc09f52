/**
 * What client and server have agreed on beyond the Language Server Protocol: names and messages, nothing that runs.
 * The client may import this file.
 */

/** Semantic token types, declared in `package.json` with colours to fall back on. The order is the legend's. */
export const TOKEN_TYPES = [
  'person',
  'place',
  'organization',
  'nationality',
  'instrument',
  'event',
  'date',
  'money',
  'percent',
  'figure',
] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];

/** Semantic token modifiers: `definition` is the first full mention. */
export const TOKEN_MODIFIERS = ['definition'] as const;

/** What the client may hand over in `initialize`. */
export interface InitializationOptions {
  /** URL of the folder that holds the rules' pages, with a slash at the end. */
  readonly docs?: string;
  /** Editor command that brings completions up again, run after a key was completed whose value is still missing. */
  readonly retriggerCommand?: string;
  /** Editor command that shows locations: called with a document's URI, a position, and a list of LSP `Location`s. */
  readonly showLocationsCommand?: string;
}

/** The `readout` section of the editor's settings, as far as the server reads it. */
export interface EditorSettings {
  /** Severity by rule code, laid over `.readout.yaml`. */
  readonly rules?: Readonly<Record<string, string>>;
  /** IANA time zone; empty or absent: what `.readout.yaml` says. */
  readonly timeZone?: string;
  readonly markdownlint?: { readonly enable?: boolean };
  readonly semanticTokens?: { readonly types?: readonly string[] };
  /** What stands below a passage in the outline: `quotations`, `people`, `figures`; by default quotations. */
  readonly outline?: { readonly show?: readonly string[] };
  /** Whether the day behind “today” and “Friday” is shown; off by default. */
  readonly inlayHints?: { readonly dates?: boolean };
}

/** Kind of the code action that applies every safe fix of a document. */
export const FIX_ALL_KIND = 'source.fixAll.readout';

/** Request of the client: the statement templates that can be inserted into a document. Takes {@link TemplatesParams}, gives {@link TemplateOffer}s. */
export const TEMPLATES_REQUEST = 'readout/templates';

export interface TemplatesParams {
  /** The document that a template is wanted for: it decides settings, and whether frontmatter is still missing. It may be empty, or not ours yet. */
  readonly uri: string;
}

/** One statement template, ready to be inserted at the cursor. */
export interface TemplateOffer {
  /** As a person reads it in the list: `Readout of a call`. */
  readonly title: string;
  /** One line: when to use it. */
  readonly description: string;
  /** Text in the snippet syntax of VS Code and LSP; without frontmatter if the document has one. */
  readonly snippet: string;
}

/** Request of the client: what the Readout Explorer shows of a document; null if it is not ours. */
export const EXPLORER_REQUEST = 'readout/explorer';

/** Notification of the server, without parameters, once the explorer was asked for: it must be asked for again though nobody edited. */
export const EXPLORER_REFRESH = 'readout/explorer/refresh';

export interface ExplorerParams {
  readonly textDocument: { readonly uri: string };
}

/** A zero-based place, as in the Language Server Protocol. */
interface Place {
  readonly line: number;
  readonly character: number;
}

export interface ExplorerReply {
  /** The document's version that the ranges belong to. */
  readonly version: number;
  readonly groups: readonly ExplorerReplyGroup[];
}

export interface ExplorerReplyGroup {
  /** `participants`, `people`, `places`, `organizations`, `nationalities`, `instruments`, `events`, `figures` or `dates`. */
  readonly id: string;
  readonly title: string;
  readonly items: readonly {
    readonly name: string;
    /** A value or an office; may be empty. */
    readonly detail: string;
    /** Where it stands, in order; how many there are is the count. */
    readonly ranges: readonly { readonly start: Place; readonly end: Place }[];
  }[];
}

/** Request of the client: the workspace edit that records a clearance; null if the document is not ours or its frontmatter cannot be read. Takes {@link RecordClearanceParams}. */
export const RECORD_CLEARANCE_REQUEST = 'readout/recordClearance';

export interface RecordClearanceParams {
  readonly textDocument: { readonly uri: string };
  /** Who clears the document. The day is today's in the office's time zone. */
  readonly by: string;
}

/** Request of the client: where a document stands on its way to release; null if it is not ours. */
export const RELEASE_STATUS_REQUEST = 'readout/status';

export interface ReleaseStatusParams {
  readonly textDocument: { readonly uri: string };
}

/** For a status bar: status, embargo and clearance of a document. */
export interface ReleaseStatus {
  /** The document's version that this is about. */
  readonly version: number;
  /** The value of `status` as written, `draft`, `cleared` or `released`; null if there is none. */
  readonly status: string | null;
  /** When the embargo ends, in milliseconds since 1970-01-01T00:00:00Z; null without one. */
  readonly embargoUntil: number | null;
  /** Who cleared the document and on which day; null if no clearance is recorded. */
  readonly cleared: { readonly by: string; readonly day: string } | null;
  /** How many names, figures, dates and quotations are not as they were cleared. */
  readonly changes: number;
}
