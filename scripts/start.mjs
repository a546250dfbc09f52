/**
 * `npm start`: opens VS Code with Readout on `examples/`. Installs and builds what is missing first. Without a desktop
 * VS Code, serves one for the browser and prints its address; Ctrl-C ends it.
 */
import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './dependencies.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const examples = path.join(root, 'examples');

try {
  await ensureDependencies(root);
  const { installedCode } = await import('./vscode/desktop.mjs');
  const code = await installedCode();
  if (code) await openDesktop(code);
  else await serveInBrowser();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Opens a window of the installed VS Code with the extension as it is in this folder. */
async function openDesktop(code) {
  const { build } = await import('./build.mjs');
  await build();
  const shell = process.platform === 'win32';
  const quoted = (argument) => (shell ? `"${argument}"` : argument);
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, examples].map(quoted);
  const exitCode = await new Promise((resolve, reject) => {
    const child = spawn(code, args, { shell, stdio: 'ignore' });
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (exitCode !== 0) throw new Error(`VS Code (${code}) ended with exit code ${exitCode}.`);
  console.log('VS Code is open on the examples, with Readout running.');
}

/** Serves the VS Code that runs in a browser, with the extension installed from its package, until Ctrl-C. */
async function serveInBrowser() {
  const [{ makePackageQuietly }, { ensureHost }, { startServer }] = await Promise.all([
    import('./package.mjs'),
    import('./vscode/host.mjs'),
    import('./vscode/server.mjs'),
  ]);
  console.log('No desktop VS Code found here: it will run in your browser.');
  const vsix = path.join(os.tmpdir(), `readout-start-${process.pid}.vsix`);
  try {
    await makePackageQuietly(vsix);
    const host = await ensureHost();
    const server = await startServer(host, { vsix });
    const stopped = new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => resolve(signal));
    });
    console.log(
      `\nReadout is ready. Open this address in a browser:\n\n  ${server.url}?folder=${encodeURI(examples)}\n`,
    );
    console.log('Ctrl-C ends it.');
    const reason = await Promise.race([stopped, server.ended]);
    await server.close();
    if (reason === 'ended') throw new Error("VS Code's server has ended by itself.");
    console.log('\nEnded.');
  } finally {
    await rm(vsix, { force: true });
  }
}
