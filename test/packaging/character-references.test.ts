/** The bundles’ one table of HTML’s character references says what the packages’ own tables say. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ONE_TABLE_OF_REFERENCES } from '../../scripts/build/one-table.mjs';

const root = path.resolve(import.meta.dirname, '../..');

interface Decoders {
  readonly named: (name: string) => string | false;
  readonly html: (text: string) => string;
  readonly strict: (text: string) => string;
}

/** What markdownlint's and markdown-it's parsers call, bundled with or without the one table. */
async function decoders(plugins: readonly Plugin[]): Promise<Decoders> {
  const { outputFiles } = await build({
    stdin: {
      contents:
        "export { decodeNamedCharacterReference as named } from 'decode-named-character-reference';" +
        "export { decodeHTML as html, decodeHTMLStrict as strict } from 'entities';",
      // Where the older version of `entities` is found, as from markdown-it.
      resolveDir: path.join(root, 'node_modules/markdown-it'),
      sourcefile: path.join(root, 'node_modules/markdown-it/parsers.mjs'),
    },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    plugins: [...plugins],
  });
  const exported = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0]?.text ?? '')(
    exported,
    exported.exports,
    createRequire(import.meta.url),
  );
  return exported.exports as Decoders;
}

describe('character references', () => {
  let own: Decoders;
  let theirs: Decoders;
  const names = [
    ...readFileSync(path.join(root, 'node_modules/character-entities/index.js'), 'utf8').matchAll(
      /^ {2}'?(\w+)'?:/gm,
    ),
  ].map(([, name = '']) => name);

  beforeAll(async () => {
    [own, theirs] = await Promise.all([decoders([ONE_TABLE_OF_REFERENCES]), decoders([])]);
  });

  it('are decoded as by the packages themselves', () => {
    expect(names.length).toBeGreaterThan(2_000);
    expect(own.html.toString()).not.toBe(theirs.html.toString());
    for (const name of names) {
      expect([name, own.named(name)]).toEqual([name, theirs.named(name)]);
      for (const text of [`&${name};`, `&${name}`, `a&${name}x`]) {
        expect([text, own.html(text)]).toEqual([text, theirs.html(text)]);
        expect([text, own.strict(text)]).toEqual([text, theirs.strict(text)]);
      }
    }
  });

  it('are left alone where there are none', () => {
    const piece = fc.constantFrom('amp', '&', ';', '#', 'x', '41', 'notin', 'gt', ' ', 'constructor', '1');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const text = pieces.join('');
        expect(own.named(text)).toBe(theirs.named(text));
        expect(own.html(text)).toBe(theirs.html(text));
        expect(own.strict(text)).toBe(theirs.strict(text));
      }),
    );
  });
});
