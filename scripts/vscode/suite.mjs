/** Runs test/vscode inside a real VS Code: a desktop one where it can be had, else the one in the browser. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from './browser.mjs';
import { desktopForTests, installExtension, runDesktopTests } from './desktop.mjs';
import { ensureHost } from './host.mjs';
import { startServer } from './server.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const SUITE_TIMEOUT_MS = 10 * 60_000;

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 */

/**
 * @param {string} vsix the package whose extension is tested.
 * @returns {Promise<Outcome>}
 * @throws {Error} if there is no VS Code to run in, or it did not get as far as counting.
 */
export async function runSuite(vsix) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'readout-suite-'));
  try {
    const places = {
      vsix,
      workspace: path.join(folder, 'workspace'),
      harness: path.join(folder, 'harness'),
      suite: path.join(folder, 'harness', 'suite.cjs'),
      profile: path.join(folder, 'profile'),
      report: path.join(folder, 'report.json'),
    };
    await cp(path.join(root, 'test/vscode/workspace'), places.workspace, { recursive: true });
    await makeHarness(places);
    const desktop = await desktopForTests();
    if (desktop) {
      await runInDesktop(desktop, places);
      return await outcomeIn(places.report);
    }
    await runInBrowser(places);
    const outcome = await outcomeIn(places.report);
    // A few tests are about other languages; a desktop VS Code would need a language pack from the marketplace.
    const inSpanish = { ...places, report: path.join(folder, 'report-es.json'), language: 'es' };
    await runInBrowser(inSpanish);
    const { passed, failed } = await outcomeIn(inSpanish.report);
    return { passed: outcome.passed + passed, failed: outcome.failed + failed };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** @returns {Promise<Outcome>} */
async function outcomeIn(report) {
  const text = await readFile(report, 'utf8').catch(() => {
    throw new Error('VS Code ended before the tests did.');
  });
  return JSON.parse(text);
}

/**
 * Tests need an extension under development to hang on; ours is installed from its package like any other, so this is
 * one that does nothing.
 */
async function makeHarness({ harness, suite }) {
  await mkdir(harness, { recursive: true });
  const manifest = {
    name: 'readout-tests',
    publisher: 'readout',
    version: '0.0.0',
    engines: { vscode: '*' },
  };
  await writeFile(path.join(harness, 'package.json'), JSON.stringify(manifest));
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: root,
    entryPoints: ['test/vscode/suite/index.ts'],
    outfile: suite,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

async function runInDesktop(program, { vsix, workspace, harness, suite, profile, report }) {
  console.log(`Tests in the desktop VS Code (${program})`);
  const folders = [
    '--user-data-dir',
    path.join(profile, 'user'),
    '--extensions-dir',
    path.join(profile, 'extensions'),
  ];
  await installExtension(program, vsix, folders);
  const code = await runDesktopTests({
    vscodeExecutablePath: program,
    extensionDevelopmentPath: harness,
    extensionTestsPath: suite,
    extensionTestsEnv: { READOUT_TEST_REPORT: report },
    launchArgs: [workspace, ...folders],
  });
  if (code !== 0) console.log(`VS Code ended with exit code ${code}.`);
}

async function runInBrowser({ vsix, workspace, harness, suite, report, language }) {
  const host = await ensureHost();
  const server = await startServer(host, {
    driver: true,
    vsix,
    ...(language && { language }),
    env: { READOUT_TEST_REPORT: report, READOUT_TEST_PASTES: 'yes' },
  });
  try {
    const browser = await launchBrowser(host);
    try {
      console.log(
        `Tests in VS Code in the browser (Chromium ${browser.version()})${language ? ` in the language ${language}` : ''}`,
      );
      const page = await browser.newPage({
        viewport: { width: 1400, height: 900 },
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      await page.exposeFunction('codeAutomationLog', async (type, args) => {
        // A test asks for a paste: a headless browser has no clipboard that holds more than plain text.
        const clipboard = /^paste: (.+)$/s.exec(String(args[0]))?.[1];
        if (clipboard === undefined) print(type, args);
        else await page.evaluate(paste, JSON.parse(clipboard));
      });
      const ended = new Promise((resolve) => page.exposeFunction('codeAutomationExit', resolve));
      page.on('pageerror', (error) => console.log(`In VS Code's window: ${error.message}`));
      const remote = (file) =>
        `vscode-remote://127.0.0.1:${server.port}${encodeURI(path.posix.resolve('/', file))}`;
      const payload = JSON.stringify([
        ['extensionDevelopmentPath', remote(harness)],
        ['extensionTestsPath', remote(suite)],
        ['skipWelcome', 'true'],
      ]);
      await page.goto(
        `${server.url}?folder=${encodeURIComponent(workspace)}&payload=${encodeURIComponent(payload)}`,
      );
      await within(SUITE_TIMEOUT_MS, ended, 'The tests in VS Code did not end in time.');
    } finally {
      await browser.close();
    }
  } finally {
    await server.close();
  }
}

/** Runs in VS Code's window: what the browser does when somebody presses Ctrl+V. @param items text by media type. */
function paste(items) {
  const clipboardData = new DataTransfer();
  for (const [type, text] of Object.entries(items)) clipboardData.setData(type, text);
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  document.activeElement.dispatchEvent(event);
}

/** What the suite logs, and nothing of what VS Code says besides. */
function print(type, args) {
  const text = args.filter((argument) => typeof argument === 'string').join(' ');
  if (/^ {2}[✓✗·]/.test(text)) console.log(text);
  else if (process.env['READOUT_VERBOSE']) console.log(`[${type}] ${text}`);
}

async function within(limit, work, message) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(message)), limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
