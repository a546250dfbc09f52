import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GRAMMAR_PATH, loadGrammar, readoutRuns, snapshotOf } from './tokenize.ts';

const here = import.meta.dirname;
const texts = join(here, 'texts');
const hostPath = join(here, 'host.tmLanguage.json');

/** VS Code's own Markdown grammar, where `npm start` or the tests in the editor have installed a VS Code. */
function realHost(): string | undefined {
  const cache = resolve(here, '../../.cache/vscode-host');
  const tail =
    'node_modules/code-server/lib/vscode/extensions/markdown-basics/syntaxes/markdown.tmLanguage.json';
  return existsSync(cache)
    ? readdirSync(cache)
        .map((folder) => join(cache, folder, tail))
        .find((path) => existsSync(path))
    : undefined;
}

describe('grammar', () => {
  it.each(readdirSync(texts))(
    'scopes of %s are those of the snapshot (UPDATE=1 rewrites it)',
    async (name) => {
      const actual = snapshotOf(await loadGrammar(hostPath), readFileSync(join(texts, name), 'utf8'));
      const path = join(here, 'snapshots', `${name}.snap`);
      if (process.env['UPDATE'] === '1') writeFileSync(path, actual);
      expect(actual).toBe(readFileSync(path, 'utf8'));
    },
  );

  const real = realHost();
  describe.skipIf(!real)('inside VS Code’s own Markdown grammar (needs .cache/vscode-host)', () => {
    it.each(readdirSync(texts))('%s is marked as inside the stand-in', async (name) => {
      const text = readFileSync(join(texts, name), 'utf8');
      const seen = async (path: string) =>
        readoutRuns(await loadGrammar(path), text).map(({ host: _, ...run }) => run);
      expect(await seen(real ?? '')).toEqual(await seen(hostPath));
    });

    it('the host still sees the rest of a line that begins with one of our marks', async () => {
      const grammar = await loadGrammar(real ?? '');
      const tokens = grammar.tokenizeLine('$5 million is **bold** here', null).tokens;
      expect(tokens.some(({ scopes }) => scopes.includes('markup.bold.markdown'))).toBe(true);
      expect(tokens[0]?.scopes).toContain('constant.numeric.money.readout');
    });
  });

  it('is the shape that package.json promises', () => {
    const grammar = JSON.parse(readFileSync(GRAMMAR_PATH, 'utf8')) as { scopeName: string };
    const manifest = JSON.parse(readFileSync(resolve(here, '../../package.json'), 'utf8')) as {
      contributes: { grammars: { scopeName: string; path: string; injectTo: string[] }[] };
    };
    const [contributed] = manifest.contributes.grammars;
    expect(contributed?.scopeName).toBe(grammar.scopeName);
    expect(contributed?.injectTo).toEqual(['text.html.markdown']);
    expect(resolve(here, '../..', contributed?.path ?? '')).toBe(GRAMMAR_PATH);
  });

  it('reads a hostile line to its end', async () => {
    // vscode-textmate gives up on a line after the time it is given and says so; doubled length must not mean more.
    const grammar = await loadGrammar(hostPath);
    for (const unit of [
      'A',
      'A.',
      'A ',
      'AB ',
      '1,',
      '111,',
      '1.1',
      '$1,111,',
      '[A ',
      '[AA ',
      '# ',
      'TK',
      'June 1',
      '(A',
      ', Ab',
    ]) {
      const line = unit.repeat(20_000);
      const { stoppedEarly } = grammar.tokenizeLine(line, null, 20_000);
      expect(stoppedEarly, unit).toBe(false);
    }
  });
});
