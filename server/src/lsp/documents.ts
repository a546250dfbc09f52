/** The documents open in the editor, each as the core's immutable snapshot of its latest version. */
import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
} from 'vscode-languageserver';
import { Readout } from '../core/index.ts';
import { toSpan } from './convert.ts';
import { pathOfUri, uriKey } from './uri.ts';

/** One version of an open document. Immutable: an edit makes a new one. */
export interface OpenDocument {
  /** As the editor writes it. */
  readonly uri: string;
  /** Absolute path with forward slashes; undefined for a document that has none yet. */
  readonly path: string | undefined;
  readonly languageId: string;
  readonly version: number;
  readonly readout: Readout;
}

/** What happened to a document. */
export type DocumentEvent =
  | { readonly kind: 'opened' | 'closed'; readonly document: OpenDocument }
  | { readonly kind: 'changed'; readonly document: OpenDocument; readonly before: OpenDocument };

/** Follows `didOpen`, `didChange` and `didClose`. Messages about documents that are not open change nothing. */
export class DocumentStore {
  readonly #documents = new Map<string, OpenDocument>();
  readonly #listeners: ((event: DocumentEvent) => void)[] = [];

  /** The latest version of a document, or undefined if it is not open. */
  get(uri: unknown): OpenDocument | undefined {
    return typeof uri === 'string' ? this.#documents.get(uriKey(uri)) : undefined;
  }

  /** All open documents, in the order in which they were opened. */
  all(): Iterable<OpenDocument> {
    return this.#documents.values();
  }

  /** Calls `listener` after each change. */
  listen(listener: (event: DocumentEvent) => void): void {
    this.#listeners.push(listener);
  }

  open({ textDocument }: DidOpenTextDocumentParams): void {
    const { uri, languageId, version, text } = textDocument;
    const document: OpenDocument = {
      uri,
      path: pathOfUri(uri),
      languageId,
      version,
      readout: Readout.parse(String(text)),
    };
    this.#documents.set(uriKey(uri), document);
    this.#tell({ kind: 'opened', document });
  }

  change({ textDocument, contentChanges }: DidChangeTextDocumentParams): void {
    const key = uriKey(textDocument.uri);
    const old = this.#documents.get(key);
    if (!old) return;
    let readout = old.readout;
    // Each change's range refers to the text after the changes before it.
    for (const change of contentChanges) {
      readout =
        'range' in change && change.range
          ? readout.edit({ span: toSpan(readout, change.range), newText: change.text })
          : Readout.parse(change.text);
    }
    const document: OpenDocument = { ...old, version: textDocument.version, readout };
    this.#documents.set(key, document);
    this.#tell({ kind: 'changed', document, before: old });
  }

  close({ textDocument }: DidCloseTextDocumentParams): void {
    const key = uriKey(textDocument.uri);
    const document = this.#documents.get(key);
    if (!document) return;
    this.#documents.delete(key);
    this.#tell({ kind: 'closed', document });
  }

  #tell(event: DocumentEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
