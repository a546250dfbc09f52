/** Chromium, driven by Playwright: the host's own, or one that is installed. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { NoVscodeError } from './errors.mjs';

const run = promisify(execFile);

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const ARGUMENTS = [
  '--no-sandbox', // CI and containers run as root, where the sandbox cannot start; only our own server is visited
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
];

/**
 * Starts a headless Chromium with a fresh profile.
 * @param {import('./host.mjs').Host} host
 * @returns {Promise<import('playwright-core').Browser>}
 * @throws {NoVscodeError} saying what to install, if there is no browser.
 */
export async function launchBrowser(host) {
  const { chromium } = createRequire(path.join(host.folder, 'package.json'))('playwright-core');
  const { program, env } = await findChromium(host);
  return chromium.launch({ executablePath: program, args: ARGUMENTS, env, headless: true });
}

async function findChromium(host) {
  const named = process.env['READOUT_CHROMIUM'];
  if (named) {
    if (!existsSync(named)) throw new Error(`READOUT_CHROMIUM names ${named}, but there is no such file.`);
    return { program: named, env: process.env };
  }
  const own = path.join(host.folder, 'chromium', 'chromium');
  if (existsSync(own)) return { program: own, env: await libraries(own, host) };
  let installed = INSTALLED.find((file) => existsSync(file));
  if (!installed && process.env['CI'] && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    await run('apt-get', ['update']);
    await run('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    installed = INSTALLED.find((file) => existsSync(file));
  }
  if (installed) return { program: installed, env: process.env };
  throw new NoVscodeError(
    'No Chromium or Chrome found. Install one, or name its program in READOUT_CHROMIUM.',
  );
}

/** Libraries and fonts that came with the browser serve only where the system has none. */
async function libraries(program, host) {
  const folder = path.join(host.folder, 'chromium');
  const env = { ...process.env };
  const { stdout } = await run('ldd', [program]).catch(() => ({ stdout: '' }));
  if (stdout.includes('not found')) env['LD_LIBRARY_PATH'] = path.join(folder, 'al2023', 'lib');
  if (!existsSync('/usr/share/fonts')) env['FONTCONFIG_FILE'] = path.join(folder, 'fonts.conf');
  return env;
}
