/** The index of a workspace: summaries by document, and from names, figures and addresses to documents. */
import { type CorpusView, detach, type EntityType } from '../core/index.ts';
import type { DocumentSummary, IndexedFigure, IndexedName } from './summary.ts';

/** Where something stands. */
export interface Occurrence<Entry> {
  readonly document: DocumentSummary;
  readonly entry: Entry;
}

/** A name over all documents. */
export interface NameOverview {
  readonly type: EntityType;
  readonly key: string;
  /** The fullest form in the latest document that has it. */
  readonly name: string;
  /** How many documents have it. */
  readonly documents: number;
  readonly latest: Occurrence<IndexedName>;
}

/** As many strings are remembered for sharing. */
const MOST_SHARED = 100_000;

/** An index. Documents are known by a key that their URI decides. All lists come in a stable order. */
export class WorkspaceIndex implements CorpusView {
  readonly #documents = new Map<string, DocumentSummary>();
  readonly #byUrl = new Map<string, Set<string>>();
  readonly #byName = new Map<string, Map<string, IndexedName>>();
  readonly #byFigure = new Map<string, Map<string, IndexedFigure[]>>();
  readonly #byCounterpart = new Map<string, Set<string>>();
  readonly #strings = new Map<string, string>();
  #urlVersion = 0;

  /** Changes whenever a document has got, lost or changed its address. */
  get urlVersion(): number {
    return this.#urlVersion;
  }

  get size(): number {
    return this.#documents.size;
  }

  get(key: string): DocumentSummary | undefined {
    return this.#documents.get(key);
  }

  /** All documents by key, in order of the keys. */
  entries(): (readonly [string, DocumentSummary])[] {
    return [...this.#documents].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  }

  keys(): Iterable<string> {
    return this.#documents.keys();
  }

  /** One string for each text, however many documents have it. */
  readonly keep = (text: string): string => {
    const known = this.#strings.get(text);
    if (known !== undefined) return known;
    const copy = detach(text);
    // What is shared need not be complete: documents hold their strings themselves.
    if (this.#strings.size >= MOST_SHARED) this.#strings.clear();
    this.#strings.set(copy, copy);
    return copy;
  };

  /** Puts a document in, in place of what was known of it. */
  set(key: string, summary: DocumentSummary): void {
    const old = this.#documents.get(key);
    if (old) this.#unlink(key, old);
    this.#documents.set(key, summary);
    if (summary.url !== (old?.url ?? '')) this.#urlVersion++;
    if (summary.url) addTo(this.#byUrl, summary.url, key);
    for (const counterpart of summary.counterparts) addTo(this.#byCounterpart, counterpart, key);
    for (const name of summary.names) {
      const documents = this.#byName.get(name.key) ?? new Map<string, IndexedName>();
      this.#byName.set(name.key, documents);
      documents.set(key, name);
    }
    for (const figure of summary.figures) {
      const id = figureId(figure);
      const documents = this.#byFigure.get(id) ?? new Map<string, IndexedFigure[]>();
      this.#byFigure.set(id, documents);
      const list = documents.get(key) ?? [];
      documents.set(key, list);
      list.push(figure);
    }
  }

  /** Takes a document out. */
  delete(key: string): void {
    const old = this.#documents.get(key);
    if (!old) return;
    this.#documents.delete(key);
    this.#unlink(key, old);
    if (old.url) this.#urlVersion++;
  }

  #unlink(key: string, { url, counterparts, names, figures }: DocumentSummary): void {
    if (url) removeFrom(this.#byUrl, url, key);
    for (const counterpart of counterparts) removeFrom(this.#byCounterpart, counterpart, key);
    for (const name of names) {
      const documents = this.#byName.get(name.key);
      documents?.delete(key);
      if (documents?.size === 0) this.#byName.delete(name.key);
    }
    for (const figure of figures) {
      const id = figureId(figure);
      const documents = this.#byFigure.get(id);
      documents?.delete(key);
      if (documents?.size === 0) this.#byFigure.delete(id);
    }
  }

  othersWithUrl(url: string, self: string | undefined): readonly string[] {
    const found: string[] = [];
    for (const key of this.#byUrl.get(url) ?? []) {
      const document = this.#documents.get(key);
      const path = document?.path ?? document?.uri;
      if (path !== undefined && path !== self) found.push(path);
    }
    return found.sort();
  }

  /** Where a name stands, by its key; documents in order of date, then of address. */
  occurrencesOf(key: string): Occurrence<IndexedName>[] {
    return this.#ordered(
      [...(this.#byName.get(key) ?? [])].map(([document, entry]) => ({ document, entry })),
    );
  }

  /** Where the same thing is counted. */
  figuresLike(figure: Pick<IndexedFigure, 'type' | 'counted'>): Occurrence<IndexedFigure>[] {
    return this.#ordered(
      [...(this.#byFigure.get(figureId(figure)) ?? [])].flatMap(([document, entries]) =>
        entries.map((entry) => ({ document, entry })),
      ),
    );
  }

  /** The documents that report a contact with somebody on the other side. */
  withCounterpart(key: string): DocumentSummary[] {
    return this.#ordered(
      [...(this.#byCounterpart.get(key) ?? [])].map((document) => ({ document, entry: undefined })),
    ).map(({ document }) => document);
  }

  /**
   * Names that match what somebody types, those in more documents first.
   * @param query characters that occur in the name in this order, whatever their case; empty matches all.
   */
  namesMatching(query: string, most: number): NameOverview[] {
    const wanted = query.toLowerCase();
    const best = new Best<{ readonly key: string; readonly rank: number; readonly documents: number }>(
      most,
      (a, b) => b.rank - a.rank || b.documents - a.documents || (a.key < b.key ? -1 : 1),
    );
    for (const [key, documents] of this.#byName) {
      const name = key.slice(key.indexOf(' ') + 1);
      let rank = rankOf(name, wanted);
      // A country's key is its code; and a key has lost what tells its forms apart.
      if (rank < 2) {
        const entry = documents.values().next().value;
        if (entry && entry.name.length !== name.length)
          rank = Math.max(rank, rankOf(entry.name.toLowerCase(), wanted));
      }
      if (rank > 0) best.add({ key, rank, documents: documents.size });
    }
    return best.inOrder().flatMap(({ key, documents }): NameOverview[] => {
      const latest = this.latestOf(key);
      return latest ? [{ key, documents, latest, type: latest.entry.type, name: latest.entry.name }] : [];
    });
  }

  /** Documents whose title matches what somebody types. */
  titlesMatching(query: string, most: number): DocumentSummary[] {
    const wanted = query.toLowerCase();
    const best = new Best<{ readonly document: DocumentSummary; readonly rank: number }>(
      most,
      (a, b) => b.rank - a.rank || byDate(a.document, b.document),
    );
    for (const document of this.#documents.values()) {
      const rank = document.title === '' ? 0 : rankOf(document.title.toLowerCase(), wanted);
      if (rank > 0) best.add({ document, rank });
    }
    return best.inOrder().map(({ document }) => document);
  }

  /** Where a name stands in the latest document that has it. One look at each, without putting them in order. */
  latestOf(key: string): Occurrence<IndexedName> | undefined {
    let latest: Occurrence<IndexedName> | undefined;
    for (const [id, entry] of this.#byName.get(key) ?? []) {
      const document = this.#documents.get(id);
      if (document && (!latest || byDate(latest.document, document) < 0)) latest = { document, entry };
    }
    return latest;
  }

  #ordered<Entry>(found: { document: string; entry: Entry }[]): Occurrence<Entry>[] {
    return found
      .flatMap(({ document, entry }) => {
        const summary = this.#documents.get(document);
        return summary ? [{ document: summary, entry }] : [];
      })
      .sort((a, b) => byDate(a.document, b.document));
  }
}

/** Earlier documents first; those without a date last. */
function byDate(a: DocumentSummary, b: DocumentSummary): number {
  const [first, second] = [a.date || '9', b.date || '9'];
  return first < second ? -1 : first > second ? 1 : a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0;
}

function figureId({ type, counted }: Pick<IndexedFigure, 'type' | 'counted'>): string {
  return `${type} ${counted}`;
}

/** How well a name matches: 4 the whole, 3 its beginning, 2 the beginning of a word, 1 its letters in order, 0 not. */
function rankOf(name: string, wanted: string): number {
  if (wanted === '') return 1;
  if (name.startsWith(wanted)) return name.length === wanted.length ? 4 : 3;
  if (name.includes(` ${wanted}`)) return 2;
  let at = 0;
  for (const letter of wanted) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return 0;
  }
  return 1;
}

/** Keeps the few best of many, without putting all of them in order. */
class Best<T> {
  readonly #most: number;
  readonly #compare: (a: T, b: T) => number;
  #kept: T[] = [];
  /** The worst of the best, once there are enough: what is no better need not be kept. */
  #bar: T | undefined;

  constructor(most: number, compare: (a: T, b: T) => number) {
    this.#most = most;
    this.#compare = compare;
  }

  add(item: T): void {
    if (this.#bar !== undefined && this.#compare(item, this.#bar) >= 0) return;
    this.#kept.push(item);
    if (this.#kept.length < this.#most * 2) return;
    this.#kept = this.inOrder();
    this.#bar = this.#kept.at(-1);
  }

  /** The best, the very best first. */
  inOrder(): T[] {
    return this.#kept.sort(this.#compare).slice(0, this.#most);
  }
}

function addTo(map: Map<string, Set<string>>, name: string, key: string): void {
  const set = map.get(name) ?? new Set<string>();
  map.set(name, set.add(key));
}

function removeFrom(map: Map<string, Set<string>>, name: string, key: string): void {
  const set = map.get(name);
  set?.delete(key);
  if (set?.size === 0) map.delete(name);
}
