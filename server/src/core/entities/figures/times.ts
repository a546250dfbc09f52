/** Dates in digits alone and times of day: where they end, or −1. */
import { isDigit, isLetter, nextWord, skipGap, smallInteger, wordBefore, wordEnd } from './cursor.ts';
import { ZONES } from './lexicon.ts';
import { amountFollows, unitEnd } from './numerals.ts';

const NONE = -1;

/** `2023-11-17`, with a time behind `T`; `11/17/2023`, `17.11.2023`. */
export function numericDate(text: string, at: number): number {
  const first = smallInteger(text, at);
  if (!first) return NONE;
  const mark = text.charCodeAt(first.end);
  if (mark !== 45 && mark !== 47 && mark !== 46) return NONE;
  const second = smallInteger(text, first.end + 1);
  if (!second || text.charCodeAt(second.end) !== mark) return NONE;
  const third = smallInteger(text, second.end + 1);
  if (!third) return NONE;
  const lengths = [first.end - at, second.end - first.end - 1, third.end - second.end - 1];
  const next = text.charCodeAt(third.end);
  if (isDigit(next) || (next === mark && isDigit(text.charCodeAt(third.end + 1)))) return NONE;
  if (lengths[0] === 4) {
    const fits = mark !== 46 && lengths[1] === 2 && lengths[2] === 2;
    if (!fits || second.value > 12 || third.value > 31 || second.value < 1 || third.value < 1) return NONE;
    return next === 84 || next === 32 ? Math.max(isoTime(text, third.end + 1), third.end) : third.end;
  }
  const short = (lengths[0] ?? 9) <= 2 && (lengths[1] ?? 9) <= 2;
  if (mark === 45 || !short || (lengths[2] !== 4 && (mark === 46 || lengths[2] !== 2))) return NONE;
  const small = Math.min(first.value, second.value);
  if (small < 1 || small > 12 || Math.max(first.value, second.value) > 31) return NONE;
  return isLetter(next) ? NONE : third.end;
}

function isoTime(text: string, at: number): number {
  const time = clockDigits(text, at);
  if (time < 0) return NONE;
  let end = time;
  const mark = text.charCodeAt(end);
  if (mark === 90) return end + 1;
  if (mark === 43 || mark === 45) {
    const offset = clockDigits(text, end + 1);
    if (offset > 0) end = offset;
  }
  return end;
}

/** `14:00`, `3:30:15`: two digits of minutes, below 60. */
function clockDigits(text: string, at: number): number {
  const hours = smallInteger(text, at);
  if (!hours || hours.end - at > 2 || hours.value > 24 || text.charCodeAt(hours.end) !== 58) return NONE;
  let end = hours.end;
  for (let part = 0; part < 2 && text.charCodeAt(end) === 58; part++) {
    const minutes = smallInteger(text, end + 1);
    if (!minutes || minutes.end - end !== 3 || minutes.value > 59) return part === 0 ? NONE : end;
    end = minutes.end;
  }
  const next = text.charCodeAt(end);
  return isDigit(next) || next === 58 ? NONE : end;
}

/** `3:30 p.m. EST`, `3 p.m.`, `14:00 GMT`, `12:00 noon`. */
export function clockTime(text: string, at: number): number {
  const digits = clockDigits(text, at);
  let end = digits;
  if (digits < 0) {
    const pointed = pointedTime(text, at);
    if (pointed > 0) return zoneEnd(text, pointed);
    const hour = smallInteger(text, at);
    if (!hour || hour.end - at > 2) return NONE;
    // `14h30`, `18h00`
    if (text.charCodeAt(hour.end) === 104) return hour.value < 25 ? minutesEnd(text, hour.end + 1) : NONE;
    if (hour.value > 12 || hour.value < 1) return NONE;
    end = hour.end;
    // `10.30am`: the half of the day below tells it from a decimal.
    if (text.charCodeAt(end) === 46) end = Math.max(minutesEnd(text, end + 1), end);
  }
  const half = halfDayEnd(text, end);
  if (half < 0 && digits < 0) return NONE;
  if (half > 0) end = half;
  else if (isLetter(text.charCodeAt(end))) return text.charCodeAt(end) === 90 ? end + 1 : NONE;
  return zoneEnd(text, end);
}

/** `at 10.30`, as many European offices write it: behind `at`, with nothing behind it that it could be a decimal of. */
function pointedTime(text: string, at: number): number {
  const hour = smallInteger(text, at);
  if (!hour || hour.end - at > 2 || hour.value > 23 || text.charCodeAt(hour.end) !== 46) return NONE;
  const end = minutesEnd(text, hour.end + 1);
  if (end < 0 || isLetter(text.charCodeAt(end)) || amountFollows(text, end) || unitEnd(text, end) > 0)
    return NONE;
  if (halfDayEnd(text, end) > 0) return NONE;
  return wordBefore(text, at).toLowerCase() === 'at' ? end : NONE;
}

/** The end of two digits of minutes, or −1. */
function minutesEnd(text: string, at: number): number {
  const minutes = smallInteger(text, at);
  return minutes && minutes.end - at === 2 && minutes.value < 60 ? minutes.end : NONE;
}

function halfDayEnd(text: string, at: number): number {
  const i = skipGap(text, at);
  const letter = text.charCodeAt(i) | 32;
  if (letter === 110 && i > at) {
    const noon = wordEnd(text, i);
    return text.slice(i, noon).toLowerCase() === 'noon' ? noon : NONE;
  }
  if (letter !== 97 && letter !== 112) return NONE;
  let next = i + 1;
  const dotted = text.charCodeAt(next) === 46;
  if (dotted) next++;
  if ((text.charCodeAt(next) | 32) !== 109 || isLetter(text.charCodeAt(next + 1))) return NONE;
  return dotted && text.charCodeAt(next + 1) === 46 ? next + 2 : next + 1;
}

function zoneEnd(text: string, at: number): number {
  const zone = nextWord(text, at);
  const word = text.slice(zone.start, zone.end);
  if (ZONES.has(word)) return zone.end;
  const named = zone.word === 'eastern' || zone.word === 'central' || zone.word === 'pacific';
  if (!named && zone.word !== 'mountain' && zone.word !== 'local') return at;
  let time = nextWord(text, zone.end);
  if (time.word === 'standard' || time.word === 'daylight') time = nextWord(text, time.end);
  if (time.word === 'time') return time.end;
  return named ? zone.end : at;
}

/** `noon` and `midnight`, where they are a time (`at noon`, `by midnight`). */
export function isClockWord(text: string, start: number): boolean {
  const before = wordBefore(text, start).toLowerCase();
  return (
    before === 'at' || before === 'by' || before === 'until' || before === 'before' || before === 'after'
  );
}
