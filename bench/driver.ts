/** Drives a language server over stdio as an editor does, and measures when its findings come. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

/** A server that can be measured. */
export interface Server {
  readonly name: string;
  readonly command: readonly string[];
  /** Whether its findings are asked for; else it sends them by itself. */
  readonly pulls: boolean;
  readonly languageId?: string;
  /** What it is given of the document, where not the whole. */
  readonly part?: (text: string) => string;
}

export interface Edit {
  readonly range: { readonly start: Place; readonly end: Place };
  readonly text: string;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

const URI = 'file:///bench/2023-11-17-a-statement.md';
/** Nobody waits longer than this for findings, in milliseconds. */
const PATIENCE = 60_000;

const require = createRequire(import.meta.url);

/** One running server with one document open. */
export class Driver {
  readonly #server: Server;
  readonly #child: ChildProcess;
  readonly #connection: MessageConnection;
  #version = 0;
  #told: ((version: number | undefined) => void)[] = [];
  #text = '';
  #died = false;
  /** How many times findings were sent. */
  published = 0;

  constructor(server: Server) {
    this.#server = server;
    this.#child = spawn(server.command[0] as string, server.command.slice(1), {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    this.#child.once('exit', () => {
      this.#died = true;
      for (const tell of this.#told) tell(undefined);
    });
    this.#connection = createMessageConnection(
      new StreamMessageReader(this.#child.stdout as NonNullable<ChildProcess['stdout']>),
      new StreamMessageWriter(this.#child.stdin as NonNullable<ChildProcess['stdin']>),
    );
    const connection = this.#connection;
    connection.onNotification('textDocument/publishDiagnostics', ({ version }: { version?: number }) => {
      this.published++;
      for (const tell of this.#told) tell(version);
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => null),
    );
    for (const method of [
      'client/registerCapability',
      'window/workDoneProgress/create',
      'workspace/diagnostic/refresh',
      'workspace/semanticTokens/refresh',
      'workspace/codeLens/refresh',
      'workspace/inlayHint/refresh',
    ])
      connection.onRequest(method, () => null);
    // VS Code's Markdown server has its client parse and read files.
    connection.onRequest('markdown/parse', () => {
      const MarkdownIt = require('markdown-it') as new () => { parse(text: string, env: object): unknown };
      return new MarkdownIt().parse(this.#text, {});
    });
    for (const method of [
      'markdown/fs/readFile',
      'markdown/fs/readDirectory',
      'markdown/findMarkdownFilesInWorkspace',
    ])
      connection.onRequest(method, () => []);
    connection.onRequest('markdown/fs/stat', () => undefined);
    connection.listen();
  }

  /** Says hello and opens the document; ends when its first findings are there. */
  async open(text: string): Promise<void> {
    this.#text = this.#server.part?.(text) ?? text;
    await this.#connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      initializationOptions: { markdownFileExtensions: ['md'] },
      capabilities: {
        workspace: { diagnostics: { refreshSupport: true }, configuration: false },
        textDocument: {
          publishDiagnostics: { versionSupport: true },
          ...(this.#server.pulls ? { diagnostic: { dynamicRegistration: false } } : {}),
          semanticTokens: {
            requests: { full: { delta: true }, range: true },
            tokenTypes: [],
            tokenModifiers: [],
            formats: ['relative'],
          },
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        },
      },
    });
    await this.#connection.sendNotification('initialized', {});
    const done = this.#findings(1);
    this.#version = 1;
    await this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: {
        uri: URI,
        languageId: this.#server.languageId ?? 'markdown',
        version: 1,
        text: this.#text,
      },
    });
    await done();
  }

  /** Begins to wait for the findings of a version; what it gives ends when they are there. */
  #findings(version: number): () => Promise<void> {
    if (this.#server.pulls)
      return async () => {
        await this.request('textDocument/diagnostic', {});
      };
    let tell: (version: number | undefined) => void = () => undefined;
    const arrived = new Promise<void>((done, fail) => {
      const timer = setTimeout(() => fail(new Error(`no answer in ${PATIENCE / 1000} s`)), PATIENCE);
      tell = (of) => {
        if (this.#died) fail(new Error('the server ended'));
        else if (of !== undefined && of !== version) return;
        else done();
        clearTimeout(timer);
        this.#told = this.#told.filter((each) => each !== tell);
      };
      this.#told.push(tell);
    });
    arrived.catch(() => undefined);
    return () => arrived;
  }

  /** Sends an edit without waiting for anything. */
  async send(edit: Edit): Promise<void> {
    this.#version++;
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version: this.#version },
      contentChanges: [edit],
    });
  }

  /** Milliseconds from sending edits to having the findings of the last. */
  async edit(...edits: readonly Edit[]): Promise<number> {
    const began = performance.now();
    const done = this.#findings(this.#version + edits.length);
    for (const edit of edits) await this.send(edit);
    await done();
    return performance.now() - began;
  }

  async request(method: string, params: object): Promise<unknown> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, fail) => {
      timer = setTimeout(() => fail(new Error(`no answer in ${PATIENCE / 1000} s`)), PATIENCE);
    });
    const answer = this.#connection.sendRequest(method, { textDocument: { uri: URI }, ...params });
    return Promise.race([answer, late]).finally(() => clearTimeout(timer));
  }

  /** Resident memory of the server now, in MiB. */
  get memory(): number {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  }

  /** Processor time that the server has used so far, in milliseconds: what a busy machine does not change much. */
  get processorTime(): number {
    const tasks = `/proc/${this.#child.pid}/task`;
    let nanoseconds = 0;
    for (const task of readdirSync(tasks)) {
      const [used] = readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ');
      nanoseconds += Number(used);
    }
    return nanoseconds / 1e6;
  }

  stop(): void {
    this.#connection.dispose();
    this.#child.kill();
  }
}

/** The value below which a part of all values lies. */
export function percentile(values: readonly number[], part: number): number {
  const ordered = [...values].sort((a, b) => a - b);
  return ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * part))] ?? Number.NaN;
}
