/** Emacs with Eglot against `readout lsp --stdio`, set up as docs/editors.md says. Where there is no Emacs it is left out. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bundle, bundleCli } from '../cli/bundle.ts';
import { FILE, snippetOf, TASK, TEXT } from './documents.ts';

const PROBE = "(progn (package-initialize) (require 'eglot) (require 'markdown-mode))";

/** Whether an Emacs with what the test needs is on the search path. */
function hasEmacs(): boolean {
  return spawnSync('emacs', ['--batch', '--eval', PROBE], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

interface Report {
  readonly version: string;
  readonly problem?: string;
  readonly findings: readonly { line: number; message: string }[];
  readonly hover: string;
  readonly completion: readonly string[];
  readonly text: string;
}

const isSkipped = !hasEmacs();
const MISSING =
  'Emacs with Eglot and markdown-mode is not installed: on Debian, emacs-nox elpa-eglot elpa-markdown-mode';

describe.skipIf(isSkipped)(isSkipped ? `Emacs (skipped: ${MISSING})` : 'Emacs', () => {
  let folder = '';
  let bundle: Bundle | undefined;
  let report: Report;

  beforeAll(async () => {
    bundle = await bundleCli();
    folder = mkdtempSync(join(tmpdir(), 'readout-emacs-'));
    const configuration = join(folder, 'init.el');
    writeFileSync(configuration, snippetOf('emacs', bundle.entry));
    const file = join(folder, FILE);
    writeFileSync(file, TEXT);
    const task = { ...TASK, configuration, file, report: join(folder, 'report.json') };
    const script = resolve(import.meta.dirname, 'emacs.el');
    const { error, stderr } = spawnSync('emacs', ['--batch', '--load', script], {
      cwd: folder,
      env: { ...process.env, READOUT_TEST: JSON.stringify(task) },
      encoding: 'utf8',
      timeout: 110_000,
    });
    if (error) throw new Error(`Emacs could not be run: ${error.message}\n${stderr}`);
    report = JSON.parse(readFileSync(task.report, 'utf8'));
    if (report.problem) throw new Error(`In Emacs ${report.version}: ${report.problem}\n${stderr}`);
  });

  afterAll(() => {
    bundle?.remove();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  it('shows findings at their lines', () => {
    expect(report.findings).toContainEqual({
      line: 8,
      message: expect.stringMatching(/date\/weekday.*Tuesday/),
    });
    expect(report.findings.map(({ message }) => message).join('\n')).toContain('frontmatter/missing-key');
  });

  it('shows what is known about a name', () => {
    expect(report.hover).toContain('Adele Strand');
    expect(report.hover).toContain('Prime Minister');
  });

  it('completes keys of the frontmatter', () => {
    expect(report.completion).toContain('published_time');
  });

  it('renames a person wherever they are named', () => {
    expect(report.text).toContain(
      'Prime Minister Adela Strand of Norland. Prime Minister\nStrand thanked him',
    );
    expect(report.text).not.toContain('Adele');
  });
});
