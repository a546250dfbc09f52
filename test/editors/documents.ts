/** What the tests in editors have in common: a readout, what is done with it, and the page that says how to set up. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const PAGE = resolve(import.meta.dirname, '../../docs/editors.md');

/**
 * The snippet of docs/editors.md that is marked as tried in an editor.
 * @param program takes the place of the path in the snippet.
 */
export function snippetOf(editor: string, program: string): string {
  const found = new RegExp(`<!-- tried:${editor} -->\\n\\n\x60\x60\x60\\w+\\n([^\x60]*)\x60\x60\x60`).exec(
    readFileSync(PAGE, 'utf8'),
  )?.[1];
  if (found === undefined)
    throw new Error(`docs/editors.md has no snippet that is marked as tried in ${editor}.`);
  return found.replace('/path/to/readout/server/out/cli.mjs', program);
}

export const FILE = '2024-03-05-readout-of-a-call.md';

/** A wrong weekday, a missing key, a person named twice. */
export const TEXT = `---
date: '2024-03-05'
source_url: https://www.whitehouse.gov/briefing-room/statements-releases/2024/03/05/readout-of-a-call/
tags: statements-releases
title: Readout of President Noriega’s Call with Prime Minister Adele Strand of Norland
---

President Luis Noriega spoke on Monday, March 5, 2024, with Prime Minister Adele Strand of Norland. Prime Minister
Strand thanked him for $12.5 million in relief.

\\###
`;

/** What is done with it. */
export const TASK = {
  hover: 'Adele Strand of Norland. Prime',
  typed: 'pub',
  rename: { from: 'Adele Strand of Norland. Prime', to: 'Adela Strand' },
  mend: { from: 'Monday', to: 'Tuesday', code: 'date/weekday' },
} as const;
