/**
 * Numbers as text, in about as many bits as they say something: canonical prefix codes (Huffman 1952; canonical form as
 * in RFC 1951, section 3.2.2), six bits to a printable character. A package compresses such text no further, but it also
 * loses nothing by it: what DEFLATE makes of small random numbers, a byte each, is a sixth longer.
 */

/** Longest code, in bits. */
const LONGEST = 12;
/** Six bits as a character: `(` and those that follow, without the backslash. */
const FIRST = 40;
const BACKSLASH = 92;

function characterOf(bits: number): string {
  return String.fromCharCode(FIRST + bits >= BACKSLASH ? FIRST + bits + 1 : FIRST + bits);
}

/** Code lengths of symbols by how often they occur; 0 for those that do not. */
function lengthsOf(counts: readonly number[]): number[] {
  const used = counts.map((count, symbol) => ({ count, symbol })).filter(({ count }) => count > 0);
  // Rare symbols are counted as less rare until no code is too long.
  for (let least = 1; ; least *= 2) {
    let trees = used.map(({ count, symbol }) => ({ weight: Math.max(count, least), symbols: [symbol] }));
    const lengths = counts.map(() => 0);
    if (used.length === 1) lengths[used[0]?.symbol ?? 0] = 1;
    while (trees.length > 1) {
      const [first, second, ...rest] = trees.sort((a, b) => a.weight - b.weight);
      const symbols = [...(first?.symbols ?? []), ...(second?.symbols ?? [])];
      for (const symbol of symbols) lengths[symbol] = (lengths[symbol] as number) + 1;
      trees = [...rest, { weight: (first?.weight ?? 0) + (second?.weight ?? 0), symbols }];
    }
    if (Math.max(0, ...lengths) <= LONGEST) return lengths;
  }
}

/** The codes that go with code lengths: shorter ones first, those of one length in the order of their symbols. */
function codesOf(lengths: readonly number[]): number[] {
  const codes = lengths.map(() => 0);
  let code = 0;
  for (let length = 1; length <= LONGEST; length++, code <<= 1) {
    for (let symbol = 0; symbol < lengths.length; symbol++)
      if (lengths[symbol] === length) codes[symbol] = code++;
  }
  return codes;
}

/**
 * Writes lists of whole numbers from 0 to 255, each list in a code of its own; {@link unpackNumbers} reads them.
 * A list is: how many symbols its code has, and how many numbers it has, in {@link HEAD} characters each; the lengths of
 * the code's symbols; the numbers.
 * @throws {Error} if a number cannot be written.
 */
export function packNumbers(lists: readonly (readonly number[])[]): string {
  return lists.map(packList).join('');
}

/** Characters that hold a count. */
const HEAD = 4;

function packList(numbers: readonly number[]): string {
  const wrong = numbers.find((number) => !Number.isInteger(number) || number < 0 || number > 255);
  if (wrong !== undefined) throw new Error(`${wrong} is no whole number from 0 to 255.`);
  const counts = new Array<number>(numbers.reduce((most, number) => Math.max(most, number + 1), 0)).fill(0);
  for (const number of numbers) counts[number] = (counts[number] as number) + 1;
  const lengths = lengthsOf(counts);
  const codes = codesOf(lengths);
  const parts: string[] = [];
  let bits = 0;
  let held = 0;
  const push = (value: number, length: number): void => {
    bits = (bits << length) | value;
    for (held += length; held >= 6; bits &= (1 << held) - 1) {
      held -= 6;
      parts.push(characterOf(bits >> held));
    }
  };
  for (const count of [counts.length, numbers.length])
    for (let digit = HEAD - 1; digit >= 0; digit--) push((count >> (6 * digit)) & 63, 6);
  for (const length of lengths) push(length, 6);
  for (const number of numbers) push(codes[number] as number, lengths[number] as number);
  if (held > 0) push(0, 6 - held);
  return parts.join('');
}

/** The bits of a character. */
function bitsOf(unit: number): number {
  return unit > BACKSLASH ? unit - FIRST - 1 : unit - FIRST;
}

/** Reads what {@link packNumbers} wrote; it is not made for any other text. */
export function unpackNumbers(packed: string): Uint8Array[] {
  const lists: Uint8Array[] = [];
  let at = 0;
  const count = (): number => {
    let value = 0;
    for (const end = at + HEAD; at < end; at++) value = (value << 6) | bitsOf(packed.charCodeAt(at));
    return value;
  };
  while (at < packed.length) {
    const size = count();
    const numbers = new Uint8Array(count());
    const lengths = Array.from({ length: size }, () => bitsOf(packed.charCodeAt(at++)));
    at = unpackList(packed, at, tableOf(lengths), numbers);
    lists.push(numbers);
  }
  return lists;
}

/** For each sequence of LONGEST bits the symbol that it begins with, times 16, and the length of that one's code. */
function tableOf(lengths: readonly number[]): Uint16Array {
  const table = new Uint16Array(1 << LONGEST);
  codesOf(lengths).forEach((code, symbol) => {
    const length = lengths[symbol] as number;
    const free = LONGEST - length;
    if (length > 0) table.fill(symbol * 16 + length, code << free, (code + 1) << free);
  });
  return table;
}

/** Fills a list from the character at `from` on; returns where the next one begins. */
function unpackList(packed: string, from: number, table: Uint16Array, numbers: Uint8Array): number {
  let at = from;
  let bits = 0;
  let held = 0;
  for (let i = 0; i < numbers.length; i++) {
    while (held < LONGEST) {
      const unit = packed.charCodeAt(at++);
      bits = (bits << 6) | (unit > BACKSLASH ? unit - FIRST - 1 : unit - FIRST);
      held += 6;
    }
    const entry = table[(bits >>> (held - LONGEST)) & ((1 << LONGEST) - 1)] as number;
    held -= entry & 15;
    numbers[i] = entry >> 4;
  }
  // What was read ahead belongs to the next list.
  return at - Math.floor(held / 6);
}
