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
  /** Absolute path of a folder of the workspace's own, where the server may keep its index between two sessions; without one it is built anew at each start. */
  readonly storage?: string;
  /** The editor has an outline of Markdown's headings of its own: ours leaves them out, so that none stands there twice. */
  readonly listsHeadings?: boolean;
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

/** Request of the client: what has changed in a document since it was cleared; null if it is not ours, or not cleared. Takes {@link ClearedChangesParams}. */
export const CLEARED_CHANGES_REQUEST = 'readout/clearedChanges';

export interface ClearedChangesParams {
  readonly textDocument: { readonly uri: string };
}

export interface ClearedChangesReply {
  /** The document's version that the ranges belong to. */
  readonly version: number;
  /** Who cleared the document and on which day. */
  readonly cleared: { readonly by: string; readonly day: string };
  /** In the order in which they stand in the text; what was taken out comes last. */
  readonly changes: readonly ClearedChangeReply[];
}

/** One difference between the text and what was cleared. */
export interface ClearedChangeReply {
  readonly kind: 'names' | 'figures' | 'dates' | 'quotations';
  /** What was cleared; null for what was added. */
  readonly was: string | null;
  /** What stands there now; null for what was taken out. */
  readonly now: string | null;
  /** Where it stands; for what was taken out, the key of the record. */
  readonly range: { readonly start: Place; readonly end: Place };
}

/** Request of the client: the workspace edit that sets `status`; null if the document is not ours or its frontmatter cannot be read. Takes {@link SetStatusParams}. */
export const SET_STATUS_REQUEST = 'readout/setStatus';

export interface SetStatusParams {
  readonly textDocument: { readonly uri: string };
  readonly status: 'draft' | 'released';
}

/** Request of the client, with an empty object: how far the index is. Gives {@link IndexStatus}. */
export const INDEX_STATUS_REQUEST = 'readout/indexStatus';

/** Notification of the server with an {@link IndexStatus}, once it was asked for: something about it has changed. */
export const INDEX_STATUS_NOTIFICATION = 'readout/indexStatus/changed';

/** How far the reading of the workspace is. */
export interface IndexStatus {
  /** Files read and to be read; both 0 when nothing is being read. */
  readonly done: number;
  readonly total: number;
  /** How many readouts the index holds. */
  readonly documents: number;
}

/** Request of the client: what to ask for a new statement. Takes {@link NewReadoutQuestionsParams}, gives {@link NewReadoutQuestions}. */
export const NEW_READOUT_QUESTIONS_REQUEST = 'readout/newReadout/questions';

export interface NewReadoutQuestionsParams {
  /** URI of the folder that the statement is wanted in, or of the workspace's folder: it decides settings. */
  readonly folder?: string;
  /** Id of a template; without one, only the templates are told. */
  readonly template?: string;
}

export interface NewReadoutQuestions {
  readonly templates: readonly {
    readonly id: string;
    readonly title: string;
    readonly description: string;
  }[];
  /** In the order in which they are asked; empty without a template. */
  readonly questions: readonly NewReadoutQuestionReply[];
}

export interface NewReadoutQuestionReply {
  readonly key: string;
  readonly label: string;
  /** `person`, `country`, `place`, `day`, `organisation`, `event`, `words` or `date`. */
  readonly type: string;
  readonly description: string;
  readonly example: string;
  /** Taken for an empty answer; a question without one may stay open: the text then shows a placeholder. */
  readonly default?: string;
  readonly offers: readonly {
    readonly value: string;
    readonly detail: string;
    /** Defaults for other questions, by key, once this is taken. */
    readonly with: Readonly<Record<string, string>>;
  }[];
}

/** Request of the client: a new statement from answers. Takes {@link NewReadoutCreateParams}, gives {@link NewReadoutCreated}. */
export const NEW_READOUT_CREATE_REQUEST = 'readout/newReadout/create';

export interface NewReadoutCreateParams {
  /** URI of a folder. */
  readonly folder?: string;
  /** True: the file belongs into this very folder; else settings and earlier statements say where below it. */
  readonly exact?: boolean;
  readonly template: string;
  readonly answers: Readonly<Record<string, string>>;
}

/** Nothing is written: that is the client's part. */
export interface NewReadoutCreated {
  /** What is wrong with the answers, in sentences with the key in question; if there is any, the rest is empty. */
  readonly problems: readonly { readonly key: string; readonly message: string }[];
  /** Where the file should stand; undefined if no folder is known. */
  readonly uri?: string;
  readonly fileName: string;
  readonly text: string;
  /** The same in snippet syntax, with a tab stop for each gap: the first lies in the passages. */
  readonly snippet: string;
}

/** Request of the client: what the Markdown preview shows of a document; null if it is not ours. Takes {@link PreviewParams}. */
export const PREVIEW_REQUEST = 'readout/preview';

/** Notification of the server, without parameters, once a preview was asked for: it must be asked for again though nobody edited. */
export const PREVIEW_REFRESH = 'readout/preview/refresh';

export interface PreviewParams {
  readonly textDocument: { readonly uri: string };
}

/** A readout as a press release. Every text is plain: whoever shows it escapes it. */
export interface PreviewReply {
  /** The document's version that lines and marks belong to. */
  readonly version: number;
  /** On one line; empty without a title. */
  readonly title: string;
  /** The date in words; empty without one. */
  readonly date: string;
  /** What keeps the statement from going out, such as an embargo. */
  readonly notices: readonly string[];
  readonly participants: readonly PreviewReplyParticipant[];
  /** Who else was there. */
  readonly attendees: readonly PreviewReplyParticipant[];
  /** How many lines the frontmatter takes at the head of the file; 0 without one. */
  readonly headLines: number;
  /** The line of the end mark, and how it reads; null without one. */
  readonly endMark: { readonly line: number; readonly text: string } | null;
  /** Names and figures, in order. */
  readonly marks: readonly PreviewReplyMark[];
}

export interface PreviewReplyParticipant {
  readonly name: string;
  /** Office and country; may be empty. */
  readonly detail: string;
}

export interface PreviewReplyMark {
  readonly start: Place;
  readonly end: Place;
  readonly type: TokenType;
  /** What it is, in words. */
  readonly label: string;
}

/** Request of the client: what to paste in place of what is on the clipboard. Takes {@link CleanPasteParams}, gives {@link CleanPaste} or null if the clipboard is to be pasted as it is. */
export const CLEAN_PASTE_REQUEST = 'readout/cleanPaste';

export interface CleanPasteParams {
  readonly textDocument: { readonly uri: string };
  /** Where the cursor is, or the selection begins. */
  readonly position: Place;
  /** The clipboard's `text/plain`. */
  readonly text: string;
  /** The clipboard's `text/html`, if there is any. */
  readonly html?: string;
}

export interface CleanPaste {
  /** Markdown with line feeds. */
  readonly text: string;
}

/** Request of the client: a document as press text, HTML or a Word file; null if it is not Markdown. Takes {@link ExportParams}, gives {@link Exported}. */
export const EXPORT_REQUEST = 'readout/export';

export interface ExportParams {
  readonly textDocument: { readonly uri: string };
  readonly to: 'text' | 'html' | 'docx';
}

export interface Exported {
  /** The text itself for `text` and `html`; base64 for `docx`. */
  readonly content: string;
  readonly encoding: 'utf-8' | 'base64';
}
