import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countdownTo } from '../../client/src/countdown.ts';
import { english, translate } from './languages.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('countdownTo', () => {
  it.each([
    [3 * DAY + 4 * HOUR + 5 * MINUTE, '3 d 4 h', '3 days 4 hours'],
    [DAY, '1 d', '1 day'],
    [DAY - 1, '1 d', '1 day'],
    [3 * HOUR + 12 * MINUTE + 30 * SECOND, '3 h 12 min', '3 hours 12 minutes'],
    [HOUR, '1 h', '1 hour'],
    [10 * MINUTE, '10 min', '10 minutes'],
    [10 * MINUTE - SECOND, '9:59', '9 minutes 59 seconds'],
    [MINUTE + SECOND, '1:01', '1 minute 1 second'],
    [MINUTE, '1:00', '1 minute'],
    [9 * SECOND, '0:09', '9 seconds'],
    [1, '0:01', '1 second'],
    [0, '', ''],
    [-DAY, '', ''],
  ])('%d ms are “%s”', (left, text, spoken) => {
    expect(countdownTo(5 * DAY + left, 5 * DAY, english)).toMatchObject({ text, spoken });
  });

  it('never says that an embargo is over which is not, and never that it runs when it does not', () => {
    fc.assert(
      fc.property(fc.integer({ min: -DAY, max: 40 * DAY }), (left) => {
        const { text, spoken, next } = countdownTo(left, 0, english);
        expect([text !== '', spoken !== '', next !== undefined]).toEqual(Array(3).fill(left > 0));
      }),
    );
  });

  it('says when other words are due: not before, and not long after', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 * DAY }), (left) => {
        const { text, next = 0 } = countdownTo(left, 0, english);
        expect(next).toBeGreaterThan(0);
        expect(next).toBeLessThanOrEqual(HOUR + SECOND);
        // Just before that moment the words still hold; then they do, or do within a second, no longer.
        expect(countdownTo(left, Math.ceil(next) - SECOND > 0 ? next - SECOND : 0, english).text).toBe(text);
        expect(countdownTo(left, next + SECOND, english).text).not.toBe(text);
      }),
    );
  });

  it.each([
    [3 * DAY + 4 * HOUR, '3 d 4 h', '3 días 4 horas'],
    [DAY + HOUR + MINUTE, '1 d 1 h', '1 día 1 hora'],
    [61 * SECOND, '1:01', '1 minuto 1 segundo'],
  ])('%d ms are “%s” in Spanish', (left, text, spoken) => {
    expect(countdownTo(left, 0, translate('es'))).toMatchObject({ text, spoken });
  });
});
