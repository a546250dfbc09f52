import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayNumber,
  dayOf,
  daysInMonth,
  formatDay,
  formatOffset,
  instantOf,
  isDay,
  offsetAt,
  offsetsOf,
  wallTimeAt,
  weekdayOf,
} from '../../../server/src/core/document/calendar.ts';

const ZONE = 'America/New_York';
const at = (year: number, month: number, day: number, hour: number, minute = 0) => ({
  year,
  month,
  day,
  hour,
  minute,
  second: 0,
});

describe('the calendar', () => {
  it('knows how long months are', () => {
    expect([2023, 2024, 1900, 2000].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]);
    expect(daysInMonth(2023, 13)).toBe(0);
    expect(isDay({ year: 2023, month: 2, day: 29 })).toBe(false);
  });

  it('counts days and back, in every year from 1 to 9999', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (number) => {
        const day = dayOf(number);
        expect(isDay(day)).toBe(true);
        expect(dayNumber(day)).toBe(number);
      }),
    );
    expect(formatDay(dayOf(0))).toBe('1970-01-01');
    expect(dayNumber({ year: 1, month: 1, day: 1 })).toBe(-719_162);
  });

  it('knows the day of the week', () => {
    expect(weekdayOf({ year: 2023, month: 11, day: 17 })).toBe(5);
    expect(weekdayOf({ year: 1969, month: 12, day: 31 })).toBe(3);
    expect(weekdayOf({ year: 1776, month: 7, day: 4 })).toBe(4);
  });
});

describe('time zones', () => {
  it('follow daylight saving', () => {
    expect(offsetsOf(at(2023, 11, 17, 17), ZONE)).toEqual([-300]);
    expect(offsetsOf(at(2023, 7, 17, 17), ZONE)).toEqual([-240]);
    expect(offsetsOf(at(2023, 7, 17, 17), 'Asia/Kathmandu')).toEqual([345]);
  });

  it('have no offset for a time that was skipped, and two for one that came twice', () => {
    expect(offsetsOf(at(2023, 3, 12, 2, 30), ZONE)).toEqual([]);
    expect(offsetsOf(at(2023, 11, 5, 1, 30), ZONE)).toEqual([-240, -300]);
  });

  it('give undefined where there is no such zone', () => {
    expect(offsetAt(0, 'Norland/Capital')).toBeUndefined();
    expect(offsetsOf(at(2023, 11, 17, 17), 'Norland/Capital')).toEqual([]);
  });

  it('agree with themselves: the offset of a wall time leads back to it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_000_000_000 }),
        fc.constantFrom(ZONE, 'Europe/Oslo', 'Asia/Tokyo', 'Australia/Lord_Howe', 'UTC'),
        (seconds, zone) => {
          const wall = wallTimeAt(seconds * 1000, zone);
          const offset = offsetAt(seconds * 1000, zone);
          expect(wall && offset !== undefined && instantOf(wall, offset)).toBe(seconds * 1000);
          expect(wall && offsetsOf(wall, zone)).toContain(offset);
        },
      ),
    );
  });

  it('are written with sign, hours and minutes', () => {
    expect([-300, 0, 345, -570].map(formatOffset)).toEqual(['-05:00', '+00:00', '+05:45', '-09:30']);
  });
});
