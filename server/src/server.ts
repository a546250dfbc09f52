/** The language server's entry: `node server.mjs --stdio` or `--node-ipc`. */
import { runServer } from './lsp/run.ts';

runServer(import.meta.url);
