/** A plugin of esbuild for the bundles. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Who brings the newest table. */
const newest = path.join(root, 'node_modules/htmlparser2');

/**
 * HTML's two thousand character references are needed by the parsers of Markdown and HTML alike, each with a package or
 * version of its own: all get the newest table, which is there once.
 * @type {import('esbuild').Plugin}
 */
export const ONE_TABLE_OF_REFERENCES = {
  name: 'one-table-of-references',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^entities(?:\/decode)?$/ }, ({ path: wanted, importer, kind, pluginData }) => {
      // markdown-it takes two functions of the whole package, and both are in this part.
      const isOurs = wanted === 'entities/decode' || /[\\/]markdown-it[\\/]/.test(importer);
      if (!isOurs || pluginData === 'newest') return undefined;
      return resolve('entities/decode', { kind, resolveDir: newest, pluginData: 'newest' });
    });
    onResolve({ filter: /^decode-named-character-reference$/ }, () => ({
      path: path.join(root, 'scripts/build/character-references.mjs'),
    }));
  },
};
