/** The desktop VS Code: the one that is installed, or one that `@vscode/test-electron` downloads. */
import { execFile } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { get } from 'node:https';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where `@vscode/test-electron` asks which versions there are. */
const DOWNLOADS = 'https://update.code.visualstudio.com/api/releases/stable';
const REACH_TIMEOUT_MS = 3_000;

/**
 * The VS Code to test in.
 * @returns {Promise<string | undefined>} its program; undefined if none is named, and none can be downloaded or shown.
 * @throws {Error} if READOUT_VSCODE names a program that is not there.
 */
export async function desktopForTests() {
  const named = process.env['READOUT_VSCODE'];
  if (named === 'browser') return undefined;
  if (named) {
    if (!existsSync(named)) throw new Error(`READOUT_VSCODE names ${named}, but there is no such file.`);
    return windowOf(realpathSync(named));
  }
  if (!hasDisplay() || !(await canDownload())) return undefined;
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  return downloadAndUnzipVSCode();
}

/** The program that shows the window, where the one that is named is the command beside it (`bin/code`). */
function windowOf(program) {
  const folder = path.dirname(program);
  const window = path.join(path.dirname(folder), path.basename(program));
  return path.basename(folder) === 'bin' && existsSync(window) ? window : program;
}

/** A window needs somewhere to appear. */
function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/** Asked beforehand, because the download itself would try for a long time. */
function canDownload() {
  return new Promise((resolve) => {
    const request = get(DOWNLOADS, { timeout: REACH_TIMEOUT_MS }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    const timer = setTimeout(() => request.destroy(new Error('no answer')), REACH_TIMEOUT_MS);
    request.on('error', () => resolve(false));
    request.on('close', () => clearTimeout(timer));
  });
}

/**
 * Installs a package into a desktop VS Code.
 * @param {string} program
 * @param {string} vsix
 * @param {readonly string[]} folders options that name the profile's folders.
 */
export async function installExtension(program, vsix, folders) {
  const { resolveCliPathFromVSCodeExecutablePath } = await import('@vscode/test-electron');
  const shell = process.platform === 'win32';
  const quoted = (text) => (shell ? `"${text}"` : text);
  const command = resolveCliPathFromVSCodeExecutablePath(program);
  await run(quoted(command), ['--install-extension', vsix, '--force', ...folders].map(quoted), { shell });
}

/**
 * @param {import('@vscode/test-electron').TestOptions} options
 * @returns {Promise<number>} VS Code's exit code.
 */
export async function runDesktopTests(options) {
  const { runTests, TestRunFailedError } = await import('@vscode/test-electron');
  try {
    return await runTests(options);
  } catch (error) {
    if (error instanceof TestRunFailedError) return error.code ?? 1;
    throw error;
  }
}

/**
 * The command of an installed VS Code that can show a window here.
 * @returns {Promise<string | undefined>}
 */
export async function installedCode() {
  if (!hasDisplay()) return undefined;
  for (const command of ['code', 'code-insiders', 'codium']) {
    const shell = process.platform === 'win32';
    const answers = await run(command, ['--version'], { shell, timeout: 20_000 }).then(
      () => true,
      () => false,
    );
    if (answers) return command;
  }
  return undefined;
}
