/**
 * Bundles the extension's client, the language server and the command line.
 *
 * Usage: node scripts/build.mjs [--minify] [--watch]
 *
 * The client is CommonJS because VS Code loads extensions with `require`; server and command line are ES modules that
 * share chunks, so that what is needed seldom (markdownlint) is loaded only when it is.
 */
import { chmod, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ONE_TABLE_OF_REFERENCES } from './build/one-table.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Some bundled packages are CommonJS and `require` Node's own modules: an ES module has to bring `require` along. */
const REQUIRE_BANNER =
  "import { createRequire as readoutCreateRequire } from 'node:module'; const require = readoutCreateRequire(import.meta.url);";

/**
 * What the client loads behind activation is a file of its own: esbuild does not split CommonJS, and half a megabyte
 * takes longer to compile than activation may.
 * @type {import('esbuild').Plugin}
 */
const LATER = {
  name: 'later',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/session\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './session.cjs', external: true } : undefined,
    );
  },
};

/**
 * @param {{ minify: boolean, into: string }} options
 * @returns {import('esbuild').BuildOptions[]}
 */
function targets({ minify, into }) {
  /** @type {import('esbuild').BuildOptions} */
  const common = {
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20',
    minify,
    sourcemap: minify ? false : 'linked',
    legalComments: minify ? 'none' : 'inline',
    metafile: true,
    logLevel: 'warning',
  };
  return [
    {
      ...common,
      entryPoints: { extension: 'client/src/extension.ts', session: 'client/src/session.ts' },
      outdir: path.join(into, 'client/out'),
      outExtension: { '.js': '.cjs' },
      format: 'cjs',
      external: ['vscode'],
      // VS Code replaces `require`, not `import()`.
      supported: { 'dynamic-import': false },
      plugins: [LATER],
    },
    {
      ...common,
      entryPoints: {
        server: 'server/src/server.ts',
        cli: 'server/src/cli.ts',
        'index-worker': 'server/src/index-worker.ts',
        'markdownlint-worker': 'server/src/markdownlint-worker.ts',
      },
      outdir: path.join(into, 'server/out'),
      outExtension: { '.js': '.mjs' },
      chunkNames: 'chunks/[name]-[hash]',
      format: 'esm',
      splitting: true,
      mainFields: ['module', 'main'],
      // The same as ES modules, which `yaml` gives to browsers alone: smaller, and loaded sooner.
      alias: { yaml: path.join(root, 'node_modules/yaml/browser/dist/index.js') },
      banner: { js: REQUIRE_BANNER },
      plugins: [ONE_TABLE_OF_REFERENCES],
    },
  ];
}

/**
 * Builds everything.
 * @param {{ minify?: boolean, into?: string }} [options] `minify` also leaves out source maps; `into` is the folder that
 * receives `client/out` and `server/out`, by default the project itself.
 * @returns {Promise<readonly import('esbuild').Metafile[]>} what went into the bundles.
 */
export async function build({ minify = false, into = root } = {}) {
  const esbuild = await import('esbuild');
  const results = await Promise.all(targets({ minify, into }).map((target) => esbuild.build(target)));
  await chmod(path.join(into, 'server/out/cli.mjs'), 0o755);
  await removeOldChunks(
    path.join(into, 'server/out/chunks'),
    new Set(
      results
        .flatMap(({ metafile }) => Object.keys(metafile?.outputs ?? {}))
        .map((file) => path.basename(file)),
    ),
  );
  return results.flatMap(({ metafile }) => metafile ?? []);
}

/** Chunks carry a hash in their name: without this the ones of earlier builds would stay. */
async function removeOldChunks(folder, current) {
  const names = await readdir(folder).catch(() => []);
  const old = names.filter((name) => !current.has(name));
  await Promise.all(old.map((name) => rm(path.join(folder, name), { force: true })));
}

async function watch() {
  const esbuild = await import('esbuild');
  const contexts = await Promise.all(
    targets({ minify: false, into: root }).map((target) => esbuild.context({ ...target, logLevel: 'info' })),
  );
  await Promise.all(contexts.map((context) => context.watch()));
  console.log('Watching for changes. Ctrl-C ends it.');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const options = new Set(process.argv.slice(2));
  const unknown = [...options].find((option) => option !== '--minify' && option !== '--watch');
  if (unknown !== undefined) {
    console.error(`Unknown option ${unknown}. Usage: node scripts/build.mjs [--minify] [--watch]`);
    process.exitCode = 2;
  } else if (options.has('--watch')) {
    await watch();
  } else {
    const started = performance.now();
    await build({ minify: options.has('--minify') });
    console.log(`Built in ${Math.round(performance.now() - started)} ms.`);
  }
}
