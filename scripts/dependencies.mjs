/** Installs the project's own packages where they are missing or out of date. Needs nothing but Node and npm. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { npm } from './vscode/npm.mjs';

const MINIMUM_NODE = [20, 19];

/**
 * @param {string} root the project's folder.
 * @returns {Promise<void>}
 */
export async function ensureDependencies(root) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < MINIMUM_NODE[0] || (major === MINIMUM_NODE[0] && minor < MINIMUM_NODE[1]))
    throw new Error(
      `Readout needs Node ${MINIMUM_NODE.join('.')} or newer; this is Node ${process.versions.node}.`,
    );
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  const mark = path.join(root, 'node_modules', '.readout-lock');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return;
  console.log('Installing packages…');
  await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root });
  writeFileSync(mark, lock);
}
