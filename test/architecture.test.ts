import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const core = join(root, 'server/src/core');

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'node_modules' || name === 'out' ? [] : sources(path);
    return path.endsWith('.ts') && !path.endsWith('.d.ts') ? [path] : [];
  });
}

function importsOf(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  return [
    ...text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s+'([^']+)'|import\s*\(\s*'([^']+)'\s*\)/g),
  ].map((match) => match[1] ?? match[2] ?? '');
}

/** Low to high: a file imports from its own layer and those before it. The order is the map in ARCHITECTURE.md. */
const LAYERS = ['text', 'document', 'config', 'entities', 'clearance', 'rules', 'templates', 'features', ''];

const layerOf = (path: string) => {
  const parts = relative(core, path).split('/');
  return LAYERS.indexOf(parts.length > 1 ? (parts[0] ?? '') : '');
};

describe('architecture', () => {
  it('the core imports nothing but itself and yaml', () => {
    const foreign = sources(core).flatMap((path) =>
      importsOf(path)
        .filter((name) =>
          name.startsWith('.')
            ? relative(core, resolve(dirname(path), name)).startsWith('..')
            : name !== 'yaml',
        )
        .map((name) => `${relative(root, path)} imports ${name}`),
    );
    expect(foreign).toEqual([]);
  });

  it('layers of the core import downwards only', () => {
    const upward = sources(core).flatMap((path) =>
      importsOf(path)
        .filter((name) => name.startsWith('.') && layerOf(resolve(dirname(path), name)) > layerOf(path))
        .map((name) => `${relative(root, path)} imports ${name}`),
    );
    expect(upward).toEqual([]);
    expect(sources(core).filter((path) => layerOf(path) < 0)).toEqual([]);
  });

  it('only the language server speaks the protocol, and only the client VS Code', () => {
    const wrong = sources(join(root, 'server/src')).flatMap((path) => {
      const inLsp = /server\/src\/(lsp\/|server\.ts)/.test(path);
      return importsOf(path)
        .filter(
          (name) =>
            name === 'vscode' ||
            (name.startsWith('vscode-languageserver') && !inLsp) ||
            name.startsWith('vscode-languageclient'),
        )
        .map((name) => `${relative(root, path)} imports ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  it('the command line does not import the language server, except to start it', () => {
    const cli = join(root, 'server/src/cli');
    const wrong = (existsSync(cli) ? sources(cli) : []).flatMap((path) =>
      importsOf(path)
        .filter((name) => name.includes('/lsp/') && !path.endsWith('lsp.ts'))
        .map((name) => `${relative(root, path)} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('the client takes only types from the server', () => {
    const client = join(root, 'client/src');
    const wrong = (existsSync(client) ? sources(client) : []).flatMap((path) => {
      const text = readFileSync(path, 'utf8');
      return [...text.matchAll(/import\s+(type\s+)?[^;]*?from\s+'([^']*server\/src[^']*)'/g)]
        .filter((match) => !match[1] && !match[2]?.endsWith('protocol.ts'))
        .map((match) => `${relative(root, path)} imports ${match[2]}`);
    });
    expect(wrong).toEqual([]);
  });

  it('nothing in the product reaches for a network', () => {
    const network = /^(?:node:)?(?:http|https|http2|net|tls|dgram|dns)$/;
    const wrong = [join(root, 'server/src'), join(root, 'client/src')].filter(existsSync).flatMap((folder) =>
      sources(folder).flatMap((path) => {
        const text = readFileSync(path, 'utf8');
        const fetches = /\bfetch\s*\(|\bXMLHttpRequest\b|\bWebSocket\b/.test(
          text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''),
        );
        return [
          ...importsOf(path)
            .filter((name) => network.test(name))
            .map((name) => `${relative(root, path)} imports ${name}`),
          ...(fetches ? [`${relative(root, path)} fetches`] : []),
        ];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('every path that ARCHITECTURE.md names exists', () => {
    const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
    const paths = [...text.matchAll(/`([\w.-]+\/[\w./-]*)`/g)].map((match) => match[1] ?? '');
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
