/**
 * The words that figures and dates are built from. English month, weekday, number and unit words are common
 * knowledge; currency codes are those of ISO 4217 (List One, active codes in wide use).
 */

/** What the scanner does when it meets a word. */
export type Trigger =
  | 'month'
  | 'weekday'
  | 'deictic'
  | 'relative'
  | 'number'
  | 'article'
  | 'fiscal'
  | 'quarter'
  | 'ordinal'
  | 'season'
  | 'weekend'
  | 'currency'
  | 'designator'
  | 'legal'
  | 'clock';

/** Month names and abbreviations, lower-case, to 1–12. */
export const MONTHS: ReadonlyMap<string, number> = new Map([
  ['january', 1],
  ['february', 2],
  ['march', 3],
  ['april', 4],
  ['may', 5],
  ['june', 6],
  ['july', 7],
  ['august', 8],
  ['september', 9],
  ['october', 10],
  ['november', 11],
  ['december', 12],
  ['jan', 1],
  ['feb', 2],
  ['mar', 3],
  ['apr', 4],
  ['jun', 6],
  ['jul', 7],
  ['aug', 8],
  ['sep', 9],
  ['sept', 9],
  ['oct', 10],
  ['nov', 11],
  ['dec', 12],
]);

/** Whether a lower-case month word is short for another: such a word is a month only beside a day or year. */
export function isMonthAbbreviation(word: string): boolean {
  return word.length <= 4 && word !== 'may' && word !== 'june' && word !== 'july';
}

/** Weekday names and abbreviations, lower-case, to 1 (Monday) – 7 (Sunday), as in ISO 8601. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map([
  ['monday', 1],
  ['tuesday', 2],
  ['wednesday', 3],
  ['thursday', 4],
  ['friday', 5],
  ['saturday', 6],
  ['sunday', 7],
  ['mon', 1],
  ['tue', 2],
  ['tues', 2],
  ['wed', 3],
  ['thu', 4],
  ['thur', 4],
  ['thurs', 4],
  ['fri', 5],
  ['sat', 6],
  ['sun', 7],
]);

/** Number words below a hundred, lower-case, to their value. */
export const SMALL_NUMBERS: ReadonlyMap<string, number> = new Map([
  ['zero', 0],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['eleven', 11],
  ['twelve', 12],
  ['thirteen', 13],
  ['fourteen', 14],
  ['fifteen', 15],
  ['sixteen', 16],
  ['seventeen', 17],
  ['eighteen', 18],
  ['nineteen', 19],
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['seventy', 70],
  ['eighty', 80],
  ['ninety', 90],
]);

/** Magnitude words and their power of ten. `Mio`, `Mrd` are in use in German-speaking offices. */
export const MAGNITUDES: ReadonlyMap<string, number> = new Map([
  ['hundred', 2],
  ['thousand', 3],
  ['lakh', 5],
  ['million', 6],
  ['crore', 7],
  ['billion', 9],
  ['trillion', 12],
  ['quadrillion', 15],
  ['mio', 6],
  ['mln', 6],
  ['mn', 6],
  ['mrd', 9],
  ['bn', 9],
  ['bln', 9],
  ['tn', 12],
  ['trn', 12],
]);

/** One letter behind an amount of money: `£250m`, `$40B`; lower-case. */
export const MONEY_LETTERS: ReadonlyMap<string, number> = new Map([
  ['k', 3],
  ['m', 6],
  ['b', 9],
  ['t', 12],
]);

/** Currency signs to ISO 4217; the bare dollar sign is the house's own currency and has none here. */
export const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', ''],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['￥', 'JPY'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['₪', 'ILS'],
  ['₴', 'UAH'],
  ['₺', 'TRY'],
  ['₽', 'RUB'],
  ['₦', 'NGN'],
  ['₱', 'PHP'],
  ['₫', 'VND'],
  ['฿', 'THB'],
  ['₡', 'CRC'],
  ['₲', 'PYG'],
  ['₸', 'KZT'],
  ['₾', 'GEL'],
  ['₼', 'AZN'],
  ['₮', 'MNT'],
  ['₵', 'GHS'],
  ['¢', ''],
]);

/** Letters written directly before a dollar sign (`US$`, `A$`) to ISO 4217. */
export const DOLLAR_PREFIXES: ReadonlyMap<string, string> = new Map([
  ['US', 'USD'],
  ['U.S.', 'USD'],
  ['A', 'AUD'],
  ['AU', 'AUD'],
  ['C', 'CAD'],
  ['CA', 'CAD'],
  ['CAN', 'CAD'],
  ['CDN', 'CAD'],
  ['Cdn', 'CAD'],
  ['NZ', 'NZD'],
  ['HK', 'HKD'],
  ['S', 'SGD'],
  ['SG', 'SGD'],
  ['NT', 'TWD'],
  ['R', 'BRL'],
  ['J', 'JMD'],
  ['TT', 'TTD'],
  ['B', 'BSD'],
  ['F', 'FJD'],
  ['MX', 'MXN'],
  ['EC', 'XCD'],
  ['N', 'NAD'],
  ['BZ', 'BZD'],
  ['Bds', 'BBD'],
  ['G', 'GYD'],
  ['L', 'LRD'],
  ['SI', 'SBD'],
  ['WS', 'WST'],
  ['RD', 'DOP'],
  ['Mex', 'MXN'],
  ['USD', 'USD'],
  ['AUD', 'AUD'],
  ['CAD', 'CAD'],
  ['NZD', 'NZD'],
]);

/** ISO 4217 codes in wide use, and the customary abbreviations of amounts: written before or behind a number. */
export const CURRENCY_CODES: ReadonlyMap<string, string> = new Map([
  ...[
    'USD EUR GBP JPY CNY CHF CAD AUD NZD INR KRW BRL MXN ZAR SEK NOK DKK ISK PLN CZK HUF RON BGN TRY RUB UAH ILS',
    'AED SAR QAR KWD BHD OMR JOD EGP MAD TND DZD LYD IQD IRR LBP SYP PKR BDT LKR NPR AFN THB VND IDR MYR SGD PHP',
    'HKD TWD MOP KZT UZS AZN GEL AMD MDL RSD MKD BAM BYN NGN GHS KES UGX TZS ETB RWF ZMW MWK MZN AOA NAD BWP XAF',
    'XOF XCD XDR ARS CLP COP PEN UYU PYG BOB VES CRC GTQ HNL NIO PAB DOP HTG JMD TTD BBD BSD FJD PGK MNT MMK KHR',
    'MUR SCR MGA MVR BIF CDF DJF SOS SSP GMD SLE LRD GNF CVE LSL SZL TMT TJS KGS YER LAK BND KYD GYD SRD XPF CUP VUV WST',
  ]
    .join(' ')
    .split(' ')
    .map((code) => [code, code] as const),
  ['Rs', 'INR'],
  ['RMB', 'CNY'],
  ['RM', 'MYR'],
  ['Rp', 'IDR'],
  ['Kč', 'CZK'],
  ['zł', 'PLN'],
  ['SDR', 'XDR'],
  ['R', 'ZAR'],
  ['Tk', 'BDT'],
  ['KSh', 'KES'],
  ['Ksh', 'KES'],
  ['TSh', 'TZS'],
  ['USh', 'UGX'],
  ['FRw', 'RWF'],
  ['Frw', 'RWF'],
  ['GH', 'GHS'],
  ['NIS', 'ILS'],
  ['QR', 'QAR'],
  ['SR', 'SAR'],
  ['Dh', 'AED'],
  ['Dhs', 'AED'],
  ['KD', 'KWD'],
  ['JD', 'JOD'],
  ['LE', 'EGP'],
  ['CFAF', 'XOF'],
  ['FCFA', 'XOF'],
  ['Ft', 'HUF'],
  // Each of these is the currency of more than one state: an amount, but of which money only the reader knows.
  ['kr', ''],
  ['Kr', ''],
  ['Bs', ''],
  ['N', 'NGN'],
  ['K', ''],
  ['P', ''],
]);

/** Currency words, lower-case, to ISO 4217; '' where the country decides (`dollars`, `pesos`). */
export const CURRENCY_WORDS: ReadonlyMap<string, string> = new Map([
  ['dollar', ''],
  ['dollars', ''],
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['pound', 'GBP'],
  ['pounds', 'GBP'],
  ['yen', 'JPY'],
  ['yuan', 'CNY'],
  ['renminbi', 'CNY'],
  ['won', 'KRW'],
  ['rupee', 'INR'],
  ['rupees', 'INR'],
  ['ruble', 'RUB'],
  ['rubles', 'RUB'],
  ['rouble', 'RUB'],
  ['roubles', 'RUB'],
  ['hryvnia', 'UAH'],
  ['hryvnias', 'UAH'],
  ['shekel', 'ILS'],
  ['shekels', 'ILS'],
  ['rand', 'ZAR'],
  ['reais', 'BRL'],
  ['peso', ''],
  ['pesos', ''],
  ['franc', 'CHF'],
  ['francs', 'CHF'],
  ['lira', 'TRY'],
  ['liras', 'TRY'],
  ['zloty', 'PLN'],
  ['zlotys', 'PLN'],
  ['krona', 'SEK'],
  ['kronor', 'SEK'],
  ['krone', ''],
  ['kroner', ''],
  ['baht', 'THB'],
  ['ringgit', 'MYR'],
  ['rupiah', 'IDR'],
  ['naira', 'NGN'],
  ['dirham', 'AED'],
  ['dirhams', 'AED'],
  ['riyal', 'SAR'],
  ['riyals', 'SAR'],
  ['dinar', ''],
  ['dinars', ''],
  ['taka', 'BDT'],
  ['tenge', 'KZT'],
  ['bucks', ''],
  ['cent', ''],
  ['cents', ''],
  ['pence', 'GBP'],
]);

/** Whose currency a word such as `dollars` means when this stands before it, lower-case. */
export const CURRENCY_ADJECTIVES: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map([
  ['us', { dollar: 'USD' }],
  ['american', { dollar: 'USD' }],
  ['australian', { dollar: 'AUD' }],
  ['canadian', { dollar: 'CAD' }],
  ['hong kong', { dollar: 'HKD' }],
  ['zealand', { dollar: 'NZD' }],
  ['singapore', { dollar: 'SGD' }],
  ['taiwan', { dollar: 'TWD' }],
  ['british', { pound: 'GBP' }],
  ['egyptian', { pound: 'EGP' }],
  ['lebanese', { pound: 'LBP' }],
  ['syrian', { pound: 'SYP' }],
  ['mexican', { peso: 'MXN' }],
  ['argentine', { peso: 'ARS' }],
  ['chilean', { peso: 'CLP' }],
  ['colombian', { peso: 'COP' }],
  ['philippine', { peso: 'PHP' }],
  ['uruguayan', { peso: 'UYU' }],
  ['indian', { rupee: 'INR' }],
  ['pakistani', { rupee: 'PKR' }],
  ['nepalese', { rupee: 'NPR' }],
  ['swiss', { franc: 'CHF' }],
  ['cfa', { franc: 'XOF' }],
  ['danish', { krone: 'DKK' }],
  ['norwegian', { krone: 'NOK' }],
  ['swedish', { krona: 'SEK' }],
  ['japanese', { yen: 'JPY' }],
  ['chinese', { yuan: 'CNY' }],
  ['russian', { ruble: 'RUB', rouble: 'RUB' }],
  ['turkish', { lira: 'TRY' }],
  ['iraqi', { dinar: 'IQD' }],
  ['jordanian', { dinar: 'JOD' }],
  ['kuwaiti', { dinar: 'KWD' }],
  ['serbian', { dinar: 'RSD' }],
  ['korean', { won: 'KRW' }],
]);

/**
 * Physical and technical units, lower-case (case kept where only capitals are the unit), which belong to a number's
 * span. Times are no such unit: in `90 days` the number alone is marked.
 */
export const UNITS: ReadonlySet<string> = new Set(
  [
    'km kilometer kilometers kilometre kilometres mile miles meter meters metre metres foot feet ft inch inches',
    'yard yards centimeter centimeters centimetre centimetres cm mm millimeter millimeters nanometer nanometers nm',
    'acre acres hectare hectares ha barrel barrels gallon gallons liter liters litre litres bushel bushels',
    'ton tons tonne tonnes kilogram kilograms kilo kilos kg gram grams milligram milligrams mg microgram micrograms',
    'ounce ounces oz lb lbs pound pounds',
    'watt watts kilowatt kilowatts megawatt megawatts gigawatt gigawatts terawatt terawatts kw mw gw tw',
    'kilowatt-hours megawatt-hours gigawatt-hours kwh mwh gwh twh volt volts kilovolt kv amp amps',
    'hertz hz khz mhz ghz kilohertz megahertz gigahertz mbps gbps megabits gigabits megabyte megabytes gigabyte',
    'gigabytes terabyte terabytes petabyte petabytes mph knots kph flops exaflops petaflops qubits',
    'bcm bcf tcf mtpa mmtpa ktpa teu teus dwt bpd boe mmbtu kwp mwp gwp quintal quintals',
    'degree degrees kiloton kilotons megaton megatons btu mtpa megapascals decibels',
  ]
    .join(' ')
    .split(' '),
);

/** Words before a unit that are part of it: `square miles`, `metric tons`, `nautical miles`. */
export const UNIT_PREFIXES: ReadonlySet<string> = new Set([
  'square',
  'cubic',
  'metric',
  'nautical',
  'linear',
  'short',
  'long',
  'sq',
]);

/** Spans of time, singular, to an ISO 8601 duration designator or a size in months or days. */
export const PERIODS: ReadonlyMap<string, string> = new Map([
  ['second', 'seconds'],
  ['minute', 'minutes'],
  ['hour', 'hours'],
  ['day', 'days'],
  ['night', 'days'],
  ['week', 'weeks'],
  ['weekend', 'weeks'],
  ['fortnight', 'fortnights'],
  ['month', 'months'],
  ['quarter', 'quarters'],
  ['year', 'years'],
  ['decade', 'decades'],
  ['century', 'centuries'],
  ['centurie', 'centuries'],
  ['spring', 'years'],
  ['summer', 'years'],
  ['fall', 'years'],
  ['autumn', 'years'],
  ['winter', 'years'],
]);

/** Periods that `last`, `this` and `next` may point at by themselves. */
export const DEICTIC_PERIODS: ReadonlySet<string> = new Set([
  'morning',
  'afternoon',
  'evening',
  'night',
  'week',
  'weekend',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
  'spring',
  'summer',
  'fall',
  'autumn',
  'winter',
]);

/** Parts of a day. */
export const DAY_PARTS: ReadonlySet<string> = new Set(['morning', 'afternoon', 'evening', 'night']);

export const SEASONS: ReadonlySet<string> = new Set(['spring', 'summer', 'fall', 'autumn', 'winter']);

/** Time zones behind a clock time. */
export const ZONES: ReadonlySet<string> = new Set(
  'ET EST EDT CT CST CDT MT MST MDT PT PST PDT AKST AKDT HST GMT UTC BST WET WEST CET CEST EET EEST MSK IST JST KST AEST AEDT NZST NZDT SGT HKT Z'.split(
    ' ',
  ),
);

/** Words before a number that make it a name (`Phase 3`) when they have a capital, or always (`section 232`). */
const DESIGNATORS: readonly string[] =
  'cop unga wha hrc csw mc order orders proclamation no nos number phase stage tier group annex appendix figure table vol volume room suite route interstate highway flight proposition prop rule docket case schedule district pillar track goal sdg option question boeing airbus apollo artemis agenda vision horizon mach formula pier module exhibit attachment form law bill res stat spacex expo channel studio building gate version directive memorandum convention protocol measure objective generation division brigade batch lot vostok soyuz unscr eo note special'.split(
    ' ',
  );
const LEGAL: readonly string[] =
  'resolution resolutions section sections sec title titles article articles chapter chapters paragraph paragraphs subsection subchapter heading subheading subparagraph clause page pages pp level category type class grade'.split(
    ' ',
  );

/** Every word at which a figure may begin, or which decides about the number behind it. */
export const TRIGGERS: ReadonlyMap<string, Trigger> = new Map<string, Trigger>([
  ...DESIGNATORS.map((word) => [word, 'designator'] as const),
  ...LEGAL.map((word) => [word, 'legal'] as const),
  ...[...MONTHS.keys()].map((word) => [word, 'month'] as const),
  ...[...WEEKDAYS.keys()].map((word) => [word, 'weekday'] as const),
  ...['today', 'yesterday', 'tomorrow', 'tonight', 'overnight'].map((word) => [word, 'deictic'] as const),
  ...['this', 'last', 'next', 'past', 'coming'].map((word) => [word, 'relative'] as const),
  ...[...SMALL_NUMBERS.keys(), 'half'].map((word) => [word, 'number'] as const),
  ...['a', 'an'].map((word) => [word, 'article'] as const),
  ...['fiscal', 'fy'].map((word) => [word, 'fiscal'] as const),
  ...['q', 'h'].map((word) => [word, 'quarter'] as const),
  ...['first', 'second', 'third', 'fourth'].map((word) => [word, 'ordinal'] as const),
  ...[...SEASONS].map((word) => [word, 'season'] as const),
  ['weekend', 'weekend'],
  ...['noon', 'midnight'].map((word) => [word, 'clock'] as const),
  ...[...CURRENCY_CODES.keys()].map((code) => [code.toLowerCase(), 'currency'] as const),
]);
