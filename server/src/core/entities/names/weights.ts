/**
 * The weight table as text: for each weight that is not zero, in ascending order, the distance to the one before and
 * the weight, one printable character each. Distances of {@link BASE} and more are preceded by one `~` per BASE.
 */

/** Printable ASCII without the characters that a string literal would escape. */
const ALPHABET = '!#%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}';
const BASE = ALPHABET.length;
/** Weights are whole numbers from -LIMIT to LIMIT. */
export const LIMIT = (BASE - 1) >> 1;

/** Writes weights; {@link unpackWeights} reads them. */
export function packWeights(weights: Int8Array): string {
  const parts: string[] = [];
  let before = -1;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] as number;
    if (weight === 0) continue;
    let distance = i - before - 1;
    before = i;
    for (; distance >= BASE; distance -= BASE) parts.push('~');
    parts.push(ALPHABET.charAt(distance), ALPHABET.charAt(weight + LIMIT));
  }
  return parts.join('');
}

/**
 * Reads what {@link packWeights} wrote.
 * @param length how many weights the table has.
 */
export function unpackWeights(packed: string, length: number): Int8Array {
  const values = new Int8Array(128).fill(-1);
  for (let i = 0; i < BASE; i++) values[ALPHABET.charCodeAt(i)] = i;
  const weights = new Int8Array(length);
  let at = -1;
  for (let i = 0; i < packed.length; ) {
    const unit = packed.charCodeAt(i++);
    if (unit === 126) {
      at += BASE;
      continue;
    }
    at += (values[unit] as number) + 1;
    weights[at] = (values[packed.charCodeAt(i++)] as number) - LIMIT;
  }
  return weights;
}
