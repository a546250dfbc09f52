/**
 * Finds Neovim, or gets it on Debian and Ubuntu: its packages are unpacked into `.cache/neovim`, nothing is installed on
 * the machine and no other rights are needed. The registry of npm has no Neovim.
 *
 * Usage: node scripts/neovim.mjs
 */
import { execFileSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = path.join(root, '.cache', 'neovim');
const unpacked = path.join(folder, 'nvim');

/**
 * The Neovim that READOUT_NVIM names, the one on the search path, or the one unpacked before.
 * @returns {string | undefined} path of the program.
 */
export function findNeovim() {
  const named = process.env['READOUT_NVIM'];
  if (named) return named;
  const names = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  const program = process.platform === 'win32' ? 'nvim.exe' : 'nvim';
  return [...names.map((name) => path.join(name, program)), unpacked].find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * @returns {string} path of a wrapper that starts the unpacked Neovim.
 * @throws {Error} if there is no apt, or it cannot reach its packages.
 */
function unpackNeovim() {
  if (!existsSync('/usr/bin/apt-get')) throw new Error('This system has no apt-get.');
  const packages = path.join(folder, 'packages');
  const files = path.join(folder, 'files');
  rmSync(folder, { recursive: true, force: true });
  for (const each of ['lists/partial', 'archives/partial', 'packages', 'files'])
    mkdirSync(path.join(folder, each), { recursive: true });
  // Lists and archives of our own: reading the system's needs no rights, but there may be none, and writing them does.
  const apt = [
    ...['-o', `Dir::State::Lists=${folder}/lists`, '-o', `Dir::Cache=${folder}`, '-o', 'Debug::NoLocking=1'],
    ...['-o', 'APT::Sandbox::User=', '-o', 'Acquire::Retries=3', '-qq'],
  ];
  const run = (program, args) =>
    execFileSync(program, args, { cwd: packages, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  run('apt-get', [...apt, 'update']);
  const plan = run('apt-get', [...apt, '--simulate', '--no-install-recommends', 'install', 'neovim']);
  const wanted = [...plan.matchAll(/^Inst (\S+)/gm)].map(([, name]) => name);
  if (wanted.length === 0) throw new Error('apt-get has nothing to install for Neovim.');
  run('apt-get', [...apt, 'download', ...wanted]);
  for (const name of readdirSync(packages)) run('dpkg-deb', ['-x', path.join(packages, name), files]);
  for (const each of ['packages', 'archives', 'lists'])
    rmSync(path.join(folder, each), { recursive: true, force: true });
  const libraries = readdirSync(path.join(files, 'usr', 'lib'))
    .map((name) => path.join(files, 'usr', 'lib', name))
    .filter((name) => /-linux-gnu[^/]*$/.test(name));
  writeFileSync(
    unpacked,
    `#!/bin/sh
export LD_LIBRARY_PATH="${libraries.join(':')}\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export VIMRUNTIME="${files}/usr/share/nvim/runtime"
exec "${files}/usr/bin/nvim" "$@"
`,
  );
  chmodSync(unpacked, 0o755);
  return unpacked;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const program = findNeovim() ?? unpackNeovim();
    const [version] = execFileSync(program, ['--version'], { encoding: 'utf8' }).split('\n');
    console.log(`${version}: ${program}`);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true }); // half of it would be taken for the whole next time
    const why = error instanceof Error ? (error.stderr ?? error.message) : String(error);
    console.error(`Neovim is not here and could not be had: ${why}`);
    process.exitCode = 1;
  }
}
