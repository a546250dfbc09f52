import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bundle, bundleCli, runProcess } from './bundle.ts';
import { duplicateKey, findingsOf, folder, GOOD_NAME, readout, run } from './harness.ts';

let bundle: Bundle;
beforeAll(async () => {
  bundle = await bundleCli();
});
afterAll(() => bundle.remove());

/** Sixty documents in six folders, every third one wrong, two pairs with one URL. */
function archive(): string {
  const files = Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => {
      const text = index % 3 === 0 ? duplicateKey() : readout();
      const url = `source_url: https://bidenwhitehouse.archives.gov/briefing-room/statements-releases/2023/11/17/statement-${index % 29}/`;
      return [`${index % 6}/2023-11-17-statement-${index}.md`, text.replace(/^source_url: .*$/m, url)];
    }),
  );
  return folder(files);
}

describe('the program in a process of its own', () => {
  it('says the same whatever the number of jobs, and the same as in this process', async () => {
    const root = archive();
    const outcomes = await Promise.all(
      ['1', '2', '5'].map((jobs) =>
        runProcess(bundle.entry, ['check', '.', '--format', 'json', '--jobs', jobs], { cwd: root }),
      ),
    );
    const [one] = outcomes;
    expect(one?.code).toBe(1);
    expect(one?.err).toBe('');
    const findings = findingsOf({ code: 1, out: one?.out ?? '', err: '' });
    expect(findings.length).toBeGreaterThanOrEqual(20);
    // Each of the 29 URLs stands in two or three documents.
    const shared = findings.filter(({ code }) => code === 'corpus/duplicate-url');
    expect(shared).toHaveLength(60);
    expect(shared[0]?.message).toContain('2023-11-17-statement-29.md');
    for (const outcome of outcomes) expect(outcome).toEqual(one);
    const here = await run(root, ['check', '.', '--format', 'json']);
    const plain = (text: string) => text.replaceAll(/"url":"file:[^"]*\/docs\//g, '"url":"docs/');
    expect(plain(here.out)).toBe(plain(one?.out ?? ''));
  });

  it('with a cache says the same too, whatever the number of jobs, and after it was killed', async () => {
    const root = archive();
    const check = (...args: string[]) =>
      runProcess(bundle.entry, ['check', '.', '--format', 'json', ...args], { cwd: root });
    const without = await check('--jobs', '1');
    expect(await check('--jobs', '2', '--cache')).toEqual(without);
    expect(await check('--jobs', '1', '--cache')).toEqual(without);
    writeFileSync(join(root, '0/2023-11-17-statement-0.md'), readout());
    const changed = await check('--jobs', '1');
    expect(changed).not.toEqual(without);
    const killed = await runProcess(bundle.entry, ['check', '.', '--format', 'json', '--cache'], {
      cwd: root,
      onOutput: (child) => child.kill('SIGKILL'),
    });
    expect(killed.code === null || killed.code === changed.code).toBe(true);
    expect(await check('--jobs', '2', '--cache')).toEqual(changed);
  });

  it('ends quietly when nobody reads its output any more', async () => {
    const root = archive();
    const outcome = await runProcess(bundle.entry, ['check', '.', '--jobs', '1'], {
      cwd: root,
      onOutput: (child) => child.stdout.destroy(),
    });
    expect(outcome.err).toBe('');
    expect([0, 1]).toContain(outcome.code);
  });

  it.each(['1', '2'])('Ctrl-C ends with 130 and what was found so far (jobs: %s)', async (jobs) => {
    const root = folder({ 'a.md': duplicateKey() });
    // So many findings that a report begins early, and so many files that the signal comes long before their end.
    const many = join(root, 'many');
    mkdirSync(many);
    const body = 'President Noriega met the the Prime Minister of of Norland.\n\n'.repeat(40);
    for (let index = 0; index < 600; index++)
      writeFileSync(join(many, `${index}.md`), duplicateKey().replace(/\n\n[\s\S]*$/, `\n\n${body}`));
    let interrupted = false;
    const args = ['check', '.', '--format', 'json', '--jobs', jobs];
    const outcome = await runProcess(bundle.entry, [...args, '--cache'], {
      cwd: root,
      onOutput: (child) => {
        // A second signal would end the process at once.
        if (!interrupted) child.kill('SIGINT');
        interrupted = true;
      },
    });
    expect(outcome.code).toBe(130);
    const findings = JSON.parse(outcome.out) as unknown[];
    expect(findings.length).toBeGreaterThan(0);
    expect(outcome.err).toContain('Interrupted');
    // What was found so far is remembered, whole.
    const few = ['check', 'a.md', 'many/0.md', '--format', 'json'];
    expect(existsSync(join(root, '.readout-cache'))).toBe(true);
    expect(await runProcess(bundle.entry, [...few, '--cache'], { cwd: root })).toEqual(
      await runProcess(bundle.entry, few, { cwd: root }),
    );
    rmSync(many, { recursive: true });
  });

  it('reads standard input and prints help and version', async () => {
    const outcome = await runProcess(
      bundle.entry,
      ['check', '--stdin', '--stdin-filename', GOOD_NAME, '--format', 'json'],
      { input: duplicateKey() },
    );
    expect(outcome).toMatchObject({ code: 1, err: '' });
    expect(JSON.parse(outcome.out)).toHaveLength(1);
    expect((await runProcess(bundle.entry, ['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(await runProcess(bundle.entry, ['chekc'])).toMatchObject({ code: 2, out: '' });
  });

  it('`readout lsp --stdio` answers as a language server and ends when it is told to', async () => {
    const message = (content: unknown): string => {
      const json = JSON.stringify(content);
      return `Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`;
    };
    const initialize = {
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    };
    const answered = new Set<number>();
    const outcome = await runProcess(bundle.entry, ['lsp', '--stdio'], {
      input: message(initialize),
      keepInput: true,
      onOutput: (child, out) => {
        const first = (id: number): boolean =>
          out.includes(`"id":${id},"result"`) && !answered.has(id) && answered.add(id).has(id);
        if (first(1)) child.stdin.write(message({ jsonrpc: '2.0', id: 2, method: 'shutdown' }));
        if (first(2)) child.stdin.write(message({ jsonrpc: '2.0', method: 'exit' }));
      },
    });
    expect(outcome.out).toContain('"capabilities"');
    expect(outcome.code).toBe(0);
  });
});
