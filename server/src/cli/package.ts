/** What the command line knows about the package it came in: two folders above the one its entry module lies in. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Terminal } from './terminal.ts';

function packageRoot(terminal: Pick<Terminal, 'entry'>): string {
  return resolve(terminal.entry, '../../..');
}

/** The version in `package.json`. */
export function packageVersion(terminal: Pick<Terminal, 'entry'>): string {
  const text = readFileSync(resolve(packageRoot(terminal), 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** URL of the folder with the documentation, with a slash at the end. */
export function docsUrl(terminal: Pick<Terminal, 'entry'>): string {
  return `${pathToFileURL(resolve(packageRoot(terminal), 'docs')).href}/`;
}
