import { describe, expect, it } from 'vitest';
import { folder, GOOD_NAME, readout, run } from './harness.ts';

interface Item {
  readonly kind: string;
  readonly name: string;
  readonly range: { readonly start: { readonly line: number } };
  readonly children: readonly Item[];
}

describe('readout outline', () => {
  it('prints the structure as JSON, lines as in the file', async () => {
    const root = folder({ [GOOD_NAME]: readout() });
    const outcome = await run(root, ['outline', '--format', 'json', GOOD_NAME]);
    expect(outcome).toMatchObject({ code: 0, err: '' });
    const items = JSON.parse(outcome.out) as Item[];
    expect(items.map(({ kind }) => kind)).toEqual(['frontmatter', 'lead', 'endMark']);
    expect(items[0]?.children.map(({ name }) => name)).toContain('title');
    expect(items[1]?.range.start.line).toBe(9);
  });

  it('prints for people', async () => {
    const root = folder({ [GOOD_NAME]: readout() });
    const outcome = await run(root, ['outline', GOOD_NAME]);
    expect(outcome.out).toMatch(/^ {4}1 {2}frontmatter /);
    expect(outcome.out).toMatch(/^ {3}10 {2}lead /m);
  });

  it.each([
    [['outline'], 'Name a file'],
    [['outline', 'a.md', 'b.md'], 'One file at a time'],
    [['outline', 'missing.md'], 'There is no file or folder missing.md.'],
  ])('%j is answered with a sentence and exit code 2', async (args, sentence) => {
    const outcome = await run('/', args);
    expect(outcome).toMatchObject({ code: 2, out: '' });
    expect(outcome.err).toContain(sentence);
  });
});
