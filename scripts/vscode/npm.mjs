/** Runs npm, the one that runs us where there is one. */
import { spawn } from 'node:child_process';
import process from 'node:process';

/**
 * @param {readonly string[]} args
 * @param {{ cwd: string, quiet?: boolean }} options `quiet` keeps what npm says for the error message.
 * @returns {Promise<void>}
 * @throws {Error} with npm's output, if npm ends with an error.
 */
export function npm(args, { cwd, quiet = false }) {
  const script = process.env['npm_execpath'];
  const [command, all] = script?.endsWith('.js')
    ? [process.execPath, [script, ...args]]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm', args];
  // npm hands its own settings down in the environment; those of the outer call must not steer this one.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !/^npm_(config_(?!registry|userconfig|cache|proxy|https_proxy|cafile|.*auth)|package_|lifecycle_)/i.test(
          name,
        ),
    ),
  );
  return new Promise((resolve, reject) => {
    const child = spawn(command, all, {
      cwd,
      env,
      shell: process.platform === 'win32' && command.endsWith('.cmd'),
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    let said = '';
    child.stdout?.on('data', (data) => (said += data));
    child.stderr?.on('data', (data) => (said += data));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`npm ${args.join(' ')} failed in ${cwd} (exit code ${code}).\n${said}`.trim())),
    );
  });
}
