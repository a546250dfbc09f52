/** The language server's entry: `node server.mjs --stdio` or `--node-ipc`. */
import module from 'node:module';

// Where Node can (22.8 and later, VS Code's among them), what V8 makes of the program is kept for the next start.
(module as { enableCompileCache?: () => unknown }).enableCompileCache?.();

const { runServer } = await import('./lsp/run.ts');
runServer(import.meta.url);
