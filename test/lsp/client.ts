/** A language client for tests: speaks the protocol with the real server over real standard input and output. */
import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import {
  type ClientCapabilities,
  ConfigurationRequest,
  createMessageConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type MessageConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  UnregistrationRequest,
} from 'vscode-languageserver-protocol/node';

const root = resolve(import.meta.dirname, '../..');

/** How the client presents itself. */
export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  /** The editor's `readout` settings. */
  readonly settings?: unknown;
  readonly folders?: readonly string[];
  readonly initializationOptions?: unknown;
}

/** A running server with its client. */
export class TestClient {
  readonly connection: MessageConnection;
  readonly process: ChildProcess;
  initialized!: InitializeResult;
  settings: unknown;
  /** Everything that was published, in order. */
  readonly published: PublishDiagnosticsParams[] = [];
  readonly logged: string[] = [];
  #waiting: (() => void)[] = [];

  private constructor(process: ChildProcess, connection: MessageConnection, settings: unknown) {
    this.process = process;
    this.connection = connection;
    this.settings = settings;
  }

  /** Starts a server and exchanges the first messages with it. */
  static async start(options: ClientOptions = {}): Promise<TestClient> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'server/src/server.ts', '--stdio'], {
      cwd: root,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const client = new TestClient(child, connection, options.settings);
    connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => client.settings ?? null));
    connection.onRequest(RegistrationRequest.type, () => undefined);
    connection.onRequest(UnregistrationRequest.type, () => undefined);
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      client.published.push(params);
      client.#wake();
    });
    connection.onNotification(LogMessageNotification.type, ({ message }) => {
      client.logged.push(message);
    });
    connection.listen();
    const folders = (options.folders ?? []).map((uri) => ({ uri, name: uri }));
    const died = new Promise<never>((_, fail) =>
      child.once('exit', (code) => fail(new Error(`The server ended with exit code ${code}.`))),
    );
    died.catch(() => undefined);
    const initialized = connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities: options.capabilities ?? {},
      workspaceFolders: folders.length > 0 ? folders : null,
      initializationOptions: options.initializationOptions,
    });
    client.initialized = await Promise.race([initialized, died]);
    await connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }

  async open(uri: string, text: string, languageId = 'markdown', version = 1): Promise<void> {
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version, text },
    });
  }

  async change(uri: string, version: number, ...changes: { range?: Range; text: string }[]): Promise<void> {
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: changes.map(({ range, text }) => (range ? { range, text } : { text })),
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** Waits until diagnostics for this version (or any) of a document have been published, and returns the last. */
  async diagnosticsOf(uri: string, version?: number): Promise<Diagnostic[]> {
    for (;;) {
      const found = this.published.findLast(
        (params) => params.uri === uri && (version === undefined || params.version === version),
      );
      if (found) return found.diagnostics;
      await this.nextPublished();
    }
  }

  /** Resolves when the server publishes again. */
  nextPublished(): Promise<void> {
    return new Promise((wake) => this.#waiting.push(wake));
  }

  /** Ends the server as the protocol says, and returns its exit code. */
  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((done) => this.process.once('exit', (code) => done(code)));
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    const code = await ended;
    this.connection.dispose();
    return code;
  }
}

/** A client that publishes with versions. */
export const PUSH: ClientCapabilities = {
  textDocument: { publishDiagnostics: { versionSupport: true } },
};

/** A client that pulls. */
export const PULL: ClientCapabilities = {
  textDocument: { diagnostic: {} },
  workspace: { diagnostics: { refreshSupport: true } },
};
