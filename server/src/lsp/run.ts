/** Starts the language server in a Node process: over the transport that the arguments name, else standard input. */
import { URL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { NODE_HOST } from '../host/node.ts';
import { nodeIndex } from './node-index.ts';
import { nodeLinter } from './node-linter.ts';
import { startServer } from './server.ts';

declare const READOUT_VERSION: string | undefined;

const TRANSPORT = /^--(?:stdio$|node-ipc$|socket\b|pipe\b)/;

/**
 * Serves until the client goes away: its stream closes, it says `exit`, or its process dies.
 * @param entry URL of the program's entry module, two folders below the package: the documentation lies relative to it.
 */
export function runServer(entry: string | URL): void {
  const named = process.argv.slice(2).some((argument) => TRANSPORT.test(argument));
  const connection = named
    ? createConnection(ProposedFeatures.all)
    : createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  // Over Node's own channel there is no stream whose end the connection would see.
  process.once('disconnect', () => process.exit(0));
  process.on('unhandledRejection', (error) => connection.console.error(`unexpected: ${String(error)}`));
  const version = typeof READOUT_VERSION === 'string' ? READOUT_VERSION : 'development';
  startServer(connection, {
    host: NODE_HOST,
    docs: new URL('../../docs/', String(entry)).href,
    version,
    index: (folder, report) => nodeIndex(NODE_HOST, new URL(String(entry)), version, folder, report),
    linter: (report) => nodeLinter(new URL(String(entry)), report),
  });
}
