import { describe, expect, it } from 'vitest';
import { releaseText } from '../../client/src/release-text.ts';
import { findingsText, indexText } from '../../client/src/status-text.ts';
import { english, translate } from './languages.ts';

const NOTHING = { status: null, embargoUntil: null, cleared: null, changes: 0 };
const time = (moment: number): string => `t${moment}`;

describe('the release guard', () => {
  it('says nothing of a document that says nothing', () => {
    expect(releaseText(NOTHING, 0, time, english)).toBeUndefined();
  });

  it.each([
    ['draft', '$(edit) Draft', 'Readout: Status: Draft.'],
    ['released', '$(broadcast) Released', 'Readout: Status: Released.'],
    ['on hold', '$(question) on hold', 'Readout: Status: on hold.'],
  ])('shows the status %s', (status, text, spoken) => {
    expect(releaseText({ ...NOTHING, status }, 0, time, english)).toMatchObject({
      text,
      spoken,
      warns: false,
    });
  });

  it('tells who cleared, and what has changed since', () => {
    const cleared = { by: 'Ines Holm', day: '2023-11-17' };
    expect(releaseText({ ...NOTHING, status: 'cleared', cleared }, 0, time, english)).toMatchObject({
      text: '$(verified) Cleared',
      spoken: 'Readout: Status: Cleared. Cleared by Ines Holm on 2023-11-17, nothing has changed since.',
      warns: false,
    });
    expect(
      releaseText({ ...NOTHING, status: 'cleared', cleared, changes: 2 }, 0, time, english),
    ).toMatchObject({
      text: '$(verified) Cleared · $(warning) 2 changes',
      spoken: 'Readout: Status: Cleared. Cleared by Ines Holm on 2023-11-17, 2 changes since.',
      warns: true,
    });
  });

  it('says it in Spanish', () => {
    const cleared = { by: 'Ines Holm', day: '2023-11-17' };
    const status = { status: 'cleared', embargoUntil: 90_000, cleared, changes: 1 };
    expect(releaseText(status, 0, time, translate('es'))).toMatchObject({
      text: '$(lock) Aprobado · embargo 1:30 · $(warning) 1 cambio',
      details: [
        'Estado: Aprobado',
        'Aprobado por Ines Holm el 2023-11-17, 1 cambio desde entonces',
        'Bajo embargo durante 1 minuto 30 segundos más, hasta: t90000',
      ],
    });
  });

  it('counts down, and says that the embargo is lifted', () => {
    const status = { ...NOTHING, status: 'cleared', embargoUntil: 90_000 };
    expect(releaseText(status, 0, time, english)).toEqual({
      text: '$(lock) Cleared · embargo 1:30',
      spoken: 'Readout: Status: Cleared. Under embargo for another 1 minute 30 seconds, until t90000.',
      details: ['Status: Cleared', 'Under embargo for another 1 minute 30 seconds, until t90000'],
      warns: false,
      next: 1_000,
    });
    expect(releaseText(status, 90_000, time, english)).toMatchObject({
      text: '$(verified) Cleared · embargo lifted',
      spoken: 'Readout: Status: Cleared. Embargo lifted: t90000.',
      next: undefined,
    });
    expect(releaseText({ ...NOTHING, embargoUntil: 5_000 }, 0, time, english)?.text).toBe(
      '$(lock) No status · embargo 0:05',
    );
  });
});

describe('the language status', () => {
  it('counts findings', () => {
    expect(findingsText({ errors: 0, warnings: 0, others: 0 }, english)).toBe('No findings');
    expect(findingsText({ errors: 1, warnings: 2, others: 0 }, english)).toBe('1 error, 2 warnings');
    expect(findingsText({ errors: 0, warnings: 0, others: 1 }, english)).toBe('1 suggestion');
  });

  it('tells how far the index is', () => {
    expect(indexText(undefined, english)).toEqual({ text: 'Starting…', isBusy: true });
    expect(indexText({ done: 3, total: 812, documents: 2 }, english)).toEqual({
      text: 'Reading file 3 of 812',
      isBusy: true,
    });
    expect(indexText({ done: 812, total: 812, documents: 1 }, english)).toEqual({
      text: '1 readout known',
      isBusy: false,
    });
    expect(indexText({ done: 0, total: 0, documents: 640 }, english).text).toBe('640 readouts known');
  });
});
