/**
 * The form of the lists in `data/lists.generated.ts`: words with their classes, and names with the lists that hold them,
 * as text that unfolds into tables without splitting, folding or tokenizing anything.
 *
 * Three parts, the first two closed by `~`: the masks that occur, in decimal, set off by commas; for each entry the place
 * of its mask among these, `!` being the first; and the entries in ascending order, each as a capital letter, which tells
 * how many of its characters are those of the entry before (`A` none, `B` one, … `ZA` 25, `ZB` 26, …), and the rest.
 * Entries are made of what the tokenizer hashes: letters in lower case without diacritics, digits, apostrophes. In names
 * a blank stands between tokens, and a mark stands as its character of {@link MARKS}.
 */
import { HASH_SEED, hashStep } from './letters.ts';
import { HYPHEN } from './tokens.ts';

/** What `Z` counts, which another letter follows. */
const Z = 25;
/** Code units for the places among the masks: ASCII's printable characters from `!` on, then those of Latin-1. */
const FIRST_MASK = 33;
const FIRST_FURTHER = 161;
const MASKS_IN_ASCII = 126 - FIRST_MASK;
const MOST_MASKS = MASKS_IN_ASCII + 256 - FIRST_FURTHER;
/** Marks in names, in the order of their kinds (tokens.ts), the first of which is HYPHEN. */
export const MARKS = '-,&"^()!#/:';
/** Longest entry, in code units. */
const LONGEST = 256;

/**
 * Writes entries, each with a mask that is not 0; {@link unpackEntries} reads them.
 * @throws {Error} if an entry cannot be written.
 */
export function packEntries(entries: ReadonlyMap<string, number>): string {
  const counts = new Map<number, number>();
  for (const mask of entries.values()) counts.set(mask, (counts.get(mask) ?? 0) + 1);
  const masks = [...counts].sort(([a, m], [b, n]) => n - m || a - b).map(([mask]) => mask);
  if (masks.length > MOST_MASKS) throw new Error(`${masks.length} masks are too many.`);
  const codes: string[] = [];
  const parts: string[] = [];
  let before = '';
  for (const [entry, mask] of [...entries].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (entry === '' || entry.length > LONGEST || /[A-Z]|^ | $| {2}/.test(entry) || mask <= 0)
      throw new Error(`This cannot be an entry of a list: “${entry}”`);
    let shared = 0;
    while (shared < before.length && before[shared] === entry[shared]) shared++;
    parts.push('Z'.repeat(Math.floor(shared / Z)));
    parts.push(String.fromCharCode(65 + (shared % Z)), entry.slice(shared));
    const place = masks.indexOf(mask);
    const code = place < MASKS_IN_ASCII ? FIRST_MASK + place : FIRST_FURTHER + place - MASKS_IN_ASCII;
    codes.push(String.fromCharCode(code));
    before = entry;
  }
  return `${masks.join(',')}~${codes.join('')}~${parts.join('')}`;
}

/** By code unit: one more than the kind of the mark that it stands for (tokens.ts), or 0. */
const MARK_KEYS = new Uint8Array(128);
for (let i = 0; i < MARKS.length; i++) MARK_KEYS[MARKS.charCodeAt(i)] = HYPHEN + i + 1;

/**
 * Reads what {@link packEntries} wrote. What an entry shares with the one before is not hashed again.
 * @param add is called for each token of each entry, once for tokens that entries begin with alike: with the node that
 * stands for the tokens before it (0 for none), its key, and the entry's mask if the entry ends with it, else 0. It
 * returns the node that stands for the token behind those. The key is the hash of a word; of a mark it is one more than
 * its kind.
 */
export function unpackEntries(
  packed: string,
  add: (node: number, key: number, mask: number) => number,
): void {
  const end = packed.indexOf('~');
  const masks = packed.slice(0, end).split(',').map(Number);
  let maskAt = end + 1;
  let at = packed.indexOf('~', maskAt) + 1;
  // By place in the entry at hand: the node before the token there, and the hash of what of the token stands before it.
  const nodes = new Int32Array(LONGEST + 1);
  const hashes = new Int32Array(LONGEST + 1).fill(HASH_SEED);
  const { length } = packed;
  /** Of the entry before: how long it is, and its node. */
  let endBefore = 0;
  let nodeBefore = 0;
  while (at < length) {
    let filled = 0;
    for (; packed.charCodeAt(at) === 90; at++) filled += Z;
    filled += packed.charCodeAt(at++) - 65;
    const shared = filled;
    const code = packed.charCodeAt(maskAt++);
    const place = code < 126 ? code - FIRST_MASK : code - FIRST_FURTHER + MASKS_IN_ASCII;
    const mask = masks[place] as number;
    let node = nodes[filled] as number;
    let hash = hashes[filled] as number;
    for (; at < length; at++) {
      const unit = packed.charCodeAt(at);
      if (unit >= 97 && unit <= 122) hash = Math.imul(hash ^ unit, 0x01000193);
      else if (unit === 32) {
        node = filled === endBefore && filled === shared ? nodeBefore : add(node, hash, 0);
        hash = HASH_SEED;
      } else if (unit >= 65 && unit <= 90) break;
      else if (hash === HASH_SEED && unit < 128 && MARK_KEYS[unit] !== 0) hash = MARK_KEYS[unit] as number;
      else hash = hashStep(hash, unit);
      filled++;
      nodes[filled] = node;
      hashes[filled] = hash;
    }
    nodeBefore = add(node, hash, mask);
    endBefore = filled;
  }
}
