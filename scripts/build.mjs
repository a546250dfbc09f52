/**
 * Bundles the extension's client, the language server and the command line.
 *
 * Usage: node scripts/build.mjs [--minify] [--watch]
 *
 * The client is CommonJS because VS Code loads extensions with `require`; server and command line are ES modules that
 * share chunks, so that what is needed seldom (markdownlint) is loaded only when it is.
 */
import { chmod, rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Some bundled packages are CommonJS and `require` Node's own modules: an ES module has to bring `require` along. */
const REQUIRE_BANNER =
  "import { createRequire as readoutCreateRequire } from 'node:module'; const require = readoutCreateRequire(import.meta.url);";

/**
 * @param {{ minify: boolean }} options
 * @returns {import('esbuild').BuildOptions[]}
 */
function targets({ minify }) {
  /** @type {import('esbuild').BuildOptions} */
  const common = {
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20',
    minify,
    sourcemap: minify ? false : 'linked',
    legalComments: minify ? 'none' : 'inline',
    logLevel: 'warning',
  };
  return [
    {
      ...common,
      entryPoints: ['client/src/extension.ts'],
      outfile: 'client/out/extension.cjs',
      format: 'cjs',
      external: ['vscode'],
    },
    {
      ...common,
      entryPoints: { server: 'server/src/server.ts', cli: 'server/src/cli.ts' },
      outdir: 'server/out',
      outExtension: { '.js': '.mjs' },
      chunkNames: 'chunks/[name]-[hash]',
      format: 'esm',
      splitting: true,
      mainFields: ['module', 'main'],
      banner: { js: REQUIRE_BANNER },
    },
  ];
}

/**
 * Builds everything anew.
 * @param {{ minify?: boolean, watch?: boolean }} [options] `minify` also leaves out source maps.
 */
export async function build({ minify = false, watch = false } = {}) {
  const esbuild = await import('esbuild');
  // Chunks carry a hash in their name: without this the ones of earlier builds would stay and be packaged.
  await rm(path.join(root, 'server/out'), { recursive: true, force: true });
  await rm(path.join(root, 'client/out'), { recursive: true, force: true });
  const all = targets({ minify });
  if (watch) {
    const contexts = await Promise.all(all.map((target) => esbuild.context(target)));
    await Promise.all(contexts.map((context) => context.watch()));
    console.log('Watching for changes. Ctrl-C ends it.');
    return;
  }
  await Promise.all(all.map((target) => esbuild.build(target)));
  await chmod(path.join(root, 'server/out/cli.mjs'), 0o755);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const options = new Set(process.argv.slice(2));
  for (const option of options)
    if (option !== '--minify' && option !== '--watch') {
      console.error(`Unknown option ${option}. Usage: node scripts/build.mjs [--minify] [--watch]`);
      process.exit(2);
    }
  const started = performance.now();
  await build({ minify: options.has('--minify'), watch: options.has('--watch') });
  if (!options.has('--watch')) console.log(`Built in ${Math.round(performance.now() - started)} ms.`);
}
