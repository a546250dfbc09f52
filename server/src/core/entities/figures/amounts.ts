/** The grammar of amounts: money, percentages and plain numbers with their units. */
import {
  isDash,
  isDigit,
  isLetter,
  isUpper,
  nextWord,
  skipGap,
  smallInteger,
  wordBefore,
  wordEnd,
} from './cursor.ts';
import { agoBehind, ordinalEnd } from './dates.ts';
import type { Found } from './found.ts';
import {
  CURRENCY_ADJECTIVES,
  CURRENCY_CODES,
  CURRENCY_SIGNS,
  CURRENCY_WORDS,
  DOLLAR_PREFIXES,
  MAGNITUDES,
  PERIODS,
  UNIT_PREFIXES,
  UNITS,
} from './lexicon.ts';
import {
  currencyEnd,
  magnitudeEnd,
  moneyMagnitudeEnd,
  numberWords,
  numeralEnd,
  percentEnd,
  unitEnd,
} from './numerals.ts';
import { serialEnd } from './unmarked.ts';

/** A word's place in {@link MAY_QUALIFY}, from its length and its first and last units, whatever their case. */
function sketch(first: number, last: number, size: number): number {
  return (((first | 32) * 131 + (last | 32)) * 31 + size) & 8191;
}

/** The sketches of all words that may stand behind a number and make something of it. */
const MAY_QUALIFY = new Uint8Array(8192);
for (const word of [
  ...MAGNITUDES.keys(),
  ...CURRENCY_WORDS.keys(),
  ...CURRENCY_ADJECTIVES.keys(),
  ...CURRENCY_CODES.keys(),
  ...UNITS.keys(),
  ...UNIT_PREFIXES.keys(),
  ...PERIODS.keys(),
  ...[...PERIODS.keys()].map((period) => `${period}s`),
  ...'percent pct per percentage basis new hong u centuries'.split(' '),
])
  MAY_QUALIFY[sketch(word.charCodeAt(0), word.charCodeAt(word.length - 1), word.length)] = 1;

/**
 * Whether a percent sign, magnitude, currency, unit or period may begin at `at`, behind a number. Nearly always answers
 * for the grammar that it need not be asked; never wrongly.
 */
function mayQualify(text: string, at: number): boolean {
  const mark = text.charCodeAt(at);
  const start = isDash(mark) && mark < 0x2012 ? at + 1 : skipGap(text, at);
  const first = text.charCodeAt(start);
  if (first >= 128) return true;
  if (!isLetter(first)) return first === 37 || first === 92 || CURRENCY_SIGNS.has(text.charAt(start));
  const end = wordEnd(text, start);
  const last = text.charCodeAt(end - 1);
  return last >= 128 || MAY_QUALIFY[sketch(first, last, end - start)] === 1;
}

/** What the words behind a number make of it. */
function kindBehind(
  text: string,
  at: number,
): { type: 'MONEY' | 'PERCENT' | 'NUMBER'; end: number } | undefined {
  const percent = percentEnd(text, at);
  if (percent > 0) return { type: 'PERCENT', end: percent };
  const magnitude = magnitudeEnd(text, at);
  const from = magnitude > 0 ? magnitude : at;
  const currency = currencyEnd(text, from, magnitude > 0);
  if (currency > 0) return { type: 'MONEY', end: currency };
  const late = magnitude > 0 ? percentEnd(text, magnitude) : -1;
  if (late > 0) return { type: 'PERCENT', end: late };
  const unit = unitEnd(text, from);
  if (unit > 0) return { type: 'NUMBER', end: unit };
  return magnitude > 0 ? { type: 'NUMBER', end: magnitude } : undefined;
}

/** An amount that begins with digits; always finds something, if only digits to pass over. */
export function amountFromDigits(text: string, at: number): Found {
  const end = numeralEnd(text, at);
  const start = signedStart(text, at);
  if (mayQualify(text, end)) {
    const kind = kindBehind(text, end);
    if (kind) return { type: kind.type, start: kind.type === 'MONEY' ? at : start, end: kind.end };
    const ago = agoBehind(text, end);
    if (ago > 0) return { type: 'DATE', start: at, end: ago };
  }
  const range = rangeEnd(text, at, end);
  if (range) return range;
  const next = text.charCodeAt(end);
  if (isLetter(next)) return letterBehind(text, at, end);
  const raised = ordinalEnd(text, end);
  if (raised > end) return { type: undefined, start: at, end: raised };
  const share = shareEnd(text, at, end);
  if (share > 0) return { type: 'NUMBER', start: at, end: share };
  if (next === 47 && isDigit(text.charCodeAt(end + 1))) {
    const denominator = smallInteger(text, end + 1);
    if (denominator && text.charCodeAt(denominator.end) !== 47) {
      return { type: 'NUMBER', start: at, end: denominator.end };
    }
    return { type: undefined, start: at, end: serialEnd(text, end + 1) };
  }
  // `1.2.3`, `1:30:5`: neither a number nor a time.
  if ((next === 46 || next === 58) && isDigit(text.charCodeAt(end + 1))) {
    return { type: undefined, start: at, end: serialEnd(text, end + 1) };
  }
  return { type: 'NUMBER', start, end };
}

/** `-5 °C`: a minus belongs to the number where nothing stands before it. */
function signedStart(text: string, at: number): number {
  const sign = text.charCodeAt(at - 1);
  if (sign !== 0x2212 && sign !== 45) return at;
  const before = text.charCodeAt(at - 2);
  return before === 32 || before === 40 || before === 0xa0 ? at - 1 : at;
}

/** `10-15`, `10–15 percent`, `5 to 10 percent`: one span if both halves share what stands behind the second. */
function rangeEnd(text: string, start: number, end: number): Found | undefined {
  const dash = text.charCodeAt(end);
  const gap = skipGap(text, end);
  if (!isDash(dash) && (gap === end || (text.charCodeAt(gap) | 32) !== 116)) return undefined;
  // A year is no first half of an amount: `from 37 percent in 1990 to 10 percent`.
  const isYear = end - start === 4 && /^(?:19|20)\d\d$/.test(text.slice(start, end));
  if (isDash(dash) && dash !== 0x2014 && isDigit(text.charCodeAt(end + 1))) {
    const second = numeralEnd(text, end + 1);
    const next = text.charCodeAt(second);
    if (isDash(next) && isDigit(text.charCodeAt(second + 1))) {
      return { type: undefined, start, end: serialEnd(text, second) };
    }
    const kind = isYear ? undefined : kindBehind(text, second);
    if (kind) return { type: kind.type, start, end: kind.end };
    if (isLetter(next)) return { type: undefined, start, end: serialEnd(text, second) };
    return { type: 'NUMBER', start, end: second };
  }
  const joint = nextWord(text, end);
  if (joint.word !== 'to' || isYear) return undefined;
  const next = skipGap(text, joint.end);
  if (!isDigit(text.charCodeAt(next))) return undefined;
  const kind = kindBehind(text, numeralEnd(text, next));
  return kind && { type: kind.type, start, end: kind.end };
}

/** Letters right behind digits: `250k`, `5bn`, `30km` are numbers, `20th`, `5G`, `3D`, `10x` are not. */
function letterBehind(text: string, start: number, end: number): Found {
  const letters = wordEnd(text, end);
  const written = text.slice(end, letters);
  if (ordinalEnd(text, end) === letters) return { type: undefined, start, end: letters };
  if (/^(?:k|K|M|bn|mn|tn|m)$/.test(written) || (written === 'C' && text.slice(start, end).includes('.')))
    return { type: 'NUMBER', start, end: letters };
  const unit = unitEnd(` ${text.slice(end, letters)}`, 0);
  if (unit > 0) return { type: 'NUMBER', start, end: letters };
  if (CURRENCY_CODES.has(written) && written.length === 3) return { type: 'MONEY', start, end: letters };
  return { type: undefined, start, end: serialEnd(text, end) };
}

/** `1 in 4`, `9 out of 10`: a small number in a larger one. */
function shareEnd(text: string, start: number, end: number): number {
  const first = smallInteger(text, start);
  if (!first || first.end !== end || first.value > 99) return -1;
  let joint = nextWord(text, end);
  const out = joint.word === 'out';
  if (out) joint = nextWord(text, joint.end);
  if (joint.word !== (out ? 'of' : 'in')) return -1;
  const second = smallInteger(text, skipGap(text, joint.end));
  if (!second || second.value <= first.value || second.value > 1000) return -1;
  if (!out && (first.value > 9 || second.value % 5 > 0 ? second.value > 12 : false)) return -1;
  const next = text.charCodeAt(second.end);
  const goesOn = isLetter(next) || next === 45 || next === 37;
  const grouped = (next === 44 || next === 46) && isDigit(text.charCodeAt(second.end + 1));
  return goesOn || grouped || magnitudeEnd(text, second.end) > 0 ? -1 : second.end;
}

/** An amount that begins with a currency sign at `at`, with the letters before it (`US$`, `A$`). */
export function amountFromSign(text: string, at: number): Found | undefined {
  let digits = skipGap(text, at + 1);
  if (text.charCodeAt(digits) === 92) digits++;
  if (!isDigit(text.charCodeAt(digits))) return undefined;
  return { type: 'MONEY', start: prefixedStart(text, at), end: moneyEnd(text, digits) };
}

function prefixedStart(text: string, at: number): number {
  if (text.charCodeAt(at) !== 36) return at;
  for (let size = 4; size > 0; size--) {
    const start = at - size;
    if (start < 0 || isLetter(text.charCodeAt(start - 1)) || isDigit(text.charCodeAt(start - 1))) continue;
    if (DOLLAR_PREFIXES.has(text.slice(start, at))) return start;
  }
  // `US $5`
  const spaced = text.slice(Math.max(0, at - 4), at);
  return /(?:^|[^\p{L}\d.])US[ \u00a0]$/u.test(spaced) ? at - 3 : at;
}

/** The end of an amount of money whose digits begin at `at`: magnitude, range, and a currency said once more. */
function moneyEnd(text: string, at: number): number {
  let end = numeralEnd(text, at);
  // `$150+ billion`
  const plus = text.charCodeAt(end) === 43 ? end + 1 : end;
  const magnitude = moneyMagnitudeEnd(text, plus);
  if (magnitude > 0) end = magnitude;
  // `$5-10 billion`, `$5–$10 billion`
  if (isDash(text.charCodeAt(end))) {
    let next = end + 1;
    if (CURRENCY_SIGNS.has(text.charAt(next))) next++;
    if (isDigit(text.charCodeAt(next))) {
      end = numeralEnd(text, next);
      const second = moneyMagnitudeEnd(text, end);
      if (second > 0) end = second;
    }
  } else if (magnitude < 0) {
    const joint = nextWord(text, end);
    const next = joint.word === 'to' ? skipGap(text, joint.end) : -1;
    if (next > 0 && isDigit(text.charCodeAt(next))) {
      const second = numeralEnd(text, next);
      const shared = moneyMagnitudeEnd(text, second);
      if (shared > 0) end = shared;
    }
  }
  const named = currencyEnd(text, end, true);
  return named > 0 ? named : end;
}

/** An amount that begins with a currency code: `USD 1.5bn`, `CAD 500 million`, `Rs. 500 crore`, `AUD $50`. */
export function amountFromCode(text: string, start: number, end: number): Found | undefined {
  const code = text.slice(start, end);
  if (!CURRENCY_CODES.has(code)) return undefined;
  let at = end;
  if (text.charCodeAt(at) === 46) at++;
  at = skipGap(text, at);
  const signed = CURRENCY_SIGNS.has(text.charAt(at));
  if (signed) at = skipGap(text, at + 1);
  if (!isDigit(text.charCodeAt(at))) return undefined;
  const last = moneyEnd(text, at);
  // `COP28`, `PEN 2`: a code before a short number without a magnitude is a name, unless it is of the great currencies.
  if (
    !signed &&
    last - at < 4 &&
    !/^(?:USD|EUR|GBP|JPY|CNY|CHF|CAD|AUD|NZD|INR|Rs|RMB|NOK|SEK|DKK)$/.test(code)
  ) {
    return undefined;
  }
  // `R1.5 billion` is South Africa's rand, `N50 billion` Nigeria's naira; `R2` and `N95` are names.
  if (code.length === 1 && !/\p{L}{2}$/u.test(text.slice(at, last))) return undefined;
  return { type: 'MONEY', start, end: last };
}

/** An amount in words: `five million`, `half a billion`, `ten percent`, `two years ago`, `one billion dollars`. */
export function amountFromWords(text: string, start: number, articleBefore = false): Found | undefined {
  if (articleBefore) {
    // Behind an article only money: `a million dollars`.
    const magnitude = magnitudeEnd(text, start - 1);
    const money = magnitude > 0 ? currencyEnd(text, magnitude, true) : -1;
    return money > 0 && text.charCodeAt(magnitude) !== 45 ? { type: 'MONEY', start, end: money } : undefined;
  }
  const words = numberWords(text, start);
  if (!words) return undefined;
  const qualified = mayQualify(text, words.end);
  const kind = qualified ? kindBehind(text, words.end) : undefined;
  // Proclamations: `in the year of our Lord two thousand twenty-four`.
  if (!kind && words.magnitude && wordBefore(text, start) === 'Lord')
    return { type: 'DATE', start, end: words.end };
  if (kind && (kind.type !== 'NUMBER' || words.magnitude)) return { type: kind.type, start, end: kind.end };
  const ago = qualified ? agoBehind(text, words.end) : -1;
  if (ago > 0) return { type: 'DATE', start, end: ago };
  if (isUpper(text.charCodeAt(start)) && isUpper(text.charCodeAt(start + 1))) return undefined;
  if (words.magnitude) {
    const ordinal = ordinalWordEnd(text, words.end);
    return { type: ordinal > 0 ? undefined : 'NUMBER', start, end: Math.max(ordinal, words.end) };
  }
  return { type: undefined, start, end: words.end };
}

const ORDINAL_WORD =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|[a-z]{3,6}teenth|[a-z]{3,5}tieth)$/;

/** The end of the ordinal that a number in words runs into (`two hundred and forty-ninth`, `fiftieth`), or −1. */
function ordinalWordEnd(text: string, at: number): number {
  if (text.charCodeAt(at) === 45) {
    const end = wordEnd(text, at + 1);
    return ORDINAL_WORD.test(text.slice(at + 1, end).toLowerCase()) ? end : -1;
  }
  let next = nextWord(text, at);
  const isJoined = next.word === 'and';
  if (isJoined) next = nextWord(text, next.end);
  if (isJoined && text.charCodeAt(next.end) === 45) {
    const end = wordEnd(text, next.end + 1);
    return ORDINAL_WORD.test(text.slice(next.end + 1, end).toLowerCase()) ? end : -1;
  }
  // `three hundred first responders` counts.
  const counts = !isJoined && (next.word === 'first' || next.word === 'second' || next.word === 'third');
  return !counts && ORDINAL_WORD.test(next.word) ? next.end : -1;
}
