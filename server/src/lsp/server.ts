/** Puts the language server together: connection, documents, settings, features. */
import {
  type ClientCapabilities,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { Host } from '../host/host.ts';
import type { LintThread } from '../markdownlint/lint-thread.ts';
import type { FollowerOptions } from '../workspace/follower.ts';
import { DocumentStore } from './documents.ts';
import type { ServerContext } from './feature.ts';
import { FEATURES } from './features/list.ts';
import { ANY_FILE, foldersOf, follow } from './follow.ts';
import type { InitializationOptions } from './protocol.ts';
import { SettingsStore } from './settings.ts';
import { WorkspaceView } from './workspace.ts';

/** What the server is told where it starts. */
export interface ServerOptions {
  readonly host: Host;
  /** URL of the folder with the rules' pages, with a slash at the end; the client may name another. */
  readonly docs: string;
  readonly version: string;
  /**
   * How the index is read and kept; without this, by the server's own thread, and not at all.
   * @param folder where it may be kept between two sessions, if the client names one.
   * @param report told, in a sentence, what does not work.
   */
  readonly index?: (folder: string | undefined, report: (problem: string) => void) => FollowerOptions;
  /** The thread that asks markdownlint; without one, the server's own does. `report` as above. */
  readonly linter?: (report: (problem: string) => void) => LintThread | undefined;
}

/** Serves a connection until it ends. Everything is registered when the client says what it can do. */
export function startServer(connection: Connection, options: ServerOptions): void {
  const documents = new DocumentStore();
  connection.onDidOpenTextDocument((params) => documents.open(params));
  connection.onDidChangeTextDocument((params) => documents.change(params));
  connection.onDidCloseTextDocument((params) => documents.close(params));
  connection.onInitialize((params) => initialize(connection, documents, options, params));
  connection.listen();
}

function initialize(
  connection: Connection,
  documents: DocumentStore,
  { host, docs, version, index, linter }: ServerOptions,
  params: InitializeParams,
): InitializeResult {
  const client: ClientCapabilities = params.capabilities ?? {};
  const folders = foldersOf(params);
  const settings = new SettingsStore(connection, client, host, folders[0]);
  const recheckListeners: ((uri?: string) => void)[] = [];
  const recheck = (uri?: string): void => {
    for (const listener of recheckListeners) listener(uri);
  };
  const warn = (problem: string): void => connection.console.warn(problem);
  const context: ServerContext = {
    connection,
    client,
    documents,
    settings,
    host,
    docs: withSlash(optionOf(params.initializationOptions, 'docs') ?? docs),
    retriggerCommand: optionOf(params.initializationOptions, 'retriggerCommand'),
    showLocationsCommand: optionOf(params.initializationOptions, 'showLocationsCommand'),
    editorListsHeadings:
      (params.initializationOptions as InitializationOptions | null | undefined)?.listsHeadings === true,
    workspace: new WorkspaceView(
      host,
      documents,
      settings,
      index?.(optionOf(params.initializationOptions, 'storage'), warn),
    ),
    linter: linter?.(warn),
    events: { onRecheck: (listener) => recheckListeners.push(listener), recheck },
    report: (where, error) =>
      connection.console.error(
        `${where}: ${error instanceof Error ? (error.stack ?? error.message) : error}`,
      ),
  };
  follow(context, folders);
  const capabilities: ServerCapabilities = {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { didCreate: ANY_FILE, didRename: ANY_FILE, didDelete: ANY_FILE },
    },
  };
  for (const feature of FEATURES) {
    Object.assign(capabilities, feature.capability(client));
    feature.register(context);
  }
  return { capabilities, serverInfo: { name: 'readout', version } };
}

function optionOf(options: unknown, name: keyof InitializationOptions): string | undefined {
  const value = (options as InitializationOptions | null | undefined)?.[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}
