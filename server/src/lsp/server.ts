/** Puts the language server together: connection, documents, settings, features. */
import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
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
  const settings = new SettingsStore(connection, client);
  const recheckListeners: (() => void)[] = [];
  const recheck = () => {
    for (const listener of recheckListeners) listener();
  };
  const context: ServerContext = {
    connection,
    client,
    documents,
    settings,
    host,
    docs: withSlash(optionOf(params.initializationOptions, 'docs') ?? docs),
    retriggerCommand: optionOf(params.initializationOptions, 'retriggerCommand'),
    events: { onRecheck: (listener) => recheckListeners.push(listener) },
    report: (where, error) =>
      connection.console.error(
        `${where}: ${error instanceof Error ? (error.stack ?? error.message) : error}`,
      ),
  };
  documents.listen(({ kind, document }) => {
    if (kind === 'opened') void settings.of(document.uri, document.path);
    if (kind === 'closed') settings.forget(document.uri);
  });
  connection.onDidChangeConfiguration(() => {
    settings.invalidate();
    recheck();
  });
  connection.onInitialized(() => {
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'readout' });
  });
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

function optionOf(options: unknown, name: keyof InitializationOptions): string | undefined {
  const value = (options as InitializationOptions | null | undefined)?.[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}
