/** From a file's bytes to text: never silently wrong. */
import { Buffer, isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';

/** What the bytes of a file say. */
export interface DecodedText {
  /** The text, byte order mark included; with U+FFFD where bytes make no sense. */
  readonly text: string;
  /** What is wrong with the encoding, if anything: a file with such a problem is never written. */
  readonly problem: { readonly offset: number; readonly message: string } | undefined;
}

/** Code of the finding for a file that is not UTF-8: that of the rule on the characters lost by it. */
export const ENCODING_CODE = 'file/encoding';

/** Longer files (in bytes) get memory of their own. */
const KEPT = 1 << 20;

/**
 * Reads files one after the other into the same memory: ten thousand buffers would be collected late, and memory grow
 * with the number of files.
 */
export class FileBytes {
  #kept = Buffer.allocUnsafe(1 << 16);

  /**
   * @returns the content of a file; holds until the next one is read.
   * @throws what the file system says.
   */
  read(path: string): Uint8Array {
    let buffer = this.#kept;
    let length = 0;
    const file = openSync(path, 'r');
    try {
      for (;;) {
        const read = readSync(file, buffer, length, buffer.length - length, null);
        if (read === 0) break;
        length += read;
        if (length < buffer.length) continue;
        const longer = Buffer.allocUnsafe(buffer.length * 4);
        buffer.copy(longer, 0, 0, length);
        buffer = longer;
        if (buffer.length <= KEPT) this.#kept = buffer;
      }
    } finally {
      closeSync(file);
    }
    return buffer.subarray(0, length);
  }
}

/** Decodes UTF-8. UTF-16 with a byte order mark is recognised and read, but reported. */
export function decode(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    const name = first === 0xff ? 'utf-16le' : 'utf-16be';
    return {
      text: new TextDecoder(name, { ignoreBOM: true }).decode(bytes),
      problem: {
        offset: 0,
        message:
          'This file is written in UTF-16. Publishing systems read UTF-8: save it again with the encoding UTF-8.',
      },
    };
  }
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  if (isUtf8(bytes)) return { text, problem: undefined };
  const { offset, byte } = firstWrong(bytes, text);
  return {
    text,
    problem: {
      offset,
      message: `This file is not valid UTF-8: the byte 0x${byte.toString(16).toUpperCase().padStart(2, '0')} here belongs to no character. It was probably saved as Windows-1252 or Latin-1; save it again with the encoding UTF-8.`,
    },
  };
}

/** The first byte that belongs to no character, and where it stands in the decoded text. Linear. */
function firstWrong(bytes: Uint8Array, text: string): { offset: number; byte: number } {
  let at = 0;
  for (let offset = 0; offset < text.length; offset++) {
    const point = text.codePointAt(offset) as number;
    if (point === 0xfffd && !(bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd))
      return { offset, byte: bytes[at] ?? 0 };
    at += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    if (point >= 0x10000) offset++;
  }
  return { offset: text.length, byte: 0 };
}
