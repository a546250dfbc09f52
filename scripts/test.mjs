/**
 * `npm test`: installs and builds what is missing, then runs every test: those of the engine and its shells in Node, and
 * one suite inside a real VS Code.
 *
 * Usage: node scripts/test.mjs [unit | vscode]
 *
 * READOUT_VSCODE names the desktop VS Code to test in; `browser` asks for the one in the browser.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './dependencies.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const [part, ...more] = process.argv.slice(2);
if (more.length > 0 || ![undefined, 'unit', 'vscode'].includes(part)) {
  console.error('Usage: node scripts/test.mjs [unit | vscode]');
  process.exit(2);
}

const scratch = await mkdtemp(path.join(os.tmpdir(), 'readout-test-'));
try {
  await ensureDependencies(root);
  const { build } = await import('./build.mjs');
  await build();
  const total = { passed: 0, failed: 0, skipped: 0 };
  const add = (outcome) => {
    for (const key of Object.keys(total)) total[key] += outcome[key] ?? 0;
  };
  if (part !== 'vscode') add(await runUnitTests());
  if (part !== 'unit') add(await runVscodeTests());
  console.log(
    `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
  );
  process.exitCode = total.failed > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await rm(scratch, { recursive: true, force: true });
}

async function runUnitTests() {
  const report = path.join(scratch, 'vitest.json');
  const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const exitCode = await new Promise((resolve, reject) => {
    const args = [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('close', resolve);
  });
  const counts = JSON.parse(
    await readFile(report, 'utf8').catch(() => {
      throw new Error(`vitest ended with exit code ${exitCode} and no report.`);
    }),
  );
  const failed = counts.numFailedTests;
  return {
    passed: counts.numPassedTests,
    // A file that does not load has no failed test, yet it has failed.
    failed: failed === 0 && exitCode !== 0 ? Math.max(1, counts.numFailedTestSuites) : failed,
    skipped: counts.numPendingTests + counts.numTodoTests,
  };
}

async function runVscodeTests() {
  const [{ makePackageQuietly }, { runSuite }, { NoVscodeError }] = await Promise.all([
    import('./package.mjs'),
    import('./vscode/suite.mjs'),
    import('./vscode/errors.mjs'),
  ]);
  const vsix = await makePackageQuietly(path.join(scratch, 'readout.vsix'));
  try {
    return await runSuite(vsix);
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : error}`);
    if (process.env['CI'] || !(error instanceof NoVscodeError)) return { failed: 1 };
    console.error('Skipped: the tests inside VS Code.');
    return { skipped: 1 };
  }
}
