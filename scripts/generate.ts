/**
 * Writes everything that is made from something else: snippets, grammar, schema of the settings, the recogniser's packed
 * lists, the rules' pages and tables, and the rules' entries in package.json.
 *
 *     npm run generate              write what is out of date
 *     npm run generate -- --check   write nothing; exit 1 if anything is out of date
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedFiles, leftOverPages, outOfDate, ROOT } from './generate/all.ts';

const checkOnly = process.argv.includes('--check');
const files = generatedFiles();
const stale = outOfDate(files);
const left = leftOverPages(files);
for (const { path, content } of stale) {
  if (!checkOnly) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), content);
  }
  console.log(`${checkOnly ? 'out of date' : 'written'}: ${path}`);
}
for (const path of left) {
  if (!checkOnly) rmSync(join(ROOT, path));
  console.log(`${checkOnly ? 'left over' : 'removed'}: ${path}`);
}
if (stale.length + left.length === 0) console.log('Everything is up to date.');
else if (checkOnly) process.exitCode = 1;
