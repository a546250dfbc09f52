/**
 * In the place of `decode-named-character-reference` in the bundles: the same by the table of character references that
 * the bundles have anyway, in place of a second copy of it.
 */
import { decodeHTMLStrict } from 'entities/decode';

/**
 * What a character reference stands for.
 * @param {string} value its name, without `&` and `;`.
 * @returns {string | false} false if there is no such name.
 */
export function decodeNamedCharacterReference(value) {
  if (!/^[a-z][a-z\d]*$/i.test(value)) return false;
  const reference = `&${value};`;
  const decoded = decodeHTMLStrict(reference);
  return decoded === reference ? false : decoded;
}
