import { describe, expect, it } from 'vitest';
import { progressLine } from '../../server/src/cli/progress.ts';

function lineAfter(steps: number, millisecondsEach: number, errIsTerminal = true, columns = 80) {
  let time = 0;
  let err = '';
  const terminal = {
    errIsTerminal,
    columns,
    err: (text: string) => {
      err += text;
    },
  };
  const progress = progressLine(terminal, 10_000, () => time);
  for (let step = 0; step < steps; step++) {
    time += millisecondsEach;
    progress.step();
  }
  return { shown: err, progress, written: () => err };
}

describe('the progress line', () => {
  it('says how many files are done, how fast, and how long it will take', () => {
    const { shown, progress, written } = lineAfter(1000, 10);
    const last = shown.split('\r\u001b[K').at(-1);
    expect(last).toMatch(/^(?:99\d|1,000) of 10,000 files, 100 a second, 9[01] s left$/);
    expect(shown.split('\r').length).toBeLessThan(100);
    progress.clear();
    expect(written().endsWith('\r\u001b[K')).toBe(true);
  });

  it('counts long times in minutes and hours', () => {
    const last = (each: number) => lineAfter(20, each).shown.split('\r\u001b[K').at(-1);
    expect(last(100)).toMatch(/, 10 a second, 17 min left$/);
    expect(last(1000)).toMatch(/, 1 a second, 2 h 46 min left$/);
  });

  it('stays away from short work, and from what is no terminal', () => {
    expect(lineAfter(100, 1).shown).toBe('');
    expect(lineAfter(1000, 10, false).shown).toBe('');
    const { progress, written } = lineAfter(100, 1);
    progress.clear();
    expect(written()).toBe('');
  });

  it('fits the terminal', () => {
    for (const line of lineAfter(1000, 10, true, 20).shown.split('\r\u001b[K'))
      expect(line.length).toBeLessThan(20);
  });
});
