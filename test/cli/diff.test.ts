import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileDiff, unifiedDiff } from '../../server/src/cli/diff.ts';
import { folder } from './harness.ts';

/** Applies a unified diff as the format says, checking every context line. */
function patch(before: string, diff: string): string {
  const a = before.match(/[^\n]*\n|[^\n]+/g) ?? [];
  const lines = (diff.match(/[^\n]*\n|[^\n]+/g) ?? []).slice(2);
  const out: string[] = [];
  let at = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string;
    const hunk = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@\n$/.exec(line);
    if (hunk) {
      const start = Number(hunk[1]) - (hunk[2] === '0' ? 0 : 1);
      out.push(...a.slice(at, start));
      at = start;
      expect(out.length).toBe(Number(hunk[3]) - (hunk[4] === '0' ? 0 : 1));
      continue;
    }
    if (line.startsWith('\\')) continue;
    const text = lines[i + 1]?.startsWith('\\') ? line.slice(1, -1) : line.slice(1);
    if (!line.startsWith('+')) expect(text).toBe(a[at++]);
    if (!line.startsWith('-')) out.push(text);
  }
  return [...out, ...a.slice(at)].join('');
}

const texts = fc
  .array(fc.constantFrom('a\n', 'b\n', 'c\n', '\n', 'd\r\n'), { maxLength: 30 })
  .chain((lines) => fc.boolean().map((open) => lines.join('') + (open ? 'last' : '')));

describe('unified diffs', () => {
  it('give the second text back when applied to the first', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const diff = unifiedDiff(before, after, 'a/x', 'b/x');
        expect(diff === '').toBe(before === after);
        if (diff !== '') expect(patch(before, diff)).toBe(after);
      }),
      { numRuns: 1000 },
    );
  });

  it('are short', () => {
    const before = Array.from({ length: 50 }, (_, i) => `line ${i}\n`).join('');
    expect(unifiedDiff(before, before.replace('line 20\n', 'line twenty\n'), 'a/x', 'b/x')).toBe(
      '--- a/x\n+++ b/x\n@@ -18,7 +18,7 @@\n line 17\n line 18\n line 19\n-line 20\n+line twenty\n line 21\n line 22\n line 23\n',
    );
  });

  it('stay linear where everything changed', () => {
    const many = (word: string) => Array.from({ length: 20_000 }, (_, i) => `${word} ${i}\n`).join('');
    expect(unifiedDiff(many('a'), many('b'), 'a/x', 'b/x').length).toBeGreaterThan(100_000);
  });

  it('are read by git, with a new name too', () => {
    const before = 'one\ntwo\nthree';
    const after = 'one\n2\nthree';
    const root = folder({ 'my file.md': before });
    mkdirSync(join(root, '.git'));
    writeFileSync(join(root, 'x.diff'), fileDiff(before, after, 'my file.md', 'new.md'));
    execFileSync('git', ['init', '-q'], { cwd: root });
    execFileSync('git', ['apply', 'x.diff'], { cwd: root });
    expect(readFileSync(join(root, 'new.md'), 'utf8')).toBe(after);
    writeFileSync(join(root, 'y.diff'), fileDiff(after, before, 'new.md', 'new.md'));
    execFileSync('git', ['apply', 'y.diff'], { cwd: root });
    writeFileSync(join(root, 'z.diff'), fileDiff(before, before, 'new.md', 'old one.md'));
    execFileSync('git', ['apply', 'z.diff'], { cwd: root });
    expect(readFileSync(join(root, 'old one.md'), 'utf8')).toBe(before);
  });
});
