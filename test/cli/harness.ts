/** Runs the command line in this process, with a terminal that records. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { main } from '../../server/src/cli/main.ts';
import type { Terminal } from '../../server/src/cli/terminal.ts';

export const ENTRY = resolve(import.meta.dirname, '../../server/src/cli.ts');

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `readout ARGS` in a folder. */
export async function run(
  cwd: string,
  args: readonly string[],
  options: { readonly input?: string | Uint8Array; readonly terminal?: Partial<Terminal> } = {},
): Promise<Outcome> {
  let out = '';
  let err = '';
  const code = await main(args, {
    cwd,
    env: {},
    entry: ENTRY,
    out: async (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    outIsTerminal: false,
    errIsTerminal: false,
    columns: undefined,
    input: async () => Buffer.from(options.input ?? ''),
    interrupted: new AbortController().signal,
    ...options.terminal,
  });
  return { code, out, err };
}

/** A temporary folder with these files, removed after the test. */
export function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'readout-cli-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  return root;
}

/** A correct readout; lines of frontmatter can be laid over it. */
export function readout(over: Readonly<Record<string, string>> = {}, body?: string): string {
  const fields = {
    date: "'2023-11-17'",
    modified_time: '2023-11-17 17:33:24-05:00',
    published_time: '2023-11-17 17:33:23-05:00',
    source_url:
      'https://bidenwhitehouse.archives.gov/briefing-room/statements-releases/2023/11/17/readout-of-president-noriegas-call-with-prime-minister-strand-of-norland/',
    tags: 'statements-releases',
    title: 'Readout of President Noriega’s Call with Prime Minister Strand of Norland',
    ...over,
  };
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${value}`);
  return `---\n${lines.join('\n')}\n---\n\n${body ?? 'President Noriega spoke today with Prime Minister Adele Strand of Norland.\n\n\\###\n'}`;
}

export const GOOD_NAME =
  '2023-11-17-readout-of-president-noriegas-call-with-prime-minister-strand-of-norland.md';

/** The document with a key standing twice: one error, mended safely or not as its rule says. */
export function duplicateKey(): string {
  return readout().replace("date: '2023-11-17'\n", "date: '2023-11-17'\ndate: '2023-11-17'\n");
}

export interface JsonFinding {
  readonly file: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly severity: string;
  readonly code: string;
  readonly message: string;
  readonly fixable: boolean;
  readonly url: string;
}

export function findingsOf(outcome: Outcome): readonly JsonFinding[] {
  return JSON.parse(outcome.out) as JsonFinding[];
}
