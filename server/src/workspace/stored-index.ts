/**
 * The index as it is kept between two sessions. Whatever is wrong with it (damaged, cut short, of another version),
 * documents are read anew: what is stored can make a start faster and nothing else.
 *
 * The form: a line of JSON that names form and engine, then frames. A frame is a line of JSON with its length in bytes
 * and its digest, then that many bytes: the length of a JSON text (four bytes), the text, and the documents' rows and
 * places one after another. Strings are numbered through all frames, so a frame that does not hold ends the reading.
 */
import type { PackedSummary } from './packed.ts';
import { Export, Import } from './renumber.ts';
import type { StringTable } from './strings.ts';

/** One file as it was when its summary was made. */
export interface StoredFile {
  readonly path: string;
  readonly fingerprint: string;
  /** Undefined for a file that is not ours. */
  readonly summary: PackedSummary | undefined;
}

/** How the host tells bytes apart. */
export type Digest = (bytes: Uint8Array) => string;

/** Counted up whenever the form or the meaning of a packed summary changes. */
const FORM = 1;
/** Documents in a frame: as many as are dealt with before something else gets its turn. */
const FRAME = 64;
/** No line of JSON is longer (in bytes). */
const LONGEST_LINE = 1_000;

/** Packed numbers are kept as they lie in memory. */
const BYTE_ORDER = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 'little' : 'big';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Title, date, address, and how many numbers and bytes there are of rows and places. */
type SummaryText = readonly [string, string, string, number, number];

interface FrameText {
  /** Strings that no frame before had. */
  readonly texts: readonly string[];
  readonly files: readonly {
    readonly path: string;
    readonly fingerprint: string;
    readonly summary?: SummaryText;
  }[];
}

/**
 * Writes files piece by piece. What changes between two pieces is no matter: files are asked for as they are needed.
 * @param strings the table that the summaries' rows speak of.
 * @param engine says what makes summaries: those of another are of no use.
 */
export function* encodeIndex(
  files: Iterable<StoredFile>,
  strings: StringTable,
  engine: string,
  digest: Digest,
): Generator<Uint8Array> {
  yield encoder.encode(`${JSON.stringify(headOf(engine))}\n`);
  const exported = new Export(strings);
  let frame: StoredFile[] = [];
  for (const file of files) {
    frame.push(file);
    if (frame.length < FRAME) continue;
    yield encodeFrame(frame, exported, digest);
    frame = [];
  }
  if (frame.length > 0) yield encodeFrame(frame, exported, digest);
}

function headOf(engine: string) {
  return { readoutIndex: FORM, byteOrder: BYTE_ORDER, engine };
}

function encodeFrame(files: readonly StoredFile[], exported: Export, digest: Digest): Uint8Array {
  const parts: Uint8Array[] = [];
  const heads = files.map(({ path, fingerprint, summary }): FrameText['files'][number] => {
    if (!summary) return { path, fingerprint };
    const { title, date, url, places } = summary;
    const rows = exported.rows(summary.rows);
    parts.push(new Uint8Array(rows.buffer, rows.byteOffset, rows.byteLength), places);
    return { path, fingerprint, summary: [title, date, url, rows.length, places.length] };
  });
  const text = encoder.encode(
    JSON.stringify({ texts: exported.takeFresh(), files: heads } satisfies FrameText),
  );
  const body = joined([new Uint8Array(new Uint32Array([text.length]).buffer), text, ...parts]);
  const line = encoder.encode(`${JSON.stringify({ bytes: body.length, digest: digest(body) })}\n`);
  return joined([line, body]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Files of an earlier session, from which those that have not changed are taken over. */
export class StoredIndex {
  readonly #files = new Map<string, StoredFile>();
  readonly #texts: string[] = [''];

  get size(): number {
    return this.#files.size;
  }

  /** What is known of the file with this path. The rows of its summary are for {@link importer} alone. */
  get(path: string): StoredFile | undefined {
    return this.#files.get(path);
  }

  /** Brings rows of these files into a table in use. */
  importer(into: StringTable): Import {
    return new Import(this.#texts, into);
  }

  /**
   * Reads what {@link encodeIndex} wrote, frame by frame: each step is short. What does not hold is left out.
   * @yields after each frame.
   * @returns whether all of it held.
   */
  *decode(content: Uint8Array, engine: string, digest: Digest): Generator<undefined, boolean> {
    // Node's buffers are byte arrays whose `slice` does not copy.
    const bytes = new Uint8Array(content.buffer, content.byteOffset, content.length);
    const head = lineAt(bytes, 0);
    if (!head || JSON.stringify(head.value) !== JSON.stringify(headOf(engine))) return false;
    for (let at = head.end; at < bytes.length; ) {
      const line = lineAt(bytes, at);
      const frame = line?.value as { bytes?: unknown; digest?: unknown } | undefined;
      if (!line || typeof frame?.bytes !== 'number' || !(frame.bytes >= 4)) return false;
      const body = bytes.subarray(line.end, line.end + frame.bytes);
      if (body.length !== frame.bytes || digest(body) !== frame.digest) return false;
      this.#addFrame(body);
      at = line.end + frame.bytes;
      yield;
    }
    return true;
  }

  /** @param body of a frame that holds: it is what an engine like this one wrote. */
  #addFrame(body: Uint8Array): void {
    const textLength = new Uint32Array(body.slice(0, 4).buffer)[0] as number;
    const { texts, files } = JSON.parse(decoder.decode(body.subarray(4, 4 + textLength))) as FrameText;
    for (const text of texts) this.#texts.push(text);
    let at = 4 + textLength;
    for (const { path, fingerprint, summary } of files) {
      if (!summary) {
        this.#files.set(path, { path, fingerprint, summary: undefined });
        continue;
      }
      const [title, date, url, rowCount, placeBytes] = summary;
      // Copies: what is taken over must not keep all of the file in memory, and numbers want to be aligned.
      const rows = new Uint32Array(body.slice(at, at + rowCount * 4).buffer);
      at += rowCount * 4;
      const places = body.slice(at, at + placeBytes);
      at += placeBytes;
      this.#files.set(path, { path, fingerprint, summary: { title, date, url, rows, places } });
    }
  }
}

/** The line of JSON at an offset; undefined if there is none. */
function lineAt(
  bytes: Uint8Array,
  at: number,
): { readonly value: unknown; readonly end: number } | undefined {
  const length = bytes.subarray(at, at + LONGEST_LINE).indexOf(10);
  if (length < 0) return undefined;
  try {
    return { value: JSON.parse(decoder.decode(bytes.subarray(at, at + length))), end: at + length + 1 };
  } catch {
    return undefined;
  }
}
