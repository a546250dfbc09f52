/** Runs the host's VS Code server for one folder of data: one at a time for each run, on a port of its own. */
import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const START_TIMEOUT_MS = 60_000;

/** Settings that keep the window calm: nothing but the editor and what the extension shows. */
const CALM = {
  'files.autoSave': 'off', // as on the desktop; in a browser VS Code saves by itself
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
};

/**
 * @typedef {object} RunningServer
 * @property {string} url where the workbench is served; `?folder=` and more can be added.
 * @property {number} port
 * @property {string} extensions the folder with the installed extensions.
 * @property {Promise<'ended'>} ended settles when the server ends, for whatever reason.
 * @property {() => Promise<void>} close ends the server and removes its data.
 */

/**
 * @param {import('./host.mjs').Host} host
 * @param {{ driver?: boolean, language?: string, settings?: Readonly<Record<string, unknown>>, vsix?: string, env?: Readonly<Record<string, string>> }} [options]
 * `driver` allows tests to steer the workbench; `language` is that of extensions, such as `es`, VS Code's own words stay; `vsix` is an extension to install first; `env` reaches the extensions.
 * @returns {Promise<RunningServer>}
 */
export async function startServer(host, { driver = false, language, settings = {}, vsix, env = {} } = {}) {
  const data = await mkdtemp(path.join(os.tmpdir(), 'readout-vscode-'));
  const extensions = path.join(data, 'extensions');
  const user = path.join(data, 'data', 'User');
  await mkdir(user, { recursive: true });
  await mkdir(extensions);
  await writeFile(path.join(user, 'settings.json'), JSON.stringify({ ...CALM, ...settings }, null, 2));
  if (language) await addLanguage(path.join(data, 'data'), language);
  const folders = ['--server-data-dir', data, '--extensions-dir', extensions];
  const remove = () => rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  try {
    if (vsix)
      await run(host.node, [host.serverMain, ...folders, '--install-extension', vsix], {
        env: environment(),
      });
    const port = await freePort();
    const child = spawn(
      host.node,
      [
        host.serverMain,
        ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
        ...['--accept-server-license-terms', '--telemetry-level', 'off'],
        ...folders,
        ...(driver ? ['--enable-smoke-test-driver'] : []),
        ...(language ? ['--locale', language] : []),
      ],
      // A group of its own, so that the extension hosts it starts end with it.
      {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...environment(), ...env },
        detached: process.platform !== 'win32',
      },
    );
    const endAtExit = () => signal(child, 'SIGTERM');
    process.once('exit', endAtExit);
    await listening(child);
    return {
      url: `http://127.0.0.1:${port}/`,
      port,
      extensions,
      ended: new Promise((resolve) => child.once('exit', () => resolve('ended'))),
      close: async () => {
        await end(child);
        process.off('exit', endAtExit);
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Notes a language pack as VS Code does when it installs one; this one translates no words of VS Code itself. */
async function addLanguage(folder, language) {
  const words = path.join(folder, 'main.i18n.json');
  await writeFile(words, JSON.stringify({ version: '1.0.0', contents: {} }));
  const pack = {
    hash: 'readout-tests',
    label: language,
    extensions: [{ extensionIdentifier: { id: 'readout.language' }, version: '1.0.0' }],
    translations: { vscode: words },
  };
  await writeFile(path.join(folder, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}

/** What a surrounding VS Code says to its own programs would confuse this one. */
function environment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_)/.test(name)),
  );
}

/** @returns {Promise<number>} a port that nobody listens on. */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function listening(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => fail('did not start in time'), START_TIMEOUT_MS);
    const fail = (why) => {
      clearTimeout(timer);
      child.kill();
      reject(new Error(`VS Code's server ${why}.\n${said}`.trim()));
    };
    const hear = (data) => {
      said = `${said}${data}`.slice(-20_000);
      if (!said.includes('Extension host agent listening on')) return;
      clearTimeout(timer);
      child.off('exit', gone);
      child.stdout.removeAllListeners('data').resume();
      child.stderr.removeAllListeners('data').resume();
      resolve();
    };
    const gone = (code) => fail(`ended with exit code ${code}`);
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', gone);
    child.on('error', (error) => fail(`could not be started: ${error.message}`));
  });
}

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  signal(child, 'SIGTERM');
  const timer = setTimeout(() => signal(child, 'SIGKILL'), 5_000);
  await gone;
  clearTimeout(timer);
}

function signal(child, name) {
  try {
    if (process.platform === 'win32') child.kill(name);
    else process.kill(-child.pid, name);
  } catch {
    // already gone
  }
}
