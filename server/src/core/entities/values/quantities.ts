/** Exact values of amounts. Arithmetic is on digit strings and `BigInt`; no floating-point number is ever made. */
import {
  CURRENCY_ADJECTIVES,
  CURRENCY_CODES,
  CURRENCY_SIGNS,
  CURRENCY_WORDS,
  DOLLAR_PREFIXES,
  MAGNITUDES,
  MONEY_LETTERS,
  SMALL_NUMBERS,
} from '../figures/lexicon.ts';

/** A decimal number: `digits` × 10^−`scale`. */
interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** Unit words to the symbols of the SI brochure, of NIST SP 811 appendix B, or what is customary. */
const UNIT_SYMBOLS: ReadonlyMap<string, string> = new Map(
  (
    'km:km kilometer kilometre;mi:mile;m:m meter metre;ft:ft foot feet;in:inch inche;yd:yard;cm:cm centimeter centimetre;mm:mm millimeter millimetre;nm:nm nanometer;' +
    'acre:acre;ha:ha hectare;bbl:barrel;gal:gallon;L:liter litre;bu:bushel;ton:ton;t:tonne metric-ton metric-tonne;kg:kg kilogram kilo;g:gram;mg:mg milligram;µg:microgram;oz:oz ounce;lb:lb pound;' +
    'W:watt;kW:kw kilowatt;MW:mw megawatt;GW:gw gigawatt;TW:tw terawatt;kWh:kwh kilowatt-hour;MWh:mwh megawatt-hour;GWh:gwh gigawatt-hour;TWh:twh;V:volt;kV:kv kilovolt;A:amp;' +
    'Hz:hz hertz;kHz:khz kilohertz;MHz:mhz megahertz;GHz:ghz gigahertz;Mbit/s:mbps;Gbit/s:gbps;mi/h:mph;kn:knot;km/h:kph;°:degree °;°C:degree-celsius c °c °celsius;°F:degree-fahrenheit °f °fahrenheit degree-f;' +
    'mi²:square-mile sq-mile;km²:square-kilometer square-kilometre square-km sq-km;m²:square-meter square-metre;ft²:square-foot square-feet sq-ft sq-feet;m³:cubic-meter cubic-metre;ft³:cubic-foot cubic-feet;nmi:nautical-mile;kt:kiloton;Mt:megaton'
  )
    .split(';')
    .flatMap((entry) => {
      const [symbol = '', words = ''] = entry.split(':');
      return words.split(' ').map((word) => [word, symbol] as const);
    }),
);

/** The value of a numeral as written: `300,000`, `1.5`, `1 000 000`, `1.000.000`, `1,5`, `2½`. */
export function readNumeral(written: string): Decimal | undefined {
  const fractions: Record<string, string> = { '¼': '.25', '½': '.5', '¾': '.75' };
  const spelled = written.replace(/[¼½¾]$/, (sign) => fractions[sign] ?? '').replace(/\s/g, '');
  let plain = spelled;
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(spelled)) plain = spelled.replaceAll('.', '');
  else if (/^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/.test(spelled)) plain = spelled.replaceAll(',', '');
  else if (/^\d+,\d{1,2}$/.test(spelled)) plain = spelled.replace(',', '.');
  if (!/^\d+(?:\.\d+)?$|^\.\d+$/.test(plain)) return undefined;
  const [whole = '', decimals = ''] = plain.split('.');
  return { digits: BigInt(whole + decimals), scale: decimals.length };
}

/** `digits × 10^power`, still exact. */
function scaled(value: Decimal, power: number): Decimal {
  const scale = value.scale - power;
  return scale >= 0
    ? { digits: value.digits, scale }
    : { digits: value.digits * 10n ** BigInt(-scale), scale: 0 };
}

/** As a plain decimal without needless zeros. */
export function writeDecimal({ digits, scale }: Decimal): string {
  const text = digits.toString().padStart(scale + 1, '0');
  const whole = text.slice(0, text.length - scale);
  const decimals = text.slice(text.length - scale).replace(/0+$/, '');
  return decimals && scale > 0 ? `${whole}.${decimals}` : whole;
}

/** The value of a number in words below a quadrillion: `two hundred and fifty thousand`, `half a million`. */
export function readNumberWords(words: readonly string[]): Decimal | undefined {
  if (words.length === 0) return undefined;
  // In halves, so that `one and a half million` stays whole; the scale of the result is 1 (tenths).
  let total = 0n;
  let current = 0n;
  let seen = false;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    const small = SMALL_NUMBERS.get(word);
    const power = MAGNITUDES.get(word);
    if (small !== undefined) current += BigInt(small) * 10n;
    else if (word === 'half') current += 5n;
    else if (word === 'and') continue;
    else if (word === 'a' || word === 'an') {
      const next = words[i + 1];
      if (next !== 'half' && words[i - 1] !== 'half') current += 10n;
    } else if (power === 2) current = (current === 0n ? 10n : current) * 100n;
    else if (power !== undefined) {
      total += (current === 0n ? 10n : current) * 10n ** BigInt(power);
      current = 0n;
    } else return undefined;
    seen = true;
  }
  return seen ? { digits: total + current, scale: 1 } : undefined;
}

interface Quantity {
  /** One value, or both ends of a range. */
  readonly values: readonly Decimal[];
  /** What stands behind, lower-cased, words joined by hyphens. */
  readonly unit: string;
  /** The same as written. */
  readonly unitWritten: string;
}

const NUMERAL = /\d+(?:[.,]\d+)*(?:[   ]\d{3})*[¼½¾]?|[¼½¾]/g;

/** Takes an amount apart: numerals or number words, magnitude, unit. */
function readQuantity(text: string, isMoney: boolean): Quantity | undefined {
  const spelled = text.replace(/[\s\u00a0\u2000-\u200a\u202f]+/g, ' ').replace(/[\u2010-\u2015]/g, '-');
  const numerals = [...spelled.matchAll(NUMERAL)];
  if (numerals.length === 0) return readQuantityWords(spelled);
  if (numerals.length > 2) return undefined;
  const last = numerals[numerals.length - 1];
  if (!last) return undefined;
  const behind = spelled.slice(last.index + last[0].length).replace(/^\+/, '');
  const { power, rest } = magnitudeOf(behind, isMoney);
  const values: Decimal[] = [];
  for (const numeral of numerals) {
    const value = readNumeral(numeral[0]);
    if (!value) return undefined;
    const own =
      numeral === last ? undefined : magnitudeOf(spelled.slice(numeral.index + numeral[0].length), isMoney);
    values.push(scaled(value, own && own.power > 0 ? own.power : power));
  }
  return { values, unit: joined(rest.toLowerCase()), unitWritten: rest.trim() };
}

function joined(unit: string): string {
  return unit.trim().replace(/^-/, '').replace(/\./g, '').replace(/ /g, '-');
}

function magnitudeOf(behind: string, isMoney: boolean): { readonly power: number; readonly rest: string } {
  let power = 0;
  let rest = behind;
  for (let count = 0; count < 2; count++) {
    const match = /^[ -]?(\p{L}+)/u.exec(rest);
    const word = match?.[1]?.toLowerCase() ?? '';
    const glued = match !== null && /^\p{L}/u.test(rest);
    const letter = glued && (isMoney || /^[kKM]/.test(rest)) ? MONEY_LETTERS.get(word) : undefined;
    const found = MAGNITUDES.get(word) ?? letter ?? (isMoney && word === 'mm' ? 6 : undefined);
    if (!match || found === undefined) break;
    power += found;
    rest = rest.slice(match[0].length);
  }
  return { power, rest };
}

function readQuantityWords(spelled: string): Quantity | undefined {
  const words = spelled.toLowerCase().split(/[ -]/);
  let count = 0;
  while (count < words.length && isNumberWord(words[count] as string)) count++;
  const value = readNumberWords(words.slice(0, count));
  if (!value || count === 0) return undefined;
  const unit = words.slice(count).join('-');
  return { values: [value], unit, unitWritten: spelled.split(/[ -]/).slice(count).join(' ') };
}

function isNumberWord(word: string): boolean {
  return (
    SMALL_NUMBERS.has(word) ||
    MAGNITUDES.has(word) ||
    word === 'half' ||
    word === 'a' ||
    word === 'an' ||
    word === 'and'
  );
}

/** `40`, or for a range `40..50`. */
function written({ values }: Quantity): string | undefined {
  const [first, second] = values;
  if (!first) return undefined;
  if (!second) return writeDecimal(first);
  const scale = Math.max(first.scale, second.scale);
  const rises = scaled(first, scale).digits < scaled(second, scale).digits;
  return rises ? `${writeDecimal(first)}..${writeDecimal(second)}` : undefined;
}

/**
 * An exact decimal and the ISO 4217 code: `863400000000 USD`; a range as `5000000000..10000000000 USD`.
 * Undefined where the text does not say which country's pesos, crowns or dinars are meant.
 * @param currency what a bare dollar sign or `dollars` stands for.
 */
export function moneyValue(text: string, currency: string): string | undefined {
  const quantity = readQuantity(text, true);
  const amount = quantity && written(quantity);
  if (!quantity || !amount) return undefined;
  const words = quantity.unit.split('-');
  if (words.includes('cents') || words.includes('cent') || words.includes('pence')) {
    const code = words.includes('pence') ? 'GBP' : currency;
    const [first] = quantity.values;
    return first && quantity.values.length === 1
      ? `${writeDecimal({ digits: first.digits, scale: first.scale + 2 })} ${code}`
      : undefined;
  }
  const code = currencyOf(text, quantity, currency);
  return code ? `${amount} ${code}` : undefined;
}

function currencyOf(text: string, quantity: Quantity, currency: string): string | undefined {
  const trailing = CURRENCY_CODES.get(quantity.unitWritten);
  if (trailing) return trailing;
  const before = /^[^\d]*/.exec(text)?.[0].trim() ?? '';
  const letters = before
    .replace(/[^\p{L}.]/gu, '')
    .replace(/\.$/, (dot) => (before.startsWith('U.S') ? dot : ''));
  const sign = [...before].find((character) => CURRENCY_SIGNS.has(character));
  if (sign === '$') {
    if (letters) return DOLLAR_PREFIXES.get(letters) ?? CURRENCY_CODES.get(letters);
  } else if (CURRENCY_CODES.has(letters)) return CURRENCY_CODES.get(letters);
  else if (sign) return CURRENCY_SIGNS.get(sign);
  const words = quantity.unit.split('-').filter((word) => word !== '');
  const noun = words[words.length - 1] ?? '';
  const trailingSign = [...quantity.unitWritten].find((character) => CURRENCY_SIGNS.has(character));
  if (trailingSign && trailingSign !== '$') return CURRENCY_SIGNS.get(trailingSign);
  if (noun === 'sterling') return 'GBP';
  const adjective = words[words.length - 2];
  if (adjective) {
    const singular = noun === 'reais' ? noun : noun.replace(/s$/, '');
    const country = words.length > 2 && words[words.length - 3] === 'hong' ? 'hong kong' : adjective;
    const code = CURRENCY_ADJECTIVES.get(country)?.[singular];
    if (code) return code;
  }
  const isDollar = /^(?:dollars?|bucks)$/.test(noun);
  if (sign === '$' || isDollar) return currency;
  return CURRENCY_WORDS.get(noun) || undefined;
}

/** `40%`, `5..10%`, `1.5 percentage points`, `25 basis points`. */
export function percentValue(text: string): string | undefined {
  const quantity = readQuantity(text.replaceAll('\\', ''), false);
  const amount = quantity && written(quantity);
  if (!quantity || !amount) return undefined;
  if (quantity.unit.startsWith('percentage-')) return `${amount} percentage points`;
  if (quantity.unit.startsWith('basis-')) return `${amount} basis points`;
  return `${amount}%`;
}

/** A plain decimal, with the unit's symbol behind it (`50 ft`); a range `40..50`; a share `1/4`. */
export function numberValue(text: string): string | undefined {
  const share = /^(\d{1,4})\s*(?:\/|\s(?:in|out\sof)\s)\s*(\d{1,4})$/.exec(text);
  if (share) return `${share[1]}/${share[2]}`;
  const negative = /^[-\u2212]/.test(text);
  const quantity = readQuantity(negative ? text.slice(1) : text, false);
  const amount = quantity && written(quantity);
  if (!quantity || !amount) return undefined;
  const number = negative ? `-${amount}` : amount;
  if (!quantity.unit) return number;
  const [unit = '', per] = quantity.unit.split('-per-');
  const symbol =
    UNIT_SYMBOLS.get(unit) ??
    UNIT_SYMBOLS.get(unit.replace(/s$/, '')) ??
    UNIT_SYMBOLS.get(unit.replace('s-', '-'));
  if (!symbol) return `${number} ${quantity.unitWritten}`;
  const time = per === 'hour' ? '/h' : per === 'second' ? '/s' : per === 'day' ? '/d' : '';
  return `${number} ${symbol}${time}`;
}
