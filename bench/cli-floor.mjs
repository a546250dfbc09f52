/**
 * The floor that the command line is measured against: reads every Markdown file of a folder, parses the YAML of its
 * frontmatter and the Markdown of its body, and says how many there were.
 *
 * usage: node bench/cli-floor.mjs FOLDER
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { parse } from 'yaml';

const folder = process.argv[2];
const markdown = new MarkdownIt();
let documents = 0;
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.md')) continue;
  const text = readFileSync(join(folder, name), 'utf8');
  const head = /^---\n([\s\S]*?)\n---\n/.exec(text);
  try {
    parse(head?.[1] ?? '');
  } catch {
    // A broken one costs as much.
  }
  markdown.parse(text.slice(head?.[0].length ?? 0), {});
  documents++;
}
console.log(documents);
