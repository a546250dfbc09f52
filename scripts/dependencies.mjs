/** Installs the project's own packages where they are missing or out of date. Needs nothing but Node and npm. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { npm } from './vscode/npm.mjs';

const MINIMUM_NODE = { major: 20, minor: 19 };

/**
 * @param {string} root the project's folder.
 * @returns {Promise<void>}
 * @throws {Error} if this Node is too old, or npm fails.
 */
export async function ensureDependencies(root) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < MINIMUM_NODE.major || (major === MINIMUM_NODE.major && minor < MINIMUM_NODE.minor))
    throw new Error(
      `Readout needs Node ${MINIMUM_NODE.major}.${MINIMUM_NODE.minor} or newer; this is Node ${process.versions.node}.`,
    );
  if (await isInstalled(root)) return;
  console.log('Installing packages…');
  await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root });
}

/** Whether npm's own note of what it installed agrees with the lock file; packages for other systems do not count. */
async function isInstalled(root) {
  const wanted = await packagesOf(path.join(root, 'package-lock.json'));
  const present = await packagesOf(path.join(root, 'node_modules', '.package-lock.json')).catch(() => ({}));
  return Object.entries(wanted).every(
    ([place, { version, optional }]) => place === '' || optional || present[place]?.version === version,
  );
}

async function packagesOf(file) {
  return JSON.parse(await readFile(file, 'utf8')).packages;
}
