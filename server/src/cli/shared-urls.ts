/** Which of many files share a `source_url`: read before the check, so that each file is checked once and for all. */
import { closeSync, openSync, readSync } from 'node:fs';
import { Readout } from '../core/index.ts';

/** The frontmatter is looked for in this many bytes. */
const HEAD_BYTES = 16_384;
/** A URL that stands on its line as YAML reads it: plain or quoted, without escapes, comments or a second line. */
const PLAIN_URL = /^source_url:[ \t]*(['"]?)(https?:\/\/[^\s'"\\#]+)\1[ \t]*\r?\n(?![ \t])/m;

/** @returns for each URL that stands in two or more of the files, these files in the order given. */
export function sharedUrls(paths: readonly string[]): Record<string, readonly string[]> {
  const byUrl = new Map<string, string[]>();
  const buffer = Buffer.allocUnsafe(HEAD_BYTES);
  for (const path of paths) {
    const url = sourceUrl(headOf(path, buffer));
    if (url === undefined) continue;
    const files = byUrl.get(url);
    if (files) files.push(path);
    else byUrl.set(url, [path]);
  }
  return Object.fromEntries([...byUrl].filter(([, files]) => files.length > 1));
}

/** The beginning of a file; '' if it cannot be read, which the check itself will report. */
function headOf(path: string, buffer: Buffer): string {
  try {
    const file = openSync(path, 'r');
    try {
      return buffer.toString('utf8', 0, readSync(file, buffer, 0, HEAD_BYTES, 0));
    } finally {
      closeSync(file);
    }
  } catch {
    return '';
  }
}

function sourceUrl(head: string): string | undefined {
  const plain = PLAIN_URL.exec(head);
  // A second line that begins like the first may stand in the body, or be a duplicate: let the parser decide.
  if (plain && head.startsWith('---') && head.indexOf('source_url:', plain.index + 1) < 0) return plain[2];
  if (!head.includes('source_url')) return undefined;
  return Readout.parse(head).frontmatter?.fields.find(({ key }) => key === 'source_url')?.value.text;
}
