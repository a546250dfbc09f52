/** Reads files for the index: what a worker does, and what is done in the thread where there is none. */
import { isExcluded, looksLikeReadout, mustBeReadout } from '../core/config/ownership.ts';
import { derive } from '../core/document/derive.ts';
import { Readout, type Settings } from '../core/index.ts';
import type { Host } from '../host/host.ts';
import { type PackedSummary, pack } from './packed.ts';
import { StringTable } from './strings.ts';
import { summarise } from './summary.ts';

/** A file to be read. */
export interface WantedFile {
  /** Absolute, with forward slashes. */
  readonly path: string;
  /** The fingerprint of what is known of it, if anything: if it still holds, nothing else is told. */
  readonly known: string | undefined;
}

/**
 * What was found: undefined for a file that is gone, cannot be read or is too long; `same` for one whose fingerprint is
 * the known one; else what it says, without a summary if it is not ours.
 */
export type FoundFile =
  | undefined
  | 'same'
  | { readonly fingerprint: string; readonly summary: PackedSummary | undefined };

/** What was found in several files, in the order in which they were asked for. Plain data. */
export interface FoundFiles {
  /** The strings that the summaries speak of, by number. */
  readonly texts: readonly string[];
  readonly files: readonly FoundFile[];
}

/** Somebody who reads files. */
export interface FileReader {
  /** How many files to hand over at a time, and how many times over before the first come back. */
  readonly batch: number;
  readonly width: number;
  /**
   * Reads files. Never rejected.
   * @param more how many others are waiting.
   */
  read(files: readonly WantedFile[], more: number): Promise<FoundFiles>;
  /** Settings files may have changed. */
  forgetSettings(): void;
  /** Nothing more to read for now: threads may be ended. */
  rest(): void;
}

/** What reading needs of the outside world. */
export type FileSource = Pick<Host, 'settingsFor' | 'digest'>;

/** Files longer than this (in bytes) are not read. */
const LONGEST = 20_000_000;

/** Reads files in this thread, one at a time. */
export class ThreadReader implements FileReader {
  readonly batch = 1;
  readonly width = 1;
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  async read(files: readonly WantedFile[]): Promise<FoundFiles> {
    const strings = new StringTable();
    const found: FoundFile[] = [];
    for (const file of files)
      found.push(examine(file, await this.#host.readBytes(file.path), this.#host, strings));
    return { texts: strings.texts, files: found };
  }

  /** The host has its own settings, and is told by whoever owns it. */
  forgetSettings(): void {}

  rest(): void {}
}

/**
 * Looks at one file.
 * @param bytes its content; undefined if it cannot be read.
 * @param strings receives the strings of the summary.
 */
export function examine(
  { path, known }: WantedFile,
  bytes: Uint8Array | undefined,
  source: FileSource,
  strings: StringTable,
): FoundFile {
  if (bytes === undefined || bytes.length > LONGEST) return undefined;
  const { settings, root } = source.settingsFor(path, 'file');
  // The content decides, never its time or size: what was changed is never taken for what it was.
  const fingerprint = `${source.digest(bytes)} ${settingsDigest(settings, root, source)}`;
  if (fingerprint === known) return 'same';
  if (isExcluded(path, settings, root)) return { fingerprint, summary: undefined };
  try {
    const readout = Readout.parse(decoder.decode(bytes));
    const isOurs = mustBeReadout(path, settings, root) || looksLikeReadout(readout, settings);
    return { fingerprint, summary: isOurs ? pack(summarise(readout, settings), strings) : undefined };
  } catch {
    // A mistake of ours costs this document its place in the index, and no other. Who opens it is told by the rules.
    return undefined;
  }
}

/** Keeps the byte order mark: offsets count from the start of the file. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

const settingsMemo = derive((_settings: Settings) => new Map<string, string>());

/** Settings are values: the same object says the same for ever. */
function settingsDigest(settings: Settings, root: string | undefined, { digest }: FileSource): string {
  const memo = settingsMemo(settings);
  const known = memo.get(root ?? '');
  if (known !== undefined) return known;
  const made = digest(encoder.encode(JSON.stringify([root ?? '', settings])));
  memo.set(root ?? '', made);
  return made;
}
