/** Neovim's own language client against `readout lsp --stdio`, set up as docs/editors.md says. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findNeovim } from '../../scripts/neovim.mjs';
import { type Bundle, bundleCli } from '../cli/bundle.ts';
import { FILE, snippetOf, TASK, TEXT } from './documents.ts';

const MISSING =
  'Neovim is not installed: `node scripts/neovim.mjs` gets it on Debian and Ubuntu, READOUT_NVIM names another one';

interface Report {
  readonly version: string;
  readonly problem?: string;
  readonly findings: readonly { line: number; code: string; message: string; source: string }[];
  readonly hover: string;
  readonly completion: readonly string[];
  readonly text: string;
}

const neovim = findNeovim();
// In CI a missing editor is a failure: a test that is skipped there would never be missed.
const isSkipped = !neovim && !process.env['CI'];

describe.skipIf(isSkipped)(isSkipped ? `Neovim (skipped: ${MISSING})` : 'Neovim', () => {
  let folder = '';
  let bundle: Bundle | undefined;
  let report: Report;

  beforeAll(async () => {
    if (!neovim) throw new Error(MISSING);
    bundle = await bundleCli();
    folder = mkdtempSync(join(tmpdir(), 'readout-neovim-'));
    const file = join(folder, FILE);
    writeFileSync(file, TEXT);
    const configuration = join(folder, 'init.lua');
    writeFileSync(configuration, snippetOf('neovim', bundle.entry));
    const task = {
      configuration,
      file,
      report: join(folder, 'report.json'),
      ...TASK,
    };
    const script = resolve(import.meta.dirname, 'neovim.lua');
    const { error, stderr } = spawnSync(neovim, ['--headless', '--clean', '-n', '-c', `luafile ${script}`], {
      cwd: folder,
      env: {
        ...process.env,
        READOUT_TEST: JSON.stringify(task),
        XDG_STATE_HOME: folder,
        XDG_CACHE_HOME: folder,
      },
      encoding: 'utf8',
      timeout: 110_000,
    });
    if (error) throw new Error(`Neovim could not be run: ${error.message}\n${stderr}`);
    report = JSON.parse(readFileSync(task.report, 'utf8'));
    if (report.problem) throw new Error(`In Neovim ${report.version}: ${report.problem}\n${stderr}`);
  });

  afterAll(() => {
    bundle?.remove();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  it('shows findings at their lines', () => {
    expect(report.findings).toContainEqual(
      expect.objectContaining({ line: 8, code: 'date/weekday', source: 'readout' }),
    );
    expect(report.findings.find(({ code }) => code === 'date/weekday')?.message).toContain('Tuesday');
    expect(report.findings).toContainEqual(expect.objectContaining({ code: 'frontmatter/missing-key' }));
  });

  it('shows what is known about a name', () => {
    expect(report.hover).toContain('Adele Strand');
    expect(report.hover).toMatch(/Prime Minister/);
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
