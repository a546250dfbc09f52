import type { FigureEntry, NameEntry } from '../../server/src/workspace/packed.ts';
import type {
  IndexedDocument,
  Occurrence,
  WorkspaceIndex,
} from '../../server/src/workspace/workspace-index.ts';

const documentOf = ({ uri, path, title, titlePlace, date, url }: IndexedDocument) => ({
  uri,
  path,
  title,
  titlePlace: [...titlePlace],
  date,
  url,
});

const nameOf = ({ type, key, name, office, mentions, places }: NameEntry) => ({
  type,
  key,
  name,
  office,
  mentions,
  places: [...places],
});

const figureOf = ({ type, text, counted, places }: FigureEntry) => ({
  type,
  text,
  counted,
  places: [...places],
});

const occurrences = <Entry>(found: readonly Occurrence<Entry>[], plain: (entry: Entry) => unknown) =>
  found.map(({ document, entry }) => [document.uri, plain(entry)]);

/** Everything that an index says, as plain values that can be compared. */
export function said(index: WorkspaceIndex) {
  const documents = index.entries();
  const contents = documents.map(([, document]) => index.contentOf(document));
  const urls = new Set(documents.map(([, { url }]) => url));
  const figures = new Map(
    contents.flatMap((content) =>
      content.figures.map(({ type, counted }) => [`${type} ${counted}`, { type, counted }] as const),
    ),
  );
  const counterparts = new Set(contents.flatMap((content) => content.counterparts));
  return {
    documents: documents.map(([key, document], i) => ({
      key,
      ...documentOf(document),
      counterparts: contents[i]?.counterparts,
      names: contents[i]?.names.map(nameOf),
      figures: contents[i]?.figures.map(figureOf),
    })),
    urls: [...urls].sort().map((url) => [url, index.othersWithUrl(url, undefined)]),
    names: ['', 'no', 'st', 'united', 'ord'].map((typed) =>
      index.namesMatching(typed, 100).map(({ key, type, name, documents, latest }) => ({
        key,
        type,
        name,
        documents,
        latest: [latest.document.uri, nameOf(latest.entry)],
        occurrences: occurrences(index.occurrencesOf(key), nameOf),
      })),
    ),
    titles: ['', 'call', 'mg'].map((typed) => index.titlesMatching(typed, 100).map(({ uri }) => uri)),
    figures: [...figures.keys()].sort().map((id) => {
      const figure = figures.get(id);
      return figure ? [id, occurrences(index.figuresLike(figure), figureOf)] : [];
    }),
    counterparts: [...counterparts]
      .sort()
      .map((key) => [key, index.withCounterpart(key).map(({ uri }) => uri)]),
    strings: index.strings.size,
  };
}
