/** The index of a workspace: packed summaries by document, and from names, figures and addresses to documents. */
import type { CorpusView, EntityType } from '../core/index.ts';
import { DocumentOrder } from './document-order.ts';

import { Query, Signatures, search } from './matching.ts';
import { NameIdentity } from './name-identity.ts';
import {
  eachCounterpart,
  eachFigure,
  eachName,
  FigureEntry,
  figureId,
  NameEntry,
  type PackedSummary,
  pack,
  placesAt,
  releaseStrings,
} from './packed.ts';
import { Postings } from './postings.ts';
import { NONE, StringTable } from './strings.ts';
import type { DocumentSummary, Places } from './summary.ts';

/** Where something stands. */
export interface Occurrence<Entry> {
  readonly document: IndexedDocument;
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
  readonly latest: Occurrence<NameEntry>;
}

/** Where a document is, and what its content is known by. */
export interface Origin {
  /** As the editor would write it. */
  readonly uri: string;
  /** Absolute, with forward slashes; undefined if it has none. */
  readonly path: string | undefined;
  /** Says which content under which settings was summarised; undefined for what is open in the editor. */
  readonly fingerprint: string | undefined;
}

/** One document, as far as others may want to know it. */
export class IndexedDocument implements Origin {
  readonly number: number;
  readonly uri: string;
  readonly path: string | undefined;
  readonly fingerprint: string | undefined;
  readonly packed: PackedSummary;

  constructor(number: number, { uri, path, fingerprint }: Origin, packed: PackedSummary) {
    this.number = number;
    this.uri = uri;
    this.path = path;
    this.fingerprint = fingerprint;
    this.packed = packed;
  }

  /** On one line; empty if there is none. */
  get title(): string {
    return this.packed.title;
  }

  /** Where the title stands, or the start of the file. */
  get titlePlace(): Places {
    return placesAt(this.packed.places, 0, 1);
  }

  /** `YYYY-MM-DD`; empty if there is none, or one written otherwise. */
  get date(): string {
    return this.packed.date;
  }

  /** `source_url` as written; empty if there is none. */
  get url(): string {
    return this.packed.url;
  }
}

/** What a document says. */
export interface DocumentContent {
  /** Keys of those on the other side of the table. */
  readonly counterparts: readonly string[];
  readonly names: readonly NameEntry[];
  readonly figures: readonly FigureEntry[];
}

/** An index. Documents are known by a key that their URI decides. All lists come in a stable order. */
export class WorkspaceIndex implements CorpusView {
  readonly strings = new StringTable();
  readonly #documents = new Map<string, IndexedDocument>();
  /** By their number; a hole where there is none. */
  readonly #byNumber: (IndexedDocument | undefined)[] = [];
  readonly #freeNumbers: number[] = [];
  readonly #order = new DocumentOrder(() => this.#documents.values());
  readonly #byUrl = new Map<string, Set<IndexedDocument>>();
  readonly #names = new Postings();
  readonly #figures = new Postings();
  readonly #counterparts = new Postings();
  readonly #identity = new NameIdentity({
    strings: this.strings,
    names: this.#names,
    packedOf: (number) => this.#byNumber[number]?.packed,
  });
  /** By key: forms of a name that differ from the key by more than capital letters, each with how many documents have it. */
  readonly #forms = new Map<number, Map<number, number>>();
  /** By key: those of its forms, and maybe of some that are gone. */
  readonly #nameSignatures = new Signatures();
  /** By number of the document. */
  readonly #titleSignatures = new Signatures();
  #urlVersion = 0;

  /** Changes whenever a document has got, lost or changed its address. */
  get urlVersion(): number {
    return this.#urlVersion;
  }

  get size(): number {
    return this.#documents.size;
  }

  get(key: string): IndexedDocument | undefined {
    return this.#documents.get(key);
  }

  /** All documents by key, in order of the keys. */
  entries(): (readonly [string, IndexedDocument])[] {
    return [...this.#documents].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  }

  keys(): Iterable<string> {
    return this.#documents.keys();
  }

  documents(): Iterable<IndexedDocument> {
    return this.#documents.values();
  }

  /** Puts a document in, in place of what was known of it. */
  set(key: string, origin: Origin, summary: DocumentSummary): void {
    this.setPacked(key, origin, pack(summary, this.strings));
  }

  /** The same for a packed summary. Its strings are those of {@link strings}, and their uses pass to the index. */
  setPacked(key: string, origin: Origin, packed: PackedSummary): void {
    const old = this.#documents.get(key);
    const number = old?.number ?? this.#freeNumbers.pop() ?? this.#byNumber.length;
    const document = new IndexedDocument(number, origin, packed);
    if (old) this.#unlink(old);
    this.#documents.set(key, document);
    this.#byNumber[number] = document;
    if (old?.date !== document.date || old.uri !== document.uri) this.#order.changed();
    if (document.url !== (old?.url ?? '')) this.#urlVersion++;
    this.#link(document);
    if (old) releaseStrings(old.packed.rows, this.strings);
  }

  /** Takes a document out. */
  delete(key: string): void {
    const old = this.#documents.get(key);
    if (!old) return;
    this.#documents.delete(key);
    this.#byNumber[old.number] = undefined;
    this.#titleSignatures.clear(old.number);
    this.#freeNumbers.push(old.number);
    this.#order.changed();
    this.#unlink(old);
    releaseStrings(old.packed.rows, this.strings);
    if (old.url) this.#urlVersion++;
  }

  #link(document: IndexedDocument): void {
    const { number, url, title, packed } = document;
    this.#identity.addAliases(number, packed.rows);
    this.#titleSignatures.clear(number);
    this.#titleSignatures.add(number, title.toLowerCase());
    if (url) {
      const same = this.#byUrl.get(url);
      if (same) same.add(document);
      else this.#byUrl.set(url, new Set([document]));
    }
    eachCounterpart(packed.rows, (key) => this.#counterparts.add(key, number, 0));
    eachFigure(packed.rows, (row, id) => this.#figures.add(id, number, row));
    eachName(packed.rows, (row, key, name) => {
      if (this.#names.count(key) === 0) {
        this.#identity.added(key);
        this.#nameSignatures.clear(key);
        this.#nameSignatures.add(key, bareKey(this.strings.text(key)));
      }
      this.#names.add(key, number, row);
      this.#addForm(key, name);
    });
  }

  #unlink(document: IndexedDocument): void {
    const { number, url, packed } = document;
    this.#identity.removeAliases(number, packed.rows);
    const same = this.#byUrl.get(url);
    same?.delete(document);
    if (same?.size === 0) this.#byUrl.delete(url);
    eachCounterpart(packed.rows, (key) => this.#counterparts.remove(key, number, 0));
    eachFigure(packed.rows, (row, id) => this.#figures.remove(id, number, row));
    eachName(packed.rows, (row, key, name) => {
      this.#names.remove(key, number, row);
      if (this.#names.count(key) === 0) {
        this.#identity.removed(key);
        this.#nameSignatures.clear(key);
      }
      const forms = this.#forms.get(key);
      const count = forms?.get(name);
      if (!forms || count === undefined) return;
      if (count > 1) forms.set(name, count - 1);
      else forms.delete(name);
      if (forms.size === 0) this.#forms.delete(key);
    });
  }

  #addForm(key: number, name: number): void {
    let forms = this.#forms.get(key);
    const count = forms?.get(name);
    if (forms && count !== undefined) {
      forms.set(name, count + 1);
      return;
    }
    const lower = this.strings.text(name).toLowerCase();
    if (lower === bareKey(this.strings.text(key))) return;
    this.#nameSignatures.add(key, lower);
    if (!forms) {
      forms = new Map();
      this.#forms.set(key, forms);
    }
    forms.set(name, 1);
  }

  othersWithUrl(url: string, self: string | undefined): readonly string[] {
    const found: string[] = [];
    // What is in no file has no path to be told from `self` by: an unsaved document would be its own double.
    for (const { path } of this.#byUrl.get(url) ?? [])
      if (path !== undefined && path !== self) found.push(path);
    return found.sort();
  }

  /** What is known of a document's content. */
  contentOf({ packed }: IndexedDocument): DocumentContent {
    const counterparts: string[] = [];
    const names: NameEntry[] = [];
    const figures: FigureEntry[] = [];
    eachCounterpart(packed.rows, (key) => counterparts.push(this.strings.text(key)));
    eachName(packed.rows, (row) => names.push(new NameEntry(packed, this.strings, row)));
    eachFigure(packed.rows, (row) => figures.push(new FigureEntry(packed, this.strings, row)));
    return { counterparts, names, figures };
  }

  /**
   * Where a name stands, whatever form it has there; documents in order of date, then of address.
   * @param key of the name.
   * @param office what a person bears in front of it where somebody asks: it tells whom a surname alone means.
   */
  occurrencesOf(key: string, office?: string): Occurrence<NameEntry>[] {
    const { keys, accepts } = this.#identity.sameAs(key, office);
    return this.#inOrder(
      this.#names,
      keys,
      (packed, row) => new NameEntry(packed, this.strings, row),
      accepts,
    );
  }

  /** The keys of all names that belong to one name, with its own; surnames that mean others elsewhere among them. */
  keysLike(key: string): readonly string[] {
    return this.#identity.sameAs(key).keys.map((number) => this.strings.text(number));
  }

  /** Where the same thing is counted. */
  figuresLike({ type, counted }: Pick<FigureEntry, 'type' | 'counted'>): Occurrence<FigureEntry>[] {
    return this.#inOrder(
      this.#figures,
      this.#numbersOf(figureId(type, counted)),
      (packed, row) => new FigureEntry(packed, this.strings, row),
    );
  }

  /** The documents that report a contact with somebody on the other side, under any name that is his or hers alone. */
  withCounterpart(key: string): IndexedDocument[] {
    const { keys, accepts } = this.#identity.sameAs(key);
    const documents = new Set<number>();
    for (const each of keys)
      this.#names.each(each, (document, row) => accepts(each, document, row) && documents.add(document));
    const own = this.strings.find(key);
    const found = this.#inOrder(
      this.#counterparts,
      [...new Set([...(own === undefined ? [] : [own]), ...keys])],
      () => undefined,
      (each, document) => each === own || documents.has(document),
    );
    return [...new Set(found.map(({ document }) => document))];
  }

  /**
   * Names that match what somebody types, those in more documents first.
   * @param typed characters that occur in the name in this order, whatever their case; empty matches all.
   */
  namesMatching(typed: string, most: number): NameOverview[] {
    const found = search(new Query(typed), most, this.#nameSignatures, {
      has: (number) => this.#names.count(number) > 0,
      bestRank: (number, rank) => {
        const key = this.strings.text(number);
        let best = rank(key, bareStart(key));
        // A country's key is its code; and a key has lost what tells its forms apart.
        const forms = this.#forms.get(number);
        if (forms)
          for (const form of forms.keys()) {
            const other = rank(this.strings.text(form).toLowerCase(), 0);
            if (other > best) best = other;
          }
        return best;
      },
      compare: (a, b) =>
        this.#names.count(b) - this.#names.count(a) || (this.strings.text(a) < this.strings.text(b) ? -1 : 1),
    });
    return found.flatMap((number): NameOverview[] => {
      const key = this.strings.text(number);
      const latest = this.latestOf(key);
      const documents = this.#names.count(number);
      return latest ? [{ key, documents, latest, type: latest.entry.type, name: latest.entry.name }] : [];
    });
  }

  /** Documents whose title matches what somebody types. */
  titlesMatching(typed: string, most: number): IndexedDocument[] {
    const found = search(new Query(typed), most, this.#titleSignatures, {
      has: (number) => (this.#byNumber[number]?.title ?? '') !== '',
      bestRank: (number, rank) => rank(this.#byNumber[number]?.title.toLowerCase() ?? '', 0),
      compare: (a, b) => this.#order.rankOf(a) - this.#order.rankOf(b),
    });
    return found.flatMap((number) => this.#byNumber[number] ?? []);
  }

  /** Where a name stands in the latest document that has it. One look at each, without putting them in order. */
  latestOf(key: string): Occurrence<NameEntry> | undefined {
    const { rankOf } = this.#order;
    let latest = -1;
    let latestRow = 0;
    this.#names.each(this.strings.find(key) ?? NONE, (number, row) => {
      const rank = rankOf(number);
      if (rank <= latest) return;
      latest = rank;
      latestRow = row;
    });
    const document = latest < 0 ? undefined : this.#byNumber[this.#order.documentAt(latest)];
    return document && { document, entry: new NameEntry(document.packed, this.strings, latestRow) };
  }

  #numbersOf(text: string): readonly number[] {
    const number = this.strings.find(text);
    return number === undefined ? [] : [number];
  }

  #inOrder<Entry>(
    postings: Postings,
    strings: readonly number[],
    entryOf: (packed: PackedSummary, row: number) => Entry,
    accepts: (string: number, document: number, row: number) => boolean = () => true,
  ): Occurrence<Entry>[] {
    const found: Occurrence<Entry>[] = [];
    postings.inOrder(strings, this.#order.rankOf, this.#order.documentAt, accepts, (number, row) => {
      const document = this.#byNumber[number] as IndexedDocument;
      found.push({ document, entry: entryOf(document.packed, row) });
    });
    return found;
  }
}

/** A key without its type. */
function bareKey(key: string): string {
  return key.slice(bareStart(key));
}

function bareStart(key: string): number {
  return key.indexOf(' ') + 1;
}
