/** Entry of the suite: VS Code loads it into its extension host and calls `run`. */
import { writeFile } from 'node:fs/promises';
import process from 'node:process';
import * as vscode from 'vscode';
import { runAll } from './runner.ts';
import './drafting.test.ts';
import './editing.test.ts';
import './explorer.test.ts';
import './findings.test.ts';
import './first-minutes.test.ts';
import './foreign.test.ts';
import './names.test.ts';
import './new-readout.test.ts';
import './preview.test.ts';
import './publish.test.ts';
import './reading.test.ts';

/**
 * Runs all tests inside VS Code, or those whose name READOUT_TEST_ONLY (a regular expression) matches, and leaves the
 * counts in the file that READOUT_TEST_REPORT names.
 * @throws if a test failed.
 */
export async function run(): Promise<void> {
  const outcome = await runAll(process.env['READOUT_TEST_ONLY'] ?? '', vscode.env.language);
  const report = process.env['READOUT_TEST_REPORT'];
  if (report) await writeFile(report, JSON.stringify(outcome));
  if (outcome.failed > 0) throw new Error(`${outcome.failed} tests failed in VS Code.`);
}
