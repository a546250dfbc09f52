/** Long hostile inputs: each of these ran for minutes, or for ever, if a feature were not linear. */
import { describe, expect, it } from 'vitest';
import { foldsOf } from '../../../server/src/core/features/folding.ts';
import { linksOf } from '../../../server/src/core/features/links.ts';
import { outlineOf } from '../../../server/src/core/features/outline.ts';
import { selectionsAt } from '../../../server/src/core/features/selection.ts';
import { Readout, WHITE_HOUSE } from '../../../server/src/core/index.ts';

const LENGTH = 2_000_000;
const UNITS = [
  '.',
  '*',
  '“',
  '](',
  '[',
  '<!--',
  'https://',
  '# ',
  ' \t',
  'A. ',
  "a'",
  '- - ',
  '\\',
  '“a” ',
  '_a',
  '> ',
  '(',
  '…”',
];

describe('long hostile input', () => {
  it.each(UNITS)('made of %j ends', (unit) => {
    const readout = Readout.parse(unit.repeat(LENGTH / unit.length));
    expect(outlineOf(readout, WHITE_HOUSE).length).toBeLessThan(LENGTH);
    expect(foldsOf(readout).length).toBeLessThan(LENGTH);
    expect(linksOf(readout).length).toBeLessThan(LENGTH);
    expect(selectionsAt(readout, WHITE_HOUSE, LENGTH >> 1).at(-1)?.end).toBe(readout.length);
  });
});
