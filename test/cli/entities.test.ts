import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, GOOD_NAME, readout, run } from './harness.ts';

describe('readout entities', () => {
  it('prints one span a line, offsets from the start of the file', async () => {
    const text = '\ufeffPresident Noriega 🙂 pledged $5 million.\n';
    const root = folder({ 'note.txt': text });
    const outcome = await run(root, ['entities', '--format', 'jsonl', 'note.txt']);
    expect(outcome.code).toBe(0);
    const spans = outcome.out
      .trimEnd()
      .split('\n')
      .map(
        (line) =>
          JSON.parse(line) as { file: string; start: number; end: number; type: string; text: string },
      );
    expect(spans.map(({ type }) => type)).toEqual(expect.arrayContaining(['PERSON', 'MONEY']));
    for (const span of spans) {
      expect(span.file).toBe(join(root, 'note.txt'));
      expect(text.slice(span.start, span.end)).toBe(span.text);
    }
  });

  it('prints for people', async () => {
    const root = folder({ 'note.md': 'President Noriega spoke.\n' });
    const outcome = await run(root, ['entities', '.']);
    expect(outcome.out).toMatch(/note\.md\n +1:11 {2}PERSON {6}Noriega/);
    expect(outcome.out).toContain('1 mention: 1 PERSON');
  });

  it('ends with 2 for a missing file', async () => {
    const outcome = await run('/', ['entities', '/no/such/file.md']);
    expect(outcome.code).toBe(2);
    expect(outcome.out).toBe('');
  });

  it('tells who took part', async () => {
    const root = folder({ [GOOD_NAME]: readout() });
    const outcome = await run(root, ['entities', '--format', 'summary', '.']);
    expect(outcome.code).toBe(0);
    expect(outcome.out).toMatch(/ form: +call\n/);
    expect(outcome.out).toMatch(/ counterparts: .*Strand.*Norland/);
    const empty = await run(folder({ 'a.txt': 'Nothing.\n' }), ['entities', '--format', 'summary', 'a.txt']);
    expect(empty.out).toContain('No participants are named');
  });
});
