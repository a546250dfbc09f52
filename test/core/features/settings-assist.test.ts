import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settingHoverAt, settingOffersAt } from '../../../server/src/core/features/settings-assist.ts';

/** `‸` marks the cursor. */
const offers = (marked: string) => settingOffersAt(marked.replace('‸', ''), marked.indexOf('‸'));
const labels = (marked: string) => offers(marked).map(({ label }) => label);
const hover = (marked: string) => settingHoverAt(marked.replace('‸', ''), marked.indexOf('‸'));

describe('completion in .readout.yaml', () => {
  it('offers settings that are not there yet', () => {
    expect(labels('‸')).toEqual(expect.arrayContaining(['timeZone', 'rules', 'glossary']));
    expect(labels('timeZone: Europe/Oslo\n‸\nrules:\n')).not.toContain('timeZone');
    expect(labels('timeZone: Europe/Oslo\n‸\nrules:\n')).not.toContain('rules');
  });
  it('offers rule codes, and severities behind them', () => {
    expect(labels('rules:\n  ‸')).toEqual(expect.arrayContaining(['date/weekday', 'body/end-mark']));
    expect(labels('rules:\n  body/end-mark: ‸')).toEqual(expect.arrayContaining(['error', 'warning', 'off']));
    expect(labels('rules:\n  body/end-mark:\n    severity: e‸')).toContain('error');
  });
  it('offers the keys of a person, also on the lines after the dash', () => {
    expect(labels('glossary:\n  people:\n    - ‸')).toEqual(expect.arrayContaining(['name', 'title']));
    const second = labels('glossary:\n  people:\n    - name: Adele Strand\n      ‸');
    expect(second).toContain('title');
    expect(second).not.toContain('name');
  });
  it('replaces the word under the cursor, and writes the colon only if none is there', () => {
    const text = 'tim‸e: Europe/Oslo\n';
    const offer = offers(text).find(({ label }) => label === 'timeZone');
    expect(offer).toMatchObject({ span: { start: 0, end: 4 }, newText: 'timeZone' });
    expect(offers('ti‸').find(({ label }) => label === 'timeZone')?.newText).toBe('timeZone: ');
  });
  it('says nothing in a comment', () => {
    expect(labels('# ti‸')).toEqual([]);
  });
});

describe('hover in .readout.yaml', () => {
  it('explains a setting and a rule', () => {
    expect(hover('time‸Zone: Europe/Oslo\n')?.markdown).toContain('time zone');
    expect(hover('rules:\n  date/week‸day: error\n')?.markdown).toMatch(/date\/weekday[\s\S]*warning/);
    expect(hover('glossary:\n  people:\n    - name: A\n      o‸f: Norland\n')?.markdown).toContain(
      'country or organisation',
    );
  });
  it('is silent on values and on what nobody knows', () => {
    expect(hover('timeZone: Eur‸ope/Oslo\n')).toBeUndefined();
    expect(hover('no‸such: 1\n')).toBeUndefined();
  });
});

it('never fails, and edits within one line', () => {
  const fragment = fc.constantFrom(
    'rules:',
    '\n',
    '\r\n',
    '  ',
    '- ',
    'date/weekday',
    ': ',
    '#',
    '"',
    'glossary:\n  people:\n',
    'x',
    '[',
    '{',
    'on',
    '\t',
    '🙂',
  );
  fc.assert(
    fc.property(fc.array(fragment, { maxLength: 20 }), fc.nat(), (parts, at) => {
      const text = parts.join('');
      const offset = at % (text.length + 1);
      settingHoverAt(text, offset);
      for (const offer of settingOffersAt(text, offset)) {
        expect(offer.span.start).toBeLessThanOrEqual(offset);
        expect(offer.span.end).toBeGreaterThanOrEqual(offer.span.start);
        expect(text.slice(offer.span.start, offer.span.end)).not.toMatch(/[\r\n]/);
      }
    }),
    { numRuns: 1000 },
  );
});
