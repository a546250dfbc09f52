/** What a feature of the language server is, and the one way in which requests are answered. */
import {
  type CancellationToken,
  type ClientCapabilities,
  type Connection,
  LSPErrorCodes,
  type ProtocolRequestType,
  type RequestHandler,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { looksLikeReadout } from '../core/config/ownership.ts';
import { SETTINGS_FILE } from '../core/config/read-settings.ts';
import { readAhead, unreadChunks } from '../core/entities/recognise.ts';
import type { Host } from '../host/host.ts';
import type { LintThread } from '../markdownlint/lint-thread.ts';
import type { DocumentStore, OpenDocument } from './documents.ts';
import type { DocumentSettings, SettingsStore } from './settings.ts';
import type { WorkspaceView } from './workspace.ts';

/** What features share. */
export interface ServerContext {
  readonly connection: Connection;
  readonly client: ClientCapabilities;
  readonly documents: DocumentStore;
  readonly settings: SettingsStore;
  readonly host: Host;
  /** URL of the folder with the rules' pages, with a slash at the end. */
  readonly docs: string;
  /** Editor command that brings completions up again, where the client named one. */
  readonly retriggerCommand: string | undefined;
  /** Whether the editor has an outline of Markdown's headings of its own, which ours must not repeat. */
  readonly editorListsHeadings: boolean;
  /** Editor command that shows locations, where the client named one. */
  readonly showLocationsCommand: string | undefined;
  /** The other documents, as far as they are known. */
  readonly workspace: WorkspaceView;
  /** The thread that asks markdownlint; undefined if the server's own does. */
  readonly linter: LintThread | undefined;
  readonly events: {
    /** Calls `listener` when a document (or, without one, every document) must be looked at again though nobody edited it. */
    readonly onRecheck: (listener: (uri?: string) => void) => void;
    readonly recheck: (uri?: string) => void;
  };
  /** Writes an unexpected error to the editor's log. */
  readonly report: (where: string, error: unknown) => void;
}

/** One feature: what it advertises, and how it answers. Advertised only because it is in the list. */
export interface Feature {
  readonly capability: (client: ClientCapabilities) => ServerCapabilities;
  readonly register: (context: ServerContext) => void;
}

/** An open document with the settings in force for it. */
export interface Snapshot extends OpenDocument {
  readonly config: DocumentSettings;
}

/** Whether a document is ours; any other gets nothing from us. */
export function isOurs({ languageId, readout, config }: Snapshot): boolean {
  if (languageId !== 'markdown' || config.excluded) return false;
  return config.mustBeReadout || looksLikeReadout(readout, config.settings);
}

/** The latest version of a document with its settings; undefined if it is not open. */
export async function snapshotOf(context: ServerContext, uri: unknown): Promise<Snapshot | undefined> {
  const before = context.documents.get(uri);
  if (!before) return undefined;
  const config = context.settings.peek(before.uri) ?? (await context.settings.of(before.uri, before.path));
  const document = context.documents.get(uri);
  return document && { ...document, config };
}

/**
 * Outline and folding of a document with more passages than this are coarser (`docs/editors.md`): the editor has to
 * take over all of it after each edit, and nobody looks through more. The longest of 10,067 statements has 917.
 */
export const MOST_PASSAGES = 1000;

/** A request about a document. */
interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

/** How {@link onDocument} treats a request. */
export interface RequestOptions {
  /** Answer for any Markdown document, not for readouts alone. */
  readonly anyMarkdown?: boolean;
  /** The answer needs the names of the whole document: a long one is read with pauses before. */
  readonly reads?: boolean;
}

/** Whether a document is a settings file of ours. */
export function isSettingsFile({ languageId, path }: OpenDocument): boolean {
  return (
    languageId === 'yaml' && path !== undefined && path.slice(path.lastIndexOf('/') + 1) === SETTINGS_FILE
  );
}

/**
 * Answers a request about a document: with `empty` if the document is not open or not ours, with the protocol's
 * “content modified” if the document changed before the answer was there, and never with a crash.
 */
export function onDocument<P extends DocumentParams, R, PR, E, RO>(
  context: ServerContext,
  type: ProtocolRequestType<P, R, PR, E, RO>,
  empty: NoInfer<R>,
  answer: (snapshot: Snapshot, params: P, token: CancellationToken) => R | Promise<R>,
  options: RequestOptions & {
    /** Answers for `.readout.yaml`; without it such a file gets `empty`. */
    readonly settingsFile?: (snapshot: Snapshot, params: P) => R;
    /** Answers for a template of a workspace's own; without it such a file gets `empty`. */
    readonly templateFile?: (snapshot: Snapshot, params: P) => R;
  } = {},
): void {
  onAny(context, type, empty, async (params, token) => {
    const asked = context.documents.get(params?.textDocument?.uri);
    const snapshot = await snapshotOf(context, params?.textDocument?.uri);
    if (!asked || !snapshot) return empty;
    if (options.settingsFile && isSettingsFile(snapshot)) return options.settingsFile(snapshot, params);
    if (options.templateFile && snapshot.path !== undefined && context.settings.isTemplate(snapshot.path))
      return options.templateFile(snapshot, params);
    if (!isOurs(snapshot)) {
      if (!options.anyMarkdown || snapshot.languageId !== 'markdown' || snapshot.config.excluded)
        return empty;
    }
    throwIfStale(asked.version, snapshot.version);
    if (options.reads) await readDocument(context, snapshot, token);
    const result = await answer(snapshot, params, token);
    throwIfStale(asked.version, context.documents.get(asked.uri)?.version);
    return result;
  });
}

/** Milliseconds of work after which a long reading lets others go first. */
const SLICE = 10;

/**
 * Reads the names of a document as far as that is still to be done, with pauses in which edits and other requests are
 * served. Ends early if the document changes or nobody wants to know any more; what was read stays read.
 */
async function readDocument(
  context: ServerContext,
  { uri, version, readout }: Snapshot,
  token: CancellationToken,
): Promise<void> {
  let began = context.host.now();
  for (const chunk of unreadChunks(readout)) {
    readAhead(chunk);
    if (context.host.now() - began < SLICE) continue;
    await context.host.pause();
    throwIfCancelled(token);
    throwIfStale(version, context.documents.get(uri)?.version);
    began = context.host.now();
  }
}

function throwIfStale(asked: number, now: number | undefined): void {
  if (asked !== now)
    throw new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed in the meantime.');
}

/** Answers any request: a failure is written to the log and answered with `empty`. */
export function onAny<P, R, PR, E, RO>(
  context: ServerContext,
  type: ProtocolRequestType<P, R, PR, E, RO>,
  empty: NoInfer<R>,
  answer: (params: P, token: CancellationToken) => R | Promise<R>,
): void {
  const handler = async (params: P, token: CancellationToken): Promise<R> => {
    throwIfCancelled(token);
    try {
      const result = await answer(params, token);
      throwIfCancelled(token);
      return result;
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      context.report(type.method, error);
      return empty;
    }
  };
  // The library's type of a handler is conditional on R, which a generic function cannot decide.
  context.connection.onRequest(type, handler as RequestHandler<P, R, E>);
}

function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested)
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}
