/** Puts the language server together: connection, documents, settings, features. */
import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { Host } from '../host/host.ts';
import { DocumentStore } from './documents.ts';
import type { ServerContext } from './feature.ts';
import { FEATURES } from './features/list.ts';
import type { InitializationOptions } from './protocol.ts';
import { SettingsStore } from './settings.ts';
import { SettingsProblems } from './settings-problems.ts';
import { pathOfUri } from './uri.ts';

/** What the server is told where it starts. */
export interface ServerOptions {
  readonly host: Host;
  /** URL of the folder with the rules' pages, with a slash at the end; the client may name another. */
  readonly docs: string;
  readonly version: string;
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
  { host, docs, version }: ServerOptions,
  params: InitializeParams,
): InitializeResult {
  const client: ClientCapabilities = params.capabilities ?? {};
  const folders = foldersOf(params);
  const settings = new SettingsStore(connection, client, host, folders[0]);
  const recheckListeners: ((uri?: string) => void)[] = [];
  const recheck = (uri?: string): void => {
    for (const listener of recheckListeners) listener(uri);
  };
  const context: ServerContext = {
    connection,
    client,
    documents,
    settings,
    host,
    docs: withSlash(optionOf(params.initializationOptions, 'docs') ?? docs),
    retriggerCommand: optionOf(params.initializationOptions, 'retriggerCommand'),
    corpus: { view: { othersWithUrl: () => [] }, version: () => 0 },
    events: { onRecheck: (listener) => recheckListeners.push(listener), recheck },
    report: (where, error) =>
      connection.console.error(
        `${where}: ${error instanceof Error ? (error.stack ?? error.message) : error}`,
      ),
  };
  followSettings(context);
  const capabilities: ServerCapabilities = {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  };
  for (const feature of FEATURES) {
    Object.assign(capabilities, feature.capability(client));
    feature.register(context);
  }
  return { capabilities, serverInfo: { name: 'readout', version } };
}

/** Looks settings up for what is opened, and anew when the editor or a settings file says something else. */
function followSettings(context: ServerContext): void {
  const { connection, client, documents, settings, events } = context;
  const problems = new SettingsProblems(context);
  settings.onProblems((files, found) => problems.show(files, found));
  documents.listen(({ kind, document }) => {
    if (kind === 'opened') void settings.of(document.uri, document.path);
    if (kind === 'closed') settings.forget(document.uri);
  });
  const again = (): void => {
    settings.invalidate();
    events.recheck();
  };
  connection.onDidChangeConfiguration(again);
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => settings.dependsOn(pathOfUri(uri) ?? ''))) again();
  });
  connection.onInitialized(() => {
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'readout' });
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration)
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: '**/*.{md,markdown,yaml,yml,json}' }],
      });
  });
}

/** Paths of the workspace's folders that lie on disk. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return uris.flatMap((uri) => {
    const path = uri.startsWith('file:') ? pathOfUri(uri) : undefined;
    return path === undefined ? [] : [path.length > 1 ? path.replace(/\/$/, '') : path];
  });
}

function optionOf(options: unknown, name: keyof InitializationOptions): string | undefined {
  const value = (options as InitializationOptions | null | undefined)?.[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}
